"""The line in which the text of a marking is written, over the picture, where the marking is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

WIDTH = 200
"""Room for some words, in px; the line scrolls."""

LONGEST = 200
"""Characters: a remark, not a report."""

_KEPT = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TextLine(QLineEdit):
    """Takes a text and hands it to `written`: on Enter, or when the focus goes elsewhere. Esc drops it.

    `gone` tells that it has closed, before the text is handed over.
    """

    gone = Signal()

    def __init__(
        self, text: str, name: str, written: Callable[[str], None], parent: QWidget, *, hint: str
    ) -> None:
        super().__init__(text, parent)
        self._over = parent
        self._written = written
        self._open = True
        self.setMaxLength(LONGEST)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFixedWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.selectAll()
        self.returnPressed.connect(self.finish)

    def show_at(self, point: tuple[float, float]) -> None:
        """Stand at a point of the view, or as near to it as there is room."""
        room = (self._over.width() - self.width(), self._over.height() - self.sizeHint().height())
        self.move(QPoint(*(max(0, min(round(at), most)) for at, most in zip(point, room, strict=True))))

    def finish(self) -> None:
        """Hand the text over and go."""
        if self._open:
            self._leave()
            self._written(self.text().strip())

    def drop(self) -> None:
        """Go, with nothing changed."""
        if self._open:
            self._leave()

    def event(self, event: QEvent) -> bool:
        """Keep Esc and Enter from whatever else they mean in the window."""
        ours = isinstance(event, QKeyEvent) and event.key() in _KEPT
        if ours and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drop the text on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.drop()
            return
        super().keyPressEvent(event)
        # What the line has no use for is not for the view below it either.
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand the text over when the focus goes elsewhere in the window; a menu is not elsewhere."""
        super().focusOutEvent(event)
        elsewhere = event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }
        if elsewhere:
            self.finish()

    def _leave(self) -> None:
        self._open = False
        if self.hasFocus():
            self._over.setFocus(Qt.FocusReason.OtherFocusReason)
        self.close()
        self.gone.emit()
