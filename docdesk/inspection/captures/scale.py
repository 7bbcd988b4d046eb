"""How many pixels a millimetre of the document takes on a capture, and how that is known."""

from dataclasses import dataclass
from math import hypot
from statistics import median
from typing import Literal, Protocol

from docdesk.foundation.geometry import Point, Quad
from docdesk.inspection.captures.capture import Capture
from docdesk.mrz.geometry import PITCH_MM, SCALE_DISAGREEMENT_MAX

MM_PER_INCH = 25.4

WIDEST_MM = 450.0
"""A picture that would be larger by the resolution it states came from no flatbed (A3 is 420 mm): cameras and
programs write 72 or 96 ppi into pictures that were never measured."""

FEWEST_CHARACTERS = 10
"""A shorter line measures its pitch badly: over 10 characters at 300 ppi one pixel is 0.4 %."""

Known = Literal["file", "rendered", "mrz_pitch", "mrz_pitch_not_file"]
"""How a scale is known.

- `file`: the file states it; where an MRZ was read, its pitch bears that out;
- `rendered`: docdesk rendered the page of a PDF so; as `file` otherwise;
- `mrz_pitch`: measured on the characters of the MRZ, which stand ten to the inch; nothing else states it;
- `mrz_pitch_not_file`: measured so, and the file states another one, which is not believed.
"""


@dataclass(frozen=True, slots=True)
class ScaleKnown:
    """Pixels per mm on the document, the same along both sides, and how that is known."""

    px_per_mm: float
    known: Known


class Spaced(Protocol):
    """What shows characters of an MRZ in their places: a reading, in pixels of the capture after turning."""

    @property
    def characters(self) -> tuple[tuple[Quad, ...], ...]:
        """A quadrilateral for each character of each line."""
        ...


def scale_of(capture: Capture, reading: Spaced | None) -> ScaleKnown | None:
    """Return the scale of a capture, None where nothing tells it.

    Args:
        capture: states a resolution, or none.
        reading: the MRZ that was read from it, or from a capture of the same side and size made with it.
    """
    stated = _stated(capture)
    pitch = None if reading is None else _pitch(reading)
    if pitch is None:
        return stated
    measured = pitch / PITCH_MM
    if stated is None:
        # A resolution too low to be true contradicts the pitch as well.
        return ScaleKnown(measured, "mrz_pitch" if capture.ppi is None else "mrz_pitch_not_file")
    if abs(stated.px_per_mm / measured - 1) <= SCALE_DISAGREEMENT_MAX:
        return stated
    return ScaleKnown(measured, "mrz_pitch_not_file")


def _stated(capture: Capture) -> ScaleKnown | None:
    if capture.ppi is None or capture.ppi_known is None or capture.size_px is None:
        return None
    px_per_mm = capture.ppi / MM_PER_INCH
    return ScaleKnown(px_per_mm, capture.ppi_known) if max(capture.size_px) <= WIDEST_MM * px_per_mm else None


def _pitch(reading: Spaced) -> float | None:
    """Return the distance from one character to the next in pixels, the median of the lines."""
    pitches = [_line_pitch(row) for row in reading.characters if len(row) >= FEWEST_CHARACTERS]
    return median(pitches) if pitches and min(pitches) > 0 else None


def _line_pitch(row: tuple[Quad, ...]) -> float:
    first, last = _middle(row[0]), _middle(row[-1])
    return hypot(last[0] - first[0], last[1] - first[1]) / (len(row) - 1)


def _middle(quad: Quad) -> Point:
    return sum(point[0] for point in quad) / 4, sum(point[1] for point in quad) / 4
