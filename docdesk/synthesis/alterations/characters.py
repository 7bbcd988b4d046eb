"""The single characters of a copy that an alteration changes: where each stands and how it was drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from docdesk.mrz.geometry import GEOMETRY, PITCH_MM
from docdesk.synthesis.alterations.revision import Revision
from docdesk.synthesis.drawing import Box, Drawing, bounds
from docdesk.synthesis.lettering.ocr_b import ocr_b_line
from docdesk.synthesis.lettering.setting import set_line
from docdesk.synthesis.models.model import Field, Side
from docdesk.synthesis.printing.personal import text_drawing
from docdesk.synthesis.printing.printed import Item, PrintedCopy, PrintedFace


@dataclass(frozen=True, slots=True, eq=False)
class Character:
    """A character that changes.

    Attributes:
        side: of the document.
        field: that it belongs to.
        line: number of the item among those of its field: 0, or the line of an MRZ.
        position: in the item's text, from 0.
        old, new: before and after.
        drawing: of the old one as printed, in mm.
        baseline: height that it stands on, in mm.
        others: of the item: every character that stays, as printed.
    """

    side: Side
    field: Field
    line: int
    position: int
    old: str
    new: str
    drawing: Drawing
    baseline: float
    others: Drawing

    @property
    def box(self) -> Box:
        """What the old character takes, in mm."""
        box = bounds(self.drawing)
        assert box is not None, "a character that is replaced leaves ink"
        return box

    @property
    def middle(self) -> float:
        """Middle of its width, in mm from the left."""
        left, _, width, _ = self.box
        return left + width / 2


def changing(copy: PrintedCopy, revision: Revision) -> tuple[Character, ...]:
    """Return the characters that a revision changes, printed zone first, on every face that shows them."""
    found: list[Character] = []
    for face in copy.faces:
        for field in face.face.fields:
            if field.kind == "text" and field.name == revision.field and revision.positions:
                found += _of_text(face.face.side, field, revision)
            elif field.kind == "mrz":
                found += _of_mrz(copy, face.face.side, field, revision)
    return tuple(found)


def changed_items(copy: PrintedCopy, revision: Revision) -> PrintedCopy:
    """Return the copy with its holder and the texts of its items as they stand after a revision."""
    faces = tuple(
        replace(face, items=tuple(_item(face, number, revision) for number in range(len(face.items))))
        for face in copy.faces
    )
    return replace(copy, holder=revision.holder, faces=faces)


def mrz_drawing(copy: PrintedCopy, line: int, positions: Iterable[int]) -> Drawing:
    """Return characters of a line of the copy's MRZ as the model prints them."""
    zone = GEOMETRY[copy.model.format]
    return tuple(
        mark
        for place in positions
        for mark in ocr_b_line(
            copy.holder.mrz[line][place], zone.left[0] + place * PITCH_MM, zone.centres[line]
        )
    )


def _of_text(side: Side, field: Field, revision: Revision) -> Iterator[Character]:
    before, after = revision.printed
    # Marks lie in the order of the characters; each glyph has as many as it has alone.
    counts = [len(set_line(letter, (0, 0), field.cap_height, field.face)) for letter in before]
    marks = text_drawing(field, before)
    starts = [sum(counts[:place]) for place in range(len(before) + 1)]
    for place in revision.positions:
        own = slice(starts[place], starts[place + 1])
        others = marks[: own.start] + marks[own.stop :]
        yield Character(side, field, 0, place, before[place], after[place], marks[own], field.box[1], others)


def _of_mrz(copy: PrintedCopy, side: Side, field: Field, revision: Revision) -> Iterator[Character]:
    zone = GEOMETRY[copy.model.format]
    for line, place in revision.mrz:
        old = copy.holder.mrz[line]
        others = mrz_drawing(copy, line, (n for n in range(len(old)) if n != place))
        drawing = mrz_drawing(copy, line, (place,))
        new = revision.holder.mrz[line][place]
        yield Character(side, field, line, place, old[place], new, drawing, zone.centres[line], others)


def _item(face: PrintedFace, number: int, revision: Revision) -> Item:
    item = face.items[number]
    if item.kind == "text" and item.name == revision.field:
        return replace(item, text=revision.printed[1])
    if item.kind == "mrz":
        lines = [n for n, other in enumerate(face.items) if other.kind == "mrz"]
        return replace(item, text=revision.holder.mrz[lines.index(number)])
    return item
