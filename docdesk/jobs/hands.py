"""Hands: processes that work through items beside the program, which stays free to show what they tell.

Threads would not do for a window: whoever computes in Python holds the interpreter, and a paint event
that has to ask for it back a hundred times is seen. Each hand makes its own engines once and is reused; one
that is stopped or lost is replaced.
"""

import logging
import threading
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from docdesk.jobs.hand_process import serve
from docdesk.jobs.spawning import bury, runs, spawn_context, start

log = logging.getLogger(__name__)

Item = TypeVar("Item")
Answer = TypeVar("Answer")

Work = Callable[[Item], Iterable[Answer]]
Maker = Callable[[], AbstractContextManager[Work[Item, Answer]]]
"""Makes the work inside the process, engines and all; picklable: a function of a module, or a partial."""

_GRACE_SECONDS = 3.0
"""A hand that is asked to end removes its temporary files; one that computes hears it at its next step."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A hand has taken up the item."""

    ticket: int


@dataclass(frozen=True, slots=True)
class Answered(Generic[Answer]):
    """One of the answers on an item."""

    ticket: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Ended:
    """No further answers on the item will come."""

    ticket: int


@dataclass(frozen=True, slots=True)
class Broken:
    """The work on the item failed for a reason that nobody foresaw; the log tells where."""

    ticket: int


Told = Begun | Answered[Any] | Ended | Broken


class Hands(Generic[Item, Answer]):
    """A queue of items and the processes that work through it, started at once. Any thread may call it.

    `told` hears what happens, from threads of this object, and must not wait for anybody: while it hears,
    nothing can be taken back, so that nothing is told of an item once `take_back` has returned.
    """

    def __init__(self, maker: Maker[Item, Answer], workers: int, told: Callable[[Told], None]) -> None:
        self._told = told
        self._queue: list[tuple[int, Item]] = []
        self._change = threading.Condition()
        self._open = True
        self._hands = [_Hand(self, maker, self._change, number) for number in range(workers)]
        for hand in self._hands:
            hand.thread.start()

    def give(self, ticket: int, item: Item) -> None:
        """Put an item at the end of the queue; `ticket` names it in what is told."""
        with self._change:
            self._queue.append((ticket, item))
            self._change.notify()

    def prefer(self, tickets: Iterable[int]) -> None:
        """Put these items, in this order, at the head of the queue; those not waiting are ignored."""
        wanted = {ticket: place for place, ticket in enumerate(tickets)}
        with self._change:
            self._queue.sort(key=lambda entry: wanted.get(entry[0], len(wanted)))

    def take_back(self, tickets: Iterable[int]) -> None:
        """Let these items be: those waiting are dropped, those in hand stopped at once."""
        dropped = set(tickets)
        with self._change:
            self._queue = [entry for entry in self._queue if entry[0] not in dropped]
            for hand in self._hands:
                if hand.ticket in dropped:
                    # Under the lock: a moment later the hand may have the next item.
                    hand.drop()

    def close(self) -> None:
        """Stop everything and wait until the processes are gone."""
        with self._change:
            self._open = False
            self._queue.clear()
            for hand in self._hands:
                hand.drop()
            self._change.notify_all()
        for hand in self._hands:
            hand.thread.join()

    @property
    def open(self) -> bool:
        """Whether items will still be worked on."""
        return self._open

    def next_for(self, hand: "_Hand") -> tuple[int, Item] | None:
        """Return the next item for a hand, None when there will be none; waits for it."""
        with self._change:
            while self._open and not self._queue:
                self._change.wait()
            if not self._open:
                return None
            ticket, item = self._queue.pop(0)
            hand.ticket, hand.dropped = ticket, False
            return ticket, item

    def tell(self, hand: "_Hand", news: Told) -> None:
        """Hand news on, unless their item was taken back meanwhile."""
        with self._change:
            if hand.dropped:
                return
            if isinstance(news, Ended | Broken):
                hand.ticket = None
            self._told(news)


class _Hand:
    """One process, and the thread that talks to it. `lock` guards what other threads see of it."""

    def __init__(
        self, hands: Hands[Any, Any], maker: Maker[Any, Any], lock: threading.Condition, number: int
    ) -> None:
        self.ticket: int | None = None
        self.dropped = False
        self.thread = threading.Thread(target=self._run, name=f"hand-{number}", daemon=True)
        self._hands = hands
        self._maker = maker
        self._lock = lock
        self._process: Any = None
        """Under way and not yet being buried: from its start on until nobody may strike it any more."""
        self._pipe: Connection[Any, Any] | None = None

    def drop(self) -> None:
        """Let the item in hand be and ask the process to end; from any thread, with the lock."""
        self.dropped = True
        if self._process is not None:
            with suppress(OSError):  # it has just ended by itself
                self._process.terminate()

    def _run(self) -> None:
        while self._hands.open:
            with suppress(OSError):  # told by the item that would need it
                self._ensure()
            entry = self._hands.next_for(self)
            if entry is not None:
                self._work(*entry)
        self._bury()

    def _work(self, ticket: int, item: object) -> None:
        self._hands.tell(self, Begun(ticket))
        try:
            self._ensure()
            if not self.dropped:
                self._talk(ticket, item)
        except (EOFError, OSError) as error:
            self._bury()
            if not self.dropped:
                log.error("a working process was lost, or could not be started: %s", type(error).__name__)
                self._hands.tell(self, Broken(ticket))
        if self.dropped:
            self._bury()

    def _talk(self, ticket: int, item: object) -> None:
        pipe = self._pipe
        if pipe is None:
            raise EOFError
        pipe.send(item)
        while True:
            kind, answer = pipe.recv()
            if kind == "answer":
                self._hands.tell(self, Answered(ticket, answer))
            elif kind == "end":
                self._hands.tell(self, Ended(ticket))
                return
            else:
                log.error("work in a process failed by %s", answer)
                self._hands.tell(self, Broken(ticket))
                return

    def _ensure(self) -> None:
        """Start the process where there is none; what it needs it loads meanwhile.

        Raises:
            OSError: the system has no room for a process or a pipe.
        """
        if self._process is not None and runs(self._process):
            return
        self._bury()
        context = spawn_context()
        self._pipe, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self._maker), name="docdesk-hand")
        try:
            start(process)
        finally:
            theirs.close()
        with self._lock:
            # Only now, for a process that is still being started cannot be struck. Whoever dropped the item
            # before this line is heard after it.
            self._process = process

    def _bury(self) -> None:
        with self._lock:
            process, self._process = self._process, None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None
        if process is not None:
            bury(process, _GRACE_SECONDS)
