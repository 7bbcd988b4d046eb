"""The grid over a picture: in mm where the scale is known, in px where not."""

from dataclasses import dataclass
from math import ceil, floor, log10

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from docdesk.foundation.geometry import Point
from docdesk.foundation.messages import Message
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.marking import ink
from docdesk.ui.viewing.picture import Picture
from docdesk.wording.catalogue import Wording

NEAREST = 56.0
"""Lines are at least so many px of the view apart: the numbers of the axes then do not touch."""

EDGE = 16.0
"""From the view's edge to the middle of the numbers beside it, in px."""

Segment = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class GridLine:
    """One line in px of the view, from its numbered end, and its number in the unit of the grid."""

    ends: Segment
    number: str
    upright: bool


def spacing(view_px_per_unit: float, least: float = 0.0) -> float:
    """Return the distance of lines: 1, 2 or 5 times a power of ten, as fine as `NEAREST` lets it be."""
    wanted = max(NEAREST / view_px_per_unit, least)
    power = 10.0 ** floor(log10(wanted))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= wanted * (1 - 1e-9))


@dataclass(frozen=True, slots=True)
class Unit:
    """What a grid counts in: px of the picture per unit, the finest distance of lines, and from where.

    mm count from the bottom left corner, as Doc 9303 measures; px from the top left one, as rows of pixels
    are counted and told beside the cursor.
    """

    px: float
    least: float
    from_bottom: bool


PIXELS = Unit(1.0, 1.0, from_bottom=False)


def unit_of(picture: Picture) -> Unit:
    """Return what the grid of a picture counts in."""
    scale = picture.scale
    return PIXELS if scale is None else Unit(scale.px_per_mm, 0.0, from_bottom=True)


def grid_lines(frame: Frame, picture: tuple[int, int], unit: Unit) -> tuple[GridLine, ...]:
    """Return the lines of the grid of a picture, of so many px wide and high, that are in sight."""
    step = spacing(frame.zoom * unit.px, unit.least)
    decimals = max(0, -floor(log10(step) + 1e-9))
    width, height = picture
    seen = [frame.to_picture(corner) for corner in _corners(frame.view)]
    lines = []
    for upright in (True, False):
        length = width if upright else height
        flipped = unit.from_bottom and not upright
        spots = [x if upright else (height - y if flipped else y) for x, y in seen]
        first = max(0, ceil(min(spots) / unit.px / step - 1e-9))
        last = min(floor(length / unit.px / step + 1e-9), floor(max(spots) / unit.px / step))
        for index in range(first, last + 1):
            at = index * step * unit.px
            at = height - at if flipped else at
            # The numbered end comes first: the bottom of upright lines, the left of level ones.
            ends = ((at, height), (at, 0)) if upright else ((0, at), (width, at))
            clipped = _clipped(frame.to_view(ends[0]), frame.to_view(ends[1]), frame.view)
            if clipped is not None:
                lines.append(GridLine(clipped, f"{index * step:.{decimals}f}", upright))
    return tuple(lines)


class Grid:
    """Paints the grid over a view's picture while it is on."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self.on = False

    def paint(self, painter: QPainter, frame: Frame, picture: Picture) -> None:
        """Paint the lines thin and in two tones, their numbers where they leave the view."""
        if not self.on:
            return
        unit = unit_of(picture)
        lines = grid_lines(frame, picture.image.size, unit)
        drawn = [QLineF(QPointF(*each.ends[0]), QPointF(*each.ends[1])) for each in lines]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=frame.angle % 90 != 0)
        for colour, width in (("#70000000", 3.0), ("#B4FFFFFF", 1.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLines(drawn)
        for each, line in zip(lines, drawn, strict=True):
            if line.length() > 2 * EDGE:
                ink.tag(painter, line.pointAt(EDGE / line.length()), each.number, centred=True)
        said = Message.of(
            "marking.grid_px" if picture.scale is None else "marking.grid_mm",
            step=f"{spacing(frame.zoom * unit.px, unit.least):g}",
        )
        # The bottom and the left are the numbers', the top left is the view's own.
        words = self._wording.say(said)
        width = painter.fontMetrics().horizontalAdvance(words) + 2 * ink.PAD
        ink.tag(painter, QPointF(frame.view[0] - width - EDGE / 2, EDGE), words)


def _corners(view: tuple[float, float]) -> tuple[Point, Point, Point, Point]:
    return (0.0, 0.0), (view[0], 0.0), view, (0.0, view[1])


def _clipped(a: Point, b: Point, view: tuple[float, float]) -> Segment | None:
    """Return the part of a line that is in the view, None where nothing is (Liang and Barsky)."""
    start, end = 0.0, 1.0
    for axis in (0, 1):
        delta = b[axis] - a[axis]
        for toward, room in ((-delta, a[axis]), (delta, view[axis] - a[axis])):
            if toward == 0:
                if room < 0:
                    return None
            elif toward < 0:
                start = max(start, room / toward)
            else:
                end = min(end, room / toward)
    if start >= end:
        return None
    at = [(a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])) for share in (start, end)]
    return at[0], at[1]
