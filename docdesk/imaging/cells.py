"""Characters of a line straightened into cells of one size, side by side."""

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.geometry import Quad
from docdesk.imaging.deep import Pixels
from docdesk.imaging.encoding import eight_bits

Rows = NDArray[Any]
"""Pixels of either depth, where none needs to know which."""

MARGIN = 0.06
"""The part of its height that a cell reaches further up and down: an outline a bit off cuts no stroke."""

MOST_SAMPLES = 8
"""Samples per cell pixel and axis at most: averages a 2400 ppi scan into the cells of a screen."""


def cell_row(pixels: Pixels, quads: Sequence[Quad], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return the quadrilaterals of the picture, each filling one cell, as one row of cells.

    Args:
        pixels: rows x columns, or rows x columns x 3 (RGB), uint8 or uint16.
        quads: one for each cell, in pixels of the picture.
        size: width and height of a cell in pixels.

    Returns:
        RGB, height x (width * number of quads) x 3, a copy. What lies outside the picture repeats its edge.

    Raises:
        ValueError: a cell of no size, or no quadrilateral.
    """
    if min(size) < 1 or not quads:
        raise ValueError("a row has at least one cell of at least one pixel")
    row = np.concatenate([_cell(pixels, quad, size) for quad in quads], axis=1)
    # Each line by what it holds itself: 12-bit sensors fill a sixteenth of the range.
    narrow = eight_bits(row)
    return np.ascontiguousarray(narrow if narrow.ndim == 3 else np.repeat(narrow[..., None], 3, axis=2))


def _cell(pixels: Pixels, quad: Quad, size: tuple[int, int]) -> Rows:
    width, height = size
    corners = _widened(np.array(quad, np.float64))
    part, origin = _part(pixels, corners)
    across = np.linalg.norm(corners[1] - corners[0]) / width
    down = np.linalg.norm(corners[3] - corners[0]) / height
    # Interpolation alone would fold fine detail into false strokes where many pixels make one of a cell.
    samples = int(np.clip(np.ceil(max(across, down)), 1, MOST_SAMPLES))
    large = width * samples, height * samples
    # Whole numbers are the middles of pixels, so the cell reaches half a pixel beyond its outermost ones.
    target = np.array([[0, 0], [large[0], 0], [large[0], large[1]], [0, large[1]]]) - 0.5
    matrix = cv2.getPerspectiveTransform((corners - origin).astype(np.float32), target.astype(np.float32))
    flat = cv2.warpPerspective(part, matrix, large, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    made = flat if samples == 1 else cv2.resize(flat, size, interpolation=cv2.INTER_AREA)
    return np.asarray(made, pixels.dtype)


def _widened(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the corners moved outwards, up and down, by the margin."""
    left, right = corners[3] - corners[0], corners[2] - corners[1]
    return corners + np.array([-left, -right, right, left]) * MARGIN


def _part(pixels: Pixels, corners: NDArray[np.float64]) -> tuple[Rows, NDArray[np.float64]]:
    """Return the part of the picture round the corners, never empty, and where it begins (x, y)."""
    height, width = pixels.shape[:2]
    low = np.clip(np.floor(corners.min(axis=0)).astype(int) - 2, 0, (width - 1, height - 1))
    high = np.clip(np.ceil(corners.max(axis=0)).astype(int) + 3, low + 1, (width, height))
    return np.ascontiguousarray(pixels[low[1] : high[1], low[0] : high[0]]), low.astype(np.float64)
