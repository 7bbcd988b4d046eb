"""Shorthands of the decoding tests."""

from pathlib import Path

import numpy as np

from docdesk.engines.decoding.opened import OpenedFile
from docdesk.engines.decoding.pool import DecodingPool
from docdesk.foundation.errors import CaptureError
from docdesk.inspection.captures.decoding import Frame, Pixels
from tests.engines.decoding.drawn_files import LOWER_LEFT, LOWER_RIGHT, UPPER_LEFT, UPPER_RIGHT

FIELDS = (UPPER_LEFT, UPPER_RIGHT, LOWER_LEFT, LOWER_RIGHT)


def frames_of(pool: DecodingPool, path: Path) -> list[Frame]:
    """All frames of the file."""
    with pool.open(path) as file:
        return [file.frame(number) for number in range(1, file.frames + 1)]


def refusal_of(pool: DecodingPool, path: Path) -> str:
    """The code with which the file or one of its frames is refused, or what it decoded to."""
    try:
        frames = frames_of(pool, path)
    except CaptureError as error:
        return error.code
    return f"decoded {[frame.pixels.shape for frame in frames]}"


def corners(pixels: Pixels) -> list[list[int]]:
    """The colours 20 pixels inside the four corners: upper left, upper right, lower left, lower right."""
    return [pixels[row, column].tolist() for row in (20, -20) for column in (20, -20)]


def shows(pixels: Pixels, colours: tuple[tuple[int, int, int], ...], tolerance: int = 3) -> bool:
    """Whether the four fields have these colours, lossy formats being allowed a little."""
    found, wanted = np.array(corners(pixels), int), np.array(colours, int)
    return found.shape == wanted.shape and bool((abs(found - wanted) <= tolerance).all())


def worker_pid(file: OpenedFile) -> int:
    """The process that holds this file."""
    worker, new = file._bench.worker()
    assert not new
    assert worker.pid is not None
    return worker.pid
