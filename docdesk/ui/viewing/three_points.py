"""Three points in each of two pictures: the tool that collects them."""

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen

from docdesk.foundation.geometry import Point
from docdesk.imaging.aligning import Affine, Pair, affine
from docdesk.ui.viewing.frame import Frame

POINTS = 3
"""Of each picture: as many as an affine mapping needs."""

ARM, GAP = 14.0, 3.0
"""Length of a cross's arms and the free space in its middle, px: the spot itself stays in sight."""

REACH = 10.0
"""How near to a point that was set, in px, a press takes hold of it again."""


class ThreePoints(QObject):
    """The points set so far in two pictures; `complete` tells that all are there."""

    changed = Signal()
    complete = Signal()
    given_up = Signal()

    def __init__(self, first: str, second: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first, self.second = first, second
        self._points: dict[str, list[Point]] = {first: [], second: []}

    def of(self, key: str) -> tuple[Point, ...]:
        """Return the points of a picture, in px of it, in the order in which they belong together."""
        return tuple(self._points[key])

    def set_point(self, key: str, number: int, point: Point) -> None:
        """Set or move the point with this number, from 0."""
        points = self._points[key]
        if number < len(points):
            points[number] = point
        elif len(points) < POINTS:
            points.append(point)
        self.changed.emit()

    def settle(self) -> None:
        """Tell if all points are there; called when a point is let go."""
        if all(len(points) == POINTS for points in self._points.values()):
            self.complete.emit()

    def clear(self) -> None:
        """Take all points away, for another try."""
        for points in self._points.values():
            points.clear()
        self.changed.emit()

    def mapping(self) -> Affine:
        """Return the mapping from the second picture to the first.

        Raises:
            Unalignable: the points do not tell.
        """
        pairs: list[Pair] = list(zip(self.of(self.second), self.of(self.first), strict=True))
        return affine(pairs)


class PointTool:
    """Sets the points of one picture; a point that was set can be dragged. Esc gives up."""

    def __init__(self, points: ThreePoints, key: str, colour: QColor) -> None:
        self._points = points
        self._key = key
        self._colour = colour
        self._held: int | None = None
        self._frame: Frame | None = None

    def press(self, point: Point, _event: QMouseEvent) -> None:
        """Take hold of a point, or set the next."""
        set_already = self._points.of(self._key)
        near = [number for number, other in enumerate(set_already) if self._near(point, other)]
        self._held = near[0] if near else len(set_already)
        if self._held < POINTS and not near:
            self._points.set_point(self._key, self._held, point)

    def move(self, point: Point, _event: QMouseEvent) -> None:
        """Drag the point."""
        if self._held is not None and self._held < POINTS:
            self._points.set_point(self._key, self._held, point)

    def release(self, _point: Point, _event: QMouseEvent) -> None:
        """Let the point go."""
        self._held = None
        self._points.settle()

    def key(self, event: QKeyEvent) -> bool:
        """Give up on Esc."""
        if event.key() != Qt.Key.Key_Escape:
            return False
        self._points.given_up.emit()
        return True

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Paint each point as a cross with its number."""
        self._frame = frame
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, point in enumerate(self._points.of(self._key), 1):
            _paint_cross(painter, QPointF(*frame.to_view(point)), str(number), self._colour)

    def cursor(self) -> Qt.CursorShape:
        """Return a cross."""
        return Qt.CursorShape.CrossCursor

    def _near(self, point: Point, other: Point) -> bool:
        if self._frame is None:
            return False
        here, there = self._frame.to_view(point), self._frame.to_view(other)
        return QLineF(QPointF(*here), QPointF(*there)).length() <= REACH


def _paint_cross(painter: QPainter, at: QPointF, number: str, colour: QColor) -> None:
    for pen in (QPen(QColor(255, 255, 255), 4), QPen(QColor(0, 0, 0), 2)):
        painter.setPen(pen)
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            painter.drawLine(at + QPointF(x, y) * GAP, at + QPointF(x, y) * ARM)
    metrics = QFontMetricsF(painter.font())
    side = metrics.height() + 2
    disc = QRectF(at.x() + GAP + 2, at.y() - side - GAP - 2, side, side)
    painter.setPen(QPen(QColor(255, 255, 255), 1))
    painter.setBrush(colour)
    painter.drawEllipse(disc)
    painter.setPen(QColor(Qt.GlobalColor.white if colour.lightnessF() < 0.6 else Qt.GlobalColor.black))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, number)
