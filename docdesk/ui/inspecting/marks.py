"""What is marked on the pictures of a document: its MRZ, and the place of each finding that needs eyes."""

from docdesk.inspection.checks.finding import Outcome
from docdesk.ui.inspecting.document import Document
from docdesk.ui.viewing.marks import Mark
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign, sign_of

MRZ_KEY = "mrz"


def marks_on(document: Document, capture: int, wording: Wording) -> tuple[Mark, ...]:
    """Return the marks on one capture; a mark's key is `mrz` or the index of its finding."""
    marks = []
    seen = None if document.evidence is None else document.evidence.mrz
    if seen is not None and seen.capture == capture:
        marks.append(Mark(MRZ_KEY, seen.reading.quad, Sign.NOTED, wording.term("report.mrz"), faint=True))
    findings = () if document.report is None else document.report.findings
    for index, finding in enumerate(findings):
        if finding.capture != capture or finding.region is None or finding.outcome is Outcome.SUCCESSFUL:
            continue
        marks.append(
            Mark(str(index), finding.region, sign_of(finding), wording.say(finding.message), faint=False)
        )
    return tuple(marks)
