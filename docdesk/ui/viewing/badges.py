"""What a view says of itself above its picture: badges, a colour bar, the frame of the one with the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from docdesk.imaging.compositing import colours
from docdesk.ui.look.palettes import Theme

EDGE, GAP, PAD = 8.0, 4.0, 6.0
"""Distances in view px: from the view's edge, between badges, from a badge's edge to its words."""

BAR = 10.0
"""Height of the colour bar, px."""


def paint_badges(painter: QPainter, words: Sequence[str], theme: Theme, width: float) -> None:
    """Paint badges in a row from the top left corner, the first one bold; a second row where one is too
    long."""
    x, y = EDGE, EDGE
    for number, said in enumerate(words):
        font = QFont(painter.font())
        font.setBold(number == 0)
        metrics = QFontMetricsF(font)
        room = width - 2 * EDGE - 2 * PAD
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideMiddle, room)
        long, high = metrics.horizontalAdvance(shown) + 2 * PAD, metrics.height() + 4
        if number and x + long > width - EDGE:
            x, y = EDGE, y + high + GAP
        painter.save()
        painter.setFont(font)
        _paint_tag(painter, QRectF(x, y, long, high), shown, theme)
        painter.restore()
        x += long + GAP


def paint_colour_bar(painter: QPainter, said: str, ends: tuple[str, str], theme: Theme, area: QRectF) -> None:
    """Paint what the colours of a difference mean, in the bottom left corner of `area`."""
    metrics = QFontMetricsF(painter.font())
    room = area.width() - 2 * EDGE
    said = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room - 2 * PAD)
    width = min(max(metrics.horizontalAdvance(said) + 2 * PAD, 180.0), room)
    line = metrics.height()
    box = QRectF(EDGE, area.bottom() - EDGE - (2 * line + BAR + 3 * PAD), width, 2 * line + BAR + 3 * PAD)
    _paint_tag(painter, box, "", theme)
    inner = box.adjusted(PAD, PAD, -PAD, -PAD)
    row = colours()
    image = QImage(row.tobytes(), row.shape[0], 1, 3 * row.shape[0], QImage.Format.Format_RGB888)
    painter.setPen(QColor(theme.text))
    painter.drawText(QRectF(inner.left(), inner.top(), inner.width(), line), Qt.AlignmentFlag.AlignLeft, said)
    bar = QRectF(inner.left(), inner.top() + line + PAD / 2, inner.width(), BAR)
    painter.drawImage(bar, image)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(theme.line))
    painter.drawRect(bar)
    below = QRectF(inner.left(), bar.bottom() + PAD / 2, inner.width(), line)
    painter.setPen(QColor(theme.text))
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft, ends[0])
    painter.drawText(below, Qt.AlignmentFlag.AlignRight, ends[1])


def paint_focus(painter: QPainter, theme: Theme, width: float, height: float) -> None:
    """Paint the frame round the view that has the keys."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 2, j=Qt.PenJoinStyle.MiterJoin))
    painter.drawRect(QRectF(QPointF(1, 1), QPointF(width - 1, height - 1)))


def _paint_tag(painter: QPainter, box: QRectF, words: str, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QColor(theme.surface)
    ground.setAlphaF(0.92)
    painter.setPen(QColor(theme.hairline))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(theme.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
