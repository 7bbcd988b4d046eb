"""Faces: the kinds of lettering that a document can be set in, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.synthesis.lettering import ocr_b, technical
from docdesk.synthesis.lettering.font_file import FontFile, font_glyph
from docdesk.synthesis.lettering.glyph import Glyph, no_glyph


@dataclass(frozen=True, slots=True)
class DrawnFace:
    """A face of strokes drawn by docdesk; `draw` returns a character, None where there is none."""

    draw: Callable[[str], Glyph | None]


FaceSource = FontFile | DrawnFace

_SANS: Final = "font_source_sans_pro"
_SERIF: Final = "font_source_serif_pro"
_GROTESK: Final = "font_hanken_grotesk"
_GEOMETRIC: Final = "font_manrope"
_BOOK: Final = "font_caladea"

FACES: Final[Mapping[str, FaceSource]] = MappingProxyType(
    {
        "sans": FontFile(_SANS, "SourceSansPro-Regular.otf"),
        "sans_light": FontFile(_SANS, "SourceSansPro-Light.otf"),
        "sans_semibold": FontFile(_SANS, "SourceSansPro-Semibold.otf"),
        "sans_bold": FontFile(_SANS, "SourceSansPro-Bold.otf"),
        "sans_italic": FontFile(_SANS, "SourceSansPro-It.otf"),
        "serif": FontFile(_SERIF, "SourceSerifPro-Regular.otf"),
        "serif_semibold": FontFile(_SERIF, "SourceSerifPro-Semibold.otf"),
        "serif_bold": FontFile(_SERIF, "SourceSerifPro-Bold.otf"),
        "serif_italic": FontFile(_SERIF, "SourceSerifPro-It.otf"),
        "grotesk": FontFile(_GROTESK, "HankenGrotesk-Regular.otf"),
        "grotesk_medium": FontFile(_GROTESK, "HankenGrotesk-Medium.otf"),
        "grotesk_bold": FontFile(_GROTESK, "HankenGrotesk-Bold.otf"),
        "geometric": FontFile(_GEOMETRIC, "Manrope-Regular.ttf"),
        "geometric_semibold": FontFile(_GEOMETRIC, "Manrope-SemiBold.ttf"),
        "geometric_extrabold": FontFile(_GEOMETRIC, "Manrope-ExtraBold.ttf"),
        "book": FontFile(_BOOK, "Caladea-Regular.ttf"),
        "book_bold": FontFile(_BOOK, "Caladea-Bold.ttf"),
        "book_italic": FontFile(_BOOK, "Caladea-Italic.ttf"),
        technical.FACE: DrawnFace(technical.technical_glyph),
        ocr_b.FACE: DrawnFace(ocr_b.ocr_b_glyph),
    }
)
"""By name: a family and, after a line, what is not its regular weight. All under the SIL Open Font License,
`book` under the Apache License; the last two are docdesk's own."""

_COARSEST: Final = 1 / 16
"""Of a capital's height: outlines of microprint of 0.06 mm and less need be no closer."""


def tolerance_for(cap_height: float, within: float = 0.004) -> float:
    """Return how far outlines may be off, in heights of capitals, to be within so many mm at a size.

    One of a few steps, each a quarter of the last, so that sizes near each other share their outlines.
    """
    tolerance = _COARSEST
    while tolerance * cap_height > within:
        tolerance /= 4
    return tolerance


@lru_cache(maxsize=8192)
def glyph(face: str, character: str, tolerance: float) -> Glyph:
    """Return a character of a face.

    Args:
        face: a name in `FACES`.
        character: one character.
        tolerance: how far flattened outlines may be off, in heights of capitals; see `tolerance_for`.

    Raises:
        WrongUse: there is no such face, or it lacks the character.
        EngineMissing: the font is not installed.
    """
    source = FACES.get(face)
    if source is None:
        raise WrongUse(Message.of("synthesis.no_face", face=face, faces=", ".join(FACES)))
    if isinstance(source, FontFile):
        found = font_glyph(source, character, tolerance)
    else:
        found = source.draw(character)
    if found is None:
        raise no_glyph(face, character)
    return found
