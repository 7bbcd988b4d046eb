"""The characters that may be printed in an MRZ, and what each is worth (ICAO Doc 9303-3, 4.3 and 4.9)."""

from collections.abc import Iterable
from typing import Final

from docdesk.mrz.errors import MrzError

FILLER: Final = "<"
"""Stands where nothing is printed, and between the parts of a name."""

DIGITS: Final = "0123456789"
LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

ALPHABET: Final = DIGITS + LETTERS + FILLER
"""Every character that an MRZ may hold: no small letters, accents, blanks or punctuation."""

_VALUES: Final = {char: number for number, char in enumerate(DIGITS + LETTERS)} | {FILLER: 0}


def value(char: str) -> int:
    """Return what a character counts in a check digit: 0 to 9, A = 10 to Z = 35, filler = 0.

    Raises:
        MrzError: `character_not_allowed`, it is not one character of the alphabet.
    """
    try:
        return _VALUES[char]
    except KeyError:
        raise MrzError("character_not_allowed") from None


def first_stranger(text: str, allowed: str = ALPHABET) -> int | None:
    """Return the position of the first character that is not allowed, or None where all are."""
    return next((position for position, char in enumerate(text) if char not in allowed), None)


def require_alphabet(lines: Iterable[str]) -> None:
    """Make sure that every line holds nothing but characters of the alphabet.

    Raises:
        MrzError: `character_not_allowed`, with line and position of the first that is none.
    """
    for number, line in enumerate(lines):
        position = first_stranger(line)
        if position is not None:
            raise MrzError("character_not_allowed", line=number, position=position)
