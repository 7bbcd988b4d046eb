"""Writes reports for the window, by `papers`."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from docdesk.app.reporting import MADE_WITH, OMISSIONS, omission, paper_fonts
from docdesk.engines.decoding.pool import DecodingPool
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.report.report import Report
from docdesk.papers.omitting import report_file_name
from docdesk.papers.pdf.fonts import PaperFonts
from docdesk.papers.personal_data import personal_data
from docdesk.papers.report_json import report_json
from docdesk.papers.report_pdf import report_pdf
from docdesk.ui.inspecting.report_writing import LeftOut, Told
from docdesk.wording.catalogue import Wording


class PaperWriter:
    """Implements the window's `ReportWriter`. `pages` renders PDF files at 300 ppi."""

    def __init__(self, wording: Wording, pages: DecodingPool) -> None:
        self._wording = wording
        self._pages = pages
        self._fonts: PaperFonts | None = None

    @property
    def can_leave_out(self) -> tuple[str, ...]:
        """Names of what can be left out."""
        return tuple(OMISSIONS)

    def told(self, report: Report, left_out: LeftOut) -> tuple[Told, ...]:
        """Return what the papers would tell about people."""
        return tuple(
            Told(datum.message, tuple(paper.value for paper in datum.where))
            for datum in personal_data(report, omission(left_out))
        )

    def pdf(self, report: Report, pictures: Mapping[int, Pixels], left_out: LeftOut) -> bytes:
        """Return the page as PDF."""
        if self._fonts is None:
            self._fonts = paper_fonts()
        omit = omission(left_out)
        return report_pdf(report, pictures, self._wording, self._fonts, made_with=MADE_WITH, omit=omit)

    def json(self, report: Report, left_out: LeftOut) -> bytes:
        """Return the report as JSON."""
        return report_json(report, self._wording, omission(left_out))

    def file_name(self, report: Report, ending: str) -> str:
        """Return a name for the file that names nobody."""
        return report_file_name(report, ending)

    def page(self, pdf: bytes) -> NDArray[np.uint8]:
        """Return the first page as a picture."""
        with self._pages.open_bytes(pdf) as file:
            return np.asarray(file.frame(1).pixels, np.uint8)
