"""A crew hands on what ended, goes on after a loss, and is gone when it is left."""

import os
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from docdesk.foundation.progress import Cancellation, Cancelled
from docdesk.jobs.crew import Crew, Done, Lost

# The processes must find it by this name too.
sys.path.insert(0, str(Path(__file__).parent))
from hand_work import made


def crew(folder: Path, workers: int) -> Crew[object, object]:
    return Crew(partial(made, str(folder)), workers)


def test_every_item_ends_once_with_its_answers(tmp_path: Path) -> None:
    with crew(tmp_path, 2) as hands:
        ended = list(hands.work(range(7)))
    assert sorted(ended, key=repr) == [Done(number, ([number, number], "last")) for number in range(7)]


def test_a_second_list_is_worked_on_by_the_same_processes(tmp_path: Path) -> None:
    with crew(tmp_path, 1) as hands:
        (first,), (second,) = list(hands.work(["pid"])), list(hands.work(["pid"]))
    assert first == second


@pytest.mark.expects_log
def test_a_failure_and_a_loss_cost_one_item_each(tmp_path: Path) -> None:
    with crew(tmp_path, 1) as hands:
        ended = list(hands.work(["fail", "die", 3]))
    assert ended == [Lost("fail"), Lost("die"), Done(3, ([3, 3], "last"))]


def test_what_is_left_in_hand_is_stopped_and_the_processes_are_gone(tmp_path: Path) -> None:
    with crew(tmp_path, 1) as hands:
        working = hands.work(["pid", "for ever"])
        ended = next(working)
        assert isinstance(ended, Done)
        (process,) = ended.answers
    assert not _runs(process)


def test_closing_the_iterator_takes_back_the_rest(tmp_path: Path) -> None:
    with crew(tmp_path, 1) as hands:
        working = hands.work([1, "for ever", "for ever"])
        assert next(working) == Done(1, ([1, 1], "last"))
        working.close()
        assert list(hands.work([2])) == [Done(2, ([2, 2], "last"))]


def test_a_wish_to_stop_ends_what_is_in_hand_at_once(tmp_path: Path) -> None:
    wish = Cancellation()
    with crew(tmp_path, 1) as hands:
        working = hands.work(["pid", "for ever"], wish)
        ended = next(working)
        assert isinstance(ended, Done)
        wish.cancel()
        with pytest.raises(Cancelled):
            next(working)
        assert list(hands.work([2])) == [Done(2, ([2, 2], "last"))]
    (process,) = ended.answers
    assert not _runs(process)


def _runs(process: object) -> bool:
    assert isinstance(process, int)
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True
