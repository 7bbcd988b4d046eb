"""OCR-B size 1 as Doc 9303 asks for in an MRZ: constant stroke, ten characters to the inch."""

from typing import Final

import numpy as np

from docdesk.mrz.geometry import PITCH_MM
from docdesk.synthesis.drawing import Curve, Drawing, Stroke
from docdesk.synthesis.lettering.glyph import Glyph, no_glyph
from docdesk.synthesis.lettering.ocr_b_glyphs import GLYPHS
from docdesk.synthesis.lettering.pen_path import pen_curves

FACE: Final = "ocr_b"
"""What this face is called."""

STROKE_MM: Final = 0.35
"""Width of every stroke of size 1 (ISO 1073-2)."""

CHARACTER_WIDTH_MM: Final = 1.75
"""Of the widest characters with their stroke, 1.40 mm between centre lines (ISO 1073-2)."""

CAPITAL_MM: Final = 2.46
"""Height of the print of E; digits and round letters reach higher."""

CENTRE_MM: Final = 1.335
"""Height above the base line of the middle of the digits and of the filler."""

_UNIT_MM: Final = 0.01
"""The paths are written in hundredths of a mm."""


def glyph_strokes(character: str) -> tuple[Curve, ...]:
    """Return the centre lines of a character in mm: x from the middle of its cell, y from the base line.

    Raises:
        WrongUse: it is none of 0-9, A-Z and the filler.
    """
    path = GLYPHS.get(character)
    if path is None:
        raise no_glyph(FACE, character)
    return pen_curves(path, _UNIT_MM)


def ocr_b_line(
    text: str, left_of_first_character: float, centre_line: float, pitch: float = PITCH_MM
) -> Drawing:
    """Return a line of an MRZ.

    Args:
        text: of 0-9, A-Z and the filler.
        left_of_first_character: in mm, of the room of 1.75 mm that the widest characters fill and in whose
            middle narrower ones stand, so that lines beneath each other keep their columns.
        centre_line: height in mm of the middle of digits and fillers.
        pitch: from one character to the next in mm.

    Raises:
        WrongUse: a character is not in the set.
    """
    first = left_of_first_character + CHARACTER_WIDTH_MM / 2
    return tuple(
        Stroke(curve + np.array((first + place * pitch, centre_line - CENTRE_MM)), STROKE_MM)
        for place, character in enumerate(text)
        for curve in glyph_strokes(character)
    )


def ocr_b_glyph(character: str) -> Glyph | None:
    """Return a character of OCR-B as a face of any size, at its own pitch; None where it has none."""
    if character == " ":
        return Glyph(PITCH_MM / CAPITAL_MM, ())
    if character not in GLYPHS:
        return None
    middle = np.array((PITCH_MM / 2, 0.0))
    marks = (
        Stroke((curve + middle) / CAPITAL_MM, STROKE_MM / CAPITAL_MM) for curve in glyph_strokes(character)
    )
    return Glyph(PITCH_MM / CAPITAL_MM, tuple(marks))
