"""Arrays of pixels as Qt's images."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage


def array_image(pixels: NDArray[np.uint8]) -> QImage:
    """Return rows x columns (grey) or rows x columns x 3 (RGB) as an image with memory of its own."""
    whole = np.ascontiguousarray(pixels)
    height, width = whole.shape[:2]
    if not whole.size:
        return QImage()
    kind = QImage.Format.Format_Grayscale8 if whole.ndim == 2 else QImage.Format.Format_RGB888
    # Without the copy Qt would read the array's memory after Python has let go of it.
    return QImage(whole.data, width, height, whole.strides[0], kind).copy()
