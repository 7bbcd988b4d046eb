"""Print that a fake recogniser can read: each character is a pile of eight bars, dark or light.

The bars at the top and at the foot are always dark; the six between are the number of the character. So a
whole reader can be tried on pictures, without a trained network.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.curves import Curve
from docdesk.engines.mrz_networks.sessions import Network
from docdesk.mrz.alphabet import ALPHABET

Floats = NDArray[np.float32]
Grey = NDArray[np.uint8]

PAPER, INK = 220, 40
BARS = 8
HEIGHT = 0.95
WIDTH = 0.64
"""Of a character, in pitches; columns within 0.3 of its middle see it."""

CORE = 0.29
"""Half the height of a line's core, in pitches."""

LIKE = 0.75
"""Likeness of a column to a pile of bars from which it is one."""


def blank_page(width: int = 1024, height: int = 640) -> Grey:
    """Return a page without print, a little uneven."""
    rng = np.random.default_rng(3)
    return np.asarray(PAPER + rng.integers(-4, 5, (height, width)), np.uint8)


def print_on(page: Grey, text: str, curve: Curve) -> None:
    """Print a text along a curve that is as long as the text."""
    ends = curve.at(np.linspace(0, curve.length, 50))
    reach = float(curve.pitch(np.array(0.0)))
    low = np.clip(np.floor(ends.min(axis=0) - reach), 0, None).astype(int)
    high = np.minimum(np.ceil(ends.max(axis=0) + reach).astype(int), [page.shape[1], page.shape[0]])
    xx, yy = np.meshgrid(np.arange(low[0], high[0]), np.arange(low[1], high[1]))
    points = np.stack([xx, yy], axis=-1).astype(np.float64)
    t = curve.nearest(points)
    off = ((points - curve.at(t)) * curve.normal(t)).sum(axis=-1) / curve.pitch(t)
    index = np.floor(t).astype(int)
    bar = np.floor((off / HEIGHT + 0.5) * BARS).astype(int)
    inside = (
        (t >= 0) & (index < len(text)) & (bar >= 0) & (bar < BARS) & (np.abs(t - index - 0.5) < WIDTH / 2)
    )
    codes = np.array([_code(char) for char in text])
    dark = codes[np.clip(index, 0, len(text) - 1), np.clip(bar, 0, BARS - 1)] & inside
    page[low[1] : high[1], low[0] : high[0]][dark] = INK


class CodedRecogniser:
    """Reads the piles of bars, wherever in a column they stand; implements `Network`."""

    def __init__(self) -> None:
        shifts, heights = np.arange(-5, 5.5, 0.5), (18.0, 19.0, 20.0)
        self._said = [(n, dy) for n in range(len(ALPHABET)) for dy in shifts for _ in heights]
        self._piles = _unit(
            np.array([_pile(char, dy, height) for char in ALPHABET for dy in shifts for height in heights])
        )

    def run(self, array: Floats) -> Floats:
        """Return the columns of strips."""
        count, _, _, width = array.shape
        said = np.zeros((count, 41, width // 4), np.float32)
        said[:, :38], said[:, 37], said[:, 38] = -9.0, 0.0, 4.0
        for number in range(count):
            columns = array[number, 0][:, np.arange(width // 4) * 4 + 1].T
            likeness = _unit(columns) @ self._piles.T
            inky = columns.min(axis=1) < -0.8
            for column in np.flatnonzero((likeness.max(axis=1) > LIKE) & inky):
                code, dy = self._said[int(likeness[column].argmax())]
                said[number, code, column], said[number, 37, column] = 0.0, -9.0
                said[number, 39, column] = dy
        return said


class KnownFinder:
    """Knows the lines of a picture that it sees at its own size; implements `Network`."""

    def __init__(self, curves: Sequence[Curve]) -> None:
        self._curves = list(curves)

    def run(self, array: Floats) -> Floats:
        """Return the map of the picture."""
        rows, columns = array.shape[2] // 4, array.shape[3] // 4
        found = np.zeros((1, 4, rows, columns), np.float32)
        core = np.zeros((rows, columns))
        yy, xx = np.meshgrid(np.arange(rows) * 4 + 1.5, np.arange(columns) * 4 + 1.5, indexing="ij")
        points = np.stack([xx, yy], axis=-1)
        for curve in self._curves:
            t = curve.nearest(points)
            speed, pitch = curve.speed(t), curve.pitch(t)
            off = np.hypot(*np.moveaxis(points - curve.at(t), -1, 0))
            beyond = np.maximum(np.maximum(-t, t - curve.length), 0) * pitch
            core = np.maximum(core, np.clip(0.5 + (CORE * pitch - np.maximum(off, beyond * 9)) / 4, 0, 1))
            near = off < 0.8 * pitch
            tell = np.stack([speed[..., 0] / pitch, speed[..., 1] / pitch, np.log(pitch / 16)])
            found[0, 1:, near] = tell[:, near].T
        core = np.clip(core, 0.0025, 0.9975)
        found[0, 0] = np.log(core / (1 - core))
        return found


def network(fake: Network) -> Network:
    """Return a fake as what it stands for, so that a checker of types sees that it fits."""
    return fake


def _pile(char: str, dy: float, height: float) -> NDArray[np.float64]:
    """Return a column of a strip through a character, -1 where it is dark."""
    fine = np.arange(32 * 8) / 8 - 7 / 16
    bar = np.floor(((fine - 15.5 - dy) / height + 0.5) * BARS).astype(int)
    dark = _code(char)[np.clip(bar, 0, BARS - 1)] & (bar >= 0) & (bar < BARS)
    return np.asarray(-dark.reshape(32, 8).mean(axis=1))


def _unit(rows: NDArray[np.floating]) -> NDArray[np.float64]:
    centred = rows - rows.mean(axis=1, keepdims=True)
    return np.asarray(centred / (np.linalg.norm(centred, axis=1, keepdims=True) + 1e-6), np.float64)


def _code(char: str) -> NDArray[np.bool_]:
    number = ALPHABET.index(char)
    return np.array([True, *(bool(number >> bit & 1) for bit in range(6)), True])
