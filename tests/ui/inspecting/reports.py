"""Real reports on lines of an MRZ, without a picture and without a reader."""

from dataclasses import replace
from datetime import date

import numpy as np

from docdesk.inspection.captures.capture import Capture, Label
from docdesk.inspection.captures.opening import FrameSet, Opened
from docdesk.inspection.checks.catalogue import ask
from docdesk.inspection.checks.evidence import Issuers, MrzEvidence
from docdesk.inspection.checks.gathering import evidence_of
from docdesk.inspection.readings.mrz_reading import Entered, MrzReading
from docdesk.inspection.report.report import Report
from docdesk.inspection.report.writing import report_on
from docdesk.mrz.check_digits import check_digit
from tests.inspection.fakes import FakeReader, reading

TODAY = date(2026, 11, 21)
LINE_1 = "P<GBRSMITH<<ANNA<MARIA".ljust(44, "<")


def line_2(number: str = "123456789", nationality: str = "GBR", expiry: str = "300415") -> str:
    """Return a second line of a passport whose digits agree."""
    head = number + check_digit(number)
    born, ends = "740812" + check_digit("740812"), expiry + check_digit(expiry)
    more = "<" * 14 + "0"
    return head + nationality + born + "F" + ends + more + check_digit(head + born + ends + more)


GOOD = LINE_1, line_2()
WRONG_DIGIT = LINE_1, line_2()[:3] + "9" + line_2()[4:]
EXPIRED = LINE_1, line_2(expiry="120415")
UTOPIAN = LINE_1.replace("GBR", "UTO"), line_2(nationality="UTO")


def report_of(read: MrzReading | None) -> Report:
    """Return the report on a document of which this was read, nothing if None."""
    capture = Capture("a.png", "0" * 64, "PNG", 1, Label(), size_px=(60, 40))
    frames = FrameSet("a", (Opened(capture, np.zeros((40, 60), np.uint8)),))
    reader = FakeReader({} if read is None else {0: (read,)})
    (evidence,) = evidence_of(frames, reader, Issuers(), TODAY)
    return report_on(frames, evidence, ask(evidence), 1, of=1)


def report_on_lines(*lines: str, doubtful: tuple[tuple[int, int], ...] = ()) -> Report:
    """Return the report on these lines."""
    return report_of(reading(*lines, doubtful=doubtful))


def evidence_on(read: MrzReading) -> MrzEvidence:
    """Return what the checks were asked of."""
    seen = report_of(read).mrz
    assert seen is not None
    return seen


def with_entry(read: MrzReading, line: int, index: int, char: str) -> MrzReading:
    """Return the reading after a person entered a character."""
    old = read.lines[line]
    entry = Entered(line, index, char, old[index], read.confidence[line][index], read.certain[line][index])
    lines = list(read.lines)
    lines[line] = old[:index] + char + old[index + 1 :]
    certain = [list(row) for row in read.certain]
    certain[line][index] = True
    return replace(
        read,
        lines=tuple(lines),
        certain=tuple(tuple(row) for row in certain),
        entered=(*read.entered, entry),
    )


def proposing(read: MrzReading, line: int, index: int, char: str) -> MrzReading:
    """Return the reading with a suggestion."""
    proposed = list(read.proposed)
    proposed[line] = proposed[line][:index] + char + proposed[line][index + 1 :]
    return replace(read, proposed=tuple(proposed))
