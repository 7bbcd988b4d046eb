"""Whether a text has room in the fields of a model that print it."""

from collections.abc import Iterable

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.synthesis.lettering.setting import NARROWEST, line_width
from docdesk.synthesis.models.model import DocumentModel


def fits(model: DocumentModel, name: str, text: str) -> bool:
    """Say whether every field of this name has room for a text, narrowed as far as printers do."""
    return all(
        line_width(text, field.cap_height, field.face) * NARROWEST <= field.box[2]
        for face in model.faces
        for field in face.fields
        if field.kind == "text" and field.name == name
    )


def fitting(model: DocumentModel, name: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return those of several texts that have room.

    Raises:
        WrongUse: none has.
    """
    offered = tuple(texts)
    found = tuple(text for text in offered if fits(model, name, text))
    if not found:
        raise too_narrow(model, name, min(offered, key=len))
    return found


def too_narrow(model: DocumentModel, name: str, text: str) -> WrongUse:
    """Return the refusal to print a text where there is no room for it."""
    return WrongUse(Message.of("synthesis.field_too_narrow", model=model.name, name=name, text=text))
