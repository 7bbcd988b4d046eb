"""The camera: where a head stands in the picture, and what each pixel shows of it."""

from dataclasses import dataclass

import numpy as np
from basis import Floats, Whole
from numpy.typing import NDArray
from raster import draw_triangles, spread
from surface import Surface

WIDTH, HEIGHT = 827, 1063
"""Of the finished picture, px: 35 x 45 mm at 600 dpi."""

OVER = 2
"""Drawn so many times finer each way, then averaged: a hair is thinner than a pixel."""

_AWAY = 17.0
"""From the camera to the eyes, dm: a head looks flat from farther, its nose big from nearer."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Looks along -z. `scale`: fine px per dm at the eyes; `middle`: x, y, z in the picture's middle."""

    scale: float
    middle: Floats

    def screen(self, places: Floats) -> Floats:
        """Return px to the right, px down, and depth in dm (less is nearer) of places (... x 3)."""
        moved = places - self.middle
        near = _AWAY / (_AWAY - moved[..., 2])
        return np.stack(
            [
                WIDTH * OVER / 2 + moved[..., 0] * self.scale * near,
                HEIGHT * OVER / 2 - moved[..., 1] * self.scale * near,
                -moved[..., 2],
            ],
            -1,
        ).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pixels show, all rows x columns.

    Attributes:
        which: triangle, -1 for none.
        depth: dm from the eyes away from the camera.
        place, normal, rest: x 3; where, which way, and where on the mesh at rest.
        uv: texture places.
    """

    which: Whole
    depth: Floats
    place: Floats
    normal: Floats
    rest: Floats
    uv: Floats


def frame_head(fine: Floats, rest: Floats, eyes: Floats, share: float, top: float) -> Camera:
    """Return a camera that makes the head `share` of the picture high and leaves `top` of it above."""
    skull = rest[:, 1] > 7.6
    crown = fine[skull, 1].max()
    chin = chin_place(fine, rest)[1]
    scale = share * HEIGHT * OVER / (crown - chin)
    y = crown + top * HEIGHT * OVER / scale - HEIGHT * OVER / scale / 2
    return Camera(float(scale), np.array((eyes[:, 0].mean(), y, eyes[:, 2].mean()), np.float32))


def chin_place(fine: Floats, rest: Floats) -> Floats:
    """Return the lowest point of the chin that the camera sees."""
    front = (np.abs(rest[:, 0]) < 0.12) & (rest[:, 1] > 6.08) & (rest[:, 1] < 6.45) & (rest[:, 2] > 1.15)
    return fine[front][np.argmin(fine[front, 1])]


def normals(fine: Floats, triangles: Whole) -> Floats:
    """Return unit normals of the vertices."""
    a, b, c = (fine[triangles[:, k]] for k in range(3))
    face = np.cross(b - a, c - a)
    total = np.zeros_like(fine)
    for k in range(3):
        for axis in range(3):
            total[:, axis] += np.bincount(triangles[:, k], face[:, axis], len(fine)).astype(np.float32)
    return total / (np.linalg.norm(total, axis=1, keepdims=True) + 1e-12)


def look(camera: Camera, surface: Surface, fine: Floats, rest: Floats) -> Shown:
    """Return what each fine pixel shows of the mesh."""
    rows, columns = HEIGHT * OVER, WIDTH * OVER
    which, weights, depth = draw_triangles(camera.screen(fine), surface.triangles, rows, columns)
    values = np.concatenate([fine, normals(fine, surface.triangles), rest], 1).astype(np.float32)
    spread_out = spread(which, weights, surface.triangles, values)
    # A sheet of cloth is seen from either side; of all else only the outside is.
    away = spread_out[..., 5] < -0.05
    spread_out[away, 3:6] *= -1
    corners = surface.uv[np.maximum(which, 0)]
    last = 1 - weights.sum(2, keepdims=True)
    uv = corners[:, :, 0] * weights[..., :1] + corners[:, :, 1] * weights[..., 1:] + corners[:, :, 2] * last
    return Shown(
        which, depth, spread_out[..., :3], spread_out[..., 3:6], spread_out[..., 6:9], uv.astype(np.float32)
    )


def outline(which: Whole) -> NDArray[np.bool_]:
    """Return which pixels show the person."""
    return np.asarray(which >= 0)
