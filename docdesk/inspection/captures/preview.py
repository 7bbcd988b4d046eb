"""A small copy of a capture, light enough to keep for every document of a long list."""

from dataclasses import dataclass

import numpy as np

from docdesk.imaging.shrinking import shrunk
from docdesk.inspection.captures.decoding import Pixels

LONGEST = 192
"""Pixels along the longer side: the strip of documents shows 96, on a screen at 200 % all of them."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A small picture: `rgb` holds `height` rows of `width` pixels, three bytes (red, green, blue) each."""

    width: int
    height: int
    rgb: bytes


def preview_of(pixels: Pixels) -> Preview:
    """Return the picture with its longer side at most `LONGEST` pixels; a smaller one keeps its size."""
    small = shrunk(pixels, LONGEST)
    rgb = small if small.ndim == 3 else np.repeat(small[..., None], 3, axis=2)
    return Preview(rgb.shape[1], rgb.shape[0], np.ascontiguousarray(rgb).tobytes())
