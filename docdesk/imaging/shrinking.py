"""Small copies of pictures, every pixel the mean of the area that it stands for."""

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.imaging.grey import grey_of


def shrunk(pixels: NDArray[np.uint8] | NDArray[np.uint16], longest: int) -> NDArray[np.uint8]:
    """Return the picture with its longer side at most `longest` pixels; a smaller one keeps its size.

    Args:
        pixels: rows x columns (grey) or rows x columns x 3 (RGB); over 8 bits it is stretched by `grey_of`.
        longest: at least 1.

    Returns:
        8 bits, in as many channels as given; nothing is shared with `pixels`.
    """
    height, width = pixels.shape[:2]
    share = min(1.0, longest / max(height, width))
    size = max(1, round(width * share)), max(1, round(height * share))
    # Shrunk before it is stretched: stretching 100 megapixels would take floating-point copies of all.
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA) if share < 1 else pixels
    if pixels.dtype == np.uint8:
        return np.array(small, np.uint8)
    return grey_of(np.asarray(small, np.uint16))
