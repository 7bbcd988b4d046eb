"""What the lamps make of skin, eyes and cloth: light, gloss, and light that wanders under the skin."""

from dataclasses import dataclass

import cv2
import numba
import numpy as np
from basis import Flags, Floats
from light import Lamps, Shadows, seen
from view import OVER

_WANDERS = (
    ((0.01, 0.35), (0.025, 0.4), (0.06, 0.25)),
    ((0.006, 0.5), (0.02, 0.4), (0.04, 0.1)),
    ((0.005, 0.6), (0.018, 0.4)),
)
"""How far red, green and blue light goes under the skin: dm, and the share that goes so far."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What light falls on, rows x columns.

    Attributes:
        inside: which pixels show anything.
        place, smooth, bumped: x 3; where, and normals without and with the relief.
        rough: of the gloss.
        ball: which pixels show an eyeball.
    """

    inside: Flags
    place: Floats
    smooth: Floats
    bumped: Floats
    rough: Floats
    ball: Flags

    def arrays(self) -> tuple[Flags, Floats, Floats, Floats, Floats, Flags]:
        """Return the attributes in order, for compiled loops."""
        return self.inside, self.place, self.smooth, self.bumped, self.rough, self.ball


@numba.njit(cache=True, fastmath=True)
def _glint(
    nx: float, ny: float, nz: float, lx: float, ly: float, lz: float, steep: float, rough: float
) -> float:
    """Return how much of a lamp's light skin mirrors to the camera (GGX)."""
    a = rough * rough
    long = np.sqrt(lx * lx + ly * ly + (lz + 1) * (lz + 1))
    nh = max(0.0, (nx * lx + ny * ly + nz * (lz + 1)) / long)
    nv = max(0.05, nz)
    d = nh * nh * (a * a - 1) + 1
    fresnel = 0.03 + 0.97 * (1 - min(1.0, (lz + 1) / long)) ** 5
    v1 = steep + np.sqrt(steep * steep * (1 - a * a) + a * a)
    v2 = nv + np.sqrt(nv * nv * (1 - a * a) + a * a)
    return a * a / (d * d) * fresnel / (v1 * v2) * steep


@numba.njit(cache=True, fastmath=True)
def _catch(nx: float, ny: float, nz: float, lx: float, ly: float, lz: float, gloss: float) -> float:
    """Return the same for the wet surface of an eye: the image of a soft box."""
    near = 2 * nz * (nx * lx + ny * ly + nz * lz) - lz
    return 14.0 * np.exp((near - 1) * 260) * (1.0 if gloss > 0.5 else 0.05) + 0.008 * gloss


@numba.njit(cache=True, fastmath=True, parallel=True)
def _gather(
    ground: tuple[Flags, Floats, Floats, Floats, Floats, Flags],
    lamps: tuple[Floats, Floats, Floats],
    shadows: tuple[Floats, Floats, Floats, Floats],
) -> tuple[Floats, Floats]:
    inside, place, smooth, bumped, rough, ball = ground
    towards, power, gloss = lamps
    frames, skin, hair, centre = shadows
    rows, columns = inside.shape
    diffuse = np.zeros((rows, columns, 3), np.float32)
    mirror = np.zeros((rows, columns, 3), np.float32)
    for y in numba.prange(rows):
        for x in range(columns):
            if not inside[y, x]:
                continue
            sx, sy, sz = smooth[y, x, 0], smooth[y, x, 1], smooth[y, x, 2]
            nx, ny, nz = bumped[y, x, 0], bumped[y, x, 1], bumped[y, x, 2]
            px = place[y, x, 0] - centre[0] + 0.01 * sx
            py = place[y, x, 1] - centre[1] + 0.01 * sy
            pz = place[y, x, 2] - centre[2] + 0.01 * sz
            for k in range(towards.shape[0]):
                lx, ly, lz = towards[k, 0], towards[k, 1], towards[k, 2]
                flat = sx * lx + sy * ly + sz * lz
                steep = nx * lx + ny * ly + nz * lz
                # Red light goes farther under the skin and feels the relief less.
                red = max(0.0, (0.55 * flat + 0.45 * steep + 0.06) / 1.06)
                if red <= 0 and steep <= 0:
                    continue
                open_ = seen(k, px, py, pz, frames, skin, hair, 0.008, 0.016)
                if open_ <= 0.001:
                    continue
                diffuse[y, x, 0] += power[k, 0] * open_ * red
                diffuse[y, x, 1] += power[k, 1] * open_ * max(0.0, (0.3 * flat + 0.7 * steep + 0.02) / 1.02)
                diffuse[y, x, 2] += power[k, 2] * open_ * max(0.0, (0.2 * flat + 0.8 * steep + 0.01) / 1.01)
                if steep <= 0:
                    continue
                if ball[y, x]:
                    shine = _catch(nx, ny, nz, lx, ly, lz, gloss[k])
                else:
                    shine = _glint(nx, ny, nz, lx, ly, lz, steep, rough[y, x]) * (0.45 + 0.55 * gloss[k])
                for c in range(3):
                    mirror[y, x, c] += power[k, c] * open_ * shine
    return diffuse, mirror


def gather(ground: Ground, lamps: Lamps, shadows: Shadows) -> tuple[Floats, Floats]:
    """Return the light that falls on each pixel and the light it mirrors to the camera, x RGB.

    The soft boxes are asked for every pixel, the light from everywhere for every finished pixel only.
    """
    boxes = lamps.gloss > 0.5
    diffuse, mirror = _gather(ground.arrays(), lamps.some(boxes).arrays(), shadows.some(boxes).arrays())
    every = slice(None, None, OVER)
    few = Ground(*(np.ascontiguousarray(part[every, every]) for part in ground.arrays()))
    soft = _gather(few.arrays(), lamps.some(~boxes).arrays(), shadows.some(~boxes).arrays())
    weight = cv2.blur(few.inside.astype(np.float32), (3, 3)) + 1e-6
    for whole, part in zip((diffuse, mirror), soft, strict=True):
        filled = np.where(few.inside[..., None], part, cv2.blur(part, (3, 3)) / weight[..., None])
        size = ground.inside.shape[::-1]
        whole += cv2.resize(filled, size, interpolation=cv2.INTER_LINEAR) * ground.inside[..., None]
    return diffuse, mirror


def bump(normal: Floats, height: Floats, inside: Flags, scale: float) -> Floats:
    """Return normals tilted by a relief; `scale`: fine px per dm."""
    filled = np.where(inside, height, cv2.blur(height, (5, 5)))
    right = cv2.Scharr(filled, cv2.CV_32F, 1, 0, scale=1 / 32) * scale
    down = cv2.Scharr(filled, cv2.CV_32F, 0, 1, scale=1 / 32) * scale
    # Near an outline the picture shortens the skin, which would make the relief steeper than it is.
    front = np.clip(normal[..., 2:] * 1.5 - 0.2, 0, 1)
    tilt = np.stack([-right, down, np.zeros_like(right)], -1)
    tilt = np.clip(tilt, -0.8, 0.8) * front
    out = normal + tilt
    return (out / (np.linalg.norm(out, axis=2, keepdims=True) + 1e-9)).astype(np.float32)


def wander(light: Floats, inside: Flags, scale: float) -> Floats:
    """Return the light after its way under the skin: red farthest, blue hardly."""
    out = np.empty_like(light)
    weight = inside.astype(np.float32)
    half = (light.shape[1] // 2, light.shape[0] // 2)
    for channel, mix in enumerate(_WANDERS):
        total = np.zeros(light.shape[:2], np.float32)
        for reach, share in mix:
            sigma = reach * scale
            plane = light[..., channel] * weight
            if sigma > 12:
                small = cv2.resize(plane, half, interpolation=cv2.INTER_AREA)
                small_weight = cv2.resize(weight, half, interpolation=cv2.INTER_AREA)
                blurred = cv2.GaussianBlur(small, (0, 0), sigma / 2) / (
                    cv2.GaussianBlur(small_weight, (0, 0), sigma / 2) + 1e-4
                )
                blurred = cv2.resize(blurred, light.shape[1::-1], interpolation=cv2.INTER_LINEAR)
            else:
                blurred = cv2.GaussianBlur(plane, (0, 0), sigma) / (
                    cv2.GaussianBlur(weight, (0, 0), sigma) + 1e-4
                )
            total += share * blurred
        out[..., channel] = total
    return out
