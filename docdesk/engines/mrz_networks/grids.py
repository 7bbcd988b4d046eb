"""The grids of a zone's lines, found together: they share length, pitch and left edge.

One line may be half covered by a stamp, or have a dark edge beside it that passes for a character: the other
lines then say where it begins and how long it is, unless the print clearly says otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from docdesk.engines.mrz_networks.lattice import Lattice, Path, lattice
from docdesk.engines.mrz_networks.recognising import PITCH, Columns

USUAL_LENGTHS: Final = ((1, 30), (2, 30), (2, 36), (2, 44), (3, 30))
"""Lines of a zone and characters of a line: Doc 9303-4 to -7, and national cards of one or two lines."""

# Log-odds against what is printed having fewer characters than usual, the first missing one, each further
# one, and the most. A misprinted line is seen by clean paper where the last character belongs, 4 of log-odds;
# of a line that is cut off or covered, many are missing.
_SHORTER: Final = (3.0, 0.7, 8.0)
# The same against more than usual. A dark edge beside a line seldom earns the 6 of a print; a pattern beside
# it that passes for print does so place after place, while nobody prints several characters too many.
_LONGER: Final = (5.0, 3.0, 20.0)
# The same against a usual length with another number of lines: a line may not have been found.
_LINES_MISSING: Final = 1.0
# Lines that begin within 0.6 of a pitch of one another agree: Doc 9303 lets none stand out by more.
_SAME_START: Final = 0.6 * PITCH


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the characters of one line of a zone stand, and the probability that it has another length."""

    path: Path
    length_doubt: float


def grids_of(columns: Sequence[Columns], lefts: Sequence[float]) -> tuple[Grid, ...]:
    """Return the grid of each line of a zone.

    Args:
        columns: of the lines from the top down.
        lefts: where column 0 of each strip lies on an axis common to the lines, in columns.
    """
    lattices = [lattice(entry) for entry in columns]
    grids = _of_common_length(lattices)
    moved = False
    for number, start in _misplaced(grids, lefts):
        lattices[number] = lattice(columns[number], start)
        moved = True
    return _of_common_length(lattices) if moved else grids


def _of_common_length(lattices: Sequence[Lattice]) -> tuple[Grid, ...]:
    """Return the best paths, their lengths chosen together."""
    lengths = range(1, max(len(entry.scores) for entry in lattices) + 1)
    penalties = {length: _against(length, len(lattices)) for length in lengths}
    common = max(lengths, key=lambda length: _joint(lattices, length) - penalties[length])
    return tuple(_grid(entry, common) for entry in lattices)


def _joint(lattices: Sequence[Lattice], common: int) -> float:
    return sum(float(_weighed(entry, common).max()) for entry in lattices)


def _grid(entry: Lattice, common: int) -> Grid:
    weighed = _weighed(entry, common)
    chosen = int(weighed.argmax())
    others = np.exp(np.delete(weighed, chosen).astype(np.float64) - weighed[chosen]).sum()
    return Grid(entry.path(chosen + 1), float(others / (1 + others)))


def _weighed(entry: Lattice, common: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the score of each length, less what speaks against it where the zone has a common length."""
    against = [_off_by(length - common) for length in range(1, len(entry.scores) + 1)]
    return np.asarray(entry.scores - np.array(against))


def _against(length: int, lines: int) -> float:
    """Return the log-odds against lines of this length."""
    if (lines, length) in USUAL_LENGTHS:
        return 0.0
    usual = sorted({characters for _, characters in USUAL_LENGTHS})
    if length in usual:
        return _LINES_MISSING
    return _off_by(length - min(usual, key=lambda one: abs(one - length)))


def _off_by(more: int) -> float:
    """Return the log-odds against so many characters more than usual, or fewer where negative."""
    if more == 0:
        return 0.0
    first, each, most = _LONGER if more > 0 else _SHORTER
    return min(first + each * (abs(more) - 1), most)


def _misplaced(grids: Sequence[Grid], lefts: Sequence[float]) -> list[tuple[int, float]]:
    """Return which lines do not begin below the surest one, and in which column they should."""
    surest = max(range(len(grids)), key=lambda number: grids[number].path.score)
    edge = lefts[surest] + float(grids[surest].path.centres[0])
    wanted = [(number, edge - left) for number, left in enumerate(lefts)]
    return [
        (number, start)
        for number, start in wanted
        if abs(float(grids[number].path.centres[0]) - start) > _SAME_START
    ]
