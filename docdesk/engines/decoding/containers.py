"""Whether the wrapping of a file is whole, asked before its picture is decoded.

Decoders differ in what they do with a file that ends early: some fill with grey and say nothing. A document
must never be judged on a half-loaded picture, so the ends are looked at first. JPEG has little wrapping to
look at; `jpeg` asks after decoding. PNG has a module of its own. BMP has none that programs fill in truly;
Pillow counts its bytes.
"""

from docdesk.engines.decoding.boxes import top_boxes
from docdesk.engines.decoding.jpeg2000 import demand_codestreams
from docdesk.engines.decoding.limits import Limits
from docdesk.engines.decoding.refusals import Refused
from docdesk.engines.decoding.tiff import demand_directories

_JPEG_END = b"\xff\xd9"

_PDF_TAIL = 4096
"""Readers look for the end mark in the last 1024 bytes; four times that allows for what gateways append."""


def demand_complete(kind: str, untrusted_bytes: bytes, limits: Limits) -> None:
    """Check what wraps the picture.

    Raises:
        Refused: `truncated`: it ends early.
    """
    if kind == "TIFF":
        demand_directories(untrusted_bytes, limits.frames)
    elif kind == "JPEG":
        _demand(_JPEG_END in untrusted_bytes)
    elif kind == "WEBP":
        _demand(8 + int.from_bytes(untrusted_bytes[4:8], "little") <= len(untrusted_bytes))
    elif kind == "HEIC":
        for _ in top_boxes(untrusted_bytes):
            pass
    elif kind == "JPEG2000":
        demand_codestreams(untrusted_bytes)
    elif kind == "PDF":
        _demand(b"%%EOF" in untrusted_bytes[-_PDF_TAIL:])


def _demand(whole: bool) -> None:  # noqa: FBT001 - reads as a sentence
    if not whole:
        raise Refused("truncated")
