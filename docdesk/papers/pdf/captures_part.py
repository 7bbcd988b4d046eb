"""The captures: which files the report rests on, so that anybody can find and check them."""

from docdesk.inspection.captures.capture import Capture
from docdesk.papers.omitting import Omit, file_name
from docdesk.papers.pdf.blocks import Block, Columns, Gap, Print, Stack
from docdesk.papers.pdf.content import Content, grouped
from docdesk.papers.pdf.letters import BODY, DIGITS, SMALL, STRONG

SHAPE = 1.45
"""Width of a thumbnail by its height: that of a passport page with a little of the background."""


def captures_part(content: Content) -> Block:
    """Return the part on the captures."""
    captures = content.report.captures
    parts: list[Block] = [content.heading(content.wording.term("paper.captures")), Gap(1)]
    parts += [_row(index, entry, content) for index, entry in enumerate(content.shown(captures))]
    return Stack([*parts, *content.more("paper.more_captures", captures)], 3)


def _row(index: int, capture: Capture, content: Content) -> Block:
    words = content.letters.words
    rows: list[Block] = [words(_name(index, capture, content), STRONG, 2)]
    if capture.error is not None:
        rows.append(words(content.wording.say(capture.error.message), BODY))
    rows += [words(_details(capture, content), SMALL, 3), words(_digest(capture, content), DIGITS, 2)]
    text = Stack(rows)
    image = content.pictures.thumbnail(index)
    if image is None:
        return text
    wide = SHAPE * content.plan.thumbnail
    small = Print(image.png, image.size, wide, content.plan.thumbnail)
    return Columns((small, text), (wide, 0), 8)


def _name(index: int, capture: Capture, content: Content) -> str:
    title = content.say("paper.picture", number=index + 1)
    return title if Omit.FILE_NAMES in content.omit else f"{title}: {file_name(capture)}"


def _details(capture: Capture, content: Content) -> str:
    label, term = capture.label, content.wording.term
    parts = [
        content.say("paper.frame", frame=capture.frame),
        f"{term(f'paper.side.{label.side.value}')} ({term(f'paper.known.{label.side_known.value}')})",
        f"{content.light(label.light)}, {term(f'paper.known.{label.light_known.value}')}",
    ]
    if capture.format is not None:
        parts.insert(0, capture.format)
    if capture.size_px is not None:
        width, height = capture.size_px
        parts += [content.say("paper.size", width=width, height=height), _resolution(capture, content)]
    if capture.turned:
        parts.append(content.say("paper.turned", degrees=capture.turned))
    if capture.mirrored:
        parts.append(term("paper.mirrored"))
    return " \u00b7 ".join(parts)


def _resolution(capture: Capture, content: Content) -> str:
    if capture.ppi is None or capture.ppi_known is None:
        return content.wording.term("paper.no_ppi")
    known = content.wording.term(f"paper.ppi_known.{capture.ppi_known}")
    return content.say("paper.ppi", ppi=f"{capture.ppi:g}", known=known)


def _digest(capture: Capture, content: Content) -> str:
    if capture.sha256 is None:
        return content.wording.term("paper.no_sha256")
    return content.say("paper.sha256", digest=grouped(capture.sha256))
