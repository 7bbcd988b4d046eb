"""The findings: what asks for a look first, each with place and rule; then what could not be asked."""

from docdesk.foundation.messages import Message
from docdesk.inspection.checks.finding import Finding, Outcome
from docdesk.papers.pdf.blocks import Block, Columns, Gap, Print, Stack
from docdesk.papers.pdf.content import Content
from docdesk.papers.pdf.letters import BODY, LABEL, SMALL
from docdesk.papers.pdf.pictures import CROP_WIDTH, LONG_CROP_WIDTH
from docdesk.papers.pdf.signs import DrawnSign
from docdesk.wording.finding_sentence import finding_sentence
from docdesk.wording.signs import REPORTED, Sign, is_noted, sign_of

LONG = 5.0
"""A crop that is so many times as wide as high shows most of a line of an MRZ and needs more width."""


def findings_part(content: Content) -> Block:
    """Return the part on findings."""
    findings, words = content.report.findings, content.letters.words
    worth = sorted(
        (entry for entry in findings if _is_worth_a_look(entry)),
        key=lambda entry: REPORTED.index(sign_of(entry)),
    )
    parts: list[Block] = [content.heading(content.wording.term("paper.findings")), Gap(1)]
    if not worth:
        # A check that could not run has not passed: only an answer can say that nothing asks for a look.
        answered = any(entry.outcome is Outcome.SUCCESSFUL for entry in findings)
        key = "paper.no_findings" if answered else "paper.nothing_asked"
        parts.append(words(content.wording.term(key), BODY))
    parts += [_card(entry, content) for entry in content.shown(worth)]
    parts += content.more("paper.more_findings", worth)
    silent = sum(entry.outcome is Outcome.SUCCESSFUL and not is_noted(entry) for entry in findings)
    if silent:
        said = content.say("report.successful", count=silent)
        parts.append(_counted(Sign.NO_ANOMALY, said, content))
    parts += _together(content)
    return Stack(parts, 2.5)


def _is_worth_a_look(finding: Finding) -> bool:
    """Return whether a finding is told by itself; checks broken off at once share one line."""
    if finding.outcome is Outcome.ABORTED:
        return finding.region is not None
    return finding.outcome in {Outcome.FAILED, Outcome.UNDETERMINED} or is_noted(finding)


def _card(finding: Finding, content: Content) -> Block:
    words, size = content.letters.words, BODY.size * content.letters.factor
    sign = sign_of(finding)
    text = Stack(
        (
            words(finding_sentence(finding, content.wording), BODY, 5),
            words(_where(finding, sign, content), SMALL, 2),
        )
    )
    image = content.pictures.evidence(finding)
    drawn = DrawnSign(sign, size, 1.0)
    if image is None:
        return Columns((drawn, text), (size, 0), 5)
    most = CROP_WIDTH if image.size[0] < LONG * image.size[1] else LONG_CROP_WIDTH
    crop = Print(image.png, image.size, most, content.plan.crop, image.outline)
    return Columns((drawn, text, crop), (size, 0, crop.placed(most)[0]), 5)


def _where(finding: Finding, sign: Sign, content: Content) -> str:
    parts = [content.wording.term(f"paper.sign.{sign.name}")]
    if finding.capture is not None:
        lights = ", ".join(light.value for light in finding.lights)
        parts.append(content.say("paper.seen_on", number=finding.capture + 1, lights=lights))
    if finding.margin is not None:
        parts.append(content.say("paper.margin", margin=f"{finding.margin:.2f}"))
    parts.append(content.say("paper.source", source=finding.source))
    return " \u00b7 ".join(parts)


def _together(content: Content) -> list[Block]:
    """Return what could not be asked or broke off, one entry for each reason."""
    reasons: dict[tuple[Outcome, Message], int] = {}
    for entry in content.report.findings:
        broken = entry.outcome is Outcome.ABORTED and not _is_worth_a_look(entry)
        if broken or entry.outcome is Outcome.NOT_SUPPORTED:
            key = (entry.outcome, entry.message)
            reasons[key] = reasons.get(key, 0) + 1
    entries = list(reasons.items())
    blocks = [_reason(*key, count, content) for key, count in content.shown(entries)]
    return [*blocks, *content.more("paper.more_not_made", entries)]


def _reason(outcome: Outcome, why: Message, count: int, content: Content) -> Block:
    aborted = outcome is Outcome.ABORTED
    key, sign = ("paper.broken_off", Sign.ABORTED) if aborted else ("report.not_supported", Sign.NOT_CHECKED)
    return _counted(sign, content.say(key, count=count, why=content.wording.say(why)), content)


def _counted(sign: Sign, said: str, content: Content) -> Block:
    size = BODY.size * content.letters.factor
    said_in = content.letters.words(said, LABEL)
    return Columns((DrawnSign(sign, size, 1.0), said_in), (size, 0), 5)
