"""The middle of a line of print as a smooth curve that knows its pitch.

A curve tells the point of the picture that lies a number of characters along the line: 0 is the left edge of
the first character, 1 its right edge. Its speed is thus the pitch, and its direction that of reading.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]

# Residuals below this part of a pitch are not worth a more bent curve: a strip's row is 0.05 of a pitch.
_FINE: Final = 0.02
# Points off by more than this many usual residuals have no say (Tukey's biweight, at its usual constant).
_OUTLYING: Final = 4.7
# A usual residual is never taken to be smaller than this part of a pitch, else a perfect fit has outliers.
_LEAST_SPREAD: Final = 0.015
# From the median of absolute residuals to the standard deviation of a normal distribution.
_NORMAL: Final = 1.4826
_ROUNDS: Final = 3
# Points of a curve that are looked at when the nearest to a point is sought, for each character.
_SAMPLES_EACH: Final = 2
# Newton's method settles on print that is no spiral in two steps; the third is below rounding.
_NEWTON_STEPS: Final = 3


@dataclass(frozen=True, slots=True)
class Curve:
    """Polynomials `x` and `y`, lowest power first, in s = 2 t / length - 1, where t counts characters.

    `length` is how many characters the line has, as far as its ends were seen: no whole number. Points are
    pixels of a picture, x to the right, y down.
    """

    x: tuple[float, ...]
    y: tuple[float, ...]
    length: float

    def at(self, t: Doubles) -> Doubles:
        """Return the points (... x 2) that lie `t` characters along the line; it goes on beyond its ends."""
        return self._valued(t, 0)

    def speed(self, t: Doubles) -> Doubles:
        """Return where the line goes within one character, pixels (... x 2)."""
        return self._valued(t, 1)

    def pitch(self, t: Doubles) -> Doubles:
        """Return the distance from one character to the next, pixels."""
        speed = self.speed(t)
        return np.asarray(np.hypot(speed[..., 0], speed[..., 1]))

    def normal(self, t: Doubles) -> Doubles:
        """Return the directions of length 1 (... x 2) that point down from the line, as it is read."""
        speed = self.speed(t)
        length = np.hypot(speed[..., 0], speed[..., 1])
        return np.stack([-speed[..., 1] / length, speed[..., 0] / length], axis=-1)

    def nearest(self, points: Doubles) -> Doubles:
        """Return how many characters along the line the foot of each point (... x 2) lies."""
        reach = 0.5 * self.length + 4.0
        steps = np.linspace(-reach, reach, int(2 * reach * _SAMPLES_EACH) + 2) + 0.5 * self.length
        flat = np.asarray(points, np.float64).reshape(-1, 2)
        across, down = (np.subtract.outer(*pair) for pair in zip(flat.T, self.at(steps).T, strict=True))
        t = steps[(across**2 + down**2).argmin(axis=1)]
        for _ in range(_NEWTON_STEPS):
            speed, bend, off = self.speed(t), self._valued(t, 2), flat - self.at(t)
            slope = (speed**2).sum(axis=-1) - (off * bend).sum(axis=-1)
            t = t + (off * speed).sum(axis=-1) / np.maximum(slope, 1e-6)
        return np.asarray(t.reshape(np.shape(points)[:-1]))

    def reversed(self) -> "Curve":
        """Return the line as it is read by somebody who stands on the other side of the sheet."""
        x, y = ([c * (-1) ** n for n, c in enumerate(row)] for row in (self.x, self.y))
        return Curve(tuple(x), tuple(y), self.length)

    def between(self, start: float, end: float) -> "Curve":
        """Return the same line, begun and ended elsewhere; both counted in characters of this one."""
        middle, half = (start + end) / self.length - 1, (end - start) / self.length
        return Curve(_put_into(self.x, middle, half), _put_into(self.y, middle, half), end - start)

    def beside(self, below: float) -> "Curve":
        """Return a line that runs `below` pitches below this one, with its pitch and length."""
        t = np.linspace(0.0, self.length, 8)
        points = self.at(t) + self.normal(t) * (below * self.pitch(t))[:, None]
        # As bent as the line itself and one power more: beside a bend the pitch changes too.
        return through(points, t, self.length, min(len(self.x), 4))

    def scaled(self, scale: tuple[float, float], shift: tuple[float, float]) -> "Curve":
        """Return the line in the pixels of another picture: each coordinate times scale plus shift."""
        x, y = ([c * factor for c in row] for row, factor in zip((self.x, self.y), scale, strict=True))
        x[0] += shift[0]
        y[0] += shift[1]
        return Curve(tuple(x), tuple(y), self.length)

    def _valued(self, t: Doubles, derivative: int) -> Doubles:
        s = 2 * np.asarray(t, np.float64) / self.length - 1
        # Both coordinates at once: x + y i.
        row = [complex(x, y) for x, y in zip_longest(self.x, self.y, fillvalue=0.0)]
        for _ in range(derivative):
            row = [power * c for power, c in enumerate(row)][1:] or [0j]
        value = np.full(s.shape, row[-1])
        for c in row[-2::-1]:
            value = value * s + c
        value = np.asarray(value * (2 / self.length) ** derivative)
        return value[..., None].view(np.float64)


def through(points: Doubles, t: Doubles, length: float, degree: int) -> Curve:
    """Return the curve of this degree that comes nearest to points without noise (N x 2) at places `t`."""
    powers = np.vander(2 * t / length - 1, degree + 1, increasing=True)
    found = np.linalg.lstsq(powers, points, rcond=None)[0]
    return Curve(tuple(found[:, 0].tolist()), tuple(found[:, 1].tolist()), length)


def fitted(points: Doubles, t: Doubles, weights: Doubles, length: float, most: int) -> Curve:
    """Return a smooth curve through noisy points, as bent as they bear out and no more; outliers are ignored.

    Args:
        points: N x 2, at least two.
        t: how many characters along the line each of them lies.
        weights: how sure each is, of any unit.
        length: of the line, characters.
        most: the highest power that the curve may have.
    """
    s = 2 * t / length - 1
    chord, middle = _direction(points, s, weights), np.average(points, axis=0, weights=weights)
    across = np.array([-chord[1], chord[0]])
    pitch = abs(float((points[-1] - points[0]) @ chord)) / max(abs(float(t[-1] - t[0])), 1e-6)
    along = _row(s, (points - middle) @ chord, weights, most, pitch)
    aside = _row(s, (points - middle) @ across, weights, most, pitch)
    size = max(len(along), len(aside))
    rows = np.zeros((size, 2))
    rows[: len(along)] += along[:, None] * chord
    rows[: len(aside)] += aside[:, None] * across
    rows[0] += middle
    return Curve(tuple(rows[:, 0].tolist()), tuple(rows[:, 1].tolist()), length)


def _put_into(row: Sequence[float], middle: float, half: float) -> tuple[float, ...]:
    """Return the polynomial, lowest power first, that is this one at `middle + half * s`."""
    made: list[float] = []
    for c in reversed(row):
        made = [middle * here + half * below for here, below in zip([*made, 0.0], [0.0, *made], strict=True)]
        made[0] += c
    return tuple(made)


def _direction(points: Doubles, s: Doubles, weights: Doubles) -> Doubles:
    """Return the direction of length 1 in which points move on the whole."""
    centred = s - np.average(s, weights=weights)
    way = (weights * centred) @ points
    return np.asarray(way / max(float(np.hypot(*way)), 1e-9))


def _row(s: Doubles, values: Doubles, weights: Doubles, most: int, pitch: float) -> Doubles:
    """Return the polynomial through noisy values, of the degree that they bear out."""
    trust = weights
    found = np.zeros(2)
    for _ in range(_ROUNDS):
        found = _of_best_degree(s, values, trust, most, pitch)
        off = np.abs(values - np.vander(s, len(found), increasing=True) @ found)
        spread = max(_NORMAL * float(np.median(off)), _LEAST_SPREAD * pitch)
        trust = weights * np.clip(1 - (off / (_OUTLYING * spread)) ** 2, 0, None) ** 2
    return found


def _of_best_degree(s: Doubles, values: Doubles, weights: Doubles, most: int, pitch: float) -> Doubles:
    """Return the polynomial of the degree with the least Bayesian information criterion, 1 or more."""
    count = weights.sum() ** 2 / max(float((weights**2).sum()), 1e-12)
    degree = max(1, min(most, int(count) - 2))
    root = np.sqrt(weights / max(float(weights.mean()), 1e-12))
    powers = np.vander(s, degree + 1, increasing=True)
    basis, triangle = np.linalg.qr(powers * root[:, None])
    parts = basis.T @ (values * root)
    left = float(((values * root) ** 2).sum()) - np.cumsum(parts**2)
    noise = np.maximum(left, 0.0) / len(s) + (_FINE * pitch) ** 2
    criterion = count * np.log(noise) + np.arange(1, degree + 2) * np.log(max(count, 2.0))
    best = 1 + int(criterion[1:].argmin())
    return np.asarray(np.linalg.solve(triangle[: best + 1, : best + 1], parts[: best + 1]))
