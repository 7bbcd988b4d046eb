"""How the stored pixels have to be turned to stand upright (EXIF and TIFF tag 274)."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image

_ORIENTATION = 274


@dataclass(frozen=True, slots=True)
class Orientation:
    """Degrees clockwise to turn the stored pixels, after flipping them left to right where `mirrored`."""

    turned: int = 0
    mirrored: bool = False


UPRIGHT = Orientation()

# Exif 3.0, table for tag 274, as one flip and one turn.
_BY_TAG = {
    1: UPRIGHT,
    2: Orientation(0, mirrored=True),
    3: Orientation(180),
    4: Orientation(180, mirrored=True),
    5: Orientation(270, mirrored=True),
    6: Orientation(90),
    7: Orientation(90, mirrored=True),
    8: Orientation(270),
}
_TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
"""Pillow counts against the clock."""

BAD_EXIF = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)
"""What Pillow raises on broken EXIF: the picture is then taken as it is stored."""


def orientation_of(image: Image.Image) -> Orientation:
    """Return the orientation that the image states, upright where it states none that exists."""
    try:
        return _BY_TAG.get(exif_of(image).get(_ORIENTATION, 1), UPRIGHT)
    except BAD_EXIF:
        return UPRIGHT


def exif_of(image: Image.Image) -> Mapping[int, Any]:
    """Return the EXIF tags of the image's header; raises one of `BAD_EXIF` where they are broken."""
    # Of a PNG without EXIF before its picture, Pillow would decode the picture to look behind it.
    if image.format == "PNG" and "exif" not in image.info:
        return {}
    return image.getexif()


def turned_size(size: tuple[int, int], orientation: Orientation) -> tuple[int, int]:
    """Return width and height once upright."""
    width, height = size
    return (height, width) if orientation.turned in {90, 270} else (width, height)


def turned(image: Image.Image, orientation: Orientation) -> Image.Image:
    """Return the image upright."""
    if orientation.mirrored:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if orientation.turned:
        image = image.transpose(_TURNS[orientation.turned])
    return image


def stored_box(
    rows: tuple[int, int], size: tuple[int, int], orientation: Orientation
) -> tuple[int, int, int, int]:
    """Return which box of the stored image holds these upright rows (first, one past the last).

    `size` is the stored width and height; the box is left, top, right, bottom.
    """
    first, end = rows
    width, height = size
    if orientation.turned == 0:
        return 0, first, width, end
    if orientation.turned == 180:
        return 0, height - end, width, height - first
    # Upright rows are stored columns: of the mirrored image from the left (90) or from the right (270).
    from_left = (orientation.turned == 90) != orientation.mirrored
    return (first, 0, end, height) if from_left else (width - end, 0, width - first, height)
