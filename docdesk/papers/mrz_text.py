"""An MRZ as text: its lines, what each field means, and how each check digit comes about."""

from collections.abc import Iterator
from datetime import date

from docdesk.foundation.messages import Message
from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.wording.catalogue import Wording
from docdesk.wording.likely_words import elsewhere, likely
from docdesk.wording.mrz_words import meaning, term, worked_out
from docdesk.wording.signs import Sign

DOUBTFUL = "^"
"""Stands below a character that was not read for certain."""

ENTERED = "*"
"""Stands below a character that a person entered."""


def mrz_text(seen: MrzEvidence, on: date, wording: Wording) -> Iterator[str]:
    """Yield the lines of text."""
    mrz = seen.mrz
    yield f"{wording.term('report.mrz')} {seen.reading.format if mrz is None else mrz.format}"
    for number, line in enumerate(seen.reading.lines):
        yield f"  {line}"
        marks = _marks(seen, number)
        if marks:
            yield f"  {marks}"
    yield from _open(seen, wording)
    if mrz is None:
        return
    yield wording.term("report.fields")
    for field in mrz.fields:
        means = meaning(mrz, field, on, wording)
        yield f"  {term(field.name, wording):22}{field.value or '-'}{f' = {means}' if means else ''}"
    if mrz.digits:
        yield wording.term("report.check_digits")
    for index, digit in enumerate(mrz.digits):
        sign = Sign.NO_ANOMALY if digit.agrees else Sign.ANOMALY
        yield f"  {sign} {term(digit.name, wording):20}{worked_out(mrz, index, wording)}"


def _open(seen: MrzEvidence, wording: Wording) -> Iterator[str]:
    """Yield what each character in doubt may be, and what other lights show instead of what was read."""
    reading = seen.reading
    for line, text in enumerate(reading.lines):
        for index, certain in enumerate(reading.certain[line]):
            where = f"{line + 1}:{index + 1}={text[index]}"
            may_be = "" if certain else likely(reading, (line, index), wording)
            if may_be:
                yield f"  {wording.say(Message.of('reading.may_be', where=where, likely=may_be))}"
            shown = elsewhere(seen, (line, index), wording)
            if shown:
                yield f"  {wording.say(Message.of('reading.elsewhere', where=where, shown=shown))}"


def _marks(seen: MrzEvidence, line: int) -> str:
    """Return what stands below a line, "" where nothing does."""
    entered = {entry.index for entry in seen.reading.entered if entry.line == line}
    certain = enumerate(seen.reading.certain[line])
    marks = (ENTERED if index in entered else " " if sure else DOUBTFUL for index, sure in certain)
    return "".join(marks).rstrip()
