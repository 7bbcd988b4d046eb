"""Strips made in a process beside the training, kept for some time, and cut to pieces with their targets."""

import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.mrz.alphabet import ALPHABET
from models.mrz.settings import TRAINED, Settings
from models.mrz.strips import CAPITAL, MIDDLE, ROWS, Strip, random_strips

BLANK: Final = 37
IGNORED: Final = -100
COLUMN: Final = 4
FIRST: Final = 1.5
"""Column k of the network's answer is centred on strip x = 4k + 1.5."""

NEAR: Final = 0.3
FAR: Final = 0.4
"""Columns nearer than this to a character's middle, in pitches, are its class; those farther are no class."""

KEPT: Final = 8000
"""Strips kept in memory to draw from; about 300 MB."""


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Strips N x 1 x 32 x W, classes N x K (or `IGNORED`), and where characters are font, dy, ln height."""

    strips: NDArray[np.float32]
    classes: NDArray[np.int64]
    ocr_b: NDArray[np.float32]
    dy: NDArray[np.float32]
    height: NDArray[np.float32]


def normalised(picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return grey values as the network wants them."""
    grey = picture.astype(np.float32)
    return np.clip((grey - grey.mean()) / (grey.std() + 1), -4, 4)


def piece(strip: Strip, start: int, width: int) -> tuple[NDArray[np.float32], ...]:
    """Return one piece of a strip from column `start`, padded with its mean, and its targets."""
    grey = normalised(strip.picture)[:, start : start + width]
    grey = np.pad(grey, ((0, 0), (0, width - grey.shape[1])))
    at = start + np.arange(width // COLUMN) * COLUMN + FIRST
    nearest = np.abs(strip.x[None, :] - at[:, None]).argmin(axis=1)
    pitch = np.gradient(strip.x) if len(strip.x) > 1 else np.array([20.0])
    away = np.abs(strip.x[nearest] - at) / pitch[nearest]
    chars = np.array([ALPHABET.index(char) for char in strip.text])
    classes = np.where(away <= NEAR, chars[nearest], np.where(away > FAR, BLANK, IGNORED))
    return (
        grey[None],
        classes,
        np.full(at.shape, strip.ocr_b, np.float32),
        (strip.y[nearest] - MIDDLE).astype(np.float32),
        np.log(strip.capital[nearest] / CAPITAL).astype(np.float32),
    )


def stacked(pieces: list[tuple[NDArray[np.float32], ...]]) -> Batch:
    """Return pieces of one width as a batch."""
    return Batch(*(np.stack(parts) for parts in zip(*pieces, strict=True)))


def batches(seed: tuple[int, ...], size: int, width: int, views: int, uses: int) -> Iterator[Batch]:
    """Yield batches without end, of strips that a process beside makes; a seed stands for its strips."""
    made: multiprocessing.Queue[list[Strip]] = multiprocessing.Queue(8)
    maker = multiprocessing.Process(target=_make, args=(made, seed, views), daemon=True)
    maker.start()
    rng = np.random.default_rng((*seed, 1))
    kept: list[Strip] = []
    due = 0.0
    while True:
        while len(kept) < min(KEPT, 4 * size):
            kept += made.get()
        due += size / uses
        while due > 0:
            new = made.get()
            due -= len(new)
            kept += new
        if len(kept) > KEPT:
            kept = kept[-KEPT:]
        chosen = rng.choice(len(kept), size, replace=False)
        yield stacked([piece(kept[n], _start(kept[n], width, rng), width) for n in chosen])


def _start(strip: Strip, width: int, rng: np.random.Generator) -> int:
    spare = strip.picture.shape[1] - width
    return int(rng.integers(0, spare + 1)) if spare > 0 else 0


def _make(made: "multiprocessing.Queue[list[Strip]]", seed: tuple[int, ...], views: int) -> None:
    cv2.setNumThreads(1)
    rng = np.random.default_rng(seed)
    while True:
        strips: list[Strip] = []
        while len(strips) < 32:
            strips += random_strips(rng, TRAINED, views)
        made.put(strips)


def held_out(seed: int, count: int, settings: Settings) -> list[Strip]:
    """Return strips for measuring, always the same ones for a seed."""
    rng = np.random.default_rng((seed, 7))
    strips: list[Strip] = []
    while len(strips) < count:
        strips += random_strips(rng, settings, 1)
    return [strip for strip in strips if strip.picture.shape[0] == ROWS][:count]
