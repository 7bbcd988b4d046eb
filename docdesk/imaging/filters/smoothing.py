"""Smooth copies of a plane, the same to the last bit for the whole picture and for its parts."""

from math import ceil, sqrt

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.imaging.filters.filter import Part

Floats = NDArray[np.float64]

FAINTEST = 0.3
"""A standard deviation of less than this many pixels leaves 99 % of a pixel where it was."""

FINE = 4.0
"""Up to this standard deviation a Gaussian of whole-number arithmetic is used (OpenCV computes it bit-exactly
for 8 and 16 bits); above it two passes of a box, which cost the same at any width. A box as wide as a
standard deviation of 4 pixels (9.8) is near enough to an odd number of pixels."""

EDGE = cv2.BORDER_REFLECT_101


def smoothed(plane: Part, sigma: float) -> Floats:
    """Return the plane smoothed with the standard deviation `sigma`, in pixels of the plane."""
    if sigma < FAINTEST:
        return plane.astype(np.float64)
    if sigma <= FINE:
        width = 2 * reach(sigma) + 1
        wide = plane.astype(np.uint16) * np.uint16(256)
        return np.asarray(cv2.GaussianBlur(wide, (width, width), sigma, borderType=EDGE), np.float64) / 256
    return _boxed(plane.astype(np.float64), sigma)


def spread(plane: Part, sigma: float) -> tuple[Floats, Floats]:
    """Return the mean and the standard deviation round each pixel, weighed with `sigma` pixels."""
    if sigma <= FINE:
        sigma = FINE * (1 + np.finfo(np.float64).eps)
    values = plane.astype(np.float64)
    mean = _boxed(values, sigma)
    variance = _boxed(values * values, sigma) - mean * mean
    return mean, np.sqrt(np.maximum(variance, 0))


def reach(sigma: float) -> int:
    """Return how far, in pixels, one pixel is felt by `smoothed`."""
    if sigma < FAINTEST:
        return 0
    return ceil(3 * sigma) if sigma <= FINE else 2 * (_box(sigma) // 2)


def spread_reach(sigma: float) -> int:
    """Return how far, in pixels, one pixel is felt by `spread`."""
    return 2 * (_box(max(sigma, FINE)) // 2)


def _box(sigma: float) -> int:
    """Return the odd width of a box that, passed twice, spreads by about `sigma`."""
    return 2 * round((sqrt(6 * sigma * sigma + 1) - 1) / 2) + 1


def _boxed(values: Floats, sigma: float) -> Floats:
    """Smooth whole numbers by two passes of a box.

    Sums of whole numbers are exact in 64 bits up to 2^53; squares of 8 bits under a box of 500 pixels, passed
    twice, reach half of it.
    """
    width = _box(sigma)
    for _ in range(2):
        values = np.asarray(
            cv2.boxFilter(values, cv2.CV_64F, (width, width), normalize=False, borderType=EDGE), np.float64
        )
    return values / float(width) ** 4
