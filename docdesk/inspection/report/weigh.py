"""Findings are weighed into a verdict."""

from collections import Counter
from collections.abc import Iterable

from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Light
from docdesk.inspection.checks.evidence import Evidence
from docdesk.inspection.checks.finding import Finding, Outcome, Weight
from docdesk.inspection.report.report import Coverage, Verdict, VerdictOutcome

USUAL_LIGHTS = (Light.VIS, Light.UV, Light.IR)
"""What a full-page reader takes of every page (ICAO Doc 9303-2, appendix B)."""

PRECEDENCE = (
    Outcome.FAILED,
    Outcome.ABORTED,
    Outcome.UNDETERMINED,
    Outcome.SUCCESSFUL,
    Outcome.NOT_SUPPORTED,
)
"""Which outcome stands for several answers to one question (BSI TR-03135-1, 5.7.3)."""

MANY_DOUBTFUL = "mrz_characters_doubtful.many.undetermined"

RUN = (Outcome.SUCCESSFUL, Outcome.FAILED, Outcome.UNDETERMINED)


def weigh(findings: tuple[Finding, ...], evidence: Evidence) -> Verdict:
    """Return the verdict on a document.

    What failed and weighs `anomaly` comes first, then what failed and weighs `attention`. Nothing found is
    said only where every check digit of an MRZ agreed and nothing that could weigh `anomaly` is open. That
    characters were entered by hand is told whatever the verdict.
    """
    coverage = _coverage(findings, evidence)
    outcome, reasons = _weighed(findings, evidence, coverage)
    return Verdict(outcome, (*reasons, *_by_hand(evidence)), coverage)


def _weighed(
    findings: tuple[Finding, ...], evidence: Evidence, coverage: Coverage
) -> tuple[VerdictOutcome, tuple[Message, ...]]:
    anomalies = _failed(findings, Weight.ANOMALY)
    attention = _failed(findings, Weight.ATTENTION)
    doubts = [
        finding
        for finding in findings
        if finding.outcome in {Outcome.UNDETERMINED, Outcome.ABORTED}
        and finding.weighs is not Weight.INFORMATION
    ]
    if anomalies:
        return VerdictOutcome.ANOMALY, _reasons(anomalies, attention)
    if attention:
        return VerdictOutcome.ATTENTION, _reasons(attention, doubts)
    if coverage.run == 0:
        return VerdictOutcome.NOT_INSPECTED, _why_not(evidence)
    if doubts or not _digits_agree(evidence):
        # Where much is in doubt, a list of all that rests on it helps nobody: a better picture does.
        many = tuple(entry.message for entry in findings if entry.message.key == MANY_DOUBTFUL)
        return VerdictOutcome.UNDETERMINED, many or _reasons(doubts) or (Message("verdict.no_digits"),)
    return VerdictOutcome.NO_ANOMALY_FOUND, (Message("verdict.nothing_against"),)


def _by_hand(evidence: Evidence) -> tuple[Message, ...]:
    entered = () if evidence.mrz is None else evidence.mrz.reading.entered
    return (Message.of("verdict.entered", count=len(entered)),) if entered else ()


def _coverage(findings: tuple[Finding, ...], evidence: Evidence) -> Coverage:
    answers: dict[tuple[str, str | None], Outcome] = {}
    for finding in findings:
        question = (finding.check, finding.tr03135)
        answers[question] = min(finding.outcome, answers.get(question, finding.outcome), key=PRECEDENCE.index)
    count = Counter(answers.values())
    seen = {capture.label.light for capture in evidence.captures if capture.error is None}
    return Coverage(
        run=sum(count[outcome] for outcome in RUN),
        applicable=len(answers),
        not_supported=count[Outcome.NOT_SUPPORTED],
        missing_lights=tuple(light for light in USUAL_LIGHTS if light not in seen),
    )


def _failed(findings: tuple[Finding, ...], weight: Weight) -> list[Finding]:
    return [entry for entry in findings if entry.outcome is Outcome.FAILED and entry.weighs is weight]


def _reasons(*groups: Iterable[Finding]) -> tuple[Message, ...]:
    """Return each sentence once, in the order given."""
    return tuple(dict.fromkeys(finding.message for group in groups for finding in group))


def _why_not(evidence: Evidence) -> tuple[Message, ...]:
    refused = [capture.error.message for capture in evidence.captures if capture.error is not None]
    if len(refused) == len(evidence.captures) or evidence.no_mrz is None:
        return tuple(dict.fromkeys(refused))
    return tuple(dict.fromkeys([*refused, evidence.no_mrz]))


def _digits_agree(evidence: Evidence) -> bool:
    mrz = evidence.mrz.mrz if evidence.mrz is not None else None
    return mrz is not None and bool(mrz.digits) and all(digit.agrees for digit in mrz.digits)
