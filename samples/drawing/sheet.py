"""A sheet of paper or card that takes inks, and what it shows under white, infrared and ultraviolet light."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

PIXELS_PER_MM = 600 / 25.4
"""Drawn at twice the resolution of the finished pictures, so that fine lines are laid down smoothly."""

SUBPIXEL_BITS = 4
"""OpenCV takes line ends in sixteenths of a pixel."""

QUENCHING = 0.93
"""How much of the glow below it a full layer of dark ink keeps back."""

Colour = tuple[float, float, float]
Point = tuple[float, float]
Curve = NDArray[np.float64]
"""Points, one (x, y) in mm to a row."""
Mask = NDArray[np.uint8]
Plane = NDArray[np.float32]

NO_GLOW: Colour = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Ink:
    """An ink at full coverage: what it reflects in white light and near 900 nm, what it emits under 365 nm.

    Several colours are a rainbow printing: they run into one another from the left edge to the right.
    """

    colours: tuple[Colour, ...]
    infrared: float
    glow: Colour = NO_GLOW


class Sheet:
    """One face of a document while it is printed."""

    def __init__(self, width: float, height: float, paper: Colour) -> None:
        self.width = width
        self.height = height
        rows, columns = round(height * PIXELS_PER_MM), round(width * PIXELS_PER_MM)
        self.visible: Plane = np.empty((rows, columns, 3), np.float32)
        self.visible[:] = paper
        self.infrared: Plane = np.full((rows, columns), 0.93, np.float32)
        self.glow: Plane = np.zeros((rows, columns, 3), np.float32)

    def blank(self) -> Mask:
        """An empty coverage mask for this sheet."""
        return np.zeros(self.infrared.shape, np.uint8)

    def to_pixels(self, curve: Curve) -> Curve:
        """The same points in pixels, from the top-left corner."""
        return np.column_stack((curve[:, 0], self.height - curve[:, 1])) * PIXELS_PER_MM

    def stroke(self, mask: Mask, curves: Iterable[Curve], pixels: int = 1, strength: int = 255) -> None:
        """Draw curves into a mask, `pixels` wide."""
        for curve in curves:
            cv2.polylines(mask, [self._fixed(curve)], False, strength, pixels, cv2.LINE_AA, SUBPIXEL_BITS)  # noqa: FBT003

    def fill(self, mask: Mask, outlines: Iterable[Curve], strength: int = 255) -> None:
        """Fill closed outlines into a mask."""
        for outline in outlines:
            cv2.fillPoly(mask, [self._fixed(outline)], strength, cv2.LINE_AA, SUBPIXEL_BITS)

    def lay(self, mask: Mask, ink: Ink, coverage: float = 1.0) -> None:
        """Print a mask in an ink; inks multiply as glazes do."""
        left, top, width, height = cv2.boundingRect(mask)
        if width == 0:
            return
        part = np.s_[top : top + height, left : left + width]
        cover = mask[part].astype(np.float32) * np.float32(coverage / 255)
        colour = self._run(ink.colours)[left : left + width]
        layer = cover[:, :, None]
        self.visible[part] *= 1 - layer * (1 - colour)
        self.infrared[part] *= 1 - cover * np.float32(1 - ink.infrared)
        if not (any(ink.glow) or self.glow[part].any()):
            return
        darkness = np.asarray(QUENCHING * (1 - colour.mean(axis=1)), np.float32)[:, None]
        self.glow[part] = self.glow[part] * (1 - layer * darkness) + layer * np.array(ink.glow, np.float32)

    def lay_picture(
        self, picture: Plane, left: float, bottom: float, strength: float, infrared: float
    ) -> None:
        """Print a continuous-tone picture (RGB, 0 to 1, at this sheet's scale) as one more glaze."""
        rows, columns = picture.shape[:2]
        column = round(left * PIXELS_PER_MM)
        row = self.infrared.shape[0] - round(bottom * PIXELS_PER_MM) - rows
        part = np.s_[row : row + rows, column : column + columns]
        glaze = 1 - np.float32(strength) * (1 - picture)
        self.visible[part] *= glaze
        grey = glaze.mean(axis=2)
        self.infrared[part] *= 1 - np.float32(infrared) * (1 - grey)
        self.glow[part] *= (0.15 + 0.85 * grey)[:, :, None]

    def _fixed(self, curve: Curve) -> NDArray[np.int32]:
        return np.round((self.to_pixels(curve) - 0.5) * (1 << SUBPIXEL_BITS)).astype(np.int32)

    def _run(self, colours: Sequence[Colour]) -> Plane:
        columns = self.infrared.shape[1]
        stops = np.linspace(0, columns - 1, len(colours)) if len(colours) > 1 else np.zeros(1)
        channels = [np.interp(np.arange(columns), stops, [c[i] for c in colours]) for i in range(3)]
        return np.stack(channels, axis=1).astype(np.float32)
