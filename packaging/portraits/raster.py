"""Triangles and strands to pixels: loops over numbers, compiled."""

import numba
import numpy as np
from basis import Floats, Whole


@numba.njit(cache=True, fastmath=True)
def draw_triangles(screen: Floats, triangles: Whole, rows: int, columns: int) -> tuple[Whole, Floats, Floats]:
    """Return for each pixel the nearest triangle (-1: none), its two weights, and its depth.

    `screen`: vertices x (right px, down px, depth); smaller depth is nearer.
    """
    which = np.full((rows, columns), -1, np.int32)
    weights = np.zeros((rows, columns, 2), np.float32)
    depth = np.full((rows, columns), np.float32(1e9), np.float32)
    for t in range(triangles.shape[0]):
        a, b, c = triangles[t, 0], triangles[t, 1], triangles[t, 2]
        ax, ay, bx, by, cx, cy = (
            screen[a, 0],
            screen[a, 1],
            screen[b, 0],
            screen[b, 1],
            screen[c, 0],
            screen[c, 1],
        )
        area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
        if abs(area) < 1e-9:
            continue
        left = max(0, int(np.ceil(min(ax, bx, cx) - 0.5)))
        right = min(columns - 1, int(np.floor(max(ax, bx, cx) - 0.5)))
        top = max(0, int(np.ceil(min(ay, by, cy) - 0.5)))
        bottom = min(rows - 1, int(np.floor(max(ay, by, cy) - 0.5)))
        for y in range(top, bottom + 1):
            for x in range(left, right + 1):
                px, py = x + 0.5, y + 0.5
                u = ((bx - px) * (cy - py) - (cx - px) * (by - py)) / area
                v = ((cx - px) * (ay - py) - (ax - px) * (cy - py)) / area
                w = 1 - u - v
                if u < -1e-6 or v < -1e-6 or w < -1e-6:
                    continue
                z = u * screen[a, 2] + v * screen[b, 2] + w * screen[c, 2]
                if z < depth[y, x]:
                    depth[y, x] = z
                    which[y, x] = t
                    weights[y, x, 0] = u
                    weights[y, x, 1] = v
    return which, weights, depth


@numba.njit(cache=True, fastmath=True)
def spread(which: Whole, weights: Floats, triangles: Whole, values: Floats) -> Floats:
    """Return the values of the vertices (vertices x n) for each pixel that shows a triangle."""
    rows, columns = which.shape
    n = values.shape[1]
    out = np.zeros((rows, columns, n), np.float32)
    for y in range(rows):
        for x in range(columns):
            t = which[y, x]
            if t < 0:
                continue
            u, v = weights[y, x, 0], weights[y, x, 1]
            w = 1 - u - v
            for k in range(n):
                out[y, x, k] = (
                    u * values[triangles[t, 0], k]
                    + v * values[triangles[t, 1], k]
                    + w * values[triangles[t, 2], k]
                )
    return out
