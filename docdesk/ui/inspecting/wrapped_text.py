"""Text broken into lines of a width, words that are too long for one broken too."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption


class WrappedText:
    """Text laid out once, to be measured and painted."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        top = 0.0
        while True:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, top))
            top += line.height()
        self._layout.endLayout()
        self.height = round(top + 0.5)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the lines in the painter's pen."""
        self._layout.draw(painter, QPointF(left, top))
