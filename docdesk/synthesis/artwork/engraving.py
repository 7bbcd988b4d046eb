"""Pictures as an engraver makes them: outlines, and lines whose swelling gives the tone.

A picture is a list of pieces from back to front; each hides what lies behind it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.artwork.cutting import Inside, in_outlines, outside
from docdesk.synthesis.artwork.swelling import Swell, Tone, cut, hatching, inked, tinted
from docdesk.synthesis.drawing import Area, Box, Curve, Drawing, Mark, Point

Style = Literal["engraved", "lined", "solid", "outline"]
"""How a picture is made: toned by swelling lines, in even lines, filled, or in outlines alone."""

_EVEN = 0.42
"""Tone of a picture in even lines: as much ink as paper."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What a picture is drawn with; sizes are shares of the picture's own unit.

    Attributes:
        line: width of an outline.
        fine: distance between the lines that give the tone.
        style: how the picture is made.
    """

    line: float
    fine: float
    style: Style = "engraved"


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """One part of a picture.

    Attributes:
        shape: outlines of what it covers and hides; none for lines that hide nothing.
        lines: that lie on it.
        solids: dark shapes on it, such as a window.
    """

    shape: tuple[Curve, ...] = ()
    lines: tuple[Swell, ...] = ()
    solids: tuple[Curve, ...] = ()


Picture = tuple[Piece, ...]
"""Back to front, in units of its own: it fits about -1 to 1 both ways."""

Painter = Callable[[Pen], Picture]


def shaded(
    pen: Pen, shape: Sequence[Curve], tone: Tone | None, degrees: float = 0.0, bend: float = 0.0,
    extra: Iterable[Curve] = (), solids: Sequence[Curve] = (),
) -> Piece:  # fmt: skip
    """Return a piece: its outline, parallel lines that give its tone if any, and lines drawn on it."""
    outlines = tuple(np.vstack((curve, curve[:1])) for curve in shape)
    box = _box(outlines)
    inside = in_outlines(outlines)
    lines: list[Swell] = [even(curve, pen.line) for curve in outlines]
    if tone is not None and pen.style != "outline":
        chosen = tone if pen.style == "engraved" else flat(_EVEN)
        hatch = hatching(box, pen.fine, degrees, pen.fine, bend)
        lines += cut(tinted(hatch, pen.fine, chosen), inside)
    lines += cut((even(curve, 0.7 * pen.line) for curve in extra), inside)
    return Piece(outlines, tuple(lines), tuple(solids))


def drawn(pen: Pen, curves: Iterable[Curve], width: float = 1.0) -> Piece:
    """Return lines that hide nothing, `width` times as wide as an outline."""
    return Piece(lines=tuple(even(curve, width * pen.line) for curve in curves))


def even(curve: Curve, width: float) -> Swell:
    """Return a line of one width."""
    return np.column_stack((curve, np.full(len(curve), width)))


def tapered(curve: Curve, first: float, last: float) -> Swell:
    """Return a line that goes from one width to another."""
    return np.column_stack((curve, np.linspace(first, last, len(curve))))


def composed(picture: Picture, style: Style) -> Drawing:
    """Return a picture as a drawing: what lies behind a piece is not drawn."""
    marks: list[Mark] = []
    covers = [_Cover.of(piece.shape) for piece in picture if piece.shape]
    behind = 0
    for piece in picture:
        behind += bool(piece.shape)
        if style == "solid" and piece.shape:
            marks += [Area(piece.shape)]
            continue
        rest: Iterable[Swell] = piece.lines
        for cover in covers[behind:]:
            rest = cover.spared(rest)
        marks += inked(rest)
        marks += [
            Area((solid,)) for solid in piece.solids if not any(one.hides(solid) for one in covers[behind:])
        ]
    return tuple(marks)


@dataclass(frozen=True, slots=True, eq=False)
class _Cover:
    """What a piece hides, and the box round it."""

    low: Curve
    high: Curve
    inside: Inside

    @classmethod
    def of(cls, shape: tuple[Curve, ...]) -> "_Cover":
        points = np.vstack(shape)
        return cls(points.min(axis=0), points.max(axis=0), in_outlines(shape))

    def spared(self, lines: Iterable[Swell]) -> Iterator[Swell]:
        """Yield the parts of lines that are seen."""
        for line in lines:
            low, high = line[:, :2].min(axis=0), line[:, :2].max(axis=0)
            if (low > self.high).any() or (high < self.low).any():
                yield line
            else:
                yield from cut((line,), outside(self.inside))

    def hides(self, solid: Curve) -> bool:
        return bool(self.inside(solid.mean(axis=0)[None])[0])


def placed(
    picture: Picture, scale: float, at: Point, degrees: float = 0.0, *, mirrored: bool = False
) -> Picture:
    """Return a picture scaled, turned and moved, as a part of a larger one; widths of lines follow."""
    angle = np.radians(degrees)
    matrix = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    if mirrored:
        matrix = matrix @ np.diag((-1.0, 1.0))

    def moved(curve: Curve) -> Curve:
        return np.column_stack((curve[:, :2] @ matrix.T + np.asarray(at), scale * curve[:, 2:]))

    return tuple(
        Piece(tuple(map(moved, piece.shape)), tuple(map(moved, piece.lines)), tuple(map(moved, piece.solids)))
        for piece in picture
    )


def silhouette(picture: Picture) -> Inside:
    """Return the test for what any piece of a picture covers."""
    covers = [in_outlines(piece.shape) for piece in picture if piece.shape]
    return lambda points: np.asarray(
        np.logical_or.reduce([np.zeros(len(points), np.bool_), *(cover(points) for cover in covers)])
    )


def flat(tone: float) -> Tone:
    """Return the same tone everywhere."""
    return lambda points: np.full(len(points), tone)


def rounded(left: float, right: float, light: float, dark: float) -> Tone:
    """Return the tone of a column between two edges: light from the left, a little reflected at the right."""

    def tone(points: Curve) -> NDArray[np.float64]:
        share = np.clip((points[:, 0] - left) / (right - left), 0, 1)
        return np.asarray(light + (dark - light) * np.sin(np.clip(share * 1.12, 0, 1) * np.pi / 2) ** 2.2)

    return tone


def ball(centre: Point, radius: float, light: float, dark: float) -> Tone:
    """Return the tone of a ball lit from the upper left."""

    def tone(points: Curve) -> NDArray[np.float64]:
        away = (points[:, :2] - np.asarray(centre)) / radius
        facing = np.clip(0.5 + 0.5 * (away[:, 0] * 0.62 - away[:, 1] * 0.78), 0, 1)
        return np.asarray(light + (dark - light) * facing**1.6)

    return tone


def graded(start: Point, end: Point, first: float, last: float) -> Tone:
    """Return a tone that runs evenly from one point to another."""
    along = np.subtract(end, start)
    length = float(along @ along)

    def tone(points: Curve) -> NDArray[np.float64]:
        share = np.clip((points[:, :2] - np.asarray(start)) @ along / length, 0, 1)
        return np.asarray(first + (last - first) * share)

    return tone


def _box(shape: Sequence[Curve]) -> Box:
    low = np.min([curve.min(axis=0) for curve in shape], axis=0)
    high = np.max([curve.max(axis=0) for curve in shape], axis=0)
    return float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1])
