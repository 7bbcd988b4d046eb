"""The skin as a fine mesh: Catmull-Clark division, prepared once and applied to every mixture."""

from dataclasses import dataclass

import numpy as np
from basis import Basis, Floats, Whole
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, identity, vstack

_LEVELS = 2
"""At two levels a face has edges of 1 to 2 mm, under ten pixels at the size that is drawn."""


@dataclass(frozen=True, slots=True)
class Surface:
    """How the fine mesh follows from the base mesh.

    Attributes:
        follow: fine vertices x base vertices.
        triangles: faces x 3, fine vertices.
        uv: faces x 3 x 2.
        group: of each triangle: 0 skin, 1 eye.
    """

    follow: csr_matrix
    triangles: Whole
    uv: Floats
    group: NDArray[np.uint8]

    def fine(self, places: Floats) -> Floats:
        """Return fine values for values of the base vertices."""
        return np.asarray(self.follow @ places, np.float32)


def build_surface(basis: Basis) -> Surface:
    """Prepare the part that a portrait can show: head, neck, shoulders, both eyeballs."""
    body, body_uv = basis.quads["body"], basis.quad_uv["body"]
    middle = basis.places[body].mean(1)
    shown = (middle[:, 1] > 4.0) & (np.abs(middle[:, 0]) < 3.4)
    eyes = ("helper-l-eye", "helper-r-eye")
    quads = np.concatenate([body[shown], *(basis.quads[name] for name in eyes)])
    corners = np.concatenate([body_uv[shown], *(basis.quad_uv[name] for name in eyes)])
    group = np.concatenate([np.zeros(shown.sum(), np.uint8), np.ones(len(quads) - shown.sum(), np.uint8)])
    uv = basis.uv[corners]
    follow = identity(len(basis.places), format="csr", dtype=np.float32)
    for _ in range(_LEVELS):
        step, quads = _divide(quads, follow.shape[0])
        follow = step @ follow
        uv = _divide_corners(uv)
        group = np.repeat(group, 4)
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    triangle_uv = np.concatenate([uv[:, [0, 1, 2]], uv[:, [0, 2, 3]]])
    used, again = np.unique(triangles, return_inverse=True)
    return Surface(
        csr_matrix(follow[used]),
        again.reshape(-1, 3).astype(np.int32),
        np.ascontiguousarray(triangle_uv, np.float32),
        np.concatenate([group, group]),
    )


def _divide(quads: Whole, count: int) -> tuple[csr_matrix, Whole]:
    """Return one level of Catmull-Clark: new vertices x old vertices, and the new quads."""
    faces = len(quads)
    ends = np.sort(np.stack([quads, np.roll(quads, -1, 1)], 2).reshape(-1, 2), 1)
    edges, edge_of = np.unique(ends, axis=0, return_inverse=True)
    edge_of = edge_of.reshape(faces, 4)
    uses = np.bincount(edge_of.ravel(), minlength=len(edges))
    rim = uses == 1
    face_point = _matrix(np.repeat(np.arange(faces), 4), quads.ravel(), 0.25, (faces, count))
    middle = _matrix(np.repeat(np.arange(len(edges)), 2), edges.ravel(), 0.5, (len(edges), count))
    beside = _matrix(edge_of.ravel(), np.repeat(np.arange(faces), 4), 1.0, (len(edges), faces))
    inner = np.where(rim, 0.0, 0.5).astype(np.float32)
    edge_point = _scaled(middle, 1 - inner) + _scaled(_scaled(beside, 1 / uses) @ face_point, inner)
    vertex_point = _moved(quads, edges, rim, face_point, middle, count)
    step = csr_matrix(vstack((vertex_point, edge_point, face_point)))
    first_edge, first_face = count, count + len(edges)
    new = [
        np.stack(
            [
                quads[:, k],
                first_edge + edge_of[:, k],
                first_face + np.arange(faces),
                first_edge + edge_of[:, k - 1],
            ],
            1,
        )
        for k in range(4)
    ]
    return step, np.stack(new, 1).reshape(-1, 4).astype(np.int32)


def _moved(
    quads: Whole, edges: Whole, rim: NDArray[np.bool_], face_point: csr_matrix, middle: csr_matrix, count: int
) -> csr_matrix:
    """Return where the old vertices go: inner ones by the usual rule, those of a rim along the rim."""
    around = _matrix(quads.ravel(), np.repeat(np.arange(len(quads)), 4), 1.0, (count, len(quads)))
    spokes = _matrix(edges.ravel(), np.repeat(np.arange(len(edges)), 2), 1.0, (count, len(edges)))
    n = np.maximum(np.asarray(around.sum(1)).ravel(), 1)
    e = np.maximum(np.asarray(spokes.sum(1)).ravel(), 1)
    keep = identity(count, format="csr", dtype=np.float32)
    usual = (
        _scaled(around, 1 / n**2) @ face_point
        + _scaled(spokes, 2 / (e * n)) @ middle
        + _scaled(keep, (n - 3) / n)
    )
    along = (
        _matrix(edges[rim].ravel(), np.repeat(np.arange(rim.sum()), 2), 0.25, (count, int(rim.sum())))
        @ csr_matrix(middle[np.flatnonzero(rim)])
        + keep * 0.5
    )
    on_rim = np.zeros(count)
    on_rim[edges[rim].ravel()] = 1
    used = np.asarray(around.sum(1)).ravel() > 0
    still = np.where(used, 0, 1)
    return _scaled(usual, (1 - on_rim) * used) + _scaled(along, on_rim) + _scaled(keep, still)


def _divide_corners(uv: Floats) -> Floats:
    middle = (uv + np.roll(uv, -1, 1)) / 2
    centre = uv.mean(1)
    new = [np.stack([uv[:, k], middle[:, k], centre, middle[:, k - 1]], 1) for k in range(4)]
    return np.stack(new, 1).reshape(-1, 4, 2).astype(np.float32)


def _matrix(
    rows: NDArray[np.int64], columns: NDArray[np.int64], value: float, shape: tuple[int, int]
) -> csr_matrix:
    return csr_matrix((np.full(len(rows), value, np.float32), (rows, columns)), shape=shape)


def _scaled(matrix: csr_matrix, by: NDArray[np.float64]) -> csr_matrix:
    return csr_matrix(matrix.multiply(np.asarray(by, np.float32)[:, None]))
