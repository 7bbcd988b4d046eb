"""Sensors: from light to eight bits, with the noise of counting photons and of reading them out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.chance import dice
from docdesk.synthesis.materials.light import Plane, encoded

Pixels = NDArray[np.uint8]
"""Rows x columns (grey) or rows x columns x 3 (RGB), 8 bits of sRGB."""

_TILE = 1024
_BLOCK = 256
"""Noise is copied in blocks from random places of one tile: no two blocks of a picture are alike, and no
picture needs millions of draws."""

_NEIGHBOURS = 0.45
"""Standard deviation in px of what one pixel shares with the next: colours are worked out from neighbours."""


@dataclass(frozen=True, slots=True)
class Sensor:
    """How much a sensor adds to linear light, 1 being white.

    Attributes:
        shot: standard deviation at white; it falls with the root of the light.
        read: standard deviation in the dark.
    """

    shot: float
    read: float


@lru_cache(maxsize=1)
def _tile() -> Plane:
    """Return a square of noise of mean 0 and standard deviation 1; always the same."""
    drawn = dice(0, "sensor").standard_normal((_TILE, _TILE), np.float32)
    soft = cv2.GaussianBlur(drawn, (3, 3), _NEIGHBOURS, borderType=cv2.BORDER_REFLECT_101)
    return np.asarray((soft - soft.mean()) / soft.std(), np.float32)


def add_noise(plane: Plane, sensor: Sensor, rng: np.random.Generator) -> None:
    """Add noise to a plane, in place."""
    rows, columns = plane.shape
    tile = _tile()
    tops, lefts = range(0, rows, _BLOCK), range(0, columns, _BLOCK)
    starts = rng.integers(0, _TILE - _BLOCK, (len(tops), len(lefts), 2))
    steps = rng.choice((-1, 1), (len(tops), len(lefts), 2))
    floor, slope = np.float32(sensor.read**2), np.float32(sensor.shot**2)
    for i, top in enumerate(tops):
        for j, left in enumerate(lefts):
            part = plane[top : top + _BLOCK, left : left + _BLOCK]
            down, across = starts[i, j]
            block = tile[down : down + _BLOCK, across : across + _BLOCK][:: steps[i, j, 0], :: steps[i, j, 1]]
            size = cv2.sqrt(np.maximum(part, 0) * slope + floor)
            part += size * block[: part.shape[0], : part.shape[1]]


def developed(planes: Sequence[Plane]) -> Pixels:
    """Return one plane as a grey picture, or three as RGB."""
    shown = [encoded(plane) for plane in planes]
    return shown[0] if len(shown) == 1 else np.asarray(cv2.merge(shown), np.uint8)


def sharpened(pixels: Pixels, amount: float, sigma: float) -> Pixels:
    """Return a picture with unsharp masking, as devices apply it before they hand it over."""
    soft = cv2.GaussianBlur(pixels, (0, 0), sigma)
    return np.asarray(cv2.addWeighted(pixels, 1 + amount, soft, -amount, 0), np.uint8)
