"""Masks as the truth keeps them: laid flat for each side, and as a capture shows them.

A flat mask fills the side of the document at `MASK_PPI`; its top-left pixel is the side's top-left corner. To
find it in a capture, take each pixel's centre, undo the lens (`distortion`), go from px to mm by the inverse
of the `homography`, and look there in the flat mask. That is what `in_capture` does.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.alterations.alteration import Mask
from docdesk.synthesis.capturing.shot import Shot

MASK_PPI = 200
"""An eighth of a mm to the pixel: half a stroke of printed data; a passport page takes some 10 kB."""

_BAND = 256
"""Rows of a capture that are looked up at a time, so that a large picture takes little memory."""

_LENS_STEPS = 8
"""Each halves the error of undoing the lens at least tenfold, for |k1| below 0.1: far below a px."""


def flat(mask: Mask, size: tuple[float, float]) -> NDArray[np.uint8]:
    """Return a mask of a whole face at `MASK_PPI`; `size` is of the face in mm."""
    columns, rows = (round(side * MASK_PPI / 25.4) for side in size)
    return np.asarray(cv2.resize(mask, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8)


def in_capture(mask: NDArray[np.uint8], shot: Shot) -> NDArray[np.uint8]:
    """Return a flat mask as it lies in a shot, 0 to 255, of the size of the shot."""
    rows, columns = shot.pixels.shape[:2]
    width, height = shot.face
    per_mm = mask.shape[1] / width, mask.shape[0] / height
    # From px of the shot to px of the mask, both with whole numbers at edges; the mask's rows run down.
    to_mask = np.array([[per_mm[0], 0, 0], [0, -per_mm[1], height * per_mm[1]], [0, 0, 1]])
    back = to_mask @ np.linalg.inv(shot.homography)
    found = np.zeros((rows, columns), np.uint8)
    for top in range(0, rows, _BAND):
        bottom = min(top + _BAND, rows)
        x, y = np.meshgrid(np.arange(columns) + 0.5, np.arange(top, bottom) + 0.5)
        x, y = _without_lens(x, y, shot)
        scale = back[2, 0] * x + back[2, 1] * y + back[2, 2]
        across = (back[0, 0] * x + back[0, 1] * y + back[0, 2]) / scale - 0.5
        down = (back[1, 0] * x + back[1, 1] * y + back[1, 2]) / scale - 0.5
        found[top:bottom] = cv2.remap(
            mask, across.astype(np.float32), down.astype(np.float32), cv2.INTER_LINEAR
        )
    return found


def _without_lens(
    x: NDArray[np.float64], y: NDArray[np.float64], shot: Shot
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return where points of a shot would be seen without the distortion of its lens."""
    if shot.distortion == 0:
        return x, y
    rows, columns = shot.pixels.shape[:2]
    across, down = columns / 2, rows / 2
    squared = across**2 + down**2
    seen_x, seen_y = x - across, y - down
    flat_x, flat_y = seen_x, seen_y
    for _ in range(_LENS_STEPS):
        factor = 1 + shot.distortion * (flat_x**2 + flat_y**2) / squared
        flat_x, flat_y = seen_x / factor, seen_y / factor
    return flat_x + across, flat_y + down
