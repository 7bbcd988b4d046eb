"""Whether SPECIMEN can be read on films: no layer may drown it, cover it or fill it up.

A model cannot leave SPECIMEN out, but could print a black page over it, a mesh in its colour, or all that it
leaves free. And films lie on disk, where anybody may put others.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.artwork.specimen import letters_apart, uv_letters_apart
from docdesk.synthesis.drawing import Drawing, bounds
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.models.model import Face
from docdesk.synthesis.printing.film import Film
from docdesk.synthesis.rasterising import SHEET_DPI, Coverage, Window, rasterise
from docdesk.synthesis.sheet import Sheet

_LOST_LETTERS = 2
"""SPE IMEN is still read; a dark motif may take a letter or two."""

_LEAST_CONTRAST = 1.2
"""Between the outline of a letter and what is beside it, in deviations of the latter.

Measured under each light: 1.8 or more on the documents that come with docdesk, 0.8 or less where a mesh in
the same colour crosses the letters or all but them is filled.
"""

_LEAST_STEP = 0.10
"""In square roots of light: a black page leaves 0.09 in white light; others 0.15 under any."""

_EVEN = 0.02
"""Square root of light: deviations that nobody sees."""

_BESIDE_MM = 0.25
_CLEAR_MM = 0.08
"""How far from an outline its surroundings reach, and how much of that is left out, for ink spreads."""

_COVERED = 160
"""Of 255: of a pixel that belongs to an outline."""


def specimen_legible(films: Sequence[Film], face: Face) -> bool:
    """Say whether films show SPECIMEN so that it is read: in white light, in infrared and in ultraviolet.

    Args:
        films: of the face, the lowest first.
        face: whose films they are.
    """
    letters = [_stand_out(films, face, letter)[:2] for letter in letters_apart(face.size, face.side)]
    glowing = [_stand_out(films, face, letter)[2:] for letter in uv_letters_apart(face.size, face.side)]
    seen = np.column_stack((np.array(letters), np.array(glowing)))
    return bool(((~seen).sum(axis=0) <= _LOST_LETTERS).all())


def _stand_out(films: Sequence[Film], face: Face, letter: Drawing) -> tuple[bool, bool, bool]:
    """Return whether an outline stands out in white light, in infrared and in ultraviolet."""
    whole = Window.whole(face.size, SHEET_DPI)
    window = whole.around(bounds(letter) or (0.0, 0.0, 0.0, 0.0), _BESIDE_MM)
    sheet = _laid(films, window)
    drawn = rasterise(letter, window)
    on = drawn > _COVERED
    beside = _grown(drawn, _BESIDE_MM) & ~_grown(drawn, _CLEAR_MM)
    planes = (sheet.visible, sheet.infrared[..., None], sheet.glow)
    white, infrared, glow = (_apart(plane[on], plane[beside]) for plane in planes)
    return white, infrared, glow


def _laid(films: Sequence[Film], window: Window) -> Sheet:
    """Return a white sheet that does not glow, with films laid on it."""
    colours = (*window.shape, 3)
    sheet = Sheet(
        window, np.ones(colours, np.float32), np.ones(window.shape, np.float32), np.zeros(colours, np.float32)
    )
    for film in films:
        film.cut(window).lay_on(sheet)
    return sheet


def _grown(drawn: Coverage, millimetres: float) -> NDArray[np.bool_]:
    reach = 2 * round(millimetres * SHEET_DPI / 25.4) + 1
    return np.asarray(cv2.dilate(drawn, np.ones((reach, reach), np.uint8)) > 0)


def _apart(on: Plane, beside: Plane) -> bool:
    """Say whether two sets of pixels (pixels x channels) are told apart in a channel at least."""
    if not on.size or not beside.size:
        return False
    seen, around = (np.sqrt(np.clip(pixels, 0, 1)) for pixels in (on, beside))
    step = np.abs(around.mean(axis=0) - seen.mean(axis=0))
    return bool(((step >= _LEAST_STEP) & (step >= _LEAST_CONTRAST * (around.std(axis=0) + _EVEN))).any())
