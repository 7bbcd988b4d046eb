"""Brows and lashes."""

from dataclasses import dataclass

import numpy as np
from basis import Floats, Whole
from head import Head
from numpy.typing import NDArray
from people import HAIR, Person
from scipy.interpolate import LinearNDInterpolator
from skin import linear
from strands import Strands
from view import Shown

_STEPS = 7
"""Points of a hair of a brow."""


@dataclass(frozen=True, slots=True)
class Brow:
    """The form of a person's brows, in dm on the mesh at rest; the same for both but for their hairs.

    Attributes:
        hairs: in each.
        thick: half of the height at its highest.
        arch, tail, height: of the outer third, of the outer end, and of the whole, over the usual.
        inner: distance of the inner end from the middle.
    """

    hairs: int
    thick: float
    arch: float
    height: float
    inner: float
    tail: float
    long: float


def grow_brows(person: Person, head: Head) -> Strands:
    """Return both eyebrows."""
    dice = np.random.default_rng(person.seed + 24)
    female = person.sex == "F"
    brow = Brow(
        hairs=int(dice.uniform(800, 1300) if female else dice.uniform(1200, 1700)),
        thick=dice.uniform(0.038, 0.06) if female else dice.uniform(0.056, 0.082),
        arch=dice.uniform(-0.02, 0.03),
        height=dice.uniform(-0.04, 0.025) + (0.03 if female else -0.005),
        inner=dice.uniform(0.11, 0.15),
        tail=dice.uniform(-0.02, 0.03),
        long=0.8 if female else 1.0,
    )
    values = _front(head)
    points = np.concatenate([_one_brow(brow, side, values, dice) for side in (-1, 1)]).astype(np.float32)
    base = linear(HAIR[person.hair]) * (0.6 if person.hair in ("blond", "light", "red") else 0.9)
    grey = dice.random(len(points)) < person.grey * 0.6
    colour = np.where(grey[:, None], linear((150, 147, 143)), base)
    colour = colour * np.exp(dice.normal(0, 0.2, (len(points), 1)))
    width = np.full(len(points), 0.4 if female else 0.48, np.float32)
    return Strands(points, colour.astype(np.float32), width, 0.4)


def _front(head: Head) -> LinearNDInterpolator:
    """Return places and normals of the upper face by x and y on the mesh at rest."""
    skin = np.zeros(len(head.fine), bool)
    skin[head.surface.triangles[head.surface.group == 0]] = True
    front = skin & (head.rest[:, 2] > 0.7) & (head.rest[:, 1] > 6.9) & (head.normal[:, 2] > 0.1)
    values = np.concatenate([head.fine, head.normal], 1)[front]
    return LinearNDInterpolator(head.rest[front, :2], values, fill_value=0.0)


def _one_brow(brow: Brow, side: int, front: LinearNDInterpolator, dice: np.random.Generator) -> Floats:
    """Return the hairs of one brow: steep at its inner end, along it at the outer."""
    u = dice.beta(1.05, 1.25, brow.hairs)
    v = np.clip(dice.normal(0, 0.45, brow.hairs), -1, 1)
    x = brow.inner + u * (0.575 - brow.inner)
    line = np.interp(u, [0, 0.3, 0.62, 1], [-0.008, 0.012, 0.028 + brow.arch, -0.018 + brow.tail])
    y = 7.475 + brow.height + line + v * brow.thick * np.interp(u, [0, 0.12, 0.5, 1], [0.75, 1, 0.85, 0.22])
    angle = np.radians(np.interp(u, [0, 0.15, 0.45, 1], [82, 55, 20, -28]))
    angle = angle - v * 0.6 + dice.normal(0, 0.2, brow.hairs)
    long = dice.uniform(0.05, 0.1, brow.hairs) * np.interp(u, [0, 0.3, 1], [0.7, 1, 0.8]) * brow.long
    t = np.linspace(0, 1, _STEPS)[None]
    bend = angle[:, None] - (0.5 + 0.5 * v[:, None]) * t * 0.9
    along = np.stack([np.cos(bend), np.sin(bend)], -1) * (long / _STEPS)[:, None, None]
    flat = np.stack([x, y], -1)[:, None] + np.cumsum(along, 1)
    flat[..., 0] *= side
    over = 0.004 + 0.022 * np.sin(np.pi * t * 0.7) * dice.uniform(0.4, 1, (brow.hairs, 1))
    values = front(flat)
    return np.asarray(values[..., :3] + values[..., 3:] * over[..., None], np.float32)


def grow_lashes(person: Person, shown: Shown, ball: NDArray[np.bool_]) -> Strands:
    """Return the lashes of all four lids, rooted where the picture shows the edge of an eye."""
    dice = np.random.default_rng(person.seed + 25)
    lines: list[Floats] = []
    columns = np.flatnonzero(ball.any(0))
    for eye in np.split(columns, np.flatnonzero(np.diff(columns) > 20) + 1):
        lines += _lid(shown, ball, eye, person, dice, upper=True)
        lines += _lid(shown, ball, eye, person, dice, upper=False)
    points = np.array(lines, np.float32)
    pale = person.hair in ("blond", "red", "light") and person.make_up < 0.3
    colour = np.tile(linear((84, 60, 44) if pale else (24, 18, 16)), (len(points), 1)).astype(np.float32)
    return Strands(points, colour, np.full(len(points), 0.55 + 0.3 * person.make_up, np.float32), 0.2)


def _lid(
    shown: Shown,
    ball: NDArray[np.bool_],
    eye: Whole,
    person: Person,
    dice: np.random.Generator,
    *,
    upper: bool,
) -> list[Floats]:
    """Return the lashes of one lid over or under the columns that show an eye, each 6 x 3."""
    middle, half = eye.mean(), len(eye) / 2
    outer = 1 if middle > ball.shape[1] / 2 else -1
    lines = []
    for x in np.arange(eye[0] + 2, eye[-1] - 2, 1.6 if upper else 3.2):
        column = int(x)
        rows = np.flatnonzero(ball[:, column])
        if not len(rows):
            continue
        where = (column - middle) / half
        long = (
            (0.06 + 0.02 * person.make_up) * dice.uniform(0.7, 1.1)
            if upper
            else 0.035 * dice.uniform(0.6, 1.1)
        )
        long *= 1 - 0.35 * max(0.0, -where * outer)
        fan = where * 0.75 + dice.normal(0, 0.12) + 0.15 * outer
        bend = np.linspace(0.2, 1, 5)
        rise = (-0.1 + 0.95 * bend) if upper else (-0.45 - 0.35 * bend)
        steps = np.stack([np.full(5, fan), rise, 0.85 - 0.45 * bend], 1) * long / 5
        root = shown.place[(rows[0] - 2) if upper else (rows[-1] + 2), column]
        lines.append(root + np.concatenate([np.zeros((1, 3)), np.cumsum(steps, 0)]))
    return lines
