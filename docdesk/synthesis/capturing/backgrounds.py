"""What documents lie on when they are photographed: wood, cloth, stone, paper, all drawn from chance."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import cv2
import numpy as np

from docdesk.synthesis.materials.inks import Colour, linear
from docdesk.synthesis.materials.light import Plane

PER_MM = 5.0
"""Px of a background to the mm: 127 ppi; nothing of it need be sharper."""

SIDE_MM = 260.0
"""Side of the drawn square; it is mirrored where the camera sees more."""

_SIDE = round(SIDE_MM * PER_MM)


def _choice(colours: tuple[str, ...], rng: np.random.Generator) -> Colour:
    return linear(colours[int(rng.integers(len(colours)))])


def _cloud(cells: tuple[int, int], rng: np.random.Generator) -> Plane:
    """Return smooth noise of mean 0 and deviation 1 with so many cells across and down."""
    grid = rng.standard_normal((cells[1] + 1, cells[0] + 1), np.float32)
    field = cv2.resize(grid, (_SIDE, _SIDE), interpolation=cv2.INTER_CUBIC)
    return np.asarray((field - field.mean()) / field.std(), np.float32)


def _tinted(field: Plane, dark: Colour, light: Colour) -> tuple[Plane, Plane, Plane]:
    """Return planes that run from one colour to another where a field runs from 0 to 1."""
    share = np.clip(field, 0, 1)
    red, green, blue = (
        np.asarray(a + share * np.float32(b - a), np.float32) for a, b in zip(dark, light, strict=True)
    )
    return red, green, blue


def wood(rng: np.random.Generator) -> tuple[Plane, Plane, Plane]:
    """Return a table top: rings cut lengthwise, pores, boards."""
    light = _choice(("#d8b483", "#b98b57", "#8f6238", "#e3cfa9", "#6d4628"), rng)
    share = float(rng.uniform(0.45, 0.7))
    dark: Colour = (light[0] * share, light[1] * share * 0.92, light[2] * share * 0.85)
    y = np.linspace(0, SIDE_MM, _SIDE, dtype=np.float32)[:, None]
    bent = y / np.float32(rng.uniform(5, 14)) + _cloud((2, 5), rng) * 0.9 + _cloud((4, 14), rng) * 0.25
    rings = bent - np.floor(bent)
    rings = rings * rings * (3 - 2 * rings) * np.clip((1 - rings) * 8, 0, 1)  # slow growth, then a dark line
    pores = np.clip(_cloud((60, _SIDE // 2), rng) - 1.1, 0, 1)
    fleck = _cloud((30, _SIDE // 3), rng) * 0.10 + _cloud((3, 3), rng) * 0.08
    field = 0.85 - 0.45 * rings - 0.5 * pores + fleck
    if rng.random() < 0.6:
        board = rng.uniform(60, 130)
        gap = np.abs((y + rng.uniform(0, board)) % board - board / 2) < 0.25
        field = np.where(gap, -0.3, field)
    if rng.random() < 0.4:
        field = np.ascontiguousarray(field.T)
    return _tinted(np.asarray(field, np.float32), dark, light)


def cloth(rng: np.random.Generator) -> tuple[Plane, Plane, Plane]:
    """Return a woven cloth: threads over and under, thicker and thinner, with soft folds."""
    light = _choice(("#c8bfae", "#3f5878", "#6b2f36", "#4a5a44", "#2b2d33", "#8a8d92"), rng)
    dark: Colour = (light[0] * 0.35, light[1] * 0.35, light[2] * 0.35)
    pitch = float(rng.uniform(0.7, 1.5))
    at = np.linspace(0, SIDE_MM, _SIDE, dtype=np.float32) * np.float32(2 * np.pi / pitch)
    sway = np.float32(0.35)
    warp = np.sin(at[None, :] + sway * _cloud((6, 30), rng))
    weft = np.sin(at[:, None] + sway * _cloud((30, 6), rng))
    threads = np.maximum(warp, weft) * 0.5 + warp * weft * 0.35
    slub = _cloud((12, _SIDE // 6), rng) * 0.07 + _cloud((_SIDE // 6, 12), rng) * 0.07
    folds = _cloud((3, 2), rng) * 0.10
    lint = rng.standard_normal((_SIDE, _SIDE), np.float32) * np.float32(0.05)
    return _tinted(np.asarray(0.55 + 0.35 * threads + slub + folds + lint, np.float32), dark, light)


def stone(rng: np.random.Generator) -> tuple[Plane, Plane, Plane]:
    """Return a polished counter: grains of three minerals and a slow cloud."""
    ground = _choice(("#b9b4ab", "#8c8f94", "#5c5a5a", "#d9d6d0", "#34373c"), rng)
    cells = _SIDE // int(rng.integers(3, 8))
    grains, finer = _cloud((cells, cells), rng), _cloud((_SIDE // 2, _SIDE // 2), rng)
    field = 0.5 + 0.10 * grains + 0.05 * finer + 0.05 * _cloud((5, 5), rng)
    field += 0.30 * np.clip(grains - 1.2, 0, 0.6) - 0.55 * np.clip(-grains - 1.3, 0, 0.7)
    dark: Colour = (ground[0] * 0.35, ground[1] * 0.35, ground[2] * 0.36)
    bright: Colour = (ground[0] * 1.5, ground[1] * 1.5, ground[2] * 1.5)
    return _tinted(np.asarray(field, np.float32), dark, bright)


def paper(rng: np.random.Generator) -> tuple[Plane, Plane, Plane]:
    """Return a sheet or a desk pad, nearly even."""
    ground = _choice(("#f1efe9", "#e6e2d6", "#c9b48c", "#dfe4ea", "#3a4148", "#5d6b5f"), rng)
    field = 0.8 + 0.025 * _cloud((5, 5), rng) + 0.006 * _cloud((90, 90), rng)
    field += rng.standard_normal((_SIDE, _SIDE), np.float32) * np.float32(0.02)
    return _tinted(np.asarray(field, np.float32), (0.0, 0.0, 0.0), (ground[0], ground[1], ground[2]))


BACKGROUNDS: Mapping[str, Callable[[np.random.Generator], tuple[Plane, Plane, Plane]]] = MappingProxyType({
    "wood": wood,
    "cloth": cloth,
    "stone": stone,
    "paper": paper,
})  # fmt: skip
"""By name; each returns red, green and blue, linear, of a square of `SIDE_MM` at `PER_MM`."""
