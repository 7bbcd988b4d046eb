"""Characters entered by hand: a person looked at the picture and stands by what is printed there.

An entered character counts as certain. What the reader had made of it is kept beside it in
`MrzReading.entered`, and what position, digits or codes proposed stays in `proposed`, so that a report can
tell one from the other and any entry can be taken back. Only characters are replaced: where the reader missed
one or saw one too many, every place behind it is in doubt, and another picture is needed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.inspection.readings.mrz_reading import Alternatives, Entered, MrzReading
from docdesk.inspection.readings.places import named_entries
from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.formats import nearest

_ENTRY = re.compile(r"([1-9]\d{0,2}):([1-9]\d{0,2})=([A-Za-z0-9<])", re.ASCII)

_T = TypeVar("_T")


def entered(reading: MrzReading, line: int, index: int, char: str) -> MrzReading:
    """Return the reading with this character, certain, at line and position (both from 0).

    To enter the character that was read confirms it. To enter another one later replaces the entry.

    Raises:
        WrongUse: the MRZ has no such place, or cannot hold such a character.
    """
    _demand_place(reading, line, index)
    if len(char) != 1 or char not in ALPHABET:
        raise WrongUse(Message.of("entering.not_in_alphabet", char=char))
    before = _entry_at(reading, line, index)
    entry = replace(before, entered=char) if before else _first_entry(reading, line, index, char)
    others = (other for other in reading.entered if other is not before)
    entries = tuple(sorted((*others, entry), key=lambda each: (each.line, each.index)))
    return _with_character(reading, _Standing(line, index, char, 1.0, (), certain=True), entries)


def restored(reading: MrzReading, line: int, index: int) -> MrzReading:
    """Return the reading without the entry at line and position (both from 0), if there is one."""
    entry = _entry_at(reading, line, index)
    if entry is None:
        return reading
    entries = tuple(other for other in reading.entered if other is not entry)
    standing = _Standing(line, index, entry.read, entry.confidence, entry.alternatives, certain=entry.certain)
    return _with_character(reading, standing, entries)


def as_read(reading: MrzReading) -> MrzReading:
    """Return the reading without any entry: as the reader read it."""
    for entry in reading.entered:
        reading = restored(reading, entry.line, entry.index)
    return reading


def resting_on(entries: Sequence[Entered]) -> Message:
    """Return what is said beside a finding that rests on these entries."""
    return Message.of("entering.rests_on", entries=named_entries(entries))


def parse_entry(text: str) -> tuple[int, int, str]:
    """Return line and position (both from 0) and the character of LINE:POSITION=CHARACTER, counted from 1.

    Raises:
        WrongUse: the text has another form.
    """
    match = _ENTRY.fullmatch(text)
    if match is None:
        raise WrongUse(Message.of("entering.not_understood", text=text))
    line, position, char = match.groups()
    return int(line) - 1, int(position) - 1, char.upper()


def _demand_place(reading: MrzReading, line: int, index: int) -> None:
    if not (0 <= line < len(reading.lines) and 0 <= index < len(reading.lines[line])):
        raise WrongUse(Message.of("entering.no_such_place", line=line + 1, position=index + 1))


def _entry_at(reading: MrzReading, line: int, index: int) -> Entered | None:
    return next((entry for entry in reading.entered if (entry.line, entry.index) == (line, index)), None)


def _first_entry(reading: MrzReading, line: int, index: int, char: str) -> Entered:
    read, confidence = reading.lines[line][index], reading.confidence[line][index]
    others = reading.alternatives[line][index] if reading.alternatives else ()
    return Entered(line, index, char, read, confidence, reading.certain[line][index], others)


@dataclass(frozen=True, slots=True)
class _Standing:
    """What shall stand in a place from now on."""

    line: int
    index: int
    char: str
    confidence: float
    alternatives: Alternatives
    certain: bool


def _with_character(reading: MrzReading, now: _Standing, entries: tuple[Entered, ...]) -> MrzReading:
    text, sure = reading.lines[now.line], reading.confidence[now.line]
    lines = _with(reading.lines, now.line, text[: now.index] + now.char + text[now.index + 1 :])
    stands, told = reading.certain[now.line], reading.alternatives
    if told:
        told = _with(told, now.line, _with(told[now.line], now.index, now.alternatives))
    return replace(
        reading,
        format=nearest(lines).name,  # the first letter, for one, tells a visa from a passport
        lines=lines,
        confidence=_with(reading.confidence, now.line, _with(sure, now.index, now.confidence)),
        certain=_with(reading.certain, now.line, _with(stands, now.index, now.certain)),
        entered=entries,
        alternatives=told,
    )


def _with(row: tuple[_T, ...], index: int, value: _T) -> tuple[_T, ...]:
    return (*row[:index], value, *row[index + 1 :])
