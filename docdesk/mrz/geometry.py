"""Where and how an MRZ is printed, in mm from the bottom-left corner of the document.

Read from the drawings of ICAO Doc 9303-3 to 9303-7; what stands nowhere in them is marked so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

PITCH_MM: Final = 2.54
"""From one character to the next: ten to the inch, OCR-B size 1, constant stroke (Doc 9303-3)."""

CHARACTER_HEIGHT_MM: Final = 2.4
"""Nominal height of an OCR-B capital of size 1 (ISO 1073-2; general knowledge, not in Doc 9303)."""

LINE_SKEW_MAX_DEGREES: Final = 3.0
"""Of line and character together (Doc 9303-4 to -7)."""

CLEAR_MARGIN_MM: Final = 2.0
"""Free of print all round the document (Doc 9303-4 to -7)."""

CORNER_RADIUS_MM: Final = (3.18, 0.30)
"""Nominal and tolerance (Doc 9303-4, 9303-5)."""

BOUNDARY_SKEW_MAX_MM: Final = 0.5
"""Of the border between MRZ and printed zone, over the 125 mm of a passport page (Doc 9303-4)."""

READING_ZONE_MM: Final = (3.0, 3.0, 118.0, 17.0)
"""Left, bottom, width, height of what a reader must see on every size (Doc 9303-3 to -7)."""

COVER_OVERHANG_MAX_MM: Final = 5.0
"""How far a cover may stick out round the data page before a reader (BSI TR-03135-1, 4.1.1)."""

SCALE_DISAGREEMENT_MAX: Final = 0.03
"""Beyond this share, the scale by pitch and the scale by outline tell of a rescaled or recaptured picture,
or of a foreign font (a working figure of the field, in no standard)."""

PRINT_CONTRAST_MIN: Final = 0.6
"""Print contrast signal at B900, near infrared (Doc 9303-3, 4.11)."""

CONTRAST_VARIATION_MAX: Final = 1.50
"""Ratio of contrasts within one MRZ stays below this (Doc 9303-3, 4.11)."""

VOID_MM: Final = 0.4
"""Largest diameter of a void in a stroke (Doc 9303-3, 4.11; ISO 1831 range X)."""

CAN_LENGTH: Final = 6
"""Digits of a card access number: OCR-B, without a check digit, front of TD1."""


@dataclass(frozen=True, slots=True)
class ZoneGeometry:
    """The printed shape of one format.

    Attributes:
        size: width and height of the document.
        size_tolerance: of both.
        zone_height: of the MRZ from the bottom edge, and its tolerance.
        left: left edge of the first character, and its tolerance.
        left_min: least left edge drawn, where the drawing gives one beside the tolerance.
        width: of the printing zone of a line.
        centres: centre line of each line, from the top line down.
        centre_tolerance: how far a centre line may be off; 0.0 where the band alone limits it.
        band: height of the band that a line must stay in, about its centre.
    """

    size: tuple[float, float]
    size_tolerance: float
    zone_height: tuple[float, float]
    left: tuple[float, float]
    left_min: float
    width: float
    centres: tuple[float, ...]
    centre_tolerance: float
    band: float


_TWO_LINES: Final = (15.75, 9.40)
_BAND: Final = 4.3
"""7.25 to 11.55 and 13.6 to 17.9."""

GEOMETRY: Final[Mapping[str, ZoneGeometry]] = MappingProxyType(
    {
        "TD1": ZoneGeometry(
            (85.6, 53.98), 0.75, (23.3, 1.0), (5.0, 1.0), 4.0, 77.7, (15.73, 11.5, 7.27), 1.0, 2.95
        ),
        "TD2": ZoneGeometry((105.0, 74.0), 0.75, (23.2, 1.0), (4.0, 1.0), 3.0, 93.3, _TWO_LINES, 0.0, _BAND),
        "TD3": ZoneGeometry((125.0, 88.0), 0.75, (23.2, 1.0), (6.0, 1.0), 5.0, 114.0, _TWO_LINES, 0.0, _BAND),
        "MRVA": ZoneGeometry((120.0, 80.0), 1.0, (23.2, 1.0), (4.0, 1.0), 3.0, 114.0, _TWO_LINES, 0.0, _BAND),
        "MRVB": ZoneGeometry((105.0, 74.0), 1.0, (23.2, 1.0), (4.0, 1.0), 3.0, 93.3, _TWO_LINES, 0.0, _BAND),
    }
)
"""By name of format (Doc 9303-4 to 9303-7)."""

PORTRAIT_MM: Final[Mapping[str, tuple[tuple[float, float], tuple[float, float]]]] = MappingProxyType(
    {
        "TD1": ((26.0, 32.0), (35.0, 45.0)),
        "TD3": ((26.0, 32.0), (35.0, 45.0)),
        "MRVA": ((26.0, 32.0), (32.0, 40.0)),
        "MRVB": ((26.0, 32.0), (31.0, 39.0)),
    }
)
"""Least and greatest width and height of the portrait; MRV-A is 29 by 36 mm, give or take 3 and 4."""

FACE_HEIGHT_SHARE: Final = (0.70, 0.80)
"""Face height as a share of the long side of the portrait (Doc 9303-3)."""


def text_width_mm(characters: int) -> float:
    """Return the width that a line of so many characters takes: 111.8 mm for 44."""
    return characters * PITCH_MM


def pixels_per_pitch(dpi: float) -> float:
    """Return the distance between characters in pixels: 40 at 400 dpi."""
    return dpi * PITCH_MM / 25.4
