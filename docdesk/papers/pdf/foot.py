"""The foot of the page: what the report cannot say, what it was made with, and room to sign."""

from collections.abc import Iterator

from docdesk.papers.omitting import Omit
from docdesk.papers.pdf.blocks import HAIRLINE, Block, Columns, Gap, Rule, Stack
from docdesk.papers.pdf.content import Content, grouped
from docdesk.papers.pdf.letters import DIGITS, SMALL

SIGNING = 16.0
"""Points above the lines to sign on: of handwriting."""


def foot(content: Content) -> Block:
    """Return the foot; to be made last, when it is known what the fonts lack."""
    words, term = content.letters.words, content.wording.term
    heading = content.heading(term("paper.limits"))
    limits = words(" ".join(_limits(content)), SMALL, 6)
    made = words(content.say("paper.made_with", versions=content.versions), SMALL, 3)
    digest = words(content.say("paper.json_digest", digest=grouped(content.json_digest)), DIGITS, 2)
    labels = ("paper.officer", "paper.place_and_day", "paper.signature")
    signing = [Stack((Gap(SIGNING), Rule(HAIRLINE, 1), words(term(key), SMALL))) for key in labels]
    return Stack((heading, limits, made, digest, Columns(signing, (0, 0, 0), 16)))


def _limits(content: Content) -> Iterator[str]:
    term, report = content.wording.term, content.report
    yield term("paper.limit.images")
    yield term("paper.limit.anomaly")
    doubtful = 0 if report.mrz is None else sum(row.count(False) for row in report.mrz.reading.certain)
    if doubtful:
        yield content.say("paper.limit.doubtful", count=doubtful)
    if any(finding.margin is not None for finding in report.findings):
        yield term("paper.limit.confidence")
    if content.letters.lacked:
        yield term("paper.limit.fonts")
    if Omit.THUMBNAILS in content.omit:
        yield term("paper.limit.thumbnails")
    if Omit.CROPS in content.omit:
        yield term("paper.limit.crops")
    if Omit.FILE_NAMES in content.omit:
        yield term("paper.limit.file_names")
