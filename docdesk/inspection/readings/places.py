"""Where characters of an MRZ stand, and how they are named for a sentence: counted from 1, as on paper."""

from collections.abc import Iterator, Sequence

from docdesk.foundation.geometry import Polygon
from docdesk.inspection.readings.mrz_reading import Entered, MrzReading
from docdesk.mrz.spans import Span

Place = tuple[int, int]
"""Line and position, from 0."""

NAMED_AT_MOST = 6
"""Characters named in a sentence; nobody compares a longer list with a picture."""

MORE = "..."
"""Stands for further characters."""


def places(spans: Sequence[Span]) -> Iterator[Place]:
    """Yield the place of every character of the spans."""
    for span in spans:
        yield from ((span.line, index) for index in range(span.start, span.end))


def outline(reading: MrzReading, spans: Sequence[Span]) -> Polygon | None:
    """Return the outline of the characters from the first to the last of the first span's line."""
    if not spans:
        return None
    line = spans[0].line
    row = reading.characters[line]
    start = min(span.start for span in spans if span.line == line)
    end = max(span.end for span in spans if span.line == line)
    return (row[start][0], row[end - 1][1], row[end - 1][2], row[start][3])


def quoted(reading: MrzReading, spans: Sequence[Span]) -> str:
    """Return the characters there, as printed."""
    return "".join(reading.lines[line][index] for line, index in places(spans))


def named(reading: MrzReading, where: Sequence[Place]) -> str:
    """Return these characters, given by line and position from 0, as line:position=character."""
    return _list([f"{line + 1}:{index + 1}={reading.lines[line][index]}" for line, index in where])


def named_opinions(reading: MrzReading, where: Sequence[Place]) -> str:
    """Return what a second opinion reads in these places, as line:position=character; "" where nothing."""
    told = ((line, index, second_opinion(reading, (line, index))) for line, index in where)
    return _list([f"{line + 1}:{index + 1}={char}" for line, index, char in told if char])


def second_opinion(reading: MrzReading, place: Place) -> str:
    """Return the character that a second opinion reads in a place, "" where there is none."""
    line, index = place
    return reading.second_opinion[line][index].strip() if reading.second_opinion else ""


def named_entries(entries: Sequence[Entered]) -> str:
    """Return what was entered as line:position=read>entered."""
    return _list([f"{e.line + 1}:{e.index + 1}={e.read}>{e.entered}" for e in entries])


def _list(names: list[str]) -> str:
    return ", ".join([*names[:NAMED_AT_MOST], MORE] if len(names) > NAMED_AT_MOST else names)
