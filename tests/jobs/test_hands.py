"""Hands work through a queue in processes, are stopped at once, and replaced when lost."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from queue import Queue

import pytest

from docdesk.jobs.hands import Answered, Begun, Broken, Ended, Hands, Told

# The processes must find it by this name too.
sys.path.insert(0, str(Path(__file__).parent))
from hand_work import made

LONG = 30.0

Making = Callable[[int], tuple[Hands[object, object], "Queue[Told]"]]


@pytest.fixture
def making(tmp_path: Path) -> Iterator[Making]:
    """Make hands, and close them at the end of the test."""
    all_hands = []

    def make(workers: int) -> tuple[Hands[object, object], Queue[Told]]:
        told: Queue[Told] = Queue()
        hands: Hands[object, object] = Hands(partial(made, str(tmp_path)), workers, told.put)
        all_hands.append(hands)
        return hands, told

    yield make
    for hands in all_hands:
        hands.close()


def next_of(told: "Queue[Told]", count: int) -> list[Told]:
    return [told.get(timeout=LONG) for _ in range(count)]


def test_answers_are_told_between_begin_and_end(making: Making) -> None:
    hands, told = making(1)
    hands.give(7, 1)
    assert next_of(told, 4) == [Begun(7), Answered(7, [1, 1]), Answered(7, "last"), Ended(7)]


def test_one_process_serves_many_items(making: Making) -> None:
    hands, told = making(1)
    for ticket in (1, 2):
        hands.give(ticket, "pid")
    first, second = [news.answer for news in next_of(told, 6) if isinstance(news, Answered)]
    assert first == second


def test_preferred_items_come_first(making: Making, tmp_path: Path) -> None:
    hands, told = making(1)
    hands.give(1, ("go",))
    assert next_of(told, 1) == [Begun(1)]
    for ticket in (2, 3, 4):
        hands.give(ticket, ticket)
    hands.prefer((4, 99, 3))
    (tmp_path / "go").touch()
    order = [news.ticket for news in next_of(told, 15) if isinstance(news, Begun)]
    assert order == [4, 3, 2]


def test_items_taken_back_are_stopped_at_once_and_told_of_no_more(making: Making) -> None:
    hands, told = making(1)
    hands.give(1, "for ever")
    hands.give(2, 2)
    hands.give(3, 3)
    assert next_of(told, 2) == [Begun(1), Answered(1, "begun")]
    hands.take_back((1, 2))
    assert next_of(told, 4) == [Begun(3), Answered(3, [3, 3]), Answered(3, "last"), Ended(3)]


def test_a_stopped_process_leaves_in_order(making: Making, tmp_path: Path) -> None:
    hands, told = making(1)
    hands.give(1, "for ever")
    next_of(told, 2)
    hands.close()
    assert list(tmp_path.glob("left-*")), "its context was left, so what it had made is removed"


@pytest.mark.expects_log
def test_a_fault_breaks_one_item_and_quotes_nothing(making: Making, caplog: pytest.LogCaptureFixture) -> None:
    hands, told = making(1)
    hands.give(1, "fail")
    hands.give(2, 2)
    assert next_of(told, 3) == [Begun(1), Broken(1), Begun(2)]
    next_of(told, 3)
    assert "RuntimeError" in caplog.text
    assert "SMITH" not in caplog.text


@pytest.mark.expects_log
def test_a_process_that_dies_breaks_one_item_and_is_replaced(making: Making) -> None:
    hands, told = making(1)
    hands.give(1, "die")
    hands.give(2, 2)
    assert next_of(told, 3) == [Begun(1), Broken(1), Begun(2)]
    assert next_of(told, 3)[-1] == Ended(2)


def test_hands_work_side_by_side(making: Making, tmp_path: Path) -> None:
    hands, told = making(2)
    hands.give(1, ("go",))
    hands.give(2, 2)
    seen = next_of(told, 5)
    assert Ended(2) in seen
    assert Begun(1) in seen
    (tmp_path / "go").touch()
    assert next_of(told, 3)[-1] == Ended(1)
