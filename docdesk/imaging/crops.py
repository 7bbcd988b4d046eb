"""Parts of a picture: cut out as they lie, or laid straight along a quadrilateral."""

from math import ceil, floor

import cv2
import numpy as np

from docdesk.foundation.geometry import Point, Polygon, Quad
from docdesk.imaging.deep import Pixels
from docdesk.imaging.encoding import Shown, eight_bits
from docdesk.imaging.shrinking import shrunk
from docdesk.imaging.warping import Matrix, sampled

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels; right and bottom are the first column and row outside."""

LEAST_TURN = 0.5
"""Square pixels: twice the triangle at a corner of the smallest quad that is laid flat."""

LONGEST = 8192
"""Pixels of a straightened strip at most: a line of an MRZ at 1800 ppi. A quad that is all but a line would
otherwise ask for a strip without end."""


def box_round(size: tuple[int, int], polygon: Polygon, margin: float) -> Box:
    """Return the part of a picture that holds the polygon and `margin` pixels round it, at least one pixel.

    Args:
        size: width and height of the picture, pixels.
        polygon: points of it; what lies outside the picture is left out.
        margin: pixels on each side.
    """
    width, height = size
    across, down = [x for x, _ in polygon], [y for _, y in polygon]
    left = min(max(floor(min(across) - margin), 0), width - 1)
    top = min(max(floor(min(down) - margin), 0), height - 1)
    right = max(min(ceil(max(across) + margin), width), left + 1)
    bottom = max(min(ceil(max(down) + margin), height), top + 1)
    return left, top, right, bottom


def crop(pixels: Pixels, polygon: Polygon, margin: float) -> Pixels:
    """Return what `box_round` holds of the picture, as a copy."""
    height, width = pixels.shape[:2]
    left, top, right, bottom = box_round((width, height), polygon, margin)
    return pixels[top:bottom, left:right].copy()


def fitted(pixels: Pixels, width: float, height: float) -> Shown:
    """Return the picture in 8 bits, no larger than `width` x `height` pixels; never enlarged."""
    rows, columns = pixels.shape[:2]
    factor = min(width / columns, height / rows, 1.0)
    return shrunk(pixels, max(1, round(max(rows, columns) * factor)))


def is_convex(quad: Quad) -> bool:
    """Return whether the quad turns clockwise at every corner and holds an area: others cannot lie flat."""
    corners = np.array(quad, np.float64)
    along = np.roll(corners, -1, axis=0) - corners
    turns = along[:, 0] * np.roll(along[:, 1], -1) - along[:, 1] * np.roll(along[:, 0], -1)
    return bool(np.all(turns > LEAST_TURN))


def flattening(quad: Quad) -> Matrix:
    """Return the 3 x 3 matrix from the picture to the unit square that the quad becomes laid flat."""
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(np.array(quad, np.float32), corners), np.float64)


def projected(points: Matrix, matrix: Matrix) -> Matrix:
    """Return points (... x 2) after the 3 x 3 matrix."""
    flat = np.asarray(points, np.float64) @ matrix[:, :2].T + matrix[:, 2]
    return np.asarray(flat[..., :2] / flat[..., 2:], np.float64)


def grown(quad: Quad, across: float, down: float) -> Quad:
    """Return the quad with a margin, in its own plane: `across` of its width and `down` of its height."""
    left, top, right, bottom = -across, -down, 1 + across, 1 + down
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float64)
    first, second, third, fourth = projected(corners, _unflattening(quad))
    return _point(first), _point(second), _point(third), _point(fourth)


def straightened(pixels: Pixels, quad: Quad, height: int) -> Shown:
    """Return what the quad holds as an upright strip of `height` rows, in 8 bits, grey or RGB.

    Its width keeps the quad's proportions. Edges of the picture are repeated.
    """
    first, second, third, fourth = (np.array(point, np.float64) for point in quad)
    long = (_length(second - first) + _length(third - fourth)) / 2
    tall = max(height_of(quad), 1.0)
    width = min(max(1, round(height * long / tall)), LONGEST)
    columns, rows = np.meshgrid((np.arange(width) + 0.5) / width, (np.arange(height) + 0.5) / height)
    # Pixel (column, row) of a picture covers column to column + 1, and is sampled at its middle.
    points = projected(np.stack([columns, rows], axis=-1), _unflattening(quad)) - 0.5
    shown = eight_bits(pixels)
    planes = [shown] if shown.ndim == 2 else [shown[..., channel] for channel in range(3)]
    strips = [np.clip(np.rint(sampled(plane, points, tall / height)), 0, 255) for plane in planes]
    return np.asarray(strips[0] if shown.ndim == 2 else np.stack(strips, axis=-1), np.uint8)


def height_of(quad: Quad) -> float:
    """Return the mean length of the quad's left and right side, in pixels."""
    first, second, third, fourth = (np.array(point, np.float64) for point in quad)
    return (_length(fourth - first) + _length(third - second)) / 2


def _unflattening(quad: Quad) -> Matrix:
    return np.asarray(np.linalg.inv(flattening(quad)), np.float64)


def _length(vector: Matrix) -> float:
    return float(np.hypot(vector[0], vector[1]))


def _point(pair: Matrix) -> Point:
    return float(pair[0]), float(pair[1])
