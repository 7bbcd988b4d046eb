"""The geometry of markings: lengths, angles, areas, where one is hit, and how it moves."""

from dataclasses import replace
from itertools import pairwise
from math import acos, degrees, hypot

from docdesk.foundation.geometry import Point, Polygon, area
from docdesk.ui.viewing.marking.records import Angle, Marking, Markings, Region

FLAT = 1e-9
"""Sides shorter than this, in px, have no direction."""


def distance(a: Point, b: Point) -> float:
    """Return how far two points are apart."""
    return hypot(b[0] - a[0], b[1] - a[1])


def opening(angle: Angle) -> float:
    """Return an angle in degrees, from 0 to 180; 0 where a side has no length."""
    one, corner, other = angle.points
    u = one[0] - corner[0], one[1] - corner[1]
    v = other[0] - corner[0], other[1] - corner[1]
    lengths = hypot(*u) * hypot(*v)
    if lengths < FLAT:
        return 0.0
    return degrees(acos(max(-1.0, min(1.0, (u[0] * v[0] + u[1] * v[1]) / lengths))))


def handles(marking: Marking) -> Polygon:
    """Return the points that can be taken hold of; a freehand outline has none."""
    if isinstance(marking, Region) and marking.shape == "outline":
        return ()
    return marking.points


def off(marking: Marking, point: Point) -> float:
    """Return how far a point lies from what is drawn of a marking, in px; 0 within a region."""
    points = marking.points
    if len(points) == 1:
        return distance(points[0], point)
    if isinstance(marking, Region):
        if _holds(points, point):
            return 0.0
        points = (*points, points[0])
    return min(_from_side(point, a, b) for a, b in pairwise(points))


def hit(markings: Markings, point: Point, reach: float) -> Marking | None:
    """Return the marking at a point, `reach` px round it: the nearest, of regions the smallest."""
    near = [
        (off(each, point), area(each.points) if isinstance(each, Region) else -1.0, -order, each)
        for order, each in enumerate(markings)
    ]
    # A line that crosses a region is nearer to the mouse in mind, so regions come last.
    found = [entry for entry in near if entry[0] <= reach]
    return min(found, key=lambda entry: (entry[1], entry[0], entry[2]))[3] if found else None


def moved(marking: Marking, by: Point) -> Marking:
    """Return the marking moved by so many px."""
    return _with_points(marking, tuple((x + by[0], y + by[1]) for x, y in marking.points))


def with_handle(marking: Marking, index: int, to: Point) -> Marking:
    """Return the marking with one point moved; a rectangle keeps its opposite corner and its angles."""
    if isinstance(marking, Region) and marking.shape == "rectangle":
        return replace(marking, points=_stretched(marking.points, index, to))
    return _with_points(marking, (*marking.points[:index], to, *marking.points[index + 1 :]))


def anchor(marking: Marking) -> Point:
    """Return where what is said of a marking belongs, in px of the picture."""
    points = marking.points
    if marking.kind == "ruler":
        return (points[0][0] + points[-1][0]) / 2, (points[0][1] + points[-1][1]) / 2
    return points[1] if isinstance(marking, Angle) else points[0]


def _with_points(marking: Marking, points: Polygon) -> Marking:
    # Each kind has its own number of points, and as many come out as went in.
    return replace(marking, points=points)  # type: ignore[arg-type]


def _stretched(corners: Polygon, index: int, to: Point) -> Polygon:
    """Return a rectangle with a corner moved: its neighbours slide along the sides of the opposite one."""
    order = [(index + step) % 4 for step in range(4)]
    _, after, fixed, before = (corners[each] for each in order)
    u = after[0] - fixed[0], after[1] - fixed[1]
    v = before[0] - fixed[0], before[1] - fixed[1]
    cross = u[0] * v[1] - u[1] * v[0]
    if abs(cross) < FLAT:
        return corners
    w = to[0] - fixed[0], to[1] - fixed[1]
    along_u, along_v = (w[0] * v[1] - w[1] * v[0]) / cross, (u[0] * w[1] - u[1] * w[0]) / cross
    if min(abs(along_u) * hypot(*u), abs(along_v) * hypot(*v)) < 1:
        return corners
    new = list(corners)
    new[order[0]] = to
    new[order[1]] = fixed[0] + along_u * u[0], fixed[1] + along_u * u[1]
    new[order[3]] = fixed[0] + along_v * v[0], fixed[1] + along_v * v[1]
    return tuple(new)


def _from_side(point: Point, a: Point, b: Point) -> float:
    x, y = b[0] - a[0], b[1] - a[1]
    length = x * x + y * y
    share = 0.0 if length < FLAT else ((point[0] - a[0]) * x + (point[1] - a[1]) * y) / length
    share = min(max(share, 0.0), 1.0)
    return distance(point, (a[0] + share * x, a[1] + share * y))


def _holds(polygon: Polygon, point: Point) -> bool:
    """Return whether a point lies within a polygon (even-odd)."""
    inside = False
    for a, b in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        crosses = (a[1] > point[1]) != (b[1] > point[1])
        if crosses and point[0] < a[0] + (point[1] - a[1]) * (b[0] - a[0]) / (b[1] - a[1]):
            inside = not inside
    return inside
