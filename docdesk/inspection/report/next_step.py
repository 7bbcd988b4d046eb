"""The one thing that the user should do now, by what the inspection came to."""

from collections.abc import Mapping

from docdesk.foundation.messages import Message
from docdesk.inspection.checks.evidence import Evidence
from docdesk.inspection.checks.finding import Finding, Outcome, Weight
from docdesk.inspection.report.report import Verdict, VerdictOutcome
from docdesk.inspection.report.weigh import MANY_DOUBTFUL

FOR_ATTENTION: Mapping[str, str] = {
    "mrz_differs_between_captures.failed": "one_document",
    "mrz_absent_in_infrared.failed": "infrared",
    "specimen_marker.fictitious.failed": "specimen",
    "specimen_marker.failed": "specimen_name",
    "mrz_check_digit_mismatch.missing.failed": "no_digit_printed",
    "mrz_font_not_ocr_b.failed": "font",
    "document_expired.failed": "expired",
}
"""What to do about each sentence that calls for attention, the first that applies: where the pictures may be
of two documents nothing else counts, and a specimen that has expired is still a specimen."""

UNDECIDED: Mapping[str, str] = {
    MANY_DOUBTFUL: "capture_again",
    "mrz_line_length_wrong.cut_off.undetermined": "whole_page",
    "mrz_line_length_wrong.doubtful": "whole_page",
    "mrz_characters_doubtful.undetermined": "compare",
    "mrz_characters_doubtful.second.undetermined": "compare",
    "document_expired.unlimited.undetermined": "expiry_by_eye",
    "document_expired.no_date.undetermined": "expiry_by_eye",
}
"""What settles each sentence that left the verdict open, the first that applies: a better picture settles
more than eyes do, and characters come before what they mean."""


def next_step(verdict: Verdict, findings: tuple[Finding, ...], evidence: Evidence) -> Message:
    """Return the one sentence, the most useful one."""
    if verdict.outcome is VerdictOutcome.ANOMALY:
        return _step(_on_anomaly(findings))
    if verdict.outcome is VerdictOutcome.ATTENTION:
        return _step(_first(FOR_ATTENTION, findings, "attention"))
    if verdict.outcome is VerdictOutcome.NOT_INSPECTED:
        return _step(_on_nothing(findings, evidence))
    if verdict.outcome is VerdictOutcome.UNDETERMINED:
        return _step(_on_doubt(findings, evidence))
    missing = verdict.coverage.missing_lights
    return (
        Message.of("next_step.more_lights", lights=", ".join(missing)) if missing else _step("no_objection")
    )


def _step(name: str) -> Message:
    return Message(f"next_step.{name}")


def _first(steps: Mapping[str, str], findings: tuple[Finding, ...], otherwise: str) -> str:
    said = {finding.message.key for finding in findings}
    return next((step for key, step in steps.items() if key in said), otherwise)


def _on_anomaly(findings: tuple[Finding, ...]) -> str:
    """Return what to do about an anomaly; one that only entered characters bear is looked at again first."""
    against = [
        finding
        for finding in findings
        if finding.outcome is Outcome.FAILED and finding.weighs is Weight.ANOMALY
    ]
    return "entered_again" if all(finding.entered for finding in against) else "second_line"


def _on_nothing(findings: tuple[Finding, ...], evidence: Evidence) -> str:
    """Return what to do where no question was answered."""
    if not evidence.pictured:
        return "open_again"
    if evidence.mrz_aborted:
        return "try_again"
    said = {finding.message for finding in findings}
    return "no_mrz" if Message("no_mrz.not_found") in said else "install"


def _on_doubt(findings: tuple[Finding, ...], evidence: Evidence) -> str:
    """Return what would settle the doubt."""
    seen = evidence.mrz
    if seen is not None and seen.mrz is not None and not (seen.verified and seen.mrz.digits):
        return "no_rules"
    return _first(UNDECIDED, findings, "by_eye")
