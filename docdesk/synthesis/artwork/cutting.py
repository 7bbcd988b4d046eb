"""Cuts curves to shapes."""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.drawing import Box, Curve

Inside = Callable[[Curve], NDArray[np.bool_]]
"""Tells of each point whether it lies inside a shape."""

_HALVINGS = 8
"""Of the step in which a curve crosses an edge: leaves less than a micrometre."""


def in_box(box: Box) -> Inside:
    """Return the test for a box."""
    left, bottom, width, height = box

    def inside(points: Curve) -> NDArray[np.bool_]:
        x, y = points[:, 0], points[:, 1]
        return np.asarray((x >= left) & (x <= left + width) & (y >= bottom) & (y <= bottom + height))

    return inside


def in_ellipse(box: Box) -> Inside:
    """Return the test for the ellipse that fills a box."""
    left, bottom, width, height = box

    def inside(points: Curve) -> NDArray[np.bool_]:
        x = (points[:, 0] - left) / width * 2 - 1
        y = (points[:, 1] - bottom) / height * 2 - 1
        return np.asarray(x * x + y * y <= 1)

    return inside


def in_outlines(outlines: Iterable[Curve]) -> Inside:
    """Return the test for what outlines enclose, by the even-odd rule."""
    shapes = [np.vstack((outline, outline[:1])) for outline in outlines]
    starts = np.vstack([shape[:-1] for shape in shapes])
    ends = np.vstack([shape[1:] for shape in shapes])
    low, high = starts.min(axis=0), starts.max(axis=0)
    rise = ends[:, 1] - starts[:, 1]
    rise = np.where(rise == 0, np.inf, rise)

    def inside(points: Curve) -> NDArray[np.bool_]:
        found = np.zeros(len(points), np.bool_)
        near = np.flatnonzero(((points >= low) & (points <= high)).all(axis=1))
        for part in np.array_split(near, max(1, near.size // 2048)):
            x, y = points[part, 0][:, None], points[part, 1][:, None]
            spans = (starts[:, 1] > y) != (ends[:, 1] > y)
            crossing = starts[:, 0] + (y - starts[:, 1]) / rise * (ends[:, 0] - starts[:, 0])
            found[part] = (spans & (x < crossing)).sum(axis=1) % 2 == 1
        return found

    return inside


def outside(inside: Inside) -> Inside:
    """Return the opposite test."""
    return lambda points: ~inside(points)


def in_all(tests: Iterable[Inside]) -> Inside:
    """Return the test for what lies in several shapes at once."""
    each = tuple(tests)

    def inside(points: Curve) -> NDArray[np.bool_]:
        # Each test is asked only about what the ones before it let pass: put the dear ones last.
        left = np.arange(len(points))
        for test in each:
            left = left[test(points[left])]
        found = np.zeros(len(points), np.bool_)
        found[left] = True
        return found

    return inside


def runs(curve: Curve, inside: Inside) -> Iterator[Curve]:
    """Yield the parts of a curve that lie inside a shape; columns after x and y are kept in step."""
    marks = inside(curve[:, :2])
    if marks.all():
        yield curve
        return
    changes = np.flatnonzero(marks[1:] != marks[:-1])
    edges = _crossings(curve, changes, inside)
    begin = 0
    head: Curve | None = None
    for place, edge in zip(changes, edges, strict=True):
        if marks[place]:
            yield _joined(head, curve[begin : place + 1], edge)
            head = None
        else:
            head, begin = edge, int(place) + 1
    if marks[-1]:
        yield _joined(head, curve[begin:], None)


def _joined(head: Curve | None, body: Curve, tail: Curve | None) -> Curve:
    parts = [part[None] for part in (head,) if part is not None]
    parts.append(body)
    parts += [part[None] for part in (tail,) if part is not None]
    return np.vstack(parts)


def _crossings(curve: Curve, places: NDArray[np.intp], inside: Inside) -> Curve:
    """Return where the curve crosses the edge after each of some points."""
    low, high = curve[places], curve[places + 1]
    if not places.size:
        return low
    begins = inside(low[:, :2])
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        same = (inside(middle[:, :2]) == begins)[:, None]
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    return np.asarray((low + high) / 2)
