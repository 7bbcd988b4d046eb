"""Lettering: finds the two font families on this computer and sets text into coverage masks."""

from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from drawing.sheet import PIXELS_PER_MM, Mask, Point, Sheet

FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".fonts",
    Path.home() / ".local/share/fonts",
)
PACKAGES = {
    "OCRB.otf": "fonts-ocr-b",
    "DejaVuSans.ttf": "fonts-dejavu-core",
    "DejaVuSans-Bold.ttf": "fonts-dejavu-core",
    "DejaVuSerif-Bold.ttf": "fonts-dejavu-core",
}
OCR_B, PLAIN, BOLD, SERIF = PACKAGES

OCR_B_ADVANCE = 0.723
"""Advance of every character of OCRB.otf in ems."""
CAP_HEIGHT = 0.729
"""Height of a capital of the DejaVu fonts in ems."""
MRZ_PITCH = 2.54
"""Doc 9303-3: ten characters to the inch."""


class FontMissing(Exception):
    """A font that the samples are set in is not installed."""


@lru_cache
def find_font(name: str) -> Path:
    """The file of a font.

    Raises:
        FontMissing: it is in none of the usual folders.
    """
    for folder in FONT_FOLDERS:
        if folder.is_dir() and (found := sorted(folder.rglob(name))):
            return found[0]
    raise FontMissing(f"The font {name} is missing: install the Debian package {PACKAGES[name]}.")


def set_text(
    sheet: Sheet, mask: Mask, text: str, at: Point, cap: float, font: str = PLAIN, *, spacing: float = 0.0
) -> float:
    """Set a line with its baseline starting at a point, capitals `cap` mm high; its length in mm."""
    face = _face(font, round(cap / CAP_HEIGHT * PIXELS_PER_MM))
    x, y = sheet.to_pixels(np.array([at]))[0]
    above, below = (max(0, round(y + lines * face.size)) for lines in (-1.3, 0.5))
    image = Image.fromarray(mask[above:below])
    pen = ImageDraw.Draw(image)
    y -= above
    start = x
    for character in text if spacing else (text,):
        pen.text((x, y), character, fill=255, font=face, anchor="ls")
        x += face.getlength(character) + spacing * PIXELS_PER_MM
    mask[above:below] = np.asarray(image)
    return float(x - start) / PIXELS_PER_MM


def text_width(text: str, cap: float, font: str = PLAIN) -> float:
    """The length in mm of a line set without extra spacing."""
    return _face(font, round(cap / CAP_HEIGHT * PIXELS_PER_MM)).getlength(text) / PIXELS_PER_MM


def set_ocr_b(sheet: Sheet, mask: Mask, text: str, left: float, centre: float) -> None:
    """Set a line of OCR-B size 1 at the pitch of Doc 9303, its capitals centred on a height."""
    face = _face(OCR_B, round(MRZ_PITCH / OCR_B_ADVANCE * PIXELS_PER_MM))
    image = Image.fromarray(mask)
    pen = ImageDraw.Draw(image)
    top, bottom = face.getbbox("H", anchor="ls")[1::2]
    y = (sheet.height - centre) * PIXELS_PER_MM - (top + bottom) / 2
    for place, character in enumerate(text):
        pen.text(((left + place * MRZ_PITCH) * PIXELS_PER_MM, y), character, fill=255, font=face, anchor="ls")
    mask[:] = np.asarray(image)


def set_on_arc(
    sheet: Sheet, mask: Mask, text: str, centre: Point, radius: float, cap: float, start: float, end: float
) -> None:
    """Set capitals evenly along an arc, read clockwise from `start` to `end` (degrees, 90 is up)."""
    face = _face(BOLD, round(cap / CAP_HEIGHT * PIXELS_PER_MM))
    box = 2 * round(cap * 1.6 * PIXELS_PER_MM)
    for character, degrees in zip(text, np.linspace(start, end, len(text)), strict=True):
        glyph = Image.new("L", (box, box))
        ImageDraw.Draw(glyph).text((box / 2, box / 2), character, fill=255, font=face, anchor="ms")
        turned = glyph.rotate(degrees - 90, Image.Resampling.BICUBIC)
        angle = np.radians(degrees)
        place = np.array([[centre[0] + radius * np.cos(angle), centre[1] + radius * np.sin(angle)]])
        x, y = np.round(sheet.to_pixels(place)[0] - box / 2).astype(int)
        window = mask[y : y + box, x : x + box]
        np.maximum(window, np.asarray(turned), out=window)


def set_turned(sheet: Sheet, text: str, centre: Point, cap: float, degrees: float) -> Mask:
    """A mask with one bold line centred on a point and turned anticlockwise."""
    mask = sheet.blank()
    width = text_width(text, cap, BOLD)
    set_text(sheet, mask, text, (sheet.width / 2 - width / 2, sheet.height / 2 - cap / 2), cap, BOLD)
    middle = sheet.to_pixels(np.array([[sheet.width / 2, sheet.height / 2]]))[0]
    target = sheet.to_pixels(np.array([centre]))[0]
    turn = cv2.getRotationMatrix2D((float(middle[0]), float(middle[1])), degrees, 1.0)
    turn[:, 2] += target - middle
    rows, columns = mask.shape
    return np.asarray(cv2.warpAffine(mask, turn, (columns, rows), flags=cv2.INTER_CUBIC), np.uint8)


@lru_cache
def _face(name: str, pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(find_font(name), pixels, layout_engine=ImageFont.Layout.BASIC)
