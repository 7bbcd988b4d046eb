"""Pictures as bytes of a file: the same bytes for the same pixels."""

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.imaging.deep import Pixels
from docdesk.imaging.grey import stretched

Shown = NDArray[np.uint8]
"""Rows x columns (grey) or rows x columns x 3 (RGB), 8 bits."""

COMPRESSION = 6
"""zlib's usual level; stated, so that another OpenCV with another default writes the same bytes."""


def eight_bits(pixels: Pixels) -> Shown:
    """Return the picture in 8 bits; one of 16 bits is stretched from its darkest to its lightest.

    Stretch a whole picture before parts are cut from it: otherwise each part gets a contrast of its own.
    """
    if pixels.dtype == np.uint8:
        return np.asarray(pixels, np.uint8)
    return stretched(pixels)


def png(pixels: Pixels) -> bytes:
    """Return the picture as a PNG of 8 bits, grey or RGB.

    Raises:
        ValueError: the array is no picture of these shapes, or empty.
    """
    _, encoded = cv2.imencode(".png", _ordered(pixels), (cv2.IMWRITE_PNG_COMPRESSION, COMPRESSION))
    return encoded.tobytes()


def jpeg(pixels: Pixels, quality: int) -> bytes:
    """Return the picture as a JPEG of 8 bits, grey or RGB, `quality` from 1 to 100.

    Raises:
        ValueError: the array is no picture of these shapes, or empty.
    """
    _, encoded = cv2.imencode(".jpg", _ordered(pixels), (cv2.IMWRITE_JPEG_QUALITY, quality))
    return encoded.tobytes()


def _ordered(pixels: Pixels) -> Shown:
    """Return the picture in 8 bits with its channels in OpenCV's order."""
    if pixels.size == 0 or pixels.ndim not in (2, 3) or (pixels.ndim == 3 and pixels.shape[2] != 3):
        raise ValueError("a picture has rows, columns and none or three channels")
    shown = np.ascontiguousarray(eight_bits(pixels))
    return shown if shown.ndim == 2 else np.asarray(cv2.cvtColor(shown, cv2.COLOR_RGB2BGR), np.uint8)
