"""Signs of outcomes as they are painted: a character of one width, in its colour, named in words."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from docdesk.ui.look.look import Look
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign


def paint_sign(painter: QPainter, rect: QRect, sign: Sign, colour: QColor) -> None:
    """Paint a sign in the middle of a rectangle, in the painter's font made bold."""
    paint_bold(painter, rect, sign.value, colour)


def paint_bold(painter: QPainter, rect: QRect, character: str, colour: QColor) -> None:
    """Paint a character as signs are painted: for what stands in the place of a sign that is to come."""
    painter.save()
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, character)
    painter.restore()


def sign_in_words(sign: Sign, wording: Wording) -> str:
    """Return what a sign means, for whoever hears it and does not see it."""
    return wording.term(f"sign.{sign.name.lower()}")


class SignLabel(QWidget):
    """One sign. It takes the font of its place, so that it grows with a heading that it stands in."""

    def __init__(self, look: Look, wording: Wording, sign: Sign, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._wording = wording
        self._sign = sign
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_sign(sign)

    @property
    def sign(self) -> Sign:
        """The sign that is shown."""
        return self._sign

    def set_sign(self, sign: Sign) -> None:
        """Show another sign."""
        self._sign = sign
        words = sign_in_words(sign, self._wording)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square as high as a line of text."""
        side = QFontMetrics(self.font()).height()
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        paint_sign(painter, self.rect(), self._sign, self._look.sign(self._sign))
        painter.end()
