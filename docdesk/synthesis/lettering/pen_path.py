"""Pen paths: how the shapes of letters drawn by docdesk are written down, and their curves.

A path is a text of commands, each a letter and numbers: `M x y` sets the pen down, `L x y` draws a straight
line, `C x1 y1 x2 y2 x y` a cubic Bezier curve, `Z` a line back to where the pen was set down. `R x y` draws a
quarter of an ellipse that sets out sideways, `U x y` one that sets out upright. `D x y` is a dot.
"""

from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.drawing import Curve

_QUARTER: Final = 0.5523
"""How far the handles of a Bezier curve reach for a quarter of an ellipse, as a share of its axes."""

_DOT: Final = 2.5
"""How far the pen circles in a dot, in units of the path: a dot is 17 wide where strokes are 12."""

_NUMBERS: Final = {"M": 2, "D": 2, "L": 2, "C": 6, "R": 2, "U": 2, "Z": 0}

_CIRCLE: Final = np.column_stack([wave(np.linspace(0, 2 * np.pi, 13)) for wave in (np.cos, np.sin)])

_STEPS: Final = 24
"""Pieces of a curve: off by less than 0.001 mm on an OCR-B digit, whose largest curve is 1.4 mm across."""


@lru_cache(maxsize=512)
def pen_curves(path: str, unit: float) -> tuple[Curve, ...]:
    """Return the curves of a pen path, one for each time the pen is set down.

    Args:
        path: commands as this module tells them.
        unit: what a 1 in the path is worth, in the unit of the curves.
    """
    curves: list[list[NDArray[np.float64]]] = []
    words = path.split()
    place = 0
    while place < len(words):
        command = words[place]
        last = place + 1 + _NUMBERS[command]
        points = np.array(words[place + 1 : last], np.float64).reshape(-1, 2) * unit
        if command == "M":
            curves.append([points])
        elif command == "D":
            curves.append([points + _CIRCLE * (_DOT * unit)])
        else:
            curves[-1].append(_drawn(command, curves[-1][0][0], curves[-1][-1][-1], points))
        place = last
    return tuple(_fixed(np.concatenate(pieces)) for pieces in curves)


def bezier(controls: NDArray[np.float64], steps: int) -> Curve:
    """Return a Bezier curve of degree two or three from its control points, without its first point."""
    t = np.linspace(0, 1, steps + 1)[1:, None]
    level = [np.broadcast_to(point, (steps, 2)) for point in controls]
    while len(level) > 1:
        level = [a + (b - a) * t for a, b in pairwise(level)]
    return np.asarray(level[0], np.float64)


def _drawn(
    command: str, first: NDArray[np.float64], last: NDArray[np.float64], points: NDArray[np.float64]
) -> Curve:
    if command == "Z":
        return first[None]
    if command == "L":
        return points
    if command == "C":
        return bezier(np.vstack((last, points)), _STEPS)
    end = points[0]
    corner = np.array((end[0], last[1]) if command == "R" else (last[0], end[1]))
    handles = (last + (corner - last) * _QUARTER, end + (corner - end) * _QUARTER)
    return bezier(np.vstack((last, *handles, end)), _STEPS)


def _fixed(curve: Curve) -> Curve:
    curve.flags.writeable = False
    return curve
