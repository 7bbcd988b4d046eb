"""What the workspace asks of whoever writes reports; `papers` does, and `app` hands it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.messages import Message
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.report.report import Report

LeftOut = frozenset[str]
"""Names of what is left out of a report, of those that the writer knows."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something about a person that a report tells, and which of its papers carry it."""

    message: Message
    where: tuple[str, ...]


class ReportWriter(Protocol):
    """Writes the papers of a report. Everything but `can_leave_out` takes time: call it off the UI thread."""

    @property
    def can_leave_out(self) -> tuple[str, ...]:
        """Names of what can be left out, in the order shown; the words are `leave_out.NAME`."""
        ...

    def told(self, report: Report, left_out: LeftOut) -> tuple[Told, ...]:
        """Return what the papers would tell about people."""
        ...

    def pdf(self, report: Report, pictures: Mapping[int, Pixels], left_out: LeftOut) -> bytes:
        """Return the page as PDF; `pictures` by index of capture, turned as the captures say."""
        ...

    def json(self, report: Report, left_out: LeftOut) -> bytes:
        """Return the report as JSON."""
        ...

    def file_name(self, report: Report, ending: str) -> str:
        """Return a name for the file that names nobody."""
        ...

    def page(self, pdf: bytes) -> NDArray[np.uint8]:
        """Return the first page of the PDF as a picture at 300 ppi, RGB or grey."""
        ...
