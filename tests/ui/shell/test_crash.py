"""A fault that nobody foresaw is told, quotes nothing, and leaves the work where it is."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from docdesk import __version__
from docdesk.ui.background import Background
from docdesk.ui.shell.crash_hook import CrashHook, Fault, fault_of
from docdesk.ui.shell.crash_page import CrashPage
from docdesk.ui.shell.main_window import MainWindow
from tests.ui.accessibility import nameless
from tests.ui.shell.fakes import FakeWorkspace

Two = tuple[FakeWorkspace, FakeWorkspace]
SECRET = "L898902C3"


@pytest.fixture
def hook(window: MainWindow) -> Iterator[CrashHook]:
    made = CrashHook()
    made.happened.connect(window.show_fault)
    made.install()
    yield made
    made.remove()


@pytest.fixture
def page(window: MainWindow) -> CrashPage:
    found = window.findChild(CrashPage)
    assert found is not None
    return found


def fails(number: str = SECRET) -> None:
    raise ValueError(f"bad number {number}")


def button(page: CrashPage, words: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == words)


def texts(page: CrashPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def a_fault() -> Fault:
    try:
        fails()
    except ValueError as error:
        return fault_of(error)


@pytest.mark.expects_log
def test_a_slot_that_raises_shows_the_page_and_keeps_the_work(
    window: MainWindow, hook: CrashHook, page: CrashPage, workspaces: Two, qtbot: QtBot
) -> None:
    workspaces[0].line.setText("entered")
    workspaces[0].line.setFocus()
    workspaces[0].button.clicked.connect(lambda: fails())
    workspaces[0].button.click()
    qtbot.waitUntil(page.isVisible)
    assert page.geometry() == window.rect()
    assert "ValueError" in texts(page)
    assert "in fails" in texts(page)
    assert button(page, "Go on").hasFocus()
    assert nameless(page) == []
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert workspaces[0].line.text() == "entered"
    assert workspaces[0].line.hasFocus()
    qtbot.keyClicks(workspaces[0].line, "!")
    assert workspaces[0].line.text() == "entered!"


@pytest.mark.expects_log
def test_nothing_that_an_exception_says_is_told(
    hook: CrashHook, page: CrashPage, workspaces: Two, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    workspaces[0].button.clicked.connect(lambda: fails())
    workspaces[0].button.click()
    qtbot.waitUntil(page.isVisible)
    button(page, "Copy details").click()
    details = QGuiApplication.clipboard().text()
    assert __version__ in details
    assert "test_crash.py" in details
    assert "ValueError" in details
    assert SECRET not in details + texts(page) + "".join(capfd.readouterr())


@pytest.mark.expects_log
def test_a_second_fault_only_counts(window: MainWindow, page: CrashPage) -> None:
    window.show_fault(a_fault())
    first = texts(page)
    window.show_fault(a_fault())
    window.show_fault(a_fault())
    assert len(page.faults) == 3
    assert texts(page).startswith(first.split("Nothing is lost")[0])
    assert "Meanwhile it failed again: 2." in texts(page)
    button(page, "Go on").click()
    window.show_fault(a_fault())
    assert "Meanwhile" not in texts(page)


@pytest.mark.expects_log
def test_a_fault_on_a_thread_is_told(hook: CrashHook, page: CrashPage, qtbot: QtBot) -> None:
    thread = threading.Thread(target=fails)
    thread.start()
    thread.join()
    qtbot.waitUntil(page.isVisible)
    assert "ValueError" in texts(page)


@pytest.mark.expects_log
def test_a_fault_that_cannot_be_raised_is_told(hook: CrashHook, page: CrashPage, qtbot: QtBot) -> None:
    class FailsToEnd:
        def __del__(self) -> None:
            fails()

    FailsToEnd()
    qtbot.waitUntil(page.isVisible)
    assert "ValueError" in texts(page)


@pytest.mark.expects_log
def test_work_that_fails_off_the_ui_thread_is_told(
    hook: CrashHook, page: CrashPage, background: Background, qtbot: QtBot
) -> None:
    background.run(lambda _stop: fails())
    qtbot.waitUntil(page.isVisible)
    assert "ValueError" in texts(page)


def test_an_interruption_is_left_to_whoever_heard_of_it_before(hook: CrashHook, page: CrashPage) -> None:
    heard: list[type[BaseException]] = []
    hook.remove()
    before = sys.excepthook
    sys.excepthook = lambda kind, _error, _trace: heard.append(kind)
    hook.install()
    try:
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        hook.remove()
        sys.excepthook = before
    assert heard == [KeyboardInterrupt]
    assert not page.isVisible()


def test_removing_the_hook_leaves_all_as_it_was(qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    hook = CrashHook()
    hook.install()
    assert sys.excepthook is not before[0]
    hook.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_closing_after_a_fault_asks_nothing(
    window: MainWindow, page: CrashPage, workspaces: Two, qtbot: QtBot
) -> None:
    workspaces[0].would_lose = "What you entered is lost."
    window.show_fault(a_fault())
    qtbot.mouseClick(button(page, "Close docdesk"), Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_open_dialogs_keep_nobody_from_the_page_and_come_back_in_their_order(
    window: MainWindow, page: CrashPage
) -> None:
    lower = QDialog(window.centralWidget())
    upper = QDialog(lower)
    lower.open()
    upper.open()
    window.show_fault(a_fault())
    assert QApplication.activeModalWidget() is None
    button(page, "Go on").click()
    assert QApplication.activeModalWidget() is upper
    assert upper.isEnabled()
    upper.reject()
    assert QApplication.activeModalWidget() is lower
    lower.reject()
    window.show_fault(a_fault())
    button(page, "Go on").click()
    assert not lower.isVisible(), "what the user closed stays closed"


def test_a_dialog_that_is_gone_meanwhile_does_not_come_back(window: MainWindow, page: CrashPage) -> None:
    dialog = QDialog(window.centralWidget())
    dialog.open()
    window.show_fault(a_fault())
    delete(dialog)
    button(page, "Go on").click()
    assert page.isHidden()


def test_the_page_covers_the_window_at_any_size(window: MainWindow, page: CrashPage) -> None:
    window.show_fault(a_fault())
    window.resize(window.minimumSize())
    assert page.geometry() == window.rect()


def test_what_led_to_a_fault_is_told_without_what_it_says() -> None:
    try:
        try:
            fails()
        except ValueError as error:
            raise RuntimeError(SECRET) from error
    except RuntimeError as error:
        fault = fault_of(error)
    assert fault.kind == "RuntimeError"
    assert fault.steps[-1] == "ValueError"
    assert "after" in fault.steps
    assert SECRET not in "".join(fault.steps)
    assert not any(step.startswith("/") for step in fault.steps)


def test_a_circle_of_causes_ends() -> None:
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert fault_of(one).where == "?"
