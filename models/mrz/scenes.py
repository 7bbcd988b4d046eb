"""Scenes as the finder sees them: pages with and without MRZs on a desk, and what it shall say of each.

A page is drawn once and looked at several times: nearer or farther, turned, leaning, bent, cut, and spoilt.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from models.mrz.backgrounds import desk
from models.mrz.degrade import degraded
from models.mrz.pages import Page, Printed
from models.mrz.settings import Settings
from models.mrz.warps import Warp

Floats = NDArray[np.float32]
Points = NDArray[np.float64]

CELL: Final = 4
PITCH_UNIT: Final = 16.0
CORE: Final = 0.6
"""Pixels to a cell of the finder's map, the pitch at which it says 0, and the part of a capital's height that
is core: what the reader and the network agreed upon."""

LEAST_PITCH: Final = 5.0
LEAST_SEEN: Final = 8
"""A line of smaller print, or of which fewer characters are on the picture, is neither to be found nor to be
left out: below this nobody could read it, or tell it from other capitals."""

NEARER: Final = (0.42, 1.2)
"""Scales of views, which with the pitches of pages give 5 to 44 pixels, half of them between 9 and 20."""

SHAPES: Final = ((384, 384), (256, 576), (576, 256))
"""Rows and columns of views, of one area, so that batches take one time; long ones show most of a line."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A picture (rows x columns, 0 to 255) and the map that the finder shall give.

    `target` is 5 x rows/4 x columns/4: the part of each cell that is core, cos, sin and ln(pitch / 16) of its
    line, and 1 where the cell counts.
    """

    picture: NDArray[np.uint8]
    target: NDArray[np.float16]


def viewed(page: Page, rng: np.random.Generator, settings: Settings, shape: tuple[int, int]) -> Scene:
    """Return a page, or a part of it, as the finder sees it."""
    scale = float(np.exp(rng.uniform(*np.log(NEARER))))
    scale = float(np.clip(scale, LEAST_PITCH / page.pitch, settings.pitch[1] / page.pitch))
    pitch = page.pitch * scale
    small, shrunk = page.picture, 1.0
    if scale < 0.8:
        shrunk = min(1.0, scale * 1.15)
        size = (max(2, round(small.shape[1] * shrunk)), max(2, round(small.shape[0] * shrunk)))
        small = np.asarray(cv2.resize(small, size, interpolation=cv2.INTER_AREA), np.float32)
    warp = _warp(page, scale, shape, rng)
    seen = _seen(small, page.picture.shape, warp, rng)
    target = _target(page.lines, warp, shape)
    if rng.random() < 0.06:
        _finger(seen, target, pitch, rng)
    return Scene(degraded(seen, pitch, rng, settings), target)


def _warp(page: Page, scale: float, shape: tuple[int, int], rng: np.random.Generator) -> Warp:
    """Return how a view lies to its page: turned by any angle, mostly near the four sides; leaning; bent."""
    rows, columns = shape
    kind = rng.random()
    if kind < 0.34:
        degrees = rng.normal(0, 4)
    elif kind < 0.54:
        degrees = rng.choice([-25, 25]) + rng.normal(0, 8)
    elif kind < 0.82:
        degrees = 90 * rng.integers(1, 4) + rng.normal(0, 4)
    else:
        degrees = rng.uniform(0, 360)
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    centre = _looked_at(page, rng)
    seen = np.array([[0, 0], [columns, 0], [columns, rows], [0, rows]], float)
    off = rng.uniform(-0.36, 0.36, 2) * (columns, rows)
    corners = (seen - (columns / 2, rows / 2) + off) @ turn / scale
    corners[:, rng.integers(2)] *= np.exp(rng.normal(0, 0.06))
    if rng.random() < 0.6:
        corners += rng.normal(0, 0.03, (4, 2)) * min(rows, columns) / scale
    back = cv2.getPerspectiveTransform(seen.astype(np.float32), (corners + centre).astype(np.float32))
    bend = rng.normal(0, 0.7) * page.pitch if rng.random() < 0.35 else 0.0
    wave = page.pitch * rng.uniform(18, 90)
    return Warp(back, (columns, rows), bend, wave, rng.uniform(0, 6.28))


def _looked_at(page: Page, rng: np.random.Generator) -> Points:
    """Return the page's point in the middle of a view: on a line, or anywhere."""
    if page.lines and rng.random() < 0.8:
        line = page.lines[rng.integers(len(page.lines))].between
        rows, columns = page.picture.shape
        inside = line[(line[:, 0] > 0) & (line[:, 0] < columns) & (line[:, 1] > 0) & (line[:, 1] < rows)]
        if len(inside):
            return np.asarray(inside[rng.integers(len(inside))])
    return rng.uniform(0, 1, 2) * page.picture.shape[::-1]


def _seen(small: Floats, whole: tuple[int, ...], warp: Warp, rng: np.random.Generator) -> Floats:
    """Return what lies before the camera: the page, given made smaller, and the desk round it."""
    columns, rows = warp.size
    at = _everywhere(warp)
    inside = (at[..., 0] >= 0) & (at[..., 1] >= 0) & (at[..., 0] < whole[1] - 1) & (at[..., 1] < whole[0] - 1)
    ratio = np.array([small.shape[1] / whole[1], small.shape[0] / whole[0]], np.float32)
    near = (at + 0.5) * ratio - np.float32(0.5)
    seen = cv2.remap(small, near[..., 0], near[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    if inside.all() or rng.random() < 0.15:  # a scan cut at the page's edge goes on as it ends
        return np.asarray(seen, np.float32)
    return np.where(inside, seen, desk(rng, (rows, columns)))


def _everywhere(warp: Warp) -> Floats:
    """Return where each pixel of a view lies on its page: reckoned for every eighth, straight between."""
    columns, rows = warp.size
    step = 8
    across, down = (np.arange(0, length + step, step, dtype=float) for length in (columns, rows))
    coarse = warp.to_block(np.stack(np.meshgrid(across, down), axis=-1)).astype(np.float32)
    y, x = np.indices((rows, columns), np.float32) / np.float32(step)
    return np.asarray(cv2.remap(coarse, x, y, cv2.INTER_LINEAR), np.float32)


def _finger(seen: Floats, target: NDArray[np.float16], pitch: float, rng: np.random.Generator) -> None:
    """Lay a finger, or something else that is round and plain, over a part of the picture.

    What is hidden below it is neither to be told nor to be left out.
    """
    rows, columns = seen.shape
    at = (int(rng.uniform(0, columns)), int(rng.uniform(0, rows)))
    axes = (int(pitch * rng.uniform(1, 4)), int(pitch * rng.uniform(3, 9)))
    shape = cv2.ellipse(np.zeros(seen.shape, np.uint8), at, axes, rng.uniform(0, 360), 0, 360, 255, -1)
    seen[shape > 0] = rng.uniform(30, 220)
    hidden = cv2.resize(shape, target.shape[:0:-1], interpolation=cv2.INTER_AREA)
    target[4][(hidden > 0) & (target[0] > 0)] = 0


OVER: Final = 4
"""Cores are filled at this many times the picture's fineness: a core of fine print is three pixels high."""


def _target(lines: tuple[Printed, ...], warp: Warp, shape: tuple[int, int]) -> NDArray[np.float16]:
    rows, columns = shape
    core = np.zeros((rows * OVER, columns * OVER), np.uint8)
    told = np.zeros((rows // CELL, columns // CELL, 3), np.float32)
    counts = np.ones((rows // CELL, columns // CELL), np.uint8)
    for line in lines:
        _draw(line, warp, core, told, counts)
    share = cv2.resize(core, (columns // CELL, rows // CELL), interpolation=cv2.INTER_AREA)
    return np.concatenate(
        [share[None] / np.float32(255), told.transpose(2, 0, 1), counts[None]], axis=0, dtype=np.float16
    )


def _draw(
    line: Printed, warp: Warp, core: NDArray[np.uint8], told: Floats, counts: NDArray[np.uint8]
) -> None:
    """Draw a line into the core, into what is told of its cells, and where it does not count."""
    columns, rows = warp.size
    middles = warp.to_sensor(line.between)
    heads, feet = (warp.to_sensor(line.between + side * CORE * line.foot) for side in (-1, 1))
    steps = np.diff(middles, axis=0)
    pitches = np.linalg.norm(steps, axis=1)
    centres = (middles[1:] + middles[:-1]) / 2
    inside = (centres >= 0).all(axis=1) & (centres[:, 0] < columns) & (centres[:, 1] < rows)
    if not inside.any():
        return
    smooth = cv2.blur(pitches[:, None], (1, 9), borderType=cv2.BORDER_REFLECT)[:, 0]
    ring = np.concatenate([heads, feet[::-1]])
    height = float(np.linalg.norm(feet - heads, axis=1).mean())
    if inside.sum() < LEAST_SEEN or np.median(smooth[inside]) < LEAST_PITCH * 0.97:
        wide = np.concatenate([2 * heads - middles, (2 * feet - middles)[::-1]])
        cv2.fillPoly(counts, [np.round(wide / CELL).astype(np.int32)], 0)
        return
    # cv2 fills half a pixel more on every side; a pixel's middle is at its whole number.
    shrunk = ring + np.sign(np.concatenate([middles - heads, (middles - feet)[::-1]])) * 0.5 / OVER
    cv2.fillPoly(core, [np.round((shrunk + 0.5) * OVER * 16 - 8).astype(np.int32)], 255, cv2.LINE_8, 4)
    thick = max(2, int(np.ceil(height / CELL)) + 1)
    ways = cv2.blur(steps, (1, 5), borderType=cv2.BORDER_REFLECT)
    ways /= np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), 1e-6)
    points = np.round(((middles + 0.5) / CELL - 0.5) * 16).astype(np.int32)
    for place in np.flatnonzero(inside):
        say = (float(ways[place, 0]), float(ways[place, 1]), float(np.log(smooth[place] / PITCH_UNIT)))
        cv2.line(
            told, tuple(points[place].tolist()), tuple(points[place + 1].tolist()), say, thick, cv2.LINE_8, 4
        )
