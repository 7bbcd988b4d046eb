"""Numbers of documents and of people."""

import datetime as dt
from typing import Final

import numpy as np

from docdesk.mrz.geometry import CAN_LENGTH

LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""For serial numbers: without I, O and Q, which are read as digits."""

_MODULUS: Final = 97
"""The greatest prime of two digits: it finds every single wrong digit and every two that changed places."""


def drawn_number(pattern: str, chosen: np.random.Generator) -> str:
    """Return a document number: a digit for each #, a letter for each @, everything else as it is."""
    return "".join(_drawn_sign(sign, chosen) for sign in pattern)


def drawn_digits(count: int, chosen: np.random.Generator) -> str:
    """Return so many digits."""
    return drawn_number("#" * count, chosen)


def drawn_can(chosen: np.random.Generator) -> str:
    """Return a card access number."""
    return drawn_digits(CAN_LENGTH, chosen)


def drawn_personal_number(names: str, birth: dt.date, chosen: np.random.Generator) -> str:
    """Return the number that a state knows a person by, after the list of names of the state.

    A Utopian one has the birthday, a letter and four digits; a Norvalian one eight digits and two that check
    them.
    """
    if names == "utopian":
        return f"{birth:%y%m%d}{drawn_number('@####', chosen)}"
    digits = drawn_digits(8, chosen)
    return f"{digits}{int(digits) % _MODULUS:02}"


def _drawn_sign(sign: str, chosen: np.random.Generator) -> str:
    if sign == "#":
        return str(chosen.integers(10))
    return LETTERS[int(chosen.integers(len(LETTERS)))] if sign == "@" else sign
