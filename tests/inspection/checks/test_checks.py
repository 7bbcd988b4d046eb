"""What the checks answer: failed only on certain characters, undetermined in doubt, silent where not asked."""

from datetime import date

import pytest

from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Capture, Label
from docdesk.inspection.captures.opening import FrameSet, Opened
from docdesk.inspection.checks.catalogue import CHECKS
from docdesk.inspection.checks.evidence import Evidence, Issuers
from docdesk.inspection.checks.finding import Finding, Outcome, Weight
from docdesk.inspection.checks.gathering import evidence_of
from docdesk.mrz.check_digits import check_digit
from docdesk.mrz.composing import *  # noqa: F403
from tests.inspection.fakes import FakeReader, reading

TODAY = date(2026, 11, 21)
LINE_1 = "P<GBRSMITH<<ANNA<MARIA".ljust(44, "<")


def line_2(
    number: str = "123456789",
    nationality: str = "GBR",
    birth: str = "740812",
    sex: str = "F",
    expiry: str = "300415",
    optional: str = "",
) -> str:
    """Return a second line of TD3 whose digits agree."""
    number, optional = number.ljust(9, "<"), optional.ljust(14, "<")
    head = number + check_digit(number)
    born, ends = birth + check_digit(birth), expiry + check_digit(expiry)
    more = optional + check_digit(optional)
    return head + nationality + born + sex + ends + more + check_digit(head + born + ends + more)


def evidence(*lines: str, doubtful: tuple[tuple[int, int], ...] = (), on: date = TODAY) -> Evidence:
    capture = Capture("a.png", "0" * 64, "PNG", 1, Label(), size_px=(60, 40))
    import numpy as np

    frames = FrameSet("a", (Opened(capture, np.zeros((40, 60), np.uint8)),))
    reader = FakeReader({0: (reading(*lines, doubtful=doubtful),)})
    (found,) = evidence_of(frames, reader, Issuers(), on)
    return found


def findings(*lines: str, doubtful: tuple[tuple[int, int], ...] = (), on: date = TODAY) -> list[Finding]:
    asked = evidence(*lines, doubtful=doubtful, on=on)
    return [finding for check in CHECKS for finding in check.findings(asked)]


def failed(*lines: str, on: date = TODAY) -> set[str]:
    return {entry.check for entry in findings(*lines, on=on) if entry.outcome is Outcome.FAILED}


def changed(line: str, position: int, char: str) -> str:
    return line[:position] + char + line[position + 1 :]
