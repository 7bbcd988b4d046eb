"""Which resolution a file states, where that makes sense."""

import math

from PIL import Image

from docdesk.engines.decoding.exchange import SANE_PPI
from docdesk.engines.decoding.orientation import BAD_EXIF, exif_of

_SQUARE = 0.05
"""How much across and down may differ: scanners round each to whole numbers; more is a fax or a mistake."""

_NOT_KNOWN = 72.0
"""Exif 3.0 (tag XResolution): "when the image resolution is unknown, 72 dpi shall be designated"; phones and
programs write the same into the JFIF header. Nobody inspects a document scanned at 72."""

_CM_PER_INCH = 2.54
_X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT = 282, 283, 296
_INCH, _CENTIMETRE = 2, 3
_PHOTO_FORMATS = frozenset({"JPEG", "WEBP", "HEIC"})  # take their resolution from JFIF or EXIF


def stated_ppi(kind: str, image: Image.Image) -> float | None:
    """Return the pixels per inch that the file states, None where there are none or they make no sense."""
    if kind not in _PHOTO_FORMATS:
        return _sane(image.info.get("dpi"))
    if image.info.get("jfif_unit") in {1, 2}:  # Pillow has turned it into inches
        stated = _sane(image.info.get("dpi"))
    else:
        stated = _sane(_exif_ppi(image))
    return None if stated == _NOT_KNOWN else stated


def _exif_ppi(image: Image.Image) -> tuple[float, float] | None:
    try:
        tags = exif_of(image)
        across, down, unit = (tags.get(tag) for tag in (_X_RESOLUTION, _Y_RESOLUTION, _RESOLUTION_UNIT))
        factor = {_INCH: 1.0, _CENTIMETRE: _CM_PER_INCH}.get(unit or _INCH)  # Exif: inch where not stated
        if factor is None or across is None or down is None:
            return None
        return float(across) * factor, float(down) * factor
    except BAD_EXIF:
        return None


def _sane(untrusted: object) -> float | None:
    if not isinstance(untrusted, tuple) or len(untrusted) != 2:
        return None
    try:
        across, down = float(untrusted[0]), float(untrusted[1])
    except (ArithmeticError, TypeError, ValueError):
        return None
    least, most = SANE_PPI
    if not (
        math.isfinite(across) and math.isfinite(down) and least <= across <= most and least <= down <= most
    ):
        return None
    if abs(across - down) > _SQUARE * max(across, down):
        return None
    # PNG, BMP and JPEG 2000 count in metres: 11811 a metre is 299.9994 an inch, and 300 was meant.
    return round((across + down) / 2, 2)
