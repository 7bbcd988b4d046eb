"""The curves that artwork is built of."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.artwork.cutting import Inside, runs
from docdesk.synthesis.drawing import Box, Curve, Drawing, Point, Stroke

TURN = 2 * np.pi

STEP_MM = 0.15
"""Between points of a smooth curve: seven pixels of the printing grid, no corner is seen."""


def steps(length: float, step: float = STEP_MM) -> int:
    """Return how many points a smooth curve of this length takes."""
    return max(3, int(np.ceil(length / step)) + 1)


def circle(centre: Point, radius: float, squash: float = 1.0) -> Curve:
    """Return a closed circle, or an ellipse whose height is `squash` times its width."""
    return arc(centre, radius, 0, 360, squash)


def arc(centre: Point, radius: float, first: float, last: float, squash: float = 1.0) -> Curve:
    """Return a part of a circle, from one angle in degrees to another."""
    angle = np.radians(np.linspace(first, last, max(12, steps(radius * abs(np.radians(last - first))))))
    return np.column_stack((centre[0] + radius * np.cos(angle), centre[1] + squash * radius * np.sin(angle)))


def box_outline(box: Box, rounding: float = 0.0) -> Curve:
    """Return the closed outline of a box, its corners rounded."""
    left, bottom, width, height = box
    radius = min(rounding, width / 2, height / 2)
    if radius <= 0:
        right, top = left + width, bottom + height
        return np.array([(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)])
    quarters = [
        arc((left + x, bottom + y), radius, begin, begin + 90)
        for x, y, begin in (
            (width - radius, height - radius, 0),
            (radius, height - radius, 90),
            (radius, radius, 180),
            (width - radius, radius, 270),
        )
    ]
    return np.vstack((*quarters, quarters[0][:1]))


def centre_of(box: Box) -> Point:
    """Return the middle of a box."""
    left, bottom, width, height = box
    return left + width / 2, bottom + height / 2


def turn(curve: Curve, degrees: float, about: Point) -> Curve:
    """Return a curve turned anticlockwise about a point."""
    angle = np.radians(degrees)
    matrix = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    middle = np.asarray(about)
    return np.asarray((curve - middle) @ matrix.T + middle)


def strokes(curves: Iterable[Curve], width: float, inside: Inside | None = None) -> Drawing:
    """Return curves as lines of one width, cut to a shape if one is given."""
    return tuple(
        Stroke(part, width)
        for curve in curves
        for part in ((curve,) if inside is None else runs(curve, inside))
    )


def parallels(box: Box, spacing: float, degrees: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return places along and across a set of parallel lines that covers a box, from its middle, in mm."""
    reach = np.hypot(box[2], box[3]) / 2
    angle = np.radians(degrees)
    half = (abs(box[2] * np.sin(angle)) + abs(box[3] * np.cos(angle))) / 2
    number = int(np.ceil(half / spacing))
    along = np.linspace(-reach, reach, steps(2 * reach))
    return along, np.arange(-number, number + 1, dtype=np.float64) * spacing


def smooth(points: Iterable[Point], per_span: int = 12) -> Curve:
    """Return a curve through points (Catmull-Rom), closed where the last point is the first."""
    given = np.array(list(points), np.float64)
    closed = bool(np.allclose(given[0], given[-1]))
    before = given[-2] if closed else 2 * given[0] - given[1]
    after = given[1] if closed else 2 * given[-1] - given[-2]
    knots = np.vstack((before, given, after))
    t = np.linspace(0, 1, per_span, endpoint=False)[:, None]
    return np.vstack([*_spans(knots, t), given[-1:]])


def _spans(knots: Curve, t: NDArray[np.float64]) -> Iterator[Curve]:
    for a, b, c, d in zip(knots, knots[1:], knots[2:], knots[3:], strict=False):
        yield 0.5 * (
            2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3
        )
