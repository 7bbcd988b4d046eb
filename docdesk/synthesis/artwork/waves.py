"""Guilloche fields: fine lines that run across a box and breathe."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import numpy as np

from docdesk.synthesis.artwork.curves import TURN, centre_of, parallels, strokes, turn
from docdesk.synthesis.artwork.cutting import in_box
from docdesk.synthesis.artwork.ranges import BoxMm, Degrees, LineWidth, Periods, Share, Spacing, Span, Swing
from docdesk.synthesis.drawing import Box, Curve, Drawing, grown


@dataclass(frozen=True, slots=True)
class Waves:
    """Lines across a box, each a little out of step with the one before, so that they crowd and part.

    Attributes:
        box: that the lines fill and are cut to.
        width: of a line, mm.
        spacing: between lines at rest, mm.
        swing: of the main wave, mm.
        periods: of the main wave over the width of the box.
        ripple: swing of a second, quicker wave, as a share of the first.
        ripples: periods of the second wave over the width of the box.
        breath: how much the main wave swells and dies along a line, 0 not at all to 1.
        breaths: how often it does over the width of the box.
        drift: how far a line lags behind its neighbour, degrees.
        phase: of the first line, degrees.
        slope: of the lines, degrees.
    """

    box: BoxMm
    width: LineWidth = 0.08
    spacing: Spacing = 0.6
    swing: Swing = 3.0
    periods: Periods = 4.0
    ripple: Share = 0.2
    ripples: Periods = 11.0
    breath: Share = 0.5
    breaths: Periods = 1.0
    drift: Annotated[float, Span(-90.0, 90.0)] = 3.0
    phase: Degrees = 0.0
    slope: Degrees = 0.0

    def draw(self) -> Drawing:
        """Return the lines."""
        return strokes(self._lines(), self.width, in_box(self.box))

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the lines have."""
        along, across = parallels(self._grown(), self.spacing, self.slope)
        return along.size * across.size

    def _grown(self) -> Box:
        """Return the box with the lines beside it that swing into it."""
        return grown(self.box, self.swing * (1 + self.ripple))

    def _lines(self) -> Iterator[Curve]:
        along, across = parallels(self._grown(), self.spacing, self.slope)
        share = along / self.box[2]
        x, y = centre_of(self.box)
        for number, rest in enumerate(across):
            lag = np.radians(self.drift) * number + np.radians(self.phase)
            breath = 1 - self.breath * (0.5 - 0.5 * np.cos(TURN * self.breaths * share + 0.6 * lag))
            main = breath * np.sin(TURN * self.periods * share + lag)
            second = self.ripple * np.sin(TURN * self.ripples * share - 2.1 * lag)
            line = np.column_stack((x + along, y + rest + self.swing * (main + second)))
            yield turn(line, self.slope, (x, y))
