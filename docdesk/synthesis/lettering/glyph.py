"""A glyph: one character of a face, and the refusal where a face lacks a character."""

from dataclasses import dataclass

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.synthesis.drawing import Drawing


@dataclass(frozen=True, slots=True, eq=False)
class Glyph:
    """One character.

    Attributes:
        advance: from its pen position to that of the next character, in heights of the face's capitals.
        drawing: its marks in the same unit, the pen position on the base line at (0, 0).
    """

    advance: float
    drawing: Drawing


def no_glyph(face: str, character: str) -> WrongUse:
    """Return the error that tells that a face lacks a character."""
    return WrongUse(Message.of("synthesis.no_glyph", face=face, character=character))
