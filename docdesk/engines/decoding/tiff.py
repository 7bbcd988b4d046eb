"""Whether a TIFF's directories and compressed strips lie within the file."""

from collections.abc import Mapping
from typing import Any

from docdesk.engines.decoding.refusals import Refused

_SIZES = {
    1: 1,
    2: 1,
    3: 2,
    4: 4,
    5: 8,
    6: 1,
    7: 1,
    8: 2,
    9: 4,
    10: 8,
    11: 4,
    12: 8,
    13: 4,
    16: 8,
    17: 8,
    18: 8,
}
"""Bytes of one value of each field type (TIFF 6.0 section 2; 16 to 18 are BigTIFF's)."""

_BIG = 43  # the version number of BigTIFF; the usual one is 42
_UNCOMPRESSED = 1
_COMPRESSION, _STRIPS, _STRIP_BYTES, _TILES, _TILE_BYTES = 259, 273, 279, 324, 325  # tags


def demand_directories(untrusted_bytes: bytes, most: int) -> None:
    """Check the chain of directories, each with all its values, up to `most` of them.

    Raises:
        Refused: `truncated`: one lies beyond the end of the file. A chain that bites its tail is left to
            Pillow, which ends it there.
    """
    file = _File(untrusted_bytes)
    at, seen = file.first, set[int]()
    while at and at not in seen and len(seen) < most:
        seen.add(at)
        at = file.next_after(at)


def demand_strips(tags: Mapping[int, Any], size: int) -> None:
    """Check that all compressed strips or tiles of a frame with these tags lie within a file of this size.

    Raises:
        Refused: `truncated`: one does not. Uncompressed ones are left to Pillow, which counts them itself,
            since writers may state a full last strip where only its used rows follow.
    """
    if tags.get(_COMPRESSION, _UNCOMPRESSED) == _UNCOMPRESSED:
        return
    for places, lengths in ((_STRIPS, _STRIP_BYTES), (_TILES, _TILE_BYTES)):
        pairs = zip(_numbers(tags.get(places)), _numbers(tags.get(lengths)), strict=False)
        if any(place + length > size for place, length in pairs):
            raise Refused("truncated")


class _File:
    """Reads numbers of a TIFF; beyond its end it is cut short."""

    def __init__(self, untrusted_bytes: bytes) -> None:
        self._bytes = untrusted_bytes
        self._order: Any = "little" if untrusted_bytes.startswith(b"II") else "big"
        self._big = self._number(2, 2) == _BIG
        self.first = self._number(8, 8) if self._big else self._number(4, 4)

    def next_after(self, at: int) -> int:
        """Return where the directory after the one at this place stands, 0 for none."""
        head, entry, word = (8, 20, 8) if self._big else (2, 12, 4)
        count = self._number(at, head)
        end = at + head + count * entry
        following = self._number(end, word)
        for place in range(at + head, end, entry):
            kind, values = self._number(place + 2, 2), self._number(place + 4, word)
            size = _SIZES.get(kind, 0) * values
            if size > word and self._number(place + 4 + word, word) + size > len(self._bytes):
                raise Refused("truncated")
        return following

    def _number(self, at: int, size: int) -> int:
        if at + size > len(self._bytes):
            raise Refused("truncated")
        return int.from_bytes(self._bytes[at : at + size], self._order)


def _numbers(untrusted: object) -> tuple[int, ...]:
    values = untrusted if isinstance(untrusted, tuple) else (untrusted,)
    return tuple(value for value in values if isinstance(value, int))
