"""Whether a picture shows nothing where an MRZ is, though it could."""

from itertools import pairwise
from math import hypot
from statistics import median

import numpy as np
from numpy.typing import NDArray

from docdesk.imaging.grey import grey_of
from docdesk.imaging.turning import turned
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.readings.mrz_reading import MrzReading

STROKE = 1 / 7
"""Of the pitch: strokes of OCR-B are 0.35 mm wide, its pitch is 2.54 mm (ISO 1073-2, size I)."""

STEEP = 0.5
"""Share of the picture's contrast that its steepest edges cross within a stroke. Of an edge blurred by a
Gaussian of a tenth of the pitch half is crossed so; blurred as much, the counters of OCR-B begin to close."""

FLAT = 0.15
"""Share of the picture's contrast that edges in the place of the MRZ may cross within a stroke, and nothing
be printed there. A third of `STEEP`: print that shows at all, in a picture sharp enough, crosses more."""

LEAST_CONTRAST = 40.0
"""Of 255, between the darkest and the brightest: a picture with less was hardly exposed."""

DARKEST, BRIGHTEST = 0.1, 99.9
"""Percentiles: a hot pixel is no edge."""

PRINTED = 95.0
"""Percentile of the edges in the place of the MRZ: strokes cover a fifth of it, dust and a scratch do not."""


def shows_nothing(pixels: Pixels, reading: MrzReading) -> bool:
    """Return whether nothing is printed where this MRZ is, in a picture sharp enough to show its strokes.

    Args:
        pixels: a frame made as the one that the MRZ was read from, under another light, and not turned yet.
        reading: tells place and pitch.
    """
    grey = turned(grey_of(pixels), reading.turned)
    dark, bright = np.percentile(grey, (DARKEST, BRIGHTEST))
    contrast, width = float(bright - dark), max(round(_pitch(reading) * STROKE), 1)
    zone = _zone(grey, reading)
    if contrast < LEAST_CONTRAST or min(zone.shape) <= width:
        return False
    sharp = _edges(grey, width, BRIGHTEST) >= STEEP * contrast
    return sharp and _edges(zone, width, PRINTED) <= FLAT * contrast


def _edges(grey: NDArray[np.uint8], width: int, percentile: float) -> float:
    """Return how much of the range edges cross within this width, along rows or columns."""
    levels = grey.astype(np.int16)
    steps = (np.abs(levels[:, width:] - levels[:, :-width]), np.abs(levels[width:] - levels[:-width]))
    return max(float(np.percentile(step, percentile)) for step in steps)


def _zone(grey: NDArray[np.uint8], reading: MrzReading) -> NDArray[np.uint8]:
    """Return the smallest upright part of the picture that holds the MRZ."""
    points = np.array(reading.quad, np.float64)
    left, top = np.floor(np.maximum(points.min(axis=0), 0)).astype(int)
    right, bottom = np.ceil(np.maximum(points.max(axis=0), 0)).astype(int)
    return grey[top : bottom + 1, left : right + 1]


def _pitch(reading: MrzReading) -> float:
    """Return the distance of neighbouring characters in pixels, 0 where there are none."""
    neighbours = [pair for row in reading.characters for pair in pairwise(row)]
    return median([hypot(b[0][0] - a[0][0], b[0][1] - a[0][1]) for a, b in neighbours] or [0.0])
