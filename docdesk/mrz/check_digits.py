"""The check digit of Doc 9303, and what it cannot see (ICAO Doc 9303-3, 4.9)."""

from typing import Final

from docdesk.mrz.alphabet import ALPHABET, first_stranger, value
from docdesk.mrz.errors import MrzError
from docdesk.mrz.layout import Format
from docdesk.mrz.spans import Span

WEIGHTS: Final = (7, 3, 1)
"""Repeated from the left over the whole input; they do not start anew at the next field of a composite."""

BLIND_PAIRS: Final[tuple[tuple[str, str], ...]] = (
    ("<", "K"),
    ("<", "A"),
    ("<", "U"),
    ("0", "K"),
    ("0", "U"),
    ("0", "A"),
    ("6", "G"),
    ("6", "Q"),
    ("1", "L"),
    ("1", "B"),
    ("7", "H"),
    ("8", "S"),
    ("8", "I"),
    ("9", "J"),
    ("9", "T"),
    ("5", "P"),
    ("5", "F"),
    ("5", "Z"),
    ("4", "Y"),
    ("4", "O"),
    ("2", "W"),
    ("2", "C"),
    ("E", "O"),
    ("C", "M"),
    ("L", "V"),
    ("X", "N"),
)
"""Characters that look alike on a bad print and that no check digit can tell apart.

The filler read as K and G read for 6 are the common ones. The classic confusions 0/O, 1/I, 5/S, 2/Z and 8/B
are not among them: a check digit sees those.
"""

ONE_ERROR_MISSED_BY_CHANCE: Final = 0.1
"""Share of inputs with several random errors that pass one check digit: the digit has ten values."""


def check_digit(text: str) -> str:
    """Return the check digit over a text, "0" to "9"; "0" for the empty text.

    Raises:
        MrzError: `character_not_allowed`, with the position of the first character outside the alphabet.
    """
    position = first_stranger(text)
    if position is not None:
        raise MrzError("character_not_allowed", position=position)
    total = sum(value(char) * WEIGHTS[number % 3] for number, char in enumerate(text))
    return str(total % 10)


def unseen(char: str) -> tuple[str, ...]:
    """Return the other characters that may stand in place of this one without changing any check digit.

    They are those of equal value modulo 10: no weight of 7, 3 or 1 shares a factor with 10.

    Raises:
        MrzError: `character_not_allowed`, it is not one character of the alphabet.
    """
    rest = value(char) % 10
    return tuple(other for other in ALPHABET if other != char and value(other) % 10 == rest)


def blind_pairs(char: str) -> tuple[str, ...]:
    """Return the characters that look like this one and that no check digit tells from it.

    Raises:
        MrzError: `character_not_allowed`, it is not one character of the alphabet.
    """
    value(char)
    return tuple(
        second if first == char else first for first, second in BLIND_PAIRS if char in (first, second)
    )


def transposition_unseen(a: str, b: str) -> bool:
    """Say whether a check digit misses that two neighbours have changed places.

    Neighbouring weights differ by 4, 2 or 6, so it is missed where the values differ by 5, or by nothing,
    modulo 10.

    Raises:
        MrzError: `character_not_allowed`, one of them is not one character of the alphabet.
    """
    return (value(a) - value(b)) % 5 == 0


def uncovered_fields(layout: Format) -> tuple[str, ...]:
    """Return the names of the fields of which no check digit covers any character.

    In Doc 9303 these are at least the document code, the issuing state, the name, the nationality and the
    sex; where the layout carries no digits it is every field.
    """
    covered = tuple(span for digit in layout.digits for span in digit.covers)
    return tuple(
        place.name for place in layout.fields if not any(_meet(place.span, span) for span in covered)
    )


def _meet(one: Span, other: Span) -> bool:
    return one.line == other.line and one.start < other.end and other.start < one.end
