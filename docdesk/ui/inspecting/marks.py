"""What is marked on the pictures of a document: its MRZ, and the place of each finding that needs eyes."""

from docdesk.foundation.geometry import Polygon, Quad
from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.inspection.checks.finding import Outcome
from docdesk.ui.inspecting.document import Document
from docdesk.ui.viewing.marks import Mark
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign, sign_of

MRZ_KEY = "mrz"

ROOM = 0.18
"""Of a region's height: between two lines of an MRZ there is as much as one is high, for two outlines."""


def marks_on(document: Document, capture: int, wording: Wording) -> tuple[Mark, ...]:
    """Return the marks on one capture; a mark's key is `mrz` or the index of its finding."""
    marks = []
    seen = None if document.evidence is None else document.evidence.mrz
    quad = None if seen is None else mrz_place(seen, capture)
    if quad is not None:
        marks.append(Mark(MRZ_KEY, grown(quad), Sign.NOTED, wording.term("report.mrz"), faint=True))
    findings = () if document.report is None else document.report.findings
    for index, finding in enumerate(findings):
        if finding.capture != capture or finding.region is None or finding.outcome is Outcome.SUCCESSFUL:
            continue
        region = grown(finding.region)
        marks.append(Mark(str(index), region, sign_of(finding), wording.say(finding.message)))
    return tuple(marks)


def mrz_place(seen: MrzEvidence, capture: int) -> Quad | None:
    """Return where the MRZ stands on a capture, None where it was not read there."""
    if seen.capture == capture:
        return seen.reading.quad
    return next((other.reading.quad for other in seen.others if other.capture == capture), None)


def grown(region: Polygon) -> Polygon:
    """Return a region with room round it, so that its outline covers nothing of what is read in it."""
    across, down = [x for x, _ in region], [y for _, y in region]
    middle = (min(across) + max(across)) / 2, (min(down) + max(down)) / 2
    room = ROOM * (max(down) - min(down))
    return tuple(
        (x + (room if x > middle[0] else -room), y + (room if y > middle[1] else -room)) for x, y in region
    )
