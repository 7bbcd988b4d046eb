"""A pool that works through many items at a time and hands the answers back in order."""

import logging
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

from docdesk.foundation.progress import Cancellation, Cancelled, Progress, ProgressSink

log = logging.getLogger(__name__)

Item = TypeVar("Item")
Answer = TypeVar("Answer")

AHEAD = 2
"""Items begun for each worker before the first answer is taken: enough that no worker waits, few enough that
a folder of thousands does not fill the memory with answers."""


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Answer]):
    """An item and its answer."""

    item: Item
    answer: Answer


@dataclass(frozen=True, slots=True)
class Failed(Generic[Item]):
    """An item on which the work raised something that nobody foresaw; the log tells where."""

    item: Item
    error: Exception


class JobPool:
    """Works through items on threads; engines that need processes start their own."""

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def run(
        self,
        work: Callable[[Item, Cancellation], Answer],
        items: Iterable[Item],
        *,
        total: int,
        cancellation: Cancellation,
        progress: ProgressSink,
    ) -> Iterator[Done[Item, Answer] | Failed[Item]]:
        """Yield what comes of each item, in the order of the items.

        After `cancellation` no further item is begun and none that is waiting is handed out; work that
        looks at the cancellation stops at its next step. Closing the iterator cancels, and returns when all
        has ended.
        """
        waiting: deque[tuple[Item, Future[Answer]]] = deque()
        source = iter(items)
        with ThreadPoolExecutor(self.workers, thread_name_prefix="job") as threads:
            try:
                for done in range(1, total + 1):
                    while len(waiting) < self.workers * AHEAD and (more := next(source, None)) is not None:
                        waiting.append((more, threads.submit(work, more, cancellation)))
                    if not waiting:
                        return
                    item, future = waiting.popleft()
                    try:
                        outcome = _outcome(item, future)
                    except Cancelled:
                        return
                    progress(Progress(done, total))
                    yield outcome
                    if cancellation.asked:
                        return
            except (KeyboardInterrupt, GeneratorExit):
                # Nobody will take further answers: work in hand must not go on to its end.
                cancellation.cancel()
                raise
            finally:
                for _, future in waiting:
                    future.cancel()


def _outcome(item: Item, future: Future[Answer]) -> Done[Item, Answer] | Failed[Item]:
    try:
        return Done(item, future.result())
    except Cancelled:
        raise
    except Exception as error:  # noqa: BLE001 - see the next line
        # The one place where a fault of one item must not end the batch. What an exception says may quote a
        # document, so only its type and where it arose are logged.
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("a job failed by %s:\n%s", type(error).__name__, where)
        return Failed(item, error)
