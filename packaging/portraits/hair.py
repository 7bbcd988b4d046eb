"""Hair of the head: combed, grown, gathered into locks and curled."""

import numpy as np
from basis import Floats, Whole
from cuts import CUTS, Cut
from growing import grow
from growth import scalp, strand_colours
from head import Head, Roots
from people import Person
from scipy.spatial import cKDTree
from strands import Strands

_SKULL = 0.89
"""Height of the skull over the eyes on the mesh at rest, dm: lengths of hair go with its size."""

COMBED = {
    "side": (1.0, 0.1, 0.1),
    "brushed": (0.3, 0.9, -0.5),
    "crop": (0.5, 0.2, 0.7),
    "fringe": (0.3, -0.1, 1.0),
    "pixie": (0.9, 0.0, 0.5),
    "short_wave": (0.7, 0.5, -0.5),
    "receding": (0.5, 0.2, -0.6),
    "curly": (0.3, 0.5, 0.5),
}
"""The way the hair on top of a head is combed: across from the parting, up, to the front."""


def grow_hair(person: Person, head: Head) -> Strands:
    """Return the hair of the head."""
    dice = np.random.default_rng(person.seed + 22)
    cut = CUTS[person.style]
    roots = head.scatter(scalp(person, head.rest, head.ears), cut.count, dice)
    part = _parting(person, dice)
    comb, goal = _combing(person, cut, roots, part, dice)
    guide = _guides(roots.home, part, 900 if cut.clump < 0.8 else 650, dice)
    skull = head.fine[head.rest[:, 1] > 7.6, 1]
    length = dice.uniform(*cut.length, cut.count) * (skull.max() - skull.min()) / _SKULL
    low = np.clip((8.0 - roots.home[:, 1]) / 0.45, 0, 1)
    length *= 1 - (1 - cut.side_length) * low
    fade = dice.uniform(0.2, 1.0, cut.count) if cut.way != "fall" else 1.0
    layer = (cut.layer[0] + (cut.layer[1] - cut.layer[0]) * dice.random(cut.count)) * (1 - 0.45 * low) * fade
    points = grow(
        head.field,
        (roots.place, roots.up, comb, goal),
        (length.astype(np.float32), layer.astype(np.float32)),
        cut.steps,
        (0.7 if cut.way == "fall" else 0.25, cut.lift, cut.fall * float(dice.uniform(0.85, 1.2)), cut.stiff),
        (_face(head), cut.guard),
    )
    points = _style(points, guide, cut, dice)
    width = np.full(cut.count, 0.62 if cut.steps > 6 else 0.5) * dice.uniform(0.7, 1.2, cut.count)
    shine = 1.0 if cut.steps > 6 else 0.25
    colours = strand_colours(person, cut.count, roots.home, dice)
    return Strands(points, colours, width.astype(np.float32), shine)


def _parting(person: Person, dice: np.random.Generator) -> float:
    """Return where hair is parted: dm to the person's left of the middle, at rest."""
    if person.style == "long":
        return float(dice.normal(0, 0.04))
    return float(dice.choice([-1, 1]) * dice.uniform(0.2, 0.4))


def _face(head: Head) -> Floats:
    """Return the oval that falling hair keeps out of: middle x, y; half axes; least z."""
    by_eye = head.fine[np.argmin(np.abs(head.rest - np.array((0.3, 7.28, 1.35))).sum(1))]
    return np.array((head.fine[:, 0].mean(), 7.02 + by_eye[1] - 7.28, 0.72, 0.86, 0.35), np.float32)


def _combing(
    person: Person, cut: Cut, roots: Roots, part: float, dice: np.random.Generator
) -> tuple[Floats, Floats]:
    """Return the way each strand is combed, along the skin, and the point it is drawn to."""
    goal = np.zeros(4, np.float32)
    home, up = roots.home, roots.up
    x, z = home[:, 0], home[:, 2]
    if cut.way == "fall":
        side = np.where(x + dice.normal(0, 0.012, len(x)) > part * np.clip((z + 0.8) / 1.2, 0, 1), 1.0, -1.0)
        comb = np.stack([side, -0.25 + 0 * x, -0.28 + 0 * x], 1)
    elif cut.way == "goal":
        goal[:] = 0, 7.75 + dice.uniform(-0.3, 0.3), -1.35, 1
        comb = goal[:3] - home
    else:
        comb = _round_whorl(person.style, home, float(np.sign(part)))
    loose = 0.08 if cut.way in ("fall", "goal") else 0.28
    comb = comb / np.linalg.norm(comb, axis=1, keepdims=True) + dice.normal(0, loose, comb.shape)
    comb -= (comb * up).sum(1, keepdims=True) * up
    return (comb / np.linalg.norm(comb, axis=1, keepdims=True)).astype(np.float32), goal


def _round_whorl(style: str, home: Floats, side: float) -> Floats:
    """Return the way short hair lies: away from the whorl, and on top as it is combed."""
    whorl = np.array((0.12 * side, 8.3, -0.55))
    comb = home - whorl
    comb[:, 0] *= 0.7
    front = np.clip((home[:, 1] - 7.85) / 0.2, 0, 1) * np.clip((home[:, 2] + 0.2) / 0.5, 0, 1)
    comb = comb / np.linalg.norm(comb, axis=1, keepdims=True)
    if style in COMBED:
        comb = (
            comb * (1 - 0.85 * front[:, None])
            + np.array(COMBED[style]) * (-side, 1, 1) * 0.85 * front[:, None]
        )
    return comb


def _guides(home: Floats, part: float, count: int, dice: np.random.Generator) -> Whole:
    """Return for each strand the strand that its lock follows; no lock bridges the parting."""
    key = np.concatenate([home, np.where(home[:, :1] > part, 0.6, 0.0)], 1)
    leaders = dice.choice(len(home), count, replace=False)
    return leaders[cKDTree(key[leaders]).query(key)[1]]


def _style(points: Floats, guide: Whole, cut: Cut, dice: np.random.Generator) -> Floats:
    """Return the strands gathered into locks, and curled."""
    t = np.linspace(0, 1, cut.steps, dtype=np.float32)[None, :, None]
    leader = points[guide]
    apart = points[:, :1] - leader[:, :1]
    gather = cut.clump * t**0.7 * dice.uniform(0.5, 1.0, (len(points), 1, 1)).astype(np.float32)
    points = points * (1 - gather) + (leader + apart * 0.4) * gather
    if cut.curl > 0:
        own = dice.random(len(points)) * 2 * np.pi
        phase = 0.8 * own[guide] + 0.25 * own
        wide = cut.curl * np.exp(dice.normal(0, 0.25, len(points)))[guide]
        turn = (
            phase[:, None]
            + 2 * np.pi * cut.turns * t[..., 0] * np.exp(dice.normal(0, 0.12, len(points)))[guide][:, None]
        )
        ramp = np.minimum(1, t[..., 0] * 3)
        offset = (
            np.stack([np.cos(turn), 0.3 * np.sin(2 * turn + 1), np.sin(turn)], -1)
            * (wide[:, None] * ramp)[..., None]
        )
        points = points + offset
    points = points + np.cumsum(dice.normal(0, 0.0012, points.shape), 1) * t
    return np.ascontiguousarray(points, np.float32)
