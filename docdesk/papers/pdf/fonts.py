"""The fonts of the paper: looked for on this computer, since docdesk ships none."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from docdesk.wording.catalogue import printable

FAMILIES = (
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf"),
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationMono-Regular.ttf"),
    ("arial.ttf", "arialbd.ttf", "cour.ttf"),
    ("Arial.ttf", "Arial Bold.ttf", "Courier New.ttf"),
)
"""Plain, bold and monospaced; the first family that is whole is taken. DejaVu covers the most scripts."""

USUAL_FOLDERS = (
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/dejavu-sans-fonts",
    "/usr/share/fonts/dejavu",
    "/usr/share/fonts/TTF",
    "/usr/share/fonts/liberation",
    "C:/Windows/Fonts",
    "/Library/Fonts",
    "/System/Library/Fonts/Supplemental",
)
"""Where Debian, Fedora, Arch, Windows and macOS keep them."""

BUILT_IN_ENCODING = "cp1252"
"""What the fonts that every PDF viewer brings can show."""

REPLACED = "?"


class Face(StrEnum):
    """A kind of letter."""

    PLAIN = "plain"
    BOLD = "bold"
    MONO = "mono"


@dataclass(frozen=True, slots=True)
class PaperFonts:
    """Names by which reportlab knows the fonts; `embedded` tells that they are files of this computer."""

    plain: str
    bold: str
    mono: str
    embedded: bool

    def name(self, face: Face) -> str:
        """Return the font's name of a face."""
        return {Face.PLAIN: self.plain, Face.BOLD: self.bold, Face.MONO: self.mono}[face]

    def width(self, text: str, face: Face, size: float) -> float:
        """Return how wide the text is, in points."""
        return float(pdfmetrics.stringWidth(text, self.name(face), size))

    def shown(self, text: str, face: Face) -> str:
        """Return the text with a question mark for each character that is none to see or not in the font."""
        seen = printable(text)
        return "".join(char if self._has(char, face) else REPLACED for char in seen)

    def lacks(self, text: str, face: Face) -> bool:
        """Return whether a character that could be seen is not in the font."""
        return not all(self._has(char, face) for char in printable(text))

    def _has(self, char: str, face: Face) -> bool:
        if self.embedded:
            return ord(char) in pdfmetrics.getFont(self.name(face)).face.charToGlyph
        try:
            char.encode(BUILT_IN_ENCODING)
        except UnicodeEncodeError:
            return False
        return True


BUILT_IN = PaperFonts("Helvetica", "Helvetica-Bold", "Courier-Bold", embedded=False)
"""What every PDF viewer brings: western Europe only."""


def fonts_in(folders: Iterable[Path]) -> PaperFonts:
    """Return the first family that is found whole in one of the folders, else the built-in fonts.

    Reads up to 2 MB of fonts: not on the UI thread.
    """
    places = tuple(folders)
    for family in FAMILIES:
        for folder in places:
            files = [folder / name for name in family]
            if not all(file.is_file() for file in files):
                continue
            try:
                plain, bold, mono = (_registered(file) for file in files)
            except (TTFError, OSError):
                continue
            return PaperFonts(plain, bold, mono, embedded=True)
    return BUILT_IN


def _registered(file: Path) -> str:
    """Return the name by which reportlab knows the font from now on; the same for the same content."""
    name = f"{file.stem}-{hashlib.sha256(file.read_bytes()).hexdigest()[:12]}"
    if name not in pdfmetrics.getRegisteredFontNames():
        font = TTFont(name, str(file))
        # Asked again: another thread may have been faster, and its font may be in use.
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(font)
    return name
