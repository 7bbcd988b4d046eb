"""The main window arranges, navigates, tells how far work is, and closes without losing anything."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Progress
from docdesk.settings.settings import THEME
from docdesk.ui.background import Background
from docdesk.ui.shell.main_window import MainWindow
from docdesk.ui.shell.rail import Rail
from docdesk.ui.shell.window_state import StateFile, WindowState
from tests.ui.accessibility import nameless
from tests.ui.freeing import wait_until_freed
from tests.ui.keys import ambiguous_keys
from tests.ui.shell.fakes import FakeWorkspace, a_window

Two = tuple[FakeWorkspace, FakeWorkspace]


def rail_button(window: MainWindow, words: str) -> QToolButton:
    rail = window.findChild(Rail)
    assert rail is not None
    return next(button for button in rail.findChildren(QToolButton) if button.text() == words)


# --- Navigating ---


def test_a_workspace_is_opened_by_its_key(window: MainWindow, workspaces: Two, qtbot: QtBot) -> None:
    first, second = workspaces
    assert first.page.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert second.page.isVisible()
    assert not first.page.isVisible()
    assert second.line.hasFocus()
    assert rail_button(window, "Second").isChecked()
    assert not rail_button(window, "First").isChecked()


def test_a_workspace_is_opened_by_its_button(window: MainWindow, workspaces: Two, qtbot: QtBot) -> None:
    qtbot.mouseClick(rail_button(window, "Second"), Qt.MouseButton.LeftButton)
    assert workspaces[1].page.isVisible()


def test_a_workspace_that_wants_all_of_the_window_gets_it(window: MainWindow, workspaces: Two) -> None:
    workspaces[0].news.full_view.emit(True)
    assert not rail_button(window, "First").isVisible()
    assert not window.status.isVisible()
    workspaces[0].news.full_view.emit(False)
    assert rail_button(window, "First").isVisible()
    assert window.status.isVisible()


def test_leaving_a_workspace_ends_its_full_view(window: MainWindow, workspaces: Two, qtbot: QtBot) -> None:
    workspaces[0].news.full_view.emit(True)
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert window.status.isVisible()


def test_every_control_has_a_name(window: MainWindow) -> None:
    assert nameless(window) == []


def test_no_key_means_two_things(window: MainWindow) -> None:
    assert ambiguous_keys(window) == []


# --- What workspaces tell ---


def test_work_under_way_is_told_and_stopped_by_its_key(
    window: MainWindow, workspaces: Two, qtbot: QtBot
) -> None:
    first, _ = workspaces
    assert not window.status.progress.isVisible()
    first.news.progressed.emit(Progress(3, 17))
    assert window.status.progress.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert first.stopped == 0
    qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert first.stopped == 1
    first.news.rested.emit()
    assert not window.status.progress.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert first.stopped == 1


def test_work_of_the_open_workspace_is_told_before_that_of_others(
    window: MainWindow, workspaces: Two, qtbot: QtBot
) -> None:
    first, second = workspaces
    second.news.progressed.emit(Progress(1, 2))
    window.status.progress.stop_wanted.emit()
    assert (first.stopped, second.stopped) == (0, 1)
    first.news.progressed.emit(Progress(1, 2))
    window.status.progress.stop_wanted.emit()
    assert (first.stopped, second.stopped) == (1, 1)


def test_values_are_shown_of_the_open_workspace_only(window: MainWindow, workspaces: Two) -> None:
    workspaces[0].news.values_told.emit("x 1 mm")
    workspaces[1].news.values_told.emit("x 2 mm")
    assert window.status.shown == "x 1 mm"
    window.open_workspace(1)
    assert window.status.shown == ""


# --- Closing and coming back ---


def test_the_window_opens_as_it_was_closed(
    qtbot: QtBot, tmp_path: Path, background: Background, workspaces: Two
) -> None:
    window = a_window(tmp_path, *workspaces, background=background)
    qtbot.addWidget(window)
    window.show()
    window.setGeometry(0, 40, window.minimumWidth(), window.minimumHeight() + 37)
    window.open_workspace(1)
    workspaces[1].kept = {"splitter": [3, 1]}
    window.close()
    again = (FakeWorkspace(), FakeWorkspace("second"))
    reopened = a_window(tmp_path, *again, background=background)
    qtbot.addWidget(reopened)
    assert reopened.current is again[1]
    assert again[1].restored == {"splitter": [3, 1]}
    assert again[0].restored == {}
    reopened.show_as_left()
    assert not reopened.isMaximized()
    assert reopened.geometry().y() == 40
    assert reopened.geometry().height() == window.minimumHeight() + 37


def test_the_first_start_is_maximised(window: MainWindow) -> None:
    window.show_as_left()
    assert window.isMaximized()


def test_the_state_of_a_workspace_that_is_gone_is_ignored(
    qtbot: QtBot, tmp_path: Path, background: Background
) -> None:
    StateFile(tmp_path / "window.json").write(WindowState(workspace="gone", pages={"gone": {"a": 1}}))
    window = a_window(tmp_path, background=background)
    qtbot.addWidget(window)
    assert window.current.name == "first"


def test_closing_that_would_lose_something_asks_once_and_stays(
    window: MainWindow, workspaces: Two, qtbot: QtBot
) -> None:
    workspaces[0].under_way = "3 documents are still being inspected."
    workspaces[1].would_lose = "What you entered is lost."
    window.close()
    assert window.isVisible()
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "3 documents are still being inspected. What you entered is lost."
    assert nameless(box) == []
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    wait_until_freed(qtbot, box)
    assert window.isVisible()


def test_enter_does_not_close_what_would_be_lost(window: MainWindow, workspaces: Two, qtbot: QtBot) -> None:
    workspaces[0].would_lose = "What you entered is lost."
    window.close()
    box = window.findChild(QMessageBox)
    assert box is not None
    qtbot.keyClick(box, Qt.Key.Key_Return)
    wait_until_freed(qtbot, box)
    assert window.isVisible()


def test_closing_goes_on_when_the_user_says_so(window: MainWindow, workspaces: Two, qtbot: QtBot) -> None:
    workspaces[0].would_lose = "What you entered is lost."
    window.close()
    box = window.findChild(QMessageBox)
    assert box is not None
    close = next(button for button in box.buttons() if button.text() == "Close")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    wait_until_freed(qtbot, box)
    assert not window.isVisible()
    assert workspaces[0].stopped == 1


# --- Theme ---


def test_the_theme_is_changed_at_once_and_kept(
    window: MainWindow, tmp_path: Path, background: Background, qtbot: QtBot
) -> None:
    change = next(each for each in window.actions() if each.objectName() == "window.theme")
    with qtbot.waitSignal(window.settings_changed) as told:
        change.trigger()
    assert told.args is not None
    assert told.args[0][THEME] == "dark"
    qtbot.waitUntil(lambda: not background.busy)
    assert json.loads((tmp_path / "settings.json").read_text()) == {"theme": "dark"}


def test_a_theme_that_cannot_be_kept_is_said(
    window: MainWindow, tmp_path: Path, background: Background, qtbot: QtBot
) -> None:
    (tmp_path / "settings.json").mkdir()
    change = next(each for each in window.actions() if each.objectName() == "window.theme")
    change.trigger()
    qtbot.waitUntil(lambda: not background.busy)
    assert window.status.shown == f"The settings cannot be written to {tmp_path / 'settings.json'}."


@pytest.mark.parametrize("say", ["values_told", "said"])
def test_news_of_a_workspace_reach_no_window_that_is_gone(
    qtbot: QtBot, tmp_path: Path, background: Background, workspaces: Two, say: str
) -> None:
    window = a_window(tmp_path, *workspaces, background=background)
    window.deleteLater()
    wait_until_freed(qtbot, window)
    getattr(workspaces[0].news, say).emit("too late")


def test_progress_says_what_is_done(window: MainWindow, workspaces: Two) -> None:
    workspaces[0].news.progressed.emit(Progress(0, 0, Message("progress.working")))
    place = window.status.progress
    assert place.isVisible()
    assert "Working" in [label.text() for label in place.findChildren(type(place._doing))]
