"""The bare surface of a substrate: its cloud and grain under each light, before any ink lies on it."""

from functools import lru_cache

import cv2
import numpy as np

from docdesk.synthesis.chance import Grain, dice
from docdesk.synthesis.materials.inks import Colour
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.materials.substrates import Substrate
from docdesk.synthesis.rasterising import SHEET_DPI, Window
from docdesk.synthesis.sheet import Sheet
from docdesk.synthesis.tiling import shift_of, tiled

_LATTICE = 256
"""Side of the table of random heights of a cloud; it repeats after 256 lumps, more than a face is long."""

_TILE = 1024
"""Side of the tile of grain in pixels."""

_EDGE = 16
"""Pixels taken from the far side of the tile before it is blurred: more than the blur reaches."""

_GRAIN_MM = 0.05
"""Size of the grain: fibres of paper are 0.02 to 0.04 mm thick (general knowledge)."""

_IN_INFRARED = 0.5
"""Share of the unevenness that is left near 900 nm, where fibres scatter more and absorb less."""

_IN_GLOW = 2.0
"""Unevenness of the glow: light under UV comes from the depth of the sheet, so its cloud shows more."""


def bare(substrate: Substrate, window: Window, grain: Grain) -> Sheet:
    """Return a window of the blank sheet.

    Fibres are drawn, not grown here. Windows of one sheet meet without a seam, at one resolution.
    """
    uneven = _unevenness(substrate, window, grain)
    return Sheet(
        window,
        _planes(substrate.reflectance, uneven, 1.0),
        _lit(uneven, substrate.infrared, _IN_INFRARED),
        _planes(substrate.glow, uneven, _IN_GLOW),
    )


def _lit(uneven: Plane, value: float, share: float) -> Plane:
    """Return a value at every place, greater and less by a share of the unevenness."""
    return np.asarray(cv2.addWeighted(uneven, value * share, uneven, 0.0, value), np.float32)


def _planes(colour: Colour, uneven: Plane, share: float) -> Plane:
    """Return the same for red, green and blue, rows x columns x 3."""
    return np.asarray(cv2.merge([_lit(uneven, value, share) for value in colour]), np.float32)


def _unevenness(substrate: Substrate, window: Window, grain: Grain) -> Plane:
    """Return how much brighter than its mean each place is, as a share."""
    uneven = tiled(_grain_tile(window.dpi), window, shift_of(grain, "grain")) * np.float32(substrate.grain)
    # A cloud of lumps, and lumps of a third the size upon it.
    for name, size, share in (("cloud", 1.0, 0.8), ("lumps", 0.31, 0.5)):
        strength = substrate.mottle * share
        if strength:
            uneven += _cloud(window, substrate.mottle_mm * size, strength, grain.seed, name)
    return np.asarray(uneven, np.float32)


def _cloud(window: Window, size_mm: float, strength: float, seed: int, name: str) -> Plane:
    """Return smooth noise of a deviation near `strength`, in lumps of a size."""
    # A whole number of pixels to the lump, the same length at every resolution.
    step = max(1, round(size_mm * SHEET_DPI / 25.4)) * window.dpi // SHEET_DPI
    first = window.row // step - 2, window.column // step - 2
    last = (window.row + window.rows) // step + 3, (window.column + window.columns) // step + 3
    heights = dice(seed, name).standard_normal((_LATTICE, _LATTICE), np.float32) * np.float32(strength)
    rows, columns = (np.arange(a, b) % _LATTICE for a, b in zip(first, last, strict=True))
    part = heights[rows[:, None], columns[None, :]]
    smooth = cv2.resize(part, None, fx=step, fy=step, interpolation=cv2.INTER_CUBIC)
    top, left = window.row - first[0] * step, window.column - first[1] * step
    return np.asarray(smooth[top : top + window.rows, left : left + window.columns], np.float32)


@lru_cache(maxsize=2)
def _grain_tile(dpi: int) -> Plane:
    """Return fine noise of deviation 1 that meets itself; a sheet's own shift tells it from another's."""
    noise = dice(0, "grain").standard_normal((_TILE, _TILE), np.float32)
    sigma = _GRAIN_MM / 2 * dpi / 25.4
    wrapped = cv2.copyMakeBorder(noise, _EDGE, _EDGE, _EDGE, _EDGE, cv2.BORDER_WRAP)
    soft = cv2.GaussianBlur(wrapped, (0, 0), sigma)[_EDGE:-_EDGE, _EDGE:-_EDGE]
    return np.asarray(soft / soft.std(), np.float32)
