"""Setting: words as drawings, on a straight line or along any curve."""

from functools import lru_cache
from itertools import accumulate, cycle
from typing import Final, Literal

import numpy as np

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.synthesis.drawing import (
    Area,
    Curve,
    Drawing,
    Mark,
    Point,
    Stroke,
    lengths_along,
    points_along,
)
from docdesk.synthesis.lettering.fonts import glyph, tolerance_for

Align = Literal["left", "centre", "right"]
"""Which part of a line stands at its place."""

NARROWEST: Final = 0.8
"""Issuers that print a long name narrower stop here: below, letters no longer look like the others' (a
working figure of ours)."""

_SHARE: Final[dict[Align, float]] = {"left": 0.0, "centre": 0.5, "right": 1.0}


def line_width(text: str, cap_height: float, face: str, *, spacing: float = 0.0) -> float:
    """Return how wide a line is in mm, from its first pen position to behind its last character.

    Args:
        text: the line.
        cap_height: of capitals in mm.
        face: a name in `FACES`.
        spacing: put between characters, in mm.

    Raises:
        WrongUse: there is no such face, or it lacks a character.
    """
    return sum(_advances(text, cap_height, face)) + spacing * max(0, len(text) - 1)


def set_line(
    text: str,
    at: Point,
    cap_height: float,
    face: str,
    *,
    spacing: float = 0.0,
    align: Align = "left",
    max_width: float | None = None,
) -> Drawing:
    """Return a line of text; strokes of drawn faces keep their width where the line is made narrower.

    Args:
        text: the line.
        at: x where it begins, has its middle or ends, by `align`; y of the base line.
        cap_height: of capitals in mm.
        face: a name in `FACES`.
        spacing: put between characters, in mm.
        align: which part of the line stands at x.
        max_width: a wider line is made narrower, down to `NARROWEST` of its width.

    Raises:
        WrongUse: there is no such face, it lacks a character, or the line does not fit.
    """
    width = line_width(text, cap_height, face, spacing=spacing)
    stretch = 1.0
    if max_width is not None and width > max_width:
        stretch = max_width / width
        if stretch < NARROWEST:
            raise too_long(text, width * NARROWEST, max_width)
    x = at[0] - width * stretch * _SHARE[align]
    advances = _advances(text, cap_height, face)
    starts = accumulate(((advance + spacing) * stretch for advance in advances), initial=x)
    marks: list[Mark] = []
    for character, start in zip(text, starts, strict=False):
        shift = np.array((start, at[1]))
        marks += [_shifted(mark, shift) for mark in _sized(face, character, cap_height, stretch)]
    return tuple(marks)


def set_on_curve(
    text: str,
    curve: Curve,
    cap_height: float,
    face: str,
    *,
    spacing: float = 0.0,
    align: Align = "left",
) -> Drawing:
    """Return a text that stands along a curve, on its left as it is walked; characters turn and do not bend.

    Args:
        text: what is set.
        curve: the base line; one that runs clockwise has the text outside, with upright letters on top.
        cap_height: of capitals in mm.
        face: a name in `FACES`.
        spacing: put between characters, in mm.
        align: which part of the curve the text takes.

    Raises:
        WrongUse: there is no such face, it lacks a character, or the curve is too short.
    """
    width = line_width(text, cap_height, face, spacing=spacing)
    room = float(lengths_along(curve)[-1])
    if width > room:
        raise too_long(text, width, room)
    return _along(text, curve, (room - width) * _SHARE[align], cap_height, face, spacing)


def microprint(words: str, curve: Curve, cap_height: float, face: str, *, spacing: float = 0.0) -> Drawing:
    """Return words repeated with a space between along a whole curve, cut after the last character that fits.

    Args:
        words: what is repeated.
        curve: the base line, as for `set_on_curve`.
        cap_height: of capitals in mm; 0.2 to 0.3 mm is read under a loupe alone.
        face: a name in `FACES`.
        spacing: put between characters, in mm.

    Raises:
        WrongUse: there is no such face, or it lacks a character.
    """
    room = float(lengths_along(curve)[-1])
    phrase = f"{words} "
    advances = cycle(advance + spacing for advance in _advances(phrase, cap_height, face))
    fitting = 0
    for end in accumulate(advances):
        if end - spacing > room:
            break
        fitting += 1
    text = (phrase * (fitting // len(phrase) + 1))[:fitting]
    return _along(text, curve, 0.0, cap_height, face, spacing)


def too_long(text: str, needed: float, room: float) -> WrongUse:
    """Return the error that tells that a text does not fit."""
    return WrongUse(
        Message.of("synthesis.text_too_long", text=text, needed=f"{needed:.1f}", room=f"{room:.1f}")
    )


def _along(text: str, curve: Curve, start: float, cap_height: float, face: str, spacing: float) -> Drawing:
    advances = np.array(_advances(text, cap_height, face))
    middles = start + np.cumsum(advances + spacing) - spacing - advances / 2
    reach = cap_height / 4
    centres, before, after = (points_along(curve, middles + step) for step in (0.0, -reach, reach))
    along = (after - before) / np.hypot(*(after - before).T)[:, None]
    marks: list[Mark] = []
    for character, centre, (x, y), advance in zip(text, centres, along, advances, strict=True):
        turn = np.array(((x, y), (-y, x)))
        corner = centre - (advance / 2 * x, advance / 2 * y)
        marks += [_shifted(mark, corner, turn) for mark in _sized(face, character, cap_height, 1.0)]
    return tuple(marks)


def _advances(text: str, cap_height: float, face: str) -> list[float]:
    tolerance = tolerance_for(cap_height)
    return [glyph(face, character, tolerance).advance * cap_height for character in text]


@lru_cache(maxsize=8192)
def _sized(face: str, character: str, cap_height: float, stretch: float) -> Drawing:
    scale = np.array((cap_height * stretch, cap_height))
    return tuple(
        Stroke(mark.curve * scale, mark.width * cap_height)
        if isinstance(mark, Stroke)
        else Area(tuple(outline * scale for outline in mark.outlines))
        for mark in glyph(face, character, tolerance_for(cap_height)).drawing
    )


def _shifted(mark: Mark, shift: Curve, turn: Curve | None = None) -> Mark:
    if isinstance(mark, Stroke):
        return Stroke((mark.curve if turn is None else mark.curve @ turn) + shift, mark.width)
    if turn is None:
        return Area(tuple(outline + shift for outline in mark.outlines))
    return Area(tuple(outline @ turn + shift for outline in mark.outlines))
