"""Screens: tables of thresholds laid over a face by absolute coordinates; a dot lies where the tone is above.

A screen answers no tone straight (dots spread, overlap and fray), so each is measured once on flat tones and
its answer turned round: `straightened`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.chance import Grain, dice
from docdesk.synthesis.rasterising import PRINT_DPI, SHEET_DPI, Window
from docdesk.synthesis.tiling import tiled

Bytes = NDArray[np.uint8]

_TILE = 1024
"""Side of the tile of noise in pixels: 22 mm at 1200 dpi; a grain's own shift tells sheets apart."""

_SIDE = 600
"""Side of the tile of a line screen: half an inch, so lines and angles come within half a line and half a
degree of what is asked."""

_SLOPE = 4.0
"""How fast coverage rises with tone at the edge of a line: one pixel at 150 lines to the inch."""

_LEVELS = 52
"""Flat tones on which a screen is measured; between them its answer is straight."""

_BLUE = 128
"""Side of the blue-noise tile: found in a quarter of a second, and its repeat is hidden by further noise."""

_SPREAD = 1.9
"""Deviation of the void-and-cluster filter in pixels (R. Ulichney, "The void-and-cluster method for dither
array generation", 1993, finds 1.5); a little wider, for our dots are two pixels wide."""


def white(window: Window, grain: Grain, name: str) -> Bytes:
    """Return independent numbers, 0 to 255, for the pixels of a window; `name` tells fields apart."""
    tile = dice(grain.seed, name).integers(0, 256, (_TILE, _TILE), np.uint8)
    return tiled(tile, window)


def halved(window: Window) -> Window:
    """Return a window of the print grid on the grid of the sheet, half as fine.

    Raises:
        ValueError: its edges do not fall on that grid, so that windows could not meet without a seam.
    """
    edges = window.column, window.row, window.columns, window.rows
    if window.dpi != PRINT_DPI or any(edge % 2 for edge in edges):
        raise ValueError(window)
    return window.at(SHEET_DPI)


def curve(*points: tuple[float, float]) -> Bytes:
    """Return a table of 256 values that runs straight from point to point (from, to), in bytes."""
    places, values = np.array(points).T
    return np.asarray(np.clip(np.round(np.interp(np.arange(256), places, values)), 0, 255), np.uint8)


def looked_up(plane: Bytes, table: Bytes) -> Bytes:
    """Return a plane with each value replaced by the table's."""
    return np.asarray(cv2.LUT(plane, table), np.uint8)


def straightened(answer: Callable[[Bytes], Bytes], shape: tuple[int, int]) -> Bytes:
    """Return the table that makes a screen answer a tone by as much coverage on average.

    `answer` returns the coverage for a plane of tones of this shape, one whole tile of the screen. Tones that
    it never covers so well get all that there is.
    """
    levels = np.linspace(0, 255, _LEVELS).round()
    covered = [answer(np.full(shape, level, np.uint8)).mean() for level in levels]
    rising = np.maximum.accumulate(covered) + np.arange(_LEVELS) * 1e-6
    table = np.round(np.interp(np.arange(256), rising, levels))
    table[0] = 0
    return np.asarray(table, np.uint8)


@dataclass(frozen=True, slots=True)
class Screen:
    """A periodic screen.

    Attributes:
        lines: to the inch.
        degrees: of the lines, or of the rows of dots, from the horizontal.
        kind: lines, or round dots that join to a checkerboard at half tone.
    """

    lines: float
    degrees: float
    kind: Literal["line", "dot"]


@lru_cache(maxsize=16)
def thresholds(screen: Screen) -> Bytes:
    """Return a screen's tile; it leaves room at both ends for soft edges: see `hardened`."""
    cycles = screen.lines * _SIDE / PRINT_DPI
    angle = np.radians(screen.degrees)
    across, down = round(cycles * np.sin(angle)), round(cycles * np.cos(angle))
    y, x = np.mgrid[0:_SIDE, 0:_SIDE] + 0.5
    height = -np.cos(2 * np.pi * (across * x + down * y) / _SIDE)
    if screen.kind == "dot":
        height -= np.cos(2 * np.pi * (down * x - across * y) / _SIDE)
    ranks = np.empty(height.size)
    ranks[np.argsort(height, axis=None, kind="stable")] = np.linspace(0, 1, height.size)
    room = 128 / _SLOPE
    return np.asarray(np.round(room + ranks * (255 - 2 * room)), np.uint8).reshape(height.shape)


def hardened(tones: Bytes, tile: Bytes) -> Bytes:
    """Return the coverage of tones above thresholds, with edges one pixel soft."""
    return np.asarray(cv2.addWeighted(tones, _SLOPE, tile, -_SLOPE, 127.5), np.uint8)


@lru_cache(maxsize=1)
def blue_noise() -> Bytes:
    """Return thresholds (0 to 254) whose dots keep apart at every tone, by void and cluster."""
    away = np.minimum(np.arange(_BLUE), _BLUE - np.arange(_BLUE))
    bell = np.exp(-(away**2) / (2 * _SPREAD**2))
    kernel = np.outer(bell, bell).astype(np.float32)
    reach = int(4 * _SPREAD)
    steps = np.arange(-reach, reach + 1)
    patch = kernel[np.ix_(steps, steps)]

    def near(place: int) -> tuple[NDArray[np.int64], ...]:
        row, column = divmod(place, _BLUE)
        return np.ix_((row + steps) % _BLUE, (column + steps) % _BLUE)

    # Where dots are thick, energy is high; each next dot goes where it is lowest. A dot's own place is put
    # out of reach, and stays so, since what is added to infinity is infinity.
    energy = dice(0, "blue noise").random((_BLUE, _BLUE), np.float32) * np.float32(1e-3)
    order = np.empty(_BLUE * _BLUE, np.int64)
    for rank in range(order.size):
        place = int(energy.argmin())
        order[rank] = place
        energy[near(place)] += patch
        energy.flat[place] = np.inf
    ranks = np.empty(order.size)
    ranks[order] = np.arange(order.size)
    return np.asarray(ranks * 255 / order.size, np.uint8).reshape(_BLUE, _BLUE)
