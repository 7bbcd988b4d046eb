"""The command palette: any command by a part of its name, without leaving the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from docdesk.foundation.messages import Message
from docdesk.ui.actions import group_of, why_not
from docdesk.ui.look.style import STEP, faint
from docdesk.ui.shell.commands import keys_of
from docdesk.ui.shell.matching import rank
from docdesk.wording.catalogue import Wording

WIDTH = 80 * STEP
ROWS = 12
"""Commands seen at once: as many as are taken in at a glance; the rest scrolls."""

WORDS, GROUP, KEYS = range(3)
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class CommandPalette(QFrame):
    """Stands over the top of a window until a command is chosen or the focus goes elsewhere."""

    def __init__(self, over: QWidget, actions: Sequence[QAction], wording: Wording) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(wording.term("palette.name"))
        self.setObjectName("palette")
        self.setAutoFillBackground(True)
        self._over = over
        self._wording = wording
        self._actions = tuple(actions)
        self._came_from = over.focusWidget()
        self._row_height = self.fontMetrics().height() + STEP
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(wording.term("palette.hint"))
        self._line.setAccessibleName(wording.term("palette.hint"))
        self._line.setClearButtonEnabled(False)
        self._line.textChanged.connect(self._filter)
        self._line.installEventFilter(self)
        self._list = self._make_list()
        self._nothing = faint(wording.term("palette.nothing"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        for part in (self._line, self._list, self._nothing):
            column.addWidget(part)
        over.installEventFilter(self)
        self._filter("")

    @property
    def listed(self) -> tuple[str, ...]:
        """The words of the commands that match, the best first."""
        return tuple(self._action_at(row).text() for row in range(self._list.topLevelItemCount()))

    def open(self) -> None:
        """Show the palette and take the focus."""
        self._place()
        self.show()
        self.raise_()
        self._line.setFocus()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, run with Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list while the line has the focus; stay in the middle of the window."""
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self._place()
        elif watched is self._line and _moves(event):
            QApplication.sendEvent(self._list, event)
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _filter(self, typed: str) -> None:
        ranked = [
            (found, place, each)
            for place, each in enumerate(self._actions)
            if (found := rank(typed, each.text())) is not None
        ]
        if typed.strip():
            ranked.sort(key=lambda entry: entry[:2])
        self._list.clear()
        for _, place, each in ranked:
            self._list.addTopLevelItem(self._item(place, each))
        first = self._list.topLevelItem(0)
        if first is not None:
            self._list.setCurrentItem(first)
        self._list.setVisible(bool(ranked))
        self._nothing.setVisible(not ranked)

    def _item(self, place: int, action: QAction) -> QTreeWidgetItem:
        group = self._wording.term(f"command_group.{group_of(action)}")
        words = action.text()
        if not action.isEnabled() and why_not(action):
            words = self._wording.say(Message.of("palette.refused", words=words, why=why_not(action)))
        item = QTreeWidgetItem([words, group, " ".join(keys_of(action)[:1])])
        item.setData(WORDS, Qt.ItemDataRole.UserRole, place)
        item.setToolTip(WORDS, words)
        item.setSizeHint(WORDS, QSize(0, self._row_height))
        if not action.isEnabled():
            for column in (WORDS, GROUP, KEYS):
                item.setForeground(column, self.palette().placeholderText())
        return item

    def _action_at(self, row: int) -> QAction:
        place: int = self._list.model().index(row, WORDS).data(Qt.ItemDataRole.UserRole)
        return self._actions[place]

    @Slot()
    def _run(self) -> None:
        row = self._list.indexOfTopLevelItem(self._list.currentItem())
        if row < 0:
            return
        chosen = self._action_at(row)
        if isValid(chosen) and chosen.isEnabled():
            # The focus goes back first: what is done may depend on where it is.
            self._leave()
            chosen.trigger()

    def _leave(self) -> None:
        came_from = self._came_from
        self.close()
        if came_from is not None and isValid(came_from):
            came_from.setFocus()

    @Slot(QWidget, QWidget)
    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close()

    def _place(self) -> None:
        over = self._over
        width = min(WIDTH, over.width() - 4 * STEP)
        height = min(self.sizeHint().height(), over.height() - 8 * STEP)
        self.setGeometry((over.width() - width) // 2, 4 * STEP, width, height)

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setAccessibleName(self._wording.term("palette.list"))
        made.setColumnCount(3)
        made.setHeaderHidden(True)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setFrameStyle(QFrame.Shape.NoFrame)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = made.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(GROUP, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(KEYS, QHeaderView.ResizeMode.ResizeToContents)
        made.setMinimumHeight(ROWS * self._row_height)
        made.itemActivated.connect(self._run)
        made.itemClicked.connect(self._run)
        return made


def _moves(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.type() is QEvent.Type.KeyPress
        and Qt.Key(event.key()) in _MOVES
    )
