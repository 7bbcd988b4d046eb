"""A deep picture as it is seen: turned, enlarged or shrunk into an array the size of a view.

Only the part that is seen is touched, at the level whose size is next above what is shown, so that a frame
costs what the screen costs. Coordinates are continuous: pixel (column, row) covers x from column to column +
1.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log, log2, sqrt

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.geometry import Point, Quad
from docdesk.imaging.aligning import Affine, applied, area_factor, composed, inverse, scaled
from docdesk.imaging.deep import DeepImage

Rgb = tuple[int, int, int]
Shown = NDArray[np.uint8]
"""Rows x columns x 3, RGB."""

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of a level; right and bottom are outside."""

Cut = Callable[[int, Box], NDArray[np.uint8]]
"""Returns the part of a level in a box: the picture's own, or with filters laid over it."""

REACH = 2
"""Pixels beside the part that interpolating and averaging look at."""

STRAIGHT = 1e-9
"""A turn so small (or so near to a quarter) moves no pixel of any picture: edges are then straight lines."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of a picture: which level, and the box of it."""

    level: int
    box: Box


def screen_order(pixels: Shown) -> NDArray[np.uint8]:
    """Return the pixels as blue, green, red, 255: the order in which screens, and so Qt, want them."""
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGRA), np.uint8)


def sight(image: DeepImage, matrix: Affine, size: tuple[int, int]) -> Sight | None:
    """Return what is seen of a picture that `matrix` maps to a view of `size`; None where nothing is."""
    level = level_for(image, sqrt(abs(area_factor(matrix))))
    height, width = image.levels[level].shape[:2]
    back = composed(_onto_level(image, level), inverse(matrix))
    corners = [applied(back, corner) for corner in _corners(size)]
    left, top = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right, bottom = (max(corner[axis] for corner in corners) for axis in (0, 1))
    box = (
        max(0, floor(left) - REACH),
        max(0, floor(top) - REACH),
        min(width, ceil(right) + REACH),
        min(height, ceil(bottom) + REACH),
    )
    return Sight(level, box) if box[0] < box[2] and box[1] < box[3] else None


def level_for(image: DeepImage, zoom: float) -> int:
    """Return the smallest level with a pixel for each view pixel, at `zoom` view px per picture px."""
    if zoom >= 1:
        return 0
    return min(floor(-log2(max(zoom, 1e-9)) + 1e-9), len(image.levels) - 1)


def shown(
    image: DeepImage,
    matrix: Affine,
    size: tuple[int, int],
    *,
    smooth: bool = True,
    background: Rgb = (0, 0, 0),
    cut: Cut | None = None,
) -> Shown:
    """Return the picture as a view of `size` (width, height) shows it.

    Enlarged pixels are crisp squares unless `smooth` (then interpolated between neighbours only, so that no
    edge gains a rim that is not there); what is shrunk is averaged by area first, so that fine print does not
    turn into false patterns.

    Args:
        image: the picture.
        matrix: from picture to view pixels; it does not mirror.
        size: width and height of the view.
        smooth: interpolate where the picture is enlarged.
        background: the colour where there is no picture.
        cut: where the pixels come from; the levels of the picture by default.
    """
    view = np.empty((size[1], size[0], 3), np.uint8)
    seen = sight(image, matrix, size)
    quad = quad_of(image, matrix)
    left, top, right, bottom = within = _pixels_in(quad, size)
    if seen is not None and left < right and top < bottom:
        take = cut or (lambda level, box: image.levels[level][box[1] : box[3], box[0] : box[2]])
        part = take(seen.level, seen.box)
        from_view = composed(_onto_level(image, seen.level), inverse(matrix))
        zoom = 1 / sqrt(abs(area_factor(from_view)))
        indices = _indices(from_view, within, seen.box)
        _warp(_averaged(part, zoom), indices, view[top:bottom, left:right], crisp=zoom > 1 and not smooth)
    clear_outside(view, quad, background)
    return view


def quad_of(image: DeepImage, matrix: Affine) -> Quad:
    """Return where the picture's corners lie in the view."""
    a, b, c, d = (applied(matrix, corner) for corner in _corners(image.size))
    return a, b, c, d


def covered(quad: Quad, size: tuple[int, int]) -> NDArray[np.uint8] | None:
    """Return where a picture covers the view, 255 where it does; None where it covers all."""
    if _holds_view(quad, size):
        return None
    mask = np.zeros((size[1], size[0]), np.uint8)
    if _is_straight(quad):
        left, top, right, bottom = _pixels_in(quad, size)
        mask[top:bottom, left:right] = 255
    elif (inside := _clipped(quad, size)) is not None:
        cv2.fillPoly(mask, [inside], 255, cv2.LINE_AA, SUBPIXEL_BITS)
    return mask


def clear_outside(view: Shown, quad: Quad, colour: Rgb) -> None:
    """Paint a view with a colour, in place, wherever a picture that lies in `quad` is not."""
    height, width = view.shape[:2]
    if _holds_view(quad, (width, height)):
        return
    if _is_straight(quad):
        left, top, right, bottom = _pixels_in(quad, (width, height))
        for x, y, to_x, to_y in (
            (0, 0, width, top),
            (0, bottom, width, height),
            (0, top, left, bottom),
            (right, top, width, bottom),
        ):
            if x < to_x and y < to_y:
                cv2.rectangle(view, (x, y), (to_x - 1, to_y - 1), colour, cv2.FILLED)
        return
    inside = _clipped(quad, (width, height))
    if inside is None:
        view[:] = colour
        return
    far = 64 << SUBPIXEL_BITS
    right, bottom = (width << SUBPIXEL_BITS) + far, (height << SUBPIXEL_BITS) + far
    outer = np.array([(-far, -far), (right, -far), (right, bottom), (-far, bottom)], np.int32)
    # What lies in both outlines is left alone (even-odd), so this paints the ring between them.
    cv2.fillPoly(view, [outer, inside], colour, cv2.LINE_AA, SUBPIXEL_BITS)


# --- Pixels ---

SUBPIXEL_BITS = 4
"""Outlines are placed to a sixteenth of a pixel: finer than an edge is seen."""


def _corners(size: tuple[int, int]) -> tuple[Point, Point, Point, Point]:
    width, height = size
    return (0, 0), (width, 0), (width, height), (0, height)


def _onto_level(image: DeepImage, level: int) -> Affine:
    """Return the mapping from the picture to one of its levels; odd sizes are halved to the next above."""
    if level == 0:
        return scaled(1.0)
    height, width = image.levels[level].shape[:2]
    return width / image.size[0], 0.0, 0.0, 0.0, height / image.size[1], 0.0


def _is_straight(quad: Quad) -> bool:
    """Return whether the sides are rows and columns of the view."""
    (ax, ay), (bx, by), _, (dx, dy) = quad
    across, down = abs(bx - ax) + abs(dy - ay), abs(by - ay) + abs(dx - ax)
    return min(across, down) <= STRAIGHT * max(across, down)


def _pixels_in(quad: Quad, size: tuple[int, int]) -> Box:
    """Return the view's pixels in the quad: whose middle is in a straight one, else all that it touches."""
    straight = _is_straight(quad)
    limits = []
    for axis in (0, 1):
        low = min(corner[axis] for corner in quad)
        high = max(corner[axis] for corner in quad)
        first, last = (ceil(low - 0.5), ceil(high - 0.5)) if straight else (floor(low), ceil(high))
        limits.append((min(max(first, 0), size[axis]), min(max(last, 0), size[axis])))
    return limits[0][0], limits[1][0], limits[0][1], limits[1][1]


def _averaged(part: NDArray[np.uint8], zoom: float) -> NDArray[np.uint8]:
    """Return the part averaged over the width of one view pixel, which is up to two of its own.

    The mean over a width of w pixels is the mean of a pixel and (w - 1) / 2 of each neighbour: three weights,
    which OpenCV's Gaussian of size 3 takes on for the right sigma; its integer arithmetic is the fastest
    there is for it.
    """
    if zoom >= 1:
        return part
    beside = (min(1 / zoom, 2.0) - 1) / 2
    if beside < 1 / 256:
        return part
    sigma = sqrt(-1 / (2 * log(beside)))
    return np.asarray(cv2.GaussianBlur(part, (3, 3), sigma, borderType=cv2.BORDER_REPLICATE), np.uint8)


def _indices(from_view: Affine, within: Box, box: Box) -> NDArray[np.float64]:
    """Return the mapping from indices of the target's pixels to those of the part's pixels."""
    to_part = composed(scaled(1.0, to=(-box[0] - 0.5, -box[1] - 0.5)), from_view)
    a, b, c, d, e, f = composed(to_part, scaled(1.0, to=(within[0] + 0.5, within[1] + 0.5)))
    return np.array([[a, b, c], [d, e, f]])


def _warp(part: NDArray[np.uint8], indices: NDArray[np.float64], target: Shown, *, crisp: bool) -> None:
    how = (cv2.INTER_NEAREST if crisp else cv2.INTER_LINEAR) | cv2.WARP_INVERSE_MAP
    size = target.shape[1], target.shape[0]
    if part.ndim == 3:
        cv2.warpAffine(part, indices, size, dst=target, flags=how, borderMode=cv2.BORDER_REPLICATE)
        return
    grey = cv2.warpAffine(part, indices, size, flags=how, borderMode=cv2.BORDER_REPLICATE)
    cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB, dst=target)


def _holds_view(quad: Quad, size: tuple[int, int]) -> bool:
    outline = np.array(quad, np.float32)
    return all(cv2.pointPolygonTest(outline, corner, measureDist=False) >= 0 for corner in _corners(size))


def _clipped(quad: Quad, size: tuple[int, int]) -> NDArray[np.int32] | None:
    """Return the quad cut to the view and a little more, in sixteenths of a pixel from middle to middle."""
    around = [(x + (32 if x else -32), y + (32 if y else -32)) for x, y in _corners(size)]
    area, outline = cv2.intersectConvexConvex(np.array(quad, np.float32), np.array(around, np.float32))
    if area <= 0 or outline is None:
        return None
    corners = np.asarray(outline, np.float64).reshape(-1, 2)
    return np.asarray(np.rint((corners - 0.5) * (1 << SUBPIXEL_BITS)), np.int32)
