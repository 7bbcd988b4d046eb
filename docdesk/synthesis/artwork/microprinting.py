"""Microprint: words so small that they read as a line to the eye, repeated along lines and over boxes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

import numpy as np

from docdesk.synthesis.artwork.curves import TURN, arc, steps, turn
from docdesk.synthesis.artwork.ranges import (
    BoxMm,
    Count,
    Degrees,
    Periods,
    Place,
    Size,
    Spacing,
    Span,
    Squash,
    Swing,
    Words,
)
from docdesk.synthesis.artwork.words import POINTS_PER_CHARACTER
from docdesk.synthesis.drawing import Curve, Drawing, Mark
from docdesk.synthesis.lettering.setting import line_width, microprint

MicroCap = Annotated[float, Span(0.12, 3.0)]
"""Height of capitals in mm; under 0.25 mm is microprint (ICAO Doc 9303-1)."""

_COARSE_BELOW = 0.5
"""mm: smaller letters have a quarter of the points, for nobody sees their corners."""


def _points(words: str, face: str, lengths: Iterable[float], cap_height: float) -> int:
    """Return about how many points words repeated along lines have."""
    each = POINTS_PER_CHARACTER / (4 if cap_height < _COARSE_BELOW else 1)
    advance = line_width(f"{words} ", cap_height, face) / (len(words) + 1)
    return int(sum(each * (length / advance + 1) for length in lengths))


@dataclass(frozen=True, slots=True)
class MicroprintWave:
    """Words repeated along a straight or waving line.

    Attributes:
        words: what is repeated, with a space between.
        start: of the base line, x, y in mm.
        length: of the line, mm.
        cap_height: of capitals, mm.
        face: of lettering.
        swing: how far the line waves to either side, mm.
        periods: of the waving over its length.
        phase: of the waving, degrees.
        slope: of the line, degrees.
        lines: how many, one below another.
        pitch: from one line to the next, mm.
    """

    words: Words
    start: Place
    length: Size
    cap_height: MicroCap = 0.25
    face: str = "sans_semibold"
    swing: Swing = 0.0
    periods: Periods = 3.0
    phase: Degrees = 0.0
    slope: Degrees = 0.0
    lines: Count = 1
    pitch: Spacing = 0.6

    def draw(self) -> Drawing:
        """Return the lines."""
        return tuple(
            mark
            for curve in self._lines()
            for mark in microprint(self.words, curve, self.cap_height, self.face)
        )

    def texts(self) -> tuple[str, ...]:
        """Return the words."""
        return (self.words,)

    def points(self) -> int:
        """Return about how many points the letters have."""
        longest = self.length + 4 * self.swing * self.periods
        return _points(self.words, self.face, [longest] * self.lines, self.cap_height)

    def _lines(self) -> Iterator[Curve]:
        waving = int(24 * self.periods) if self.swing else 0
        along = np.linspace(0, self.length, max(waving, steps(self.length)))
        bend = self.swing * np.sin(TURN * self.periods * along / self.length + np.radians(self.phase))
        for number in range(self.lines):
            line = np.column_stack((along, bend - number * self.pitch)) + np.asarray(self.start)
            yield turn(line, self.slope, self.start)


@dataclass(frozen=True, slots=True)
class MicroprintArc:
    """Words repeated clockwise along an arc, or round a circle.

    Attributes:
        words: what is repeated, with a space between.
        centre: of the arc, x, y in mm.
        radius: of the base line, mm.
        cap_height: of capitals, mm.
        face: of lettering.
        first, last: angles where the line begins and ends, degrees; clockwise means falling.
        squash: height of the arc as a share of its width.
        lines: how many, each inside the one before.
        pitch: from one line to the next, mm.
    """

    words: Words
    centre: Place
    radius: Size
    cap_height: MicroCap = 0.25
    face: str = "sans_semibold"
    first: Degrees = 90.0
    last: Degrees = -270.0
    squash: Squash = 1.0
    lines: Annotated[int, Span(1, 100)] = 1
    pitch: Spacing = 0.6

    def draw(self) -> Drawing:
        """Return the lines."""
        return tuple(
            mark
            for radius in self._radii()
            for mark in microprint(
                self.words, arc(self.centre, radius, self.first, self.last, self.squash),
                self.cap_height, self.face,
            )
        )  # fmt: skip

    def texts(self) -> tuple[str, ...]:
        """Return the words."""
        return (self.words,)

    def points(self) -> int:
        """Return about how many points the letters have."""
        turned = abs(np.radians(self.last - self.first)) * max(1.0, self.squash)
        return _points(self.words, self.face, (turned * radius for radius in self._radii()), self.cap_height)

    def _radii(self) -> list[float]:
        radii = [self.radius - number * self.pitch for number in range(self.lines)]
        return [radius for radius in radii if radius > self.cap_height]


@dataclass(frozen=True, slots=True)
class MicroprintField:
    """A box filled with lines of words, each begun a little later than the one above.

    Attributes:
        words: what is repeated, with a space between.
        box: that is filled.
        cap_height: of capitals, mm.
        face: of lettering.
        pitch: from one base line to the next, mm.
        slope: of the lines, degrees; they then reach over the box at its ends.
        shift: how much later each line begins, as a share of the words.
    """

    words: Words
    box: BoxMm
    cap_height: MicroCap = 0.25
    face: str = "sans"
    pitch: Spacing = 0.5
    slope: Annotated[float, Span(-60.0, 60.0)] = 0.0
    shift: Annotated[float, Span(0.0, 1.0)] = 0.37

    def draw(self) -> Drawing:
        """Return the lines."""
        phrase = line_width(f"{self.words} ", self.cap_height, self.face)
        left, bottom, width, height = self.box
        drawing: list[Mark] = []
        for row in range(self._rows()):
            late = (row * self.shift % 1) * min(phrase, width / 2)
            base = bottom + height - self.cap_height - row * self.pitch
            line = np.array([(left + late, base), (left + width, base)])
            curve = turn(line, self.slope, (left, bottom + height / 2))
            drawing += microprint(self.words, curve, self.cap_height, self.face)
        return tuple(drawing)

    def texts(self) -> tuple[str, ...]:
        """Return the words."""
        return (self.words,)

    def points(self) -> int:
        """Return about how many points the letters have."""
        return _points(self.words, self.face, [self.box[2]] * self._rows(), self.cap_height)

    def _rows(self) -> int:
        return max(1, int((self.box[3] - self.cap_height) / self.pitch) + 1)
