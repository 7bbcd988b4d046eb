"""Ink on paper: tint, background print, lettering behind, holes, scratches, stamps, boxes, folds."""

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from models.mrz.settings import Settings

Floats = NDArray[np.float32]

_WORDS: Final = [
    "SPECIMEN",
    "MUSTER",
    "VZOR",
    "REPUBLIC",
    "UTOPIA",
    "PASSPORT",
    "SAMPLE",
    "COPY",
    "0123456789",
    "KINGDOM",
]


def painted(cover: NDArray[np.uint8], pitch: float, rng: np.random.Generator, settings: Settings) -> Floats:
    """Return grey paper (0 to 255) with this ink on it, as large as the ink; `pitch` in its pixels."""
    ink = _worn(cover.astype(np.float32) / 255, pitch, rng, settings)
    contrast = rng.uniform(*settings.contrast)
    paper = rng.uniform(min(contrast, 250.0), 255.0)
    back = paper + _background(ink.shape, pitch, contrast, rng)
    darkness = (paper - contrast) + rng.normal(0, 3)
    grey = back * (1 - ink) + darkness * ink
    for add in (_stamp, _box, _fold, _scratches):
        if rng.random() < settings.spoilt * 0.3:
            grey = add(grey, pitch, paper, rng)
    if rng.random() < 0.03:
        grey = 255 - grey  # light print on a dark ground
    return np.clip(grey, 0, 255).astype(np.float32)


def field(shape: tuple[int, ...], grain: float, rng: np.random.Generator) -> Floats:
    """Return smooth noise of about unit deviation whose spots are `grain` pixels wide."""
    rows, columns = (max(2, int(n / grain) + 2) for n in shape[:2])
    small = rng.standard_normal((rows, columns)).astype(np.float32)
    return np.asarray(cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC), np.float32)


def _worn(ink: Floats, pitch: float, rng: np.random.Generator, settings: Settings) -> Floats:
    """Return the ink with uneven strength, pinholes, missing spots, or the dots of a printer."""
    if rng.random() < 0.35:
        ink = ink * np.clip(
            1 - rng.uniform(0, 0.4) * np.abs(field(ink.shape, pitch * rng.uniform(0.5, 6), rng)), 0, 1
        )
    if rng.random() < settings.spoilt * 0.6:
        holes = field(ink.shape, max(1.5, pitch * rng.uniform(0.05, 0.5)), rng)
        ink = ink * (1 - np.clip((holes - rng.uniform(1.0, 2.2)) * 3, 0, 1) * rng.uniform(0.4, 1))
    if rng.random() < settings.spoilt * 0.4:
        ink = _halftone(ink, pitch, rng)
    return ink.astype(np.float32)


def _halftone(ink: Floats, pitch: float, rng: np.random.Generator) -> Floats:
    """Return the ink printed as dots, lines or a raster, no finer than two pixels."""
    step = max(2.0, pitch * rng.uniform(0.06, 0.16))
    angle = rng.uniform(0, np.pi)
    y, x = np.indices(ink.shape, np.float32)
    u, v = x * np.cos(angle) + y * np.sin(angle), y * np.cos(angle) - x * np.sin(angle)
    wave = np.cos(2 * np.pi * u / step)
    if rng.random() < 0.7:
        wave = (wave + np.cos(2 * np.pi * v / step)) / 2
    return np.asarray(
        np.clip(ink * rng.uniform(0.9, 1.5) + wave * rng.uniform(0.1, 0.5) * ink, 0, 1), np.float32
    )


def _background(shape: tuple[int, ...], pitch: float, contrast: float, rng: np.random.Generator) -> Floats:
    """Return what is printed below, in levels; nothing in infrared."""
    back = np.zeros(shape, np.float32)
    if rng.random() < 0.3:
        return back
    depth = contrast * rng.uniform(0.05, 0.4)
    if rng.random() < 0.6:
        back += field(shape, pitch * rng.uniform(1, 20), rng) * depth * 0.4
    if rng.random() < 0.5:
        back -= _waves(shape, pitch, rng) * depth
    if rng.random() < 0.2:
        back -= _lettering(shape, pitch, rng) * depth * 1.2
    return back


def _waves(shape: tuple[int, ...], pitch: float, rng: np.random.Generator) -> Floats:
    """Return guilloche-like lines, 0 to 1."""
    y, x = np.indices(shape, np.float32) / np.float32(pitch)
    total = np.zeros(shape, np.float32)
    for _ in range(rng.integers(1, 4)):
        angle, step = rng.uniform(0, np.pi), rng.uniform(0.12, 0.8)
        u = x * np.cos(angle) + y * np.sin(angle)
        v = y * np.cos(angle) - x * np.sin(angle)
        bend = rng.uniform(0, 0.6) * np.sin(v / rng.uniform(0.4, 3) + rng.uniform(0, 6))
        total += np.cos(2 * np.pi * (u + bend) / step) > rng.uniform(0.2, 0.95)
    return np.clip(total, 0, 1)


def _lettering(shape: tuple[int, ...], pitch: float, rng: np.random.Generator) -> Floats:
    """Return words behind the print, 0 to 1."""
    canvas = np.zeros(shape, np.float32)
    for _ in range(rng.integers(1, 5)):
        size = pitch * rng.uniform(0.012, 0.09)
        at = (int(rng.uniform(-0.1, 0.9) * shape[1]), int(rng.uniform(0.1, 1.3) * shape[0]))
        word = _WORDS[rng.integers(len(_WORDS))]
        font = int(rng.choice([cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_TRIPLEX]))
        cv2.putText(canvas, word, at, font, size, 1.0, max(1, round(size * rng.uniform(1, 4))), cv2.LINE_AA)
    angle = rng.normal(0, 12)
    turn = cv2.getRotationMatrix2D((shape[1] / 2, shape[0] / 2), angle, 1.0)
    return np.asarray(cv2.warpAffine(canvas, turn, (shape[1], shape[0])), np.float32)


def _stamp(grey: Floats, pitch: float, paper: float, rng: np.random.Generator) -> Floats:
    """Return the paper with part of a stamp or some writing across it."""
    mark = np.zeros(grey.shape, np.float32)
    width = max(1, round(pitch * rng.uniform(0.05, 0.25)))
    kind = rng.random()
    x, y = rng.uniform(0, grey.shape[1]), rng.uniform(0, grey.shape[0])
    if kind < 0.4:
        for radius in (rng.uniform(2, 8) * pitch, rng.uniform(2, 8) * pitch):
            cv2.circle(mark, (int(x), int(y)), int(radius), 1.0, width, cv2.LINE_AA)
    elif kind < 0.7:
        steps = rng.normal(0, pitch * 0.8, (40, 2)) + np.array([pitch * 0.3, 0])
        points = np.cumsum(steps, axis=0) + np.array([x - 5 * pitch, y])
        cv2.polylines(mark, [points.astype(np.int32)], False, 1.0, width, cv2.LINE_AA)
    else:
        size = pitch * rng.uniform(0.04, 0.12)
        word = _WORDS[rng.integers(len(_WORDS))]
        cv2.putText(
            mark, word, (int(x - 4 * pitch), int(y + pitch)), 0, size, 1.0, max(1, width), cv2.LINE_AA
        )
        turn = cv2.getRotationMatrix2D((x, y), rng.uniform(-90, 90), 1.0)
        mark = np.asarray(cv2.warpAffine(mark, turn, (grey.shape[1], grey.shape[0])), np.float32)
    strength = rng.uniform(0.2, 0.75)
    return np.asarray(
        grey * (1 - strength * mark) + strength * mark * paper * rng.uniform(0.1, 0.6), np.float32
    )


def _box(grey: Floats, pitch: float, paper: float, rng: np.random.Generator) -> Floats:
    """Return the paper with rules drawn along or round characters."""
    grey = grey.copy()
    level = float(paper * rng.uniform(0.1, 0.7))
    width = max(1, round(pitch * rng.uniform(0.03, 0.12)))
    for _ in range(rng.integers(1, 4)):
        x, y = rng.uniform(0, grey.shape[1]), rng.uniform(0, grey.shape[0])
        w, h = pitch * rng.uniform(1, 30), pitch * rng.uniform(0.8, 1.8)
        if rng.random() < 0.5:
            cv2.rectangle(grey, (int(x), int(y)), (int(x + w), int(y + h)), level, width, cv2.LINE_AA)
        else:
            slant = rng.normal(0, 0.5) * pitch if rng.random() < 0.5 else 0
            cv2.line(grey, (int(x), int(y)), (int(x + w), int(y + slant)), level, width, cv2.LINE_AA)
    return grey


def _fold(grey: Floats, pitch: float, paper: float, rng: np.random.Generator) -> Floats:
    """Return the paper with a bright or dark crease across it."""
    x = np.arange(grey.shape[1], dtype=np.float32)[None, :]
    y = np.arange(grey.shape[0], dtype=np.float32)[:, None]
    middle = rng.uniform(0, grey.shape[1]) + rng.normal(0, 0.4) * y
    near = np.exp(-(((x - middle) / (pitch * rng.uniform(0.04, 0.25))) ** 2))
    depth = rng.uniform(0.2, 0.8) * near
    return np.asarray(grey * (1 - depth) + depth * paper * rng.choice([0.4, 1.05]), np.float32)


def _scratches(grey: Floats, pitch: float, paper: float, rng: np.random.Generator) -> Floats:
    """Return the print scratched down to the paper, or dirty."""
    grey = grey.copy()
    for _ in range(rng.integers(1, 6)):
        x, y = rng.uniform(0, grey.shape[1]), rng.uniform(0, grey.shape[0])
        dx, dy = rng.normal(0, 3 * pitch, 2)
        level = float(paper * rng.uniform(0.5, 1.1))
        width = max(1, round(pitch * rng.uniform(0.02, 0.1)))
        cv2.line(grey, (int(x), int(y)), (int(x + dx), int(y + dy)), level, width, cv2.LINE_AA)
    return grey
