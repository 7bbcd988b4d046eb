"""Gratings: stripes, lattices, rays and ripples."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import numpy as np

from docdesk.synthesis.artwork.curves import TURN, centre_of, parallels, steps, strokes, turn
from docdesk.synthesis.artwork.cutting import Inside, in_box, in_ellipse
from docdesk.synthesis.artwork.ranges import (
    BoxMm,
    Count,
    Degrees,
    LineWidth,
    Periods,
    Place,
    Shape,
    Size,
    Spacing,
    Span,
    Squash,
    Swing,
)
from docdesk.synthesis.artwork.swelling import swollen
from docdesk.synthesis.drawing import Curve, Drawing, grown


def within(box: BoxMm, shape: Shape) -> Inside:
    """Return the test for a box or its ellipse."""
    return in_box(box) if shape == "box" else in_ellipse(box)


@dataclass(frozen=True, slots=True)
class Stripes:
    """Straight parallel lines: hatching.

    Attributes:
        box: that they fill.
        shape: box, or the ellipse that fills it.
        spacing, width: of the lines, mm.
        degrees: direction of the lines.
    """

    box: BoxMm
    shape: Shape = "box"
    spacing: Spacing = 0.4
    width: LineWidth = 0.08
    degrees: Degrees = 45.0

    def draw(self) -> Drawing:
        """Return the lines."""
        along, across = parallels(self.box, self.spacing, self.degrees)
        middle = centre_of(self.box)
        lines = (
            turn(np.column_stack((along, np.full(along.size, rest))) + middle, self.degrees, middle)
            for rest in across
        )
        return strokes(lines, self.width, within(self.box, self.shape))

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the lines have."""
        along, across = parallels(self.box, self.spacing, self.degrees)
        return along.size * across.size


@dataclass(frozen=True, slots=True)
class Lattice:
    """Two sets of bent lines that cross; their beat draws a larger pattern (moire).

    Attributes:
        box: that they fill.
        shape: box, or the ellipse that fills it.
        spacing, width: of the lines, mm.
        degrees: direction of the first set.
        between: angle from the first set to the second, degrees.
        swing: how far the lines bend to either side, mm.
        periods: of the bend over the width of the box.
    """

    box: BoxMm
    shape: Shape = "box"
    spacing: Spacing = 0.5
    width: LineWidth = 0.07
    degrees: Degrees = 20.0
    between: Degrees = 60.0
    swing: Swing = 1.2
    periods: Periods = 3.0

    def draw(self) -> Drawing:
        """Return the lines."""
        inside = within(self.box, self.shape)
        return strokes(self._lines(), self.width, inside)

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the lines have."""
        sets = (
            parallels(grown(self.box, self.swing), self.spacing, self.degrees + turned)
            for turned in (0, self.between)
        )
        return sum(along.size * across.size for along, across in sets)

    def _lines(self) -> Iterator[Curve]:
        middle = centre_of(self.box)
        for turned, sign in ((0.0, 1), (self.between, -1)):
            along, across = parallels(grown(self.box, self.swing), self.spacing, self.degrees + turned)
            for rest in across:
                bend = self.swing * np.sin(TURN * self.periods * along / self.box[2] + sign * 0.04 * rest)
                line = np.column_stack((along, rest + bend)) + middle
                yield turn(line, self.degrees + turned, middle)


@dataclass(frozen=True, slots=True)
class Rays:
    """Lines from a centre outward, evenly turned.

    Attributes:
        centre: x, y in mm.
        inner, outer: radii where a ray begins and ends, mm.
        count: how many.
        first, last: angles between which they stand, degrees; a full turn apart they go all round.
        width: of a ray where it begins, mm.
        tip: its width where it ends, mm.
        swing: how far a ray waves to either side, mm.
        periods: of the waving over a ray.
    """

    centre: Place
    outer: Size
    inner: Annotated[float, Span(0.0, 200.0)] = 0.0
    count: Annotated[int, Span(1, 2000)] = 72
    first: Degrees = 0.0
    last: Degrees = 360.0
    width: LineWidth = 0.08
    tip: LineWidth = 0.08
    swing: Swing = 0.0
    periods: Periods = 2.0

    def draw(self) -> Drawing:
        """Return the rays."""
        closed = abs(abs(self.last - self.first) - 360) < 1e-6
        angles = np.radians(np.linspace(self.first, self.last, self.count, endpoint=not closed))
        reach = np.linspace(self.inner, self.outer, self._steps())
        share = np.linspace(0, 1, reach.size)
        aside = self.swing * np.sin(TURN * self.periods * share)
        widths = self.width + (self.tip - self.width) * share
        return tuple(
            swollen(
                np.column_stack((
                    self.centre[0] + reach * np.cos(angle) - aside * np.sin(angle),
                    self.centre[1] + reach * np.sin(angle) + aside * np.cos(angle),
                    widths,
                ))
            )
            for angle in angles
        )  # fmt: skip

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the rays have."""
        return self.count * self._steps() * (1 if self.width == self.tip else 2)

    def _steps(self) -> int:
        if self.swing == 0:
            return 2
        return max(steps(abs(self.outer - self.inner)), int(16 * self.periods) + 2)


@dataclass(frozen=True, slots=True)
class Ripples:
    """Closed curves one about another, as round a stone in water.

    Attributes:
        centre: x, y in mm.
        inner, outer: least and greatest radius, mm.
        spacing, width: of the curves, mm.
        swing: how far a curve waves to either side, mm.
        petals: how often it waves on its way round.
        drift: how far each curve is turned against the one within it, degrees.
        squash: height as a share of the width.
    """

    centre: Place
    outer: Size
    inner: Annotated[float, Span(0.0, 200.0)] = 0.5
    spacing: Spacing = 0.4
    width: LineWidth = 0.08
    swing: Swing = 0.0
    petals: Count = 12
    drift: Degrees = 0.0
    squash: Squash = 1.0

    def draw(self) -> Drawing:
        """Return the curves."""
        return strokes(self._curves(), self.width)

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the curves have."""
        return sum(self._steps(float(radius)) for radius in self._radii())

    def _radii(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return np.arange(min(self.inner, self.outer), max(self.inner, self.outer) + 1e-9, self.spacing)

    def _steps(self, radius: float) -> int:
        waving = 16 * self.petals if self.swing else 48
        return max(waving, steps(TURN * radius * max(1.0, self.squash)))

    def _curves(self) -> Iterator[Curve]:
        for number, radius in enumerate(self._radii()):
            angle = np.linspace(0, TURN, self._steps(float(radius)))
            reach = radius + self.swing * np.sin(self.petals * angle + np.radians(self.drift) * number)
            x = self.centre[0] + reach * np.cos(angle)
            yield np.column_stack((x, self.centre[1] + self.squash * reach * np.sin(angle)))
