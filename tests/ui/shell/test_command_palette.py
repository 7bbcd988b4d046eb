"""The command palette finds every command that can be reached, runs it, and gets out of the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from docdesk.ui.shell.command_palette import CommandPalette
from docdesk.ui.shell.main_window import MainWindow
from tests.ui.accessibility import nameless
from tests.ui.freeing import wait_until_freed
from tests.ui.shell.fakes import FakeWorkspace

Two = tuple[FakeWorkspace, FakeWorkspace]


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> CommandPalette:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    found = window.findChild(CommandPalette)
    assert found is not None
    assert found.isVisible()
    return found


def line(palette: CommandPalette) -> QLineEdit:
    found = palette.findChild(QLineEdit)
    assert found is not None
    return found


def test_it_lists_what_can_be_reached_and_nothing_of_hidden_pages(
    palette: CommandPalette, window: MainWindow, workspaces: Two
) -> None:
    here = {each.text() for each in (*window.actions(), *workspaces[0].page.actions())}
    assert set(palette.listed) == here
    assert len(palette.listed) == len(here)


def test_a_part_of_the_words_and_enter_run_a_command_where_the_focus_was(
    palette: CommandPalette, workspaces: Two, qtbot: QtBot
) -> None:
    assert line(palette).hasFocus()
    qtbot.keyClicks(line(palette), "fold")
    assert palette.listed[0] == "Fold the paper"
    qtbot.keyClick(line(palette), Qt.Key.Key_Return)
    wait_until_freed(qtbot, palette)
    assert workspaces[0].done == 1
    assert workspaces[0].line.hasFocus()


def test_the_list_is_walked_from_the_line(
    palette: CommandPalette, window: MainWindow, workspaces: Two, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line(palette), "go to")
    qtbot.keyClick(line(palette), Qt.Key.Key_Down)
    qtbot.keyClick(line(palette), Qt.Key.Key_Return)
    assert window.current is workspaces[1]


def test_what_cannot_be_done_is_listed_with_its_reason_and_does_not_run(
    palette: CommandPalette, workspaces: Two, qtbot: QtBot
) -> None:
    qtbot.keyClicks(line(palette), "burn")
    shown = palette._list.topLevelItem(0)
    assert shown is not None
    assert shown.text(0) == "Burn the paper (It is the only one.)"
    qtbot.keyClick(line(palette), Qt.Key.Key_Return)
    assert workspaces[0].done == 0
    assert palette.isVisible()


def test_escape_closes_it_and_gives_the_focus_back(
    palette: CommandPalette, workspaces: Two, qtbot: QtBot
) -> None:
    qtbot.keyClick(line(palette), Qt.Key.Key_Escape)
    wait_until_freed(qtbot, palette)
    assert workspaces[0].line.hasFocus()


def test_its_key_closes_it_again(palette: CommandPalette, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    wait_until_freed(qtbot, palette)
    assert window.findChild(CommandPalette) is None


def test_it_closes_when_the_focus_goes_elsewhere(
    palette: CommandPalette, workspaces: Two, qtbot: QtBot
) -> None:
    workspaces[0].button.setFocus()
    wait_until_freed(qtbot, palette)


def test_it_says_when_nothing_matches(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(line(palette), "qqq")
    assert palette.listed == ()
    assert palette._nothing.isVisible()
    qtbot.keyClick(line(palette), Qt.Key.Key_Return)
    assert palette.isVisible()


def test_it_stays_within_the_window(palette: CommandPalette, window: MainWindow) -> None:
    window.resize(window.minimumSize())
    assert window.rect().contains(palette.geometry())


def test_its_controls_have_names(palette: CommandPalette) -> None:
    assert nameless(palette) == []
