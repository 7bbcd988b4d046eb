"""Where hair and beards grow, and what colour each strand has."""

import numpy as np
from basis import Floats
from people import HAIR, Person
from skin import linear

_LINE = np.array(
    [
        (0, 8.02),
        (14, 8.04),
        (26, 8.03),
        (36, 7.92),
        (44, 7.74),
        (50, 7.5),
        (54, 7.2),
        (60, 7.08),
        (66, 7.12),
        (70, 7.5),
        (84, 7.5),
        (92, 7.0),
        (120, 6.78),
        (180, 6.7),
    ]
)
"""The hair line: degrees from the front round the head, and its height on the mesh at rest, dm."""


def hair_colour(person: Person) -> Floats:
    """Return the linear colour of the person's hair as a whole."""
    base = linear(HAIR[person.hair])
    return (base * (1 - person.grey * 0.8) + linear((168, 165, 160)) * person.grey * 0.8).astype(np.float32)


def strand_colours(person: Person, count: int, rest: Floats, dice: np.random.Generator) -> Floats:
    """Return each strand's own colour: lighter, darker, or without any."""
    base = linear(HAIR[person.hair])
    colour = base * np.exp(dice.normal(0, 0.22, (count, 1))) * np.exp(dice.normal(0, 0.04, (count, 3)))
    temple = np.clip((7.9 - rest[:, 1]) / 0.7, 0, 1)
    white = dice.random(count) < np.clip(person.grey * (0.75 + 0.6 * temple), 0, 1) ** 1.1
    pale = linear((196, 193, 188)) * np.exp(dice.normal(0, 0.15, (count, 1)))
    return np.where(white[:, None], pale, colour).astype(np.float32)


def scalp(person: Person, rest: Floats, ears: Floats) -> Floats:
    """Return where hair grows, 0 to 1, for places on the mesh at rest (... x 3)."""
    dice = np.random.default_rng(person.seed + 21)
    x, y, z = rest[..., 0], rest[..., 1], rest[..., 2]
    angle = np.degrees(np.arctan2(np.abs(x), z - 0.15))
    line = _LINE.copy()
    line[:4, 1] += dice.normal(-0.03, 0.035)
    old = max(0.0, person.form.age - 35) / 45
    if person.sex == "M":
        line[1:4, 1] += 0.05 + 0.1 * old * dice.uniform(0, 1)
        line[6:8, 1] -= 0.12
    if person.style == "receding":
        line[0, 1] += 0.1
        line[1:5, 1] += np.array((0.2, 0.3, 0.26, 0.12))
    height = np.interp(angle, line[:, 0], line[:, 1])
    wave = 0.02 * np.sin(angle * 0.9 + dice.uniform(0, 6)) + 0.015 * np.sin(angle * 2.3)
    ramp = np.clip((y - height - wave + 0.02) / 0.1, 0, 1)
    if person.style == "rim":
        top = np.clip((7.95 - y + 0.1 * (z < 0)) / 0.25, 0, 1) * np.clip((0.75 - z) / 0.25, 0, 1)
        ramp = ramp * (0.03 + 0.97 * top)
    if person.style == "receding":
        ramp = ramp * (1 - 0.6 * np.clip(1 - ((x / 0.5) ** 2 + ((z + 0.3) / 0.6) ** 2), 0, 1) * (y > 8))
    return (ramp * (1 - np.clip(ears * 2, 0, 1)) * (y > 6.6)).astype(np.float32)


def beard_at(person: Person, rest: Floats, lips: Floats) -> Floats:
    """Return where a beard grows, 0 to 1, for places on the mesh at rest."""
    if person.sex == "F":
        return np.zeros(rest.shape[:-1], np.float32)
    jaw, upper, beside, chin = _beard_parts(rest)
    everywhere = np.maximum(np.maximum(jaw, upper), np.maximum(beside, chin))
    kinds = {
        "full": everywhere,
        "stubble": everywhere,
        "shaved": everywhere,
        "goatee": np.maximum(np.maximum(upper, beside), chin),
        "moustache": upper,
    }
    on = kinds[person.beard] * (rest[..., 2] > 0.4)
    return (on * (1 - np.clip(lips * 1.5, 0, 1))).astype(np.float32)


def _beard_parts(rest: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Return where the beard of the jaw, of the upper lip, beside the mouth and of the chin grows."""
    x, y, z = np.abs(rest[..., 0]), rest[..., 1], rest[..., 2]
    jaw = np.clip(
        (np.interp(x, [0, 0.25, 0.4, 0.62, 0.8], [6.3, 6.42, 6.62, 6.86, 7.2]) - y) / 0.1 + 0.5, 0, 1
    )
    jaw = jaw * np.clip((y - np.interp(z, [0.3, 1.0, 1.4], [6.8, 6.24, 6.08])) / 0.12, 0, 1)
    jaw = jaw * np.clip((z - 0.52) / 0.2, 0, 1)
    upper = (
        np.clip((0.36 - x) / 0.06, 0, 1)
        * np.clip((y - 6.64) / 0.05, 0, 1)
        * np.clip((6.87 - 0.25 * x - y) / 0.05, 0, 1)
    )
    beside = (
        np.clip((0.07 - np.abs(x - 0.39)) / 0.05, 0, 1)
        * np.clip((6.8 - y) / 0.05, 0, 1)
        * np.clip((y - 6.3) / 0.1, 0, 1)
    )
    chin = (
        np.clip((0.36 - x) / 0.1, 0, 1) * np.clip((6.47 - y) / 0.08, 0, 1) * np.clip((y - 6.1) / 0.08, 0, 1)
    )
    # Behind the lips the mesh goes on into the mouth, where nothing grows.
    outside = np.clip((z - 1.05) / 0.1, 0, 1)
    jaw = jaw * np.where((x < 0.45) & (y > 6.3), outside, 1)
    return jaw, upper * outside, beside * outside, chin * outside
