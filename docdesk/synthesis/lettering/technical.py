"""The technical face: strokes of one width in the manner of a document printer, drawn by docdesk."""

from typing import Final
from unicodedata import normalize

import numpy as np

from docdesk.synthesis.drawing import Drawing, Stroke
from docdesk.synthesis.lettering.glyph import Glyph
from docdesk.synthesis.lettering.pen_path import pen_curves
from docdesk.synthesis.lettering.technical_glyphs import MARKS, SHAPES, TechnicalShape

FACE: Final = "technical"
"""What this face is called."""

STROKE: Final = 0.12
"""Width of every stroke in heights of capitals: 0.26 mm at 2.2 mm, as a ribbon or an inkjet prints data."""

_UNIT: Final = 0.01
"""The paths are written in hundredths of a capital's height."""

_SPACE: Final = 0.42
"""Advance of a space: a little less than a digit's counter and its room on both sides."""

_COMMA_BENEATH: Final = frozenset("GKLNR")
"""Letters whose cedilla, so named by Unicode, is written as a comma: those of Latvian."""

_CEDILLA: Final = "\N{COMBINING CEDILLA}"
_COMMA: Final = "\N{COMBINING COMMA BELOW}"


def technical_glyph(character: str) -> Glyph | None:
    """Return a character, in heights of capitals; None where the face has none.

    Letters with marks are composed; what is small is not drawn, the face has capitals alone.
    """
    if character in {" ", "\N{NO-BREAK SPACE}"}:
        return Glyph(_SPACE, ())
    letters = normalize("NFD", character)
    base, marks = letters[0], list(letters[1:])
    if base in _COMMA_BENEATH:
        marks = [_COMMA if mark == _CEDILLA else mark for mark in marks]
    shape = SHAPES.get(base)
    if shape is None or any(mark not in MARKS for mark in marks):
        return None
    start = shape.left * _UNIT + STROKE / 2
    drawing = list(_strokes(shape.path, start))
    middle = start + _middle(base, shape) * _UNIT
    for mark in marks:
        drawing += _strokes(MARKS[mark], middle)
    advance = (shape.left + shape.width + shape.right) * _UNIT + STROKE
    return Glyph(advance, tuple(drawing))


def _strokes(path: str, start: float) -> Drawing:
    shift = np.array((start, 0.0))
    return tuple(Stroke(curve + shift, STROKE) for curve in pen_curves(path, _UNIT))


def _middle(base: str, shape: TechnicalShape) -> float:
    """Return where marks stand: over the stem of letters that have it at their left, else over the middle."""
    return 10.0 if base == "L" else shape.width / 2
