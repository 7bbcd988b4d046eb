"""Where the characters of a line stand: the most likely grid of nearly fixed, slowly drifting pitch.

A path through the columns of a strip places one character after another. Each place earns the log-odds that
a character stands there against none, each step pays for leaving the pitch, each change of pitch is paid
for. So the grid carries on through what is covered, at the pitch that holds on both sides of it.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.recognising import PITCH, Columns

Floats = NDArray[np.float32]
Indices = NDArray[np.int8]

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
_DRIFT_COST: Final = (_PART / 0.015) ** 2 / 2
# The finder tells the pitch to a tenth or so.
_PITCH_SIGMA: Final = 0.1
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
    _steps: Indices
    _drifts: Indices

    def path(self, length: int) -> Path:
        """Return the best path with so many characters, centres between the columns."""
        pitch, column = divmod(int(self._ends[length - 1]), len(self.gains))
        places = [column]
        for number in range(length - 1, 0, -1):
            step = int(_STEPS[self._steps[number, pitch, column]])
            column -= step
            pitch += int(self._drifts[number, pitch, column])
            places.append(column)
        found = np.array(places[::-1])
        return Path(_between(self.gains, found), self.gains[found], float(self.scores[length - 1]))


def lattice(columns: Columns, start: float | None = None) -> Lattice:
    """Return the lattice of one strip.

    Args:
        columns: what the recogniser said.
        start: the column where the neighbouring lines let the first character be expected, if they do.
    """
    gains = gains_of(columns)
    width, most = len(gains), min(MOST_CHARACTERS, max(1, int(len(gains) / _PITCHES[0]) + 1))
    state = np.broadcast_to(gains + _expected(width, start), (len(_PITCHES), width)).astype(np.float32)
    state -= ((_PITCHES / PITCH - 1) ** 2 / (2 * _PITCH_SIGMA**2)).astype(np.float32)[:, None]
    costs = ((_STEPS[:, None] - _PITCHES) ** 2 / (2 * _STEP_SIGMA**2)).astype(np.float32)
    steps = np.zeros((most, len(_PITCHES), width), np.int8)
    drifts = np.zeros((most, len(_PITCHES), width), np.int8)
    scores, ends = np.empty(most, np.float32), np.empty(most, np.intp)
    ends[0] = state.argmax()
    scores[0] = state.flat[ends[0]]
    for number in range(1, most):
        state, drifts[number] = _drifted(state)
        state, steps[number] = _stepped(state, costs)
        state += gains
        ends[number] = state.argmax()
        scores[number] = state.flat[ends[number]]
    return Lattice(scores, gains, ends, steps, drifts)


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


def _drifted(state: Floats) -> tuple[Floats, Indices]:
    """Let every path change to a neighbouring pitch; also return by how many it changed."""
    best, drifts = state.copy(), np.zeros(state.shape, np.int8)
    for change, into, out_of in ((-1, slice(1, None), slice(-1)), (1, slice(-1), slice(1, None))):
        moved = state[out_of] - np.float32(_DRIFT_COST)
        better = moved > best[into]
        np.copyto(best[into], moved, where=better)
        np.copyto(drifts[into], np.int8(change), where=better)
    return best, drifts


def _stepped(state: Floats, costs: Floats) -> tuple[Floats, Indices]:
    """Let every path step to its next column; also return which step it took."""
    best, steps = np.full(state.shape, _NEVER, np.float32), np.zeros(state.shape, np.int8)
    for number, step in enumerate(_STEPS):
        moved = state[:, :-step] - costs[number][:, None]
        better = moved > best[:, step:]
        np.copyto(best[:, step:], moved, where=better)
        np.copyto(steps[:, step:], np.int8(number), where=better)
    return best, steps


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
    fitted = values
    for _ in range(3):
        row = np.polynomial.polynomial.polyfit(at, values, degree, w=weights)
        fitted = np.asarray(np.polynomial.polynomial.polyval(at, row), np.float64)
        off = np.abs(values - fitted)
        scale = max(float(np.median(off)) * 3, 1e-3)
        weights = np.maximum(trust, 1e-3) / (1 + (off / scale) ** 2)
    return np.asarray(fitted)
