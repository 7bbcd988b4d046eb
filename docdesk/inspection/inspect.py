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
from docdesk.inspection.checks.gathering import evidence_again, evidence_growing
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
    the MRZ can be shown before the last check has run) and its report. Where the first picture shows the MRZ
    of one document and others are still to be read, evidence that is `partial` comes before.
    """
    for frames in open_bundle(bundle, tools.decoder, tools.trace):
        yield frames
        for documents in evidence_growing(frames, tools.reader, tools.issuers, on):
            yield from _reported(frames, documents, tools.trace)


def _reported(frames: FrameSet, documents: tuple[Evidence, ...], trace: Trace) -> Iterator[Step]:
    """Yield the evidence of each document and, unless it is still growing, its report."""
    for number, evidence in enumerate(documents, 1):
        yield evidence
        if evidence.partial:
            continue
        findings = ask(evidence)
        report = report_on(frames, evidence, findings, number, of=len(documents))
        subject = frames.captures[0].sha256 or ""
        trace.note(Event("inspection_made", subject, (("findings", len(findings)),)))
        yield report


def inspect_again(
    report: Report, evidence: Evidence, reading: MrzReading, issuers: Issuers
) -> tuple[Evidence, Report]:
    """Put all questions again, at once, to a reading in which a person entered characters."""
    corrected = evidence_again(evidence, reading, issuers)
    return corrected, report_again(report, corrected, ask(corrected))
