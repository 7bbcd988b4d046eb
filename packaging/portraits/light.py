"""Light of a photographer's studio: many small lamps, each with a map of what stands in its way."""

from dataclasses import dataclass

import numba
import numpy as np
from basis import Flags, Floats, Whole
from numpy.typing import NDArray
from raster import draw_triangles

_WIDE = 5.6
"""Side of the square that a lamp's map covers, dm; the head and shoulders turn inside it."""

_FINE, _COARSE = 720, 300
"""Texels of the map of the body (0.8 mm each) and of the map of the hair (1.9 mm)."""


@dataclass(frozen=True, slots=True)
class Lamps:
    """Small lamps far away.

    Attributes:
        towards: lamps x 3, unit vectors from the person to the lamp.
        power: lamps x RGB.
        gloss: of each lamp, how much its mirror image counts: 0 for light from everywhere.
    """

    towards: Floats
    power: Floats
    gloss: Floats

    def some(self, chosen: Flags) -> "Lamps":
        """Return a part of the lamps."""
        return Lamps(*(np.ascontiguousarray(part[chosen]) for part in self.arrays()))

    def arrays(self) -> tuple[Floats, Floats, Floats]:
        """Return the attributes in order, for compiled loops."""
        return self.towards, self.power, self.gloss


@dataclass(frozen=True, slots=True)
class Shadows:
    """Maps of all lamps: nearest skin; first, last and thickness of hair; and the frames they are in."""

    frames: Floats
    skin: Floats
    hair: Floats
    centre: Floats

    def some(self, chosen: Flags) -> "Shadows":
        """Return the maps of a part of the lamps."""
        return Shadows(self.frames[chosen], self.skin[chosen], self.hair[chosen], self.centre)

    def arrays(self) -> tuple[Floats, Floats, Floats, Floats]:
        """Return the attributes in order, for compiled loops."""
        return self.frames, self.skin, self.hair, self.centre


def studio(dice: np.random.Generator) -> Lamps:
    """Return two soft boxes, unequal, before a bright room; each person's are placed a little differently."""
    side = dice.choice([-1.0, 1.0])
    warm = dice.uniform(-0.02, 0.03)
    strong = dice.uniform(1.25, 1.6)
    main = _box((side * dice.uniform(22, 38), dice.uniform(22, 34)), 17, 10)
    other = _box((-side * dice.uniform(32, 50), dice.uniform(8, 20)), 18, 8)
    weak = dice.uniform(0.45, 0.8)
    room, shade = _room(26)
    towards = np.concatenate([main, other, room])
    power = np.concatenate(
        [
            np.tile(np.array((1 + warm, 1, 1 - warm)) * strong / len(main), (len(main), 1)),
            np.tile(np.array((1, 1, 1 + warm)) * weak / len(other), (len(other), 1)),
            shade,
        ]
    )
    gloss = np.repeat((1.0, 0.25), (len(main) + len(other), len(room)))
    return Lamps(towards.astype(np.float32), power.astype(np.float32), gloss.astype(np.float32))


def _box(middle: tuple[float, float], half: float, count: int) -> NDArray[np.float64]:
    """Return lamps spread over a soft box: degrees to the side and up of its middle, half its width."""
    k = np.arange(count)
    a = np.radians(middle[0] + 2 * half * ((k * 0.618034) % 1 - 0.5))
    h = np.radians(middle[1] + 1.4 * half * ((k + 0.5) / count - 0.5))
    return np.stack([np.sin(a) * np.cos(h), np.sin(h), np.cos(a) * np.cos(h)], 1)


def _room(count: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return lamps all round but for the floor, brighter above and in front, and their power."""
    k = np.arange(count)
    y = 1 - 1.7 * (k + 0.5) / count
    a, flat = k * 2.399963, np.sqrt(np.maximum(0, 1 - y * y))
    towards = np.stack([flat * np.cos(a), y, flat * np.sin(a)], 1)
    bright = 1.75 / count * (0.75 + 0.45 * y) * (0.75 + 0.35 * towards[:, 2])
    colour = np.where(y[:, None] > 0, (1, 1, 1.02), (1.0, 0.96, 0.92))
    return towards, colour * bright[:, None]


def cast(lamps: Lamps, fine: Floats, triangles: Whole, strands: Floats, area: Floats) -> Shadows:
    """Draw the maps: of the mesh, and of points of strands (n x 3) that each stop light over an area, dm2."""
    centre = np.array((0, 7.0, 0.3), np.float32)
    count = len(lamps.towards)
    frames = np.zeros((count, 3, 3), np.float32)
    skin = np.zeros((count, _FINE, _FINE), np.float32)
    hair = np.zeros((count, 3, _COARSE, _COARSE), np.float32)
    for k, towards in enumerate(lamps.towards):
        up = np.array((0, 1, 0)) if abs(towards[1]) < 0.95 else np.array((0, 0, 1))
        right = np.cross(up, towards)
        right /= np.linalg.norm(right)
        frames[k] = right, np.cross(towards, right), towards
        screen = (fine - centre) @ frames[k].T
        screen[:, :2] = (screen[:, :2] / _WIDE + 0.5) * _FINE
        screen[:, 2] *= -1
        skin[k] = draw_triangles(screen.astype(np.float32), triangles, _FINE, _FINE)[2]
        if len(strands):
            _thicken(hair[k], ((strands - centre) @ frames[k].T).astype(np.float32), area)
    return Shadows(frames, skin, hair, centre)


@numba.njit(cache=True, fastmath=True)
def _thicken(into: Floats, points: Floats, area: Floats) -> None:
    into[0, :, :] = 1e9
    into[1, :, :] = -1e9
    texel = (_WIDE / _COARSE) ** 2
    for i in range(points.shape[0]):
        x = int((points[i, 0] / _WIDE + 0.5) * _COARSE)
        y = int((points[i, 1] / _WIDE + 0.5) * _COARSE)
        if x < 0 or y < 0 or x >= _COARSE or y >= _COARSE:
            continue
        z = -points[i, 2]
        into[0, y, x] = min(into[0, y, x], z)
        into[1, y, x] = max(into[1, y, x], z)
        into[2, y, x] += area[i] / texel


@numba.njit(cache=True, fastmath=True)
def seen(
    k: int,
    px: float,
    py: float,
    pz: float,
    frames: Floats,
    skin: Floats,
    hair: Floats,
    bias: float,
    soft: float,
) -> float:
    """Return how much light of lamp `k` reaches a place, from the centre on, past skin and through hair.

    `bias`: how far behind the map's skin a place is still lit; `soft`: dm over which it gets dark.
    """
    x = frames[k, 0, 0] * px + frames[k, 0, 1] * py + frames[k, 0, 2] * pz
    y = frames[k, 1, 0] * px + frames[k, 1, 1] * py + frames[k, 1, 2] * pz
    z = -(frames[k, 2, 0] * px + frames[k, 2, 1] * py + frames[k, 2, 2] * pz)
    n = skin.shape[1]
    u, v = (x / _WIDE + 0.5) * n - 0.5, (y / _WIDE + 0.5) * n - 0.5
    iu, iv = int(np.floor(u)), int(np.floor(v))
    if iu < 1 or iv < 1 or iu >= n - 2 or iv >= n - 2:
        return 1.0
    fu, fv = u - iu, v - iv
    light = 0.0
    for dy in range(2):
        for dx in range(2):
            weight = (fu if dx else 1 - fu) * (fv if dy else 1 - fv)
            light += weight * min(1.0, max(0.0, 1 - (z - bias - skin[k, iv + dy, iu + dx]) / soft))
    if light <= 0:
        return 0.0
    m = hair.shape[2]
    u, v = (x / _WIDE + 0.5) * m - 0.5, (y / _WIDE + 0.5) * m - 0.5
    iu, iv = int(np.floor(u)), int(np.floor(v))
    fu, fv = u - iu, v - iv
    thick = 0.0
    for dy in range(2):
        for dx in range(2):
            first = hair[k, 0, iv + dy, iu + dx]
            if z > first:
                last = hair[k, 1, iv + dy, iu + dx]
                share = min(1.0, (z - first) / max(0.03, last - first))
                thick += (
                    (fu if dx else 1 - fu) * (fv if dy else 1 - fv) * share * hair[k, 2, iv + dy, iu + dx]
                )
    return light * np.exp(-thick)
