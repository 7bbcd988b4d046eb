"""Channels: one part of the colour alone, where inks that look alike in colour come apart."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

import cv2
import numpy as np

from docdesk.imaging.filters.filter import Choice, Filter, Parameter, Part, Switch

OPPOSED_GAIN = 4.0
"""By how much the differences between opposed colours are stretched: inks and tinted papers of documents use
about a quarter of the range of Lab."""

TINT_GAIN = 4
"""A colour of a quarter of the full saturation shows its hue fully; paler ones pale, grey none."""


@dataclass(frozen=True, slots=True)
class Channels(Filter):
    """Shows one channel or part of the colour as grey (the hue as pure colour), or the negative of it.

    A grey picture has no parts: it stays as it is, but for the negative.
    """

    part: str = "colour"
    negative: bool = False

    name: ClassVar[str] = "channels"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Choice(
            "part",
            (
                "colour",
                "red",
                "green",
                "blue",
                "lightness",
                "hue",
                "saturation",
                "red_green",
                "yellow_blue",
            ),
            "colour",
        ),
        Switch("negative", default=False),
    )

    @property
    def changes_nothing(self) -> bool:
        """Whether all of the colour is shown, as it is."""
        return self.part == "colour" and not self.negative

    def apply(self, part: Part, scale: float) -> Part:
        """Return the chosen part of the colour; three equal channels where it is grey."""
        shown = part
        if part.ndim == 3 and self.part != "colour" and part.size:
            shown = _PARTS[self.part](np.ascontiguousarray(part))
            if shown.ndim == 2:
                shown = np.repeat(shown[..., None], 3, axis=2)
        return np.asarray(255 - shown if self.negative else shown.copy(), np.uint8)


def _plane(index: int) -> Callable[[Part], Part]:
    return lambda rgb: rgb[..., index]


def _lightness(rgb: Part) -> Part:
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), np.uint8)


def _hue(rgb: Part) -> Part:
    hsv = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV_FULL), np.uint8).copy()
    hsv[..., 1] = np.minimum(hsv[..., 1].astype(np.uint16) * TINT_GAIN, 255)
    hsv[..., 2] = 255
    return np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB_FULL), np.uint8)


def _saturation(rgb: Part) -> Part:
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2HSV_FULL), np.uint8)[..., 1]


def _opposed(index: int) -> Callable[[Part], Part]:
    def plane(rgb: Part) -> Part:
        lab = np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB), np.uint8)
        stretched = (lab[..., index].astype(np.float32) - 128) * OPPOSED_GAIN + 128
        return np.asarray(np.clip(stretched, 0, 255), np.uint8)

    return plane


_PARTS: dict[str, Callable[[Part], Part]] = {
    "red": _plane(0),
    "green": _plane(1),
    "blue": _plane(2),
    "lightness": _lightness,
    "hue": _hue,
    "saturation": _saturation,
    "red_green": _opposed(1),
    "yellow_blue": _opposed(2),
}
