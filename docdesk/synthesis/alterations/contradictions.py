"""What a copy says against itself after a revision: check digits that do not fit, zones that disagree."""

from collections.abc import Iterator

from docdesk.mrz.formats import FORMATS
from docdesk.mrz.parsing import parse
from docdesk.synthesis.alterations.alteration import Cue
from docdesk.synthesis.alterations.characters import mrz_drawing
from docdesk.synthesis.alterations.cues import seen
from docdesk.synthesis.alterations.revision import MRZ_NAMES, Revision, Where
from docdesk.synthesis.drawing import Drawing
from docdesk.synthesis.printing.personal import text_drawing
from docdesk.synthesis.printing.printed import PrintedCopy
from docdesk.synthesis.rasterising import SHEET_DPI, Window, rasterise


def contradictions(copy: PrintedCopy, revision: Revision, where: Where) -> Iterator[Cue]:
    """Yield what a copy says against itself after a revision, read in white light.

    Args:
        copy: with its holder as it now states.
        revision: that was made.
        where: in which zones.
    """
    digits = tuple(mark for line, place in _wrong(copy) for mark in mrz_drawing(copy, line, (place,)))
    for face in copy.faces:
        window = Window.whole(face.face.size, SHEET_DPI)
        marks: list[Drawing] = []
        for field in face.face.fields:
            if field.kind == "mrz":
                yield from seen(face.face.side, "VIS", rasterise(digits, window), "check_digit_wrong")
                marks.append(_entry(copy, revision))
            elif field.kind == "text" and field.name == revision.field:
                marks.append(text_drawing(field, revision.printed[1]))
        if where != "both":
            both = rasterise((mark for drawing in marks for mark in drawing), window)
            yield from seen(face.face.side, "VIS", both, "viz_mrz_differ")


def _wrong(copy: PrintedCopy) -> Iterator[tuple[int, int]]:
    """Yield line and position of the check digits of the MRZ that do not fit."""
    for digit in parse(copy.holder.mrz, copy.model.format).digits:
        if not digit.agrees:
            yield digit.span.line, digit.span.start


def _entry(copy: PrintedCopy, revision: Revision) -> Drawing:
    """Return the entry as the MRZ prints it."""
    place = FORMATS[copy.model.format].place(MRZ_NAMES[revision.entry])
    assert place is not None, "an entry that was revised has a place"
    span = place.span
    return mrz_drawing(copy, span.line, range(span.start, span.end))
