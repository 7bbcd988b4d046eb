"""Rosettes: interlaced closed curves about a centre."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd
from typing import Annotated

import numpy as np

from docdesk.synthesis.artwork.curves import TURN, steps, strokes
from docdesk.synthesis.artwork.ranges import Count, Degrees, LineWidth, Place, Share, Size, Span, Squash
from docdesk.synthesis.drawing import Curve, Drawing


@dataclass(frozen=True, slots=True)
class Rosette:
    """A ring of closed curves that weave between two radii.

    Attributes:
        centre: x, y in mm.
        inner, outer: radii between which the curves swing, mm.
        petals: how often a curve swings out on its way round.
        lines: how many curves share the ring.
        second: share of an overtone that sharpens the petals; 0 gives plain waves.
        spread: part of a petal over which the curves are shifted; 1 spaces them evenly.
        waist: how much the ring narrows between its bellies, 0 not at all to 1.
        bellies: how many it has on its way round.
        squash: height as a share of the width.
        width: of a line, mm.
        phase: turns the ring, degrees.
    """

    centre: Place
    inner: Annotated[float, Span(0.0, 200.0)]
    outer: Size
    petals: Count = 12
    lines: Count = 10
    second: Share = 0.28
    spread: Share = 1.0
    waist: Share = 0.0
    bellies: Count = 6
    squash: Squash = 1.0
    width: LineWidth = 0.08
    phase: Degrees = 0.0

    def draw(self) -> Drawing:
        """Return the curves."""
        return strokes(self._curves(), self.width)

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the curves have."""
        return self.lines * self._steps()

    def _steps(self) -> int:
        swing = 2 * self.petals * abs(self.outer - self.inner)
        return max(24 * self.petals, steps(TURN * self.outer * max(1.0, self.squash) + swing))

    def _curves(self) -> Iterator[Curve]:
        angle = np.linspace(0, TURN, self._steps())
        middle, half = (self.inner + self.outer) / 2, (self.outer - self.inner) / 2
        turned = angle + np.radians(self.phase)
        envelope = half * (1 - self.waist * (0.5 - 0.5 * np.cos(self.bellies * angle)))
        for number in range(self.lines):
            along = self.petals * angle + TURN * self.spread * number / self.lines
            overtone = 1 - self.second + self.second * np.cos(2 * along)
            reach = middle + envelope * np.cos(along) * overtone
            x = self.centre[0] + reach * np.cos(turned)
            yield np.column_stack((x, self.centre[1] + self.squash * reach * np.sin(turned)))


@dataclass(frozen=True, slots=True)
class Spirograph:
    """The path of a pen in a wheel that rolls inside a ring, drawn several times with the pen moved.

    Attributes:
        centre: x, y in mm.
        radius: of the widest path, mm.
        ring, wheel: teeth of both; the path closes after wheel / gcd turns with ring / gcd petals.
        pen: distance of the pen from the wheel's centre, as a share of the wheel's radius.
        lines: how many paths are drawn.
        gap: how much the pen moves in from one path to the next, as a share.
        width: of a line, mm.
        phase: turns the whole, degrees.
    """

    centre: Place
    radius: Size
    ring: Annotated[int, Span(3, 400)] = 96
    wheel: Annotated[int, Span(2, 399)] = 36
    pen: Annotated[float, Span(0.05, 3.0)] = 0.8
    lines: Annotated[int, Span(1, 60)] = 4
    gap: Annotated[float, Span(0.0, 0.5)] = 0.06
    width: LineWidth = 0.08
    phase: Degrees = 0.0

    def draw(self) -> Drawing:
        """Return the paths."""
        return strokes(self._curves(), self.width)

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the paths have."""
        return self.lines * self._steps()

    def _steps(self) -> int:
        shared = gcd(self.ring, self.wheel)
        turns = self.wheel // shared
        return max(40 * self.ring // shared, steps(turns * TURN * self.radius))

    def _curves(self) -> Iterator[Curve]:
        share = self.wheel / self.ring
        angle = np.linspace(0, TURN * self.wheel / gcd(self.ring, self.wheel), self._steps())
        widest = abs(1 - share) + self.pen * share
        for number in range(self.lines):
            pen = self.pen * max(0.0, 1 - self.gap * number)
            rolled = angle * (1 - share) / share + np.radians(self.phase)
            carried = angle + np.radians(self.phase)
            x = (1 - share) * np.cos(carried) + pen * share * np.cos(rolled)
            y = (1 - share) * np.sin(carried) - pen * share * np.sin(rolled)
            yield np.column_stack((x, y)) * (self.radius / widest) + np.asarray(self.centre)
