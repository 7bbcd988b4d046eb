"""Quarter turns of pictures."""

import numpy as np
from numpy.typing import NDArray


def turned(image: NDArray[np.uint8], degrees: int) -> NDArray[np.uint8]:
    """Return the picture turned clockwise by 0, 90, 180 or 270 degrees, in memory of its own order.

    Raises:
        ValueError: the angle is no quarter turn.
    """
    if degrees % 90:
        raise ValueError("only quarter turns keep pixels")
    return np.ascontiguousarray(np.rot90(image, -(degrees // 90) % 4))


def turned_points(points: NDArray[np.float64], degrees: int, size: tuple[int, int]) -> NDArray[np.float64]:
    """Return where points lie after their picture was turned by `turned`.

    Args:
        points: ... x 2 (x, y), pixels of the picture as it was.
        degrees: the turn clockwise, 0, 90, 180 or 270.
        size: width and height of the picture as it was.

    Raises:
        ValueError: the angle is no quarter turn.
    """
    if degrees % 90:
        raise ValueError("only quarter turns keep pixels")
    x, y = points[..., 0], points[..., 1]
    right, below = size[0] - 1 - x, size[1] - 1 - y
    places = ((x, y), (below, x), (right, below), (y, right))[degrees // 90 % 4]
    return np.stack(places, axis=-1)
