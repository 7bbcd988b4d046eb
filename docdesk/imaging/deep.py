"""A picture of any size with halved copies of itself, so that showing a part costs what the screen costs."""

from dataclasses import dataclass
from math import floor

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.progress import Cancellation
from docdesk.imaging.grey import stretching

Pixels = NDArray[np.uint8] | NDArray[np.uint16]
"""Rows x columns (grey) or rows x columns x 3 (RGB)."""

SMALLEST = 64
"""The last level's longer side is no longer than this: a picture shown so small is a preview, and all
levels beyond the first hold a third of the first's pixels in any case."""

BAND = 256
"""Rows stretched at a time: between bands the work can be stopped, and other threads get their turn."""


@dataclass(frozen=True, eq=False)
class DeepImage:
    """A picture and its halved copies.

    `original` is untouched, of 8 or 16 bits; `levels[0]` shows it in 8 bits at full size, each further level
    at half the size of the one before (averaged by area), down to a preview.
    """

    original: Pixels
    levels: tuple[NDArray[np.uint8], ...]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the original, in pixels."""
        height, width = self.original.shape[:2]
        return width, height


def deepened(pixels: Pixels, cancellation: Cancellation | None = None) -> DeepImage:
    """Return the picture with its halved copies; a picture of 8 bits is shared, not copied.

    16 bits are stretched to 8 for showing, by the range that the picture fills.

    Raises:
        ValueError: the array is no picture (grey, or three channels of RGB), or empty.
        Cancelled: it was asked to stop.
    """
    if pixels.size == 0 or not (pixels.ndim == 2 or (pixels.ndim == 3 and pixels.shape[2] == 3)):
        raise ValueError("a picture has rows, columns and none or three channels")
    levels = [pixels if pixels.dtype == np.uint8 else _stretched(pixels, cancellation)]
    while max(levels[-1].shape[:2]) > SMALLEST:
        if cancellation is not None:
            cancellation.check()
        levels.append(_halved(levels[-1]))
    return DeepImage(pixels, tuple(np.asarray(level, np.uint8) for level in levels))


def turned(image: DeepImage, degrees: int) -> DeepImage:
    """Return the picture turned clockwise by a multiple of 90 degrees.

    Raises:
        ValueError: the angle is no quarter turn.
    """
    if degrees % 90:
        raise ValueError("only quarter turns keep pixels")
    if degrees % 360 == 0:
        return image
    how = (cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_180, cv2.ROTATE_90_COUNTERCLOCKWISE)[degrees % 360 // 90 - 1]
    levels = tuple(np.asarray(cv2.rotate(level, how), np.uint8) for level in image.levels)
    if image.original is image.levels[0]:
        return DeepImage(levels[0], levels)
    return DeepImage(np.asarray(cv2.rotate(image.original, how), np.uint16), levels)


def value_at(image: DeepImage, x: float, y: float) -> tuple[int, ...] | None:
    """Return the original's value (grey) or values (R, G, B) of the pixel there; None outside the picture."""
    width, height = image.size
    column, row = floor(x), floor(y)
    if not (0 <= column < width and 0 <= row < height):
        return None
    return tuple(int(value) for value in np.atleast_1d(image.original[row, column]))


def _halved(level: Pixels) -> NDArray[np.uint8]:
    height, width = level.shape[:2]
    size = (width + 1) // 2, (height + 1) // 2
    return np.asarray(cv2.resize(level, size, interpolation=cv2.INTER_AREA), np.uint8)


def _stretched(pixels: Pixels, cancellation: Cancellation | None) -> NDArray[np.uint8]:
    table = stretching(pixels)
    narrow = np.empty(pixels.shape, np.uint8)
    for top in range(0, pixels.shape[0], BAND):
        if cancellation is not None:
            cancellation.check()
        narrow[top : top + BAND] = table[pixels[top : top + BAND]]
    return narrow
