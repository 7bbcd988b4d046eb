"""The line between two pictures that are wiped: where it is, how it is taken hold of, how it looks."""

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from docdesk.foundation.geometry import Point
from docdesk.imaging.compositing import Wipe
from docdesk.ui.look.palettes import Theme

REACH = 6.0
"""How near to the line, in px, the mouse takes hold of it."""

GRIP = 14.0
"""Half the length of the grip in the middle of the line, px."""


def is_near(how: Wipe, point: Point, size: Point) -> bool:
    """Return whether a point of a view of this size is near enough to take hold of the line."""
    axis = 1 if how.below else 0
    return abs(point[axis] - how.at * size[axis]) <= REACH


def line_through(how: Wipe, point: Point, size: Point) -> float:
    """Return where the line is, from 0 to 1, if it goes through a point of a view of this size."""
    axis = 1 if how.below else 0
    return min(max(point[axis] / max(size[axis], 1), 0.0), 1.0)


def paint_wipe_line(painter: QPainter, how: Wipe, theme: Theme, size: Point) -> None:
    """Paint the line between the two pictures of a wipe, with a grip that says that it can be moved."""
    width, height = size
    if how.below:
        line = QLineF(0, how.at * height, width, how.at * height)
        grip = QRectF(width / 2 - GRIP, how.at * height - 3, 2 * GRIP, 6)
    else:
        line = QLineF(how.at * width, 0, how.at * width, height)
        grip = QRectF(how.at * width - 3, height / 2 - GRIP, 6, 2 * GRIP)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, wide in ((theme.surface, 3.0), (theme.accent, 1.0)):
        painter.setPen(QPen(QColor(colour), wide))
        painter.drawLine(line)
    painter.setPen(QPen(QColor(theme.surface), 1))
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(grip, 3, 3)
