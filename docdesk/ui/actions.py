"""Actions: everything that can be done, with its words, its keys and its group on the key sheet."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QWidget

from docdesk.wording.catalogue import Wording


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
    shown = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
    made.setToolTip(f"{words} ({shown})" if shown else words)
    made.triggered.connect(lambda _checked=False: run())
    owner.addAction(made)
    return made


def group_of(made: QAction) -> str:
    """Return the group of an action, "" for one that was not made here."""
    group, dot, _ = made.objectName().partition(".")
    return group if dot else ""
