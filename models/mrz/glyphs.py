"""Glyphs of OCR-B and of other fonts as masks in cells of one size, made once and kept in memory."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.geometry import PITCH_MM
from docdesk.synthesis.lettering.ocr_b import CENTRE_MM, glyph_strokes

PITCH: Final = 64
"""Pixels from one character to the next at which glyphs are kept."""

CELL: Final = 112
"""Width and height of a glyph's cell in pixels; the middle of the character's room is the cell's middle."""

CAPITAL: Final = 62
"""Height in pixels of a capital of OCR-B at this pitch (2.46 mm at 2.54 mm)."""

Masks = dict[str, NDArray[np.uint8]]
"""255 where ink is, for each character."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font: its glyphs, whether it is OCR-B, and each glyph's width in cells' pixels."""

    name: str
    ocr_b: bool
    masks: Masks
    widths: dict[str, float]


OCR_B_STROKES_MM: Final = (0.24, 0.30, 0.35, 0.41, 0.48)
"""Stroke widths drawn; print spreads and thins."""

FONT_FOLDERS: Final = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))

TRAINED_FONTS: Final = (
    "DejaVuSansMono.ttf",
    "DejaVuSansMono-Bold.ttf",
    "Cousine-Bold.ttf",
    "NimbusMonoPS-Regular.otf",
    "NimbusMonoPS-Bold.otf",
    "NotoMono-Regular.ttf",
    "Hack-Regular.ttf",
    "JetBrainsMono-Regular.ttf",
    "FiraCode-Regular.ttf",
    "Anonymous Pro.ttf",
    "Go-Mono.ttf",
    "TlwgMono.ttf",
    "Go-Regular.ttf",
    "NimbusSans-Bold.otf",
    "NimbusSansNarrow-Regular.otf",
    "NimbusSans-Regular.otf",
    "DejaVuSans.ttf",
    "OpenSans-Regular.ttf",
    "Lato-Regular.ttf",
    "B612Mono-Regular.otf",
    "OCRA.ttf",
)
"""Files of fonts, other than OCR-B, that training lines are set in; those not installed are left out."""

HELD_OUT_FONTS: Final = (
    "Courier Prime.otf",
    "Inconsolata.otf",
    "TlwgTypist.ttf",
    "mononoki-Regular.ttf",
    "Roboto-Regular.ttf",
    "Cantarell-Regular.otf",
    "FantasqueSansMono-Regular.ttf",
)
"""Never seen in training: lines for measuring are set in these."""

OCR_B_FILES: Final = ("OCRB.otf", "OCRBS.otf")


@lru_cache(maxsize=2)
def faces(held_out: str = "") -> tuple[tuple[Face, ...], tuple[Face, ...]]:
    """Return the cuts of OCR-B and the other fonts; those held out if any text is given."""
    ours = tuple(_ours(stroke) for stroke in OCR_B_STROKES_MM)
    installed = {path.name: path for folder in FONT_FOLDERS for path in sorted(folder.rglob("*.[ot]tf"))}
    cuts = tuple(_from_file(installed[name], ocr_b=True) for name in OCR_B_FILES if name in installed)
    others = HELD_OUT_FONTS if held_out else TRAINED_FONTS
    return ours + cuts, tuple(
        _from_file(installed[name], ocr_b=False) for name in others if name in installed
    )


def _ours(stroke_mm: float) -> Face:
    scale, over = PITCH / PITCH_MM, 4
    masks = {}
    for char in ALPHABET:
        cell = np.zeros((CELL * over, CELL * over), np.uint8)
        for curve in glyph_strokes(char):
            points = np.stack([curve[:, 0], CENTRE_MM - curve[:, 1]], axis=1) * scale * over + CELL * over / 2
            cv2.polylines(
                cell,
                [np.round(points * 16).astype(np.int32)],
                False,
                255,
                round(stroke_mm * scale * over),
                16,
                4,
            )
        masks[char] = cv2.resize(cell, (CELL, CELL), interpolation=cv2.INTER_AREA)
    return Face(f"ocr-b {stroke_mm}", ocr_b=True, masks=masks, widths=dict.fromkeys(ALPHABET, float(PITCH)))


def _from_file(path: Path, *, ocr_b: bool) -> Face:
    """Return a font set so that its capitals are as high as OCR-B's."""
    over = 2
    trial = ImageFont.truetype(str(path), 200)
    _left, top, _right, bottom = trial.getbbox("H")
    font = ImageFont.truetype(str(path), 200 * CAPITAL * over / (bottom - top))
    _left, top, _right, bottom = font.getbbox("H")
    masks, widths = {}, {}
    for char in ALPHABET:
        cell = Image.new("L", (CELL * over, CELL * over))
        advance = font.getlength(char)
        corner = (CELL * over / 2 - advance / 2, CELL * over / 2 - (top + bottom) / 2)
        ImageDraw.Draw(cell).text(corner, char, fill=255, font=font)
        masks[char] = cv2.resize(np.asarray(cell), (CELL, CELL), interpolation=cv2.INTER_AREA)
        widths[char] = advance / over
    return Face(path.stem, ocr_b=ocr_b, masks=masks, widths=widths)
