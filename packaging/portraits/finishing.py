"""From linear light to a finished picture: background, film, grain, size."""

import cv2
import numpy as np
from basis import Floats
from view import OVER

_EXPOSURE = 0.66
_BACKGROUND = np.array((0.70, 0.715, 0.73), np.float32)
"""In linear light after the exposure: light grey, a little blue."""

_GRAIN = 1.6
"""Of the camera, in steps of 255."""

_PALE = 0.12
"""Of the colour that a camera loses beside what skin would show in such light."""


def finish(picture: Floats, cover: Floats, dice: np.random.Generator) -> Floats:
    """Return the finished picture, sRGB 0 to 255, of linear light over a background.

    What hides the background carries its own light already, so only the rest of the background is added.
    """
    rows, columns = cover.shape
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    fall = 1 - 0.07 * (((x / columns - 0.5) * 1.2) ** 2 + (y / rows - 0.4) ** 2)
    ground = _BACKGROUND / _EXPOSURE * (fall * (1 - cover))[..., None]
    developed = _develop(shrink(picture + ground))
    grain = dice.normal(0, _GRAIN, developed.shape[:2]).astype(np.float32)
    return developed + cv2.GaussianBlur(grain, (0, 0), 0.7)[..., None]


def shrink(image: Floats) -> Floats:
    """Return the picture, or its matte, at its finished size."""
    size = image.shape[1] // OVER, image.shape[0] // OVER
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA)


def _develop(picture: Floats) -> Floats:
    """Return sRGB, 0 to 255, of linear light, with a soft shoulder for the brightest."""
    x = np.maximum(picture * _EXPOSURE, 0)
    grey = x @ np.array((0.25, 0.65, 0.1), np.float32)
    x = grey[..., None] * _PALE + x * (1 - _PALE)
    knee = 0.6
    over = np.maximum(x - knee, 0)
    x = np.minimum(x, knee) + (1 - knee) * (1 - np.exp(-over / (1 - knee)))
    coded = np.where(x <= 0.0031308, 12.92 * x, 1.055 * np.maximum(x, 1e-6) ** (1 / 2.4) - 0.055)
    return (coded * 255).astype(np.float32)
