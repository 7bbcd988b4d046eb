"""A pool that works through many items at a time and hands the answers on in order, as they come."""

import logging
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
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
    """An item and one of its answers."""

    item: Item
    answer: Answer


@dataclass(frozen=True, slots=True)
class Failed(Generic[Item]):
    """An item on which the work raised something that nobody foresaw; the log tells where."""

    item: Item
    error: Exception


@dataclass(frozen=True, slots=True)
class _Ended:
    """No further answers on an item will come; `cancelled` tells that it was not finished."""

    cancelled: bool


class JobPool:
    """Works through items on threads; engines that need processes start their own."""

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def run(
        self,
        work: Callable[[Item, Cancellation], Iterable[Answer]],
        items: Iterable[Item],
        *,
        total: int,
        cancellation: Cancellation,
        progress: ProgressSink,
    ) -> Generator[Done[Item, Answer] | Failed[Item], None, None]:
        """Yield the answers on each item as they come, in the order of the items.

        After `cancellation` no further item is begun; work that looks at the cancellation stops at its next
        step, and what it had answered before is still handed on. Closing the iterator cancels, and returns
        when all has ended.
        """
        waiting: deque[tuple[SimpleQueue[Done[Item, Answer] | Failed[Item] | _Ended], Future[None]]] = deque()
        source = iter(items)
        with ThreadPoolExecutor(self.workers, thread_name_prefix="job") as threads:
            try:
                for done in range(1, total + 1):
                    while len(waiting) < self.workers * AHEAD and (more := next(source, None)) is not None:
                        answers: SimpleQueue[Done[Item, Answer] | Failed[Item] | _Ended] = SimpleQueue()
                        waiting.append((answers, threads.submit(_answer, work, more, cancellation, answers)))
                    if not waiting:
                        return
                    answers, _ = waiting.popleft()
                    while not isinstance(answer := answers.get(), _Ended):
                        yield answer
                    if answer.cancelled or cancellation.asked:
                        return
                    progress(Progress(done, total))
            except (KeyboardInterrupt, GeneratorExit):
                # Nobody will take further answers: work in hand must not go on to its end.
                cancellation.cancel()
                raise
            finally:
                for _, future in waiting:
                    future.cancel()


def _answer(
    work: Callable[[Item, Cancellation], Iterable[Answer]],
    item: Item,
    cancellation: Cancellation,
    answers: "SimpleQueue[Done[Item, Answer] | Failed[Item] | _Ended]",
) -> None:
    """Put the answers on an item into the queue, and that there are no more."""
    cancelled = False
    try:
        for answer in work(item, cancellation):
            answers.put(Done(item, answer))
            cancellation.check()
    except Cancelled:
        cancelled = True
    except Exception as error:  # noqa: BLE001 - see the next line
        # The one place where a fault of one item must not end the batch. What an exception says may quote a
        # document, so only its type and where it arose are logged.
        where = "".join(traceback.format_tb(error.__traceback__))
        log.error("a job failed by %s:\n%s", type(error).__name__, where)
        answers.put(Failed(item, error))
    finally:
        answers.put(_Ended(cancelled))
