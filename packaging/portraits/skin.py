"""Skin: its colour and its relief, drawn over the mesh at rest so that they follow every mixture."""

from dataclasses import dataclass

import cv2
import numpy as np
from basis import Basis, Floats
from grain import Grain, resized
from noise import noise, spots
from people import TONES, Person
from relief import relief
from view import Shown


@dataclass(frozen=True, slots=True)
class Look:
    """What the light falls on, all rows x columns.

    Attributes:
        albedo: x RGB, linear.
        height: of the relief, dm.
        rough: of the gloss, 0 mirror to 1.
        gloss: how much of it, 1 being bare skin.
    """

    albedo: Floats
    height: Floats
    rough: Floats
    gloss: Floats


def linear(srgb: Floats | tuple[float, ...]) -> Floats:
    """Return linear light, 0 to 1, of sRGB, 0 to 255."""
    value = np.asarray(srgb, np.float32) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4).astype(np.float32)


def tone_of(person: Person) -> Floats:
    """Return the linear colour of the person's skin."""
    dice = np.random.default_rng(person.seed + 11)
    step = min(int(person.tone), len(TONES) - 2)
    part = person.tone - step
    colour = linear(TONES[step] * (1 - part) + TONES[step + 1] * part)
    ruddy, yellow = dice.normal(0, 0.05), dice.normal(0, 0.045)
    return (colour * np.array((1 + ruddy, 1 - ruddy * 0.4, 1 - ruddy * 0.4 - yellow))).astype(np.float32)


def sample(mask: Floats, uv: Floats) -> Floats:
    """Return a mask's values at texture places."""
    size = np.array(mask.shape[::-1], np.float32)
    at = uv * size - 0.5
    return cv2.remap(
        mask, np.ascontiguousarray(at[..., 0]), np.ascontiguousarray(at[..., 1]), cv2.INTER_LINEAR
    )


def paint_skin(
    basis: Basis, person: Person, shown: Shown, scalp: Floats, hair: Floats, beard: Floats
) -> Look:
    """Return colour and relief of the skin.

    `scalp` and `beard`: 0 to 1 where hair grows; `hair`: its colour.
    """
    dice = np.random.default_rng(person.seed + 12)
    grain = Grain(shown.rest, shown.which >= 0, dice.uniform(0, 50, 3).astype(np.float32))
    lips = np.clip(sample(basis.mask("lips"), shown.uv) * 1.3 - 0.1, 0, 1) * (
        np.abs(shown.rest[..., 0]) < 0.6
    )
    albedo = tone_of(person) * _flush(person, grain, sample(basis.mask("ears"), shown.uv), dice)
    albedo *= (1 - _marks(person, grain, dice))[..., None] ** np.array((0.55, 1.0, 1.3), np.float32)
    albedo = _with_lips(albedo, lips, person, grain.field(60, 2, 8), dice)
    if person.make_up > 0.3:
        lids = sample(basis.mask("eyelids"), shown.uv) * (shown.rest[..., 1] > 7.29)
        albedo *= (1 - 0.35 * person.make_up * lids[..., None]) ** np.array((0.8, 1.1, 1.0))
    albedo = _under_hair(albedo, person, scalp, hair, beard)
    height, furrow = relief(person.form.age, grain, lips, dice)
    albedo *= (1 - 0.25 * np.clip(furrow, 0, 1))[..., None] ** np.array((0.7, 1.0, 1.0))
    shine = 1 + 0.5 * grain.blob(0.0, 7.0, 0.12, 0.3) + 0.35 * grain.blob(0.0, 7.75, 0.5, 0.25)
    shine = 0.75 * (shine + 0.25 * grain.field(7, 2, 9))
    gloss = np.where(lips > 0.3, 1.0 + 0.5 * person.make_up, shine) * (1 - 0.7 * np.clip(scalp, 0, 1))
    rough = np.clip(0.47 - 0.1 * lips + 0.05 * grain.field(30, 2, 10), 0.3, 0.7)
    return Look(albedo.astype(np.float32), height, rough.astype(np.float32), gloss.astype(np.float32))


def _flush(person: Person, grain: Grain, ears: Floats, dice: np.random.Generator) -> Floats:
    """Return by how much blood and shadow change the colour of the skin, x RGB."""
    light = float(np.clip(1 - person.tone / 7, 0.1, 1))
    blood = (
        0.55 * grain.blob(0.52, 6.9, 0.26, 0.22)
        + 0.75 * grain.blob(0.0, 6.95, 0.16, 0.14)
        + 0.35 * grain.blob(0.0, 6.3, 0.25, 0.12)
        + 0.9 * ears
        + 0.35 * grain.blob(0.3, 7.3, 0.16, 0.07)
        + 0.9 * grain.blob(0.165, 7.255, 0.025, 0.03)
    ) * dice.uniform(0.7, 1.4)
    blood = blood + 0.28 * grain.field(9, 3, 1) + 0.12 * grain.field(40, 2, 2)
    pale = 0.5 * grain.blob(0.0, 7.8, 0.6, 0.25)
    dark = (
        dice.uniform(0.25, 0.8) * grain.blob(0.3, 7.14, 0.14, 0.045)
        + 0.35 * grain.blob(0.2, 7.3, 0.07, 0.1)
        + 0.15 * grain.field(5, 3, 3)
        + 0.12 * grain.field(25, 2, 4)
    )
    seen = blood * (0.5 + 0.5 * light)
    red = 0.03 * pale - 0.02 * blood - 0.12 * dark
    green = 0.02 * pale - 0.15 * seen - 0.19 * dark
    blue = -0.03 * pale - 0.12 * seen - 0.15 * dark
    return np.exp(np.stack([red, green, blue], -1)).astype(np.float32)


def _under_hair(albedo: Floats, person: Person, scalp: Floats, hair: Floats, beard: Floats) -> Floats:
    """Return the colour with what shines through of beards and hair under the skin."""
    under = np.array((0.78, 0.86, 0.9)) if person.tone < 3 else np.array((0.8, 0.8, 0.8))
    grown = 0.4 * np.clip(beard, 0, 1)[..., None] * (1 if person.grey < 0.7 else 0.5)
    albedo = albedo * (1 - grown) + albedo * under * 0.65 * grown
    cover = np.clip(scalp, 0, 1)[..., None]
    return albedo * (1 - cover) + (0.3 * albedo + 0.7 * hair) * 0.8 * cover


def _marks(person: Person, grain: Grain, dice: np.random.Generator) -> Floats:
    """Return freckles, moles and the spots of age, 0 to 1."""
    inside = grain.inside[::2, ::2]
    points = np.ascontiguousarray(grain.rest[::2, ::2][inside] + grain.offset)
    total = 0.1 * person.freckles * spots(points, 26, 0.5, 21) * (0.6 + 0.6 * noise(points, 3, 2, 22))
    total += 0.16 * person.freckles * spots(points, 15, 0.3, 23) * (0.6 + 0.6 * noise(points, 3, 2, 22))
    total += 0.55 * np.clip(spots(points, 24, float(dice.uniform(0, 0.0012)), 24) * 2, 0, 1)
    old = float(np.clip((person.form.age - 48) / 30, 0, 1))
    total += 0.2 * old * spots(points, 4.5, 0.12, 25) * (0.5 + noise(points, 20, 2, 26) * 0.5)
    total += 0.08 * spots(points, 30, 0.1, 27)
    out = np.zeros(inside.shape, np.float32)
    out[inside] = np.clip(total, 0, 0.8)
    return resized(out, grain.inside.shape)


def _with_lips(
    albedo: Floats, lips: Floats, person: Person, grain: Floats, dice: np.random.Generator
) -> Floats:
    """Return the colour with the lips, bare or painted."""
    base = tone_of(person)
    bare = base * np.array((0.86, 0.63, 0.65)) if person.tone < 4.5 else base * np.array((0.92, 0.76, 0.8))
    stick = linear([(168, 62, 70), (186, 84, 86), (150, 52, 62), (176, 92, 84)][int(dice.integers(4))])
    much = max(0.0, person.make_up - 0.25) * 0.8
    colour = bare * (1 - much) + (0.5 * bare + 0.5 * stick) * much
    mixed = (0.8 * lips)[..., None]
    return (albedo * (1 - mixed) + colour * (1 + 0.12 * grain)[..., None] * mixed).astype(np.float32)
