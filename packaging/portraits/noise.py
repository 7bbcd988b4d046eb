"""Noise over space: the grain of skin, of irises and of cloth."""

import numba
import numpy as np
from basis import Floats


@numba.njit(cache=True, inline="always")
def _hash(x: int, y: int, z: int, seed: int) -> float:
    h = (x * 374761393 + y * 668265263 + z * 2147483647 + seed * 1274126177) & 0xFFFFFFFF
    h = ((h ^ (h >> 13)) * 1274126177) & 0xFFFFFFFF
    return ((h ^ (h >> 16)) & 0xFFFFFF) / 16777215.0


@numba.njit(cache=True)
def _one(x: float, y: float, z: float, seed: int) -> float:
    ix, iy, iz = int(np.floor(x)), int(np.floor(y)), int(np.floor(z))
    fx, fy, fz = x - ix, y - iy, z - iz
    fx, fy, fz = fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy), fz * fz * (3 - 2 * fz)
    total = 0.0
    for dx in range(2):
        for dy in range(2):
            for dz in range(2):
                weight = (fx if dx else 1 - fx) * (fy if dy else 1 - fy) * (fz if dz else 1 - fz)
                total += weight * _hash(ix + dx, iy + dy, iz + dz, seed)
    return total * 2 - 1


@numba.njit(cache=True)
def noise(points: Floats, frequency: float, octaves: int, seed: int) -> Floats:
    """Return smooth noise, about -1 to 1, at points (n x 3); each octave twice as fast and half as strong."""
    out = np.zeros(points.shape[0], np.float32)
    for i in range(points.shape[0]):
        scale, weight, total, sum_ = frequency, 1.0, 0.0, 0.0
        for octave in range(octaves):
            total += weight * _one(
                points[i, 0] * scale, points[i, 1] * scale, points[i, 2] * scale, seed + octave
            )
            sum_ += weight
            scale *= 2.03
            weight *= 0.5
        out[i] = total / sum_
    return out


@numba.njit(cache=True)
def spots(points: Floats, frequency: float, share: float, seed: int) -> Floats:
    """Return round spots, 0 to 1, at points (n x 3): one at most per cell, in `share` of the cells."""
    out = np.zeros(points.shape[0], np.float32)
    for i in range(points.shape[0]):
        x, y, z = points[i, 0] * frequency, points[i, 1] * frequency, points[i, 2] * frequency
        ix, iy, iz = int(np.floor(x)), int(np.floor(y)), int(np.floor(z))
        best = 0.0
        for dx in range(-1, 2):
            for dy in range(-1, 2):
                for dz in range(-1, 2):
                    cx, cy, cz = ix + dx, iy + dy, iz + dz
                    if _hash(cx, cy, cz, seed) > share:
                        continue
                    px = cx + _hash(cx, cy, cz, seed + 1) - x
                    py = cy + _hash(cx, cy, cz, seed + 2) - y
                    pz = cz + _hash(cx, cy, cz, seed + 3) - z
                    size = 0.25 + 0.45 * _hash(cx, cy, cz, seed + 4)
                    near = 1 - np.sqrt(px * px + py * py + pz * pz) / size
                    if near > best:
                        best = near
        out[i] = min(1.0, best * 1.8)
    return out


@numba.njit(cache=True, fastmath=True)
def grooves(places: Floats, lines: Floats) -> Floats:
    """Return how deep points (n x 2) lie in lines (m x 6: x, y, x, y, depth, width)."""
    out = np.zeros(places.shape[0], np.float32)
    for j in range(lines.shape[0]):
        ax, ay, bx, by, deep = lines[j, 0], lines[j, 1], lines[j, 2], lines[j, 3], lines[j, 4]
        width = lines[j, 5]
        reach = width * 3
        left, right = min(ax, bx) - reach, max(ax, bx) + reach
        low, high = min(ay, by) - reach, max(ay, by) + reach
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy + 1e-12
        for i in range(places.shape[0]):
            x, y = places[i, 0], places[i, 1]
            if x < left or x > right or y < low or y > high:
                continue
            t = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / length))
            ex, ey = x - ax - t * dx, y - ay - t * dy
            value = deep * np.exp(-(ex * ex + ey * ey) / (width * width))
            if value > out[i]:
                out[i] = value
    return out
