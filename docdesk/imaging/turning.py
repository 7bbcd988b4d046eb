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
