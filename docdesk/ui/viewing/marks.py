"""Marks over a picture: where something was read or found, with the sign of what was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from docdesk.foundation.geometry import Point, Polygon, area
from docdesk.ui.look.look import Look
from docdesk.ui.viewing.frame import Frame
from docdesk.wording.signs import Sign

LINE, FAINT_LINE, HALO = 2.0, 1.25, 4.0
"""Widths in view px. The halo is seen on both sides of the line, so that a mark shows on any picture."""

SMALL = 24.0
"""A mark narrower and lower than this many view px is hit in its surroundings too."""

REACH = 6.0
"""How far beside a mark, in view px, a click still means it: marks of single characters are small."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a picture: corners in picture px, its sign and words; `faint` ones step back."""

    key: str
    polygon: Polygon
    sign: Sign
    label: str = ""
    faint: bool = False


def mark_at(marks: Sequence[Mark], frame: Frame, point: Point) -> Mark | None:
    """Return the mark at a point of the view: of several the smallest, the hardest to hit otherwise."""
    hit = [
        (area(corners), -number, mark)
        for number, mark in enumerate(marks)
        if _holds(corners := _in_view(mark, frame), point)
    ]
    return min(hit, key=lambda each: each[:2])[2] if hit else None


def paint_marks(
    painter: QPainter, marks: Sequence[Mark], frame: Frame, look: Look, chosen: str | None
) -> None:
    """Paint the marks; the one under the mouse, `chosen`, shows its words however small it is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view = QRectF(0, 0, *frame.view).adjusted(-HALO, -HALO, HALO, HALO)
    for mark in sorted(marks, key=lambda mark: (mark.key == chosen, not mark.faint)):
        outline = QPolygonF([QPointF(*corner) for corner in _in_view(mark, frame)])
        if not outline.boundingRect().intersects(view):
            continue
        _paint_outline(painter, outline, mark, look, strong=mark.key == chosen)
        if not mark.faint or mark.key == chosen:
            _paint_tag(painter, outline.boundingRect(), mark, look, frame.view[0], strong=mark.key == chosen)


def _paint_outline(painter: QPainter, outline: QPolygonF, mark: Mark, look: Look, *, strong: bool) -> None:
    colour = look.sign(mark.sign)
    width = FAINT_LINE if mark.faint and not strong else LINE
    painter.setBrush(Qt.BrushStyle.NoBrush)
    halo = halo_of(colour)
    if mark.faint and not strong:
        halo.setAlphaF(halo.alphaF() / 2)
    painter.setPen(QPen(halo, width + HALO / 2))
    painter.drawPolygon(outline)
    style = Qt.PenStyle.DashLine if mark.faint else Qt.PenStyle.SolidLine
    painter.setPen(QPen(colour, width + (1 if strong else 0), style))
    painter.drawPolygon(outline)


def _paint_tag(
    painter: QPainter, around: QRectF, mark: Mark, look: Look, view_width: float, *, strong: bool
) -> None:
    """Paint the sign at the corner of the mark, and the words of the one looked at: more would cover much."""
    metrics = QFontMetricsF(painter.font())
    words = f"{mark.sign.value} {mark.label}".strip() if strong else mark.sign.value
    width, height = metrics.horizontalAdvance(words) + (8 if strong else 4), metrics.height() + 2
    tag = QRectF(around.left() - width, around.top() - height + 3, width, height)
    if strong or tag.left() < 2 or tag.top() < 2:
        top = around.top() - height - 2
        left = max(min(around.left(), view_width - width - 2), 2)
        tag.moveTo(left, top if top >= 2 else around.bottom() + 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.theme.surface))
    painter.drawRoundedRect(tag, 3, 3)
    painter.setPen(look.sign(mark.sign))
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, words)


def halo_of(colour: QColor) -> QColor:
    """Return black or white, whichever stands out from the colour."""
    halo = QColor(Qt.GlobalColor.white if colour.lightnessF() < 0.5 else Qt.GlobalColor.black)
    halo.setAlphaF(0.75 * colour.alphaF())
    return halo


def _in_view(mark: Mark, frame: Frame) -> Polygon:
    return tuple(frame.to_view(corner) for corner in mark.polygon)


def _holds(corners: Polygon, point: Point) -> bool:
    outline = QPolygonF([QPointF(*corner) for corner in corners])
    near = outline.boundingRect().adjusted(-REACH, -REACH, REACH, REACH).contains(QPointF(*point))
    small = max(outline.boundingRect().width(), outline.boundingRect().height()) < SMALL
    return near if small else outline.containsPoint(QPointF(*point), Qt.FillRule.OddEvenFill)
