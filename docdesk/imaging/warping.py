"""Sampling a picture along another grid without folding fine detail into false ones."""

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.imaging.grey import Grey

Floats = NDArray[np.float32]
Matrix = NDArray[np.float64]

# Below this step between samples (source pixels) bicubic interpolation alone does not alias visibly.
FINE_STEP = 1.5


def frame_matrix(origin: tuple[float, float], angle: float, step: float) -> Matrix:
    """Return the 2 x 3 matrix from an upright frame to the picture.

    Args:
        origin: the picture's point (x, y) that is the frame's 0, 0.
        angle: radians from the picture's x axis to the frame's, clockwise as seen (y points down).
        step: picture pixels per frame pixel.
    """
    c, s = step * np.cos(angle), step * np.sin(angle)
    return np.array([[c, -s, origin[0]], [s, c, origin[1]]])


def mapped(points: Floats | Matrix, matrix: Matrix) -> Matrix:
    """Return points (... x 2) after the 2 x 3 matrix."""
    return np.asarray(points, np.float64) @ matrix[:, :2].T + matrix[:, 2]


def sampled(grey: Grey, points: Matrix, step: float) -> Floats:
    """Return the picture's grey values at rows x columns x 2 points (x, y), bicubic; edges are repeated.

    Args:
        grey: the picture.
        points: where to sample, pixels.
        step: the distance between neighbouring samples in pixels; where it is coarse, the part of the
            picture that is needed is shrunk by area first.
    """
    part, corner, shrink = _part(grey, points, step)
    local = ((points - corner + 0.5) * shrink - 0.5).astype(np.float32)
    maps = np.ascontiguousarray(local[..., 0]), np.ascontiguousarray(local[..., 1])
    return np.asarray(cv2.remap(part, *maps, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), np.float32)


def straight(grey: Grey, matrix: Matrix, width: int, height: int) -> Grey:
    """Return the upright frame of `width` x `height` pixels that `frame_matrix` places in the picture.

    The picture is shrunk by area first where the frame is coarser than it; its edges are repeated.
    """
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64)
    step = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    part, corner, shrink = _part(grey, mapped(corners, matrix), step)
    inner = matrix * shrink
    inner[:, 2] = (matrix[:, 2] - corner + 0.5) * shrink - 0.5
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    flat = cv2.warpAffine(part, inner, (width, height), flags=how, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(flat, np.uint8)


def _part(grey: Grey, points: Matrix, step: float) -> tuple[Grey, Matrix, float]:
    """Return the part of the picture round the points, its corner, and by what it was shrunk."""
    across, down = points[..., 0], points[..., 1]
    low = np.floor([across.min(), down.min()]).astype(int) - 4
    high = np.ceil([across.max(), down.max()]).astype(int) + 5
    left, top = np.clip(low, 0, (grey.shape[1] - 1, grey.shape[0] - 1))
    right, bottom = np.clip(high, (left + 1, top + 1), (grey.shape[1], grey.shape[0]))
    part = grey[top:bottom, left:right]
    corner = np.array([left, top], np.float64)
    if step <= FINE_STEP:
        return np.ascontiguousarray(part), corner, 1.0
    size = (max(1, round(part.shape[1] / step)), max(1, round(part.shape[0] / step)))
    return np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8), corner, 1 / step
