"""TIFF files put together by hand: those that no encoder writes."""

import struct

SHORT, LONG = 3, 4


def tiff(
    tags: dict[int, tuple[int, int]],
    strip: bytes,
    *,
    following: int = 0,
    order: str = "<",
) -> bytes:
    """A TIFF of one directory and one strip.

    Args:
        tags: type and value of each tag; where the strip stands and its length are put in.
        strip: what stands at byte 8.
        following: where the next directory stands; -1 for this one again.
        order: of bytes, as in `struct`.
    """
    directory = 8 + len(strip) + len(strip) % 2
    tags = {273: (LONG, 8), 279: (LONG, len(strip)), **tags}
    mark = b"II*\x00" if order == "<" else b"MM\x00*"
    entries = b"".join(_entry(tag, *tags[tag], order) for tag in sorted(tags))
    padded = strip + b"\x00" * (len(strip) % 2)
    end = struct.pack(order + "I", directory if following == -1 else following)
    return (
        mark
        + struct.pack(order + "I", directory)
        + padded
        + struct.pack(order + "H", len(tags))
        + entries
        + end
    )


def grey_tags(width: int, height: int, bits: int, photometric: int = 1) -> dict[int, tuple[int, int]]:
    """The tags of an uncompressed grey picture."""
    return {
        256: (LONG, width),
        257: (LONG, height),
        258: (SHORT, bits),
        259: (SHORT, 1),
        262: (SHORT, photometric),
        277: (SHORT, 1),
        278: (LONG, height),
    }


def _entry(tag: int, kind: int, value: int, order: str) -> bytes:
    packed = struct.pack(order + "HH", value, 0) if kind == SHORT else struct.pack(order + "I", value)
    return struct.pack(order + "HHI", tag, kind, 1) + packed
