"""A check digit worked out character by character, for a person to follow."""

from dataclasses import dataclass

from docdesk.mrz.alphabet import value
from docdesk.mrz.check_digits import WEIGHTS
from docdesk.mrz.errors import MrzError
from docdesk.mrz.records import CheckDigit, Mrz
from docdesk.mrz.spans import Span


@dataclass(frozen=True, slots=True)
class Term:
    """One character of the sum: where it stands, what it counts and how often."""

    char: str
    value: int
    weight: int
    product: int
    span: Span


@dataclass(frozen=True, slots=True)
class DigitExplanation:
    """How a check digit comes about.

    Attributes:
        name: what the digit guards.
        terms: the characters covered, in the order of the sum.
        sum: of all products.
        remainder: the sum modulo 10, which is the digit expected.
        printed: the character found in its place.
        agrees: whether that is accepted.
    """

    name: str
    terms: tuple[Term, ...]
    sum: int
    remainder: int
    printed: str
    agrees: bool


def explain_digit(mrz: Mrz, digit: CheckDigit) -> DigitExplanation:
    """Return the working of one check digit of this MRZ.

    Raises:
        MrzError: `no_such_place` or `character_not_allowed`, the digit is not one of this MRZ.
    """
    places = [Span(span.line, at, at + 1) for span in digit.covers for at in range(span.start, span.end)]
    terms = tuple(_term(mrz, place, WEIGHTS[number % 3]) for number, place in enumerate(places))
    total = sum(term.product for term in terms)
    return DigitExplanation(digit.name, terms, total, total % 10, digit.printed, digit.agrees)


def _term(mrz: Mrz, place: Span, weight: int) -> Term:
    char = mrz.at(place)
    try:
        worth = value(char)
    except MrzError:
        raise MrzError("character_not_allowed", line=place.line, position=place.start) from None
    return Term(char, worth, weight, worth * weight, place)
