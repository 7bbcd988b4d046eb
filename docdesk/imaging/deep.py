"""A picture of any size with halved copies of itself, so that showing a part costs what the screen costs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8] | NDArray[np.uint16]
"""Rows x columns (grey) or rows x columns x 3 (RGB)."""


@dataclass(frozen=True, eq=False)
class DeepImage:
    """A picture and its halved copies.

    `original` is untouched, of 8 or 16 bits; `levels[0]` shows it in 8 bits at full size, each further level
    at half the size of the one before (averaged by area), down to about one tile.
    """

    original: Pixels
    levels: tuple[NDArray[np.uint8], ...]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the original, in pixels."""
        height, width = self.original.shape[:2]
        return width, height
