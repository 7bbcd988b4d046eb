"""Any decoded picture as 8-bit grey."""

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
"""Rows x columns, 0 black to 255 white."""

# A 12-bit sensor in a 16-bit file fills a sixteenth of the range: stretch by what is there, not by the type.
# The outermost thousandth on each side is left out, so that one hot pixel does not darken the rest.
CLIPPED_PERCENT = 0.1
# Percentiles need no more pixels than this; reading each pixel of 12 megapixels twice costs 0.2 s.
SAMPLED_PIXELS = 250_000


def grey_of(pixels: NDArray[np.uint8] | NDArray[np.uint16]) -> Grey:
    """Return the picture as 8-bit grey, one row per row.

    Args:
        pixels: rows x columns, or rows x columns x 3 (RGB; more channels are ignored), uint8 or uint16.

    Raises:
        ValueError: the array is no picture of these shapes, or empty.
    """
    if pixels.ndim not in (2, 3) or pixels.size == 0 or (pixels.ndim == 3 and pixels.shape[2] < 3):
        raise ValueError("a picture has rows, columns and none or at least three channels")
    narrow = pixels if pixels.dtype == np.uint8 else stretched(pixels)
    if narrow.ndim == 2:
        return np.ascontiguousarray(narrow, np.uint8)
    return np.asarray(cv2.cvtColor(np.ascontiguousarray(narrow[..., :3]), cv2.COLOR_RGB2GRAY), np.uint8)


def stretched(pixels: NDArray[np.uint8] | NDArray[np.uint16]) -> NDArray[np.uint8]:
    """Return the picture in 8 bits, stretched over the range that it fills; shape and order stay."""
    return stretching(pixels)[pixels]


def stretching(pixels: NDArray[np.uint8] | NDArray[np.uint16]) -> NDArray[np.uint8]:
    """Return which 8-bit value shows each 16-bit value of this picture: a table of 65,536."""
    step = max(1, int(np.sqrt(pixels.size / SAMPLED_PIXELS)))
    low, high = np.percentile(pixels[::step, ::step], [CLIPPED_PERCENT, 100 - CLIPPED_PERCENT])
    gain = 255.0 / max(float(high - low), 1.0)
    level = (np.arange(65536, dtype=np.float32) - np.float32(low)) * np.float32(gain)
    return np.asarray(np.clip(level, 0, 255), np.uint8)
