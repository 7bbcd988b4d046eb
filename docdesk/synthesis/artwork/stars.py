"""Stars in a row and along an arc."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import numpy as np

from docdesk.synthesis.artwork.ranges import Count, Degrees, OutlineWidth, Place, Size, Span, Squash
from docdesk.synthesis.drawing import Area, Curve, Drawing, Mark, Point, Stroke

StarPoints = Annotated[int, Span(3, 32)]
"""How many tips a star has."""

Depth = Annotated[float, Span(0.1, 0.95)]
"""Inner radius of a star as a share of its outer one."""


def star(centre: Point, radius: float, tips: int, depth: float, degrees: float = 90.0) -> Curve:
    """Return the closed outline of a star, one tip pointing to `degrees`."""
    number = np.arange(2 * tips + 1)
    angle = np.radians(degrees) + np.pi * number / tips
    reach = np.where(number % 2 == 0, radius, depth * radius)
    return np.column_stack((centre[0] + reach * np.cos(angle), centre[1] + reach * np.sin(angle)))


def _mark(outline: Curve, width: float) -> Mark:
    return Stroke(outline, width) if width else Area((outline,))


@dataclass(frozen=True, slots=True)
class StarRow:
    """Stars in a straight row.

    Attributes:
        start: centre of the first, x, y in mm.
        radius: of a star, mm.
        count: how many.
        step: from one centre to the next, mm.
        slope: direction of the row, degrees.
        tips: of a star.
        depth: inner radius as a share of the outer one.
        width: of an outline, mm; 0 fills the stars.
    """

    start: Place
    radius: Size
    count: Count = 5
    step: Size = 4.0
    slope: Degrees = 0.0
    tips: StarPoints = 5
    depth: Depth = 0.4
    width: OutlineWidth = 0.0

    def draw(self) -> Drawing:
        """Return the stars."""
        angle = np.radians(self.slope)
        centres = (
            (self.start[0] + gone * float(np.cos(angle)), self.start[1] + gone * float(np.sin(angle)))
            for gone in self.step * np.arange(self.count)
        )
        return tuple(_mark(star(at, self.radius, self.tips, self.depth), self.width) for at in centres)

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return how many points they have."""
        return self.count * (2 * self.tips + 1)


@dataclass(frozen=True, slots=True)
class StarArc:
    """Stars along an arc, upright or each pointing outward.

    Attributes:
        centre: of the arc, x, y in mm.
        reach: radius of the arc, mm.
        radius: of a star, mm.
        count: how many.
        first, last: angles of the first and the last star, degrees.
        squash: height of the arc as a share of its width.
        lean: how far each star turns with the arc, 0 upright to 1 outward.
        tips: of a star.
        depth: inner radius as a share of the outer one.
        width: of an outline, mm; 0 fills the stars.
    """

    centre: Place
    reach: Size
    radius: Size
    count: Count = 9
    first: Degrees = 160.0
    last: Degrees = 20.0
    squash: Squash = 1.0
    lean: Annotated[float, Span(0.0, 1.0)] = 0.0
    tips: StarPoints = 5
    depth: Depth = 0.4
    width: OutlineWidth = 0.0

    def draw(self) -> Drawing:
        """Return the stars."""
        return tuple(_mark(outline, self.width) for outline in self._stars())

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return how many points they have."""
        return self.count * (2 * self.tips + 1)

    def _stars(self) -> Iterator[Curve]:
        for degrees in np.linspace(self.first, self.last, self.count):
            angle = np.radians(degrees)
            x = self.centre[0] + self.reach * float(np.cos(angle))
            y = self.centre[1] + self.squash * self.reach * float(np.sin(angle))
            heading = 90.0 + self.lean * (float(degrees) - 90.0)
            yield star((x, y), self.radius, self.tips, self.depth, heading)
