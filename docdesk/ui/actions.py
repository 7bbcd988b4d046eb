"""Actions: everything that can be done, with its words, its keys and its group on the key sheet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QWidget

from docdesk.wording.catalogue import Wording

WHY_NOT = "why_not"
"""The property of an action that holds why it cannot be done now."""


def action(
    owner: QWidget,
    wording: Wording,
    name: str,
    run: Callable[[], object],
    *,
    keys: Sequence[str] = (),
    icon: QIcon | None = None,
    checkable: bool = False,
    everywhere: bool = False,
) -> QAction:
    """Return an action of `owner` that the command palette and the key sheet find by walking the widgets.

    `name` is `GROUP.WHAT`: its words are the sentence `command.GROUP.WHAT`, its heading on the key sheet
    `command_group.GROUP`. `keys` are portable key sequences, the first is the one shown. Keys act while
    `owner` or a widget in it has the focus, or in the whole window where `everywhere`.
    """
    words = wording.term(f"command.{name}")
    made = QAction(words, owner)
    made.setObjectName(name)
    made.setCheckable(checkable)
    made.setShortcuts([QKeySequence(key) for key in keys])
    reach = Qt.ShortcutContext.WindowShortcut if everywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
    made.setShortcutContext(reach)
    if icon is not None:
        made.setIcon(icon)
    made.setToolTip(_tool_tip(made))
    made.triggered.connect(lambda _checked=False: run())
    owner.addAction(made)
    return made


def group_of(made: QAction) -> str:
    """Return the group of an action, "" for one that was not made here."""
    group, dot, _ = made.objectName().partition(".")
    return group if dot else ""


def allow(made: QAction) -> None:
    """Let the action be done."""
    made.setProperty(WHY_NOT, "")
    made.setEnabled(True)
    made.setToolTip(_tool_tip(made))


def refuse(made: QAction, why: str) -> None:
    """Let the action not be done, and say why in one sentence wherever it is shown."""
    made.setProperty(WHY_NOT, why)
    made.setEnabled(False)
    made.setToolTip(f"{_tool_tip(made)}\n{why}")


def why_not(made: QAction) -> str:
    """Return the sentence that says why the action cannot be done, "" where none was given."""
    return str(made.property(WHY_NOT) or "")


def _tool_tip(made: QAction) -> str:
    keys = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{made.text()} ({keys})" if keys else made.text()
