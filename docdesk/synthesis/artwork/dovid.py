"""A diffractive patch (DOVID) as one light shows it: segments of fine gratings in several directions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.artwork.charges.catalogue import CHARGES, ChargeName
from docdesk.synthesis.artwork.curves import box_outline, centre_of
from docdesk.synthesis.artwork.cutting import Inside, in_all, in_ellipse, in_outlines, outside
from docdesk.synthesis.artwork.engraving import Pen, even, placed, silhouette
from docdesk.synthesis.artwork.ranges import BoxMm, LineWidth, Spacing, Span
from docdesk.synthesis.artwork.swelling import cut, hatching, inked
from docdesk.synthesis.drawing import Curve, Drawing

_MOTIF = 0.36
"""Radius of the motif in the middle, as a share of the patch's narrow side."""

_DIRECTIONS = 6
"""In which gratings lie, 30 degrees apart: each lights up at another tilt."""

_SCALLOP = 0.22
"""How far the edges of rings wave, as a share of their radius."""


@dataclass(frozen=True, slots=True)
class Dovid:
    """The segments of a patch that send one colour to the eye; other layers draw the others in other inks.

    Attributes:
        box: of the patch, mm.
        shape: ellipse, or box with round corners.
        motif: charge in its middle, with gratings of its own.
        part: which of `parts` this layer draws, from 0.
        parts: into how many colours the segments fall.
        rings, sectors: into how many segments the patch is cut.
        spacing, width: of the gratings, mm.
    """

    box: BoxMm
    motif: ChargeName
    shape: Literal["ellipse", "box"] = "ellipse"
    part: Annotated[int, Span(0, 5)] = 0
    parts: Annotated[int, Span(1, 6)] = 3
    rings: Annotated[int, Span(1, 12)] = 4
    sectors: Annotated[int, Span(1, 36)] = 12
    spacing: Spacing = 0.14
    width: LineWidth = 0.06

    def draw(self) -> Drawing:
        """Return the gratings of this part."""
        lines = (
            line
            for degrees, cell in self._cells()
            for line in cut(
                (even(line, self.width) for line in hatching(self.box, self.spacing, degrees, 0.15)), cell
            )
        )
        return inked(lines)

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the gratings have."""
        return int(20 * (1 + self.rings) * (self.box[2] + self.box[3]) ** 2 / self.spacing)

    def _cells(self) -> Iterator[tuple[float, Inside]]:
        """Yield the directions of gratings and where each lies: the segments of this part, and the motif."""
        middle = centre_of(self.box)
        size = _MOTIF * min(self.box[2:])
        motif = silhouette(placed(CHARGES[self.motif](Pen(0.01, 0.02, "solid")), size, middle))
        whole = in_ellipse(self.box) if self.shape == "ellipse" else in_outlines([box_outline(self.box, 1.5)])
        for direction in range(_DIRECTIONS):
            degrees = 180.0 / _DIRECTIONS * direction + 7.0 * self.part
            yield degrees, in_all((whole, self._segments(direction), outside(motif)))
        if self.part == 0:
            yield 45.0, in_all((whole, motif))

    def _segments(self, direction: int) -> Inside:
        """Return the test for the segments of this part whose gratings have one direction.

        Rings are scalloped, each turned by half a segment against the next, so that colours run in spirals.
        """
        x, y = centre_of(self.box)

        def inside(points: Curve) -> NDArray[np.bool_]:
            u = (points[:, 0] - x) / self.box[2] * 2
            v = (points[:, 1] - y) / self.box[3] * 2
            reach = np.hypot(u, v) if self.shape == "ellipse" else np.maximum(np.abs(u), np.abs(v))
            turn = np.arctan2(v, u) / (2 * np.pi)
            waved = reach * (1 + _SCALLOP * np.cos(2 * np.pi * self.sectors * turn) * (1 - reach))
            ring = np.clip((waved * self.rings).astype(int), 0, self.rings - 1)
            sector = np.floor((turn + 0.5 * ring / self.sectors) % 1 * self.sectors).astype(int)
            mine = (sector + ring) % self.parts == self.part
            return np.asarray(mine & ((sector + 2 * ring) % _DIRECTIONS == direction))

        return inside
