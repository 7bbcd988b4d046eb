"""A line of an MRZ: its straightened picture, and each character below the picture of itself."""

from dataclasses import dataclass

from docdesk.papers.pdf.blocks import Print
from docdesk.papers.pdf.fonts import Face, PaperFonts
from docdesk.papers.pdf.letters import FAINT
from docdesk.papers.pdf.pictures import Strip
from docdesk.papers.pdf.sheet import Sheet
from docdesk.papers.pdf.signs import COLOURS
from docdesk.wording.signs import Sign

MOST_PITCH = 11.4
"""Points from character to character: 45 of them fill the page, so that all formats have one scale."""

LETTER = 10.6
"""Points: of letters that stand clearly apart at this pitch."""

ROW = 13.0
"""Points of the row of characters, its underlining included."""

NUMBERS = 7.0
"""Points of the row of position numbers."""

NUMBER = 5.0
"""Points: a hint for counting; whoever needs it looks closely."""

NUMBERED = 10
"""Every tenth position is numbered, and the first."""


@dataclass(frozen=True, slots=True)
class MrzLine:
    """A block of one line. `doubtful` and `entered` are positions from 0."""

    text: str
    strip: Strip | None
    doubtful: frozenset[int]
    entered: frozenset[int]
    fonts: PaperFonts

    def height(self, width: float) -> float:
        """Return the height of picture, characters and position numbers."""
        picture = self._picture(width)
        return (0.0 if picture is None else picture.height(width)) + ROW + NUMBERS

    def draw(self, sheet: Sheet, left: float, top: float, width: float) -> None:
        """Draw the picture, then the characters below it with their marks, then the numbers."""
        picture = self._picture(width)
        if picture is not None:
            picture.draw(sheet, left, top, width)
            top += picture.height(width)
        first, pitch = self._places(width)
        glyph = self.fonts.width("0", Face.MONO, LETTER)
        baseline = top + ROW - 3.6
        sheet.spaced((left + first - glyph / 2, baseline), self.text, LETTER, pitch)
        for index in range(len(self.text)):
            middle = left + first + index * pitch
            if index in self.doubtful:
                _underline(sheet, middle, baseline + 2.3, pitch * 0.8)
            if index in self.entered:
                _box(sheet, middle, baseline, pitch * 0.9)
            if index == 0 or (index + 1) % NUMBERED == 0:
                text = str(index + 1)
                wide = self.fonts.width(text, Face.PLAIN, NUMBER)
                at = (middle - wide / 2, top + ROW + NUMBER * 0.8)
                sheet.text(at, text, Face.PLAIN, NUMBER, FAINT)

    def _picture(self, width: float) -> Print | None:
        if self.strip is None:
            return None
        image = self.strip.image
        return Print(image.png, image.size, self._width(width, self.strip), float("inf"))

    def _width(self, width: float, strip: Strip) -> float:
        """Return how wide the strip is drawn, so that no pitch is wider than the widest."""
        return min(width, MOST_PITCH / strip.pitch)

    def _places(self, width: float) -> tuple[float, float]:
        """Return the middle of the first character and the pitch, in points."""
        if self.strip is None:
            pitch = min(MOST_PITCH, width / max(len(self.text), 1))
            return pitch / 2, pitch
        wide = self._width(width, self.strip)
        return self.strip.first * wide, self.strip.pitch * wide


def _underline(sheet: Sheet, middle: float, down: float, wide: float) -> None:
    sheet.strokes([(middle - wide / 2, down), (middle + wide / 2, down)], 1.3, COLOURS[Sign.UNDECIDED])


def _box(sheet: Sheet, middle: float, baseline: float, wide: float) -> None:
    left, right, top, bottom = middle - wide / 2, middle + wide / 2, baseline - 9.2, baseline + 1.2
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
    sheet.strokes(corners, 0.7, "#000000", closed=True)
