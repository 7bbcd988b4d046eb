"""Tiles repeated over a face by absolute coordinates, so that windows of it meet without a seam."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.chance import Grain, dice
from docdesk.synthesis.rasterising import Window

Scalar = TypeVar("Scalar", bound=np.generic)

_FAR = 1 << 16
"""Shifts are drawn below this; a tile takes them by its own size."""


def tiled(tile: NDArray[Scalar], window: Window, shift: tuple[int, int] = (0, 0)) -> NDArray[Scalar]:
    """Return a tile (rows x columns) repeated over a window.

    Pixel (0, 0) of the face shows the tile's pixel `shift` (row, column).
    """
    rows, columns = tile.shape
    down, across = (shift[0] + window.row) % rows, (shift[1] + window.column) % columns
    turned = np.roll(tile, (-down, -across), (0, 1))
    times = -(-window.rows // rows), -(-window.columns // columns)
    return np.tile(turned, times)[: window.rows, : window.columns]


def shift_of(grain: Grain, name: str) -> tuple[int, int]:
    """Return where a grain lays the corner of a tile; `name` tells screens apart."""
    down, across = (int(v) for v in dice(grain.seed, name, "shift").integers(0, _FAR, 2))
    return down, across
