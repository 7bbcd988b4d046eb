"""What a document is likely to say: by shapes, places, known states and check digits together.

Suggestions never go into what is read. A character that the reader stands by is never changed, so that a
check digit that is printed wrong stays wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Final

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.priors import STRONG, log_odds, priors_of, text_of, weighed
from docdesk.inspection.readings.places import Place, places
from docdesk.mrz.alphabet import ALPHABET, DIGITS, FILLER, value
from docdesk.mrz.check_digits import WEIGHTS, check_digit
from docdesk.mrz.codes import status
from docdesk.mrz.formats import nearest
from docdesk.mrz.layout import FieldPlace, Format
from docdesk.mrz.spans import joined, slice_of

Floats = NDArray[np.float64]

# One way of putting a check digit or a state right is proposed where it is this many times as probable as
# the next: of twenty such proposals at most one is wrong.
_FAR_MORE: Final = 20.0
# Less probable characters are not tried: all of a line together are then left out with under 1 in 1,000.
_LEAST: Final = 1e-5
# Characters that are tried in each place of a state: among more, some state always fits.
_TRIED: Final = 4


@dataclass(frozen=True, slots=True)
class _Way:
    """Characters of some places, and their probability."""

    probability: float
    text: str


def proposed(
    lines: tuple[str, ...], shares: Sequence[Floats], certain: Sequence[Sequence[bool]]
) -> tuple[str, ...]:
    """Return what the document is likely to say, in step with what is printed.

    Args:
        lines: as they were read.
        shares: for each line the probability of each character by shape alone, [N, 37].
        certain: by which characters the reader stands.
    """
    layout = nearest(lines)
    if layout.lengths != tuple(map(len, lines)):
        return lines
    tables = log_odds(priors_of(lines, layout), layout.lengths, STRONG)
    known = [weighed(*pair) for pair in zip(shares, tables, strict=True)]
    for line, row in enumerate(certain):
        for index, sure in enumerate(row):
            if sure:
                known[line][index] = _only(lines[line][index])
    better = tuple(text_of(row) for row in known)
    return _with_right_digits(_with_known_states(better, layout, known), layout, known)


def _only(char: str) -> Floats:
    row = np.zeros(len(ALPHABET))
    row[ALPHABET.index(char)] = 1.0
    return row


def _with_known_states(lines: tuple[str, ...], layout: Format, known: Sequence[Floats]) -> tuple[str, ...]:
    for field in layout.fields:
        if field.kind != "state" or status(slice_of(lines, field.span)) not in ("unknown", "malformed"):
            continue
        ways = sorted(_states(field, known), key=lambda way: -way.probability)
        if ways and _stands_out(ways):
            lines = _put(lines, tuple(places((field.span,))), ways[0].text)
    return lines


def _states(field: FieldPlace, known: Sequence[Floats]) -> Iterator[_Way]:
    """Yield the states that the characters of a field can be."""
    rows = [known[line][index] for line, index in places((field.span,))]
    tried = [[at for at in row.argsort()[::-1][:_TRIED] if row[at] > _LEAST] for row in rows]
    for combination in product(*tried):
        text = "".join(ALPHABET[at] for at in combination)
        if status(text) == "recognised":
            yield _Way(prod(float(row[at]) for row, at in zip(rows, combination, strict=True)), text)


def _with_right_digits(lines: tuple[str, ...], layout: Format, known: Sequence[Floats]) -> tuple[str, ...]:
    """Return the lines with the characters that check digits want, as far as those are in doubt.

    Places that one digit has settled are settled for the next; the composite comes last in every format.
    """
    settled: set[Place] = set()
    for digit in layout.digits:
        where = (*places(digit.covers), *places((digit.span,)))
        if slice_of(lines, digit.span) == check_digit(joined(lines, digit.covers)):
            settled.update(where)
            continue
        if slice_of(lines, digit.span) == FILLER:
            continue
        rows = [
            _only(lines[line][index]) if (line, index) in settled else known[line][index]
            for line, index in where
        ]
        ways = _agreeing(rows)
        if ways and _stands_out(ways):
            lines = _put(lines, where, ways[0].text)
            settled.update(where)
    return lines


def _agreeing(rows: Sequence[Floats]) -> list[_Way]:
    """Return the two most probable ways in which covered characters and, last, their digit agree."""
    best: list[list[_Way]] = [[_Way(1.0, "")], *([] for _ in range(9))]
    for number, row in enumerate(rows[:-1]):
        weight = WEIGHTS[number % len(WEIGHTS)]
        reached: list[list[_Way]] = [[] for _ in range(10)]
        for at in np.flatnonzero(row > _LEAST):
            char, share = ALPHABET[at], float(row[at])
            for rest, ways in enumerate(best):
                into = reached[(rest + value(char) * weight) % 10]
                into += [_Way(way.probability * share, way.text + char) for way in ways]
        best = [_first_two(ways) for ways in reached]
    own = rows[-1]
    ends = [
        _Way(way.probability * float(own[ALPHABET.index(char)]), way.text + char)
        for char, ways in zip(DIGITS, best, strict=True)
        for way in ways
    ]
    return _first_two([way for way in ends if way.probability > 0])


def _first_two(ways: list[_Way]) -> list[_Way]:
    return sorted(ways, key=lambda way: -way.probability)[:2]


def _stands_out(ways: Sequence[_Way]) -> bool:
    return len(ways) == 1 or ways[0].probability >= _FAR_MORE * ways[1].probability


def _put(lines: tuple[str, ...], where: Sequence[Place], text: str) -> tuple[str, ...]:
    rows = [list(line) for line in lines]
    for (line, index), char in zip(where, text, strict=True):
        rows[line][index] = char
    return tuple("".join(row) for row in rows)
