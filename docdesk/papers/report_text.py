"""A report as text for a terminal: verdict and reasons first, then the MRZ explained, then the findings."""

from collections.abc import Iterator

from docdesk.foundation.messages import Message
from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.inspection.checks.finding import Outcome
from docdesk.inspection.report.report import Report
from docdesk.papers.mrz_text import mrz_text
from docdesk.wording.catalogue import Wording, printable
from docdesk.wording.finding_sentence import finding_sentence
from docdesk.wording.signs import OUTCOMES, REPORTED, VERDICTS, is_noted, sign_of


def report_text(report: Report, wording: Wording) -> str:
    """Return the report as lines of text, ending in an empty one."""
    return "\n".join(
        [*_head(report, wording), *_mrz(report.mrz, report, wording), *_findings(report, wording), ""]
    )


def _head(report: Report, wording: Wording) -> Iterator[str]:
    heading = "" if report.heading is None else f"   {wording.say(report.heading)}"
    yield f"{printable(report.name)}{heading}"
    outcome = report.verdict.outcome
    yield f"{VERDICTS[outcome]} {wording.term(f'verdict.{outcome.value}').upper()}"
    yield from (f"  {wording.say(reason)}" for reason in report.verdict.reasons)
    if report.next_step is not None:
        yield f"  {wording.say(Message.of('report.next_step', step=wording.say(report.next_step)))}"
    coverage = report.verdict.coverage
    parts = [wording.say(Message.of("report.checked", run=coverage.run, applicable=coverage.applicable))]
    if coverage.missing_lights:
        lights = ", ".join(coverage.missing_lights)
        parts.append(wording.say(Message.of("report.missing_lights", lights=lights)))
    yield f"  ({'; '.join(parts)})"
    for capture in report.captures:
        label = f"{capture.label.side.value}, {capture.label.light.value}"
        said = label if capture.error is None else wording.say(capture.error.message)
        yield f"  {printable(capture.path)} #{capture.frame}: {said}"


def _mrz(seen: MrzEvidence | None, report: Report, wording: Wording) -> Iterator[str]:
    if seen is not None:
        yield ""
        yield from mrz_text(seen, report.on, wording)


def _findings(report: Report, wording: Wording) -> Iterator[str]:
    said = [entry for entry in report.findings if entry.outcome is not Outcome.NOT_SUPPORTED]
    worth_saying = sorted(
        (entry for entry in said if entry.outcome is not Outcome.SUCCESSFUL or is_noted(entry)),
        key=lambda entry: REPORTED.index(sign_of(entry)),
    )
    yield ""
    yield wording.term("report.findings")
    yield from (f"  {sign_of(finding)} {finding_sentence(finding, wording)}" for finding in worth_saying)
    successful = len(said) - len(worth_saying)
    if successful:
        text = wording.say(Message.of("report.successful", count=successful))
        yield f"  {OUTCOMES[Outcome.SUCCESSFUL]} {text}"
    yield from _not_supported(report, wording)
    yield f"  {wording.term('report.not_examined')}"


def _not_supported(report: Report, wording: Wording) -> Iterator[str]:
    left = [entry for entry in report.findings if entry.outcome is Outcome.NOT_SUPPORTED]
    for why in dict.fromkeys(entry.message for entry in left):
        count = sum(entry.message == why for entry in left)
        text = wording.say(Message.of("report.not_supported", count=count, why=wording.say(why)))
        yield f"  {OUTCOMES[Outcome.NOT_SUPPORTED]} {text}"
