"""Loops of outlines: places where a font's outline crosses itself and covers what it covers already."""

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.drawing import Curve


def without_loops(outline: Curve) -> Curve:
    """Return a closed outline without the loops that turn as it does itself.

    Such a loop lies within the body; where even-odd decides what is filled, it would become a hole.
    """
    turn = np.sign(signed_area(outline))
    while (crossing := _first_crossing(outline, turn)) is not None:
        first, last, point = crossing
        outline = np.concatenate((outline[: first + 1], point[None], outline[last + 1 :]))
    return outline


def _first_crossing(outline: Curve, turn: float) -> tuple[int, int, NDArray[np.float64]] | None:
    """Return two segments, by their first points, that cross and bound a loop of a turn, and where."""
    steps = np.roll(outline, -1, axis=0) - outline
    for first in range(len(outline) - 2):
        others = np.arange(first + 2, len(outline) - (first == 0))
        between = outline[others] - outline[first]
        across = steps[first, 0] * steps[others, 1] - steps[first, 1] * steps[others, 0]
        with np.errstate(divide="ignore", invalid="ignore"):
            here = (between[:, 0] * steps[others, 1] - between[:, 1] * steps[others, 0]) / across
            there = (between[:, 0] * steps[first, 1] - between[:, 1] * steps[first, 0]) / across
        for index in np.flatnonzero((here > 0) & (here < 1) & (there > 0) & (there < 1)):
            last = int(others[index])
            point = outline[first] + here[index] * steps[first]
            loop = np.concatenate((point[None], outline[first + 1 : last + 1]))
            if np.sign(signed_area(loop)) == turn and len(loop) < len(outline) / 2:
                return first, last, point
    return None


def signed_area(outline: Curve) -> float:
    """Return what a closed outline encloses, below 0 where it runs clockwise."""
    x, y = outline.T
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2
