"""Pictures of any size to move about: paper, fine lines and print, so that no part is cheap."""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

SHAPE = 88 / 125
"""Height to width of a passport's data page (TD3, 125 x 88 mm)."""

BAND = 512
"""Rows made at a time: the floats of a whole picture of 100 megapixels would take a gigabyte."""


def big_picture(megapixels: float, seed: int) -> NDArray[np.uint8]:
    """Return a picture, RGB, the same for the same seed.

    Two seeds give pictures that differ everywhere, as two lights do.
    """
    width = round(sqrt(megapixels * 1e6 / SHAPE))
    height = round(width * SHAPE)
    random = np.random.default_rng(seed)
    made = np.empty((height, width, 3), np.uint8)
    across = np.arange(width, dtype=np.float32)
    waves = 0.02 + 0.03 * random.random(3).astype(np.float32)
    for top in range(0, height, BAND):
        down = np.arange(top, min(top + BAND, height), dtype=np.float32)[:, None]
        rough = random.integers(0, 24, (len(down), width), np.uint8)
        for channel, wave in enumerate(waves):
            lines = np.sin(across * wave + 40 * np.sin(down * wave / 7))
            made[top : top + BAND, :, channel] = (200 + 30 * lines).astype(np.uint8) - rough
    for row in range(height // 12, height, max(1, height // 12)):
        made[row : row + max(1, height // 200), : width * 9 // 10] //= 4
    return made
