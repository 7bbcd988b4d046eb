"""Where the characters of a line stand: the most likely grid of nearly fixed, slowly drifting pitch.

A path through the columns of a strip places one character after another. Each place earns the log-odds that
a character stands there against none, each step pays for leaving the pitch, each change of pitch is paid
for. So the grid carries on through what is covered, at the pitch that holds on both sides of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.recognising import PITCH, Columns

Floats = NDArray[np.float32]

MOST_CHARACTERS: Final = 48
"""The longest line of Doc 9303 has 44; a few more show that a line is too long."""

# Evidence of one column is bounded: clean paper where a character belongs may also be what covers it, and
# says less against a place than a clear print says for one.
_MOST_FOR, _MOST_AGAINST = 6.0, -4.0
# A column tells of a character within 0.3 of a pitch, 1.5 columns, of its middle: so it was trained.
_NEAR: Final = np.array([0.25, 0.5, 0.25], np.float32)
# The recogniser was trained for a pitch within 20 % of the nominal one; drift is counted in parts of it.
_PART: Final = 0.045
_PITCHES: Final = PITCH * (1 + _PART) ** np.arange(-4, 5)
_STEPS: Final = np.arange(3, 8)
# A step differs from the pitch by 8 % of it, as prints and straightening do, and by the rounding to columns.
_STEP_SIGMA: Final = float(np.hypot(0.08 * PITCH, 12**-0.5))
# The pitch changes by 1.5 % from one character to the next at the most, as under perspective and curl.
_DRIFT_COST: Final = np.float32((_PART / 0.015) ** 2 / 2)
# The finder tells the pitch to a tenth or so.
_PITCH_SIGMA: Final = 0.1
# What pitches [P, 1] and steps at a pitch [S, P, 1] pay.
_PITCH_COSTS: Final = ((_PITCHES / PITCH - 1) ** 2 / (2 * _PITCH_SIGMA**2)).astype(np.float32)[:, None]
_STEP_COSTS: Final = ((_STEPS[:, None] - _PITCHES) ** 2 / (2 * _STEP_SIGMA**2)).astype(np.float32)[..., None]
# Below so many characters a curve would follow its errors.
_FEW: Final = 6
_NEVER: Final = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Path:
    """Where the characters of one line stand.

    `centres` are columns, as fractions; `gains` the bounded log-odds that a character stands in each place
    against none; `score` is their sum, less what the steps paid.
    """

    centres: NDArray[np.float64]
    gains: Floats
    score: float

    @property
    def pitch(self) -> float:
        """The mean pitch in columns; the nominal one of a single character."""
        if len(self.centres) < 2:
            return PITCH
        return float(self.centres[-1] - self.centres[0]) / (len(self.centres) - 1)


@dataclass(frozen=True, slots=True)
class Lattice:
    """Every path through one strip, the best of each length at hand.

    `scores` [N] is the score of the best path with index + 1 characters.
    """

    scores: Floats
    gains: Floats
    _ends: NDArray[np.intp]
    _states: Floats

    def path(self, length: int) -> Path:
        """Return the best path with so many characters, centres between the columns."""
        pitch, column = divmod(int(self._ends[length - 1]), self._states.shape[-1])
        places = [column]
        for state in self._states[length - 2 :: -1] if length > 1 else ():
            pitch, column = _came_from(state, pitch, column)
            places.append(column)
        found = np.array(places[::-1])
        return Path(_between(self.gains, found), self.gains[found], float(self.scores[length - 1]))


def lattices(columns: Sequence[Columns], starts: Sequence[float | None]) -> tuple[Lattice, ...]:
    """Return the lattices of some strips, which are computed side by side.

    Args:
        columns: what the recogniser said of each strip.
        starts: the columns where the neighbouring lines let the first character be expected, if they do.
    """
    gains = [gains_of(entry) for entry in columns]
    widths = list(map(len, gains))
    most = [min(MOST_CHARACTERS, max(1, int(width / _PITCHES[0]) + 1)) for width in widths]
    begin = np.full((len(gains), max(widths)), _NEVER, np.float32)
    places = begin.copy()
    for row, entry in enumerate(gains):
        begin[row, : widths[row]] = entry + _expected(widths[row], starts[row])
        places[row, : widths[row]] = entry
    states = _states(begin, places, max(most))
    return tuple(
        _lattice(gains[row], states[: most[row], row, 1:-1, : widths[row]]) for row in range(len(gains))
    )


def _lattice(gains: Floats, states: Floats) -> Lattice:
    flat = states.reshape(len(states), -1)
    ends = flat.argmax(axis=1)
    return Lattice(flat[np.arange(len(flat)), ends], gains, ends, states)


def _states(begin: Floats, gains: Floats, most: int) -> Floats:
    """Return the scores of the best paths, [most, strips, pitches + 2, columns].

    The score [n, :, p, c] is that of n + 1 characters of which the last stands in column c, where the pitch
    is p - 1; on both sides of the pitches lies one that no path has.

    Args:
        begin: what a first character earns in each column, [strips, columns].
        gains: what each further one earns.
        most: characters of the longest path.
    """
    strips, width = begin.shape
    states = np.full((most, strips, len(_PITCHES) + 2, width), _NEVER, np.float32)
    states[0, :, 1:-1] = begin[:, None] - _PITCH_COSTS
    # What is before the first column is reached by no step.
    drifted = np.full((strips, len(_PITCHES), width + int(_STEPS[-1])), _NEVER, np.float32)
    ways = np.empty((len(_STEPS), strips, len(_PITCHES), width), np.float32)
    for state, further in pairwise(states):
        now = drifted[..., _STEPS[-1] :]
        np.maximum(state[:, :-2], state[:, 2:], out=now)
        now -= _DRIFT_COST
        np.maximum(now, state[:, 1:-1], out=now)
        for way, step, costs in zip(ways, _STEPS[-1] - _STEPS, _STEP_COSTS, strict=True):
            np.subtract(drifted[..., step : step + width], costs, out=way)
        np.add(ways.max(axis=0), gains[:, None], out=further[:, 1:-1])
    return states


def _came_from(state: Floats, pitch: int, column: int) -> tuple[int, int]:
    """Return pitch and column of the character before, where `state` holds the scores up to that one."""
    steps = _STEPS[column >= _STEPS]
    near = slice(max(pitch - 1, 0), pitch + 2)
    ways = state[near, column - steps] - _STEP_COSTS[: len(steps), pitch, 0]
    ways -= np.where(np.arange(len(_PITCHES))[near] == pitch, 0, _DRIFT_COST)[:, None]
    drift, step = divmod(int(ways.argmax()), len(steps))
    return near.start + drift, column - int(steps[step])


def gains_of(columns: Columns) -> Floats:
    """Return for each column the bounded log-odds that a character stands in the middle of it."""
    blank = np.minimum(columns.blank.astype(np.float64), -1e-6)
    odds = np.log(-np.expm1(blank)) - blank
    bounded = np.clip(odds, _MOST_AGAINST, _MOST_FOR)
    padded = np.pad(bounded, 1, constant_values=_MOST_AGAINST)
    return np.asarray(np.convolve(padded, _NEAR, mode="valid"), np.float32)


def _expected(width: int, start: float | None) -> Floats:
    """Return what a first character in each column pays for standing elsewhere than expected.

    Lines of a zone begin within 0.4 of a pitch of one another. The payment is bounded to what clear prints
    of two characters outweigh, for a line may have been printed indented.
    """
    if start is None:
        return np.zeros(width, np.float32)
    off = (np.arange(width) - start) / (0.4 * PITCH)
    return np.asarray(np.maximum(-(off**2) / 2, -2 * _MOST_FOR + 1), np.float32)


def _between(gains: Floats, places: NDArray[np.intp]) -> NDArray[np.float64]:
    """Return the centres between the columns: the middle of the evidence, drawn to a smooth grid.

    Where there is no evidence, the grid alone says where the character would stand.
    """
    around = places[:, None] + np.arange(-2, 3)
    inside = (around >= 0) & (around < len(gains))
    odds = np.where(inside, gains[np.clip(around, 0, len(gains) - 1)], _MOST_AGAINST)
    shares = 1 / (1 + np.exp(-odds.astype(np.float64)))
    seen = places + (shares * np.arange(-2, 3)).sum(axis=1) / shares.sum(axis=1)
    trust = 1 / (1 + np.exp(-gains[places].astype(np.float64)))
    if len(places) < _FEW:
        return np.asarray(seen)
    grid = smooth(seen, trust)
    return np.asarray(np.where(trust > 0.5, (seen + grid) / 2, grid))


def smooth(values: NDArray[np.float64], trust: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the values of characters in a row, drawn to a smooth curve that outliers do not bend.

    Args:
        values: one for each character.
        trust: the weight of each, in [0, 1].
    """
    at = np.linspace(-1.0, 1.0, len(values))
    degree = 3 if len(values) >= 20 else 1
    weights = np.maximum(trust, 1e-3)
    powers = np.vander(at, degree + 1, increasing=True)
    fitted = values
    for _ in range(3):
        # Powers of [-1, 1] and weights that are not 0: the normal equations are sound.
        weighed = powers.T * weights**2
        fitted = powers @ np.linalg.solve(weighed @ powers, weighed @ values)
        off = np.abs(values - fitted)
        scale = max(float(np.median(off)) * 3, 1e-3)
        weights = np.maximum(trust, 1e-3) / (1 + (off / scale) ** 2)
    return np.asarray(fitted)
