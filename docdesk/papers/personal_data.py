"""What a report would tell about people, to be looked at before it is saved or handed on."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from docdesk.foundation.messages import Message
from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.inspection.readings.entering import as_read
from docdesk.inspection.report.report import Report
from docdesk.papers.omitting import Omit, file_name, folder, reduced
from docdesk.wording.catalogue import printable

SAYS_NOTHING_OF_A_PERSON = frozenset({"document_code", "issuing_state", "language_code", "version_number"})
"""Fields that thousands of documents share. Every other field counts as personal, also one that is new."""


class Paper(StrEnum):
    """Where a datum stands."""

    PDF = "pdf"
    JSON = "json"


BOTH = (Paper.PDF, Paper.JSON)


@dataclass(frozen=True, slots=True)
class PersonalDatum:
    """Something about a person that the report carries.

    `message` says it in words, `text` is it as it stands in the report ("" for pictures), `where` names the
    papers that carry it, `left_out_by` what would leave it out, None where the verdict rests on it.
    """

    message: Message
    text: str
    where: tuple[Paper, ...]
    left_out_by: Omit | None = None


def personal_data(report: Report, omit: Omit = Omit.NOTHING) -> tuple[PersonalDatum, ...]:
    """Return what PDF and JSON of the report would carry when `omit` is left out."""
    told = reduced(report, omit)
    data = () if told.mrz is None else tuple(_mrz(told.mrz))
    return (*data, *_pictures(told, omit), *(() if Omit.FILE_NAMES in omit else _names(told)))


def _mrz(seen: MrzEvidence) -> Iterator[PersonalDatum]:
    for field in () if seen.mrz is None else seen.mrz.fields:
        if field.value and field.name not in SAYS_NOTHING_OF_A_PERSON:
            yield PersonalDatum(
                Message.of("personal.field", field=field.name, text=field.value), field.value, BOTH
            )
    for number, line in enumerate(seen.reading.lines, 1):
        yield PersonalDatum(Message.of("personal.mrz_line", number=number, text=line), line, BOTH)
    yield from _read_otherwise(seen)


def _read_otherwise(seen: MrzEvidence) -> Iterator[PersonalDatum]:
    """Yield lines that the JSON carries besides: by other readers, before entries, of other captures."""
    besides = [as_read(seen.reading).lines, seen.reading.raw, seen.reading.second_opinion]
    for reading in (other.reading for other in seen.others):
        besides += [reading.lines, reading.raw, reading.second_opinion]
    told = set(seen.reading.lines)
    for lines in besides:
        for number, line in enumerate(lines, 1):
            if line not in told and not line.isspace():
                told.add(line)
                text = Message.of("personal.mrz_line", number=number, text=line)
                yield PersonalDatum(text, line, (Paper.JSON,))


def _pictures(report: Report, omit: Omit) -> Iterator[PersonalDatum]:
    if all(capture.error is not None for capture in report.captures):
        return
    if Omit.THUMBNAILS not in omit:
        yield PersonalDatum(Message("personal.thumbnails"), "", (Paper.PDF,), Omit.THUMBNAILS)
    placed = any(finding.region is not None for finding in report.findings)
    if Omit.CROPS not in omit and (report.mrz is not None or placed):
        yield PersonalDatum(Message("personal.crops"), "", (Paper.PDF,), Omit.CROPS)


def _names(report: Report) -> Iterator[PersonalDatum]:
    name = printable(report.name)
    yield PersonalDatum(Message.of("personal.name", text=name), name, BOTH, Omit.FILE_NAMES)
    for file in dict.fromkeys(printable(file_name(capture)) for capture in report.captures):
        yield PersonalDatum(Message.of("personal.file_name", text=file), file, BOTH, Omit.FILE_NAMES)
    for where in dict.fromkeys(printable(folder(capture)) for capture in report.captures):
        if where:
            text = Message.of("personal.folder", text=where)
            yield PersonalDatum(text, where, (Paper.JSON,), Omit.FOLDERS)
