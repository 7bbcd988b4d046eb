"""What a copy says against itself after a revision: wrong check digits, zones and dates that disagree."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from docdesk.mrz.formats import FORMATS
from docdesk.mrz.parsing import parse
from docdesk.synthesis.alterations.alteration import Cue
from docdesk.synthesis.alterations.characters import mrz_drawing
from docdesk.synthesis.alterations.cues import seen
from docdesk.synthesis.alterations.revision import MRZ_NAMES, Revision, Where
from docdesk.synthesis.drawing import Drawing
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.printing.personal import text_drawing
from docdesk.synthesis.printing.printed import PrintedCopy, PrintedFace
from docdesk.synthesis.rasterising import SHEET_DPI, Window, rasterise

_AHEAD: Final = dt.timedelta(days=60)
"""A visa runs from a day so long after that of its issue, at most; other documents run from that of issue."""


def contradictions(copy: PrintedCopy, revision: Revision, where: Where, before: Holder) -> Iterator[Cue]:
    """Yield what a copy says against itself after a revision, read in white light.

    Args:
        copy: with its holder as it now states.
        revision: that was made.
        where: in which zones.
        before: what the copy said as it was issued.
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
        if where != "mrz":
            yield from _dates(copy, face, revision, before)


def _dates(copy: PrintedCopy, face: PrintedFace, revision: Revision, before: Holder) -> Iterator[Cue]:
    """Yield the cue of a printed date that no longer goes with another entry beside it or on another side."""
    against = _against(copy, revision, before)
    fields = {field.name: field for field in face.face.fields if field.kind == "text"}
    if against and revision.field in fields:
        marks = [text_drawing(fields[revision.field], revision.printed[1])]
        marks += [text_drawing(fields[name], copy.holder.text(name)) for name in against if name in fields]
        window = Window.whole(face.face.size, SHEET_DPI)
        drawn = rasterise((mark for drawing in marks for mark in drawing), window)
        yield from seen(face.face.side, "VIS", drawn, "dates_disagree")


def _against(copy: PrintedCopy, revision: Revision, before: Holder) -> tuple[str, ...]:
    """Return the names of the printed entries that a changed date is at odds with."""
    printed = {field.name for face in copy.model.faces for field in face.fields if field.kind == "text"}
    now = copy.holder
    names: tuple[str, ...] = ()
    if revision.entry == "birth":
        # Some states number their people by their birth.
        numbered = now.text("personal_number").startswith(f"{before.birth:%y%m%d}")
        names = ("personal_number",) if numbered else ()
    elif revision.entry == "expiry":
        ahead = _AHEAD if copy.model.format.startswith("MRV") else dt.timedelta()
        begins, ends = now.issue + ahead, now.expiry
        too_long = (ends.year - copy.model.years_valid, ends.month, ends.day) > begins.timetuple()[:3]
        names = ("issue", "valid_from") if too_long else ()
    return tuple(name for name in names if name in printed)


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
