"""Blocks of a page: each knows its height at a width before anything is drawn. All lengths in points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from docdesk.papers.pdf.fonts import Face, PaperFonts
from docdesk.papers.pdf.sheet import Sheet
from docdesk.papers.pdf.wrapping import wrapped

LEADING = 1.24
"""Height of a line by its letters' size: close, yet lines stay apart when copied twice."""

ASCENT = 0.93
"""Where the baseline lies below the top of a line, by the letters' size."""


class Block(Protocol):
    """Something that takes a part of the page."""

    def height(self, width: float) -> float:
        """Return how high it is at this width."""
        ...

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw it with its top-left corner there."""
        ...


@dataclass(frozen=True, slots=True)
class Style:
    """How words look."""

    face: Face
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of at most `most` lines; `ending` stands at the end of one that needed more."""

    text: str
    style: Style
    fonts: PaperFonts
    most: int
    ending: str

    def height(self, width: float) -> float:
        """Return the height of all lines."""
        return len(self._lines(width)) * self.style.size * LEADING

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Write the lines."""
        face, size, colour = self.style.face, self.style.size, self.style.colour
        for number, line in enumerate(self._lines(width)):
            sheet.text((left, top + size * (ASCENT + number * LEADING)), line, face, size, colour)

    def _lines(self, width: float) -> tuple[str, ...]:
        style = self.style

        def measure(text: str) -> float:
            return self.fonts.width(text, style.face, style.size)

        return wrapped(self.text, width, measure, self.most, self.ending)


@dataclass(frozen=True, slots=True)
class Gap:
    """Room."""

    points: float

    def height(self, width: float) -> float:
        """Return the room's height."""
        return self.points

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across, with room below it."""

    colour: str
    below: float

    def height(self, width: float) -> float:
        """Return the line's height and the room's."""
        return 0.5 + self.below

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw the line."""
        sheet.strokes([(left, top), (left + width, top)], 0.5, self.colour)


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks one below another."""

    blocks: Sequence[Block]
    gap: float = 0.0

    def height(self, width: float) -> float:
        """Return the height of all blocks and of the gaps between them."""
        return sum(block.height(width) for block in self.blocks) + self.gap * max(len(self.blocks) - 1, 0)

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw the blocks in order."""
        for block in self.blocks:
            block.draw(sheet, left, top, width)
            top += block.height(width) + self.gap


@dataclass(frozen=True, slots=True)
class Ends:
    """A block at the top and one at the bottom of a part that is `least` high, or higher if they need it."""

    upper: Block
    lower: Block
    gap: float
    least: float

    def height(self, width: float) -> float:
        """Return the height of the part."""
        return max(self.upper.height(width) + self.gap + self.lower.height(width), self.least)

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw both."""
        self.upper.draw(sheet, left, top, width)
        bottom = top + self.height(width)
        self.lower.draw(sheet, left, bottom - self.lower.height(width), width)


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side. `widths` are points; columns of width 0 share what is left."""

    blocks: Sequence[Block]
    widths: Sequence[float]
    gap: float

    def height(self, width: float) -> float:
        """Return the height of the highest block."""
        return max(block.height(wide) for block, wide in zip(self.blocks, self._widths(width), strict=True))

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw the blocks from left to right."""
        for block, wide in zip(self.blocks, self._widths(width), strict=True):
            block.draw(sheet, left, top, wide)
            left += wide + self.gap

    def _widths(self, width: float) -> list[float]:
        left = width - sum(self.widths) - self.gap * (len(self.widths) - 1)
        share = left / max(sum(not wide for wide in self.widths), 1)
        return [wide or share for wide in self.widths]


@dataclass(frozen=True, slots=True)
class Framed:
    """A block in a frame with a thick left edge, so that it stands out without colour too."""

    block: Block
    colour: str
    padding: float
    edge: float = 5.0

    def height(self, width: float) -> float:
        """Return the block's height with its padding."""
        return self.block.height(self._inner(width)) + 2 * self.padding

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw the frame and the block in it."""
        right, bottom = left + width, top + self.height(width)
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        sheet.strokes(corners, 0.8, self.colour, closed=True)
        sheet.area(
            [(left, top), (left + self.edge, top), (left + self.edge, bottom), (left, bottom)], self.colour
        )
        self.block.draw(sheet, left + self.edge + self.padding, top + self.padding, self._inner(width))

    def _inner(self, width: float) -> float:
        return width - self.edge - 2 * self.padding


@dataclass(frozen=True, slots=True)
class Print:
    """A picture within `most_width` x `most_height` points, with an outline on it.

    `size` is its size in pixels; `outline` is a polygon on it, each point as shares of width and height.
    """

    png: bytes
    size: tuple[int, int]
    most_width: float
    most_height: float
    outline: tuple[tuple[float, float], ...] = ()

    def height(self, width: float) -> float:
        """Return the picture's height."""
        return self.placed(width)[1]

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Place the picture, a hairline round it, and the outline."""
        wide, high = self.placed(width)
        sheet.picture(self.png, left, top, (wide, high))
        corners = [(left, top), (left + wide, top), (left + wide, top + high), (left, top + high)]
        sheet.strokes(corners, 0.4, HAIRLINE, closed=True)
        if self.outline:
            placed = [(left + x * wide, top + y * high) for x, y in self.outline]
            # White below black: seen on any ground, and in any print.
            sheet.strokes(placed, 1.6, "#FFFFFF", closed=True)
            sheet.strokes(placed, 0.7, "#000000", closed=True)

    def placed(self, width: float) -> tuple[float, float]:
        """Return its width and height where so much width is left."""
        factor = min(min(self.most_width, width) / self.size[0], self.most_height / self.size[1])
        return self.size[0] * factor, self.size[1] * factor


HAIRLINE = "#8A929C"
"""Separates, and means nothing."""
