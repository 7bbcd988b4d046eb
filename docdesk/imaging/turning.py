"""Quarter turns of pictures and of points in them."""

import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.geometry import Point


def turned(image: NDArray[np.uint8], degrees: int) -> NDArray[np.uint8]:
    """Return the picture turned clockwise by 0, 90, 180 or 270 degrees, in memory of its own order.

    Raises:
        ValueError: the angle is no quarter turn.
    """
    if degrees % 90:
        raise ValueError("only quarter turns keep pixels")
    return np.ascontiguousarray(np.rot90(image, -(degrees // 90) % 4))


def upended(point: Point, width: float, height: float) -> Point:
    """Return where a point lies after turning a picture of this size (pixels) by 180 degrees.

    Points are in pixel-centre coordinates: the first pixel's centre is 0, 0.
    """
    return (width - 1 - point[0], height - 1 - point[1])
