"""PNG: every checksum checked, texts left out, and no picture that ends before its rows do.

Pillow takes a data stream that ends early for the whole picture and leaves the rest black. So where the last
row is black, or rows do not come in order (interlaced, animated), the streams are unpacked once more and
counted.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from docdesk.engines.decoding.refusals import Refused

_MARK_BYTES = 8
_FRAME_BYTES = 12  # of a chunk: length, name, checksum
_WORDY = frozenset({b"zTXt", b"iTXt", b"tEXt", b"iCCP"})
"""Chunks that can unfold to any size and that no pixel depends on: the decoder never sees them."""

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Adam7 (PNG specification, section 8.2): first column and row, steps across and down, of each pass."""

_PIECE = 1 << 20  # bytes unpacked at a time while counting


@dataclass(slots=True)
class _Stream:
    """Where one picture's packed rows stand, and its size."""

    width: int
    height: int
    pieces: list[memoryview] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Png:
    """A PNG whose chunks are whole; `content` is what the decoder gets."""

    content: bytes
    bits: int  # of a pixel
    interlaced: bool
    streams: tuple[_Stream, ...]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height that the header states."""
        return self.streams[0].width, self.streams[0].height

    @property
    def in_order(self) -> bool:
        """Whether the last row, once decoded, tells whether all were there."""
        return not self.interlaced and len(self.streams) == 1

    def demand_whole_rows(self) -> None:
        """Unpack all streams and count.

        Raises:
            Refused: `truncated`: one ends before its rows do.
        """
        for stream in self.streams:
            self._demand_rows(stream)

    def _demand_rows(self, stream: _Stream) -> None:
        missing = sum(
            height * (1 + (width * self.bits + 7) // 8)
            for width, height in _passes(stream.width, stream.height, interlaced=self.interlaced)
            if width
        )
        unpacker = zlib.decompressobj()
        for piece in stream.pieces:
            packed = bytes(piece)
            while packed and missing > 0:
                missing -= len(unpacker.decompress(packed, _PIECE))
                packed = unpacker.unconsumed_tail
        if missing > 0:
            raise Refused("truncated")


def read_png(untrusted_bytes: bytes) -> Png:
    """Check every chunk of the file.

    Raises:
        Refused: `truncated`: it ends before its end mark; `damaged`: a checksum is wrong, or the chunks
            contradict each other.
    """
    head: list[bytes | memoryview] = [untrusted_bytes[:_MARK_BYTES]]
    body: list[memoryview] = []
    streams: list[_Stream] = []
    bits, interlaced, stated = 0, False, 0
    for name, chunk in _chunks(untrusted_bytes):
        content = chunk[8:-4]
        if name == b"IHDR":
            streams.append(_Stream(*_pair(content)))
            bits, interlaced = content[8] * _CHANNELS.get(content[9], 1), bool(content[12])
        elif name == b"acTL":
            stated = int.from_bytes(content[:4], "big")
        elif name == b"fcTL":
            streams.append(_Stream(*_pair(content[4:])))
        elif name == b"IDAT" and streams:  # the whole picture, whatever a frame that uses it says
            streams[0].pieces.append(content)
        elif name == b"fdAT" and streams:
            streams[-1].pieces.append(content[4:])
        if name not in _WORDY:
            # EXIF may stand anywhere; before the picture, Pillow finds it without decoding.
            (head if name in {b"IHDR", b"eXIf"} else body).append(chunk)
    drawn = tuple(stream for stream in streams if stream.pieces)
    if not drawn or stated not in {0, len(streams) - 1}:  # the header, then one control chunk for each frame
        raise Refused("damaged")
    return Png(b"".join([*head, *body]), bits, interlaced, drawn)


def _chunks(untrusted_bytes: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Yield the name and the whole of each chunk up to the end mark."""
    view = memoryview(untrusted_bytes)
    at, name = _MARK_BYTES, b""
    while name != b"IEND":
        end = at + _FRAME_BYTES + int.from_bytes(view[at : at + 4], "big")
        if end > len(view):
            raise Refused("truncated")
        name, chunk = bytes(view[at + 4 : at + 8]), view[at:end]
        if zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:], "big"):
            raise Refused("damaged")
        yield name, chunk
        at = end


def _pair(content: memoryview) -> tuple[int, int]:
    return int.from_bytes(content[:4], "big"), int.from_bytes(content[4:8], "big")


def _passes(width: int, height: int, *, interlaced: bool) -> Iterator[tuple[int, int]]:
    """Yield the size of each pass."""
    for left, top, across, down in _PASSES if interlaced else ((0, 0, 1, 1),):
        yield -(-max(0, width - left) // across), -(-max(0, height - top) // down)
