"""Optics: where a face comes to lie in a picture, and what a lens and a lamp make of it.

All planes here are rows x columns of linear light. A matrix maps px to px as `Shot` counts them: whole
numbers are edges of pixels.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.models.model import Face
from docdesk.synthesis.rasterising import Window

Matrix = NDArray[np.float64]
"""3 x 3, for points as columns x, y, 1."""

Size = tuple[int, int]
"""Columns and rows."""

_CENTRE = np.array([[1.0, 0.0, 0.5], [0.0, 1.0, 0.5], [0.0, 0.0, 1.0]])
"""From OpenCV's count, in which whole numbers are centres of pixels, to ours."""

_BLOOM_STEP = 8
"""What spreads over many pixels is worked out on a picture smaller by so much; nobody sees the difference."""

_LAMP_GRID = 32
"""Points along a side on which the smooth field of a lamp is drawn."""


def sheet_matrix(window: Window) -> Matrix:
    """Return what maps mm of a face (y up) to px of a sheet (y down)."""
    scale = window.per_mm
    return np.array([
        [scale, 0.0, -window.column],
        [0.0, -scale, window.face[1] * scale - window.row],
        [0.0, 0.0, 1.0],
    ])  # fmt: skip


def laid(face: tuple[float, float], centre: tuple[float, float], degrees: float, per_mm: float) -> Matrix:
    """Return what maps mm of a face to px where it lies flat.

    Args:
        face: width and height in mm.
        centre: of the face, in px of the picture.
        degrees: that it is turned anticlockwise, as seen.
        per_mm: px to the mm.
    """
    angle = np.radians(degrees)
    cosine, sine = np.cos(angle) * per_mm, np.sin(angle) * per_mm
    turn = np.array([[cosine, -sine], [-sine, -cosine]])
    shift = np.asarray(centre) - turn @ (np.asarray(face) / 2)
    return np.array([[*turn[0], shift[0]], [*turn[1], shift[1]], [0.0, 0.0, 1.0]])


def warped(plane: Plane, matrix: Matrix, size: Size) -> Plane:
    """Return a plane mapped by an affine matrix, averaged where it shrinks; edge pixels run on outside."""
    scale = float(np.sqrt(abs(np.linalg.det(matrix[:2, :2]))))
    plane, matrix = _reduced(plane, matrix, int(1 / scale))
    scale = float(np.sqrt(abs(np.linalg.det(matrix[:2, :2]))))
    if scale < 1:
        plane = softened(plane, 0.5 * float(np.sqrt(1 / scale**2 - 1)))
    own = (np.linalg.inv(_CENTRE) @ matrix @ _CENTRE)[:2]
    return np.asarray(
        cv2.warpAffine(plane, own, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32
    )


def _reduced(plane: Plane, matrix: Matrix, factor: int) -> tuple[Plane, Matrix]:
    if factor < 2:
        return plane, matrix
    rows, columns = plane.shape
    small = cv2.resize(plane, (columns // factor, rows // factor), interpolation=cv2.INTER_AREA)
    back = np.diag([columns / small.shape[1], rows / small.shape[0], 1.0])
    return np.asarray(small, np.float32), matrix @ back


def softened(plane: Plane, sigma: float) -> Plane:
    """Return a plane as a lens shows it whose spot has this standard deviation in px."""
    if sigma <= 0:
        return plane
    return np.asarray(cv2.GaussianBlur(plane, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE), np.float32)


def bloomed(plane: Plane, share: float, reach: float) -> Plane:
    """Return a plane of which a share of the light is scattered: in glass, in paper, within the device.

    `reach` is the standard deviation in px, several times `_BLOOM_STEP`.
    """
    rows, columns = plane.shape
    small = cv2.resize(
        plane, (max(1, columns // _BLOOM_STEP), max(1, rows // _BLOOM_STEP)), interpolation=cv2.INTER_AREA
    )
    spread = cv2.GaussianBlur(small, (0, 0), reach / _BLOOM_STEP)
    return np.asarray(
        cv2.addWeighted(plane, 1 - share, cv2.resize(spread, (columns, rows)), share, 0), np.float32
    )


def places(homography: Matrix, size: Size) -> tuple[Plane, Plane]:
    """Return x and y, in mm of a face that lies flat, at the centre of each px of a picture."""
    back = np.linalg.inv(homography)
    column = np.arange(size[0]) + 0.5
    row = np.arange(size[1])[:, None] + 0.5
    x, y = (
        ((line[0] * column + line[2]).astype(np.float32) + (line[1] * row).astype(np.float32))
        for line in back[:2]
    )
    return np.asarray(x, np.float32), np.asarray(y, np.float32)


def beyond_edge(x: Plane, y: Plane, face: Face) -> Plane:
    """Return how far points lie outside a document's outline, corners rounded; negative inside; all in mm."""
    width, height = face.size
    radius = np.float32(face.corner_radius)
    across = np.abs(x - np.float32(width / 2)) - np.float32(width / 2) + radius
    along = np.abs(y - np.float32(height / 2)) - np.float32(height / 2) + radius
    outside = np.asarray(cv2.magnitude(np.maximum(across, 0), np.maximum(along, 0)), np.float32)
    outside += np.minimum(np.maximum(across, along), 0)
    outside -= radius
    return outside


def within(beyond: Plane, softness: float) -> Plane:
    """Return 1 inside an outline and 0 outside, a ramp `softness` wide across it, in mm as `beyond`."""
    return np.asarray(np.clip(np.float32(0.5) - beyond * np.float32(1 / softness), 0, 1), np.float32)


def fall_off(size: Size, depth: float, rng: np.random.Generator) -> Plane:
    """Return how a lamp lights a picture: brightest somewhere near the middle, less by `depth` at worst."""
    columns, rows = size
    x = np.linspace(-1, 1, _LAMP_GRID)
    y = np.linspace(-1, 1, _LAMP_GRID)[:, None]
    across, along, slope_x, slope_y = rng.uniform(-0.35, 0.35, 4)
    field = (x - across) ** 2 + (y - along) ** 2 + slope_x * x + slope_y * y
    field = 1 - depth * (field - field.min()) / np.ptp(field)
    return np.asarray(
        cv2.resize(field.astype(np.float32), (columns, rows), interpolation=cv2.INTER_CUBIC), np.float32
    )


def remapped(plane: Plane, x: Plane, y: Plane, border: int) -> Plane:
    """Return a plane as seen at places; x and y in OpenCV's px, whole numbers being centres.

    `border` is OpenCV's word for what lies outside the plane.
    """
    return np.asarray(cv2.remap(plane, x, y, cv2.INTER_LINEAR, borderMode=border), np.float32)
