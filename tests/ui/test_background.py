"""Background: work runs elsewhere, its news arrive on the UI thread, and what was cancelled is silent."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from docdesk.foundation.progress import Cancellation
from docdesk.ui.background import Background


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def test_work_runs_off_the_ui_thread_and_its_answer_arrives_on_it(
    background: Background, qtbot: QtBot
) -> None:
    heard: list[tuple[int, QThread]] = []
    worked: list[int] = []

    def work(_cancellation: Cancellation) -> int:
        worked.append(threading.get_ident())
        return 42

    background.run(work, done=lambda answer: heard.append((answer, QThread.currentThread())))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0][0] == 42
    assert heard[0][1] is background.thread()
    assert worked != [threading.get_ident()]
    assert not background.busy


def test_work_whose_answer_nobody_waits_for_comes_to_its_end(background: Background, qtbot: QtBot) -> None:
    ended: list[str] = []
    background.run(lambda _stop: ended.append("end"))
    qtbot.waitUntil(lambda: not background.busy)
    assert ended == ["end"]


def test_nothing_is_heard_of_cancelled_work(background: Background, qtbot: QtBot) -> None:
    begun, go = threading.Event(), threading.Event()
    heard: list[object] = []

    def work(_cancellation: Cancellation) -> str:
        begun.set()
        go.wait(10)
        return "end"

    job = background.run(work, done=heard.append, failed=heard.append)
    assert begun.wait(10)
    job.cancel()
    go.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert heard == []


def test_work_that_looks_at_its_cancellation_ends_silently(background: Background, qtbot: QtBot) -> None:
    begun = threading.Event()
    heard: list[object] = []

    def work(cancellation: Cancellation) -> None:
        begun.set()
        while True:
            cancellation.check()

    job = background.run(work, done=heard.append, failed=heard.append)
    assert begun.wait(10)
    job.cancel()
    qtbot.waitUntil(lambda: not background.busy)
    assert heard == []


def fails(_cancellation: Cancellation) -> None:
    raise ValueError("secret")


def test_a_failure_goes_to_whoever_takes_it(background: Background, qtbot: QtBot) -> None:
    heard: list[Exception] = []
    background.run(fails, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], ValueError)


def test_a_failure_that_nobody_takes_is_raised_on_the_ui_thread(background: Background, qtbot: QtBot) -> None:
    with capture_exceptions() as raised:
        background.run(fails)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ValueError


def test_closing_cancels_the_work_and_waits_for_its_end(qtbot: QtBot) -> None:
    background = Background(threads=1)
    begun = threading.Event()
    ended: list[str] = []
    heard: list[object] = []

    def work(cancellation: Cancellation) -> None:
        begun.set()
        while not cancellation.asked:
            pass
        ended.append("first")

    background.run(work, done=heard.append)
    background.run(lambda _stop: ended.append("second"), done=heard.append)
    assert begun.wait(10)
    background.close()
    assert ended == ["first"]
    assert background.run(work, done=heard.append).cancellation.asked
    assert heard == []


def test_what_keeps_something_for_the_user_is_done_before_the_end(qtbot: QtBot) -> None:
    background = Background(threads=1)
    begun = threading.Event()
    ended: list[str] = []

    def work(cancellation: Cancellation) -> None:
        begun.set()
        while not cancellation.asked:
            pass

    background.run(work)
    background.run(lambda _stop: ended.append("kept"), to_the_end=True)
    background.run(lambda _stop: ended.append("not kept"))
    assert begun.wait(10)
    background.close()
    assert ended == ["kept"]
