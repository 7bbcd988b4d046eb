"""Colour in line and dot screens, each colourant at an angle of its own: for presses and for toner."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from docdesk.synthesis.processes.screens import Bytes, Screen, hardened, looked_up, straightened, thresholds
from docdesk.synthesis.rasterising import Window
from docdesk.synthesis.tiling import tiled


@dataclass(frozen=True, slots=True)
class Ruling:
    """The screens of a machine, one for each colourant in the order of printing."""

    cyan: Screen
    magenta: Screen
    yellow: Screen
    black: Screen

    @property
    def screens(self) -> tuple[Screen, Screen, Screen, Screen]:
        """In the order of printing."""
        return self.cyan, self.magenta, self.yellow, self.black


def screened(tones: Bytes, screen: Screen, window: Window, shift: tuple[int, int]) -> Bytes:
    """Return the coverage for tones of a window's shape, or of half its rows and columns."""
    level = enlarged(looked_up(tones, _straight(screen)), window)
    return hardened(level, tiled(thresholds(screen), window, shift))


def enlarged(plane: Bytes, window: Window) -> Bytes:
    """Return a plane at a window's shape, smooth between its pixels."""
    if plane.shape == window.shape:
        return plane
    size = window.columns, window.rows
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_LINEAR), np.uint8)


@lru_cache(maxsize=16)
def _straight(screen: Screen) -> Bytes:
    tile = thresholds(screen)
    return straightened(lambda tones: hardened(tones, tile), tile.shape)
