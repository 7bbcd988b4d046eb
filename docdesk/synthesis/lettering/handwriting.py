"""Handwriting: a name as the way of a pen, by a hand of its own."""

from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

import numpy as np

from docdesk.synthesis.drawing import Curve
from docdesk.synthesis.lettering.cursive_letters import CURSIVE, CursiveLetter

_UNIT: Final = 0.01
"""The skeletons are written in hundredths of the height of a small x."""

_SPELT: Final = {
    "ß": "ss",
    "ẞ": "S",
    "Æ": "Ae",
    "æ": "ae",
    "Œ": "Oe",
    "œ": "oe",
    "Ø": "O",
    "ø": "o",
    "Ł": "L",
    "ł": "l",
    "Đ": "D",
    "đ": "d",
    "Ð": "D",
    "ð": "d",
    "Þ": "Th",
    "þ": "th",
    "ı": "i",
}
"""Letters that Unicode does not take apart into one of a to z and marks."""

_WRITTEN_OUT: Final = 2
"""So many letters of a word even a hasty hand writes out."""

_ENDINGS: Final = {"none": 0.35, "swash": 0.3, "return": 0.2, "underline": 0.15}
"""What follows the last letter, and how often: nothing, a tail to the right, a loop back beneath the name and
forth, a line beneath."""


@dataclass(frozen=True, slots=True)
class Hand:
    """How somebody writes.

    Attributes:
        slant: of upright strokes to the right, as a tangent.
        breadth: of letters against their height.
        small: height of small letters against that of capitals.
        loops: length of what rises above and falls below small letters.
        haste: 0 writes every letter out, 1 runs out in a wave.
        rise: of the base line, as a tangent.
        gap: between words, in heights of a small x.
        unrest: how far points stray, in heights of a small x.
        ending: what follows the last letter.
    """

    slant: float
    breadth: float
    small: float
    loops: float
    haste: float
    rise: float
    gap: float
    unrest: float
    ending: str

    @classmethod
    def drawn_by(cls, dice: np.random.Generator) -> "Hand":
        """Return a hand by chance; the ranges are those that still look written by a practised adult."""
        return cls(
            slant=float(dice.uniform(0.05, 0.7)),
            breadth=float(dice.uniform(0.85, 1.45)),
            small=float(dice.uniform(0.45, 0.9)),
            loops=float(dice.uniform(0.8, 1.4)),
            haste=float(dice.uniform(0.0, 1.0)),
            rise=float(dice.normal(0.06, 0.06)),
            gap=float(dice.uniform(-0.2, 0.5)),
            unrest=float(dice.uniform(0.02, 0.06)),
            ending=str(dice.choice(list(_ENDINGS), p=list(_ENDINGS.values()))),
        )


def letters_of(name: str) -> list[str]:
    """Return the words of a name in the letters a to z and A to Z; what is none of them falls away."""
    spelt = "".join(_SPELT.get(character, character) for character in name)
    words = normalize("NFD", spelt.replace("-", " ")).split()
    kept = ("".join(letter for letter in word if letter in CURSIVE) for word in words)
    return [word[0].upper() + word[1:].lower() for word in kept if word]


def written(words: list[str], hand: Hand, dice: np.random.Generator) -> list[Curve]:
    """Return the ways of the pen, one for each time it is set down, in heights of a small x before `small`.

    Args:
        words: as `letters_of` returns them; at least one.
        hand: whose writing it is.
        dice: for how it turns out this once.
    """
    ways: list[Curve] = []
    late: list[Curve] = []
    start = 0.0
    for word in words:
        begun, added, start = _word(word, start, hand, dice)
        ways += begun
        late += added
        start += hand.gap * hand.breadth
    ways = _ended(ways, start, hand, dice)
    shear = np.array(((1.0, 0.0), (hand.slant, 1.0))) @ np.array(((1.0, hand.rise), (0.0, 1.0)))
    return [smooth(way) @ shear for way in [*ways, *late]]


def smooth(points: Curve, per_point: int = 12) -> Curve:
    """Return a curve without corners through points: a cubic spline over the root of their distances."""
    if len(points) < 3:
        return points
    knots = np.concatenate(([0.0], np.cumsum(np.sqrt(np.hypot(*np.diff(points, axis=0).T)) + 1e-6)))
    gaps = np.diff(knots)[:, None]
    slopes = np.diff(points, axis=0) / gaps
    size = len(points)
    system = np.zeros((size, size))
    inner = np.arange(1, size - 1)
    system[inner, inner - 1], system[inner, inner + 1] = gaps[1:, 0], gaps[:-1, 0]
    system[inner, inner] = 2 * (gaps[1:, 0] + gaps[:-1, 0])
    system[0, :2] = system[-1, :-3:-1] = (2, 1)
    right = np.vstack((3 * slopes[0], 3 * (gaps[1:] * slopes[:-1] + gaps[:-1] * slopes[1:]), 3 * slopes[-1]))
    tangents = np.linalg.solve(system, right)
    return _hermite(points, tangents, gaps, per_point)


def _hermite(points: Curve, tangents: Curve, gaps: Curve, per_point: int) -> Curve:
    t = np.linspace(0, 1, per_point, endpoint=False)[None, :, None]
    first, last = points[:-1, None], points[1:, None]
    leaving, arriving = (tangents[:-1] * gaps)[:, None], (tangents[1:] * gaps)[:, None]
    pieces = (
        first * (2 * t**3 - 3 * t**2 + 1)
        + leaving * (t**3 - 2 * t**2 + t)
        + last * (3 * t**2 - 2 * t**3)
        + arriving * (t**3 - t**2)
    )
    return np.vstack((pieces.reshape(-1, 2), points[-1]))


def _word(
    word: str, start: float, hand: Hand, dice: np.random.Generator
) -> tuple[list[Curve], list[Curve], float]:
    """Return the ways of a word, what is added to it at the end, and where the next word may begin."""
    ways: list[Curve] = []
    late: list[Curve] = []
    joined = False
    for place, letter in enumerate(word):
        shape = CURSIVE[letter]
        worn = _wear(place, len(word), hand)
        for number, stroke in enumerate(shape.strokes):
            points = _placed(stroke, letter, start, worn, hand, dice)
            if joined and number == 0:
                ways[-1] = np.vstack((ways[-1], points))
            else:
                ways.append(points)
        if dice.random() > hand.haste / 3:
            aside = start + 0.3 * hand.haste
            late += [_placed(stroke, letter, aside, 1.0, hand, dice) for stroke in shape.late]
        start += _advance(shape, worn, hand)
        joined = shape.joins
    if joined:
        ways[-1] = np.vstack((ways[-1], (start - 0.04, 0.18 * hand.small)))
    return ways, late, start


def _wear(place: int, letters: int, hand: Hand) -> float:
    """Return how much of its shape a letter keeps: 1 all, 0 none."""
    past = max(0, place - _WRITTEN_OUT + 1) / max(1, letters - _WRITTEN_OUT)
    return 1 - hand.haste * min(1.0, 1.3 * past)


def _advance(shape: CursiveLetter, worn: float, hand: Hand) -> float:
    return shape.advance * _UNIT * hand.breadth * (0.75 + 0.25 * worn)


def _placed(
    stroke: str, letter: str, start: float, worn: float, hand: Hand, dice: np.random.Generator
) -> Curve:
    points = np.array(stroke.split(), np.float64).reshape(-1, 2) * _UNIT
    points = points[dice.random(len(points)) < 0.5 + worn / 2]
    points += dice.normal(0, hand.unrest, points.shape)
    x, y = points.T
    if letter.islower():
        beyond = np.where(y > 1, y - 1, np.minimum(y, 0))
        y = (np.clip(y, 0, 1) * (0.3 + 0.7 * worn) + beyond * hand.loops * (0.3 + 0.7 * worn)) * hand.small
    return np.column_stack((start + x * hand.breadth * (0.75 + 0.25 * worn), y))


def _ended(ways: list[Curve], end: float, hand: Hand, dice: np.random.Generator) -> list[Curve]:
    """Return the ways with what follows the last letter."""
    last = ways[-1][-1]
    reach = float(dice.uniform(0.8, 2.2))
    if hand.ending == "swash":
        tail = last + np.array(((0.5, 0.05), (0.5 + reach, 0.4 + 0.2 * reach)))
        return [*ways[:-1], np.vstack((ways[-1], tail))]
    if hand.ending == "return":
        back = end * float(dice.uniform(0.1, 0.5))
        tail = np.array((
            (last[0] + 0.7, 0.1), (last[0] + 0.8, -0.5), (end * 0.6, -0.75), (back, -0.95),
            (back + 0.1, -1.2), (end * 0.8, -1.05), (end + reach, -0.7),
        ))  # fmt: skip
        return [*ways[:-1], np.vstack((ways[-1], tail))]
    if hand.ending == "underline":
        low = float(dice.uniform(-1.2, -0.7))
        line = np.array(((end * 0.15, low), (end * 0.6, low + 0.12), (end * 0.95, low + 0.05)))
        return [*ways, line + dice.normal(0, 0.08, line.shape)]
    return ways
