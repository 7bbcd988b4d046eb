"""Characters of an MRZ named for a sentence, as line:position, both counted from 1 as on paper."""

from collections.abc import Sequence

from docdesk.inspection.readings.mrz_reading import Entered, MrzReading

NAMED_AT_MOST = 6
"""Characters named in a sentence; nobody compares a longer list with a picture."""

MORE = "..."
"""Stands for further characters."""


def named(reading: MrzReading, where: Sequence[tuple[int, int]]) -> str:
    """Return these characters, given by line and position from 0, as line:position=character."""
    return _list([f"{line + 1}:{index + 1}={reading.lines[line][index]}" for line, index in where])


def named_entries(entries: Sequence[Entered]) -> str:
    """Return what was entered as line:position=read>entered."""
    return _list([f"{e.line + 1}:{e.index + 1}={e.read}>{e.entered}" for e in entries])


def _list(names: list[str]) -> str:
    return ", ".join([*names[:NAMED_AT_MOST], MORE] if len(names) > NAMED_AT_MOST else names)
