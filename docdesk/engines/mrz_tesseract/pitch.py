"""The fixed pitch of OCR-B: how far apart the characters of a line stand, and where each one is."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# Pitches looked for, pixels of the size at which a band was found: the band filters see 6 to 12 well.
LEAST_PITCH, MOST_PITCH, PITCH_STEP = 4.5, 18.0, 1.01
# A window holds about 15 characters: long enough to tell pitches apart, short enough for perspective.
WINDOW_PITCHES = 15.0
# The low-pass that follows the phase along a line, in pitches: a gap or a stamp of two is bridged.
PHASE_SIGMA = 2.5


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells along a line: the centre of cell k lies where `a + b x + c x**2` is k (x in pixels).

    `steadiness` is how strongly the ink follows the pitch, from 0 (not at all) to about 0.6.
    """

    a: float
    b: float
    c: float
    steadiness: float

    def place(self, x: NDArray[np.float64] | float) -> NDArray[np.float64]:
        """Return the cell number, with fractions, at x."""
        x = np.asarray(x, np.float64)
        return self.a + self.b * x + self.c * x * x

    def x_at(self, cell: NDArray[np.float64] | float) -> NDArray[np.float64]:
        """Return x at a cell number, by Newton's method from the straight grid; the bend is small."""
        cell = np.asarray(cell, np.float64)
        x = (cell - self.a) / self.b
        for _ in range(4):
            x = x - (self.place(x) - cell) / (self.b + 2 * self.c * x)
        return x


def likely_pitches(profile: Floats, count: int = 2) -> tuple[float, ...]:
    """Return the pitches at which the ink of a line repeats, the likeliest first, in pixels."""
    level = profile - cv2.blur(profile[None], (61, 1))[0]
    pitches = np.exp(np.arange(np.log(LEAST_PITCH), np.log(MOST_PITCH), np.log(PITCH_STEP)))
    x = np.arange(profile.size)
    powers = np.zeros(pitches.size)
    for index, pitch in enumerate(pitches):
        waves = level * np.exp(-2j * np.pi * x / pitch)
        sums = np.concatenate([[0], np.cumsum(waves)])
        width = min(int(WINDOW_PITCHES * pitch), profile.size)
        ends = np.arange(width, profile.size + 1, max(1, width // 4))
        powers[index] = np.mean(np.abs(sums[ends] - sums[ends - width]) ** 2) / width
    peaks = [i for i in range(1, pitches.size - 1) if powers[i] >= max(powers[i - 1], powers[i + 1])]
    peaks.sort(key=lambda i: -powers[i])
    return tuple(float(pitches[i]) for i in peaks[:count])


def fitted_grid(profile: Floats, pitch: float, first: float, last: float) -> Grid:
    """Return the grid that follows the ink of one line.

    Args:
        profile: ink for each pixel along the line.
        pitch: the pitch looked for, in pixels.
        first: where the print is sure to have begun, pixels.
        last: where it is still sure to go on.
    """
    x = np.arange(profile.size, dtype=np.float64)
    turn = np.exp(-2j * np.pi * x / pitch)
    wave = (profile - np.float32(profile.mean())) * turn
    real, imaginary = (
        cv2.GaussianBlur(np.asarray(part, np.float32)[None], (0, 0), PHASE_SIGMA * pitch)[0]
        for part in (wave.real, wave.imag)
    )
    ink = cv2.GaussianBlur(np.maximum(profile, 0)[None], (0, 0), PHASE_SIGMA * pitch)[0]
    size = np.hypot(real, imaginary)
    inside = np.zeros(profile.size, bool)
    inside[max(0, int(first)) : max(int(last), int(first) + 2)] = True
    phase = np.unwrap(np.arctan2(imaginary, real)) / (2 * np.pi)
    weight = np.where(inside, size, 0) + 1e-9
    middle = float((x * weight).sum() / weight.sum())
    bend, slope, offset = np.polyfit(x - middle, phase, 2, w=np.sqrt(weight))
    steadiness = float(size[inside].sum() / (ink[inside].sum() + 1e-6))
    c = float(bend)
    b = float(1 / pitch + slope - 2 * bend * middle)
    a = float(offset - slope * middle + bend * middle * middle)
    return Grid(a, b, c, steadiness)
