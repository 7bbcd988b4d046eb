"""Charges that people built: lighthouse, tower, bridge, ship, key, wheel."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from docdesk.synthesis.artwork.charges.shapes import bar, bow, disc, path, point, polygon, swell_lines
from docdesk.synthesis.artwork.curves import smooth
from docdesk.synthesis.artwork.engraving import (
    Pen,
    Picture,
    Piece,
    drawn,
    flat,
    graded,
    rounded,
    shaded,
    tapered,
)
from docdesk.synthesis.drawing import Curve, Point

_LANTERN: Point = (0.0, 0.62)


def lighthouse(pen: Pen) -> Picture:
    """A banded lighthouse on a rock in the sea, its light going out to both sides."""
    return (_light(pen), *_rock(pen), *_shaft(pen), *_head(pen), _surf(pen))


def _light(pen: Pen) -> Piece:
    """Return two fans of rays; what lies behind the light is not seen."""
    lines, fans = [], []
    for side in (0, 180):
        edge = [np.asarray(_LANTERN) + 0.14 * np.array([np.cos(np.radians(side)), 0.0])]
        for degrees in np.linspace(-15, 15, 9):
            turn = np.radians(side + degrees)
            reach = np.array([[0.17], [0.98 - 0.006 * degrees**2 / 15]])
            ray = np.asarray(_LANTERN) + reach * (np.cos(turn), np.sin(turn))
            lines.append(tapered(path(point(ray[0]), point(ray[1])), 0.5 * pen.line, 1.5 * pen.line))
            edge.append(ray[1])
        fans.append(np.vstack((*edge, edge[0])))
    return Piece(tuple(fans), tuple(lines))


def _rock(pen: Pen) -> Iterator[Piece]:
    rock = polygon(
        (-0.80, -0.86), (-0.62, -0.66), (-0.44, -0.60), (-0.30, -0.46), (-0.10, -0.42), (0.14, -0.43),
        (0.30, -0.50), (0.46, -0.62), (0.66, -0.70), (0.82, -0.86),
    )  # fmt: skip
    seams = [
        path((-0.44, -0.60), (-0.36, -0.74), (-0.42, -0.86)),
        path((-0.10, -0.42), (-0.02, -0.62), (-0.10, -0.86)),
        path((0.30, -0.50), (0.24, -0.68), (0.34, -0.86)),
    ]
    yield shaded(pen, [rock], graded((-0.7, -0.5), (0.7, -0.85), 0.12, 0.85), -58, extra=seams)


def _shaft(pen: Pen) -> Iterator[Piece]:
    foot, head = 0.19, 0.115
    edges = np.linspace(-0.44, 0.44, 6)
    for number, (low, high) in enumerate(pairwise(edges)):
        a, b = (foot + (head - foot) * (y + 0.44) / 0.88 for y in (low, high))
        band = polygon((-a, low), (a, low), (b, high), (-b, high))
        tones = (0.55, 1.0) if number % 2 == 0 else (0.04, 0.55)
        door = [_arched(0.0, -0.43, 0.075, 0.13)] if number == 0 else []
        slits = [bar(-0.018, (low + high) / 2 - 0.035, 0.036, 0.07)] if number in (1, 3) else []
        yield shaded(pen, [band], rounded(-a, a, *tones), 0, 0.12, solids=[*door, *slits])


def _arched(x: float, bottom: float, width: float, height: float) -> Curve:
    half = width / 2
    return np.vstack(
        ([(x - half, bottom), (x + half, bottom)], bow((x, bottom + height - half), half, 0, 180))
    )


def _head(pen: Pen) -> Iterator[Piece]:
    x, y = _LANTERN
    yield shaded(pen, [bar(-0.16, 0.44, 0.32, 0.045)], rounded(-0.16, 0.16, 0.2, 0.9), 90)
    rail = [path((side, 0.485), (side, 0.555)) for side in np.linspace(-0.16, 0.16, 9)]
    yield drawn(pen, [*rail, path((-0.165, 0.555), (0.165, 0.555))], 0.7)
    panes = [path((side, 0.485), (side, 0.74)) for side in (-0.04, 0.0, 0.04)]
    yield shaded(pen, [bar(-0.085, 0.485, 0.17, 0.255)], flat(0.12), 0, extra=panes)
    dome = np.vstack((bow((x, 0.74), 0.115, 0, 180, 1.05), [(-0.115, 0.74), (0.115, 0.74)]))
    yield shaded(pen, [dome], rounded(-0.115, 0.115, 0.3, 1.0), 90)
    yield shaded(pen, [disc((x, y + 0.27), 0.022)], flat(0.9), 0)
    yield drawn(pen, [path((x, y + 0.29), (x, y + 0.38))])


def _surf(pen: Pen) -> Piece:
    return drawn(pen, swell_lines(-0.98, 0.98, (-0.83, -0.90, -0.97), 0.035))


def tower(pen: Pen) -> Picture:
    """A keep of stone with two turrets, a gate and windows."""
    pieces: list[Piece] = []
    for side in (-1, 1):
        pieces += _turret(pen, side * 0.56, 0.25, 0.42)
    pieces += _turret(pen, 0.0, 0.36, 0.78)
    gate = _arched(0.0, -0.92, 0.30, 0.42)
    frame = _arched(0.0, -0.92, 0.40, 0.48)
    pieces.append(shaded(pen, [frame], None, 0))
    bars = [path((x, -0.92), (x, -0.5)) for x in (-0.08, 0.0, 0.08)]
    pieces.append(shaded(pen, [gate], flat(0.75), 90, extra=bars))
    return tuple(pieces)


def _turret(pen: Pen, x: float, half: float, top: float) -> Iterator[Piece]:
    wide = half * 1.14
    merlons = 7
    notches: list[Point] = []
    for number, edge in enumerate(np.linspace(-wide, wide, merlons + 1)[:-1]):
        height = top + (0.12 if number % 2 == 0 else 0.0)
        notches += [(x + edge, height), (x + edge + 2 * wide / merlons, height)]
    body = polygon((x - half, -0.92), (x + half, -0.92), (x + half, top - 0.14), (x - half, top - 0.14))
    windows = [_arched(x, level, 0.07, 0.17) for level in np.arange(-0.30, top - 0.3, 0.42)]
    yield shaded(
        pen, [body], rounded(x - half, x + half, 0.06, 0.72), 90,
        extra=_masonry(x, half, top - 0.14), solids=windows,
    )  # fmt: skip
    crown = polygon((x - wide, top - 0.14), *notches, (x + wide, top - 0.14))
    yield shaded(pen, [crown], rounded(x - wide, x + wide, 0.10, 0.8), 90)


def _masonry(x: float, half: float, top: float) -> Iterator[Curve]:
    courses = np.arange(-0.92, top, 0.095)
    for number, level in enumerate(courses):
        yield path((x - half, float(level)), (x + half, float(level)))
        for joint in np.arange(x - half + (number % 2) * 0.08, x + half, 0.16):
            yield path((float(joint), float(level)), (float(joint), float(level) + 0.095))


def bridge(pen: Pen) -> Picture:
    """A stone bridge of three arches over a river."""
    x = np.linspace(-1, 1, 90)
    deck = np.column_stack((x, 0.30 - 0.16 * x**2))
    arches = ((-0.62, 0.23), (0.0, 0.30), (0.62, 0.23))
    holes = [
        np.vstack((bow((at, -0.38), radius, 0, 180, 1.35), [(at - radius, -0.5), (at + radius, -0.5)]))
        for at, radius in arches
    ]
    wall = np.vstack((deck, [(1, -0.5), (-1, -0.5)]))
    stones = [
        path(point(a), point(b))
        for at, radius in arches
        for a, b in zip(
            bow((at, -0.38), radius, 0, 180, 1.35)[::5], bow((at, -0.38), radius * 1.28, 0, 180, 1.3)[::5],
            strict=True,
        )
    ]  # fmt: skip
    rings = [bow((at, -0.38), radius * 1.28, 0, 180, 1.3) for at, radius in arches]
    courses = [np.column_stack((x, 0.20 - 0.16 * x**2 - gap)) for gap in (0.0, 0.16, 0.32, 0.48)]
    rail = deck + np.array((0.0, 0.10))
    parapet = np.vstack((rail, deck[::-1]))
    posts = [path(point(low), point(high)) for low, high in zip(deck[::6], rail[::6], strict=True)]
    water = swell_lines(-1, 1, (-0.56, -0.66, -0.76, -0.86), 0.035)
    return (
        shaded(
            pen, [wall, *holes], graded((0, 0.3), (0, -0.5), 0.08, 0.62), 0, extra=[*stones, *rings, *courses]
        ),
        shaded(pen, [parapet], flat(0.35), 90, extra=posts),
        drawn(pen, water),
    )


def key(pen: Pen) -> Picture:
    """An old key, upright, its bow a trefoil."""
    pieces: list[Piece] = []
    shaft = bar(-0.065, -0.92, 0.13, 1.22)
    bit = polygon(
        (0.06, -0.86), (0.42, -0.86), (0.42, -0.70), (0.28, -0.70), (0.28, -0.62), (0.42, -0.62),
        (0.42, -0.44), (0.20, -0.44), (0.20, -0.52), (0.06, -0.52),
    )  # fmt: skip
    pieces.append(shaded(pen, [bit], graded((0, -0.5), (0.4, -0.9), 0.15, 0.7), 90))
    pieces += [
        shaded(pen, [disc(at, 0.24), disc(at, 0.13)], rounded(at[0] - 0.24, at[0] + 0.24, 0.08, 0.8), 90)
        for at in ((-0.26, 0.46), (0.26, 0.46), (0.0, 0.74))
    ]
    pieces.append(shaded(pen, [shaft], rounded(-0.065, 0.065, 0.05, 0.95), 0))
    pieces += [
        shaded(pen, [bar(-0.12, level, 0.24, 0.07)], rounded(-0.12, 0.12, 0.1, 0.9), 90)
        for level in (0.20, -0.30)
    ]
    pieces.append(shaded(pen, [disc((0, 0.50), 0.11)], rounded(-0.11, 0.11, 0.1, 0.9), 90))
    return tuple(pieces)


def wheel(pen: Pen) -> Picture:
    """A toothed wheel with eight spokes."""
    tooth = np.arange(72)
    angle = 2 * np.pi * tooth / 72
    reach = np.where(tooth % 4 < 2, 0.96, 0.82)
    rim = polygon(*((float(r * np.cos(a)), float(r * np.sin(a))) for r, a in zip(reach, angle, strict=True)))
    spokes = []
    for degrees in range(0, 180, 45):
        turn = np.radians(degrees)
        along, aside = np.array([np.cos(turn), np.sin(turn)]), np.array([-np.sin(turn), np.cos(turn)])
        corners = (0.66 * s * along + 0.05 * t * aside for s, t in ((-1, -1), (1, -1), (1, 1), (-1, 1)))
        spokes.append(shaded(pen, [polygon(*map(point, corners))], flat(0.3), degrees))
    ring = shaded(
        pen, [rim, disc((0, 0), 0.64)], rounded(-0.9, 0.9, 0.10, 0.7), 60, extra=[disc((0, 0), 0.76)]
    )
    hub = shaded(pen, [disc((0, 0), 0.20), disc((0, 0), 0.08)], rounded(-0.2, 0.2, 0.1, 0.8), 60)
    return (*spokes, ring, hub)


_SAILS: tuple[tuple[float, float, tuple[tuple[float, float, float], ...]], ...] = (
    (-0.46, 0.52, ((-0.28, 0.28, 0.20), (0.12, 0.22, 0.17))),
    (0.40, 0.48, ((-0.30, 0.27, 0.19), (0.08, 0.21, 0.16))),
    (-0.04, 0.86, ((-0.30, 0.40, 0.30), (0.12, 0.33, 0.25), (0.44, 0.25, 0.18))),
)
"""Masts: x, top, and for each sail the foot's height, half its foot and half its head; back to front."""


def ship(pen: Pen) -> Picture:
    """A three-master under full sail."""
    hull = smooth([
        (-0.86, -0.36), (-0.60, -0.46), (-0.1, -0.50), (0.46, -0.46), (0.74, -0.36), (0.66, -0.58),
        (0.52, -0.78), (0.0, -0.84), (-0.50, -0.80), (-0.72, -0.62), (-0.86, -0.36),
    ])  # fmt: skip
    rigging = [
        path((0.72, -0.36), (1.0, -0.16)),
        path((1.0, -0.16), (0.40, 0.40)),
        path((1.0, -0.16), (-0.04, 0.80)),
    ]
    pieces = [drawn(pen, rigging)]
    for x, top, sails in _SAILS:
        pieces.append(drawn(pen, [path((x, -0.46), (x, top))], 1.6))
        pieces += [_sail(pen, x, *sail) for sail in sails]
        pieces.append(shaded(pen, [_pennant(x, top)], flat(0.8), 0))
    jib = smooth([(0.96, -0.18), (0.74, -0.02), (0.56, 0.20), (0.68, -0.10), (0.74, -0.26)])
    pieces.append(shaded(pen, [jib], graded((0.56, 0.2), (0.9, -0.2), 0.05, 0.5), 60))
    strakes = [hull[: len(hull) // 2] - np.array((0.0, gap)) for gap in (0.09, 0.18)]
    ports = [bar(float(x), -0.63, 0.045, 0.05) for x in np.arange(-0.5, 0.5, 0.14)]
    pieces.append(
        shaded(pen, [hull], graded((-0.6, -0.4), (0.5, -0.9), 0.35, 0.95), -6, extra=strakes, solids=ports)
    )
    pieces.append(drawn(pen, swell_lines(-1, 1, (-0.80, -0.88, -0.96), 0.045)))
    return tuple(pieces)


def _sail(pen: Pen, x: float, foot: float, half_foot: float, half_head: float) -> Piece:
    height = 0.29
    share = np.linspace(-1, 1, 30)
    belly = 0.06 * (1 - share**2)
    low = np.column_stack((x + half_foot * share + 0.05, foot + belly))
    high = np.column_stack((x + half_head * share, foot + height + 0.02 * (1 - share**2)))
    rise = np.linspace(0, 1, 20)
    bulge = 0.05 * np.sin(np.pi * rise)
    right = low[-1] + (high[-1] - low[-1]) * rise[:, None] + np.column_stack((bulge, 0 * bulge))
    left = high[0] + (low[0] - high[0]) * rise[:, None] + np.column_stack((bulge, 0 * bulge))
    shape = np.vstack((low, right, high[::-1], left))
    middles = (low + high) / 2 + (0.045, 0.0)
    seams = [smooth([point(low[at]), point(middles[at]), point(high[at])]) for at in (7, 14, 21)]
    tone = graded((x - half_foot, foot + height), (x + half_foot, foot), 0.03, 0.60)
    return shaded(pen, [shape], tone, 88, extra=seams)


def _pennant(x: float, top: float) -> Curve:
    share = np.linspace(0, 1, 20)
    wave = 0.02 * np.sin(7 * share)
    upper = np.column_stack((x - 0.20 * share, top + wave - 0.025 * share))
    lower = np.column_stack((x - 0.20 * share, top - 0.06 + wave + 0.025 * share))
    return np.vstack((upper, lower[::-1]))
