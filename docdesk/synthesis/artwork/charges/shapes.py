"""Shapes that several charges share; in units of a picture."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np

from docdesk.synthesis.artwork.curves import TURN
from docdesk.synthesis.drawing import Curve, Point

_STEP = 0.02
"""Between points of a straight side; a picture is 2 across."""


def point(at: Curve) -> Point:
    """Return a place from an array of x and y."""
    return float(at[0]), float(at[1])


def polar(reach: float, turn: float) -> Point:
    """Return the point so far from the origin in a direction, in radians."""
    return reach * float(np.cos(turn)), reach * float(np.sin(turn))


def polygon(*points: Point) -> Curve:
    """Return an outline through corners, its sides cut into short steps so that it can be bent and cut."""
    return path(*points, points[0])[:-1]


def bar(left: float, bottom: float, width: float, height: float) -> Curve:
    """Return a box as an outline."""
    right, top = left + width, bottom + height
    return polygon((left, bottom), (right, bottom), (right, top), (left, top))


def path(*points: Point) -> Curve:
    """Return a line through points in short steps."""
    corners = np.array(points, np.float64)
    sides = [
        np.linspace(a, b, max(2, int(np.hypot(*(b - a)) / _STEP)), endpoint=False)
        for a, b in pairwise(corners)
    ]
    return np.vstack((*sides, corners[-1:]))


def disc(centre: Point, radius: float, squash: float = 1.0, number: int = 96) -> Curve:
    """Return a circle or an ellipse as an outline."""
    angle = np.linspace(0, TURN, number)
    return np.column_stack((centre[0] + radius * np.cos(angle), centre[1] + squash * radius * np.sin(angle)))


def bow(centre: Point, radius: float, first: float, last: float, squash: float = 1.0) -> Curve:
    """Return a part of a circle, from one angle in degrees to another."""
    angle = np.radians(np.linspace(first, last, 64))
    return np.column_stack((centre[0] + radius * np.cos(angle), centre[1] + squash * radius * np.sin(angle)))


def blade(root: Point, degrees: float, length: float, width: float, belly: float = 0.5) -> Curve:
    """Return a leaf or feather: pointed at both ends, widest at `belly` of its length."""
    share = np.linspace(0, 1, 24)
    power = np.log(0.5) / np.log(belly)
    half = width / 2 * np.sin(np.pi * share**power) ** 0.85
    x = np.concatenate((share, share[::-1])) * length
    y = np.concatenate((half, -half[::-1]))
    angle = np.radians(degrees)
    return np.column_stack(
        (root[0] + x * np.cos(angle) - y * np.sin(angle), root[1] + x * np.sin(angle) + y * np.cos(angle))
    )


def spine(root: Point, degrees: float, length: float) -> Curve:
    """Return the middle line of a leaf or feather."""
    angle = np.radians(degrees)
    tip = (root[0] + length * float(np.cos(angle)), root[1] + length * float(np.sin(angle)))
    return path(root, tip)


def swell_lines(left: float, right: float, levels: Iterable[float], height: float) -> Iterator[Curve]:
    """Yield waves of the sea: crests sharper than troughs, each row out of step with the next."""
    for row, level in enumerate(levels):
        x = np.linspace(left, right, 160)
        lag = 1.9 * row
        period = 0.42 + 0.05 * row
        crest = np.abs(np.sin(np.pi * x / period + lag))
        yield np.column_stack((x, level + height * (0.9 - crest**0.7)))
