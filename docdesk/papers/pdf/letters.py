"""How the words of a report look, and which of them this computer's fonts cannot show."""

from docdesk.papers.pdf.blocks import Style, Words
from docdesk.papers.pdf.fonts import Face, PaperFonts

INK = "#000000"
FAINT = "#4A525C"
"""For what explains: a contrast of 8:1 on white, so that it stays legible in a copy of a copy."""

TITLE = Style(Face.BOLD, 15.0, INK)
HEADING = Style(Face.BOLD, 8.6, INK)
BODY = Style(Face.PLAIN, 8.0, INK)
STRONG = Style(Face.BOLD, 8.0, INK)
LABEL = Style(Face.PLAIN, 8.0, FAINT)
SMALL = Style(Face.PLAIN, 6.6, FAINT)
DIGITS = Style(Face.MONO, 6.6, FAINT)
"""8 points is what statutes are printed in; 6.6 the smallest that a fax of 200 dpi keeps apart."""


class Letters:
    """Makes words of one size, and remembers whether a font lacked one of their characters."""

    def __init__(self, fonts: PaperFonts, factor: float, ending: str) -> None:
        self._fonts = fonts
        self._factor = factor
        self._ending = ending
        self._lacked = False

    @property
    def fonts(self) -> PaperFonts:
        """The fonts."""
        return self._fonts

    @property
    def factor(self) -> float:
        """By what the letters are shrunk."""
        return self._factor

    @property
    def lacked(self) -> bool:
        """Whether a question mark had to stand for a character so far."""
        return self._lacked

    def words(self, text: str, style: Style, most: int = 3) -> Words:
        """Return a paragraph of at most `most` lines."""
        shown = self.shown(text, style.face)
        sized = Style(style.face, style.size * self._factor, style.colour)
        return Words(shown, sized, self._fonts, most, self._ending)

    def shown(self, text: str, face: Face) -> str:
        """Return the text with a question mark for each character that the font lacks."""
        shown = self._fonts.shown(text, face)
        self._lacked = self._lacked or self._fonts.lacks(text, face)
        return shown
