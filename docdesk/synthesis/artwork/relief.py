"""Relief guilloche: even lines that lift over a motif, so that it seems embossed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.artwork.charges.catalogue import CHARGES, ChargeName
from docdesk.synthesis.artwork.curves import TURN, centre_of, parallels, strokes, turn
from docdesk.synthesis.artwork.cutting import in_box
from docdesk.synthesis.artwork.engraving import Pen, composed
from docdesk.synthesis.artwork.ranges import (
    BoxMm,
    Degrees,
    LineWidth,
    Periods,
    Place,
    Size,
    Spacing,
    Span,
    Swing,
)
from docdesk.synthesis.drawing import Box, Curve, Drawing, grown, mapped
from docdesk.synthesis.rasterising import Window, rasterise

_SIDE = 512
"""Pixels of the height field, over 2.4 times the motif's radius."""

_REACH = 1.2
"""Half the side of the height field, in radii of the motif."""

Motif = ChargeName | Literal["dome", "ripples"]


@dataclass(frozen=True, slots=True)
class Relief:
    """Lines across a box, moved aside where a motif rises.

    Attributes:
        box: that the lines fill and are cut to.
        motif: a charge, a dome, or ripples on water.
        centre: of the motif, x, y in mm.
        radius: of the motif, mm.
        height: how far the lines are moved at the top of the motif, mm; negative sinks it.
        blur: how softly its edges rise, as a share of its radius.
        width: of a line, mm.
        spacing: between lines at rest, mm.
        swing: of the lines' own wave, mm.
        periods: of that wave over the width of the box.
        slope: of the lines, degrees.
    """

    box: BoxMm
    motif: Motif
    centre: Place
    radius: Size
    height: Annotated[float, Span(-10.0, 10.0)] = 0.6
    blur: Annotated[float, Span(0.005, 0.5)] = 0.03
    width: LineWidth = 0.08
    spacing: Spacing = 0.45
    swing: Swing = 0.0
    periods: Periods = 3.0
    slope: Degrees = 0.0

    def draw(self) -> Drawing:
        """Return the lines."""
        return strokes(self._lines(), self.width, in_box(self.box))

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the lines have, and the motif."""
        along, across = parallels(self._grown(), self.spacing, self.slope)
        return 15_000 + along.size * across.size

    def _grown(self) -> Box:
        return grown(self.box, self.swing + abs(self.height))

    def _lines(self) -> Iterator[Curve]:
        field = _heights(self.motif, self.blur)
        middle = centre_of(self.box)
        along, across = parallels(self._grown(), self.spacing, self.slope)
        wave = self.swing * np.sin(TURN * self.periods * along / self.box[2])
        angle = np.radians(self.slope)
        normal = np.array([-np.sin(angle), np.cos(angle)])
        for rest in across:
            line = turn(np.column_stack((along, rest + wave)) + middle, self.slope, middle)
            unit = (line - np.asarray(self.centre)) / self.radius
            yield line + self.height * _sampled(field, unit)[:, None] * normal


def _heights(motif: Motif, blur: float) -> NDArray[np.float32]:
    """Return the height of a motif, 0 to 1, over a square of twice `_REACH` radii; row 0 at the top."""
    across = np.linspace(-_REACH, _REACH, _SIDE, dtype=np.float32)
    away = np.hypot(across[None, :], across[:, None])
    if motif == "dome":
        return np.asarray(np.sqrt(np.clip(1 - away**2, 0, 1)), np.float32)
    if motif == "ripples":
        fading = np.clip(1 - away, 0, 1)
        return np.asarray(fading * np.cos(5 * np.pi * away), np.float32)
    side = 25.4 * _SIDE / 600
    scale = side / (2 * _REACH)
    drawing = mapped(
        composed(CHARGES[motif](Pen(0.02, 0.03, "solid")), "solid"), np.eye(2) * scale, (side / 2, side / 2)
    )
    mask = rasterise(drawing, Window((side, side), 600, 0, 0, _SIDE, _SIDE)).astype(np.float32) / 255
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(1.0, blur * _SIDE / (2 * _REACH))), np.float32)


def _sampled(field: NDArray[np.float32], unit: Curve) -> NDArray[np.float64]:
    """Return the heights at points given in radii from the motif's centre; 0 outside the field."""
    column = ((unit[:, 0] + _REACH) / (2 * _REACH) * (_SIDE - 1)).astype(np.float32)
    row = ((_REACH - unit[:, 1]) / (2 * _REACH) * (_SIDE - 1)).astype(np.float32)
    found = cv2.remap(field, column[None], row[None], cv2.INTER_LINEAR, borderValue=0)
    return np.asarray(found[0], np.float64)
