"""One question, asked once, with buttons that say what they do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask(
    over: QWidget,
    *,
    title: str,
    sentence: str,
    yes: str,
    no: str,
    agreed: Callable[[], object],
) -> QMessageBox:
    """Ask over a window and return at once; `agreed` is called if the user says yes.

    Enter and Esc both mean no: what cannot be undone wants a decision.
    """
    box = QMessageBox(over)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setText(sentence)
    yes_button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    no_button = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no_button)
    box.setEscapeButton(no_button)

    def answered(_code: int) -> None:
        if box.clickedButton() is yes_button:
            agreed()

    box.finished.connect(answered)
    box.open()
    return box
