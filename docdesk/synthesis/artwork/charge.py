"""One charge alone."""

from dataclasses import dataclass

import numpy as np

from docdesk.synthesis.artwork.charges.catalogue import CHARGES, ChargeName
from docdesk.synthesis.artwork.engraving import Pen, Style, composed
from docdesk.synthesis.artwork.ranges import Degrees, LineWidth, Place, Size, Spacing
from docdesk.synthesis.drawing import Drawing, mapped, turned

_MOST_OUTLINE_POINTS = 12_000
"""Points of the outlines of the richest charge; its tone adds points as far apart as its lines are."""


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge: a lighthouse, ship, tree ...

    Attributes:
        name: which.
        centre: x, y in mm.
        radius: half its width and height, mm, about.
        style: engraved in tone, in even lines, filled (for ultraviolet motifs), or in outlines.
        line: width of its outlines, mm.
        fine: distance between the lines that give the tone, mm.
        turn: turned anticlockwise, degrees.
    """

    name: ChargeName
    centre: Place
    radius: Size
    style: Style = "engraved"
    line: LineWidth = 0.08
    fine: Spacing = 0.2
    turn: Degrees = 0.0

    def draw(self) -> Drawing:
        """Return the charge."""
        pen = Pen(self.line / self.radius, self.fine / self.radius, self.style)
        unit = composed(CHARGES[self.name](pen), self.style)
        placed = tuple(mapped(unit, np.eye(2) * self.radius, self.centre))
        return turned(placed, self.turn, self.centre) if self.turn else placed

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points it has."""
        return _MOST_OUTLINE_POINTS + int(8 * (self.radius / self.fine) ** 2)
