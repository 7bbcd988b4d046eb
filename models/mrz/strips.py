"""Strips as the reader cuts them, by a geometry that is a little wrong, and where characters truly stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from models.mrz.blocks import Block, Line, flat_block
from models.mrz.degrade import degraded
from models.mrz.settings import Settings
from models.mrz.warps import Warp, random_warp

ROWS: Final = 32
PITCH: Final = 20.0
MIDDLE: Final = 15.5
MARGIN: Final = 3.0
"""Rows of a strip, its nominal pitch in pixels, the row of the characters' middle, and the paper before and
after the line in pitches: what the reader and the network agreed upon."""

CAPITAL: Final = 19.0
"""Rows of a capital at which the network tells a height of 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A strip (32 x W, 0 to 255) and its line: characters' middles x and y, capital heights, and the font."""

    picture: NDArray[np.uint8]
    text: str
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    capital: NDArray[np.float64]
    ocr_b: bool


def random_strips(rng: np.random.Generator, settings: Settings, views: int) -> Iterator[Strip]:
    """Yield the strips of one random block as seen in some pictures of it."""
    low, high = settings.pitch
    pitch = float(np.exp(rng.uniform(np.log(low), np.log(high))))
    block = flat_block(rng, settings, pitch)
    for _ in range(views):
        warp = random_warp(block.picture.shape, pitch, rng)
        seen = degraded(warp.picture(block.picture), pitch, rng, settings)
        for line in block.lines:
            yield _cut(seen, block, line, warp, rng)


def _cut(seen: NDArray[np.uint8], block: Block, line: Line, warp: Warp, rng: np.random.Generator) -> Strip:
    """Return the strip of a line, sampled along its curve with an error of place, slope, bend and pitch."""
    places = warp.to_sensor(np.stack([line.x, np.full(line.x.shape, line.y)], axis=1))
    half = line.capital / 2
    tops = warp.to_sensor(np.stack([line.x, np.full(line.x.shape, line.y - half)], axis=1))
    feet = warp.to_sensor(np.stack([line.x, np.full(line.x.shape, line.y + half)], axis=1))
    count = len(line.text)
    index = np.arange(count) / max(1, count - 1) - 0.5
    true_pitch = float(np.mean(np.linalg.norm(np.diff(places, axis=0), axis=1)))
    rough = _error(rng)
    pitch = true_pitch * rough.pitch
    unit = pitch / PITCH  # sensor pixels to one strip pixel
    # the curve that the reader believes: the true one with an error across it
    wrong = (rough.shift + rough.slope * index + rough.bend * (index**2 - 0.08)) * unit
    axis = (places[-1] - places[0]) / np.linalg.norm(places[-1] - places[0])
    across = np.array([-axis[1], axis[0]])
    along = (places - places[0]) @ axis
    curve = np.polyfit(along, (places - places[0]) @ across + wrong, 3)
    left = -MARGIN * pitch + rough.start * pitch
    width = int(np.ceil((along[-1] - left + (MARGIN + rough.end) * pitch) / unit / 4)) * 4
    columns = left + np.arange(width) * unit
    base, slope = (
        np.polyval(curve, np.clip(columns, along[0] - pitch, along[-1] + pitch)),
        np.polyval(np.polyder(curve), np.clip(columns, along[0], along[-1])),
    )
    norm = np.sqrt(1 + slope**2)
    rows = (np.arange(ROWS) - MIDDLE) * unit
    u = columns[None, :] - rows[:, None] * (slope / norm)[None, :]
    v = base[None, :] + rows[:, None] / norm[None, :]
    points = places[0] + u[..., None] * axis + v[..., None] * across
    picture = _sampled(seen, points, unit, rng)
    return Strip(
        picture,
        line.text,
        *_labels(places, tops, feet, (places[0], axis, across), curve, left, unit),
        block.ocr_b,
    )


@dataclass(frozen=True, slots=True)
class _Rough:
    """Errors of a geometry: pitch as a factor, shift, slope and bend in rows, start and end in pitches."""

    pitch: float
    shift: float
    slope: float
    bend: float
    start: float
    end: float


def _error(rng: np.random.Generator) -> _Rough:
    if rng.random() < 0.5:  # as after a second pass
        return _Rough(
            float(np.exp(rng.normal(0, 0.015))),
            rng.normal(0, 0.6),
            rng.normal(0, 0.8),
            0.0,
            rng.normal(0, 0.3),
            0.0,
        )
    return _Rough(
        float(np.exp(rng.uniform(-0.2, 0.2))),
        rng.uniform(-4, 4),
        rng.normal(0, 2.0),
        rng.normal(0, 3.0),
        rng.uniform(-1.5, 2),
        rng.uniform(-2, 1.5),
    )


def _sampled(
    seen: NDArray[np.uint8], points: NDArray[np.float64], unit: float, rng: np.random.Generator
) -> NDArray[np.uint8]:
    """Return the picture at these points, first made smaller by areas where it is much finer."""
    at = points.astype(np.float32)
    if unit > 1.25:
        small = (max(1, round(seen.shape[1] / unit)), max(1, round(seen.shape[0] / unit)))
        fx, fy = small[0] / seen.shape[1], small[1] / seen.shape[0]
        seen = np.asarray(cv2.resize(seen, small, interpolation=cv2.INTER_AREA), np.uint8)
        at = (at + 0.5) * np.array([fx, fy], np.float32) - 0.5
    way = cv2.INTER_CUBIC if rng.random() < 0.6 else cv2.INTER_LINEAR
    return np.asarray(cv2.remap(seen, at[..., 0], at[..., 1], way, borderMode=cv2.BORDER_REPLICATE), np.uint8)


def _labels(
    places: NDArray[np.float64],
    tops: NDArray[np.float64],
    feet: NDArray[np.float64],
    frame: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]],
    curve: NDArray[np.float64],
    left: float,
    unit: float,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return x, y and capital height of each character in strip pixels."""
    origin, axis, across = frame
    u, v = (places - origin) @ axis, (places - origin) @ across
    slope = np.polyval(np.polyder(curve), u)
    norm = np.sqrt(1 + slope**2)
    below = (v - np.polyval(curve, u)) / norm
    x = (u + below * slope / norm - left) / unit
    capital = np.linalg.norm(feet - tops, axis=1) / unit
    return x, MIDDLE + below / unit, capital
