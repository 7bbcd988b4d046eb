"""Emblems of invented states, composed from charges: a field with its charge, and what surrounds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np

from docdesk.synthesis.artwork.charges.catalogue import CHARGES, ChargeName
from docdesk.synthesis.artwork.charges.ornaments import branch, ear
from docdesk.synthesis.artwork.charges.shapes import bow, disc
from docdesk.synthesis.artwork.curves import smooth
from docdesk.synthesis.artwork.cutting import in_outlines, outside
from docdesk.synthesis.artwork.engraving import (
    Pen,
    Picture,
    Piece,
    composed,
    drawn,
    even,
    placed,
    silhouette,
)
from docdesk.synthesis.artwork.ranges import Length, LineWidth, Place, Size, Spacing, Span
from docdesk.synthesis.artwork.stars import star
from docdesk.synthesis.artwork.swelling import Swell, cut, hatching
from docdesk.synthesis.artwork.words import points_of, text_on_arc
from docdesk.synthesis.drawing import Area, Curve, Drawing, mapped

_RING_CAP = 0.092
"""Height of capitals on the ring, as a share of the emblem's radius."""

_STARS_AT, _STARS_ON_RING_AT = 0.91, 0.87
"""How far out stars stand, as a share of the radius: between branches, and on a ring of words."""


@dataclass(frozen=True, slots=True)
class Emblem:
    """An emblem.

    Attributes:
        charge: what stands in the field.
        centre: x, y in mm.
        radius: of the whole, mm.
        shape: of the field.
        field: what fills it behind the charge.
        branches: what embraces the field; none where words run round it.
        crest: charge above the field of a shield, or none.
        words: on a ring round the field; empty for no ring.
        stars: how many stand between the tips of the branches, or part the words of the ring.
        face: of lettering, for the words.
        line: width of outlines, mm.
        fine: distance between the lines that give the tone, mm.
    """

    charge: ChargeName
    centre: Place
    radius: Size
    shape: Literal["round", "shield", "oval"] = "round"
    field: Literal["plain", "lines", "rays"] = "lines"
    branches: Literal["none", "laurel", "wheat", "both"] = "laurel"
    crest: ChargeName | Literal["none"] = "none"
    words: Annotated[str, Length(0, 80)] = ""
    stars: Annotated[int, Span(0, 16)] = 0
    face: str = "serif_semibold"
    line: LineWidth = 0.08
    fine: Spacing = 0.2

    def draw(self) -> Drawing:
        """Return the emblem."""
        pen = Pen(self.line / self.radius, self.fine / self.radius)
        scale, middle = self._layout()
        picture: list[Piece] = list(self._branches(pen))
        if self.crest != "none":
            picture += placed(CHARGES[self.crest](_pen_for(pen, 0.24)), 0.24, (0.0, 0.74))
        picture += self._field(pen, scale, middle)
        unit = [*composed(tuple(picture), "engraved"), *self._stars()]
        if self.words:
            unit += composed(self._ring(pen), "engraved")
            unit += text_on_arc(self.words, (0.0, 0.0), 0.835, _RING_CAP, self.face, spacing=0.3 * _RING_CAP)
        return tuple(mapped(unit, np.eye(2) * self.radius, self.centre))

    def texts(self) -> tuple[str, ...]:
        """Return the words on the ring."""
        return (self.words,) if self.words else ()

    def points(self) -> int:
        """Return about how many points it has."""
        letters = points_of(self.words, self.face) if self.words else 0
        return letters + 15_000 + int(30 * (self.radius / self.fine) ** 2)

    def _layout(self) -> tuple[float, tuple[float, float]]:
        """Return half the height of the field, and its middle."""
        if self.words:
            return 0.72, (0.0, 0.0)
        if self.crest != "none":
            return 0.58, (0.0, -0.14)
        return (0.62 if self.branches != "none" else 0.94), (0.0, 0.0)

    def _field(self, pen: Pen, scale: float, middle: tuple[float, float]) -> Iterator[Piece]:
        """Yield the field, cut free round its charge, and the charge."""
        edge = _outline(self.shape) * scale + np.asarray(middle)
        size = scale * {"round": 0.84, "oval": 0.76, "shield": 0.76}[self.shape]
        at = (middle[0], middle[1] + (0.06 * scale if self.shape == "shield" else 0.0))
        charge = placed(CHARGES[self.charge](_pen_for(pen, size)), size, at)
        inner = (edge - middle) * 0.945 + middle
        inside = in_outlines([inner])
        lines = cut(cut(self._filling(pen, at), inside), outside(silhouette(charge)))
        yield Piece((edge,), tuple(lines))
        yield from (Piece(piece.shape, tuple(cut(piece.lines, inside)), piece.solids) for piece in charge)
        yield Piece((), (even(edge, 1.8 * pen.line), even(inner, 0.7 * pen.line)))

    def _filling(self, pen: Pen, at: tuple[float, float]) -> Iterator[Swell]:
        if self.field == "lines":
            for line in hatching((-1.0, -1.0, 2.0, 2.0), 1.6 * pen.fine, 0.0, 0.01):
                yield even(line, 0.42 * pen.fine)
        if self.field == "rays":
            reach = np.linspace(0.1, 1.2, 80)[:, None]
            for turn in np.linspace(0, 2 * np.pi, 96, endpoint=False):
                line = np.asarray(at) + reach * (np.cos(turn), np.sin(turn))
                yield np.column_stack((line, 0.35 * pen.fine * (0.4 + reach)))

    def _branches(self, pen: Pen) -> Iterator[Piece]:
        if self.branches == "none" or self.words:
            return
        stem = bow((0.0, -0.02), 0.80, -98, 60)
        leaves, grains = branch(pen, stem, 11, 0.21), ear(pen, stem, 15, 0.15)
        left = grains if self.branches == "wheat" else leaves
        right = leaves if self.branches == "laurel" else grains
        yield from placed(left, 1.0, (0.0, 0.0), mirrored=True)
        yield from right

    def _ring(self, pen: Pen) -> Picture:
        return (
            drawn(pen, [disc((0, 0), 0.985)], 1.8),
            drawn(pen, [disc((0, 0), radius) for radius in (0.955, 0.785)], 0.7),
        )

    def _stars(self) -> Iterator[Area]:
        if not self.stars:
            return
        low, high = (-150.0, -30.0) if self.words else (118.0, 62.0)
        for degrees in (
            np.linspace(low, high, self.stars) if self.stars > 1 else (low + high) / 2 * np.ones(1)
        ):
            turn = np.radians(degrees)
            reach = _STARS_ON_RING_AT if self.words else _STARS_AT
            at = (reach * float(np.cos(turn)), reach * float(np.sin(turn)))
            yield Area((star(at, 0.05, 5, 0.42),))


def _pen_for(pen: Pen, scale: float) -> Pen:
    """Return the pen for a part that is drawn smaller, so that its lines come out as the others."""
    return Pen(pen.line / scale, pen.fine / scale, pen.style)


def _outline(shape: Literal["round", "shield", "oval"]) -> Curve:
    """Return a field about the origin, 2 high."""
    if shape == "round":
        return disc((0, 0), 1.0, number=240)
    if shape == "oval":
        return disc((0, 0), 0.80, 1.25, number=240)
    half = smooth([(0.0, -1.0), (0.42, -0.74), (0.72, -0.32), (0.82, 0.16), (0.82, 0.56)])
    top = smooth([(0.82, 0.56), (0.80, 0.82), (0.40, 0.88), (0.0, 0.98)])
    right = np.vstack((half, top))
    return np.vstack((right, (right * (-1, 1))[::-1]))
