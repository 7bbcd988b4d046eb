"""How a flat block comes to lie in a sensor's picture: turned a little, leaning, bent, foreshortened."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Warp:
    """From points of the sensor's picture back to points of the block: a homography and a bend of the rows.

    `bend` is the amplitude and `wave` the length of one bend in block pixels, `phase` in radians.
    """

    back: NDArray[np.float64]
    size: tuple[int, int]
    bend: float
    wave: float
    phase: float

    def to_block(self, points: Points) -> Points:
        """Return ... x 2 points of the sensor's picture in the block."""
        flat = np.concatenate([points, np.ones((*points.shape[:-1], 1))], axis=-1) @ self.back.T
        at = flat[..., :2] / flat[..., 2:]
        lift = self.bend * np.sin(2 * np.pi * at[..., 0] / self.wave + self.phase)
        return np.stack([at[..., 0], at[..., 1] + lift], axis=-1)

    def to_sensor(self, points: Points) -> Points:
        """Return ... x 2 points of the block in the sensor's picture."""
        lift = self.bend * np.sin(2 * np.pi * points[..., 0] / self.wave + self.phase)
        level = np.stack([points[..., 0], points[..., 1] - lift, np.ones(points.shape[:-1])], axis=-1)
        flat = level @ np.linalg.inv(self.back).T
        return flat[..., :2] / flat[..., 2:]

    def picture(self, block: Floats) -> Floats:
        """Return the block as the sensor sees it."""
        width, height = self.size
        grid = np.stack(np.meshgrid(np.arange(width, dtype=float), np.arange(height, dtype=float)), axis=-1)
        at = self.to_block(grid).astype(np.float32)
        return np.asarray(
            cv2.remap(block, at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101),
            np.float32,
        )


def random_warp(shape: tuple[int, ...], pitch: float, rng: np.random.Generator) -> Warp:
    """Return a warp under which a block of this shape stays whole; lines stay within about ten degrees."""
    height, width = shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], float)
    angle = np.radians(rng.normal(0, 3.5)) if rng.random() < 0.75 else 0.0
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    shear = rng.normal(0, 0.07)
    stretch = np.exp(rng.normal(0, 0.07)) if rng.random() < 0.6 else 1.0
    placed = corners @ np.array([[1, 0], [shear, stretch]]) @ turn.T
    if rng.random() < 0.6:
        placed += rng.normal(0, 0.012, (4, 2)) * width * np.array([1, 0.35])
    placed -= placed.min(axis=0)
    size = np.ceil(placed.max(axis=0)).astype(int)
    back = cv2.getPerspectiveTransform(placed.astype(np.float32), corners.astype(np.float32))
    bend = rng.normal(0, 0.35) * pitch if rng.random() < 0.35 else 0.0
    return Warp(back, (int(size[0]), int(size[1])), bend, width * rng.uniform(0.6, 2.5), rng.uniform(0, 6.28))
