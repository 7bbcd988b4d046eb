"""What each drawing tool draws: how many points a marking takes, and what is made of them."""

from collections.abc import Callable
from dataclasses import dataclass

from docdesk.foundation.geometry import Point, Polygon
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.marking.records import Angle, Arrow, Label, Marking, Region, Ruler, Shape


@dataclass(frozen=True, slots=True)
class Plan:
    """How markings of a kind are drawn.

    `least` and `most` points make one; with `most` None it goes on until it is closed. `snaps`: Shift keeps
    to 0, 45 and 90 degrees. `freehand`: a drag leaves its whole way behind. `boxes`: a drag is the diagonal
    of a rectangle. `writes`: its text is asked for as soon as it is drawn.
    """

    kind: str
    least: int
    most: int | None
    build: Callable[[str, int, Polygon, Shape], Marking]
    snaps: bool = False
    freehand: bool = False
    boxes: bool = False
    writes: bool = False

    def make(self, key: str, number: int, points: Polygon, *, dragged: bool) -> Marking | None:
        """Return the marking of these points, None where they are too few or too many."""
        if len(points) < self.least or (self.most is not None and len(points) > self.most):
            return None
        shape: Shape = "outline" if self.freehand else "rectangle" if self.boxes and dragged else "polygon"
        return self.build(key, number, points, shape)

    def dragged(self, frame: Frame, start: Point, to: Point) -> Polygon:
        """Return the points that a drag stands for."""
        if self.most == 1:
            return (to,)
        if not self.boxes:
            return start, to
        # Upright as it is seen, however the picture is turned.
        (left, top), (right, bottom) = frame.to_view(start), frame.to_view(to)
        return start, frame.to_picture((right, top)), to, frame.to_picture((left, bottom))


def _ruler(key: str, _number: int, points: Polygon, _shape: Shape) -> Marking:
    return Ruler(key, (points[0], points[1]))


def _angle(key: str, _number: int, points: Polygon, _shape: Shape) -> Marking:
    return Angle(key, (points[0], points[1], points[2]))


def _arrow(key: str, _number: int, points: Polygon, _shape: Shape) -> Marking:
    return Arrow(key, (points[0], points[1]))


def _label(key: str, number: int, points: Polygon, _shape: Shape) -> Marking:
    return Label(key, (points[0],), number)


def _region(key: str, _number: int, points: Polygon, shape: Shape) -> Marking:
    return Region(key, points, shape)


RULER = Plan("ruler", 2, 2, _ruler, snaps=True)
ANGLE = Plan("angle", 3, 3, _angle, snaps=True)
ARROW = Plan("arrow", 2, 2, _arrow, snaps=True, writes=True)
LABEL = Plan("label", 1, 1, _label, writes=True)
REGION = Plan("region", 3, None, _region, boxes=True)
OUTLINE = Plan("region", 3, None, _region, freehand=True)
