"""Looks at a zone: lines laid straight, recognised, put on a grid, and laid straight again along it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from docdesk.engines.mrz_networks.curves import Curve, Doubles
from docdesk.engines.mrz_networks.grids import Grid, grids_of
from docdesk.engines.mrz_networks.lattice import lattices
from docdesk.engines.mrz_networks.posteriors import Cells, cells_of, together
from docdesk.engines.mrz_networks.recognising import COLUMN_PIXELS, FIRST_COLUMN_PIXEL, recognised
from docdesk.engines.mrz_networks.sessions import Network
from docdesk.engines.mrz_networks.straightening import MARGIN, PITCH, Strip, straightened
from docdesk.engines.mrz_networks.zones import Zone
from docdesk.imaging.grey import Grey

# Mean log-odds of a guessed line's places from which it was there and not found: half of what clear print
# has, which is at the bound of 6.
_GUESS_GAIN: Final = 3.0
# Lines of a zone lie at least this many pitches apart; of two guesses that are nearer only one is a line.
_APART: Final = 1.2
_MOST_LINES: Final = 3
# A character this near to the end of its strip, in pitches, may have others beyond: the next look goes on by
# so many. The finder's ends are right to a pitch; those of a line that it saw in part are not.
_NEAR_END, _FURTHER = 2.0, 10.0
# Looks after the first: one, and more while ends move. A line of 44 of which half was seen needs three.
_MOST_LOOKS: Final = 3
# Places of the second look lie within this of those of the first, in pitches, else they are others.
_SAME_PLACE: Final = 0.3
# Weight of a place in the smooth line through the characters: below this, nothing was seen there.
_LEAST_SEEN: Final = 0.3


@dataclass(frozen=True, slots=True)
class SeenLine:
    """One line as it was last seen: its strip, the grid on it, and what its characters may be.

    `pitch` is in pixels of the frame.
    """

    strip: Strip
    grid: Grid
    cells: Cells
    pitch: float

    def __len__(self) -> int:
        return len(self.cells)

    @property
    def centres(self) -> Doubles:
        """Middles of the characters, in columns of the strip's pixels."""
        return _pixels(self.grid.path.centres)


def first_look(grey: Grey, zone: Zone, network: Network) -> tuple[SeenLine, ...]:
    """Return the lines of a zone from the top down, as the finder placed them, with those that it missed."""
    return _with_guesses(grey, zone, _seen(grey, zone.lines, network), network)


def looked_again(grey: Grey, seen: tuple[SeenLine, ...], network: Network) -> tuple[SeenLine, ...]:
    """Return the lines, looked at along the characters that were found, as often as their ends move.

    All looks together tell what the characters are, as far as they are looks at the same ones.
    """
    for _ in range(_MOST_LOOKS):
        curves = [_refined(line) for line in seen]
        moved = any(curve.length > len(line) for curve, line in zip(curves, seen, strict=True))
        again = _seen(grey, curves, network)
        seen = tuple(_both(*pair) for pair in zip(seen, again, strict=True))
        if not moved:
            break
    return seen


def _seen(grey: Grey, curves: Sequence[Curve], network: Network) -> tuple[SeenLine, ...]:
    strips = [straightened(grey, curve) for curve in curves]
    said = recognised([strip.values for strip in strips], network)
    grids = grids_of(said, _lefts(strips))
    return tuple(
        SeenLine(strip, grid, cells_of(columns, grid.path), _pitch(strip, grid))
        for strip, columns, grid in zip(strips, said, grids, strict=True)
    )


def _lefts(strips: Sequence[Strip]) -> list[float]:
    """Return where column 0 of each strip lies along the first line, in columns."""
    first = strips[0].curve
    starts = [float(first.nearest(strip.curve.at(np.array(0.0)))) for strip in strips]
    return [start * PITCH / COLUMN_PIXELS for start in starts]


def _with_guesses(
    grey: Grey, zone: Zone, seen: tuple[SeenLine, ...], network: Network
) -> tuple[SeenLine, ...]:
    """Return the lines with those that are printed where the finder guessed some."""
    room = _MOST_LINES - len(seen)
    if room < 1 or not zone.guesses:
        return seen
    surest = max(seen, key=lambda line: line.grid.path.score)
    guesses = zone.guesses
    gains = _print_along(grey, guesses, surest, network)
    printed = [number for number in np.argsort(gains)[::-1] if gains[number] >= _GUESS_GAIN]
    chosen: list[Curve] = []
    for number in printed:
        apart = (abs(_below(other, guesses[number])) for other in chosen)
        if len(chosen) < room and all(pitches > _APART for pitches in apart):
            chosen.append(guesses[number])
    if not chosen:
        return seen
    first = zone.lines[0]
    return _seen(grey, sorted((*zone.lines, *chosen), key=lambda curve: _below(first, curve)), network)


def _print_along(grey: Grey, curves: Sequence[Curve], beside: SeenLine, network: Network) -> list[float]:
    """Return for each curve the mean log-odds of print where its neighbour has characters."""
    strips = [straightened(grey, curve) for curve in curves]
    first = beside.strip.in_frame(np.array([[beside.centres[0], 0.0]]))
    starts = [(float(strip.in_strip(first)[0, 0]) - FIRST_COLUMN_PIXEL) / COLUMN_PIXELS for strip in strips]
    entries = lattices(recognised([strip.values for strip in strips], network), starts)
    return [float(entry.path(min(len(beside), len(entry.scores))).gains.mean()) for entry in entries]


def _below(line: Curve, other: Curve) -> float:
    """Return how many pitches another line runs below."""
    point = other.at(np.array(other.length / 2))
    t = line.nearest(point)
    return float((point - line.at(t)) @ line.normal(t) / line.pitch(t))


def _refined(line: SeenLine) -> Curve:
    """Return the line through the characters, going on where they reach the ends of the strip."""
    trust = np.where(line.cells.blank < 1 - _LEAST_SEEN, 1 - line.cells.blank, 0.0)
    if np.count_nonzero(trust) < 2:
        return line.strip.curve
    curve = line.strip.refined(line.centres, line.cells.dy, trust)
    width = line.strip.values.shape[1]
    before = _FURTHER if line.centres[0] < _NEAR_END * PITCH else 0.0
    behind = _FURTHER if width - line.centres[-1] < _NEAR_END * PITCH else 0.0
    return curve.between(-before, curve.length + behind) if before or behind else curve


def _both(first: SeenLine, second: SeenLine) -> SeenLine:
    """Return the second look, with what the first said where it was at the same characters."""
    if len(first) != len(second):
        return second
    there = second.strip.in_strip(first.strip.in_frame(_points(first)))[:, 0]
    if float(np.median(np.abs(there - second.centres))) > _SAME_PLACE * PITCH:
        return second
    cells = together((first.cells, second.cells))
    return SeenLine(second.strip, second.grid, cells, second.pitch)


def _points(line: SeenLine) -> Doubles:
    return np.stack([line.centres, np.full(len(line), (line.strip.values.shape[0] - 1) / 2)], axis=-1)


def _pitch(strip: Strip, grid: Grid) -> float:
    t = (_pixels(grid.path.centres) + 0.5) / PITCH - MARGIN
    return float(strip.curve.pitch(t).mean()) * grid.path.pitch * COLUMN_PIXELS / PITCH


def _pixels(columns: Doubles) -> Doubles:
    return np.asarray(columns * COLUMN_PIXELS + FIRST_COLUMN_PIXEL)
