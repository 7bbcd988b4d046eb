"""The relief of skin: pores, lines that come with age, and the stripes of lips."""

import cv2
import numpy as np
from basis import Floats
from grain import Grain
from noise import grooves, spots

_WIDE = 0.014
"""Of a fine line, dm."""

Line = tuple[tuple[tuple[float, float], ...], float, float]
"""Places that a line goes through, how deep it is (0 to 1), and how many times wider than a fine one."""


def relief(age: float, grain: Grain, lips: Floats, dice: np.random.Generator) -> tuple[Floats, Floats]:
    """Return the height of pores, fine and deep lines in dm, and the furrows alone, 0 to 1."""
    old = float(np.clip((age - 30) / 45, 0, 1))
    inside, rest = grain.inside, grain.rest
    furrow = np.zeros(inside.shape, np.float32)
    wobble = 0.012 * np.stack([grain.field(8, 2, 31)[inside], grain.field(8, 2, 32)[inside]], 1)
    flat = np.ascontiguousarray(rest[inside][:, :2] + wobble, np.float32)
    furrow[inside] = grooves(flat, _pieces(_lines(old, dice))) * (rest[inside][:, 2] > 0.35)
    soft = cv2.GaussianBlur(furrow, (0, 0), 5)
    pits = np.zeros(inside.shape, np.float32)
    pits[inside] = spots(np.ascontiguousarray(rest[inside]), 95, 0.75, 33)
    where = 0.4 + 0.9 * grain.blob(0.4, 6.95, 0.35, 0.3) + 0.6 * grain.blob(0.0, 7.2, 0.2, 0.6)
    height = -0.0016 * pits * where * (1 - lips)
    height += 0.0016 * (0.5 + old) * grain.field(70, 2, 34) + (0.002 + 0.003 * old) * grain.field(24, 2, 35)
    height += (0.003 + 0.007 * old) * grain.field(6, 2, 36) * (1 - lips)
    height -= 0.020 * (0.6 * furrow + 0.9 * soft)
    stripes = np.sin(rest[..., 0] * 190 + 5 * grain.field(12, 2, 37)) * lips
    height += 0.0016 * stripes * (0.5 + 0.5 * grain.field(25, 2, 38))
    return height.astype(np.float32), (0.5 * furrow + 0.6 * soft).astype(np.float32)


def _lines(old: float, dice: np.random.Generator) -> list[Line]:
    """Return the lines of a face and neck; `old`: 0 young to 1."""
    lines: list[Line] = []
    for k in range(5):
        y, wide = 7.62 + 0.085 * k + dice.normal(0, 0.012), dice.uniform(0.3, 0.5)
        bow = ((-wide, y), (0.0, y + dice.uniform(-0.02, 0.05)), (wide, y))
        lines.append((bow, 0.04 + old * dice.uniform(0.2, 1.0), 1.0))
    for side in (-1, 1):
        lines += [(tuple((side * x, y) for x, y in line[0]), *line[1:]) for line in _half(old, dice)]
    for k in range(3):
        y = 5.98 - 0.11 * k + dice.normal(0, 0.02)
        bow = ((-0.5, y + 0.08), (0.0, y), (0.5, y + 0.08))
        lines.append((bow, 0.08 + 0.35 * old * dice.uniform(0.3, 1.0), 1.0))
    return lines


def _half(old: float, dice: np.random.Generator) -> list[Line]:
    """Return the lines of one half of a face, as those of the person's left."""
    frown = ((0.055, 7.42), (0.06, 7.5), (0.05, 7.58))
    lines: list[Line] = [(frown, (0.15 + 0.8 * old) * dice.uniform(0.2, 0.9), 1.0)]
    for k in range(4):
        angle, long = np.radians(-38 + 24 * k + dice.normal(0, 4)), dice.uniform(0.1, 0.2)
        across, up = float(np.cos(angle)), float(np.sin(angle))
        ray = (
            (0.5 + 0.02 * across, 7.275 + 0.03 * up),
            (0.5 + 0.6 * long * across, 7.285 + 0.6 * long * up),
            (0.5 + long * across, 7.275 + long * up),
        )
        lines.append((ray, old * dice.uniform(0.3, 0.9), 1.0))
    for k in range(2):
        drop = 0.09 + 0.05 * k
        bag = ((0.17, 7.22 - 0.02 * k), (0.28, 7.21 - drop), (0.42, 7.22 - drop * 0.6))
        lines.append((bag, (0.12 + 0.7 * old) * dice.uniform(0.3, 0.9), 1.0))
    nose_to_mouth = ((0.19, 6.99), (0.27, 6.88), (0.335, 6.77), (0.37, 6.62))
    lines.append((nose_to_mouth, 0.12 + 0.6 * old * dice.uniform(0.4, 1.1), 2.2))
    mouth_to_chin = ((0.33, 6.58), (0.35, 6.48), (0.34, 6.38))
    lines.append((mouth_to_chin, old * dice.uniform(0.2, 0.8), 1.8))
    for k in range(6):
        x = 0.04 + 0.045 * k
        over_lip = ((x, 6.73), (x * 1.03, 6.77), (x * 1.02, 6.81))
        lines.append((over_lip, max(0.0, old - 0.4) * dice.uniform(0.1, 0.6), 1.0))
    return lines


def _pieces(lines: list[Line]) -> Floats:
    """Return the lines as short straight pieces: x, y, x, y, depth, width; they fade at their ends."""
    t = np.linspace(0, 1, 14)
    fade = np.sin(np.pi * (0.08 + 0.84 * t)) ** 0.7
    pieces = []
    for through, deep, wide in lines:
        at, places = np.linspace(0, 1, len(through)), np.array(through)
        curve = np.stack([np.polyval(np.polyfit(at, places[:, k], len(at) - 1), t) for k in (0, 1)], 1)
        rest = np.stack([deep * fade[:-1], np.full(13, _WIDE * wide)], 1)
        pieces.append(np.concatenate([curve[:-1], curve[1:], rest], 1))
    return np.concatenate(pieces).astype(np.float32)
