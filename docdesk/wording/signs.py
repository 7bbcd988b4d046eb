"""The sign beside every word: nothing is told by colour alone, in the window, on paper and on a terminal."""

from enum import StrEnum

from docdesk.inspection.checks.finding import Finding, Outcome, Weight
from docdesk.inspection.report.report import VerdictOutcome


class Sign(StrEnum):
    """What stands beside a verdict or a finding; the value is the character shown."""

    ANOMALY = "✕"
    ATTENTION = "▲"
    NO_ANOMALY = "✓"
    UNDECIDED = "!"
    NOT_CHECKED = "○"
    ABORTED = "■"
    NOTED = "i"


VERDICTS = {
    VerdictOutcome.ANOMALY: Sign.ANOMALY,
    VerdictOutcome.ATTENTION: Sign.ATTENTION,
    VerdictOutcome.NO_ANOMALY_FOUND: Sign.NO_ANOMALY,
    VerdictOutcome.UNDETERMINED: Sign.UNDECIDED,
    VerdictOutcome.NOT_INSPECTED: Sign.NOT_CHECKED,
}

OUTCOMES = {
    Outcome.SUCCESSFUL: Sign.NO_ANOMALY,
    Outcome.FAILED: Sign.ANOMALY,
    Outcome.UNDETERMINED: Sign.UNDECIDED,
    Outcome.NOT_SUPPORTED: Sign.NOT_CHECKED,
    Outcome.ABORTED: Sign.ABORTED,
}

WEIGHTS = {Weight.ANOMALY: Sign.ANOMALY, Weight.ATTENTION: Sign.ATTENTION, Weight.INFORMATION: Sign.NOTED}
"""What a failed check is marked with: only what weighs `anomaly` gets the cross."""

REPORTED = (Sign.ANOMALY, Sign.ATTENTION, Sign.ABORTED, Sign.UNDECIDED, Sign.NOTED)
"""In which order a report, on paper and at the terminal, tells findings: what needs eyes comes first."""


def sign_of(finding: Finding) -> Sign:
    """Return the sign of a finding."""
    if is_noted(finding):
        return Sign.NOTED
    if finding.outcome is Outcome.FAILED:
        return WEIGHTS[finding.weighs]
    return OUTCOMES[finding.outcome]


def is_noted(finding: Finding) -> bool:
    """Return whether a successful finding has something to say."""
    return finding.message.key.endswith(".noted")
