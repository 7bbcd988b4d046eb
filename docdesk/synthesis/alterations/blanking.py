"""Variants of a model that a forger's work needs: a face without some of its entries."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from docdesk.synthesis.alterations.alteration import Workshop
from docdesk.synthesis.drawing import Box
from docdesk.synthesis.models.model import DocumentModel, Face, Side
from docdesk.synthesis.printing.printed import PrintedCopy
from docdesk.synthesis.sheet import Sheet

_NEAR_MM = 3.5
"""Entries this near to a place are printed on its blank: more than any work on a sheet reaches."""


def without_fields(model: DocumentModel, face: Face) -> DocumentModel:
    """Return a model of one face with its static layers alone; its printed films are those of the model."""
    return replace(model, faces=(replace(face, fields=()),))


def blank_face(
    copy: PrintedCopy, side: Side, places: Iterable[Box], without: Collection[str], workshop: Workshop
) -> Sheet:
    """Return the face of a copy as it was before some entries were printed; the same sheet otherwise.

    Only what lies near the places is printed, for the rest will not be looked at.

    Args:
        copy: of a document.
        side: of it.
        places: that will be worked on, in mm.
        without: names of the fields that are left out.
        workshop: prints it.
    """
    face = next(face.face for face in copy.faces if face.face.side == side)
    boxes = tuple(places)
    kept = tuple(
        field
        for field in face.fields
        if field.name not in without and any(_near(field.box, box) for box in boxes)
    )
    model = replace(copy.model, faces=(replace(face, fields=kept),))
    return workshop.printed(replace(copy, model=model), copy.holder).faces[0].sheet


def _near(one: Box, other: Box) -> bool:
    return all(
        one[axis] - _NEAR_MM < other[axis] + other[axis + 2]
        and other[axis] - _NEAR_MM < one[axis] + one[axis + 2]
        for axis in (0, 1)
    )
