"""Scenery for ultraviolet overprints: a skyline, a coast, waves, a flock, drawn after a seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from docdesk.synthesis.artwork.charges.shapes import bar, blade, bow, polygon
from docdesk.synthesis.artwork.curves import TURN, steps
from docdesk.synthesis.artwork.cutting import in_box, in_outlines
from docdesk.synthesis.artwork.engraving import even
from docdesk.synthesis.artwork.ranges import BoxMm, LineWidth, Seed, Spacing
from docdesk.synthesis.artwork.swelling import Swell, cut, hatching, inked
from docdesk.synthesis.chance import dice
from docdesk.synthesis.drawing import Area, Curve, Drawing

_POINTS_OF_HOUSE = 300
"""What a house costs at least, in points: with walls, windows and hatching of its own."""


@dataclass(frozen=True, slots=True)
class Scenery:
    """A view that fills a box.

    Attributes:
        view: a town with towers and gables, hills above a shore, open sea, or birds.
        box: left, bottom, width, height in mm.
        seed: another number is another town, coast, sea or flock.
        line: width of outlines, mm.
        fine: distance between hatching lines, mm.
    """

    view: Literal["skyline", "coast", "waves", "birds"]
    box: BoxMm
    seed: Seed = 1
    line: LineWidth = 0.15
    fine: Spacing = 0.4

    def draw(self) -> Drawing:
        """Return the view."""
        chosen = dice(self.seed, "scenery", self.view)
        if self.view == "skyline":
            return self._skyline(chosen)
        if self.view == "coast":
            return self._coast(chosen)
        if self.view == "waves":
            return inked(self._waves(chosen))
        return tuple(self._birds(chosen))

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return about how many points the view has."""
        width, height = self.box[2:]
        houses = _POINTS_OF_HOUSE * width / (0.16 * height) if self.view == "skyline" else 0.0
        return 10_000 + int(houses + 12 * steps(width) * (4 + height / self.fine))

    def _skyline(self, chosen: np.random.Generator) -> Drawing:
        """Return houses side by side: walls hatched, windows lit."""
        left, bottom, width, height = self.box
        lines: list[Swell] = []
        windows: list[Area] = []
        x = left
        while x < left + width:
            wide = min(float(chosen.uniform(0.16, 0.34)) * height, left + width - x)
            if wide < 0.1 * height:
                break
            tall = height * float(chosen.uniform(0.28, 0.62))
            roof = int(chosen.integers(4))
            tall, wall = (0.98 * height, 0.66 * height) if chosen.random() < 0.16 else (tall, 0.78 * tall)
            house = _house(x, bottom, wide, wall, tall - wall, roof)
            lines += [even(house, self.line)]
            box = (x, bottom, wide, tall)
            slant = float(chosen.choice((0.0, 90.0, 45.0)))
            inside = in_outlines([house])
            lines += cut(
                (even(line, 0.42 * self.fine) for line in hatching(box, self.fine, slant, 0.2)), inside
            )
            windows += _windows(x, bottom, wide, wall, chosen)
            x += wide
        return (*inked(lines), *windows)

    def _coast(self, chosen: np.random.Generator) -> Drawing:
        """Return three ranges of hills, the nearest darkest, above a shore with water lines."""
        left, bottom, width, height = self.box
        x = np.linspace(left, left + width, steps(width))
        lines: list[Swell] = []
        fronts: list[Curve] = []
        for number in range(3):
            base = bottom + height * (0.62 - 0.2 * number)
            rise = sum(
                float(chosen.uniform(0.4, 1))
                / k
                * np.sin(TURN * (k * (x - left) / width * 1.3 + chosen.random()))
                for k in (1, 2, 3, 5)
            )
            ridge = base + height * 0.10 * rise
            fronts.append(np.column_stack((x, ridge)))
        for number, front in enumerate(fronts):
            below = fronts[number + 1][:, 1] if number < 2 else np.full(x.size, bottom + 0.12 * height)
            gap = self.fine * (1.0, 0.75, 0.55)[number]
            for depth in np.arange(0.0, height, gap):
                line = front - (0, depth)
                keep = line[:, 1] > below
                lines += _kept(np.column_stack((line, np.full(x.size, self.line))), keep)
        for level in np.arange(bottom, bottom + 0.10 * height, self.fine):
            lines.append(even(np.column_stack((x, level + 0.1 * self.fine * np.sin(2 * x))), 0.7 * self.line))
        return inked(list(cut(lines, in_box(self.box))))

    def _waves(self, chosen: np.random.Generator) -> Iterator[Swell]:
        """Yield rows of waves, nearer ones longer, higher and heavier."""
        left, bottom, width, height = self.box
        inside = in_box(self.box)
        level, near = bottom, 1.0
        while level < bottom + height:
            near = 1 - (level - bottom) / height
            period = 3.0 + 9.0 * near
            x = np.linspace(left, left + width, steps(width))
            lag = float(chosen.uniform(0, TURN))
            swell = np.abs(np.sin(np.pi * x / period + lag)) ** 0.75
            line = np.column_stack((x, level + (0.15 + 0.75 * near) * self.fine * 2.2 * (1 - swell)))
            yield from cut([np.column_stack((line, self.line * (0.5 + near * swell)))], inside)
            level += self.fine * (1.0 + 2.2 * near)

    def _birds(self, chosen: np.random.Generator) -> Iterator[Area]:
        """Yield birds far off: two wings and a body each."""
        left, bottom, width, height = self.box
        count = int(chosen.integers(6, 10))
        for place in np.linspace(0.08, 0.92, count):
            size = min(0.28 * height, 0.8 * width / count) * float(chosen.uniform(0.7, 1.2))
            x = left + width * float(place)
            y = bottom + height * float(chosen.uniform(0.2, 0.8))
            lift = float(chosen.uniform(18, 48))
            for side in (lift, 180 - lift * float(chosen.uniform(0.6, 1.0))):
                yield Area((blade((x, y), side, size, 0.22 * size, 0.35),))
            yield Area((blade((x - 0.3 * size, y - 0.03 * size), 4, 0.6 * size, 0.16 * size),))


def _kept(line: Swell, keep: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Iterator[Swell]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], keep.astype(np.int8), [0]))))
    for begin, end in edges.reshape(-1, 2):
        if end - begin > 2:
            yield line[begin:end]


def _house(x: float, bottom: float, wide: float, wall: float, rise: float, roof: int) -> Curve:
    """Return the outline of a house: gable, spire, dome or flat roof with a step."""
    right, top = x + wide, bottom + wall
    if roof == 0:
        head = [(right, top), (x + wide / 2, top + rise), (x, top)]
    elif roof == 1:
        head = [
            (right, top), (right - 0.2 * wide, top + 0.25 * rise), (x + wide / 2, top + rise),
            (x + 0.2 * wide, top + 0.25 * rise), (x, top),
        ]  # fmt: skip
    elif roof == 2:
        dome = bow((x + wide / 2, top), wide / 2, 0, 180, min(1.4, 2 * rise / wide))
        head = [(float(a), float(b)) for a, b in dome]
    else:
        head = [
            (right, top), (right - 0.25 * wide, top), (right - 0.25 * wide, top + 0.5 * rise),
            (x + 0.25 * wide, top + 0.5 * rise), (x + 0.25 * wide, top), (x, top),
        ]  # fmt: skip
    outline = polygon((x, bottom), (right, bottom), *head)
    return np.vstack((outline, outline[:1]))


def _windows(
    x: float, bottom: float, wide: float, wall: float, chosen: np.random.Generator
) -> Iterator[Area]:
    columns = int(chosen.integers(2, 4))
    size = wide / (2.6 * columns)
    for row in np.arange(bottom + 1.2 * size, bottom + wall - 2.2 * size, 2.6 * size):
        for column in range(columns):
            if chosen.random() < 0.75:
                at = x + wide * (column + 0.5) / columns - size / 2
                yield Area((bar(float(at), float(row), size, 1.4 * size),))
