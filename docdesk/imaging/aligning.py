"""Mappings between pictures: made from points or scales, joined, turned round.

Coordinates are continuous: a pixel (column, row) covers x from column to column + 1, y from row to row + 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Literal

from docdesk.foundation.geometry import Point

Affine = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f of x' = a x + b y + c and y' = d x + e y + f."""

Pair = tuple[Point, Point]
"""A point of one picture and the same spot in another."""

Why = Literal["too_few_points", "points_too_close", "points_in_line", "mirrored", "too_unlike"]

IDENTITY: Affine = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)

LEAST_SPREAD = 2.0
"""Points of one picture that all lie within so many pixels say nothing about turning or size: a click is good
to about one pixel."""

LEAST_WIDTH = 0.04
"""The least height of a triangle of points as a part of its longest side (about 2 degrees): below it an error
of a click across the line is magnified more than 25 times beside it."""

MOST_STRETCH = 1.6
"""How much longer than wide a square may become. Two pictures of one document differ by a few per cent, seen
aslant by up to about 50 degrees (1 / cos = 1.6); more means that points were confused."""


class Unalignable(ValueError):
    """The points do not tell how the pictures lie to each other; `why` says what is wrong with them."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


def applied(mapping: Affine, point: Point) -> Point:
    """Return where the mapping takes the point."""
    a, b, c, d, e, f = mapping
    x, y = point
    return a * x + b * y + c, d * x + e * y + f


def composed(second: Affine, first: Affine) -> Affine:
    """Return the one mapping that does `first`, then `second`."""
    a, b, c, d, e, f = second
    p, q, r, s, t, u = first
    return (
        a * p + b * s,
        a * q + b * t,
        a * r + b * u + c,
        d * p + e * s,
        d * q + e * t,
        d * r + e * u + f,
    )


def area_factor(mapping: Affine) -> float:
    """Return by how much the mapping enlarges areas; negative where it mirrors."""
    a, b, _, d, e, _ = mapping
    return a * e - b * d


def inverse(mapping: Affine) -> Affine:
    """Return the mapping back.

    Raises:
        ZeroDivisionError: the mapping folds the plane into a line.
    """
    a, b, c, d, e, f = mapping
    over = 1.0 / area_factor(mapping)
    return (
        e * over,
        -b * over,
        (b * f - c * e) * over,
        -d * over,
        a * over,
        (c * d - a * f) * over,
    )


def scaled(factor: float, of: Point = (0.0, 0.0), to: Point = (0.0, 0.0)) -> Affine:
    """Return the mapping that enlarges by a factor and takes the point `of` to the point `to`."""
    return factor, 0.0, to[0] - factor * of[0], 0.0, factor, to[1] - factor * of[1]


def affine(pairs: Sequence[Pair]) -> Affine:
    """Return the mapping that keeps lines straight and takes each first point nearest to its second.

    Least squares over three or more pairs; three are met exactly.

    Raises:
        Unalignable: there are fewer than three pairs; the points of a picture lie too close together or in
            line; their order turns the other way round; or the pictures would have to be stretched as no two
            pictures of a document are.
    """
    if len(pairs) < 3:
        raise Unalignable("too_few_points")
    first, second = _centred(pairs)
    for points in (first.points, second.points):
        longest, shortest = _strengths(_sums(points, points))
        # Sums of squares: their strengths are the squares of the spreads along and across.
        if shortest < LEAST_WIDTH**2 * longest:
            raise Unalignable("points_in_line")
    # Least squares by the normal equations; the check above keeps them well conditioned.
    linear = _times(_sums(second.points, first.points), _inverse(_sums(first.points, first.points)))
    a, b, d, e = linear
    if a * e - b * d <= 0:
        raise Unalignable("mirrored")
    longest, shortest = _strengths(linear)
    if longest > MOST_STRETCH * shortest:
        raise Unalignable("too_unlike")
    return _about(first.middle, second.middle, linear)


# --- Two by two ---

Linear = tuple[float, float, float, float]
"""a, b, d, e of x' = a x + b y and y' = d x + e y."""


@dataclass(frozen=True, slots=True)
class _Cloud:
    """Points about their middle."""

    middle: Point
    points: tuple[Point, ...]


def _centred(pairs: Sequence[Pair]) -> tuple[_Cloud, _Cloud]:
    """Return the points of both pictures, having made sure that they lie apart."""
    clouds = []
    for points in zip(*pairs, strict=True):
        if max(max(axis) - min(axis) for axis in zip(*points, strict=True)) < LEAST_SPREAD:
            raise Unalignable("points_too_close")
        x, y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
        clouds.append(_Cloud((x, y), tuple((point[0] - x, point[1] - y) for point in points)))
    return clouds[0], clouds[1]


def _sums(ones: Sequence[Point], others: Sequence[Point]) -> Linear:
    """Return the sums of the products of coordinates: x x, x y, y x, y y."""
    both = list(zip(ones, others, strict=True))
    xx, xy = sum(p[0] * q[0] for p, q in both), sum(p[0] * q[1] for p, q in both)
    return xx, xy, sum(p[1] * q[0] for p, q in both), sum(p[1] * q[1] for p, q in both)


def _times(one: Linear, other: Linear) -> Linear:
    a, b, d, e = one
    p, q, s, t = other
    return a * p + b * s, a * q + b * t, d * p + e * s, d * q + e * t


def _inverse(linear: Linear) -> Linear:
    a, b, d, e = linear
    over = 1.0 / (a * e - b * d)
    return e * over, -b * over, -d * over, a * over


def _strengths(linear: Linear) -> tuple[float, float]:
    """Return by how much the mapping enlarges most and least (its singular values)."""
    a, b, d, e = linear
    even, odd = hypot(a + e, d - b) / 2, hypot(a - e, d + b) / 2
    return even + odd, abs(even - odd)


def _about(of: Point, to: Point, linear: Linear) -> Affine:
    a, b, d, e = linear
    return a, b, to[0] - a * of[0] - b * of[1], d, e, to[1] - d * of[0] - e * of[1]
