"""A flat piece of paper with an MRZ on it, for scenes and strips."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from models.mrz.glyphs import PITCH
from models.mrz.ink import zone_ink
from models.mrz.painting import painted
from models.mrz.settings import Settings

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A printed line in pixels of its block: character middles, row of the middle, capital height, pitch."""

    text: str
    x: NDArray[np.float64]
    y: float
    capital: float
    pitch: float


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Grey paper (0 to 255) with an MRZ, the ink's cover (0 to 1) and its lines from the top."""

    picture: Floats
    cover: Floats
    lines: tuple[Line, ...]
    ocr_b: bool


def flat_block(rng: np.random.Generator, settings: Settings, pitch: float) -> Block:
    """Return a random MRZ on paper, at about this many pixels from one character to the next."""
    ink = zone_ink(rng, settings)
    scale = pitch / PITCH
    size = (round(ink.cover.shape[1] * scale), round(ink.cover.shape[0] * scale))
    cover = cv2.resize(ink.cover, size, interpolation=cv2.INTER_AREA)
    # cv2 maps pixel centres: x' = (x + 0.5) * s - 0.5
    sx, sy = size[0] / ink.cover.shape[1], size[1] / ink.cover.shape[0]
    lines = tuple(
        Line(
            line.text,
            (line.x + 0.5) * sx - 0.5,
            (line.y + 0.5) * sy - 0.5,
            line.capital * sy,
            line.pitch * sx,
        )
        for line in ink.lines
    )
    return Block(painted(cover, pitch, rng, settings), cover.astype(np.float32) / 255, lines, ink.ocr_b)
