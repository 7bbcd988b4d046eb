"""What one hostile file may cost at most."""

from dataclasses import dataclass

MEGA = 1_000_000
"""Megabytes and megapixels in messages are decimal, as file managers show them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost; crossing any of these refuses the file, never the batch.

    `file_bytes`: an uncompressed 24-bit A4 scan at 600 ppi is 104 MB; twice that and more still passes.
    `pixels`: of one frame. A4 at 1200 ppi is 139 million; flatbeds for documents go no higher.
    `frames`: of one file. A multi-page scan of a whole passport has under 60.
    `seconds`: for one request (open, measure or decode). 12 million pixels take under 1 s, so 30 s is slow
    even on a busy computer, and short enough for a person who waits.
    `memory_bytes`: address space of one worker. The largest allowed frame needs 4 bytes a pixel while it is
    decoded and 3 to hand it over (1.4 GB together), beside the file and the interpreter (0.2 GB).
    """

    file_bytes: int = 256 * MEGA
    pixels: int = 200 * MEGA
    frames: int = 500
    seconds: float = 30.0
    memory_bytes: int = 2048 * MEGA


def in_mega(amount: int) -> int:
    """Return bytes or pixels in millions, rounded up, as sentences name them."""
    return -(-amount // MEGA)
