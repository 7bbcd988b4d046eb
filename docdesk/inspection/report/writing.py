"""A report is written from what one document's evidence and findings say."""

from dataclasses import replace

from docdesk.foundation.messages import Message
from docdesk.inspection.captures.opening import FrameSet
from docdesk.inspection.checks.evidence import Evidence
from docdesk.inspection.checks.finding import Finding, Outcome
from docdesk.inspection.report.next_step import next_step
from docdesk.inspection.report.report import Report
from docdesk.inspection.report.weigh import weigh

FICTITIOUS = Message("report.fictitious_specimen")


def report_on(
    frames: FrameSet, evidence: Evidence, findings: tuple[Finding, ...], number: int, *, of: int
) -> Report:
    """Return the report on the `number`th of the `of` documents that the frames show."""
    verdict = weigh(findings, evidence)
    return Report(
        name=frames.name if of == 1 else f"{frames.name} ({number})",
        on=evidence.on,
        captures=evidence.captures,
        mrz=evidence.mrz,
        findings=findings,
        verdict=verdict,
        presented_together=None if of == 1 else _together(frames),
        heading=_heading(findings),
        next_step=next_step(verdict, findings, evidence),
    )


def report_again(report: Report, evidence: Evidence, findings: tuple[Finding, ...]) -> Report:
    """Return the report with what the same document's evidence and findings say now."""
    verdict = weigh(findings, evidence)
    return replace(
        report,
        mrz=evidence.mrz,
        findings=findings,
        verdict=verdict,
        heading=_heading(findings),
        next_step=next_step(verdict, findings, evidence),
    )


def _together(frames: FrameSet) -> str:
    """Return what the documents of one picture share: its name, its digest and its frame."""
    first = next(capture for capture in frames.captures if capture.sha256 is not None)
    return f"{frames.name}@{(first.sha256 or '')[:16]}.{first.frame}"


def _heading(findings: tuple[Finding, ...]) -> Message | None:
    fictitious = any(
        finding.outcome in {Outcome.FAILED, Outcome.UNDETERMINED}
        and finding.message.key.startswith("specimen_marker.fictitious")
        for finding in findings
    )
    return FICTITIOUS if fictitious else None
