"""The lines of an MRZ as pictures in step with their characters; no Qt, for a thread off the UI."""

import numpy as np
from numpy.typing import NDArray

from docdesk.imaging.cells import cell_row
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.readings.mrz_reading import MrzReading

CELL = 48, 60
"""Width and height of a cell in pixels. On screen a cell is 22 to 32 wide, so this serves scales to 150 % and
more; the ratio is that of a character of OCR-B at its pitch (2.54 by 2.8 mm) with the margin of the cells."""


def line_pictures(pixels: Pixels, reading: MrzReading) -> tuple[NDArray[np.uint8], ...]:
    """Return a picture of each line, every character straightened into a `CELL` of its own.

    Args:
        pixels: the frame that was read, turned by the reading's `turned`.
        reading: tells where the characters stand.

    Returns:
        For each line RGB of height x (width * characters) x 3; an empty line gives no column.
    """
    empty = np.zeros((CELL[1], 0, 3), np.uint8)
    return tuple(cell_row(pixels, row, CELL) if row else empty for row in reading.characters)
