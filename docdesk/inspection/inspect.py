"""The walk, told from beginning to end: captures -> readings -> checks -> report."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docdesk.custody.trace import Event, Trace
from docdesk.inspection.captures.decoding import Decoder
from docdesk.inspection.captures.handing_in import Bundle
from docdesk.inspection.captures.opening import FrameSet, open_bundle
from docdesk.inspection.checks.catalogue import ask
from docdesk.inspection.checks.evidence import Evidence, Issuers
from docdesk.inspection.checks.gathering import evidence_again, evidence_of
from docdesk.inspection.readings.mrz_reading import MrzReading, Reader
from docdesk.inspection.report.report import Report
from docdesk.inspection.report.writing import report_again, report_on


@dataclass(frozen=True, slots=True)
class Tools:
    """What an inspection works with; `app` hands in the real ones, tests their own."""

    decoder: Decoder
    reader: Reader
    trace: Trace
    issuers: Issuers


Step = FrameSet | Evidence | Report
"""What the walk yields as it goes: frames opened, what was read of a document, its report."""


def inspect(bundle: Bundle, tools: Tools, on: date) -> Iterator[Step]:
    """Inspect what was handed in together, as of the day `on`.

    Yields, for each set of frames: the frames, then for each document that they show its evidence (so that
    the MRZ can be shown before the last check has run) and its report.
    """
    for frames in open_bundle(bundle, tools.decoder, tools.trace):
        yield frames
        documents = evidence_of(frames, tools.reader, tools.issuers, on)
        for number, evidence in enumerate(documents, 1):
            yield evidence
            findings = ask(evidence)
            report = report_on(frames, evidence, findings, number, of=len(documents))
            subject = frames.captures[0].sha256 or ""
            tools.trace.note(Event("inspection_made", subject, (("findings", len(findings)),)))
            yield report


def inspect_again(
    report: Report, evidence: Evidence, reading: MrzReading, issuers: Issuers
) -> tuple[Evidence, Report]:
    """Put all questions again, at once, to a reading in which a person entered characters."""
    corrected = evidence_again(evidence, reading, issuers)
    return corrected, report_again(report, corrected, ask(corrected))
