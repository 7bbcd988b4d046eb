"""How likely it is that a check digit which does not agree was only misread, or that one agrees by chance.

Each character is known by its probabilities, so the weighted sum modulo 10 is too: its distribution is
carried on from character to character. The digit agrees where the sum is what stands in its place. So the
first is exact, over all misreadings.
"""

from collections.abc import Mapping, Sequence
from math import prod

from docdesk.inspection.readings.certainty import (
    Misreading,
    Probabilities,
    probabilities,
    tells,
    weightiest,
)
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.inspection.readings.places import Place, places
from docdesk.mrz.alphabet import DIGITS, FILLER, value
from docdesk.mrz.check_digits import WEIGHTS
from docdesk.mrz.formats import FORMATS
from docdesk.mrz.long_numbers import FILLER_COUNTING_ISSUERS
from docdesk.mrz.parsing import Mrz
from docdesk.mrz.records import CheckDigit
from docdesk.mrz.spans import Span

Weighted = tuple[tuple[Place, int], ...]
"""Places that a digit covers, each with its weight."""

LONG = ("icao", "moved", "filler_counted")
"""Variants of the digit of a number that runs on into the optional data."""

DATES = ("date_of_birth", "date_of_expiry")

CHANCE = 1 / 10
"""Of characters that are read wrong, this part agrees with a digit all the same: it is one of ten."""

LEAST_TO_BELIEVE = 1 / 2
"""An agreement of which a right reading is less likely the cause than chance speaks for no character; stated,
not measured."""

LEAST = 1e-9
"""Keeps a character that was read with no confidence at all from dividing by nothing."""


def digit_is_misread(reading: MrzReading, mrz: Mrz, digit: CheckDigit) -> Misreading:
    """Return how probable it is that this digit, which does not agree as it was read, does agree as printed.

    A filler in its place counts as agreement where some print none. What makes a document number long decides
    where its digit stands: every misreading of that counts too, so there the figure is rather too large.
    """
    at = _place(digit.span)
    own = probabilities(reading, at)
    if digit.variant == "missing":
        return Misreading(1.0 - own[FILLER], (at,))
    covered = _weighted(digit.covers)
    known = {place: probabilities(reading, place) for place, _ in covered}
    agrees = _agreement(covered, known, own)
    if digit.variant in LONG:
        agrees += _otherwise_long(reading, mrz, digit)
        if len(digit.covers) > 1 and mrz.text("issuing_state") in FILLER_COUNTING_ISSUERS:
            agrees += _agreement(_filler_counted(covered, digit.covers[0]), known, own)
    elif digit.name == "document_number" and FORMATS[mrz.format].long_number:
        agrees += own[FILLER]
    else:
        agrees += own[FILLER] * _filler_may_stand(digit, known)
    return Misreading(min(agrees, 1.0), _suspects(reading, covered, {**known, at: own}, at))


def agrees_by_chance(reading: MrzReading, digit: CheckDigit) -> bool:
    """Return whether a digit that agrees, as it was read, does so more likely by chance than as printed.

    Of a reader that does not tell what else its characters may be, nobody can say so.
    """
    if not tells(reading):
        return False
    right = prod(
        probabilities(reading, (line, at))[reading.lines[line][at]]
        for line, at in places((*digit.covers, digit.span))
    )
    return right < LEAST_TO_BELIEVE * (right + (1.0 - right) * CHANCE)


def _agreement(covered: Weighted, known: Mapping[Place, Probabilities], own: Probabilities) -> float:
    """Return the probability that the weighted sum modulo 10 is the digit."""
    sums = [1.0] + [0.0] * 9
    for place, weight in covered:
        share = _residues(known[place], weight)
        sums = [sum(sums[(rest - more) % 10] * share[more] for more in range(10)) for rest in range(10)]
    return sum(sums[int(char)] * own[char] for char in DIGITS)


def _residues(chars: Probabilities, weight: int) -> list[float]:
    """Return the probability of each residue modulo 10 of a character's value times its weight."""
    share = [0.0] * 10
    for char, probability in chars.items():
        share[value(char) * weight % 10] += probability
    return share


def _weighted(spans: Sequence[Span]) -> Weighted:
    return tuple((place, WEIGHTS[number % 3]) for number, place in enumerate(places(spans)))


def _filler_counted(covered: Weighted, first: Span) -> Weighted:
    """Return the places with the weights that they have where the filler behind the first span is counted.

    A filler adds nothing itself, but moves the weights of what follows.
    """
    return tuple(
        (place, WEIGHTS[(number + (number >= len(first))) % 3]) for number, (place, _) in enumerate(covered)
    )


def _filler_may_stand(digit: CheckDigit, known: Mapping[Place, Probabilities]) -> float:
    """Return the probability that the covered characters allow a filler in place of the digit.

    It may stand where nothing is printed, and where some print none: behind a date with parts left open.
    """
    fillers = [chars[FILLER] for chars in known.values()]
    if digit.name in DATES:
        return 1.0 - prod(1.0 - share for share in fillers)
    return prod(fillers)


def _otherwise_long(reading: MrzReading, mrz: Mrz, digit: CheckDigit) -> float:
    """Return the probability that a number that was read as long is not long, or of another length."""
    layout = FORMATS[mrz.format]
    gap, optional = layout.digits[0].span, layout.place("optional_data")
    first, *rest = digit.covers
    solid = [(first.line, first.end - 1), *places(rest), _place(digit.span)]
    stays = probabilities(reading, _place(gap))[FILLER]
    stays *= prod(1.0 - probabilities(reading, place)[FILLER] for place in solid)
    if optional is not None and digit.span.end < optional.span.end:
        stays *= probabilities(reading, (digit.span.line, digit.span.end))[FILLER]
    return 1.0 - stays


def _suspects(
    reading: MrzReading, covered: Weighted, known: Mapping[Place, Probabilities], own: Place
) -> tuple[Place, ...]:
    """Return the places of which one misreading alone would make the digit agree, the likeliest first."""

    def read(place: Place) -> str:
        return reading.lines[place[0]][place[1]]

    total = sum(value(read(place)) * weight for place, weight in covered)
    cures = {own: known[own][str(total % 10)] / max(known[own][read(own)], LEAST)}
    if read(own) in DIGITS:
        for place, weight in covered:
            wanted = (int(read(own)) - total + value(read(place)) * weight) % 10
            cures[place] = _residues(known[place], weight)[wanted] / max(known[place][read(place)], LEAST)
    return weightiest(cures)


def _place(span: Span) -> Place:
    return span.line, span.start
