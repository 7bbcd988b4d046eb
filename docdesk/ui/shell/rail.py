"""The rail: one button for each workspace, and below them what the window itself offers."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from docdesk.ui.look.icons import icon
from docdesk.ui.look.style import STEP
from docdesk.wording.catalogue import Wording

ICON = 24
"""Device-independent px of a workspace's icon; the window's own commands have the usual 16."""


class Rail(QFrame):
    """Shows which workspace is open and leads to the others."""

    chosen = Signal(int)

    def __init__(
        self,
        entries: Sequence[tuple[QAction, str, str]],
        tools: Sequence[QAction],
        wording: Wording,
        parent: QWidget | None = None,
    ) -> None:
        """Each entry is the action that opens a workspace, the words below its icon, and the icon's name."""
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(wording.term("window.workspaces"))
        self._buttons = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP // 2, STEP, STEP // 2, STEP)
        column.setSpacing(STEP // 2)
        for index, (opens, words, icon_name) in enumerate(entries):
            button = self._button(words, icon_name, opens)
            self._buttons.addButton(button, index)
            column.addWidget(button)
        column.addStretch(1)
        for tool in tools:
            button = QToolButton(self)
            button.setDefaultAction(tool)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._buttons.idClicked.connect(self.chosen)

    def show_open(self, index: int | None) -> None:
        """Mark the workspace that is open, None where it is a page that no button leads to."""
        self._buttons.setExclusive(index is not None)
        for button in self._buttons.buttons():
            button.setChecked(self._buttons.id(button) == index)

    def _button(self, words: str, icon_name: str, opens: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setIcon(icon(icon_name))
        button.setIconSize(QSize(ICON, ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setToolTip(opens.toolTip())
        button.setMinimumWidth(8 * STEP)
        return button
