"""What to look at where a reading is not exact: the zone laid straight, or the whole picture small."""

from dataclasses import dataclass
from pathlib import Path

from docdesk.bench.mrz.scoring import Scored
from docdesk.foundation.errors import CaptureError
from docdesk.imaging.crops import fitted, grown, height_of, is_convex, straightened
from docdesk.imaging.deep import Pixels
from docdesk.imaging.encoding import Shown, eight_bits, jpeg
from docdesk.imaging.turning import turned
from docdesk.inspection.captures.decoding import Decoder
from docdesk.inspection.readings.mrz_reading import MrzReading

MOST_ROWS_OF_LINE = 48
"""Pixels that a line of the zone has at most: every stroke of a character can be seen in half of it."""

LEAST_ROWS_OF_LINE = 12
"""Pixels that a line has at least, however small it was in the picture."""

WIDEST = 1400.0
"""Pixels: what a page shows side by side with nothing. A line of 44 characters has 32 for each."""

WHOLE = 480.0
"""Pixels of the longer side of a whole picture: enough to see where the MRZ is and what is in its way."""

QUALITY = 80
"""Of a JPEG: shows characters without blocks at a tenth of the bytes of a PNG."""

MARGIN_ACROSS, MARGIN_DOWN = 0.02, 0.25
"""Of the zone, on each side: about a character and half a line, so that what was cut off can be seen."""


@dataclass(frozen=True, slots=True)
class Crop:
    """A JPEG with its size in pixels; `whole` where it is the whole picture."""

    jpeg: bytes
    width: int
    height: int
    whole: bool


def crop_of(entry: Scored, folder: Path, decoder: Decoder) -> Crop | None:
    """Return what to look at, None where the picture cannot be opened."""
    try:
        with decoder.open(folder / entry.truth.path) as file:
            pixels = file.frame(1).pixels.copy()
    except CaptureError:
        return None
    strip = None if entry.reading is None else _zone(pixels, entry.reading)
    shown = fitted(pixels, WHOLE, WHOLE) if strip is None else strip
    height, width = shown.shape[:2]
    return Crop(jpeg(shown, QUALITY), width, height, whole=strip is None)


def _zone(pixels: Pixels, reading: MrzReading) -> Shown | None:
    """Return the zone laid straight, None where its corners cannot be laid flat."""
    if not is_convex(reading.quad):
        return None
    upright = turned(eight_bits(pixels), reading.turned)
    quad = grown(reading.quad, MARGIN_ACROSS, MARGIN_DOWN)
    lines = len(reading.lines) * (1 + 2 * MARGIN_DOWN)
    rows = min(max(height_of(quad), LEAST_ROWS_OF_LINE * lines), MOST_ROWS_OF_LINE * lines)
    return fitted(straightened(upright, quad, round(rows)), WIDEST, rows)
