"""Bands of strands that cross and part: straight, and round a box."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import numpy as np

from docdesk.synthesis.artwork.curves import TURN, box_outline, steps, strokes, turn
from docdesk.synthesis.artwork.ranges import BoxMm, Count, Degrees, LineWidth, Place, Share, Size, Span
from docdesk.synthesis.drawing import Curve, Drawing, lengths_along, points_along

_STEPS_PER_PERIOD = 28
"""Points of a strand from crest to crest: round at any height of the band."""


@dataclass(frozen=True, slots=True)
class Braid:
    """A straight band of strands.

    Attributes:
        start: middle of the band at its left end, x, y in mm.
        length, height: of the band, mm.
        period: from crest to crest of a strand, mm.
        strands: how many, evenly out of step.
        waist: how much the band narrows between its bellies, 0 not at all to 1.
        belly: from belly to belly, in periods.
        width: of a line, mm.
        slope: direction of the band, degrees.
    """

    start: Place
    length: Size
    height: Size
    period: Annotated[float, Span(0.3, 200.0)] = 5.0
    strands: Count = 6
    waist: Share = 0.6
    belly: Annotated[float, Span(0.2, 100.0)] = 3.5
    width: LineWidth = 0.08
    slope: Degrees = 0.0

    def draw(self) -> Drawing:
        """Return the strands."""
        return strokes(self._strands(), self.width)

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the strands have."""
        return self.strands * self._steps()

    def _steps(self) -> int:
        return max(steps(self.length), int(_STEPS_PER_PERIOD * self.length / self.period) + 2)

    def _strands(self) -> Iterator[Curve]:
        along = np.linspace(0, self.length, self._steps())
        envelope = 1 - self.waist * (0.5 - 0.5 * np.cos(TURN * along / (self.period * self.belly)))
        for number in range(self.strands):
            swing = np.sin(TURN * (along / self.period + number / self.strands))
            line = np.column_stack((along, self.height / 2 * envelope * swing)) + np.asarray(self.start)
            yield turn(line, self.slope, self.start)


@dataclass(frozen=True, slots=True)
class Frame:
    """A braid that runs round a box; its periods are stretched to meet.

    Attributes:
        box: middle line of the frame.
        height: of the band, mm.
        rounding: radius of the corners, mm.
        period: from crest to crest of a strand, mm, about.
        strands: how many, evenly out of step.
        waist, belly: as of a braid; bellies too are made to meet.
        width: of a line, mm.
    """

    box: BoxMm
    height: Size
    rounding: Annotated[float, Span(0.0, 100.0)] = 3.0
    period: Annotated[float, Span(0.3, 200.0)] = 4.0
    strands: Count = 6
    waist: Share = 0.0
    belly: Annotated[float, Span(0.2, 100.0)] = 3.0
    width: LineWidth = 0.08

    def draw(self) -> Drawing:
        """Return the strands."""
        return strokes(self._strands(), self.width)

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the strands have."""
        return self.strands * self._steps(2 * (self.box[2] + self.box[3]))

    def _steps(self, length: float) -> int:
        return max(steps(length), int(_STEPS_PER_PERIOD * length / self.period) + 2)

    def _strands(self) -> Iterator[Curve]:
        # Corners are never sharper than the band is wide, or its inner strands would fold.
        path = box_outline(self.box, max(self.rounding, self.height / 2))
        length = float(lengths_along(path)[-1])
        at = np.linspace(0, length, self._steps(length))
        line = points_along(path, at)
        ahead = np.gradient(line, axis=0)
        ahead /= np.hypot(*ahead.T)[:, None] + 1e-12
        normal = np.column_stack((-ahead[:, 1], ahead[:, 0]))
        bellies = max(1, round(length / (self.period * self.belly)))
        periods = max(1, round(length / self.period))
        envelope = 1 - self.waist * (0.5 - 0.5 * np.cos(TURN * bellies * at / length))
        for number in range(self.strands):
            swing = np.sin(TURN * (periods * at / length + number / self.strands))
            yield line + (self.height / 2 * envelope * swing)[:, None] * normal
