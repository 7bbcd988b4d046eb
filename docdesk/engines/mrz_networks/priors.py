"""What Doc 9303 says of each place of an MRZ, as odds that are listed by name and can be left out.

A prior says which characters belong in some places, and by how much any other is less probable there than it
would be by its shape. None knows of check digits, and none forbids anything: what is printed clearly against
the rule is read as it is printed.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from docdesk.mrz.alphabet import ALPHABET, DIGITS, FILLER, LETTERS
from docdesk.mrz.layout import FieldKind, Format
from docdesk.mrz.spans import Span, slice_of

Floats = NDArray[np.float64]

Rule = Literal["letters", "digits", "days", "sex", "first_letter", "fillers"]
"""Names of what is known: letters in codes and names; digits in dates and check digits; months and days of a
calendar; M, F or filler for the sex; the letters with which a format begins; fillers behind a name."""


TIE: Final = 20.0
"""Odds of a prior that may only break a tie: the shapes of a character that is clear to the eye differ by
more than 20 to 1 for a recogniser, those that an eye cannot tell apart by less."""

STRONG: Final = 10_000.0
"""Odds of a prior for what is proposed: one document in about ten thousand is misprinted so."""

# X is printed by some states against the rule.
_SEXES: Final = "MFX" + FILLER
_FIRST_LETTERS: Final = {"TD1": "ACI", "TD2": "ACI", "TD3": "P", "MRVA": "V", "MRVB": "V"}
_LETTERS_ONLY: Final[tuple[FieldKind, ...]] = ("code", "state", "names", "primary", "secondary")
_DIGITS_ONLY: Final[tuple[FieldKind, ...]] = ("date", "month")
# Fillers in a row after which a name has ended: two part the identifiers, so a third ends it.
_END_OF_NAME: Final = 3
_EITHER_SIDE: Final = 2


@dataclass(frozen=True, slots=True)
class Prior:
    """In the places of `span` only the characters `allowed` belong; `rule` is the name of why."""

    rule: Rule
    span: Span
    allowed: str


def priors_of(lines: Sequence[str], layout: Format, without: Collection[Rule] = ()) -> tuple[Prior, ...]:
    """Return what is known of the places of lines that have the shape of a format.

    Args:
        lines: as their shapes alone say; only fillers in them matter here.
        layout: their format. Of one that is not known well enough nothing is known.
        without: rules that are left out.
    """
    if not layout.verified or layout.lengths != tuple(map(len, lines)):
        return ()
    every = (*_of_fields(layout), *_of_digits(layout), *_of_first(layout), *_of_fillers(lines, layout))
    return tuple(prior for prior in every if prior.rule not in without)


def log_odds(priors: Sequence[Prior], lengths: Sequence[int], odds: float) -> tuple[Floats, ...]:
    """Return for each line [N, 37] the logarithm by which each character is to be weighed.

    Several priors for one place do not add up: a character is out of place or not.
    """
    tables = tuple(np.zeros((length, len(ALPHABET))) for length in lengths)
    for prior in priors:
        out = np.array([char not in prior.allowed for char in ALPHABET])
        tables[prior.span.line][prior.span.start : prior.span.end, out] = -np.log(odds)
    return tables


def weighed(shares: Floats, table: Floats) -> Floats:
    """Return probabilities [N, 37] after they were weighed by log-odds."""
    logs = np.log(np.maximum(shares, 1e-300)) + table
    logs -= logs.max(axis=1, keepdims=True)
    weights = np.exp(logs)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def text_of(shares: Floats) -> str:
    """Return the most probable character of each place of a line."""
    return "".join(ALPHABET[place] for place in shares.argmax(axis=1))


def _of_fields(layout: Format) -> Iterator[Prior]:
    for place in layout.fields:
        if place.kind in _LETTERS_ONLY:
            yield Prior("letters", place.span, LETTERS + FILLER)
        elif place.kind == "sex":
            yield Prior("sex", place.span, _SEXES)
        elif place.kind in _DIGITS_ONLY:
            yield Prior("digits", place.span, DIGITS + FILLER)
            yield from _of_calendar(place.kind, place.span)


def _of_calendar(kind: FieldKind, span: Span) -> Iterator[Prior]:
    """Yield what the tens of a month (YYMM) and of a day (YYMMDD) can be."""
    yield Prior("days", Span(span.line, span.start + 2, span.start + 3), "01" + FILLER)
    if kind == "date":
        yield Prior("days", Span(span.line, span.start + 4, span.start + 5), "0123" + FILLER)


def _of_digits(layout: Format) -> Iterator[Prior]:
    for digit in layout.digits:
        yield Prior("digits", digit.span, DIGITS + FILLER)


def _of_first(layout: Format) -> Iterator[Prior]:
    if layout.name in _FIRST_LETTERS:
        yield Prior("first_letter", Span(0, 0, 1), _FIRST_LETTERS[layout.name])


def _of_fillers(lines: Sequence[str], layout: Format) -> Iterator[Prior]:
    """Yield the places behind a name; there is nothing but fillers.

    A name has ended where fillers stand in a row, with a filler read as a letter among them or not: both
    sides of the place are fillers, three at least on one of them.
    """
    for place in layout.name_places():
        text = slice_of(lines, place.span)
        for index in range(len(text)):
            before, behind = text[:index], text[index + 1 :]
            run = len(before) - len(before.rstrip(FILLER))
            open_end = behind[:_EITHER_SIDE].strip(FILLER) == ""
            if run >= _END_OF_NAME and open_end:
                start = place.span.start + index
                yield Prior("fillers", Span(place.span.line, start, start + 1), FILLER)
