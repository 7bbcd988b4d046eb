"""Mappings between pictures: made from points or scales, joined, turned round.

Coordinates are continuous: a pixel (column, row) covers x from column to column + 1, y from row to row + 1.
"""

from collections.abc import Sequence
from math import hypot
from typing import Literal

import numpy as np

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


def similarity(pairs: Sequence[Pair]) -> Affine:
    """Return the mapping that turns, enlarges evenly and moves each first point nearest to its second.

    Least squares over two or more pairs; two are met exactly.

    Raises:
        Unalignable: there are fewer than two pairs, or the points of a picture lie too close together.
    """
    if len(pairs) < 2:
        raise Unalignable("too_few_points")
    first, second = _told_apart(pairs)
    z, w = first[:, 0] + 1j * first[:, 1], second[:, 0] + 1j * second[:, 1]
    middle_z, middle_w = z.mean(), w.mean()
    factor = np.vdot(z - middle_z, w - middle_w) / np.vdot(z - middle_z, z - middle_z)
    shift = middle_w - factor * middle_z
    real, imaginary = float(factor.real), float(factor.imag)
    if hypot(real, imaginary) == 0:
        raise Unalignable("too_unlike")
    return real, -imaginary, float(shift.real), imaginary, real, float(shift.imag)


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
    first, second = _told_apart(pairs)
    for points in (first, second):
        spread = np.linalg.svd(points - points.mean(axis=0), compute_uv=False)
        if spread[1] < LEAST_WIDTH * spread[0]:
            raise Unalignable("points_in_line")
    middle_first, middle_second = first.mean(axis=0), second.mean(axis=0)
    linear, *_ = np.linalg.lstsq(first - middle_first, second - middle_second, rcond=None)
    (a, d), (b, e) = linear.tolist()
    if a * e - b * d <= 0:
        raise Unalignable("mirrored")
    longest, shortest = np.linalg.svd(linear, compute_uv=False)
    if longest > MOST_STRETCH * shortest:
        raise Unalignable("too_unlike")
    x, y = middle_first.tolist()
    to_x, to_y = middle_second.tolist()
    return a, b, to_x - a * x - b * y, d, e, to_y - d * x - e * y


def _told_apart(pairs: Sequence[Pair]) -> tuple[np.ndarray, np.ndarray]:
    """Return the points of both pictures (n x 2 each), having made sure that they lie apart."""
    first = np.array([pair[0] for pair in pairs], np.float64)
    second = np.array([pair[1] for pair in pairs], np.float64)
    for points in (first, second):
        if float(np.ptp(points, axis=0).max()) < LEAST_SPREAD:
            raise Unalignable("points_too_close")
    return first, second
