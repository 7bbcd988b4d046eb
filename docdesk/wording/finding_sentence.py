"""What a finding says, the same in the window, on paper and on a terminal."""

from docdesk.foundation.messages import Message
from docdesk.inspection.checks.finding import Finding, Outcome
from docdesk.inspection.readings.entering import resting_on
from docdesk.wording.catalogue import Wording


def finding_sentence(finding: Finding, wording: Wording) -> str:
    """Return what a finding says and, where it did not succeed, on what that stands.

    That is how improbable a misreading is, where it was computed, and the characters entered by hand.
    """
    said = [wording.say(finding.message)]
    if finding.odds is not None:
        said.append(wording.say(Message.of("finding.odds", odds=f"{finding.odds:,}")))
    if finding.entered and finding.outcome is not Outcome.SUCCESSFUL:
        said.append(wording.say(resting_on(finding.entered)))
    return " ".join(said)
