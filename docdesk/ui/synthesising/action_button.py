"""A push button for an action: it shows what the action says, and does what it does."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


class ActionButton(QPushButton):
    """Follows its action: words, key in the tool tip, whether it can be done, whether it is on."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setCheckable(action.isCheckable())
        self.setIcon(action.icon())
        # In a narrow column the words may be cut, and the tool tip has all of them.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        action.changed.connect(self._follow)
        self.clicked.connect(self._do)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        action = self._action
        self.setText(action.text())
        self.setToolTip(action.toolTip())
        self.setEnabled(action.isEnabled())
        self.setVisible(action.isVisible())
        self.setChecked(action.isChecked())

    @Slot()
    def _do(self) -> None:
        # Qt has turned a checkable button over already; the action turns itself over, and the button follows.
        self.setChecked(self._action.isChecked())
        self._action.trigger()


def stand_out(button: QPushButton) -> None:
    """Let a button be seen to be the one that begins; its icon takes the colour of its text."""
    button.setDefault(True)
    button.setForegroundRole(QPalette.ColorRole.HighlightedText)
