"""A see-through register: marks of two sides that complete each other where a sheet is held to the light."""

from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np

from docdesk.synthesis.artwork.curves import arc, circle
from docdesk.synthesis.artwork.ranges import LineWidth, Place, Size, Span
from docdesk.synthesis.drawing import Area, Drawing, Mark, Stroke

_RINGS = ((0.28, 0.52), (0.58, 0.86))
"""Radii of the two rings of sectors, as shares of the whole."""


@dataclass(frozen=True, slots=True)
class Register:
    """Every other sector of two rings; the other side of the sheet has the sectors between.

    Attributes:
        centre: x, y in mm.
        radius: of the whole, mm.
        half: which sectors.
        sectors: of a whole ring, both sides together.
        width: of the circle round it, mm.
    """

    centre: Place
    radius: Size
    half: Literal["first", "second"] = "first"
    sectors: Annotated[int, Span(4, 48)] = 16
    width: LineWidth = 0.1

    def draw(self) -> Drawing:
        """Return the sectors and the circle."""
        marks: list[Mark] = [Stroke(circle(self.centre, self.radius), self.width)]
        step = 360 / self.sectors
        for ring, (inner, outer) in enumerate(_RINGS):
            begin = (ring + (self.half == "second")) % 2
            for number in range(begin, self.sectors, 2):
                first, last = number * step, (number + 1) * step
                far = arc(self.centre, outer * self.radius, first, last)
                near = arc(self.centre, inner * self.radius, last, first)
                marks.append(Area((np.vstack((far, near)),)))
        return tuple(marks)

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the sectors have."""
        return 24 * self.sectors + int(80 * self.radius)
