"""Screens: small tiles repeated over a face by absolute coordinates, so that windows meet without a seam."""

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.chance import Grain, dice
from docdesk.synthesis.rasterising import PRINT_DPI, SHEET_DPI, Window
from docdesk.synthesis.tiling import tiled

Bytes = NDArray[np.uint8]

_TILE = 1024
"""Side of a tile of noise in pixels: 22 mm at 1200 dpi; a grain's own shift tells sheets apart."""


def white(window: Window, grain: Grain, name: str) -> Bytes:
    """Return independent numbers, 0 to 255, for the pixels of a window; `name` tells fields apart."""
    tile = dice(grain.seed, name).integers(0, 256, (_TILE, _TILE), np.uint8)
    return tiled(tile, window)


def halved(window: Window) -> Window:
    """Return a window of the print grid on the grid of the sheet, half as fine.

    Raises:
        ValueError: its edges do not fall on that grid, so that windows could not meet without a seam.
    """
    if window.dpi != PRINT_DPI or any(
        v % 2 for v in (window.column, window.row, window.columns, window.rows)
    ):
        raise ValueError(window)
    return window.at(SHEET_DPI)


def curve(*points: tuple[float, float]) -> Bytes:
    """Return a table of 256 values that runs straight from point to point (from, to), in bytes."""
    places, values = np.array(points).T
    return np.asarray(np.round(np.interp(np.arange(256), places, values)), np.uint8)


def looked_up(plane: Bytes, table: Bytes) -> Bytes:
    """Return a plane with each value replaced by the table's."""
    return np.asarray(cv2.LUT(plane, table), np.uint8)
