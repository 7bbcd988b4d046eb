"""Charges of land and sky: mountains, tree, island, sun, sea."""

from collections.abc import Iterator

import numpy as np

from docdesk.synthesis.artwork.charges.shapes import blade, disc, path, point, polygon, swell_lines
from docdesk.synthesis.artwork.curves import smooth
from docdesk.synthesis.artwork.cutting import in_box, in_outlines
from docdesk.synthesis.artwork.engraving import (
    Pen,
    Picture,
    Piece,
    ball,
    drawn,
    even,
    flat,
    graded,
    rounded,
    shaded,
)
from docdesk.synthesis.artwork.swelling import cut, tinted
from docdesk.synthesis.drawing import Curve, Point

_PEAKS: tuple[tuple[Point, float, float], ...] = (
    ((-0.50, 0.22), 0.44, 0.46),
    ((0.54, 0.30), 0.52, 0.42),
    ((0.02, 0.86), 0.72, 0.66),
)
"""Summit, reach of the left and of the right foot; back to front."""

_FOOT = -0.55


def mountains(pen: Pen) -> Picture:
    """Three peaks, lit from the left, snow on their heads, before a lake."""
    pieces = [piece for peak in _PEAKS for piece in _peak(pen, *peak)]
    shore = _hills()
    pieces.append(shaded(pen, [shore], graded((0, -0.3), (0, -0.72), 0.18, 0.5), -8))
    water = swell_lines(-0.92, 0.92, (-0.74, -0.82, -0.90, -0.98), 0.03)
    return (*pieces, drawn(pen, water))


def _crag(start: Point, end: Point, rough: float, bends: int, turn: int) -> list[Point]:
    """Return a broken line between two points; `turn` chooses which way it breaks first."""
    share = np.linspace(0, 1, bends + 2)
    x = start[0] + (end[0] - start[0]) * share
    y = start[1] + (end[1] - start[1]) * share
    aside = rough * np.sin(2.4 * np.arange(bends + 2) + turn) * np.sin(np.pi * share) ** 0.5
    return [(float(a + b), float(c + 0.35 * b)) for a, b, c in zip(x, aside, y, strict=True)]


def _peak(pen: Pen, top: Point, left: float, right: float) -> Iterator[Piece]:
    feet = (top[0] - left, _FOOT), (top[0] + right, _FOOT)
    # Feet end behind the hills that are drawn before them.
    west = _crag(top, feet[0], 0.035, 7, 1)
    east = _crag(top, feet[1], 0.04, 7, 2)
    ridge = _crag(top, (top[0] + 0.10 * right, _FOOT), 0.075, 6, 0)
    drop = top[1] - _FOOT
    snow = top[1] - 0.30 * drop

    def dark(points: Curve) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        line = snow + 0.05 * np.sin(31 * points[:, 0]) + 0.03 * np.sin(67 * points[:, 0])
        return np.where(points[:, 1] > line, 0.24, 0.74)

    def bright(points: Curve) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        line = snow + 0.04 * np.sin(29 * points[:, 0] + 1) + 0.03 * np.sin(61 * points[:, 0])
        return np.where(points[:, 1] > line, 0.0, 0.20)

    yield shaded(pen, [polygon(*west, *reversed(ridge[1:]))], bright, 62)
    yield shaded(pen, [polygon(*ridge, *reversed(east[1:]))], dark, -56)


def _hills() -> Curve:
    x = np.linspace(-0.98, 0.98, 160)
    ridge = -0.46 + 0.09 * np.sin(3.1 * x + 0.6) + 0.05 * np.cos(7.3 * x)
    below = -0.70 + 0.02 * np.sin(9 * x)
    # The land runs out into the lake at both sides.
    ridge = below + (ridge - below) * (1 - np.abs(x / 0.98) ** 9)
    return np.vstack((np.column_stack((x, ridge)), np.column_stack((x, below))[::-1]))


_CROWN: tuple[tuple[float, float, float], ...] = (
    (0.0, 0.62, 0.34), (-0.36, 0.50, 0.30), (0.38, 0.48, 0.30), (-0.62, 0.20, 0.28), (0.63, 0.18, 0.28),
    (-0.16, 0.36, 0.28), (0.22, 0.32, 0.29), (-0.40, 0.08, 0.27), (0.42, 0.06, 0.27), (0.0, 0.06, 0.26),
)  # fmt: skip
"""Clumps of leaves: x, y, radius; back to front."""


def tree(pen: Pen) -> Picture:
    """An old broad tree on a mound."""
    trunk = smooth([
        (-0.34, -0.86), (-0.15, -0.72), (-0.11, -0.45), (-0.16, -0.05), (-0.30, 0.12), (0.0, 0.10),
        (0.28, 0.14), (0.16, -0.06), (0.12, -0.45), (0.17, -0.72), (0.36, -0.86), (0.0, -0.80),
        (-0.34, -0.86),
    ])  # fmt: skip
    bark = (path((x, -0.8), (0.6 * x, -0.3), (1.2 * x, 0.1)) for x in (-0.06, 0.02, 0.09))
    mound = smooth([
        (-0.85, -0.97), (-0.5, -0.86), (0, -0.80), (0.5, -0.86), (0.85, -0.97), (0, -1.0), (-0.85, -0.97),
    ])  # fmt: skip
    pieces = [
        shaded(pen, [mound], graded((0, -0.8), (0, -1.0), 0.15, 0.5), 0, 0.1),
        shaded(pen, [trunk], rounded(-0.16, 0.16, 0.25, 0.85), 84, extra=bark),
    ]
    for x, y, radius in _CROWN:
        pieces.append(shaded(pen, [_clump((x, y), radius)], ball((x, y), radius * 1.1, 0.06, 0.80), 24, 0.5))
    return tuple(pieces)


def _clump(centre: Point, radius: float) -> Curve:
    angle = np.linspace(0, 2 * np.pi, 145)
    reach = radius * (0.92 + 0.13 * np.abs(np.sin(4.5 * angle + 9 * centre[0])) ** 0.8)
    return np.column_stack((centre[0] + reach * np.cos(angle), centre[1] + 0.88 * reach * np.sin(angle)))


def island(pen: Pen) -> Picture:
    """A rocky island with a bay, and the sea about it."""
    rock = smooth([
        (-0.94, -0.42), (-0.72, -0.22), (-0.55, 0.10), (-0.30, 0.02), (-0.08, -0.18), (0.14, -0.10),
        (0.36, 0.26), (0.58, 0.08), (0.76, -0.24), (0.95, -0.44), (0.5, -0.52), (0, -0.46), (-0.5, -0.53),
        (-0.94, -0.42),
    ])  # fmt: skip
    shade = graded((-0.6, 0.2), (0.8, -0.5), 0.10, 0.80)
    seams = (path((x, y), (x + 0.10, y - 0.2), (x + 0.05, y - 0.42)) for x, y in ((-0.52, 0.06), (0.38, 0.2)))
    water = swell_lines(-1.0, 1.0, (-0.56, -0.66, -0.76, -0.86, -0.96), 0.045)
    return shaded(pen, [rock], shade, -52, extra=seams), drawn(pen, water)


def sun(pen: Pen) -> Picture:
    """A sun: straight and flaming rays by turns round a disc turned on the lathe."""
    pieces: list[Piece] = []
    for number in range(16):
        degrees = number * 22.5 + 90
        if number % 2:
            pieces.append(shaded(pen, [_flame(degrees)], flat(0.35), degrees))
        else:
            pieces += _beam(pen, degrees)
    rim = disc((0, 0), 0.44)
    rings = (disc((0, 0), float(radius)) for radius in np.arange(0.03, 0.40, pen.fine))
    lathe = tuple(cut(tinted(rings, pen.fine, ball((0, 0), 0.44, 0.12, 0.75)), in_outlines([rim])))
    plain = shaded(pen, [rim], None)
    inner = drawn(pen, [disc((0, 0), 0.40)], 0.7)
    return (*pieces, Piece(plain.shape, (*plain.lines, *lathe, *inner.lines)))


def _beam(pen: Pen, degrees: float) -> Iterator[Piece]:
    turn = np.radians(degrees)
    ahead, aside = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
    root, tip = 0.40 * ahead, 0.98 * ahead
    for side, tone in ((1, 0.08), (-1, 0.62)):
        corner = root + side * 0.085 * aside
        yield shaded(pen, [polygon(point(root), point(tip), point(corner))], flat(tone), degrees)


def _flame(degrees: float) -> Curve:
    share = np.linspace(0, 1, 40)
    bend = 0.05 * np.sin(2 * np.pi * share * 1.25) * share**0.5
    half = 0.06 * (1 - share) ** 0.8
    reach = 0.40 + 0.44 * share
    x = np.concatenate((reach, reach[::-1]))
    y = np.concatenate((bend + half, (bend - half)[::-1]))
    turn = np.radians(degrees)
    return np.column_stack((x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)))


def sea(pen: Pen) -> Picture:
    """Round waves in rows, each row before the one above it."""
    radius = 0.25
    return tuple(
        _scallop(pen, (x, 0.36 - 0.15 * row), radius)
        for row in range(9)
        for x in np.arange(-0.75 if row % 2 == 0 else -0.5, 0.8, 2 * radius)
    )


def _scallop(pen: Pen, centre: Point, radius: float) -> Piece:
    """Return a round wave: a disc with arcs inside, the outer ones heavier."""
    plain = shaded(pen, [disc(centre, radius)], None)
    above = in_box((-1.0, -0.82, 2.0, 2.0))
    arcs = tuple(
        even(disc(centre, share * radius), pen.line * (0.4 + 0.7 * share))
        for share in (0.26, 0.45, 0.64, 0.82)
    )
    return Piece(plain.shape, tuple(cut((*plain.lines, *arcs), above)))


def flower(pen: Pen) -> Picture:
    """A flower of eight petals on a stem with two leaves."""
    stem = drawn(pen, [smooth([(0, 0.2), (0.04, -0.3), (-0.02, -0.98)])], 2.0)
    leaves = [
        shaded(pen, [blade((0.02, -0.75), degrees, 0.62, 0.24)], flat(tone), degrees + 28)
        for degrees, tone in ((142, 0.25), (34, 0.55))
    ]
    petals = [_petal(pen, degrees) for degrees in (*range(22, 382, 45), *range(0, 360, 45))]
    heart = shaded(pen, [disc((0, 0.36), 0.13)], ball((0, 0.36), 0.13, 0.3, 0.95), 45)
    return (stem, *leaves, *petals, heart)


def _petal(pen: Pen, degrees: float) -> Piece:
    """Return a petal, dark at its root."""
    root, length = (0.0, 0.36), 0.60
    turn = np.radians(degrees)
    tip = (length * float(np.cos(turn)), root[1] + length * float(np.sin(turn)))
    return shaded(pen, [blade(root, degrees, length, 0.34, 0.62)], graded(root, tip, 0.6, 0.05), degrees)
