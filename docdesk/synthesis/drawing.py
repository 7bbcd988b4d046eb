"""Vector drawings in mm: x to the right, y up, from the bottom-left corner of a document's face."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Curve = NDArray[np.float64]
"""Points, one (x, y) in mm to a row; a closed curve repeats its first point or is an outline of an `Area`."""

Point = tuple[float, float]
"""x, y in mm."""

Box = tuple[float, float, float, float]
"""Left, bottom, width, height in mm."""


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """A line of constant width with round ends; `width` in mm."""

    curve: Curve
    width: float


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """A filled shape; where outlines overlap, even-odd decides: a ring is two circles."""

    outlines: tuple[Curve, ...]


Mark = Stroke | Area
Drawing = tuple[Mark, ...]
"""What one ink prints in one pass; overlapping marks do not add up."""


def curves_of(mark: Mark) -> tuple[Curve, ...]:
    """Return the curves that a mark is made of."""
    return (mark.curve,) if isinstance(mark, Stroke) else mark.outlines


def mapped(drawing: Iterable[Mark], matrix: NDArray[np.float64], shift: Point) -> Iterator[Mark]:
    """Yield the marks with each point p moved to matrix @ p + shift; stroke widths follow the scale."""
    scale = float(np.sqrt(abs(np.linalg.det(matrix))))
    for mark in drawing:
        moved = tuple(curve @ matrix.T + np.asarray(shift) for curve in curves_of(mark))
        if isinstance(mark, Stroke):
            yield replace(mark, curve=moved[0], width=mark.width * scale)
        else:
            yield Area(moved)


def moved(drawing: Iterable[Mark], x: float, y: float) -> Drawing:
    """Return the drawing shifted by so many mm."""
    return tuple(mapped(drawing, np.eye(2), (x, y)))


def scaled(drawing: Iterable[Mark], factor: float, about: Point = (0.0, 0.0)) -> Drawing:
    """Return the drawing larger by a factor, a point staying where it is."""
    rest = (about[0] * (1 - factor), about[1] * (1 - factor))
    return tuple(mapped(drawing, np.eye(2) * factor, rest))


def turned(drawing: Iterable[Mark], degrees: float, about: Point = (0.0, 0.0)) -> Drawing:
    """Return the drawing turned anticlockwise about a point."""
    angle = np.radians(degrees)
    matrix = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    centre = np.asarray(about)
    x, y = centre - matrix @ centre
    return tuple(mapped(drawing, matrix, (float(x), float(y))))


def bounds(drawing: Iterable[Mark]) -> Box | None:
    """Return the smallest box round a drawing, stroke widths included; None for an empty one."""
    low = np.full(2, np.inf)
    high = np.full(2, -np.inf)
    for mark in drawing:
        margin = mark.width / 2 if isinstance(mark, Stroke) else 0.0
        for curve in curves_of(mark):
            low = np.minimum(low, curve.min(axis=0) - margin)
            high = np.maximum(high, curve.max(axis=0) + margin)
    if not np.isfinite(low).all():
        return None
    return float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1])


def rectangle(box: Box, by: float = 0.0) -> Curve:
    """Return the corners of a box, larger by so many mm all round, as the outline of an `Area`."""
    left, bottom, width, height = grown(box, by)
    return np.array(
        [(left, bottom), (left + width, bottom), (left + width, bottom + height), (left, bottom + height)]
    )


def grown(box: Box, by: float) -> Box:
    """Return a box larger by so many mm on every side."""
    left, bottom, width, height = box
    return left - by, bottom - by, width + 2 * by, height + 2 * by


def lengths_along(curve: Curve) -> Curve:
    """Return how far along a curve each of its points lies."""
    return np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(curve, axis=0).T))))


def points_along(curve: Curve, distances: Curve) -> Curve:
    """Return the points that lie so far along a curve."""
    lengths = lengths_along(curve)
    return np.column_stack([np.interp(distances, lengths, curve[:, axis]) for axis in (0, 1)])
