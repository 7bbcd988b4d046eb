"""Chance that can be repeated: every choice and every grain of a document follows from its seed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.rasterising import Window

_TILE = 1024
"""Side of the tile of noise in pixels: 22 mm at 1200 dpi; offsets and flips hide the repeat."""


def dice(seed: int, *path: str | int) -> np.random.Generator:
    """Return a generator that depends on a seed and on what it is for, and on nothing else."""
    words = [int.from_bytes(str(step).encode(), "little") for step in path]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words])))


@dataclass(frozen=True, slots=True)
class Grain:
    """Noise tied to places of a face, so that a face printed in parts has no seams.

    Attributes:
        seed: of the sheet; two sheets of one model have different grain.
    """

    seed: int

    def white(self, window: Window, name: str) -> NDArray[np.float32]:
        """Return independent numbers, 0 to 1, for the pixels of a window; `name` tells fields apart."""
        chosen = dice(self.seed, name)
        down, across = (int(v) for v in chosen.integers(0, _TILE, 2))
        tile = chosen.random((_TILE, _TILE), np.float32)
        rows = (np.arange(window.rows) + window.row + down) % _TILE
        columns = (np.arange(window.columns) + window.column + across) % _TILE
        return np.asarray(tile[rows[:, None], columns[None, :]], np.float32)
