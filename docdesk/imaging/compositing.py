"""Two pictures in one, both shown at one size already: over each other, wiped, or their difference."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.imaging.showing import Shown

Mask = NDArray[np.uint8]
"""Rows x columns, 255 where a picture is, 0 where it is not."""

GAINS = (1, 2, 4, 8, 16, 32)
"""By how much differences can be multiplied before they are coloured: steps whose top values (255, 127, 63
...) are easily told apart on the colour bar."""

STRONGEST_SHARE = 99.5
"""The automatic gain lets this percentage of the differences fit: a few dust grains shall not make the rest
dark."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """The second picture over the first, seen by `opacity` from 0 (not) to 1 (alone)."""

    opacity: float = 0.5


@dataclass(frozen=True, slots=True)
class Wipe:
    """The first picture up to `at` (0 to 1 of the view), the second beyond: to the right, or below."""

    at: float = 0.5
    below: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """How far the pictures differ in lightness, multiplied by `gain` and coloured."""

    gain: int = 4


Composition = Overlay | Wipe | Difference


def overlay(first: Shown, second: Shown, opacity: float, covered: Mask | None = None) -> Shown:
    """Return the second picture over the first; where it does not reach, the first alone.

    Args:
        first: rows x columns x 3.
        second: the same.
        opacity: 0 to 1.
        covered: where the second picture is; None for everywhere.
    """
    mixed = np.asarray(cv2.addWeighted(first, 1 - opacity, second, opacity, 0), np.uint8)
    if covered is None:
        return mixed
    return np.asarray(cv2.copyTo(mixed, covered, first.copy()), np.uint8)


def wipe(first: Shown, second: Shown, at: float, *, below: bool = False) -> Shown:
    """Return the first picture up to the line and the second beyond it."""
    joined = first.copy()
    height, width = first.shape[:2]
    if below:
        line = round(at * height)
        joined[line:] = second[line:]
    else:
        line = round(at * width)
        joined[:, line:] = second[:, line:]
    return joined


def difference(first: Shown, second: Shown, gain: int) -> Shown:
    """Return gain times the difference in lightness, up to 255, in the colours of `colours`."""
    apart = cv2.convertScaleAbs(lightness_apart(first, second), alpha=gain)
    return np.asarray(cv2.applyColorMap(apart, colours()[:, None]), np.uint8)


COLOURS = cv2.COLORMAP_INFERNO
"""Black to yellow by way of violet and red: as much lighter as the value is larger, also to colour-blind
eyes."""


def colours() -> NDArray[np.uint8]:
    """Return the 256 colours of the difference, from none to the most: 256 x 3, RGB."""
    steps = np.arange(256, dtype=np.uint8)[:, None]
    return np.ascontiguousarray(cv2.applyColorMap(steps, COLOURS)[:, 0, ::-1], np.uint8)


def lightness_apart(first: Shown, second: Shown) -> NDArray[np.uint8]:
    """Return by how many grey values the pictures differ: rows x columns."""
    return np.asarray(cv2.absdiff(_lightness(first), _lightness(second)), np.uint8)


def telling_gain(first: Shown, second: Shown, covered: Mask | None = None) -> int:
    """Return the largest gain at which nearly all differences still differ in colour."""
    apart = lightness_apart(first, second)
    compared = apart if covered is None else apart[covered >= 128]
    if compared.size == 0:
        return GAINS[0]
    strongest = max(float(np.percentile(compared, STRONGEST_SHARE)), 1.0)
    return max((gain for gain in GAINS if gain * strongest <= 255), default=GAINS[0])


def both(first: Mask | None, second: Mask | None) -> Mask | None:
    """Return where both pictures are."""
    if first is None or second is None:
        return second if first is None else first
    return np.asarray(cv2.min(first, second), np.uint8)


def _lightness(picture: Shown) -> NDArray[np.uint8]:
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
