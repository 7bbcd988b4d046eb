"""The head of the page: what was inspected and when, the verdict, why, and what to do now."""

from docdesk.inspection.report.report import Coverage
from docdesk.papers.pdf.blocks import Block, Columns, Framed, Gap, Stack, Style
from docdesk.papers.pdf.content import Content
from docdesk.papers.pdf.fonts import Face
from docdesk.papers.pdf.letters import BODY, SMALL, STRONG, TITLE
from docdesk.papers.pdf.sheet import MARGIN, WIDTH
from docdesk.papers.pdf.signs import COLOURS, DrawnSign
from docdesk.wording.signs import VERDICTS

VERDICT_SIGN = 30.0
"""Points: seen across a desk."""

VERDICT_SIZE = 16.0
"""Points: the largest letters on the page."""

DAY_WIDTH, DAY_GAP = 190.0, 12.0
"""Points of the column at the right: the heading of a specimen stands in it on one line."""

LABEL_WIDTH = 110.0
"""Points at most before the next step: more than twice what English needs."""

LONGEST_TITLE = 80
"""Characters: no name so long fits one line."""


def head(content: Content) -> Block:
    """Return the head."""
    return Stack((_titles(content), Gap(5), _verdict(content)))


def _titles(content: Content) -> Block:
    report, letters = content.report, content.letters
    name = [
        letters.words(content.wording.term("paper.title"), SMALL),
        _name(content),
    ]
    if report.presented_together is not None:
        name.append(letters.words(content.wording.term("paper.together"), SMALL))
    aside: list[Block] = [letters.words(content.say("paper.day", day=report.on.isoformat()), BODY)]
    if report.heading is not None:
        said = letters.words(content.wording.say(report.heading), STRONG)
        aside += [Gap(3), Framed(said, STRONG.colour, 3.0)]
    return Columns((Stack(name), Stack(aside)), (0, DAY_WIDTH), DAY_GAP)


def _name(content: Content) -> Block:
    """Return the name of the inspection, in smaller letters where it would take more than one line."""
    letters, name = content.letters, content.report.name
    large = letters.words(name, TITLE, 1)
    room = WIDTH - 2 * MARGIN - DAY_WIDTH - DAY_GAP
    fits = letters.fonts.width(large.text[:LONGEST_TITLE], TITLE.face, TITLE.size) <= room
    return large if fits and len(name) <= LONGEST_TITLE else letters.words(name, STRONG, 5)


def _verdict(content: Content) -> Block:
    verdict, letters = content.report.verdict, content.letters
    sign = VERDICTS[verdict.outcome]
    word = content.wording.term(f"verdict.{verdict.outcome.value}").upper()
    reasons = [
        letters.words(content.wording.say(reason), BODY, 5) for reason in content.shown(verdict.reasons)
    ]
    said: list[Block] = [
        letters.words(word, Style(Face.BOLD, VERDICT_SIZE, COLOURS[sign]), 1),
        Gap(1),
        *reasons,
        *content.more("paper.more_reasons", verdict.reasons),
        Gap(2),
        letters.words(_coverage(verdict.coverage, content), SMALL),
        *_next_step(content),
    ]
    return Framed(
        Columns((DrawnSign(sign, VERDICT_SIGN, 2.0), Stack(said, 0.5)), (VERDICT_SIGN, 0), 9),
        COLOURS[sign],
        6,
    )


def _coverage(coverage: Coverage, content: Content) -> str:
    said = content.say("paper.coverage", run=coverage.run, applicable=coverage.applicable)
    if not coverage.missing_lights:
        return said
    lights = ", ".join(content.light(light) for light in coverage.missing_lights)
    return f"{said} {content.say('paper.missing_lights', lights=lights)}"


def _next_step(content: Content) -> list[Block]:
    if content.report.next_step is None:
        return []
    label = content.letters.words(content.wording.term("paper.next_step"), STRONG)
    said = content.letters.words(content.wording.say(content.report.next_step), BODY, 4)
    wide = label.fonts.width(label.text, label.style.face, label.style.size) + 1
    return [Gap(2), Columns((label, said), (min(wide, LABEL_WIDTH), 0), 6)]
