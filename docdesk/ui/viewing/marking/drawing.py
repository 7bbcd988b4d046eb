"""Draws one marking of each kind through a frame."""

from math import atan2, cos, degrees, hypot, radians, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from docdesk.foundation.geometry import Point
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.marking import ink
from docdesk.ui.viewing.marking.measuring import distance, handles
from docdesk.ui.viewing.marking.records import Angle, Arrow, Label, Marking, Region, Ruler

TICK, HEAD, ARC, HANDLE = 7.0, 13.0, 26.0, 4.0
"""In px of the view: half a ruler's end, an arrow's head, the radius of an angle's arc, half a handle."""

NEAR = 300.0
"""A marking no further than this from the view, in px, may reach into it with its words."""

TAG_AWAY = 14.0
"""From a line to the middle of the tag beside it, in px."""


def draw_marking(
    painter: QPainter, marking: Marking, frame: Frame, words: str, core: str = ink.LIGHT
) -> None:
    """Draw a marking and the words beside it; the painter works in pixels of the view."""
    points = [frame.to_view(point) for point in marking.points]
    if isinstance(marking, Ruler):
        _ruler(painter, points[0], points[1], words, core)
    elif isinstance(marking, Angle):
        _angle(painter, (points[0], points[1], points[2]), words, core)
    elif isinstance(marking, Arrow):
        _arrow(painter, points[0], points[1], words, core)
    elif isinstance(marking, Label):
        box = ink.disc(painter, QPointF(*points[0]), str(marking.number), core)
        if words:
            ink.tag(painter, QPointF(box.right() + ink.PAD, box.center().y()), words)
    elif isinstance(marking, Region):
        path = ink.line(*points, closed=True)
        ink.draw(painter, path, core)
        if words:
            _above(painter, path.boundingRect(), words)


def draw_handles(painter: QPainter, marking: Marking, frame: Frame, colour: str) -> None:
    """Draw the points by which a marking is changed."""
    for point in handles(marking):
        ink.handle(painter, QPointF(*frame.to_view(point)), colour, HANDLE)


def in_sight(marking: Marking, frame: Frame) -> bool:
    """Return whether any of a marking may be seen; the words beside it count."""
    points = [frame.to_view(point) for point in marking.points]
    return all(
        max(p[axis] for p in points) > -NEAR and min(p[axis] for p in points) < frame.view[axis] + NEAR
        for axis in (0, 1)
    )


def _ruler(painter: QPainter, a: Point, b: Point, words: str, core: str) -> None:
    across, away = _sides(a, b)
    path = ink.line(a, b)
    for end in (a, b):
        path.moveTo(QPointF(end[0] + TICK * across[0], end[1] + TICK * across[1]))
        path.lineTo(QPointF(end[0] - TICK * across[0], end[1] - TICK * across[1]))
    ink.draw(painter, path, core)
    if words:
        _beside(painter, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), away, words)


def _angle(painter: QPainter, points: tuple[Point, Point, Point], words: str, core: str) -> None:
    one, corner, other = points
    path = ink.line(one, corner, other)
    start = degrees(atan2(corner[1] - one[1], one[0] - corner[0]))
    sweep = degrees(atan2(corner[1] - other[1], other[0] - corner[0])) - start
    sweep = (sweep + 180) % 360 - 180
    radius = min(ARC, distance(corner, one), distance(corner, other))
    box = QRectF(corner[0] - radius, corner[1] - radius, 2 * radius, 2 * radius)
    path.arcMoveTo(box, start)
    path.arcTo(box, start, sweep)
    ink.draw(painter, path, core)
    if words:
        middle = -(start + sweep / 2)
        direction = _direction(middle)
        _beside(
            painter, (corner[0] + radius * direction[0], corner[1] + radius * direction[1]), direction, words
        )


def _arrow(painter: QPainter, tail: Point, tip: Point, words: str, core: str) -> None:
    path = ink.line(tail, tip)
    back = atan2(tail[1] - tip[1], tail[0] - tip[0])
    for turn in (-0.45, 0.45):
        path.moveTo(QPointF(*tip))
        path.lineTo(QPointF(tip[0] + HEAD * cos(back + turn), tip[1] + HEAD * sin(back + turn)))
    ink.draw(painter, path, core)
    if words:
        _beside(painter, tail, (cos(back), sin(back)), words)


def _above(painter: QPainter, box: QRectF, words: str) -> None:
    """Draw words above a region, or in its top where that is out of sight."""
    high = QFontMetricsF(painter.font()).height()
    y = box.top() - high / 2 - ink.PAD
    ink.tag(painter, QPointF(max(box.left(), 2.0), y if y > high / 2 else box.top() + high), words)


def _beside(painter: QPainter, at: Point, away: Point, words: str) -> None:
    """Draw words next to a point, in the direction `away`, far enough not to cover it."""
    half = QFontMetricsF(painter.font()).horizontalAdvance(words) / 2
    far = TAG_AWAY + half * abs(away[0])
    ink.tag(painter, QPointF(at[0] + far * away[0], at[1] + far * away[1]), words, centred=True)


def _sides(a: Point, b: Point) -> tuple[Point, Point]:
    """Return the direction across a line, and the one of both across it that points up or right."""
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    across = -(b[1] - a[1]) / length, (b[0] - a[0]) / length
    upward = across[1] < 0 or (across[1] == 0 and across[0] > 0)
    return across, across if upward else (-across[0], -across[1])


def _direction(angle: float) -> Point:
    """Return the direction of an angle in degrees, clockwise from the right."""
    return cos(radians(angle)), sin(radians(angle))
