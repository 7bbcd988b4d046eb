"""Personal data set anew on a computer, upon the picture of a face from which they were removed."""

from dataclasses import replace

import numpy as np

from docdesk.synthesis.alterations.likeness import likeness
from docdesk.synthesis.lettering.setting import NARROWEST, line_width
from docdesk.synthesis.materials.light import Plane, luminance
from docdesk.synthesis.models.model import DocumentModel, Face, Field
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.printing.personal import field_drawings, picture_in
from docdesk.synthesis.printing.printed import Item
from docdesk.synthesis.rasterising import Coverage, Window, rasterise


def redrawn(
    model: DocumentModel, face: Face, holder: Holder, picture: Plane, window: Window, lettering: str | None
) -> tuple[tuple[Item, ...], Coverage]:
    """Set a holder's data upon a picture, in place.

    Args:
        model, face: of the document.
        holder: whose data.
        picture: rows x columns x 3, linear, of the window's shape.
        window: of the whole face.
        lettering: name of a face of lettering for texts, where they fit in it; None for the model's own.

    Returns:
        What then stands where, and the coverage of characters in a lettering that is not the model's.
    """
    items: list[Item] = []
    alien = np.zeros(window.shape, np.uint8)
    for field in face.fields:
        if field.kind in ("portrait", "ghost"):
            _place(model, field, holder.portrait, picture, window)
            items.append(Item(field.name, field.kind, field.box))
            continue
        chosen = _set_in(field, holder.text(field.name), lettering)
        for drawing, item in field_drawings(model, face, chosen, holder):
            here = window.around(item.box, 0.2)
            coverage = rasterise(drawing, here)
            _lay(picture[here.slices_in(window)], coverage, model.ink(field.ink).colours[0])
            if chosen.face != field.face:
                alien[here.slices_in(window)] |= coverage
            items.append(item)
    return tuple(items), alien


def _set_in(field: Field, text: str, lettering: str | None) -> Field:
    """Return the field in another lettering if its text fits so."""
    if field.kind != "text" or lettering is None:
        return field
    fits = line_width(text, field.cap_height, lettering) * NARROWEST <= field.box[2]
    return replace(field, face=lettering) if fits else field


def _place(model: DocumentModel, field: Field, portrait: Portrait, picture: Plane, window: Window) -> None:
    """Multiply a portrait into the picture: in colour, in grey, or in the one ink of a ghost."""
    here = window.around(field.box)
    part = picture[here.slices_in(window)]
    if field.kind == "ghost":
        shown = picture_in(field, portrait, here)
        tone = np.clip((1 - luminance(shown)) * np.float32(255 * field.strength), 0, 255)
        _lay(part, tone.astype(np.uint8), model.ink(field.ink).colours[0])
    else:
        part *= likeness(field, portrait, here)


def _lay(part: Plane, coverage: Coverage, colour: tuple[float, float, float]) -> None:
    share = coverage.astype(np.float32)[..., None] / 255
    part *= 1 - share * (1 - np.array(colour, np.float32))
