"""What a JPEG's marks tell about how much its scans must hold."""

import re
from dataclasses import dataclass, field

_MARK = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""The next mark after a scan; stuffed zeros, restart marks and fill bytes are part of the scan."""

_RESTART = re.compile(rb"\xff[\xd0-\xd7]")
_END, _SCAN, _INTERVAL = 0xD9, 0xDA, 0xDD
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # start-of-frame marks; those three are others
_BLOCK = 8  # pixels on each side of a DCT block
_COEFFICIENTS = 64  # of a block


@dataclass(slots=True)
class Marks:
    """What was found up to the end mark; 0 where nothing was.

    `restarts` and `restarts_due` count restart marks of the scans that hold all components; `scan_ends` are
    the places of the marks that end scans; `end` is that of the end mark.
    """

    restarts: int = 0
    restarts_due: int = 0
    scan_ends: tuple[int, ...] = ()
    end: int = 0
    _components: int = 0
    _units: int = 0
    _interval: int = 0
    _missing_bits: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def fine_grained(self) -> bool:
        """Whether the scans of a progressive picture reach the last bit of each coefficient."""
        whole = len(self._missing_bits) == self._components * _COEFFICIENTS
        return whole and not any(self._missing_bits.values())

    def frame(self, segment: bytes) -> None:
        """Take note of a start of frame."""
        self._components = segment[5]
        height, width = int.from_bytes(segment[1:3], "big"), int.from_bytes(segment[3:5], "big")
        sampling = segment[7 : 6 + 3 * self._components : 3]
        # A scan of one component goes block by block, whatever its sampling.
        across = _BLOCK * (max(value >> 4 for value in sampling) if self._components > 1 else 1)
        down = _BLOCK * (max(value & 15 for value in sampling) if self._components > 1 else 1)
        self._units = -(-width // across) * -(-height // down)

    def interval(self, segment: bytes) -> None:
        """Take note of the interval between restart marks."""
        self._interval = int.from_bytes(segment[:2], "big")

    def scan(self, segment: bytes, content: bytes, end: int) -> None:
        """Take note of a scan with this header and content, ended by a mark at this place."""
        count = segment[0]
        first, last, bits = segment[1 + 2 * count], segment[2 + 2 * count], segment[3 + 2 * count] & 15
        for component in segment[1 : 1 + 2 * count : 2]:
            self._missing_bits |= {
                (component, at): bits for at in range(first, min(last, _COEFFICIENTS - 1) + 1)
            }
        self.scan_ends += (end,)
        if self._interval and count == self._components:
            self.restarts += len(_RESTART.findall(content))
            self.restarts_due += (self._units - 1) // self._interval


def read_marks(untrusted_bytes: bytes) -> Marks:
    """Walk the marks of a JPEG that the decoder has accepted."""
    marks, at = Marks(), 2
    while (found := _MARK.search(untrusted_bytes, at)) is not None:
        kind, start = untrusted_bytes[found.end() - 1], found.end()
        if kind == _END:
            marks.end = found.start()
            break
        at = start + int.from_bytes(untrusted_bytes[start : start + 2], "big")
        segment = untrusted_bytes[start + 2 : at]
        if kind in _FRAMES:
            marks.frame(segment)
        elif kind == _INTERVAL:
            marks.interval(segment)
        elif kind == _SCAN:
            after = _MARK.search(untrusted_bytes, at)
            end = after.start() if after else len(untrusted_bytes)
            marks.scan(segment, untrusted_bytes[at:end], end)
            at = end
    return marks
