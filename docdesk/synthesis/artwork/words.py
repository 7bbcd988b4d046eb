"""Words as artwork: titles and captions, straight or along an arc."""

from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np

from docdesk.synthesis.artwork.curves import arc
from docdesk.synthesis.artwork.ranges import Degrees, OutlineWidth, Place, Size, Span, Words
from docdesk.synthesis.drawing import Drawing, Mark, Point, Stroke, curves_of, turned
from docdesk.synthesis.lettering.setting import Align, line_width, set_line, set_on_curve

CapHeight = Annotated[float, Span(0.12, 60.0)]
"""Height of capitals in mm; below 0.25 mm a loupe reads it."""

Tracking = Annotated[float, Span(0.0, 20.0)]
"""mm put between characters."""

POINTS_PER_CHARACTER = 160
"""Of an outline letter with curves, about."""


def points_of(words: str, face: str) -> int:
    """Return about how many points the letters of a text have.

    Raises:
        WrongUse: there is no such face, or it lacks a character.
    """
    line_width(words, 1.0, face)
    return POINTS_PER_CHARACTER * len(words)


def outlined(drawing: Drawing, width: float) -> Drawing:
    """Return the outlines of filled letters as lines; drawn strokes stay."""
    marks: list[Mark] = []
    for mark in drawing:
        if isinstance(mark, Stroke):
            marks.append(mark)
        else:
            marks += [Stroke(np.vstack((curve, curve[:1])), width) for curve in curves_of(mark)]
    return tuple(marks)


def text_on_arc(
    words: str,
    centre: Point,
    radius: float,
    cap_height: float,
    face: str,
    *,
    middle: float = 90.0,
    spacing: float = 0.0,
    reads: Literal["clockwise", "anticlockwise"] = "clockwise",
) -> Drawing:
    """Return text whose middle stands at an angle of a circle."""
    half = -180.0 if reads == "clockwise" else 180.0
    base = arc(centre, radius, middle - half, middle + half)
    return set_on_curve(words, base, cap_height, face, spacing=spacing, align="centre")


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text.

    Attributes:
        words: what is set.
        at: x where the line begins, has its middle or ends, by `align`; y of its base line, mm.
        cap_height: of capitals, mm.
        face: of lettering.
        spacing: put between characters, mm.
        align: left, centre or right.
        slope: turns the line about `at`, degrees.
        outline: width of an outline in mm; 0 fills the letters.
    """

    words: Words
    at: Place
    cap_height: CapHeight
    face: str = "sans"
    spacing: Tracking = 0.0
    align: Align = "left"
    slope: Degrees = 0.0
    outline: OutlineWidth = 0.0

    def draw(self) -> Drawing:
        """Return the line."""
        line = set_line(
            self.words, self.at, self.cap_height, self.face, spacing=self.spacing, align=self.align
        )
        line = turned(line, self.slope, self.at) if self.slope else line
        return outlined(line, self.outline) if self.outline else line

    def texts(self) -> tuple[str, ...]:
        """Return the words."""
        return (self.words,)

    def points(self) -> int:
        """Return about how many points the letters have."""
        return points_of(self.words, self.face)


@dataclass(frozen=True, slots=True)
class TextOnArc:
    """Text along an arc, on the outside reading clockwise or on the inside reading anticlockwise.

    Attributes:
        words: what is set.
        centre: of the arc, x, y in mm.
        radius: of the base line, mm.
        middle: angle at which the middle of the text stands, degrees.
        cap_height: of capitals, mm.
        face: of lettering.
        spacing: put between characters, mm.
        reads: clockwise for the top of a seal, anticlockwise for its bottom.
    """

    words: Words
    centre: Place
    radius: Size
    cap_height: CapHeight
    middle: Degrees = 90.0
    face: str = "sans"
    spacing: Tracking = 0.0
    reads: Literal["clockwise", "anticlockwise"] = "clockwise"

    def draw(self) -> Drawing:
        """Return the text."""
        return text_on_arc(
            self.words,
            self.centre,
            self.radius,
            self.cap_height,
            self.face,
            middle=self.middle,
            spacing=self.spacing,
            reads=self.reads,
        )

    def texts(self) -> tuple[str, ...]:
        """Return the words."""
        return (self.words,)

    def points(self) -> int:
        """Return about how many points the letters have."""
        return points_of(self.words, self.face)
