"""Charges of the north: snow crystal, spruce, whale."""

from collections.abc import Iterator

import numpy as np

from docdesk.synthesis.artwork.charges.shapes import blade, disc, polar, polygon, swell_lines
from docdesk.synthesis.artwork.curves import smooth
from docdesk.synthesis.artwork.engraving import Pen, Picture, Piece, drawn, flat, graded, shaded
from docdesk.synthesis.drawing import Curve, Point

_TWIGS = ((0.30, 0.17), (0.46, 0.24), (0.62, 0.21), (0.77, 0.13))
"""Of an arm: how far out each pair stands, and how long it is."""


def crystal(pen: Pen) -> Picture:
    """A snow crystal of six arms about a plate, each facet lit from one side."""
    arms = [piece for number in range(6) for piece in _arm(pen, 90.0 + 60.0 * number)]
    plate = [piece for number in range(6) for piece in _facet(pen, 90.0 + 60.0 * number)]
    return (*arms, *plate, drawn(pen, [_hexagon(0.13)], 0.8))


def _arm(pen: Pen, degrees: float) -> Iterator[Piece]:
    for at, length in _TWIGS:
        for side in (1, -1):
            yield _needle(pen, _polar(at, degrees), degrees + 60 * side, length, 0.062, lit=side > 0)
    yield _needle(pen, (0.0, 0.0), degrees, 0.98, 0.088, lit=True)


def _needle(pen: Pen, root: Point, degrees: float, length: float, width: float, *, lit: bool) -> Piece:
    """Return a prism of ice: pointed at its tip, with a ridge."""
    turn = np.radians(degrees)
    ahead, aside = np.array((np.cos(turn), np.sin(turn))), np.array((-np.sin(turn), np.cos(turn)))
    base = np.asarray(root)
    neck, tip = base + (length - width) * ahead, base + length * ahead
    corners = (
        base + width / 2 * aside,
        neck + width / 2 * aside,
        tip,
        neck - width / 2 * aside,
        base - width / 2 * aside,
    )
    shape = polygon(*((float(x), float(y)) for x, y in corners))
    return shaded(pen, [shape], flat(0.10 if lit else 0.62), degrees + 90, extra=[np.vstack((base, tip))])


def _facet(pen: Pen, degrees: float) -> Iterator[Piece]:
    tone = 0.10 + 0.5 * (0.5 - 0.5 * np.cos(np.radians(degrees - 120)))
    corners = _polar(0.26, degrees - 30), _polar(0.26, degrees + 30)
    yield shaded(pen, [polygon((0.0, 0.0), *corners)], flat(float(tone)), degrees)


def _hexagon(radius: float) -> Curve:
    outline = polygon(*(_polar(radius, 60.0 + 60.0 * number) for number in range(6)))
    return np.vstack((outline, outline[:1]))


def _polar(reach: float, degrees: float) -> Point:
    return polar(reach, float(np.radians(degrees)))


def spruce(pen: Pen) -> Picture:
    """A lean spruce: tiers of drooping boughs, the lower before the upper."""
    trunk = shaded(
        pen, [polygon((-0.045, -0.98), (0.045, -0.98), (0.03, -0.5), (-0.03, -0.5))], flat(0.85), 90
    )
    tiers = [_tier(pen, level, number) for number, level in enumerate(np.linspace(0.98, -0.62, 9))]
    # From the top down: each tier hangs over the one below it, so the lowest is drawn first.
    return (trunk, *reversed(tiers))


def _tier(pen: Pen, top: float, number: int) -> Piece:
    half = 0.07 + 0.047 * number
    drop = 0.30 + 0.012 * number
    teeth = 3 + number // 2
    right: list[Point] = [(0.0, top)]
    for tooth in range(teeth):
        share = (tooth + 1) / teeth
        right.append((half * (1 - 0.62 * share) + 0.02, top - drop * (0.62 + 0.30 * share) - 0.03))
    outer = [(0.0, top), (0.35 * half, top - 0.42 * drop), (half, top - 0.92 * drop)]
    hem = [
        (half * (1 - share), top - drop * (0.78 + (0.16 if step % 2 else 0.02)))
        for step, share in enumerate(np.linspace(0.12, 1.0, 2 * teeth))
    ]
    side = [*outer, *((float(x), float(y)) for x, y in hem)]
    left = [(-x, y) for x, y in reversed(side[1:])]
    shape = polygon(*side, *left)
    return shaded(pen, [shape], graded((-half, top), (half, top), 0.18, 0.85), 84)


def whale(pen: Pen) -> Picture:
    """A whale that dives in a swell, its fluke raised, blowing."""
    body = smooth([
        (-0.96, -0.30), (-0.90, -0.10), (-0.70, 0.06), (-0.40, 0.14), (-0.06, 0.12), (0.24, 0.02),
        (0.46, -0.08), (0.62, -0.04), (0.72, 0.12), (0.78, 0.30), (0.86, 0.28), (0.86, 0.06), (0.76, -0.20),
        (0.56, -0.38), (0.20, -0.50), (-0.30, -0.54), (-0.76, -0.48), (-0.96, -0.30),
    ])  # fmt: skip
    fluke = smooth([
        (0.80, 0.26), (0.70, 0.42), (0.50, 0.50), (0.62, 0.56), (0.78, 0.52), (0.84, 0.44), (0.90, 0.52),
        (0.99, 0.54), (0.98, 0.40), (0.88, 0.26), (0.80, 0.26),
    ])  # fmt: skip
    fin = blade((-0.34, -0.36), -118, 0.42, 0.17, 0.4)
    back = shaded(
        pen, [body], graded((0, 0.14), (0, -0.52), 0.78, 0.05), 4, -0.05,
        extra=list(_pleats()), solids=[disc((-0.66, -0.20), 0.022, number=20)],
    )  # fmt: skip
    tail = shaded(pen, [fluke], graded((0.5, 0.5), (1.0, 0.3), 0.75, 0.35), 60)
    blow = drawn(pen, (_jet(turn) for turn in (-0.20, -0.11, 0.0, 0.11, 0.20)))
    water = drawn(pen, swell_lines(-0.98, 0.98, (-0.66, -0.76, -0.86, -0.96), 0.03))
    return (tail, back, shaded(pen, [fin], flat(0.55), -30), blow, water)


def _jet(aside: float) -> Curve:
    """Return a line of spray that rises from its head and falls to a side."""
    share = np.linspace(0, 1, 24)
    return np.column_stack(
        (-0.60 + 1.5 * aside * share, 0.13 + 0.62 * share - (2.4 * abs(aside) * share) ** 2)
    )


def _pleats() -> Iterator[Curve]:
    """Yield the furrows of its throat."""
    for depth in (0.0, 0.05, 0.10, 0.15):
        yield smooth(
            [
                (-0.94, -0.32 - 0.2 * depth),
                (-0.66, -0.36 - depth),
                (-0.30, -0.38 - depth),
                (0.02, -0.36 - 0.8 * depth),
            ]
        )
