"""From whatever a decoder made to what docdesk works on: grey 8 or 16 bit, or RGB, upright, opaque."""

import sys
from array import array
from functools import cache
from typing import Any

from PIL import Image

from docdesk.engines.decoding.orientation import Orientation, stored_box, turned, turned_size
from docdesk.engines.decoding.refusals import Refused

_STRIP_PIXELS = 1 << 20
"""Pixels converted at a time: keeps the extra memory at a few MB whatever the size of the frame."""

_GREY = frozenset({"1", "L", "LA", "La"})
_DEEP_GREY = frozenset({"I;16", "I;16L", "I;16B", "I;16N"})
_COLOUR = frozenset({"P", "PA", "RGB", "RGBA", "RGBa", "RGBX", "CMYK", "YCbCr", "LAB", "HSV"})
_COMPLEMENT = bytes(range(255, -1, -1))
"""Byte for byte, 255 minus: turns 16 bit white-is-zero grey into black-is-zero."""


def shape_of(mode: str) -> tuple[int, int]:
    """Return how many channels of how many bits an image of this Pillow mode becomes.

    Raises:
        Refused: 32-bit integers and floating point; what is black and what white in them is not told.
    """
    if mode in _GREY:
        return 1, 8
    if mode in _DEEP_GREY:
        return 1, 16
    if mode in _COLOUR:
        return 3, 8
    raise Refused("format_not_supported", what="32-bit pixels")


def write_pixels(
    image: Image.Image, orientation: Orientation, target: memoryview, *, inverted: bool = False
) -> None:
    """Write the decoded image into the target, upright, row after row.

    Grey over 8 bits keeps its own values, so 12-bit grey ends at 4095. Colour over 8 bits was reduced to 8 by
    Pillow. Transparent places show white, as paper would.
    """
    width, height = turned_size(image.size, orientation)
    channels, bits = shape_of(image.mode)
    row_bytes = width * channels * bits // 8
    rows = max(1, _STRIP_PIXELS // width)
    for first in range(0, height, rows):
        end = min(first + rows, height)
        strip = turned(image.crop(stored_box((first, end), image.size, orientation)), orientation)
        packed = _deep_bytes(strip) if bits == 16 else _opaque(strip).tobytes()
        target[first * row_bytes : end * row_bytes] = packed.translate(_COMPLEMENT) if inverted else packed


def _deep_bytes(strip: Image.Image) -> bytes:
    """Return 16-bit grey in the byte order of this computer."""
    big = strip.mode == "I;16B" or (strip.mode == "I;16N" and sys.byteorder == "big")
    values = array("H", strip.tobytes())
    if big != (sys.byteorder == "big"):
        values.byteswap()
    return values.tobytes()


def _opaque(strip: Image.Image) -> Image.Image:
    """Return the strip as L or RGB, over white where it is transparent."""
    mode = "L" if strip.mode in _GREY else "RGB"
    if strip.mode in {"LA", "La", "PA", "RGBA", "RGBa"} or "transparency" in strip.info:
        return _over_white(strip, mode)
    if strip.mode == "LAB":
        return _from_lab(strip)
    return strip if strip.mode == mode else strip.convert(mode)


def _over_white(strip: Image.Image, mode: str) -> Image.Image:
    seen_through = strip.convert("LA" if mode == "L" else "RGBA")
    paper = Image.new(mode, strip.size, "white")
    paper.paste(seen_through.convert(mode), mask=seen_through.getchannel("A"))
    return paper


def _from_lab(strip: Image.Image) -> Image.Image:
    from PIL import ImageCms

    converted = ImageCms.applyTransform(strip, _lab_transform())
    if converted is None:
        raise Refused("damaged")
    return converted


@cache
def _lab_transform() -> Any:  # noqa: ANN401 - Pillow's type for it cannot be named without loading its colour module
    from PIL import ImageCms

    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    return ImageCms.buildTransform(lab, srgb, "LAB", "RGB")
