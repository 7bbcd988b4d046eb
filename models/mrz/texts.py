"""Random lines of an MRZ: some like real ones, some of any characters, some of those that look alike.

A recogniser must learn shapes, not language: most lines that it learns from say nothing, and none has right
check digits but by chance. Lines for measuring a reader are another matter: they are valid.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from docdesk.mrz.alphabet import ALPHABET, DIGITS, FILLER, LETTERS
from docdesk.mrz.codes import status
from docdesk.mrz.composing import Content, compose

SHAPES: Final = ((2, 44), (2, 36), (3, 30), (2, 30), (1, 30))
"""Lines and characters of what is printed."""

SHAPE_SHARES: Final = (0.42, 0.16, 0.34, 0.04, 0.04)

# Characters that are taken for one another, in OCR-B and in other print.
ALIKE: Final = ("0OQDC", "1ILT7J", "5S", "2Z7", "8B3", "6GC", "UVY", "MNHW", "KXR<", "EF", "PR", "4A", "9G")

_STATES: Final = tuple(
    code
    for first in LETTERS
    for second in LETTERS
    for third in LETTERS
    if status(code := first + second + third) == "recognised"
)


def zone_text(rng: np.random.Generator, lines: int, length: int) -> tuple[str, ...]:
    """Return the lines of one MRZ, each with this many characters."""
    kind = rng.random()
    if kind < 0.5:
        return tuple(_like_a_real_line(rng, lines, number, length) for number in range(lines))
    return tuple(_any_line(rng, length) for _ in range(lines))


_CODES: Final = {
    "TD1": ("I<", "ID", "AR", "C<"),
    "TD2": ("I<", "ID"),
    "TD3": ("P<", "PD", "PO"),
    "MRVA": ("V<", "VC"),
    "MRVB": ("V<",),
}
"""Document codes of each format, as ICAO Doc 9303 allows them."""


def valid_zone(rng: np.random.Generator) -> tuple[str, ...]:
    """Return the lines of an MRZ that follows ICAO Doc 9303, of a person who does not exist."""
    kind = str(rng.choice(list(_CODES), p=(0.34, 0.14, 0.42, 0.06, 0.04)))
    names = _name(rng).split(FILLER * 2)
    spare = _number(rng, int(rng.integers(1, 8))) if rng.random() < 0.4 else ""
    return compose(
        Content(
            format=kind,
            document_code=str(rng.choice(_CODES[kind])),
            issuing_state=_state(rng),
            primary_identifier=names[0],
            secondary_identifier=names[1].replace(FILLER, " "),
            document_number=_number(rng, 9),
            nationality=_state(rng),
            date_of_birth=_date(rng, 20, 100),
            sex=str(rng.choice(["M", "F", FILLER])),
            date_of_expiry=_date(rng, 20, 36),
            optional_data=spare,
        )
    )


def _date(rng: np.random.Generator, first: int, end: int) -> str:
    return f"{rng.integers(first, end):02d}{rng.integers(1, 13):02d}{rng.integers(1, 29):02d}"


def _any_line(rng: np.random.Generator, length: int) -> str:
    kind = rng.random()
    if kind < 0.4:
        line = _of(rng, ALPHABET, length)
    elif kind < 0.7:
        line = "".join(_of(rng, ALIKE[rng.integers(len(ALIKE))], 1) for _ in range(length))
    elif kind < 0.8:
        line = _of(rng, DIGITS, length)
    else:
        line = _of(rng, LETTERS, length)
    chars = np.array(list(line))
    for _ in range(rng.integers(0, 4)):  # runs of fillers anywhere
        start = rng.integers(length)
        chars[start : start + rng.integers(1, 12)] = FILLER
    return "".join(chars)


def _like_a_real_line(rng: np.random.Generator, lines: int, number: int, length: int) -> str:
    name_line = number == (2 if lines == 3 else 0)
    if name_line:
        code = (
            rng.choice(["P<", "PP", "V<", "I<", "ID", "PD", "AC", "C<"]) + _state(rng) if lines != 3 else ""
        )
        return (code + _name(rng)).ljust(length, FILLER)[:length]
    date = f"{rng.integers(100):02d}{rng.integers(1, 13):02d}{rng.integers(1, 32):02d}"
    later = f"{rng.integers(100):02d}{rng.integers(1, 13):02d}{rng.integers(1, 32):02d}"
    digit = [_of(rng, DIGITS, 1) for _ in range(5)]
    sex = rng.choice(["M", "F", FILLER])
    optional = _number(rng, int(rng.integers(0, 15)))
    if lines == 3 and number == 0:
        text = (
            rng.choice(["I<", "ID", "AR", "C<"]) + _state(rng) + _number(rng, 9).ljust(9, FILLER) + digit[0]
        )
        return (text + optional).ljust(length, FILLER)[:length]
    if lines == 3:
        text = date + digit[0] + sex + later + digit[1] + _state(rng) + optional
        return text.ljust(length - 1, FILLER)[: length - 1] + digit[2]
    text = (
        _number(rng, 9).ljust(9, FILLER) + digit[0] + _state(rng) + date + digit[1] + sex + later + digit[2]
    )
    return (text + optional).ljust(length - 2, FILLER)[: length - 2] + digit[3] + digit[4]


def _state(rng: np.random.Generator) -> str:
    return _STATES[rng.integers(len(_STATES))] if rng.random() < 0.9 else "D<<"


def _number(rng: np.random.Generator, length: int) -> str:
    letters = rng.choice([0.0, 0.15, 0.5, 1.0])
    return "".join(_of(rng, LETTERS if rng.random() < letters else DIGITS, 1) for _ in range(length))


def _name(rng: np.random.Generator) -> str:
    parts = [_of(rng, LETTERS, int(rng.integers(2, 12))) for _ in range(rng.integers(1, 5))]
    return parts[0] + FILLER * 2 + FILLER.join(parts[1:])


def _of(rng: np.random.Generator, alphabet: Sequence[str], length: int) -> str:
    return "".join(alphabet[place] for place in rng.integers(len(alphabet), size=length))
