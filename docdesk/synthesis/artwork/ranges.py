"""What values the parameters of a kind of art may take; the reader of models refuses others."""

from dataclasses import dataclass
from typing import Annotated, Literal, Protocol

from docdesk.synthesis.artwork.art import Art
from docdesk.synthesis.drawing import Box, Point


class Kind(Art, Protocol):
    """Art that can tell what drawing it will cost, before it draws."""

    def points(self) -> int:
        """Return about how many points its curves have."""
        ...


@dataclass(frozen=True, slots=True)
class Span:
    """Least and greatest value of a number, or of every number of a tuple; both are allowed."""

    least: float
    greatest: float


@dataclass(frozen=True, slots=True)
class Spans:
    """The span of each number of a tuple, in order."""

    each: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Length:
    """Least and greatest number of characters of a text."""

    least: int
    greatest: int


_ON_FACE = Span(-100.0, 400.0)
"""mm: no face is larger than 125 x 88, and artwork may begin outside it."""

_SIZE = Span(0.1, 400.0)

Place = Annotated[Point, _ON_FACE]
"""x, y in mm."""

BoxMm = Annotated[Box, Spans((_ON_FACE, _ON_FACE, _SIZE, _SIZE))]
"""Left, bottom, width, height in mm."""

LineWidth = Annotated[float, Span(0.03, 5.0)]
"""mm; the finest line that offset prints is 0.04 mm."""

OutlineWidth = Annotated[float, Span(0.0, 5.0)]
"""mm; 0 fills the shape."""

Spacing = Annotated[float, Span(0.08, 50.0)]
"""mm between neighbouring lines."""

Size = Annotated[float, Span(0.05, 200.0)]
"""mm: a radius, height or length."""

Swing = Annotated[float, Span(0.0, 50.0)]
"""mm: how far a line swings to either side."""

Degrees = Annotated[float, Span(-720.0, 720.0)]
"""Anticlockwise, 0 to the right."""

Share = Annotated[float, Span(0.0, 1.0)]
"""Part of the whole."""

Squash = Annotated[float, Span(0.1, 10.0)]
"""Height as a share of the width."""

Periods = Annotated[float, Span(0.0, 400.0)]
"""How many times something repeats; need not be whole."""

Count = Annotated[int, Span(1, 400)]
"""How many."""

Seed = Annotated[int, Span(0, 2**31 - 1)]
"""Another number, another drawing."""

Words = Annotated[str, Length(1, 200)]
"""Text to be set."""

Shape = Literal["box", "ellipse"]
"""What a box stands for: itself, or the ellipse that fills it."""
