"""How markings are drawn: in two tones and a constant width, so that they are seen on any picture."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from docdesk.foundation.geometry import Point

CORE, HALO = 1.75, 4.75
"""Widths in px of the view: of the light line, and of the dark one below it that shows on both sides."""

LIGHT, DARK, GROUND = "#FFFFFF", "#BE000000", "#DC000000"
"""A marking is white on black whatever the theme: it stands on a picture, not on the window. #AARRGGBB."""

PAD = 4.0
"""From the words of a tag to its edge, in px."""


def draw(painter: QPainter, path: QPainterPath, core: str = LIGHT) -> None:
    """Draw a line in two tones."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((DARK, HALO), (core, CORE)):
        painter.setPen(QPen(QColor(colour), width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(path)


def disc(painter: QPainter, middle: QPointF, words: str, edge: str = LIGHT) -> QRectF:
    """Draw a number in a disc; return the space that it takes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics = QFontMetricsF(painter.font())
    radius = max(metrics.height(), metrics.horizontalAdvance(words) + PAD) / 2 + 2
    painter.setPen(QPen(QColor(DARK), 2))
    painter.setBrush(QColor(DARK))
    painter.drawEllipse(middle, radius + CORE, radius + CORE)
    painter.setPen(QPen(QColor(edge), CORE))
    painter.setBrush(QColor(GROUND))
    painter.drawEllipse(middle, radius, radius)
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(QColor(LIGHT))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    return box


def tag(painter: QPainter, at: QPointF, words: str, *, centred: bool = False) -> None:
    """Draw words on a dark ground: right of a point, or with their middle on it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    metrics = QFontMetricsF(painter.font())
    width, height = metrics.horizontalAdvance(words) + 2 * PAD, metrics.height() + 2
    left = at.x() - width / 2 if centred else at.x()
    box = QRectF(left, at.y() - height / 2, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(GROUND))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor(LIGHT))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def handle(painter: QPainter, at: QPointF, colour: str, radius: float) -> None:
    """Draw a point that can be taken hold of."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(DARK), 1.5))
    painter.setBrush(QColor(colour))
    painter.drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))


def line(*points: Point, closed: bool = False) -> QPainterPath:
    """Return a path through points of the view."""
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    if closed:
        path.closeSubpath()
    return path
