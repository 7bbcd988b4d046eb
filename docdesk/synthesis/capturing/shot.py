"""A shot: what a device made of one side under one light, and where the face lies in it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from docdesk.foundation.geometry import Quad
from docdesk.synthesis.drawing import Curve
from docdesk.synthesis.models.model import Light, Side


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """One picture of one side of a document.

    Attributes:
        pixels: rows x columns x 3, RGB, or rows x columns (infrared); 8 bits of sRGB.
        side, light: of the document.
        device: reader, flatbed, telephone or screen.
        ppi: that the file states; None where the device states none.
        face: width and height of the side in mm.
        homography: 3 x 3; from mm of the face (x right, y up, from its bottom-left corner) to px of the
            picture (x right, y down, whole numbers are edges of pixels).
        distortion: k1 of the lens: a point p of the homography is seen at
            c + (p - c) (1 + k1 |p - c|^2 / r^2), c the middle of the picture, r half its diagonal.
    """

    pixels: NDArray[np.uint8]
    side: Side
    light: Light
    device: str
    ppi: float | None
    face: tuple[float, float]
    homography: NDArray[np.float64]
    distortion: float = 0.0

    def to_pixels(self, curve: Curve) -> Curve:
        """Return points given in mm of the face as x, y in px of the picture."""
        flat = np.column_stack((curve, np.ones(len(curve)))) @ self.homography.T
        points = flat[:, :2] / flat[:, 2:]
        if self.distortion == 0:
            return np.asarray(points)
        rows, columns = self.pixels.shape[:2]
        centre = np.array([columns / 2, rows / 2])
        away = points - centre
        spread = (away**2).sum(axis=1, keepdims=True) / (centre**2).sum()
        return np.asarray(centre + away * (1 + self.distortion * spread))

    def quad(self, box: tuple[float, float, float, float]) -> Quad:
        """Return where a box of the face, in mm, lies: its corners clockwise from the top-left, in px."""
        left, bottom, width, height = box
        right, top = left + width, bottom + height
        corners = self.to_pixels(np.array([[left, top], [right, top], [right, bottom], [left, bottom]]))
        a, b, c, d = ((float(x), float(y)) for x, y in corners)
        return a, b, c, d
