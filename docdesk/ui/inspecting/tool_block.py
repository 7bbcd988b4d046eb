"""The buttons beside the strip: what begins and ends the work on documents."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from docdesk.wording.catalogue import Wording

COLUMNS = 4
"""Two rows below the first action are as high as the strip beside them."""
SIDE = 28
"""Height of a button, device-independent px: three rows of them are no higher than the strip."""


class ToolBlock(QWidget):
    """A first action with its words, further ones as icons below it."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(wording.term("inspect.tools"))

    def set_actions(self, first: QAction, further: tuple[QAction, ...]) -> None:
        """Show the actions."""
        button = self._button(first)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setMinimumWidth(button.sizeHint().width())
        self._grid.addWidget(button, 0, 0, 1, COLUMNS)
        for place, made in enumerate(further):
            self._grid.addWidget(self._button(made), 1 + place // COLUMNS, place % COLUMNS)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _button(self, made: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(made)
        button.setAccessibleName(made.text())
        button.setIconSize(QSize(18, 18))
        button.setMinimumSize(SIDE + 8, SIDE)
        return button
