"""Counts how often the UI thread is held up, and says by what: for tests and benchmarks, not for every day.

What is measured is the time of each outermost event, from its delivery to its end: while it lasts, the window
neither paints nor answers. Time that a nested event loop waits or spends on other events is not counted to
the event that began the loop.
"""

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication

LONGEST_WAIT = 0.05
"""Seconds. Nothing on the UI thread may take longer: half of the 100 ms from which a person feels a delay."""

KEPT = 5
"""As many of the longest blocks as a reader takes in at a glance."""

LOOK_EVERY = 0.01
"""Seconds between two looks of the sampler: well under LONGEST_WAIT, and a hundredth of one core at most."""

FRAMES = 8
"""Innermost calls kept of a block: enough to come out of Qt and numpy into docdesk's own code."""


@dataclass(frozen=True, slots=True)
class Block:
    """One event that held the UI thread for more than 50 ms.

    `seconds` is how long it took, `computing` how much of that the thread had a processor: where that is much
    less, it waited or the computer was busy with other work. `stack` is what ran when 50 ms were over,
    innermost call last; empty where no Python could look, for one call kept the interpreter to itself.
    """

    seconds: float
    computing: float
    receiver: str
    event: str
    during: str
    stack: tuple[str, ...]

    def lines(self) -> tuple[str, ...]:
        """Return the block in words, for whoever mends it."""
        told = f"{self.seconds * 1000:.0f} ms ({self.computing * 1000:.0f} ms computing): {self.event} to "
        where = f" in {self.during}" if self.during else ""
        calls = self.stack or ("(no Python could look: one call kept the interpreter to itself)",)
        return (f"{told}{self.receiver}{where}", *(f"    {call}" for call in calls))


@dataclass(slots=True)
class Outermost:
    """An event under way that no other event of the same loop called for."""

    level: int
    since: float
    computing_since: float
    spent: float = 0.0
    computed: float = 0.0
    running: bool = True
    stack: tuple[str, ...] = ()


class Watchdog:
    """Measures events, counts blocks and keeps the longest. To be used on the thread that made it."""

    def __init__(
        self,
        now: Callable[[], float] = time.perf_counter,
        computed: Callable[[], float] = time.thread_time,
    ) -> None:
        self.during = ""
        """What is under way, say the name of a test or of a step; each block takes it along."""
        self.events = 0
        self.blocks = 0
        self._worst: list[Block] = []
        self._now = now
        self._computed = computed
        self._thread = threading.get_ident()
        self._under_way: list[Outermost] = []
        self._stopped = threading.Event()

    def start(self) -> None:
        """Look from a thread at what runs when an event takes too long, until `stop`."""
        self._stopped.clear()
        threading.Thread(target=self._look_around, name="watchdog", daemon=True).start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    @property
    def worst(self) -> tuple[Block, ...]:
        """The longest blocks, the longest first."""
        return tuple(self._worst)

    def summary(self) -> tuple[str, ...]:
        """Return the count and the longest blocks in words."""
        limit = f"{LONGEST_WAIT * 1000:.0f} ms"
        count = f"{self.events} events, {self.blocks} blocks over {limit}"
        if not self._worst:
            return (count,)
        return (f"{count}; the longest:", *(line for block in self._worst for line in block.lines()))

    # --- What the application tells, on the thread that is watched ---

    def begin(self, level: int) -> Outermost | None:
        """An event is delivered in a loop of this level; return it if it is an outermost one."""
        if self._under_way:
            below = self._under_way[-1]
            if level <= below.level:
                return None
            self._pause(below)
        self.events += 1
        event = Outermost(level, self._now(), self._computed())
        self._under_way.append(event)
        return event

    def end(self, event: Outermost, told: Callable[[], tuple[str, str]]) -> None:
        """The event is over; `told` names its receiver and its kind, should somebody ask."""
        self._pause(event)
        self._under_way.remove(event)
        if event.spent > LONGEST_WAIT:
            self.blocks += 1
            self._keep(Block(event.spent, event.computed, *told(), self.during, event.stack))
        if self._under_way:
            self._resume(self._under_way[-1])

    def waits(self, level: int) -> None:
        """A loop of this level is about to wait."""
        if self._under_way and level > self._under_way[-1].level:
            self._pause(self._under_way[-1])

    def wakes(self, level: int) -> None:
        """A loop of this level has waited."""
        if self._under_way and level > self._under_way[-1].level:
            self._resume(self._under_way[-1])

    # --- Measuring ---

    def _pause(self, event: Outermost) -> None:
        if event.running:
            event.running = False
            event.spent += self._now() - event.since
            event.computed += self._computed() - event.computing_since

    def _resume(self, event: Outermost) -> None:
        if not event.running:
            event.since, event.computing_since = self._now(), self._computed()
            event.running = True

    def _keep(self, block: Block) -> None:
        self._worst.append(block)
        self._worst.sort(key=lambda kept: kept.seconds, reverse=True)
        del self._worst[KEPT:]

    # --- On the thread that looks around ---

    def _look_around(self) -> None:
        while not self._stopped.wait(LOOK_EVERY):
            self.look()

    def look(self) -> None:
        """Note what runs, if an event has just taken too long."""
        under_way = self._under_way[-1:]
        if not under_way or not under_way[0].running or under_way[0].stack:
            return
        event = under_way[0]
        if event.spent + self._now() - event.since > LONGEST_WAIT:
            event.stack = calls(sys._current_frames().get(self._thread))  # noqa: SLF001 - the one way to ask


def calls(frame: FrameType | None) -> tuple[str, ...]:
    """Return the innermost calls up to this frame as `file:line function`, the innermost last."""
    told: list[str] = []
    while frame is not None and len(told) < FRAMES:
        code = frame.f_code
        if code.co_filename != __file__:
            place = "/".join(code.co_filename.replace("\\", "/").split("/")[-3:])
            told.append(f"{place}:{frame.f_lineno} {code.co_qualname}")
        frame = frame.f_back
    return tuple(reversed(told))


class WatchedApplication(QApplication):
    """An application whose watchdog hears of every event. Each costs some microseconds more."""

    def __init__(self, arguments: list[str], watchdog: Watchdog) -> None:
        super().__init__(arguments)
        self._ui_thread = threading.get_ident()
        self.watchdog = watchdog
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.aboutToBlock.connect(self._waits)
        dispatcher.awake.connect(self._wakes)
        watchdog.start()

    def notify(self, receiver: QObject, event: QEvent, /) -> bool:
        """Deliver the event and measure it.

        What it raises goes where Qt's own loop would take it, to `sys.excepthook`: PySide 6.11 does not
        survive every exception that leaves this method.
        """
        if threading.get_ident() != self._ui_thread:
            return super().notify(receiver, event)
        outermost = self.watchdog.begin(self.thread().loopLevel())
        try:
            return super().notify(receiver, event)
        except BaseException:  # noqa: BLE001 - handed on whole, see above
            sys.excepthook(*sys.exc_info())
            return True
        finally:
            if outermost is not None:
                self.watchdog.end(outermost, lambda: (type(receiver).__name__, event.type().name))

    @Slot()
    def _waits(self) -> None:
        self.watchdog.waits(self.thread().loopLevel())

    @Slot()
    def _wakes(self) -> None:
        self.watchdog.wakes(self.thread().loopLevel())
