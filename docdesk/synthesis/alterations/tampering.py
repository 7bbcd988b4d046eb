"""What hands do to a sheet: scraping, washing, glueing; on a window of its planes, in place.

A share is a plane of 0 to 1: how far each pixel of a window is changed. Where it is 0 nothing is touched.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.alterations.alteration import Mask
from docdesk.synthesis.materials.inks import Colour
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.rasterising import Coverage, Window
from docdesk.synthesis.sheet import Sheet

Flags = NDArray[np.bool_]
"""Rows x columns: which pixels."""

GLOWING = 0.12
"""Emission from which on a motif is seen, an eighth of what saturates (a working figure of ours)."""

SEEN = 0.35
"""Share of a change from which on it is seen (a working figure of ours)."""

INKED = 200
"""Coverage that counts as print, of 255: the middle of strokes, not their edges."""

_TRACE = 0.004
"""A share below this changes less than one step of eight bits; it is cut off, so that a tail of a blur does
not count as touched."""


def lumps(window: Window, size_mm: float, rng: np.random.Generator) -> Plane:
    """Return smooth noise in lumps of a size, of mean 0 and deviation near 1."""
    step = max(1.0, size_mm * window.per_mm)
    coarse = rng.standard_normal(
        (int(window.rows / step) + 4, int(window.columns / step) + 4), dtype=np.float32
    )
    # The middle of an enlarged field, at a random place of a lump.
    down, across = rng.random(2) * step + step
    matrix = np.array([[1 / step, 0, across / step], [0, 1 / step, down / step]])
    smooth = cv2.warpAffine(
        coarse,
        matrix,
        (window.columns, window.rows),
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REFLECT,
    )
    return np.asarray(smooth * np.float32(1.25), np.float32)


def ragged(
    coverage: Coverage, window: Window, soft_mm: float, rough: float, rng: np.random.Generator
) -> Plane:
    """Return a coverage with soft, irregular edges.

    Args:
        coverage: of the window's shape.
        window: at any resolution.
        soft_mm: width over which it runs out.
        rough: how irregular the edge is, 0 smooth to about 0.5 torn.
        rng: draws the irregularity.
    """
    near = cv2.GaussianBlur(coverage.astype(np.float32) / 255, (0, 0), max(0.5, soft_mm * window.per_mm / 2))
    size = max(0.15, soft_mm)
    # Broad bays and fine teeth: a hand does not work evenly.
    uneven = 0.5 * lumps(window, size, rng) + 0.85 * lumps(window, 3.5 * size, rng)
    wavy = near + rough * uneven * 4 * near * (1 - near)
    share = np.clip((wavy - 0.25) / 0.5, 0, 1)
    share = share * share * (3 - 2 * share)
    share[share < _TRACE] = 0
    return np.asarray(share, np.float32)


def grown(coverage: Coverage, window: Window, by_mm: float) -> Coverage:
    """Return a coverage wider by so much on every side."""
    size = 2 * max(1, round(by_mm * window.per_mm)) + 1
    return np.asarray(
        cv2.dilate(coverage, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))), np.uint8
    )


def blend(sheet: Sheet, other: Sheet, share: Plane) -> None:
    """Turn a sheet into another of the same window, as far as the share says."""
    deep = share[..., None]
    sheet.visible += deep * (other.visible - sheet.visible)
    sheet.infrared += share * (other.infrared - sheet.infrared)
    sheet.glow += deep * (other.glow - sheet.glow)


def tint(sheet: Sheet, share: Plane, colour: Colour, infrared: float = 1.0) -> None:
    """Multiply white light by a colour and infrared by a number, as far as the share says."""
    sheet.visible *= 1 - share[..., None] * (1 - np.array(colour, np.float32))
    if infrared != 1:
        sheet.infrared *= 1 - share * np.float32(1 - infrared)


def shine(sheet: Sheet, share: Plane, glow: Colour) -> None:
    """Add a glow under UV, as far as the share says."""
    sheet.glow += share[..., None] * np.array(glow, np.float32)


def roughen(sheet: Sheet, share: Plane, strength: float, rng: np.random.Generator) -> None:
    """Make a surface uneven, as torn fibres do: each catches or shades light."""
    torn = 0.6 * lumps(sheet.window, 0.09, rng) + 0.8 * lumps(sheet.window, 0.35, rng)
    factor = 1 + share * np.float32(strength) * torn
    sheet.visible *= factor[..., None]
    sheet.infrared *= 1 + (factor - 1) / 2
    sheet.glow *= factor[..., None] ** 2


def rim(share: Plane, window: Window, width_mm: float) -> Plane:
    """Return a line along the edge of a share, strongest where it falls off."""
    sigma = max(0.6, width_mm * window.per_mm / 2)
    soft = cv2.GaussianBlur(share, (0, 0), sigma)
    edge = np.clip(4 * soft * (1 - soft), 0, 1)
    edge[edge < 0.08] = 0
    return np.asarray(edge, np.float32)


def mask_of(part: Window, whole: Window, touched: Flags) -> Mask:
    """Return a mask of a whole face from the touched pixels of a part of it."""
    mask = np.zeros(whole.shape, np.uint8)
    mask[part.slices_in(whole)][touched] = 255
    return mask


def strongest(plane: Plane) -> Plane:
    """Return the greatest of red, green and blue: rows x columns."""
    return np.maximum(np.maximum(plane[..., 0], plane[..., 1]), plane[..., 2])


def differing(one: Sheet, other: Sheet) -> Flags:
    """Return which pixels of two sheets of one window differ under any light."""
    flags = one.infrared != other.infrared
    for channel in range(3):
        flags |= one.visible[..., channel] != other.visible[..., channel]
        flags |= one.glow[..., channel] != other.glow[..., channel]
    return np.asarray(flags, np.bool_)
