"""The grids of a zone's lines, found together: they share length, pitch and left edge.

One line may be half covered by a stamp, or have a dark edge beside it that passes for a character: the other
lines then say where it begins and how long it is, unless the print clearly says otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.lattice import Lattice, Path, lattices
from docdesk.engines.mrz_networks.recognising import PITCH, Columns

Doubles = NDArray[np.float64]
Indices = NDArray[np.int_]

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
    entries = list(lattices(columns, [None] * len(columns)))
    grids = _of_common_length(entries)
    misplaced = _misplaced(grids, lefts)
    if not misplaced:
        return grids
    numbers = list(misplaced)
    moved = lattices([columns[number] for number in numbers], [misplaced[number] for number in numbers])
    for number, entry in zip(numbers, moved, strict=True):
        entries[number] = entry
    return _of_common_length(entries)


def _of_common_length(entries: Sequence[Lattice]) -> tuple[Grid, ...]:
    """Return the best paths, their lengths chosen together."""
    lengths = np.arange(1, max(len(entry.scores) for entry in entries) + 1)
    # What speaks against a length, across, where the zone has a common one, down.
    off = _off_by(lengths - lengths[:, None])
    weighed = [entry.scores - off[:, : len(entry.scores)] for entry in entries]
    joint = np.sum([table.max(axis=1) for table in weighed], axis=0)
    common = int((joint - _against(lengths, len(entries))).argmax())
    return tuple(_grid(entry, table[common]) for entry, table in zip(entries, weighed, strict=True))


def _grid(entry: Lattice, weighed: Doubles) -> Grid:
    chosen = int(weighed.argmax())
    others = np.exp(np.delete(weighed, chosen) - weighed[chosen]).sum()
    return Grid(entry.path(chosen + 1), float(others / (1 + others)))


def _against(lengths: Indices, lines: int) -> Doubles:
    """Return the log-odds against lines of each of these lengths."""
    usual = np.unique([characters for _, characters in USUAL_LENGTHS])
    more = lengths[:, None] - usual
    against = _off_by(more[np.arange(len(lengths)), np.abs(more).argmin(axis=1)])
    against[np.isin(lengths, usual)] = _LINES_MISSING
    against[np.isin(lengths, [characters for count, characters in USUAL_LENGTHS if count == lines])] = 0.0
    return against


def _off_by(more: Indices) -> Doubles:
    """Return the log-odds against so many characters more than usual, or fewer where negative."""
    first, each, most = np.where(more[..., None] > 0, _LONGER, _SHORTER).T
    against = np.minimum(first + each * (np.abs(more.T) - 1), most)
    return np.asarray(np.where(more == 0, 0.0, against.T))


def _misplaced(grids: Sequence[Grid], lefts: Sequence[float]) -> dict[int, float]:
    """Return which lines do not begin below the surest one, and in which column they should."""
    surest = max(range(len(grids)), key=lambda number: grids[number].path.score)
    edge = lefts[surest] + float(grids[surest].path.centres[0])
    wanted = {number: edge - left for number, left in enumerate(lefts)}
    return {
        number: start
        for number, start in wanted.items()
        if abs(float(grids[number].path.centres[0]) - start) > _SAME_START
    }
