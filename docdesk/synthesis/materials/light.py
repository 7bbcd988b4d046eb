"""Linear light and its encoding in eight bits (sRGB, IEC 61966-2-1)."""

import cv2
import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.float32]

_LUMINANCE = np.array((0.2126, 0.7152, 0.0722), np.float32)
"""Weights of linear red, green and blue (IEC 61966-2-1, from ITU-R BT.709)."""

_CODES = np.linspace(0, 1, 256)
TO_LINEAR: Plane = np.where(_CODES <= 0.04045, _CODES / 12.92, ((_CODES + 0.055) / 1.055) ** 2.4).astype(
    np.float32
)
"""Linear light of each of the 256 values."""

_STEPS = 1 << 14
"""Steps of the table from linear to sRGB: a quarter of the least step of eight bits in the darkest tones."""

_TABLE: NDArray[np.uint8] = np.searchsorted(
    (TO_LINEAR[1:] + TO_LINEAR[:-1]) / 2, np.linspace(0, 1, _STEPS)
).astype(np.uint8)


def encoded(plane: Plane) -> NDArray[np.uint8]:
    """Return linear light (0 to 1, what is beyond is cut) in eight bits of sRGB."""
    steps = np.clip(plane * np.float32(_STEPS - 1) + np.float32(0.5), 0, _STEPS - 1).astype(np.uint16)
    return np.asarray(_TABLE[steps], np.uint8)


def decoded(pixels: NDArray[np.uint8]) -> Plane:
    """Return eight bits of sRGB as linear light, 0 to 1."""
    return np.asarray(cv2.LUT(pixels, TO_LINEAR), np.float32)


def luminance(colours: Plane) -> Plane:
    """Return the luminance of linear colours; the last axis holds red, green, blue."""
    return np.asarray(colours @ _LUMINANCE, np.float32)
