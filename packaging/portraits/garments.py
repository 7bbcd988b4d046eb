"""Clothes: the skin of the shoulders, thickened and woven from the neckline down."""

import numpy as np
from basis import Floats
from people import Person
from skin import linear

COLOURS = (
    (34, 38, 50),
    (52, 60, 82),
    (96, 104, 116),
    (46, 74, 70),
    (110, 40, 46),
    (70, 52, 84),
    (196, 198, 200),
    (30, 30, 32),
    (120, 96, 76),
    (60, 92, 128),
    (150, 140, 124),
    (84, 92, 62),
)
"""sRGB of cloth."""

SHIRTS = (
    (222, 224, 226),
    (196, 208, 222),
    (226, 222, 212),
    (160, 178, 204),
    (210, 196, 200),
    (70, 78, 92),
)
"""sRGB of shirts."""

_THICK = 0.045
"""Of the edge of a jersey over the skin, dm."""


def neckline(person: Person, rest: Floats) -> Floats:
    """Return how far places at rest lie below the edge of the clothes, dm; negative: bare skin."""
    dice = np.random.default_rng(person.seed + 31)
    x, y, z = np.abs(rest[..., 0]), rest[..., 1], rest[..., 2]
    front = 5.62 + dice.uniform(-0.02, 0.1)
    if person.clothes == "vneck":
        edge = front - 0.35 + 0.75 * np.minimum(1, x / 0.66)
    elif person.clothes == "shirt":
        edge = 5.6 + 0.34 * np.minimum(1, (x / 0.6) ** 2)
    elif person.clothes == "jersey":
        edge = front + 0.1 + 0.34 * np.minimum(1, (x / 0.62) ** 2)
    else:
        edge = front + 0.36 * np.minimum(1, (x / 0.64) ** 2)
    edge = edge + 0.16 * np.clip((0.1 - z) / 0.5, 0, 1)
    return np.where(y < 6.6, edge - y, -1).astype(np.float32)


def dress(person: Person, fine: Floats, normal: Floats, rest: Floats, skin: Floats) -> Floats:
    """Return the fine vertices with the clothes' thickness added."""
    below = neckline(person, rest)
    thick = _THICK * np.clip((below + 0.03) / 0.07, 0, 1) * skin
    band = np.clip(1 - np.abs(below - 0.06) / 0.06, 0, 1) * (below > 0)
    return (fine + normal * (thick + 0.014 * band * skin)[:, None]).astype(np.float32)


def cloth(person: Person, rest: Floats, below: Floats) -> tuple[Floats, Floats]:
    """Return the linear colour of cloth (... x 3) and the height of its weave, dm."""
    dice = np.random.default_rng(person.seed + 32)
    if person.clothes == "shirt":
        return _shirt(person, rest, below, dice)
    colour = linear(COLOURS[int(dice.integers(len(COLOURS)))]) * dice.uniform(0.8, 1.2)
    x, y = rest[..., 0], rest[..., 1]
    angle = np.arctan2(x, np.maximum(0.05, 6.6 - y))
    rib = np.sin(angle * 260) * (below < 0.13)
    weave = np.sin(x * 420 + np.sin(y * 300) * 0.6) * np.sin(y * 420) * (below >= 0.13)
    seam = -np.exp(-(((below - 0.13) / 0.008) ** 2))
    height = 0.0022 * rib + 0.0012 * weave + 0.004 * seam
    shade = 1 + 0.07 * rib + 0.05 * weave + 0.12 * seam
    return (colour * shade[..., None]).astype(np.float32), height.astype(np.float32)


def _shirt(person: Person, rest: Floats, below: Floats, dice: np.random.Generator) -> tuple[Floats, Floats]:
    """Return colour and height of a shirt, with a jacket over it or none."""
    shirt = linear(SHIRTS[int(dice.integers(len(SHIRTS)))])
    x, y = rest[..., 0], rest[..., 1]
    weave = np.sin(x * 520) * np.sin(y * 520)
    placket = np.exp(-(((np.abs(x) - 0.16) / 0.006) ** 2)) * (below < 5)
    height = 0.0006 * weave - 0.004 * placket
    colour = shirt * (1 + 0.03 * weave)[..., None]
    if dice.random() < 0.5:
        jacket = linear(COLOURS[int(dice.choice([0, 1, 2, 7, 8]))]) * 0.8
        reach = np.abs(x) - 0.44 - 0.7 * (y - 5.6)
        over = (np.clip(reach / 0.008, 0, 1) * (below < 5))[..., None]
        cloth_ = jacket * (1 + 0.12 * np.sin(x * 300 + y * 300) * np.sin(x * 300 - y * 300))[..., None]
        colour = colour * (1 - over) + cloth_ * over
        colour = colour * (1 - 0.45 * np.exp(-((np.minimum(reach, 0) / 0.03) ** 2))[..., None] * (1 - over))
        height = height + 0.03 * np.clip(reach / 0.03, 0, 1)
    return colour.astype(np.float32), height.astype(np.float32)
