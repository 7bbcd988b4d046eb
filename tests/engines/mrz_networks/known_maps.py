"""Maps as a perfect finder would make them of lines that are known."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.curves import Curve, Doubles, through

Floats = NDArray[np.float32]


def straight(x: float, y: float, degrees: float, pitch: float, length: float) -> Curve:
    """Return a straight line from its left end, its angle clockwise as seen."""
    way = np.array([np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))]) * pitch
    t = np.array([0.0, length])
    return through(np.array([x, y]) + t[:, None] * way, t, length, 1)


def curled(x: float, y: float, degrees: float, pitch: float, length: float, sag: float) -> Curve:
    """Return a line that sags `sag` pitches in its middle."""
    t = np.linspace(0, length, 9)
    local = np.stack([t, sag * (1 - (2 * t / length - 1) ** 2)], axis=-1) * pitch
    c, s = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    return through(np.array([x, y]) + local @ np.array([[c, s], [-s, c]]), t, length, 2)


def map_of(
    curves: list[Curve],
    size: tuple[int, int],
    noise: float = 0.0,
    hidden: Sequence[tuple[Curve, float, float]] = (),
) -> Floats:
    """Return the map of a picture of `size` (width, height).

    Args:
        curves: the lines.
        size: of the picture, pixels, multiples of 4.
        noise: standard deviation of what is added to each channel; twice as much on the core.
        hidden: curve, from and to which character its core is not seen.
    """
    rows, columns = size[1] // 4, size[0] // 4
    core = np.zeros((rows, columns))
    found = np.zeros((4, rows, columns), np.float32)
    yy, xx = np.mgrid[:rows, :columns]
    for curve in curves:
        along = curve.at(np.linspace(-1.0, curve.length + 1, 60))
        room = 2 * float(curve.pitch(np.array(curve.length / 2))) + 4
        low, high = along.min(axis=0) - room, along.max(axis=0) + room
        box = (xx * 4 > low[0]) & (xx * 4 < high[0]) & (yy * 4 > low[1]) & (yy * 4 < high[1])
        middles = np.stack([xx[box], yy[box]], axis=-1) * 4 + 1.5
        t = curve.nearest(middles)
        pitch, speed = curve.pitch(t), curve.speed(t)
        off = ((middles - curve.at(t)) * curve.normal(t)).sum(axis=-1)
        near = (np.abs(off) < np.maximum(0.8 * pitch, 4)) & (t > -1.5) & (t < curve.length + 1.5)
        y, x = yy[box][near], xx[box][near]
        t, off, pitch, speed = t[near], off[near], pitch[near], speed[near]
        core[y, x] += _filled(
            curve, t, off, speed / pitch[:, None], pitch, [h for h in hidden if h[0] is curve]
        )
        found[1, y, x], found[2, y, x] = (speed / pitch[:, None]).T
        found[3, y, x] = np.log(pitch / 16)
    core = np.clip(core, 0.0025, 0.9975)
    found[0] = np.log(core / (1 - core))
    if noise:
        drawn = np.random.default_rng(5).normal(0, noise, found.shape).astype(np.float32)
        drawn[0] *= 2
        found += drawn
    return found


def _filled(
    curve: Curve,
    t: Doubles,
    off: Doubles,
    ways: Doubles,
    pitch: Doubles,
    hidden: Sequence[tuple[Curve, float, float]],
) -> Doubles:
    """Return the part of cells that the core fills, by a few places inside each."""
    inside = np.arange(4) - 1.5
    total = np.zeros(len(t))
    for dy in inside:
        for dx in inside:
            there = t + (ways[:, 0] * dx + ways[:, 1] * dy) / pitch
            aside = np.abs(off - ways[:, 1] * dx + ways[:, 0] * dy)
            seen = (there >= 0) & (there <= curve.length) & (aside < 0.6 * 0.97 / 2 * pitch)
            for _, start, end in hidden:
                seen &= (there < start) | (there > end)
            total += seen / 16
    return total
