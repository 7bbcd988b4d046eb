"""Guilloches: families of fine curves, each drawn by a formula."""

from collections.abc import Iterator

import numpy as np

from drawing.sheet import Curve, Point

TURN = 2 * np.pi


def waves(
    left: float, right: float, bottom: float, top: float, spacing: float, swing: float, phase: float
) -> Iterator[Curve]:
    """Lines that run across a field and breathe: each a little out of step with the one below."""
    x = np.linspace(left, right, round((right - left) * 6))
    span = right - left
    for number, y in enumerate(np.arange(bottom, top, spacing)):
        lag = number * 0.055 + phase
        breath = 0.55 + 0.45 * np.sin(TURN * x / span + lag * 0.6)
        line = swing * breath * np.sin(TURN * x / (span / 4.2) + lag)
        ripple = 0.22 * swing * np.sin(TURN * x / (span / 11) - 2.1 * lag)
        yield np.column_stack((x, y + line + ripple))


def rosette(
    centre: Point, inner: float, outer: float, petals: int, lines: int, squash: float = 1.0
) -> Iterator[Curve]:
    """A ring of interlaced closed curves between two radii."""
    angle = np.linspace(0, TURN, 1400)
    middle, half = (inner + outer) / 2, (outer - inner) / 2
    for number in range(lines):
        shift = TURN * number / lines
        radius = middle + half * np.cos(petals * angle + shift) * (
            0.72 + 0.28 * np.cos(2 * petals * angle - shift)
        )
        yield np.column_stack(
            (centre[0] + radius * np.cos(angle), centre[1] + squash * radius * np.sin(angle))
        )


def braid(
    left: float, right: float, centre: float, height: float, period: float, strands: int
) -> Iterator[Curve]:
    """A band of strands that cross and part again."""
    x = np.linspace(left, right, round((right - left) * 14))
    for number in range(strands):
        shift = TURN * number / strands
        waist = 0.62 + 0.38 * np.cos(TURN * x / (period * 3.5))
        yield np.column_stack((x, centre + height / 2 * waist * np.sin(TURN * x / period + shift)))


def fibres(width: float, height: float, count: int, seed: int) -> list[Curve]:
    """Short bent fibres strewn over a sheet; a seed is one sheet."""
    dice = np.random.default_rng(seed)
    along = np.linspace(-1, 1, 24)
    curves = []
    for _ in range(count):
        x, y = dice.uniform(1.5, width - 1.5), dice.uniform(1.5, height - 1.5)
        angle, length = dice.uniform(0, TURN), dice.uniform(1.2, 2.4)
        bend = dice.uniform(-0.55, 0.55) * along**2 + dice.uniform(-0.3, 0.3) * along**3
        u = along * length / 2
        curves.append(
            np.column_stack(
                (x + u * np.cos(angle) - bend * np.sin(angle), y + u * np.sin(angle) + bend * np.cos(angle))
            )
        )
    return curves
