"""The key sheet shows every key that acts in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from docdesk.ui.shell.commands import actions_in
from docdesk.ui.shell.key_sheet import Group, KeySheet, in_columns
from docdesk.ui.shell.main_window import MainWindow
from tests.ui.accessibility import nameless
from tests.ui.freeing import wait_until_freed
from tests.ui.keys import ambiguous_keys
from tests.ui.shell.fakes import FakeWorkspace


@pytest.mark.parametrize("key", [Qt.Key.Key_Question, Qt.Key.Key_F1])
def test_every_key_is_shown_with_its_words(
    window: MainWindow, workspaces: tuple[FakeWorkspace, FakeWorkspace], qtbot: QtBot, key: Qt.Key
) -> None:
    workspaces[0].button.setFocus()
    qtbot.keyClick(workspaces[0].button, key)
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    native = QKeySequence.SequenceFormat.NativeText
    for each in (*window.actions(), *workspaces[0].page.actions()):
        for keys in each.shortcuts():
            assert keys.toString(native) in shown
            assert each.text() in shown
    assert {"Go to", "Window", "Paper"} <= shown
    assert nameless(sheet) == []
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    wait_until_freed(qtbot, sheet)


def test_a_question_mark_can_be_typed_into_a_line(
    window: MainWindow, workspaces: tuple[FakeWorkspace, FakeWorkspace], qtbot: QtBot
) -> None:
    qtbot.keyClick(workspaces[0].line, Qt.Key.Key_Question)
    assert workspaces[0].line.text() == "?"
    assert window.findChild(KeySheet) is None


def test_columns_keep_the_order_and_are_about_as_high() -> None:
    groups: list[Group] = [(str(size), (("words", ("K",)),) * size) for size in (6, 2, 3, 9, 1, 4)]
    columns = in_columns(groups, 3)
    assert [group for column in columns for group in column] == groups
    heights = [sum(len(rows) + 2 for _, rows in column) for column in columns]
    assert len(columns) == 3
    assert max(heights) <= 2 * min(heights)
    assert in_columns((), 3) == ()


def test_a_narrow_window_gets_fewer_columns_and_nothing_to_scroll_sideways(
    window: MainWindow, qtbot: QtBot
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(500, 500)
    sheet = KeySheet(over, actions_in(window), window._wording)
    sheet.open()
    scroll = sheet.findChild(QScrollArea)
    assert scroll is not None
    # Until it is laid out a scroll area does not know that it needs no bar.
    qtbot.waitUntil(lambda: scroll.isVisible() and not scroll.horizontalScrollBar().isVisible())


def test_two_actions_with_one_key_in_one_place_are_found(qtbot: QtBot) -> None:
    window, left, right = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(window)
    left.setParent(window)
    right.setParent(window)

    def acts(owner: QWidget, words: str, context: Qt.ShortcutContext) -> None:
        made = QAction(words, owner)
        made.setShortcut(QKeySequence("A"))
        made.setShortcutContext(context)
        owner.addAction(made)

    acts(left, "left", Qt.ShortcutContext.WidgetWithChildrenShortcut)
    acts(right, "right", Qt.ShortcutContext.WidgetWithChildrenShortcut)
    assert ambiguous_keys(window) == []
    acts(window, "all", Qt.ShortcutContext.WindowShortcut)
    assert ambiguous_keys(window) == ["A: all, left", "A: all, right"]
