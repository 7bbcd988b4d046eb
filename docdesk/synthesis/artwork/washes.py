"""Filled areas, their edges hard or fading out in fine lines."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.artwork.curves import STEP_MM, box_outline, centre_of, parallels
from docdesk.synthesis.artwork.cutting import in_box
from docdesk.synthesis.artwork.ranges import BoxMm, Degrees, LineWidth, Place, Shape, Span
from docdesk.synthesis.artwork.swelling import cut, hatching, inked, tinted
from docdesk.synthesis.drawing import Area, Curve, Drawing, Stroke

_SCREEN_MM = 0.17
"""Between the lines of a fading edge: 150 to the inch, below what the eye parts."""

_OVERLAP = 1.12
"""Full tone closes the gaps between the lines of the screen."""


@dataclass(frozen=True, slots=True)
class Wash:
    """A filled box or ellipse whose edges may fade out.

    Attributes:
        box: its outer bounds.
        shape: box, or the ellipse that fills it.
        soft: width of the fading edge inside the bounds, mm; 0 cuts it hard.
        rounding: radius of the corners of a hard box, mm.
        degrees: direction of the lines that make the fading edge.
    """

    box: BoxMm
    shape: Shape = "box"
    soft: Annotated[float, Span(0.0, 100.0)] = 0.0
    rounding: Annotated[float, Span(0.0, 100.0)] = 0.0
    degrees: Degrees = 45.0

    def draw(self) -> Drawing:
        """Return the area, or lines that close up to one."""
        if self.soft == 0:
            return (Area((self._outline(),)),)
        lines = cut(hatching(self.box, _SCREEN_MM, self.degrees, 2 * STEP_MM), in_box(self.box))
        return inked(tinted(lines, _SCREEN_MM * _OVERLAP, self._tone))

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the area or its lines have."""
        if self.soft == 0:
            return len(self._outline())
        along, across = parallels(self.box, _SCREEN_MM, self.degrees)
        return along.size * across.size

    def _outline(self) -> Curve:
        if self.shape == "box":
            return box_outline(self.box, self.rounding)
        angle = np.linspace(0, 2 * np.pi, 400)
        x, y = centre_of(self.box)
        return np.column_stack((x + self.box[2] / 2 * np.cos(angle), y + self.box[3] / 2 * np.sin(angle)))

    def _tone(self, points: Curve) -> NDArray[np.float64]:
        x, y = centre_of(self.box)
        half = np.array([self.box[2] / 2, self.box[3] / 2])
        away = np.abs(points - (x, y))
        if self.shape == "box":
            edge = np.clip((half - away) / self.soft, 0, 1)
            share = edge[:, 0] * edge[:, 1]
        else:
            share = np.clip((1 - np.hypot(*(away / half).T)) * half.min() / self.soft, 0, 1)
        return np.asarray(share**2 * (3 - 2 * share))


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line.

    Attributes:
        start, end: x, y in mm.
        width: mm.
    """

    start: Place
    end: Place
    width: LineWidth = 0.1

    def draw(self) -> Drawing:
        """Return the line."""
        return (Stroke(np.array([self.start, self.end]), self.width),)

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return how many points it has."""
        return 2


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of a box or of its ellipse.

    Attributes:
        box: left, bottom, width, height in mm.
        shape: box, or the ellipse that fills it.
        rounding: radius of a box's corners, mm.
        width: of the line, mm.
    """

    box: BoxMm
    shape: Shape = "box"
    rounding: Annotated[float, Span(0.0, 100.0)] = 0.0
    width: LineWidth = 0.1

    def draw(self) -> Drawing:
        """Return the outline."""
        (mark,) = Wash(self.box, self.shape, rounding=self.rounding).draw()
        return (Stroke(mark.outlines[0], self.width),) if isinstance(mark, Area) else (mark,)

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return how many points it has."""
        return Wash(self.box, self.shape, rounding=self.rounding).points()
