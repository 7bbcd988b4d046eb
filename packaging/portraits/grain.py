"""Noise and soft spots over the mesh at rest, as the pixels show it."""

from dataclasses import dataclass

import cv2
import numpy as np
from basis import Flags, Floats
from noise import noise


@dataclass(frozen=True, slots=True)
class Grain:
    """Noise over the mesh at rest, as the pixels show it.

    Attributes:
        rest: rows x columns x 3.
        inside: which pixels show anything.
        offset: of the noise, so that two people differ.
    """

    rest: Floats
    inside: Flags
    offset: Floats

    def field(self, frequency: float, octaves: int, seed: int) -> Floats:
        """Return noise, about -1 to 1; `frequency` per dm."""
        # Slow noise is made on a quarter or half of the pixels each way.
        every = 4 if frequency < 10 else 2 if frequency < 41 else 1
        few = self.inside[::every, ::every]
        out = np.zeros(few.shape, np.float32)
        out[few] = noise(self.rest[::every, ::every][few] + self.offset, frequency, octaves, seed)
        return out if every == 1 else resized(out, self.inside.shape)

    def blob(self, x: float, y: float, wide: float, high: float) -> Floats:
        """Return a soft spot on both sides of the face, 0 to 1."""
        dx = (np.abs(self.rest[..., 0]) - x) / wide
        dy = (self.rest[..., 1] - y) / high
        return np.exp(-(dx * dx + dy * dy)) * (self.rest[..., 2] > 0.3)


def resized(values: Floats, shape: tuple[int, ...]) -> Floats:
    """Return the values stretched over rows and columns."""
    return cv2.resize(values, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR)
