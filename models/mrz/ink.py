"""The ink of a whole MRZ: glyphs set on a grid, worn, spread and thinned, and where each character stands."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from models.mrz.glyphs import CAPITAL, CELL, PITCH, Face, faces
from models.mrz.settings import Settings
from models.mrz.texts import SHAPE_SHARES, SHAPES, valid_zone, zone_text

MARGIN: Final = 4 * PITCH
"""Paper left and right of the first and the last character."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class InkLine:
    """A printed line: its text, the middles of its characters, and the height of a capital, in ink pixels."""

    text: str
    x: NDArray[np.float64]
    y: float
    capital: float
    pitch: float


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """Coverage 0 to 255 of a zone at `PITCH` pixels a character, its lines, and whether it is OCR-B."""

    cover: NDArray[np.uint8]
    lines: tuple[InkLine, ...]
    ocr_b: bool


def zone_ink(rng: np.random.Generator, settings: Settings) -> Ink:
    """Return the ink of a random MRZ."""
    texts = _texts(rng, settings)
    count = len(texts)
    face = _face(rng, settings)
    between = PITCH * (rng.uniform(1.45, 1.9) if count == 3 else rng.uniform(1.6, 2.9))
    pitch = PITCH * (1.0 if face.ocr_b else rng.uniform(0.85, 1.15))
    loose = not face.ocr_b and rng.random() < 0.25  # as typed with a proportional font
    height = round(2 * MARGIN / 2 + (count - 1) * between + CAPITAL)
    lines = []
    widest = 0.0
    for number, text in enumerate(texts):
        steps = _steps(rng, face, text, pitch, loose=loose)
        x = MARGIN + np.cumsum(steps) - steps[0] / 2 + rng.normal(0, 0.3)
        y = MARGIN / 2 + CAPITAL / 2 + number * between
        lines.append(InkLine(text, x, float(y), float(CAPITAL), float(pitch)))
        widest = max(widest, float(x[-1]))
    cover = np.zeros((height + CELL, int(widest) + MARGIN + CELL), np.uint8)
    shaky = rng.random() < 0.15
    for line in lines:
        _set(cover, face, line, rng.normal(0, 1.2, (len(line.text), 2)) if shaky else None)
    return Ink(_spread(rng, cover), tuple(lines), face.ocr_b)


def _texts(rng: np.random.Generator, settings: Settings) -> tuple[str, ...]:
    if settings.valid and rng.random() < settings.valid:
        return valid_zone(rng)
    count, length = SHAPES[rng.choice(len(SHAPES), p=SHAPE_SHARES)]
    if rng.random() < 0.1:
        length = int(rng.integers(12, 48))
    return zone_text(rng, count, length)


def _face(rng: np.random.Generator, settings: Settings) -> Face:
    cuts, others = faces("held out" if settings.mechanism == "held_out" else "")
    if rng.random() < settings.other_fonts and others:
        return others[rng.integers(len(others))]
    return cuts[rng.choice(len(cuts), p=_cut_shares(len(cuts)))]


def _cut_shares(count: int) -> NDArray[np.float64]:
    """Return shares that favour the usual stroke width and the font file."""
    shares = np.array([1, 2, 3, 2, 1] + [3] * (count - 5), float)
    return shares / shares.sum()


def _steps(
    rng: np.random.Generator, face: Face, text: str, pitch: float, *, loose: bool
) -> NDArray[np.float64]:
    """Return the distance from each character's middle to the one before; the first from the margin."""
    if not loose:
        drift = 1 + rng.normal(0, 0.004) * np.linspace(-1, 1, len(text))
        return pitch * drift
    widths = np.array([face.widths[char] for char in text]) + rng.uniform(4, 18)
    return (widths + np.concatenate([[widths[0]], widths[:-1]])) / 2


def _set(cover: NDArray[np.uint8], face: Face, line: InkLine, shake: NDArray[np.float64] | None) -> None:
    for place, char in enumerate(line.text):
        dx, dy = shake[place] if shake is not None else (0.0, 0.0)
        left = round(line.x[place] + dx - CELL / 2)
        top = round(line.y + dy - CELL / 2)
        part = cover[max(0, top) : top + CELL, max(0, left) : left + CELL]
        glyph = face.masks[char][max(0, -top) :, max(0, -left) :][: part.shape[0], : part.shape[1]]
        np.maximum(part, glyph, out=part)


def _spread(rng: np.random.Generator, cover: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the ink spread or thinned, as absorbing paper, laser engraving and copying do."""
    kind = rng.random()
    if kind < 0.5:
        return cover
    if kind < 0.75:
        size = int(rng.integers(2, 6))
        shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
        return (cv2.dilate if rng.random() < 0.6 else cv2.erode)(cover, shape)
    sigma = rng.uniform(2, 6)
    soft = cv2.GaussianBlur(cover, (0, 0), sigma)
    edge = rng.uniform(80, 175)
    return np.clip((soft.astype(np.float32) - edge) * rng.uniform(2, 12) + 128, 0, 255).astype(np.uint8)
