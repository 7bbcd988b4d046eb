"""How strands grow round a head: combed along it, then falling."""

import numba
import numpy as np
from basis import Floats
from scipy.ndimage import distance_transform_edt

CELL = 0.04
"""Edge of a cell of the field of distances, dm."""

LOW = np.array((-1.9, 4.4, -2.0), np.float32)
"""Where the grid of cells begins."""

_CELLS = 96, 136, 100

_NEAREST = 0.008
"""A strand lies over the skin at least so far, dm."""


def distances(fine: Floats) -> Floats:
    """Return the distance to the skin of the cells of a grid round the head, dm; negative inside."""
    at = np.round((fine - LOW) / CELL).astype(int)
    good = np.all((at >= 0) & (at < _CELLS), 1)
    at = at[good]
    front = np.full(_CELLS[:2], -1)
    back = np.full(_CELLS[:2], 10**6)
    np.maximum.at(front, (at[:, 0], at[:, 1]), at[:, 2])
    np.minimum.at(back, (at[:, 0], at[:, 1]), at[:, 2])
    z = np.arange(_CELLS[2])
    solid = (z >= back[..., None]) & (z <= front[..., None])
    outside = distance_transform_edt(~solid) - 0.5
    within = distance_transform_edt(solid) - 0.5
    return (np.where(solid, -within, outside) * CELL).astype(np.float32)


@numba.njit(cache=True, fastmath=True)
def _distance(field: Floats, x: float, y: float, z: float) -> float:
    u, v, w = (x + 1.9) / 0.04, (y - 4.4) / 0.04, (z + 2.0) / 0.04
    u = min(max(u, 0.0), field.shape[0] - 1.001)
    v = min(max(v, 0.0), field.shape[1] - 1.001)
    w = min(max(w, 0.0), field.shape[2] - 1.001)
    i, j, k = int(u), int(v), int(w)
    fu, fv, fw = u - i, v - j, w - k
    total = 0.0
    for a in range(2):
        for b in range(2):
            for c in range(2):
                weight = (fu if a else 1 - fu) * (fv if b else 1 - fv) * (fw if c else 1 - fw)
                total += weight * field[i + a, j + b, k + c]
    return total


@numba.njit(cache=True, fastmath=True)
def _outwards(field: Floats, x: float, y: float, z: float) -> tuple[float, float, float]:
    """Return the unit vector that leads away from the skin."""
    gx = _distance(field, x + 0.05, y, z) - _distance(field, x - 0.05, y, z)
    gy = _distance(field, x, y + 0.05, z) - _distance(field, x, y - 0.05, z)
    gz = _distance(field, x, y, z + 0.05) - _distance(field, x, y, z - 0.05)
    g = np.sqrt(gx * gx + gy * gy + gz * gz) + 1e-6
    return gx / g, gy / g, gz / g


@numba.njit(cache=True, fastmath=True)
def _combed(
    x: float, y: float, z: float, comb: Floats, goal: Floats, heavy: float
) -> tuple[float, float, float]:
    """Return the way that comb and weight want; `heavy`: how much the weight has to say, 0 to 1."""
    tx, ty, tz = comb[0], comb[1], comb[2]
    if goal[3] > 0:
        tx, ty, tz = goal[0] - x, goal[1] - y, goal[2] - z
        far = np.sqrt(tx * tx + ty * ty + tz * tz) + 1e-6
        tx, ty, tz = tx / far, ty / far, tz / far
    return tx * (1 - heavy), ty * (1 - heavy) - heavy, tz * (1 - heavy)


@numba.njit(cache=True, fastmath=True)
def _aside(x: float, y: float, z: float, face: Floats) -> float:
    """Return how far a place is within the oval of the face, 0 outside."""
    if z <= face[4]:
        return 0.0
    ex, ey = (x - face[0]) / face[2], (y - face[1]) / face[3]
    return max(0.0, 1.08 - np.sqrt(ex * ex + ey * ey))


@numba.njit(cache=True, fastmath=True)
def grow(
    field: Floats,
    start: tuple[Floats, Floats, Floats, Floats],
    sizes: tuple[Floats, Floats],
    steps: int,
    habit: tuple[float, float, float, float],
    keep_out: tuple[Floats, float],
) -> Floats:
    """Return strands x steps x 3.

    `start`: roots, normals, ways they are combed (all n x 3), and a point that all are drawn to where its
    fourth number is 1. `sizes`: lengths, and heights over the skin at which strands come to lie, dm. `habit`:
    after how many dm they lie so high, how much they leave the root along the normal, after how many dm
    weight takes over, how slowly they bend (0 to 1). `keep_out`: the oval of the face, and how strictly.
    """
    roots, normal, comb, goal = start
    length, layer = sizes
    rise, lift, fall, stiff = habit
    face, guard = keep_out
    out = np.zeros((roots.shape[0], steps, 3), np.float32)
    for i in range(roots.shape[0]):
        x, y, z = roots[i, 0], roots[i, 1], roots[i, 2]
        step = length[i] / (steps - 1)
        dx, dy, dz = normal[i] * lift + comb[i] * (1 - lift)
        for s in range(steps):
            out[i, s, 0], out[i, s, 1], out[i, s, 2] = x, y, z
            t = s * step
            d = _distance(field, x, y, z)
            gx, gy, gz = _outwards(field, x, y, z)
            heavy = min(1.0, t / fall) if fall > 0 else 0.0
            tx, ty, tz = _combed(x, y, z, comb[i], goal, heavy)
            along = tx * gx + ty * gy + tz * gz
            close = min(1.0, max(0.0, (layer[i] + 0.6 - d) / 0.3))
            if along < 0 or (goal[3] > 0 and close > 0):
                tx, ty, tz = tx - along * gx * close, ty - along * gy * close, tz - along * gz * close
            push = (layer[i] * min(1.0, t / rise) + 0.015 - d) * 7.0
            if push < 0:
                push = max(push, -0.6) * close * (1 - heavy * 0.55)
            push = min(push, 1.6)
            within = guard * _aside(x, y, z, face) if guard > 0 else 0.0
            tx += push * gx + within * 5 * (1.0 if comb[i, 0] >= 0 else -1.0)
            ty, tz = ty + push * gy, tz + push * gz - within * 2
            n = np.sqrt(tx * tx + ty * ty + tz * tz) + 1e-6
            k = (1 - stiff) / n
            dx, dy, dz = dx * stiff + k * tx, dy * stiff + k * ty, dz * stiff + k * tz
            n = np.sqrt(dx * dx + dy * dy + dz * dz) + 1e-6
            dx, dy, dz = dx / n, dy / n, dz / n
            x, y, z = x + dx * step, y + dy * step, z + dz * step
            sunk = _NEAREST - _distance(field, x, y, z)
            if sunk > 0 and s > 0:
                x, y, z = x + gx * sunk, y + gy * sunk, z + gz * sunk
    return out
