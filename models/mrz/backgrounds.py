"""What lies under print: paper and plastic with tints and guilloches, and the desks that pages lie on."""

import cv2
import numpy as np
from numpy.typing import NDArray

from models.mrz.painting import field

Floats = NDArray[np.float32]


def paper(rng: np.random.Generator, shape: tuple[int, int], unit: float) -> Floats:
    """Return an empty page in grey (0 to 255); `unit` is the pitch in its pixels."""
    # One page in twelve is dark, with light print; the tones of the rest are those of passports and cards.
    tone = rng.uniform(25, 110) if rng.random() < 0.08 else rng.uniform(120, 255)
    page = np.full(shape, tone, np.float32)
    if rng.random() < 0.3:
        return page  # infrared, and plain paper
    if rng.random() < 0.6:
        page += field(shape, unit * rng.uniform(4, 40), rng) * rng.uniform(2, 22)
    if rng.random() < 0.3:
        page += field(shape, max(1.5, unit * rng.uniform(0.05, 0.4)), rng) * rng.uniform(1, 8)
    if rng.random() < 0.5:
        _bands(page, rng)
    for _ in range(rng.integers(0, 4)):
        guilloche(page, rng, unit)
    return np.clip(page, 0, 255, out=page)


def guilloche(page: Floats, rng: np.random.Generator, unit: float) -> None:
    """Draw a sheaf of waving lines over a page, or over a part of it."""
    height, width = page.shape
    tone = float(np.clip(page[height // 2, width // 2] + rng.normal(0, 35), 0, 255))
    step, wave = unit * rng.uniform(0.15, 1.2), unit * rng.uniform(0.2, 6)
    count = int(min(140, rng.uniform(0.3, 1.3) * height / step))
    along = np.arange(-8, width + 8, 6, dtype=np.float64)
    length, phase, shear = unit * rng.uniform(2, 25), rng.uniform(0, 6), rng.normal(0, 0.6)
    first = rng.uniform(-0.2, 0.6) * height
    lines = []
    for number in range(count):
        bend = np.sin(along / length + phase + number * shear * 0.3) * wave * np.sin(number / 9 + phase)
        lines.append(np.stack([along, first + number * step + bend], axis=1))
    angle = rng.uniform(-90, 90)
    turned = [np.round(_turned(line, angle, width, height) * 16).astype(np.int32) for line in lines]
    cv2.polylines(page, turned, False, tone, 1, cv2.LINE_AA, 4)


def desk(rng: np.random.Generator, shape: tuple[int, int]) -> Floats:
    """Return what pages lie on: a plain ground, wood, cloth, a lit table, a black reader."""
    tone = rng.uniform(0, 255)
    ground = np.full(shape, tone, np.float32)
    kind = rng.random()
    if kind < 0.35:
        return ground
    ground += field(shape, rng.uniform(40, 300), rng) * rng.uniform(3, 30)
    if kind < 0.5:  # wood: noise drawn out along one side
        along = rng.random() < 0.5
        high, wide = shape if along else shape[::-1]
        grain = cv2.resize(
            field((high, 8), rng.uniform(1.5, 12), rng), (wide, high), interpolation=cv2.INTER_CUBIC
        )
        ground += (grain if along else grain.T) * 14
    elif kind < 0.65:  # cloth
        y, x = np.indices(shape, np.float32)
        step = rng.uniform(2.5, 14)
        ground += (np.sin(x * (6.28 / step)) + np.sin(y * (6.28 / step))) * rng.uniform(2, 14)
    elif kind < 0.85:
        ground += field(shape, rng.uniform(1.5, 9), rng) * rng.uniform(2, 18)
    else:  # a picture of anything: hard edges at every angle
        for _ in range(rng.integers(3, 14)):
            spots = rng.uniform(-0.2, 1.2, (rng.integers(3, 6), 2)) * shape[::-1]
            cv2.fillPoly(ground, [spots.astype(np.int32)], float(rng.uniform(0, 255)), cv2.LINE_AA)
    return np.clip(ground, 0, 255, out=ground)


def _bands(page: Floats, rng: np.random.Generator) -> None:
    """Draw fields of another tone with straight sides: headers, edges, flags."""
    height, width = page.shape
    for _ in range(rng.integers(1, 4)):
        left, right = np.sort(rng.uniform(-0.2, 1.2, 2)) * width
        top, bottom = np.sort(rng.uniform(-0.2, 1.2, 2)) * height
        part = page[max(0, int(top)) : max(0, int(bottom)), max(0, int(left)) : max(0, int(right))]
        part += np.float32(rng.normal(0, 30))


def _turned(line: NDArray[np.float64], degrees: float, width: int, height: int) -> NDArray[np.float64]:
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(line @ turn[:, :2].T + turn[:, 2])
