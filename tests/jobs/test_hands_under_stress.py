"""Hands keep their promises however items are taken back, preferred and lost while others run."""

import os
import random
import signal
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from docdesk.jobs import hands as module
from docdesk.jobs.hands import Answered, Begun, Broken, Ended, Hands, Told

# The processes must find it by this name too.
sys.path.insert(0, str(Path(__file__).parent))
from hand_work import made

LONG = 60.0
QUICK_ITEMS = 3000
STRUCK_AT_MOST = 25
"""Items stopped in a process: each costs a new one."""


class Ledger:
    """Writes down what is told of each item, and what is told of one that had been taken back."""

    def __init__(self) -> None:
        self.told: dict[int, list[Told]] = defaultdict(list)
        self.too_late: list[Told] = []
        self.taken_back: set[int] = set()
        self.lock = threading.Lock()

    def hear(self, news: Told) -> None:
        with self.lock:
            if news.ticket in self.taken_back:
                self.too_late.append(news)
            self.told[news.ticket].append(news)

    def note_taken_back(self, tickets: set[int]) -> None:
        with self.lock:
            self.taken_back |= tickets

    def ended(self, tickets: set[int]) -> bool:
        with self.lock:
            last = [(self.told.get(ticket) or [None])[-1] for ticket in tickets]
        return all(isinstance(news, Ended | Broken) for news in last)

    def under_way(self) -> list[int]:
        with self.lock:
            begun = {ticket: news[-1] for ticket, news in self.told.items() if news}
        return [ticket for ticket, last in begun.items() if not isinstance(last, Ended | Broken)]


def wait_until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + LONG
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.005)


def test_every_item_that_stays_is_told_once_from_begin_to_end_and_nothing_of_the_rest(tmp_path: Path) -> None:
    chance = random.Random(7)
    ledger = Ledger()
    hands: Hands[object, object] = Hands(partial(made, str(tmp_path)), 2, ledger.hear)
    everything, struck = set(range(QUICK_ITEMS)), 0
    for ticket in sorted(everything):
        hands.give(ticket, ticket)
        if chance.random() < 0.05:
            hands.prefer(chance.sample(range(ticket + 1), min(5, ticket + 1)))
        if chance.random() < 0.05:
            some = {chance.randrange(ticket + 1) for _ in range(4)}
            # Those that are known to have ended stay as they are: their end was told.
            some = {number for number in some if not ledger.ended({number})}
            hands.take_back(some)
            ledger.note_taken_back(some)
        if struck < STRUCK_AT_MOST and ticket % 100 == 0 and (running := ledger.under_way()):
            hands.take_back(running)
            ledger.note_taken_back(set(running))
            struck += 1
    wait_until(lambda: ledger.ended(everything - ledger.taken_back))
    hands.close()
    assert ledger.too_late == []
    for ticket in everything - ledger.taken_back:
        assert ledger.told[ticket] == [
            Begun(ticket),
            Answered(ticket, [ticket, ticket]),
            Answered(ticket, "last"),
            Ended(ticket),
        ]


def test_an_item_can_be_taken_back_while_its_process_is_being_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starting, go_on = threading.Event(), threading.Event()
    start = module.start

    def slow_start(process: object) -> None:
        starting.set()
        assert go_on.wait(LONG)
        start(process)

    ledger = Ledger()
    hands: Hands[object, object] = Hands(partial(made, str(tmp_path)), 1, ledger.hear)
    hands.give(1, "for ever")
    wait_until(lambda: len(ledger.told.get(1, ())) == 2)
    monkeypatch.setattr(module, "start", slow_start)
    hands.give(2, "for ever")
    hands.give(3, 3)
    hands.take_back({1})
    assert starting.wait(LONG)
    hands.take_back({2})
    go_on.set()
    wait_until(lambda: ledger.ended({3}))
    hands.close()


@pytest.mark.expects_log
def test_an_item_is_broken_where_no_process_can_be_started_and_the_next_one_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, start = threading.Event(), module.start

    def start_if_there_is_room(process: object) -> None:
        if not room.is_set():
            raise BlockingIOError
        start(process)

    monkeypatch.setattr(module, "start", start_if_there_is_room)
    ledger = Ledger()
    hands: Hands[object, object] = Hands(partial(made, str(tmp_path)), 1, ledger.hear)
    hands.give(1, 1)
    wait_until(lambda: ledger.ended({1}))
    room.set()
    hands.give(2, 2)
    wait_until(lambda: ledger.ended({2}))
    hands.close()
    assert ledger.told[1] == [Begun(1), Broken(1)]
    assert ledger.told[2][-1] == Ended(2)


def test_closing_while_a_process_is_being_started_does_not_wait_for_the_item(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starting, go_on = threading.Event(), threading.Event()
    start = module.start

    def slow_start(process: object) -> None:
        starting.set()
        assert go_on.wait(LONG)
        start(process)

    monkeypatch.setattr(module, "start", slow_start)
    ledger = Ledger()
    hands: Hands[object, object] = Hands(partial(made, str(tmp_path)), 1, ledger.hear)
    hands.give(1, "for ever")
    assert starting.wait(LONG)
    closing = threading.Thread(target=hands.close)
    closing.start()
    go_on.set()
    closing.join(LONG)
    assert not closing.is_alive()


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.expects_log
def test_a_process_that_is_killed_while_it_rests_costs_no_item(tmp_path: Path) -> None:
    ledger = Ledger()
    hands: Hands[object, object] = Hands(partial(made, str(tmp_path)), 1, ledger.hear)
    for ticket in range(1, 4):
        hands.give(ticket, "pid")
        wait_until(partial(ledger.ended, {ticket}))
        answer = ledger.told[ticket][1]
        assert isinstance(answer, Answered)
        os.kill(answer.answer, signal.SIGKILL)
        os.waitid(os.P_PID, answer.answer, os.WEXITED | os.WNOWAIT)
    hands.close()
