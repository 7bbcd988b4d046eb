"""JPEG 2000: whether the codestream is whole and holds all the tiles its header promises.

OpenJPEG leaves tiles that are missing black and says nothing.
"""

from collections.abc import Iterator

from docdesk.engines.decoding.boxes import top_boxes
from docdesk.engines.decoding.refusals import Refused

_CODESTREAM = b"\xff\x4f\xff\x51"  # start mark and the mark of the size segment, always first
_END = b"\xff\xd9"
_TILE_PART = 0xFF90
_TILE_HEADER_BYTES = 12
_SIZE_PLACE = 8  # of the size segment's numbers, from the start of the codestream


def demand_codestreams(untrusted_bytes: bytes) -> None:
    """Check every codestream of the file.

    Raises:
        Refused: `truncated`: one ends early or lacks tiles; `damaged`: there is none.
    """
    if untrusted_bytes.startswith(_CODESTREAM):
        streams = [untrusted_bytes]
    else:
        boxes = top_boxes(untrusted_bytes)
        streams = [untrusted_bytes[start:end] for name, start, end in boxes if name == b"jp2c"]
    if not streams or not all(stream.startswith(_CODESTREAM) for stream in streams):
        raise Refused("damaged")
    for stream in streams:
        # Chips pad the file with zeros.
        if not stream.rstrip(b"\x00").endswith(_END) or len(set(_tiles_in(stream))) < _tiles_promised(stream):
            raise Refused("truncated")


def _tiles_promised(stream: bytes) -> int:
    """Return how many tiles cover the picture (ISO/IEC 15444-1, B.3)."""
    right, bottom, _, _, width, height, left, top = (
        int.from_bytes(stream[at : at + 4], "big") for at in range(_SIZE_PLACE, _SIZE_PLACE + 32, 4)
    )
    if not width or not height or right <= left or bottom <= top:
        raise Refused("damaged")
    return -(-(right - left) // width) * -(-(bottom - top) // height)


def _tiles_in(stream: bytes) -> Iterator[int]:
    """Yield the tile that each tile-part belongs to."""
    at = 2
    while (
        at + _TILE_HEADER_BYTES <= len(stream)
        and (mark := int.from_bytes(stream[at : at + 2], "big")) != 0xFFD9
    ):
        if mark != _TILE_PART:  # a segment of the main header
            at += 2 + int.from_bytes(stream[at + 2 : at + 4], "big")
            continue
        length = int.from_bytes(stream[at + 6 : at + 10], "big") or len(stream) - at
        if length < _TILE_HEADER_BYTES:
            raise Refused("damaged")
        if at + length > len(stream):
            raise Refused("truncated")
        yield int.from_bytes(stream[at + 4 : at + 6], "big")
        at += length
