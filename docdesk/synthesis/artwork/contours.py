"""Contours: lines of equal depth of a sea floor that no chart shows, drawn after a seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.artwork.curves import TURN, strokes
from docdesk.synthesis.artwork.ranges import BoxMm, LineWidth, Seed, Span
from docdesk.synthesis.chance import dice
from docdesk.synthesis.drawing import Curve, Drawing

_SWELLS = 28
"""Plane waves that make a floor: enough that no period is seen."""

_CELLS = 30
"""Of the grid to the size of a shoal: the lines, straight within a cell, look round."""

_CROSSED = 0.6
"""Share of `_CELLS` cells in a row, or in a column, whose sides one level crosses; measured."""

_REACH = 2.1
"""Deepest and highest line, in deviations of the depth: beyond lie few and small rings."""

_Crossings = dict[tuple[int, int, int], list[tuple[int, int, int]]]
"""Of one level: each crossed side of a cell (0 along a row, 1 along a column; row; column) and those that it
is joined to."""


@dataclass(frozen=True, slots=True)
class Contours:
    """Lines of equal depth.

    Attributes:
        box: that they fill and are cut to.
        seed: another number, another floor.
        shoal: size of shoals and deeps, mm.
        stretch: how much longer shoals are along x than along y.
        levels: how many depths, from the deepest to the highest.
        part, parts: draws every so-manieth level alone, counted from `part`; other layers draw the others.
        width: of a line, mm.
    """

    box: BoxMm
    seed: Seed = 1
    shoal: Annotated[float, Span(2.0, 200.0)] = 16.0
    stretch: Annotated[float, Span(0.2, 5.0)] = 1.0
    levels: Annotated[int, Span(1, 80)] = 24
    part: Annotated[int, Span(0, 5)] = 0
    parts: Annotated[int, Span(1, 6)] = 1
    width: LineWidth = 0.08

    def draw(self) -> Drawing:
        """Return the lines."""
        return strokes(self._lines(), self.width)

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the lines have, one for each side that they cross, and the grid."""
        across, down = self._cells()
        return int(_CROSSED * across * down / _CELLS * (self.levels / self.parts + 1)) + across * down // 4

    def _cells(self) -> tuple[int, int]:
        across, down = self.shoal * self.stretch / _CELLS, self.shoal / _CELLS
        return max(2, int(np.ceil(self.box[2] / across))), max(2, int(np.ceil(self.box[3] / down)))

    def _lines(self) -> Iterator[Curve]:
        across, down = self._cells()
        left, bottom, width, height = self.box
        x, y = np.linspace(left, left + width, across + 1), np.linspace(bottom, bottom + height, down + 1)
        depth = self._depth(x, y)
        for number, level in enumerate(np.linspace(-_REACH, _REACH, self.levels)):
            if number % self.parts == self.part % self.parts:
                for line in _traced(depth - level):
                    yield np.column_stack(
                        (
                            np.interp(line[:, 0], np.arange(x.size), x),
                            np.interp(line[:, 1], np.arange(y.size), y),
                        )
                    )

    def _depth(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the depth at places of a grid, in deviations, rows from the bottom up."""
        chosen = dice(self.seed, "contours")
        depth = np.zeros((y.size, x.size))
        for _ in range(_SWELLS):
            length = self.shoal * float(chosen.uniform(1.4, 4.2))
            angle, phase = chosen.uniform(0, TURN, 2)
            along = np.cos(angle) * x[None, :] / self.stretch + np.sin(angle) * y[:, None]
            depth += np.sin(TURN * along / length + phase) * (length / self.shoal) ** 0.6
        return np.asarray((depth - depth.mean()) / depth.std())


def _traced(heights: NDArray[np.float64]) -> Iterator[Curve]:
    """Yield the lines of height nought over a grid, in its columns and rows (marching squares)."""
    joined = _crossings(heights)
    ends = [side for side, others in joined.items() if len(others) == 1]
    for first in (*ends, *tuple(joined)):
        if first not in joined:
            continue
        walked = [first]
        while joined.get(walked[-1]):
            here = walked[-1]
            there = joined[here].pop()
            if not joined[here]:
                del joined[here]
            joined[there].remove(here)
            walked.append(there)
        joined.pop(walked[-1], None)
        if len(walked) > 1:
            yield np.array([_place(heights, side) for side in walked])


def _crossings(heights: NDArray[np.float64]) -> _Crossings:
    high = heights > 0
    kind = high[:-1, :-1] + 2 * high[:-1, 1:] + 4 * high[1:, 1:] + 8 * high[1:, :-1]
    joined: _Crossings = {}
    for row, column in np.argwhere((kind > 0) & (kind < 15)).tolist():
        south, north = (0, row, column), (0, row + 1, column)
        west, east = (1, row, column), (1, row, column + 1)
        corners = high[row : row + 2, column : column + 2]
        crossed = [
            side
            for side, differ in (
                (south, corners[0, 0] != corners[0, 1]),
                (east, corners[0, 1] != corners[1, 1]),
                (north, corners[1, 0] != corners[1, 1]),
                (west, corners[0, 0] != corners[1, 0]),
            )
            if differ
        ]
        if len(crossed) == 4 and (heights[row : row + 2, column : column + 2].mean() > 0) == bool(
            corners[0, 0]
        ):
            # On a saddle, the two corners that are like its middle belong together.
            crossed = [south, east, north, west]
        elif len(crossed) == 4:
            crossed = [west, south, east, north]
        for one, other in zip(crossed[::2], crossed[1::2], strict=True):
            joined.setdefault(one, []).append(other)
            joined.setdefault(other, []).append(one)
    return joined


def _place(heights: NDArray[np.float64], side: tuple[int, int, int]) -> tuple[float, float]:
    """Return where a side is crossed: column and row."""
    upright, row, column = side
    here = float(heights[row, column])
    there = float(heights[row + upright, column + 1 - upright])
    share = here / (here - there)
    return (float(column), row + share) if upright else (column + share, float(row))
