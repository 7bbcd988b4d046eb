"""What counts as a block of the UI thread, how long it was, and what is told of it."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType

import pytest
from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QPushButton
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from docdesk.ui.watchdog import KEPT, Block, Watchdog, WatchedApplication, calls

TOLD = ("Receiver", "Paint")


class Clock:
    """A clock that goes only when told to, and computes half of the time."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def now(self) -> float:
        return self.seconds

    def computed(self) -> float:
        return self.seconds / 2


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watchdog(clock: Clock) -> Watchdog:
    return Watchdog(clock.now, clock.computed)


def event(watchdog: Watchdog, level: int, meanwhile: Callable[[], None]) -> None:
    """An event in a loop of this level, and what happens while it lasts."""
    begun = watchdog.begin(level)
    meanwhile()
    if begun is not None:
        watchdog.end(begun, lambda: TOLD)


def passing(clock: Clock, milliseconds: int) -> Callable[[], None]:
    def pass_by() -> None:
        clock.seconds += milliseconds / 1000

    return pass_by


# --- Counting ---


def test_an_event_of_up_to_50_ms_is_no_block(watchdog: Watchdog, clock: Clock) -> None:
    event(watchdog, 1, passing(clock, 49))
    assert (watchdog.events, watchdog.blocks, watchdog.worst) == (1, 0, ())


def test_an_event_of_more_than_50_ms_is_a_block_with_its_receiver_and_its_occasion(
    watchdog: Watchdog, clock: Clock
) -> None:
    watchdog.during = "opening a folder"
    event(watchdog, 1, passing(clock, 80))
    (block,) = watchdog.worst
    assert watchdog.blocks == 1
    assert (round(block.seconds, 3), round(block.computing, 3)) == (0.08, 0.04)
    assert (block.receiver, block.event, block.during) == (*TOLD, "opening a folder")


def test_events_that_an_event_calls_for_count_as_part_of_it(watchdog: Watchdog, clock: Clock) -> None:
    def calls_others() -> None:
        for _ in range(3):
            event(watchdog, 1, passing(clock, 30))

    event(watchdog, 1, calls_others)
    assert (watchdog.events, watchdog.blocks) == (1, 1)
    assert round(watchdog.worst[0].seconds, 3) == 0.09


def test_an_event_of_a_nested_loop_is_measured_by_itself(watchdog: Watchdog, clock: Clock) -> None:
    def begins_a_loop() -> None:
        clock.seconds += 0.03
        event(watchdog, 2, passing(clock, 80))
        clock.seconds += 0.03

    event(watchdog, 1, begins_a_loop)
    assert (watchdog.events, watchdog.blocks) == (2, 2)
    assert [round(block.seconds, 3) for block in watchdog.worst] == [0.08, 0.06]


def test_waiting_in_a_nested_loop_is_no_block(watchdog: Watchdog, clock: Clock) -> None:
    def begins_a_loop() -> None:
        for _ in range(2):
            watchdog.waits(2)
            clock.seconds += 10
            watchdog.wakes(2)
            event(watchdog, 2, passing(clock, 1))

    event(watchdog, 1, begins_a_loop)
    assert (watchdog.events, watchdog.blocks) == (3, 0)


def test_the_five_longest_are_kept_the_longest_first(watchdog: Watchdog, clock: Clock) -> None:
    for milliseconds in (60, 90, 55, 70, 200, 51, 80):
        event(watchdog, 1, passing(clock, milliseconds))
    assert watchdog.blocks == 7
    assert [round(block.seconds * 1000) for block in watchdog.worst] == [200, 90, 80, 70, 60]
    assert len(watchdog.worst) == KEPT


# --- Looking at what runs ---


def test_what_runs_after_50_ms_is_noted_once(watchdog: Watchdog, clock: Clock) -> None:
    seen: list[tuple[str, ...]] = []

    def first_too_long() -> None:
        clock.seconds += 0.04
        watchdog.look()
        seen.append(watchdog._under_way[0].stack)
        clock.seconds += 0.02
        watchdog.look()

    def later() -> None:
        watchdog.look()

    def slow() -> None:
        first_too_long()
        later()

    event(watchdog, 1, slow)
    assert seen == [()]
    assert watchdog.worst[0].stack[-1].endswith("first_too_long")
    assert "tests/ui/test_watchdog.py:" in watchdog.worst[0].stack[-1]


def test_between_events_there_is_nothing_to_note(watchdog: Watchdog) -> None:
    watchdog.look()
    assert watchdog.worst == ()


def test_of_a_deep_stack_the_innermost_calls_are_told() -> None:
    def deep(more: int) -> FrameType:
        return deep(more - 1) if more else sys._getframe()

    told = calls(deep(20))
    assert len(told) == 8
    assert all(call.endswith("deep") for call in told)


# --- Telling ---


def test_without_blocks_the_summary_is_the_count(watchdog: Watchdog, clock: Clock) -> None:
    event(watchdog, 1, passing(clock, 1))
    assert watchdog.summary() == ("1 events, 0 blocks over 50 ms",)


def test_the_summary_tells_each_block_and_what_ran(watchdog: Watchdog, clock: Clock) -> None:
    event(watchdog, 1, passing(clock, 80))
    count, block, stack = watchdog.summary()
    assert count == "1 events, 1 blocks over 50 ms; the longest:"
    assert block == "80 ms (40 ms computing): Paint to Receiver"
    assert "no Python could look" in stack
    told = Block(0.08, 0.01, *TOLD, "a test", ("file.py:1 run",))
    assert told.lines() == ("80 ms (10 ms computing): Paint to Receiver in a test", "    file.py:1 run")


# --- In the application ---


class Sender(QObject):
    """Emits from any thread."""

    sent = Signal()


@pytest.fixture
def watched(qapp: WatchedApplication, clock: Clock) -> Iterator[Watchdog]:
    """A watchdog of this test's own, with a clock of its own."""
    usual, qapp.watchdog = qapp.watchdog, Watchdog(clock.now, clock.computed)
    yield qapp.watchdog
    qapp.watchdog = usual


def test_a_slow_slot_is_told_with_its_widget_and_event(qtbot: QtBot, watched: Watchdog, clock: Clock) -> None:
    button = QPushButton("slow")
    qtbot.addWidget(button)
    button.clicked.connect(passing(clock, 70))
    QTimer.singleShot(0, button, button.click)
    qtbot.waitUntil(lambda: watched.blocks == 1)
    assert watched.worst[0].event in {"MetaCall", "Timer"}
    assert round(watched.worst[0].seconds, 3) == 0.07


def test_a_nested_loop_blocks_nothing_while_it_waits(qtbot: QtBot, watched: Watchdog, clock: Clock) -> None:
    finished = []
    dispatcher = QAbstractEventDispatcher.instance()
    waiting = passing(clock, 10_000)

    def begin_a_loop() -> None:
        dispatcher.aboutToBlock.connect(waiting)
        loop = QEventLoop()
        QTimer.singleShot(0, passing(clock, 40))
        QTimer.singleShot(5, passing(clock, 40))
        QTimer.singleShot(10, loop.quit)
        loop.exec()
        dispatcher.aboutToBlock.disconnect(waiting)
        finished.append(True)

    QTimer.singleShot(0, begin_a_loop)
    qtbot.waitUntil(lambda: bool(finished))
    assert watched.blocks == 0


def test_news_from_another_thread_are_measured_where_they_arrive(
    qtbot: QtBot, watched: Watchdog, clock: Clock
) -> None:
    sender = Sender()
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(passing(clock, 60))
    sender.sent.connect(button.click)
    thread = threading.Thread(target=sender.sent.emit)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: watched.blocks == 1)
    assert watched.worst[0].event == "MetaCall"


def test_an_event_of_ones_own_kind_can_be_told(qtbot: QtBot, watched: Watchdog, clock: Clock) -> None:
    kind = QEvent.Type(QEvent.registerEventType())

    class Slow(QObject):
        def event(self, heard: QEvent) -> bool:
            if heard.type() == kind:
                passing(clock, 60)()
            return super().event(heard)

    slow = Slow()
    QCoreApplication.sendEvent(slow, QEvent(kind))
    assert (watched.worst[0].receiver, watched.worst[0].event) == ("Slow", kind.name)


def test_the_watchdog_of_an_application_looks_around(qapp: WatchedApplication) -> None:
    assert "watchdog" in {thread.name for thread in threading.enumerate()}


def test_the_sampler_catches_what_runs(qtbot: QtBot, qapp: WatchedApplication) -> None:
    usual, qapp.watchdog = qapp.watchdog, Watchdog()
    qapp.watchdog.start()

    def dawdle() -> None:
        until = time.perf_counter() + 5
        while time.perf_counter() < until and not qapp.watchdog._under_way[0].stack:
            sum(range(1000))

    try:
        QTimer.singleShot(0, dawdle)
        qtbot.waitUntil(lambda: qapp.watchdog.blocks == 1, timeout=10_000)
        assert "dawdle" in "".join(qapp.watchdog.worst[0].stack)
    finally:
        qapp.watchdog.stop()
        qapp.watchdog = usual


def test_what_an_event_raises_is_heard_once_and_ends_nothing(qtbot: QtBot, watched: Watchdog) -> None:
    after = []
    with capture_exceptions() as heard:
        QTimer.singleShot(0, lambda: [][1])
        QTimer.singleShot(0, lambda: after.append(True))
        qtbot.waitUntil(lambda: bool(after))
    assert [kind for kind, _, _ in heard] == [IndexError]
    assert not watched._under_way
