"""A printed copy: the sheet of each face, and what stands where on it."""

from dataclasses import dataclass

from docdesk.synthesis.drawing import Box
from docdesk.synthesis.models.model import DocumentModel, Face, FieldKind, Side
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Item:
    """Something personal as it was printed.

    Attributes:
        name: of its field.
        kind: of its field.
        box: that the ink takes, in mm.
        text: printed characters; empty for a picture. An MRZ has one item for each line.
    """

    name: str
    kind: FieldKind
    box: Box
    text: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class PrintedFace:
    """One side of a copy.

    Attributes:
        face: of the model.
        sheet: whole face at `SHEET_DPI`; belongs to this copy alone, and may be changed.
        items: what stands where.
        gloss: of the surface, 0 matt to 1 laminate.
    """

    face: Face
    sheet: Sheet
    items: tuple[Item, ...]
    gloss: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class PrintedCopy:
    """A document in the hand: its model, its holder and its faces."""

    model: DocumentModel
    holder: Holder
    faces: tuple[PrintedFace, ...]

    def printed(self, side: Side) -> PrintedFace:
        """Return the printed face of a side that the model has."""
        return next(each for each in self.faces if each.face.side == side)
