"""Actions: words and keys in the tool tip, and a reason where one cannot be done."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from docdesk.ui.actions import action, allow, group_of, refuse, why_not
from docdesk.wording.catalogue import Wording


def an_action(qtbot: QtBot, *keys: str) -> tuple[QWidget, QAction, list[int]]:
    owner = QWidget()
    qtbot.addWidget(owner)
    done: list[int] = []
    return owner, action(owner, Wording(), "window.keys", lambda: done.append(1), keys=keys), done


def test_an_action_tells_its_words_and_its_first_key(qtbot: QtBot) -> None:
    owner, made, done = an_action(qtbot, "F1", "?")
    assert made.toolTip() == "Show all keys (F1)"
    assert made.shortcuts() == [QKeySequence("F1"), QKeySequence("?")]
    assert group_of(made) == "window"
    assert owner.actions() == [made]
    made.trigger()
    assert done == [1]


def test_an_action_without_a_key_tells_its_words(qtbot: QtBot) -> None:
    _owner, made, _done = an_action(qtbot)
    assert made.toolTip() == "Show all keys"


def test_a_refused_action_says_why_until_it_is_allowed(qtbot: QtBot) -> None:
    _owner, made, done = an_action(qtbot, "F1")
    refuse(made, "There are none.")
    made.trigger()
    assert done == []
    assert why_not(made) == "There are none."
    assert made.toolTip() == "Show all keys (F1)\nThere are none."
    allow(made)
    made.trigger()
    assert done == [1]
    assert why_not(made) == ""
    assert made.toolTip() == "Show all keys (F1)"


def test_what_was_not_made_here_has_no_group(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    assert group_of(QAction("cut", owner)) == ""
