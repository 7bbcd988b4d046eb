"""How likely it is that something wrong in an MRZ is only misread: computed from what the reader tells.

A reader that tells alternatives says of each place how probable each character is. Characters are taken as
independent of each other; what a person entered is certain. Check digits are in `digit_certainty`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, log10, prod

from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.inspection.readings.places import Place, places
from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.spans import Span

LEAST_TO_DOUBT = 1 / 1000
"""Misreadings that are together less probable than this excuse nothing; stated, not measured. Of a thousand
wrong digits that a reader at this bound calls wrong, one is its own mistake."""

MOST_ODDS = 1_000_000
"""Nothing is said to be less probable than 1 in this: no reader was ever tested on so many characters."""

SHARE_TO_NAME = 0.05
"""A character that makes up less of the doubt than this is not named: nobody need look at it first."""

Probabilities = Mapping[str, float]
"""Of each character of the alphabet; together 1."""


@dataclass(frozen=True, slots=True)
class Misreading:
    """How probable it is that what looks wrong is only misread, and the places that make it so, in order."""

    probability: float
    places: tuple[Place, ...]

    @property
    def excuses(self) -> bool:
        """Whether it is probable enough to leave the question open."""
        return self.probability >= LEAST_TO_DOUBT

    @property
    def odds(self) -> int:
        """N of "at most 1 in N", rounded down to two digits so that it stays true."""
        if self.probability * MOST_ODDS <= 1:
            return MOST_ODDS
        whole = floor(1 / self.probability)
        step: int = 10 ** max(floor(log10(whole)) - 1, 0)
        return whole // step * step


def tells(reading: MrzReading) -> bool:
    """Return whether the reader told what else each character may be: without, nothing can be computed."""
    return bool(reading.alternatives)


def probabilities(reading: MrzReading, place: Place) -> Probabilities:
    """Return how probable each character is in a place; what the reader leaves open is spread evenly."""
    line, index = place
    read = reading.lines[line][index]
    if any((entry.line, entry.index) == place for entry in reading.entered):
        return {char: float(char == read) for char in ALPHABET}
    told = {other.char: other.probability for other in reading.alternatives[line][index]}
    told[read] = reading.confidence[line][index]
    rest = max(0.0, 1.0 - sum(told.values())) / max(len(ALPHABET) - len(told), 1)
    every = {char: told.get(char, rest) for char in ALPHABET}
    whole = sum(every.values())
    return {char: share / whole for char, share in every.items()}


def fault_is_misread(
    reading: MrzReading, spans: Sequence[Span], still_there: Callable[[tuple[str, ...]], bool]
) -> Misreading:
    """Return how probable it is that a fault of these characters is not printed.

    Every alternative that the reader tells is tried in its place. What the reader leaves open, and two
    misreadings at once, count as if each took the fault away: the figure is rather too large than too small.

    Args:
        reading: tells alternatives.
        spans: the characters that have the fault.
        still_there: whether these lines have it too.
    """
    cures: dict[Place, float] = {}
    wrong = 0.0
    for place in dict.fromkeys(places(spans)):
        line, index = place
        chars = probabilities(reading, place)
        misread = 1.0 - chars[reading.lines[line][index]]
        harmless = sum(
            chars[other.char]
            for other in reading.alternatives[line][index]
            if still_there(_with(reading.lines, place, other.char))
        )
        cures[place] = max(misread - harmless, 0.0)
        wrong += misread
    return Misreading(min(sum(cures.values()) + wrong * wrong / 2, 1.0), weightiest(cures))


def all_are_misread(reading: MrzReading, spans: Sequence[Span]) -> Misreading:
    """Return how probable it is that not one of these characters is printed as it was read."""
    where = tuple(places(spans))
    wrong = (1.0 - probabilities(reading, (line, at))[reading.lines[line][at]] for line, at in where)
    return Misreading(prod(wrong), where)


def weightiest(cures: Mapping[Place, float]) -> tuple[Place, ...]:
    """Return the places that make up most of the doubt, the weightiest first."""
    whole = sum(cures.values())
    named = [place for place, share in cures.items() if 0 < share >= SHARE_TO_NAME * whole]
    return tuple(sorted(named, key=lambda place: -cures[place]))


def _with(lines: tuple[str, ...], place: Place, char: str) -> tuple[str, ...]:
    line, index = place
    text = lines[line]
    return (*lines[:line], text[:index] + char + text[index + 1 :], *lines[line + 1 :])
