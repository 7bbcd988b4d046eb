"""Whether the wrapping of a file is whole, asked before its picture is decoded.

Decoders differ in what they do with a file that ends early: some fill with grey and say nothing. A document
must never be judged on a half-loaded picture, so the ends are looked at first. JPEG has little wrapping to
look at; `jpeg` asks after decoding. BMP has none that programs fill in truly; Pillow counts its bytes.
"""

import zlib
from collections.abc import Iterator

from docdesk.engines.decoding.limits import Limits
from docdesk.engines.decoding.refusals import Refused
from docdesk.engines.decoding.tiff import demand_directories

_PNG_MARK_BYTES = 8
_PNG_WORDY = frozenset({b"zTXt", b"iTXt", b"tEXt", b"iCCP"})
"""Chunks that can unfold to any size and that no pixel depends on: the decoder never sees them."""

_JPEG_END = b"\xff\xd9"

_PDF_TAIL = 4096
"""Readers look for the end mark in the last 1024 bytes; four times that allows for what gateways append."""


def demand_complete(kind: str, untrusted_bytes: bytes, limits: Limits) -> bytes:
    """Return what of the file is to be decoded: all of it, or a PNG without its texts.

    Raises:
        Refused: the wrapping ends early, or a checksum is wrong.
    """
    if kind == "PNG":
        return _without_texts(untrusted_bytes)
    if kind == "TIFF":
        demand_directories(untrusted_bytes, limits.frames)
    elif kind == "JPEG":
        _demand(_JPEG_END in untrusted_bytes)
    elif kind == "WEBP":
        _demand(8 + int.from_bytes(untrusted_bytes[4:8], "little") <= len(untrusted_bytes))
    elif kind == "HEIC":
        for _ in _boxes(untrusted_bytes):
            pass
    elif kind == "JPEG2000":
        _demand_codestream(untrusted_bytes)
    elif kind == "PDF":
        _demand(b"%%EOF" in untrusted_bytes[-_PDF_TAIL:])
    return untrusted_bytes


def _demand(whole: bool) -> None:  # noqa: FBT001 - reads as a sentence
    if not whole:
        raise Refused("truncated")


def _without_texts(untrusted_bytes: bytes) -> bytes:
    """Check every chunk of a PNG, and return it without its texts and colour profile."""
    view = memoryview(untrusted_bytes)
    kept = [view[:_PNG_MARK_BYTES]]
    at, animated, stated = _PNG_MARK_BYTES, 0, 0
    while True:
        end = at + 12 + int.from_bytes(view[at : at + 4], "big")
        _demand(end <= len(view))
        name = bytes(view[at + 4 : at + 8])
        if zlib.crc32(view[at + 4 : end - 4]) != int.from_bytes(view[end - 4 : end], "big"):
            raise Refused("damaged")
        if name == b"acTL":
            stated = int.from_bytes(view[at + 8 : at + 12], "big")
        animated += name == b"fcTL"
        if name not in _PNG_WORDY:
            kept.append(view[at:end])
        if name == b"IEND":
            break
        at = end
    if stated and stated != animated:
        raise Refused("damaged")  # promises frames that are not there
    return b"".join(kept)


def _boxes(untrusted_bytes: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield name, start and end of the content of each top-level box of a JP2 or HEIC file."""
    at, size = 0, len(untrusted_bytes)
    while at < size:
        length, name, start = (
            int.from_bytes(untrusted_bytes[at : at + 4], "big"),
            untrusted_bytes[at + 4 : at + 8],
            8,
        )
        if length == 1:
            length, start = int.from_bytes(untrusted_bytes[at + 8 : at + 16], "big"), 16
        end = size if length == 0 else at + length
        _demand(at + start <= end <= size)
        yield name, at + start, end
        at = end


def _demand_codestream(untrusted_bytes: bytes) -> None:
    """Check that the codestream of a JPEG 2000 ends with its end mark; chips pad it with zeros."""
    if untrusted_bytes.startswith(b"\xff\x4f"):
        codestreams = [(0, len(untrusted_bytes))]
    else:
        codestreams = [(start, end) for name, start, end in _boxes(untrusted_bytes) if name == b"jp2c"]
    _demand(bool(codestreams))
    for start, end in codestreams:
        _demand(untrusted_bytes[start:end].rstrip(b"\x00").endswith(_JPEG_END))
