"""Strands in the picture: how light falls on them, and how they are drawn over the skin."""

from dataclasses import dataclass

import numba
import numpy as np
from basis import Floats
from light import Lamps, Shadows, seen
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Strands:
    """Strands of one kind.

    Attributes:
        points: strands x steps x 3, dm, root first.
        colour: strands x RGB, linear.
        width: strands, fine px; under 1 it is how much of a pixel they cover.
        shine: how strongly they mirror.
    """

    points: Floats
    colour: Floats
    width: Floats
    shine: float


@numba.njit(cache=True, fastmath=True)
def _along(points: Floats, s: int) -> tuple[float, float, float]:
    """Return the unit vector along a strand at one of its points."""
    a, b = max(0, s - 1), min(points.shape[0] - 1, s + 1)
    x, y, z = points[b, 0] - points[a, 0], points[b, 1] - points[a, 1], points[b, 2] - points[a, 2]
    n = np.sqrt(x * x + y * y + z * z) + 1e-9
    return x / n, y / n, z / n


@numba.njit(cache=True, fastmath=True)
def _fill_between(lit: Floats, every: int) -> None:
    """Give the points of a strand between those that were lit what lies between."""
    steps = lit.shape[0]
    for s in range(steps):
        a = (s // every) * every
        b = min(a + every, ((steps - 1) // every) * every)
        f = (s - a) / (b - a) if b > a else 0.0
        for c in range(3):
            lit[s, c] = lit[a, c] * (1 - f) + lit[b, c] * f


@numba.njit(cache=True, fastmath=True, parallel=True)
def _light(
    points: Floats,
    colour: Floats,
    shine: float,
    every: int,
    lamps: tuple[Floats, Floats, Floats],
    shadows: tuple[Floats, Floats, Floats, Floats],
) -> Floats:
    towards, power, gloss = lamps
    frames, skin, hair, centre = shadows
    strands, steps = points.shape[0], points.shape[1]
    out = np.zeros((strands, steps, 3), np.float32)
    for i in numba.prange(strands):
        for s in range(0, steps, every):
            tx, ty, tz = _along(points[i], s)
            px, py, pz = points[i, s] - centre
            sv = np.sqrt(max(0.0, 1 - tz * tz))
            for k in range(towards.shape[0]):
                open_ = seen(k, px, py, pz, frames, skin, hair, 0.03, 0.06)
                if open_ < 0.004:
                    continue
                tl = tx * towards[k, 0] + ty * towards[k, 1] + tz * towards[k, 2]
                sl = np.sqrt(max(0.0, 1 - tl * tl))
                # Mirrored at the surface without the hair's colour, and from within with it, a little aside.
                first = max(0.0, sl * sv - tl * tz) ** 90 * 0.075 * (0.4 + 0.6 * gloss[k])
                second = max(0.0, sl * sv - (tl + 0.1) * (tz + 0.06)) ** 14 * 0.9
                for c in range(3):
                    own = colour[i, c]
                    glint = shine * (np.sqrt(own) * own * second + first)
                    out[i, s, c] += power[k, c] * open_ * (own * sl * 0.62 + glint)
        _fill_between(out[i], every)
    return out


def light_strands(strands: Strands, lamps: Lamps, shadows: Shadows, every: int) -> Floats:
    """Return the light that each point of the strands sends to the camera, x RGB.

    `every`: each so manieth point is lit; the others follow from their neighbours.
    """
    return _light(strands.points, strands.colour, strands.shine, every, lamps.arrays(), shadows.arrays())


@numba.njit(cache=True, fastmath=True)
def draw_strands(
    image: Floats,
    cover: Floats,
    depth: Floats,
    order: NDArray[np.int64],
    screen: Floats,
    lit: Floats,
    width: Floats,
    bias: float,
) -> None:
    """Draw pieces of strands over the picture in an order; `cover` gathers how much they hide.

    `order`: of the pieces, strand by strand; `screen`: px and depth of the points; `bias`: how far under the
    skin (`depth` of the pixels) a strand is still drawn, dm.
    """
    steps = screen.shape[1]
    rows, columns = depth.shape
    for q in range(order.shape[0]):
        i, s = order[q] // (steps - 1), order[q] % (steps - 1)
        ax, ay, az = screen[i, s, 0], screen[i, s, 1], screen[i, s, 2]
        bx, by, bz = screen[i, s + 1, 0], screen[i, s + 1, 1], screen[i, s + 1, 2]
        steep = abs(by - ay) > abs(bx - ax)
        if steep:
            ax, ay, bx, by = ay, ax, by, bx
        flip = ax > bx
        if flip:
            ax, ay, az, bx, by, bz = bx, by, bz, ax, ay, az
        first, last = int(np.ceil(ax - 0.5)), int(np.ceil(bx - 0.5))
        # The thinner end of a strand covers less.
        taper = min(1.0, 0.35 + 2.2 * (1 - (s + 0.5) / (steps - 1)))
        alpha = min(1.0, width[i] * taper)
        for u in range(first, last):
            f = (u + 0.5 - ax) / (bx - ax)
            v = ay + f * (by - ay) - 0.5
            z = az + f * (bz - az)
            lower = int(np.floor(v))
            for k in range(2):
                w = lower + k
                part = alpha * ((v - lower) if k else (1 - v + lower))
                x, y = (w, u) if steep else (u, w)
                if x < 0 or y < 0 or x >= columns or y >= rows or z > depth[y, x] + bias:
                    continue
                g = 1 - f if flip else f
                for c in range(3):
                    value = lit[i, s, c] * (1 - g) + lit[i, s + 1, c] * g
                    image[y, x, c] += part * (value - image[y, x, c])
                cover[y, x] += part * (1 - cover[y, x])
