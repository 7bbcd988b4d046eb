"""Whether a JPEG's scan held the whole picture.

libjpeg fills what is missing before an end mark with middle grey and only warns, and Pillow does not pass the
warning on. So where the last corner is exactly that grey, the scan is looked at: restart marks are counted
where there are any; else the picture is decoded once more with noise put in before the end mark. A whole
picture does not change by that, one that was short takes the noise for its next blocks.
"""

import random
import re
from dataclasses import dataclass, replace
from io import BytesIO

from PIL import Image, ImageChops, JpegImagePlugin

from docdesk.engines.decoding.refusals import Refused

_CORNER = 4
"""Pixels on each side: within one 8 x 8 block whatever the subsampling."""

_FILL = frozenset({127, 128})
"""What libjpeg fills with; 127 is 128 of an inverted CMYK."""

_NOISE = bytes(random.Random(1).choices(range(255), k=4096))  # noqa: S311 - any noise will do
"""Without 0xFF, so that it holds no mark; 4096 bytes decode to dozens of blocks whatever the code tables."""

_MARK = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""The next mark after a scan; stuffed zeros, restart marks and fill bytes are part of the scan."""

_RESTART = re.compile(rb"\xff[\xd0-\xd7]")
_END, _SCAN, _INTERVAL = 0xD9, 0xDA, 0xDD
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # start-of-frame marks; those three are others
_BLOCK = 8  # pixels on each side of a DCT block


@dataclass(frozen=True, slots=True)
class _Layout:
    """What of a JPEG's marks tells how long its first scan must be; 0 where not found."""

    units: int = 0  # minimum coded units of the picture
    components: int = 0
    interval: int = 0  # units between restart marks
    restarts: int = 0  # restart marks of the first scan that holds all components
    end: int = 0  # where the end mark stands


def demand_whole_scan(untrusted_bytes: bytes, image: Image.Image) -> None:
    """Check that the decoded image is no half picture.

    Raises:
        Refused: the scan ended before the picture did.
    """
    if not _ends_in_fill(image):
        return
    layout = _layout(untrusted_bytes)
    if layout.interval:
        short = layout.restarts < (layout.units - 1) // layout.interval
    else:
        noisy = untrusted_bytes[: layout.end] + _NOISE + untrusted_bytes[layout.end :]
        again = JpegImagePlugin.JpegImageFile(BytesIO(noisy))
        again.load()
        # Without its alpha question, getbbox() finds any differing pixel.
        short = ImageChops.difference(image, again).getbbox(alpha_only=False) is not None
    if short:
        raise Refused("truncated")


def _ends_in_fill(image: Image.Image) -> bool:
    width, height = image.size
    corner = image.crop((max(0, width - _CORNER), max(0, height - _CORNER), width, height))
    lightest = {value for _, value in corner.getcolors() or ()}
    if len(lightest) != 1:
        return False
    value = lightest.pop()
    return set(value if isinstance(value, tuple) else (value,)) <= _FILL


def _layout(untrusted_bytes: bytes) -> _Layout:
    """Walk the marks; Pillow has decoded the file, so they are in order."""
    layout, at = _Layout(), 2
    while (found := _MARK.search(untrusted_bytes, at)) is not None:
        kind, start = untrusted_bytes[found.end() - 1], found.end()
        if kind == _END:
            return replace(layout, end=found.start())
        segment = untrusted_bytes[
            start + 2 : start + int.from_bytes(untrusted_bytes[start : start + 2], "big")
        ]
        at = start + 2 + len(segment)
        if kind in _FRAMES:
            layout = replace(layout, units=_units(segment), components=segment[5])
        elif kind == _INTERVAL:
            layout = replace(layout, interval=int.from_bytes(segment[:2], "big"))
        elif kind == _SCAN and not layout.restarts and segment[0] == layout.components:
            after = _MARK.search(untrusted_bytes, at)
            scan = untrusted_bytes[at : after.start() if after else len(untrusted_bytes)]
            layout = replace(layout, restarts=len(_RESTART.findall(scan)))
    raise Refused("truncated")


def _units(frame: bytes) -> int:
    """Return how many units of all components together the picture has."""
    height, width = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
    sampling = frame[7 : 6 + 3 * frame[5] : 3]
    across = _BLOCK * max(value >> 4 for value in sampling)
    down = _BLOCK * max(value & 15 for value in sampling)
    if frame[5] == 1:  # a scan of one component goes block by block
        across = down = _BLOCK
    return -(-width // across) * -(-height // down)
