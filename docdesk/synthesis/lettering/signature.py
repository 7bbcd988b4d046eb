"""Signatures: a name as somebody signs it, in ink whose width follows the pen."""

from itertools import pairwise
from typing import Final

import numpy as np

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.synthesis.chance import dice
from docdesk.synthesis.drawing import Area, Box, Curve, Drawing, lengths_along, points_along
from docdesk.synthesis.lettering.handwriting import Hand, letters_of, written

_PEN_MM: Final = (0.26, 0.42)
"""Mean width of a line of a ballpoint or a fine liner."""

_LINES_HIGH: Final = 22
"""In a low box the pen is no wider than its height by this, as where a signature was reduced to fit."""

_STEP_MM: Final = 0.07
"""Between places where the width is set; the edge of the line is off by a hundredth of that at most."""

_EVENING: Final = np.hanning(11)[1:-1] / np.hanning(11).sum()
"""The pen presses harder and lighter within 0.6 mm, not at once."""

_DOT_MM: Final = 0.8
"""What is shorter is set down and lifted as a dot; the ends of longer strokes run out thin."""

_FAN: Final = np.linspace(-np.pi / 2, np.pi / 2, 7)
"""Directions of the points of a half circle."""

_TIGHT: Final = 1.3
"""Where the way turns within so many half widths, each step is a piece: the inner edge would cross itself."""

_PIECE_TURN: Final = 1.5
_PIECE_STEPS: Final = 40
"""A piece turns by so many radians and has so many steps at most, so that it cannot cross itself."""


def signature(name: str, seed: int, box: Box) -> Drawing:
    """Return a signature that fills a box in its width or height.

    Args:
        name: of the holder; letters beyond the Latin alphabet are left out.
        seed: gives the hand, so that one seed signs every name in one manner, and how it turned out.
        box: left, bottom, width and height in mm.

    Raises:
        WrongUse: the name has no letter that can be written.
    """
    words = letters_of(name)
    if not words:
        raise WrongUse(Message.of("synthesis.no_signature", name=name))
    hand = Hand.drawn_by(dice(seed, "hand"))
    chance = dice(seed, "signature", name)
    ways = _fitted(written(_signed(words, chance), hand, chance), box)
    pen = min(float(chance.uniform(*_PEN_MM)), box[3] / _LINES_HIGH)
    return tuple(area for way in ways for area in _inked(way, pen))


def _signed(words: list[str], chance: np.random.Generator) -> list[str]:
    """Return what of a name is signed: all of it, the last word with initials before, or the last word."""
    manner = chance.choice(["all", "initials", "last"], p=[0.35, 0.4, 0.25])
    if manner == "all" and len(words) <= 2:
        return words
    if manner == "last":
        return words[-1:]
    return [*(word[0] for word in words[:-1]), words[-1]]


def _fitted(ways: list[Curve], box: Box) -> list[Curve]:
    """Return the ways scaled alike in both directions, as large as the box allows and in its middle."""
    low = np.min([way.min(axis=0) for way in ways], axis=0)
    high = np.max([way.max(axis=0) for way in ways], axis=0)
    room = np.array(box[2:]) - 2 * min(_PEN_MM[1], box[3] / _LINES_HIGH)
    scale = float((room / np.maximum(high - low, 1e-6)).min())
    middle = np.array(box[:2]) + np.array(box[2:]) / 2
    return [(way - (low + high) / 2) * scale + middle for way in ways]


def _inked(way: Curve, pen: float) -> Drawing:
    """Return a way as pieces of a line with round ends, as wide as the pen pressed; none crosses itself."""
    points = _even(way)
    steps = np.diff(points, axis=0)
    angles = np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))
    turns = np.abs(np.diff(angles, prepend=angles[0]))
    radii = _widths(points, angles, turns, pen) / 2
    tight = turns * radii[:-1] * _TIGHT > np.hypot(*steps.T)
    piece = np.floor(np.cumsum(turns / _PIECE_TURN + 1 / _PIECE_STEPS + tight)).astype(int)
    bounds = [0, *(np.flatnonzero(np.diff(piece)) + 1), len(steps)]
    return tuple(
        _ribbon(points[first : last + 1], angles[first:last], radii[first : last + 1])
        for first, last in pairwise(bounds)
    )


def _ribbon(points: Curve, angles: Curve, radii: Curve) -> Area:
    along = np.concatenate((angles[:1], (angles[1:] + angles[:-1]) / 2, angles[-1:]))
    left = radii[:, None] * _directions(along + np.pi / 2)
    end = points[-1] + radii[-1] * _directions(angles[-1] - _FAN)
    start = points[0] - radii[0] * _directions(angles[0] - _FAN)
    return Area((np.concatenate((points + left, end, (points - left)[::-1], start)),))


def _directions(angles: Curve) -> Curve:
    return np.stack((np.cos(angles), np.sin(angles)), axis=-1)


def _even(way: Curve) -> Curve:
    """Return a way with points `_STEP_MM` apart."""
    length = lengths_along(way)[-1]
    return points_along(way, np.linspace(0, length, max(2, round(length / _STEP_MM) + 1)))


def _widths(points: Curve, angles: Curve, turns: Curve, pen: float) -> Curve:
    """Return how wide the line is at each point: strokes downwards and turns, which are slow, are wider."""
    slow = 1 / (1 + np.exp((0.8 - turns / _STEP_MM) * 1.5))
    wide = 0.72 + 0.25 * slow + 0.35 * np.clip(-np.sin(angles), 0, 1)
    wide = np.append(wide, wide[-1])
    padded = np.pad(wide, len(_EVENING) // 2, mode="edge")
    wide = np.convolve(padded, _EVENING, mode="valid")
    place = np.arange(len(points)) * _STEP_MM
    if place[-1] > _DOT_MM:
        wide *= np.minimum(1, 0.6 + place * 0.8) * np.minimum(1, 0.35 + place[::-1] * 0.55)
    return np.asarray(wide * pen, np.float64)
