"""The collar of a shirt: a stand round the neck, and two leaves that fold down from it."""

from dataclasses import dataclass

import numpy as np
from basis import Floats, Whole
from growing import CELL, LOW
from scipy.ndimage import gaussian_filter1d, map_coordinates
from surface import Surface

_ROUND, _DOWN = 90, 12
"""Pieces of each leaf from the front round to the nape, and from the fold to the edge."""

_STAND = 0.15
"""Height of the stand over the neckline, dm."""

_OVER = 0.075
"""A leaf lies so far over the skin at least: the shirt is between them, dm."""

CLOTH = 2
"""Group of triangles that are cloth without skin under it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A piece of cloth: places (n x 3), and triangles of them."""

    places: Floats
    triangles: Whole


def make_collar(surface: Surface, fine: Floats, below: Floats, field: Floats) -> Sheet:
    """Return the collar that stands on the line where `below` (of the fine vertices) is nought."""
    turn, ring = _ring(surface, fine, below)
    grids = []
    for side in (-1.0, 1.0):
        # The leaves begin a little beyond the middle, so that no gap is left between them.
        theta = side * np.linspace(-0.03, np.pi, _ROUND)
        base = np.stack([np.interp(theta, turn, ring[:, k]) for k in range(3)], 1)
        out = np.stack([np.sin(theta), 0 * theta, np.cos(theta)], 1)
        high = _STAND * np.interp(np.abs(theta), [0, 1.1, 2.0, np.pi], [1, 1, 0.25, 0])
        fold = base + out * 0.03
        fold[:, 1] += high
        fold += out * 0.025 * np.cos(theta)[:, None]
        far = np.abs(theta)
        edge = fold + out * np.interp(far, [0, 0.5, 1.2, np.pi], [0.1, 0.15, 0.2, 0.1])[:, None]
        edge[:, 0] += side * np.interp(far, [0, 0.7], [0.24, 0])
        edge[:, 1] -= np.interp(far, [0, 0.35, 1.2, np.pi], [0.62, 0.46, 0.34, 0.4])
        t = np.linspace(0, 1, _DOWN)[None, :, None]
        leaf = fold[:, None] * (1 - t) + edge[:, None] * t + out[:, None] * 0.05 * np.sin(np.pi * t)
        leaf = gaussian_filter1d(_outside(leaf, field), 4, axis=0, mode="nearest")
        leaf[:, 0] = fold
        stand = fold[:, None] * (1 - t) + (base - out * 0.01 - np.array((0, 0.05, 0)))[:, None] * t
        grids += [leaf, stand]
    return _joined(grids)


def with_sheet(surface: Surface, sheet: Sheet, count: int) -> Surface:
    """Return the surface with a sheet whose places follow its own `count` vertices."""
    extra = len(sheet.triangles)
    return Surface(
        surface.follow,
        np.concatenate([surface.triangles, sheet.triangles + count]).astype(np.int32),
        np.concatenate([surface.uv, np.zeros((extra, 3, 2), np.float32)]),
        np.concatenate([surface.group, np.full(extra, CLOTH, np.uint8)]),
    )


def _ring(surface: Surface, fine: Floats, below: Floats) -> tuple[Floats, Floats]:
    """Return the angles of the neckline round the neck in order, and its places."""
    skin = surface.triangles[surface.group == 0]
    pairs = np.concatenate([skin[:, [0, 1]], skin[:, [1, 2]], skin[:, [2, 0]]])
    one, other = below[pairs[:, 0]], below[pairs[:, 1]]
    cut = (one > 0) & (other <= 0) & (other > -0.5)
    share = (one[cut] / (one[cut] - other[cut]))[:, None]
    line = fine[pairs[cut, 0]] * (1 - share) + fine[pairs[cut, 1]] * share
    axis = (line.min(0) + line.max(0)) / 2
    turn = np.arctan2(line[:, 0] - axis[0], line[:, 2] - axis[2])
    even = np.linspace(-np.pi, np.pi, 181)
    near = np.abs(np.angle(np.exp(1j * (even[:, None] - turn[None]))))
    weight = np.exp(-((near / 0.09) ** 2)) + 1e-9
    return even, (weight @ line) / weight.sum(1, keepdims=True)


def _outside(places: Floats, field: Floats) -> Floats:
    """Push places out to where cloth can lie."""

    def distance(at: Floats) -> Floats:
        cells = ((at - LOW) / CELL).reshape(-1, 3).T
        return map_coordinates(field, cells, order=1, mode="nearest").reshape(at.shape[:-1])

    for _ in range(4):
        step = 0.05
        slope = np.stack([distance(places + d) - distance(places - d) for d in np.eye(3) * step], -1)
        slope /= np.linalg.norm(slope, axis=-1, keepdims=True) + 1e-6
        places = places + slope * np.maximum(0, _OVER - distance(places))[..., None]
    return places


def _joined(grids: list[Floats]) -> Sheet:
    triangles, start = [], 0
    for grid in grids:
        rows, columns = grid.shape[:2]
        number = start + np.arange(rows * columns).reshape(rows, columns)
        a, b, c, d = number[:-1, :-1], number[1:, :-1], number[1:, 1:], number[:-1, 1:]
        triangles += [np.stack([a, b, c], -1).reshape(-1, 3), np.stack([a, c, d], -1).reshape(-1, 3)]
        start += rows * columns
    places = np.concatenate([grid.reshape(-1, 3) for grid in grids])
    return Sheet(places.astype(np.float32), np.concatenate(triangles).astype(np.int32))
