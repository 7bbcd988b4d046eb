"""Ornaments: compass, star, branches of laurel, ears of wheat."""

from collections.abc import Iterator

import numpy as np

from docdesk.synthesis.artwork.charges.shapes import blade, disc, polar, polygon, spine
from docdesk.synthesis.artwork.curves import smooth
from docdesk.synthesis.artwork.engraving import Pen, Picture, Piece, drawn, flat, shaded
from docdesk.synthesis.drawing import Curve, Point


def facets(pen: Pen, tips: int, outer: float, inner: float, first: float = 90.0) -> Iterator[Piece]:
    """Yield the two halves of each tip of a star about the origin: one lit, one dark."""
    for number in range(tips):
        turn = np.radians(first + 360 * number / tips)
        tip = polar(outer, turn)
        for side, tone in ((1, 0.06), (-1, 0.78)):
            corner = polar(inner, turn + side * np.pi / tips)
            yield shaded(pen, [polygon((0.0, 0.0), tip, corner)], flat(tone), float(np.degrees(turn)))


def star(pen: Pen) -> Picture:
    """A star of five tips, each with a lit and a dark side."""
    return tuple(facets(pen, 5, 0.98, 0.40))


def compass(pen: Pen) -> Picture:
    """A compass rose of sixteen winds in a ring."""
    rings = drawn(pen, [disc((0, 0), 0.66), disc((0, 0), 0.60)])
    ticks = drawn(
        pen,
        [np.array([polar(0.60, turn), polar(0.66, turn)]) for turn in np.radians(np.arange(0, 360, 7.5))],
        0.7,
    )
    winds = (
        *facets(pen, 8, 0.58, 0.20, 112.5),
        *facets(pen, 4, 0.74, 0.20, 45.0),
        *facets(pen, 4, 0.99, 0.16),
    )
    return (rings, ticks, *winds, shaded(pen, [disc((0, 0), 0.07)], flat(0.2)))


def laurel(pen: Pen) -> Picture:
    """A branch of laurel, upright, bowed to the left."""
    return branch(pen, smooth([(0.10, -0.98), (-0.12, -0.3), (-0.10, 0.35), (0.10, 0.86)]), 8, 0.40)


def wheat(pen: Pen) -> Picture:
    """An ear of wheat, upright."""
    return ear(pen, smooth([(0.0, -0.98), (-0.05, -0.3), (0.0, 0.35), (0.04, 0.60)]), 10, 0.30)


def branch(pen: Pen, stem: Curve, pairs: int, leaf: float) -> Picture:
    """Return leaves in pairs along a stem, and one at its end."""
    pieces: list[Piece] = [drawn(pen, [stem], 1.5)]
    for at, heading in _places(stem, pairs, 0.06, 0.92):
        for side, tone in ((1, 0.14), (-1, 0.62)):
            degrees = heading + side * 44
            shape = blade(at, degrees, leaf, leaf * 0.34, 0.45)
            pieces.append(
                shaded(pen, [shape], flat(tone), degrees + side * 35, extra=[spine(at, degrees, 0.9 * leaf)])
            )
    tip, heading = next(iter(_places(stem, 1, 0.97, 0.97)))
    pieces.append(shaded(pen, [blade(tip, heading, leaf, leaf * 0.34, 0.45)], flat(0.3), heading + 35))
    return tuple(pieces)


def ear(pen: Pen, stem: Curve, pairs: int, grain: float) -> Picture:
    """Return grains in pairs along the upper part of a stem, with awns."""
    pieces: list[Piece] = [drawn(pen, [stem], 1.5)]
    for at, heading in _places(stem, pairs, 0.34, 0.97):
        for side in (1, -1):
            degrees = heading + side * 30
            pieces.append(drawn(pen, [spine(at, heading + side * 14, 1.5 * grain)], 0.6))
            shape = blade(at, degrees, grain, grain * 0.42, 0.55)
            pieces.append(
                shaded(
                    pen, [shape], flat(0.2 if side > 0 else 0.6), degrees, extra=[spine(at, degrees, grain)]
                )
            )
    for at, heading in _places(stem, 3, 0.08, 0.28):
        degrees = heading - 38
        pieces.append(
            shaded(pen, [blade(at, degrees, 1.8 * grain, 0.3 * grain, 0.4)], flat(0.4), degrees + 15)
        )
    return tuple(pieces)


def _places(stem: Curve, number: int, first: float, last: float) -> Iterator[tuple[Point, float]]:
    """Yield points along a stem and the direction in which it grows there, degrees."""
    ahead = np.gradient(stem, axis=0)
    for share in np.linspace(first, last, number):
        at = share * (len(stem) - 1)
        index = np.arange(len(stem))
        x, y, u, v = (float(np.interp(at, index, column)) for column in (*stem.T, *ahead.T))
        yield (x, y), float(np.degrees(np.arctan2(v, u)))
