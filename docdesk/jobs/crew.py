"""A crew: hands that work through one list of items after another, for a program that waits for them."""

from collections.abc import Generator, Iterable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Generic, Self

from docdesk.foundation.progress import Cancellation
from docdesk.jobs.hands import Answer, Answered, Begun, Ended, Hands, Item, Maker, Told

_LOOK_SECONDS = 0.1
"""How often a wish to stop is looked for: at once, to whoever has it."""


@dataclass(frozen=True, slots=True)
class Done(Generic[Item, Answer]):
    """All answers on an item, in the order in which they came."""

    item: Item
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Lost(Generic[Item]):
    """An item on which the work failed for a reason that nobody foresaw; the log tells where."""

    item: Item


class Crew(Generic[Item, Answer]):
    """Processes that each make their engines once; used within `with`, at whose end all of them are gone.

    An interruption ends the crew too: the processes are deaf to Ctrl-C, and what one has in hand is stopped.
    """

    def __init__(self, maker: Maker[Item, Answer], workers: int) -> None:
        self._news: SimpleQueue[Told] = SimpleQueue()
        self._hands: Hands[Item, Answer] = Hands(maker, workers, self._news.put)
        self._next = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._hands.close()

    def work(
        self, items: Iterable[Item], cancellation: Cancellation | None = None
    ) -> Generator[Done[Item, Answer] | Lost[Item], None, None]:
        """Yield each item when it has ended, in no particular order; one list at a time.

        What is not asked for any more, since the iterator was closed or somebody asked it to stop, is taken
        back.

        Raises:
            Cancelled: it was asked to stop.
        """
        waiting: dict[int, Item] = {}
        answers: dict[int, list[Answer]] = {}
        for item in items:
            waiting[self._next] = item
            self._hands.give(self._next, item)
            self._next += 1
        try:
            while waiting:
                news = self._heard(cancellation)
                if news.ticket not in waiting or isinstance(news, Begun):
                    continue
                if isinstance(news, Answered):
                    answers.setdefault(news.ticket, []).append(news.answer)
                    continue
                item = waiting.pop(news.ticket)
                heard = tuple(answers.pop(news.ticket, ()))
                yield Done(item, heard) if isinstance(news, Ended) else Lost(item)
        finally:
            self._hands.take_back(waiting)

    def _heard(self, cancellation: Cancellation | None) -> Told:
        """Wait for news, or for a wish to stop."""
        if cancellation is None:
            return self._news.get()
        while True:
            cancellation.check()
            with suppress(Empty):
                return self._news.get(timeout=_LOOK_SECONDS)
