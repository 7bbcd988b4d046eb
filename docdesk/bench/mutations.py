"""Files gone wrong in every way that files go wrong, and some that only an attacker thinks of."""

import re
import zlib
from collections.abc import Callable
from random import Random
from typing import Literal

Mutation = Callable[[Random, bytes], bytes]

Order = Literal["little", "big"]

_HEADER = 256
"""Bytes at the start in which numbers are lied about most often: sizes, counts and offsets of all formats."""

_BLOCK = 64
"""The longest block that is overwritten, put in or taken out, in bytes: the seeds are a few hundred long."""

_EXTREMES = (
    0,
    1,
    2,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x7FFFFFFF,
    0x80000000,
    0xFFFFFFFE,
    0xFFFFFFFF,
)
"""Numbers at which sizes, signs and sums overflow."""

_BOMB_SIDES = (1, 16_384, 30_000, 60_000, 65_535, 1 << 20, (1 << 31) - 1)
"""Widths and heights from degenerate to far beyond any limit."""

_PNG_MARK = b"\x89PNG\r\n\x1a\n"
_DIGITS = re.compile(rb"\d+")


def mutated(random: Random, seed: bytes, others: tuple[bytes, ...]) -> bytes:
    """Return the seed after one to three mutations; a PNG's checksums are made right again half the time.

    Args:
        random: decides everything; equal states give equal files.
        seed: a whole file.
        others: whole files from which a tail may be taken.
    """
    changed = seed
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        if random.random() < 0.05:  # rarely: a file with another's tail is refused early
            changed = _grafted(random, changed, random.choice(others))
        else:
            changed = random.choice(_MUTATIONS)(random, changed)
    if changed.startswith(_PNG_MARK) and random.random() < 0.5:
        changed = _with_checksums(changed)
    return changed


def _truncated(random: Random, content: bytes) -> bytes:
    return content[: random.randrange(len(content) + 1)]


def _with_flipped_bits(random: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 8, 32)) if changed else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _overwritten(random: Random, content: bytes) -> bytes:
    at, size = random.randrange(len(content) + 1), random.randrange(1, _BLOCK)
    filler = random.choice((b"\x00" * size, b"\xff" * size, random.randbytes(size)))
    return content[:at] + filler + content[at + size :]


def _with_inserted(random: Random, content: bytes) -> bytes:
    at = random.randrange(len(content) + 1)
    return content[:at] + random.randbytes(random.randrange(1, _BLOCK)) + content[at:]


def _with_deleted(random: Random, content: bytes) -> bytes:
    at = random.randrange(len(content) + 1)
    return content[:at] + content[at + random.randrange(1, _BLOCK) :]


def _with_repeated(random: Random, content: bytes) -> bytes:
    at, size = random.randrange(len(content) + 1), random.randrange(1, 4 * _BLOCK)
    return content[:at] + content[at : at + size] * random.choice((2, 3, 50)) + content[at + size :]


def _with_lying_number(random: Random, content: bytes) -> bytes:
    """Put an extreme number somewhere, mostly into the header: dimensions, counts, lengths, offsets."""
    size = random.choice((1, 2, 4))
    reach = _HEADER if random.random() < 0.7 else len(content)
    at = random.randrange(max(1, min(reach, len(content)) - size))
    number = random.choice(_EXTREMES) & ((1 << 8 * size) - 1)
    return content[:at] + number.to_bytes(size, random.choice(("little", "big"))) + content[at + size :]


def _with_lying_size(random: Random, content: bytes) -> bytes:
    """Put a false width or height where the format keeps it; elsewhere, a lying number."""
    place = _size_place(content)
    if place is None:
        return _with_lying_number(random, content)
    at, size, order = place
    at += random.choice((0, size))
    side = random.choice(_BOMB_SIDES) & ((1 << 8 * size) - 1)
    changed = content[:at] + side.to_bytes(size, order) + content[at + size :]
    return _with_checksums(changed) if content.startswith(_PNG_MARK) else changed


def _with_lying_digits(random: Random, content: bytes) -> bytes:
    """Change a number written in digits: lengths, counts and boxes of a PDF; elsewhere, a lying number."""
    numbers = list(_DIGITS.finditer(content)) if content.startswith(b"%PDF") else []
    if not numbers:
        return _with_lying_number(random, content)
    found = random.choice(numbers)
    lie = random.choice((b"0", b"-1", b"1", b"99999", b"2147483647", b"4294967296", b"1e99"))
    return content[: found.start()] + lie + content[found.end() :]


def _size_place(content: bytes) -> tuple[int, int, Order] | None:
    """Return where the two numbers of the size begin, how long each is, and in which byte order."""
    if content.startswith(_PNG_MARK):
        return 16, 4, "big"
    if content.startswith(b"BM"):
        return 18, 4, "little"
    if content.startswith(b"\xff\xd8"):
        frame = re.search(rb"\xff[\xc0\xc2]", content)
        return (frame.start() + 5, 2, "big") if frame else None
    for mark, offset in ((b"ispe", 8), (b"ihdr", 4), (b"\xff\x4f\xff\x51", 8)):  # HEIC, JP2, codestream
        at = content.find(mark)
        if at >= 0:
            return at + offset, 4, "big"
    return None


def _grafted(random: Random, content: bytes, other: bytes) -> bytes:
    return content[: random.randrange(len(content) + 1)] + other[random.randrange(len(other)) :]


def _with_checksums(content: bytes) -> bytes:
    """Return a PNG whose chunks, as far as they can be followed, have right checksums."""
    changed = bytearray(content)
    at = len(_PNG_MARK)
    while at + 12 <= len(changed):
        end = at + 12 + int.from_bytes(changed[at : at + 4], "big")
        if end > len(changed):
            break
        changed[end - 4 : end] = zlib.crc32(changed[at + 4 : end - 4]).to_bytes(4, "big")
        at = end
    return bytes(changed)


_MUTATIONS: tuple[Mutation, ...] = (
    _truncated,
    _with_flipped_bits,
    _overwritten,
    _with_inserted,
    _with_deleted,
    _with_repeated,
    _with_lying_number,
    _with_lying_size,
    _with_lying_digits,
)
