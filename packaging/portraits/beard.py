"""Beards."""

import numpy as np
from basis import Floats
from growing import grow
from growth import beard_at, strand_colours
from head import Head, Roots
from people import Person
from strands import Strands

KINDS = {
    "full": (34000, 0.07, 0.17, 8, 0.6),
    "goatee": (14000, 0.07, 0.15, 8, 0.6),
    "moustache": (6500, 0.07, 0.13, 8, 0.6),
    "stubble": (16000, 0.012, 0.025, 3, 0.5),
}
"""Strands, shortest and longest in dm, points of a strand, and its width in fine px."""


def grow_beard(person: Person, head: Head) -> Strands | None:
    """Return the beard, or None where there is none to see."""
    if person.beard not in KINDS:
        return None
    dice = np.random.default_rng(person.seed + 23)
    count, short, long, steps, width = KINDS[person.beard]
    roots = head.scatter(beard_at(person, head.rest, head.lips), count, dice)
    comb = _combing(roots, dice)
    length = dice.uniform(short, long, count)
    # Longest at the chin, short before the ears and on the neck.
    length *= np.clip(1.25 - np.hypot(roots.home[:, 0] / 0.75, (roots.home[:, 1] - 6.35) / 0.8), 0.3, 1)
    layer = 0.015 + 0.07 * dice.random(count) * length / long
    points = grow(
        head.field,
        (roots.place, roots.up, comb, np.zeros(4, np.float32)),
        (length.astype(np.float32), layer.astype(np.float32)),
        steps,
        (0.1, 0.45, 0.0, 0.8),
        (np.zeros(5, np.float32), 0.0),
    )
    if steps > 4:
        points = points + np.cumsum(dice.normal(0, 0.0035, points.shape), 1)
    colour = strand_colours(person, count, roots.home, dice) * np.float32(0.9)
    return Strands(np.ascontiguousarray(points, np.float32), colour, np.full(count, width, np.float32), 0.5)


def _combing(roots: Roots, dice: np.random.Generator) -> Floats:
    """Return the way each strand lies: down, and beside the mouth outwards."""
    x, y = roots.home[:, 0], roots.home[:, 1]
    comb = np.stack([0.25 * np.sign(x) + 0.5 * x * (y > 6.6), np.full(len(x), -1.0), np.full(len(x), 0.1)], 1)
    comb = comb + dice.normal(0, 0.28, comb.shape)
    comb -= (comb * roots.up).sum(1, keepdims=True) * roots.up
    return (comb / np.linalg.norm(comb, axis=1, keepdims=True)).astype(np.float32)
