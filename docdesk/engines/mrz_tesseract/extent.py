"""Where the lines of a zone really begin and end: where cells look like characters and beyond do not."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_tesseract.zones import SHAPES, Line, Zone

Floats = NDArray[np.float32]

# Cells by which a zone found by its ink alone may begin too early or too late: borders, stamps and fine
# lines carry ink at the pitch too, faint fillers little.
SLACK = 6
# A cell looks like a character from this much below the usual likeness of the line.
BELOW_USUAL = 0.18
# Lines of one zone begin this near to one another, pitches; their grids are fitted apart.
ALIGNED = 0.75
# Cells beyond each end that must not look like characters.
OUTSIDE = 2


def settled(zone: Zone, likeness_of: Callable[[Zone], list[Floats]]) -> Zone:
    """Return the zone with the beginning and length that its cells' likeness to characters wants.

    Args:
        zone: as found by its ink.
        likeness_of: gives for each line of a zone the best correlation of each cell with any character.
    """
    longest = max(length for count, length in SHAPES if count == len(zone.lines))
    around = replace(
        zone,
        cells=longest + 2 * SLACK,
        lines=tuple(replace(line, first=line.first - SLACK) for line in zone.lines),
    )
    likeness = likeness_of(around)
    wide = [max(float(np.median(row[SLACK : SLACK + zone.cells])) - BELOW_USUAL, 0.4) for row in likeness]
    gains = [np.clip((row - least) * 5, -1, 1) for row, least in zip(likeness, wide, strict=True)]
    best, most = zone, -np.inf
    for count, length in SHAPES:
        if count != len(zone.lines):
            continue
        for start in range(OUTSIDE, 2 * SLACK + longest - length - OUTSIDE + 1):
            firsts, total = _aligned(around, gains, start, length)
            if total > most:
                lines = zip(around.lines, firsts, strict=True)
                moved = tuple(replace(line, first=line.first + first) for line, first in lines)
                best, most = replace(zone, cells=length, lines=moved), total
    return best


def _aligned(around: Zone, gains: list[Floats], start: int, length: int) -> tuple[tuple[int, ...], float]:
    """Return where each line begins if the first begins at `start`, and how well that fits."""
    x = _x(around.lines[0], start)
    choices = []
    for line in around.lines:
        near = round(float(line.grid.place(x) + 0.5)) - line.first
        starts = [s for s in (near - 1, near, near + 1) if abs(_x(line, s) - x) * line.grid.b <= ALIGNED]
        choices.append([s for s in starts if OUTSIDE <= s <= gains[0].size - length - OUTSIDE] or [-1])
    best: tuple[tuple[int, ...], float] = ((start,) * len(gains), -np.inf)
    for firsts in product(*choices):
        if min(firsts) < 0:
            continue
        total = sum(_gain(row, first, length) for row, first in zip(gains, firsts, strict=True))
        apart = sum(abs(_x(line, s) - x) * line.grid.b for line, s in zip(around.lines, firsts, strict=True))
        if total - 0.5 * apart > best[1]:
            best = (firsts, total - 0.5 * apart)
    return best


def _x(line: Line, start: int) -> float:
    return float(line.grid.x_at(line.first + start - 0.5))


def _gain(row: Floats, first: int, length: int) -> float:
    """Return how many more cells look like characters within than beyond the ends."""
    beyond = row[first - OUTSIDE : first].sum() + row[first + length : first + length + OUTSIDE].sum()
    return float(row[first : first + length].sum() - beyond)
