"""The report of one inspection on one page of paper.

The page is composed at several sizes, from roomy to tight, until it fits; what must be cut is counted. The
same report gives the same bytes, whenever and wherever it is written, as long as the fonts are the same.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Mapping

from docdesk.imaging.deep import Pixels
from docdesk.inspection.report.report import Report
from docdesk.papers.omitting import Omit, code, reduced
from docdesk.papers.pdf.blocks import Block, Ends, Stack
from docdesk.papers.pdf.captures_part import captures_part
from docdesk.papers.pdf.content import Content
from docdesk.papers.pdf.findings_part import findings_part
from docdesk.papers.pdf.fonts import PaperFonts
from docdesk.papers.pdf.foot import foot
from docdesk.papers.pdf.head import head
from docdesk.papers.pdf.letters import Letters
from docdesk.papers.pdf.mrz_part import mrz_part
from docdesk.papers.pdf.pictures import Pictures
from docdesk.papers.pdf.plan import Plan, plans
from docdesk.papers.pdf.sheet import HEIGHT, MARGIN, WIDTH, Imprint, Sheet
from docdesk.papers.report_json import report_json
from docdesk.wording.catalogue import Wording

PART_GAP = 5.0
"""Points between parts, which lines across set apart already."""

Versions = tuple[tuple[str, str], ...]
"""Names of programs and their versions."""


def report_pdf(
    report: Report,
    pictures: Mapping[int, Pixels],
    wording: Wording,
    fonts: PaperFonts,
    *,
    made_with: Versions,
    omit: Omit = Omit.NOTHING,
) -> bytes:
    """Return the report as a PDF of one page A4.

    Takes up to a second: not on the UI thread.

    Args:
        report: what is told.
        pictures: pixels of captures by their index in the report, turned as `Capture.turned` says, so that
            regions are where they belong; captures may be missing.
        wording: the words.
        fonts: as found by `docdesk.papers.pdf.fonts.fonts_in`.
        made_with: programs and versions that took part, docdesk first.
        omit: what is left out.
    """
    told = reduced(report, omit)
    json_digest = hashlib.sha256(report_json(report, wording, omit)).hexdigest()
    cut_out = Pictures(pictures, omit)
    versions = ", ".join(f"{name} {version}" for name, version in made_with)
    width, height = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN

    def composed(plan: Plan) -> Block:
        letters = Letters(fonts, plan.text, wording.term("paper.clipped"))
        return _page(Content(told, wording, cut_out, letters, plan, omit, versions, json_digest))

    tried = tuple(plans(_longest_list(told)))
    # From plan to plan the page gets lower, so halving finds the roomiest that fits.
    roomiest = bisect_left(tried, -height, key=lambda plan: -composed(plan).height(width))
    page = composed(tried[min(roomiest, len(tried) - 1)])
    sheet = Sheet(fonts, _imprint(told, versions, json_digest, wording))
    _draw(page, sheet, width, height)
    return sheet.finished()


def _page(content: Content) -> Block:
    parts = [head(content), mrz_part(content), findings_part(content), captures_part(content)]
    return Ends(Stack(parts, PART_GAP), foot(content), PART_GAP, HEIGHT - 2 * MARGIN)


def _draw(page: Block, sheet: Sheet, width: float, height: float) -> None:
    """Draw the page; should the tightest plan be too high still, all of it smaller."""
    factor = min(1.0, height / page.height(width))
    with sheet.smaller(factor):
        page.draw(sheet, MARGIN / factor, MARGIN / factor, width)


def _longest_list(report: Report) -> int:
    entered = () if report.mrz is None else report.mrz.reading.entered
    return max(len(report.verdict.reasons), len(report.findings), len(report.captures), len(entered))


def _imprint(report: Report, versions: str, json_digest: str, wording: Wording) -> Imprint:
    return Imprint(
        title=f"{wording.term('paper.title')} {report.on.isoformat()} {code(report)}",
        subject=wording.term(f"verdict.{report.verdict.outcome.value}"),
        keywords=f"sha256:{json_digest}",
        producer=f"{versions}, reportlab" if versions else "reportlab",
        language=wording.term("paper.language_tag"),
        on=report.on,
    )
