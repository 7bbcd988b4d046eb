"""SPECIMEN: put on every face by the press itself; no model can leave it out or change it."""

import numpy as np

from docdesk.synthesis.artwork.curves import strokes
from docdesk.synthesis.artwork.cutting import in_outlines
from docdesk.synthesis.artwork.swelling import hatching
from docdesk.synthesis.artwork.words import outlined
from docdesk.synthesis.drawing import Box, Drawing, bounds, curves_of, moved, turned
from docdesk.synthesis.lettering.setting import line_width, microprint, set_line

WORD = "SPECIMEN"

_FACE = "grotesk_bold"
_MICRO_FACE = "grotesk_medium"

_MRZ_TOP_MM = 25.0
"""The MRZ zone is 23.2 mm high, give or take 1.0 (Doc 9303-4 to 9303-7): SPECIMEN stays above it."""

_MARGIN_MM = 2.5

_TRACKING = 0.22
"""Between letters, as a share of a capital's height."""

_OUTLINE_MM = 0.10
_UV_OUTLINE_MM = 0.22
"""A glowing line is read against the dark at a usual 400 dpi: four pixels."""

_HATCH_MM, _HATCH_WIDTH_MM, _HATCH_DEGREES = 0.60, 0.05, 118.0
"""The fine lines that fill the letters."""

_MICRO_CAP_MM = 0.24
_EDGE_MM, _CORNER_MM = 1.3, 4.0
"""Of the lines of microprint from the edges: a reader sees what lies 3 mm inside them (Doc 9303-3)."""


def specimen(size: tuple[float, float], side: str) -> tuple[Drawing, ...]:
    """Return SPECIMEN for white light and infrared: large letters, the lines that fill them, and microprint.

    Args:
        size: width and height of the face, mm.
        side: "front" has no MRZ, so all of it is crossed; any other side is taken to have one.
    """
    letters = _letters(size, side)
    return outlined(letters, _OUTLINE_MM), _filling(letters), _micro_lines(size)


def specimen_uv(size: tuple[float, float], side: str) -> Drawing:
    """Return SPECIMEN for ultraviolet light: outlined letters along the other diagonal."""
    return outlined(_letters(size, side, turn=-1), _UV_OUTLINE_MM)


def letters_apart(size: tuple[float, float], side: str) -> tuple[Drawing, ...]:
    """Return the outline of each large letter of `specimen`, in the order of the word."""
    return tuple(outlined((letter,), _OUTLINE_MM) for letter in _letters(size, side))


def uv_letters_apart(size: tuple[float, float], side: str) -> tuple[Drawing, ...]:
    """Return the outline of each letter of `specimen_uv`, in the order of the word."""
    return tuple(outlined((letter,), _UV_OUTLINE_MM) for letter in _letters(size, side, turn=-1))


def _letters(size: tuple[float, float], side: str, turn: int = 1) -> Drawing:
    """Return the filled letters, one mark each; 1 lets the word rise along the diagonal, -1 fall."""
    box = _free(size, side)
    return _across(box, degrees=turn * _diagonal(box))


def _free(size: tuple[float, float], side: str) -> Box:
    """Return the part of a face that SPECIMEN may cross."""
    width, height = size
    bottom = _MARGIN_MM if side == "front" else _MRZ_TOP_MM
    return _MARGIN_MM, bottom, width - 2 * _MARGIN_MM, height - bottom - _MARGIN_MM


def _diagonal(box: Box) -> float:
    """Return the slope of the word: less than the diagonal, so that its letters can be large."""
    return float(np.degrees(np.arctan2(box[3], box[2]))) * 0.72


def _across(box: Box, *, degrees: float) -> Drawing:
    """Return the word across a box, as large as its slope lets it be."""
    width, height = line_width(WORD, 1.0, _FACE, spacing=_TRACKING), 1.0
    turn = np.radians(abs(degrees))
    cap = min(
        box[2] / (width * np.cos(turn) + height * np.sin(turn)),
        box[3] / (width * np.sin(turn) + height * np.cos(turn)),
    )
    middle = (box[0] + box[2] / 2, box[1] + box[3] / 2)
    line = set_line(WORD, (0.0, 0.0), float(cap), _FACE, spacing=_TRACKING * float(cap), align="centre")
    return turned(moved(line, middle[0], middle[1] - float(cap) / 2), degrees, middle)


def _filling(letters: Drawing) -> Drawing:
    """Return fine lines inside the letters."""
    lines: Drawing = ()
    for letter in letters:
        box = bounds((letter,))
        if box is not None:
            inside = in_outlines(curves_of(letter))
            lines += strokes(hatching(box, _HATCH_MM, _HATCH_DEGREES, 0.3), _HATCH_WIDTH_MM, inside)
    return lines


def _micro_lines(size: tuple[float, float]) -> Drawing:
    """Return the word in microprint along the top and the bottom edge, outside what a reader of MRZs sees."""
    width, height = size
    ends = (_CORNER_MM, width - _CORNER_MM)
    return tuple(
        mark
        for base in (_EDGE_MM, height - _EDGE_MM - _MICRO_CAP_MM)
        for mark in microprint(WORD, np.array([(x, base) for x in ends]), _MICRO_CAP_MM, _MICRO_FACE)
    )
