"""Maps as a perfect finder would make them of lines that are known."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.curves import Curve, through

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
    # Every map cell is the mean over a few places inside it: edges of cores are as soft as a network's.
    inside = (np.arange(4) + 0.5) / 4 * 4 - 0.5
    yy, xx = np.meshgrid(np.arange(rows) * 4.0, np.arange(columns) * 4.0, indexing="ij")
    core = np.zeros((rows, columns))
    found = np.zeros((4, rows, columns), np.float32)
    for curve in curves:
        for dy in inside:
            for dx in inside:
                core += _within(curve, xx + dx, yy + dy, [h for h in hidden if h[0] is curve]) / 16
        middles = np.stack([xx + 1.5, yy + 1.5], axis=-1)
        t = curve.nearest(middles)
        speed = curve.speed(t)
        pitch = np.hypot(speed[..., 0], speed[..., 1])
        far = np.hypot(*np.moveaxis(middles - curve.at(t), -1, 0)) / pitch
        near = (far < 0.8) & (t > -1) & (t < curve.length + 1)
        found[1][near] = (speed[..., 0] / pitch)[near]
        found[2][near] = (speed[..., 1] / pitch)[near]
        found[3][near] = np.log(pitch / 16)[near]
    core = np.clip(core, 0.0025, 0.9975)
    found[0] = np.log(core / (1 - core))
    if noise:
        drawn = np.random.default_rng(5).normal(0, noise, found.shape).astype(np.float32)
        drawn[0] *= 2
        found += drawn
    return found


def _within(
    curve: Curve, x: NDArray[np.float64], y: NDArray[np.float64], hidden: list[tuple[Curve, float, float]]
) -> NDArray[np.bool_]:
    points = np.stack([x, y], axis=-1)
    t = curve.nearest(points)
    off = np.hypot(*np.moveaxis(points - curve.at(t), -1, 0))
    seen = (t >= 0) & (t <= curve.length)
    for _, start, end in hidden:
        seen &= (t < start) | (t > end)
    return seen & (off < 0.6 * 0.97 / 2 * curve.pitch(t))
