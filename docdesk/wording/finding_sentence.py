"""What a finding says, the same in the window, on paper and on a terminal."""

from docdesk.inspection.checks.finding import Finding, Outcome
from docdesk.inspection.readings.entering import resting_on
from docdesk.wording.catalogue import Wording


def finding_sentence(finding: Finding, wording: Wording) -> str:
    """Return what a finding says and, where it did not succeed, by which entered characters it stands."""
    said = wording.say(finding.message)
    if finding.outcome is Outcome.SUCCESSFUL or not finding.entered:
        return said
    return f"{said} {wording.say(resting_on(finding.entered))}"
