"""The pool hands answers back in order, survives a failing item, and stops when asked."""

import threading
import time
from collections.abc import Iterator

import pytest

from docdesk.foundation.progress import Cancellation, Cancelled, Progress
from docdesk.jobs.pool import Done, Failed, JobPool


def nothing(_progress: Progress) -> None:
    """Take no note."""


def test_answers_come_in_the_order_of_the_items() -> None:
    def work(item: int, _cancellation: Cancellation) -> list[int]:
        time.sleep(0.002 * (5 - item))
        return [item * 10]

    pool = JobPool(3)
    answers = list(pool.run(work, range(5), total=5, cancellation=Cancellation(), progress=nothing))
    assert answers == [Done(item, item * 10) for item in range(5)]


def test_no_more_items_are_begun_than_workers_can_use() -> None:
    begun = []

    def items() -> Iterator[int]:
        for item in range(100):
            begun.append(item)
            yield item

    answers = JobPool(2).run(
        lambda item, _c: [item], items(), total=100, cancellation=Cancellation(), progress=nothing
    )
    next(answers)
    assert len(begun) <= 5
    answers.close()


@pytest.mark.expects_log
def test_a_failing_item_is_told_and_the_rest_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    name = "SM"

    def work(item: int, _cancellation: Cancellation) -> list[int]:
        if item == 1:
            raise RuntimeError(f"{name}ITH")
        return [item]

    answers = list(JobPool(1).run(work, range(3), total=3, cancellation=Cancellation(), progress=nothing))
    assert [type(answer) for answer in answers] == [Done, Failed, Done]
    assert "RuntimeError" in caplog.text
    assert "SMITH" not in caplog.text, "what an exception quotes of a document must stay out of the log"


def test_work_stops_at_its_next_step_when_cancelled() -> None:
    cancellation = Cancellation()
    running = threading.Event()

    def work(_item: int, cancellation: Cancellation) -> list[int]:
        running.set()
        while True:
            cancellation.check()
            time.sleep(0.001)

    threading.Thread(target=lambda: (running.wait(), cancellation.cancel())).start()
    assert list(JobPool(2).run(work, range(9), total=9, cancellation=cancellation, progress=nothing)) == []


def test_progress_counts_every_item() -> None:
    told: list[Progress] = []
    list(
        JobPool(2).run(
            lambda item, _c: [item], range(3), total=3, cancellation=Cancellation(), progress=told.append
        )
    )
    assert told == [Progress(1, 3), Progress(2, 3), Progress(3, 3)]


def test_closing_the_iterator_stops_the_work_in_hand() -> None:
    stopped = []

    def work(item: int, cancellation: Cancellation) -> list[int]:
        if item == 0:
            return [item]
        while not cancellation.asked:
            time.sleep(0.001)
        stopped.append(item)
        raise Cancelled

    answers = JobPool(2).run(work, range(9), total=9, cancellation=Cancellation(), progress=nothing)
    assert next(answers) == Done(0, 0)
    answers.close()
    assert stopped


def test_answers_on_one_item_come_before_it_is_finished() -> None:
    go_on = threading.Event()

    def work(item: int, _cancellation: Cancellation) -> Iterator[int]:
        yield item
        assert go_on.wait(10)
        yield item + 100

    answers = JobPool(2).run(work, range(2), total=2, cancellation=Cancellation(), progress=nothing)
    assert next(answers) == Done(0, 0)
    go_on.set()
    assert list(answers) == [Done(0, 100), Done(1, 1), Done(1, 101)]


@pytest.mark.expects_log
def test_what_was_answered_before_a_failure_is_kept() -> None:
    def work(item: int, _cancellation: Cancellation) -> Iterator[int]:
        yield item
        raise RuntimeError

    answers = list(JobPool(1).run(work, range(1), total=1, cancellation=Cancellation(), progress=nothing))
    assert [type(answer) for answer in answers] == [Done, Failed]
