"""What stands out dark from its surroundings, at a given size."""

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.imaging.grey import Grey

Floats = NDArray[np.float32]


def dark_detail(grey: Grey, size: int) -> Floats:
    """Return how much darker each pixel is than a surrounding free of dark details narrower than `size`.

    A morphological black hat: shade, portraits and wide print vanish, strokes stay. Grey values, from 0.
    """
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (size, size))
    return np.asarray(cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, kernel), np.float32)


def shifted_rows(plane: Floats, rows: int) -> Floats:
    """Return the plane moved down by `rows` (up where negative), its edge rows repeated."""
    index = np.clip(np.arange(plane.shape[0]) - rows, 0, plane.shape[0] - 1)
    return plane[index]


def row_ridges(energy: Floats, length: int, height: int, reach: int) -> Floats:
    """Return where a flat strip holds more energy than the strips `reach` rows above and below it.

    Args:
        energy: what is to be gathered, for example the horizontal gradient of `dark_detail`.
        length: the strip's length in pixels.
        height: the strip's height in pixels.
        reach: the distance to the two strips compared with, in pixels.
    """
    gathered = np.asarray(cv2.blur(energy, (length, height)), np.float32)
    beside = np.maximum(shifted_rows(gathered, reach), shifted_rows(gathered, -reach))
    return gathered - beside
