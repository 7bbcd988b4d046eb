"""Levels: what is black, what is white, and how bright lies between."""

from dataclasses import dataclass
from typing import ClassVar

import cv2
import numpy as np

from docdesk.imaging.filters.filter import Filter, Number, Parameter, Part, rounded

CLIPPED_PERCENT = 0.5
"""How much of a picture, at each end, the automatic levels let go black or white: one bright reflection then
does not decide."""

SAMPLED_PIXELS = 250_000
"""Percentiles need no more pixels than this."""


@dataclass(frozen=True, slots=True)
class Levels(Filter):
    """Stretches the grey values between `black` and `white` over the whole range.

    Where `white` is not above `black` everything up to `black` is black and the rest white.
    """

    black: float = 0
    white: float = 255
    gamma: float = 1.0

    name: ClassVar[str] = "levels"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Number("black", 0, 255, 0, 1),
        Number("white", 0, 255, 255, 1),
        Number("gamma", 0.2, 5.0, 1.0, 0.05, decimals=2),
    )

    @property
    def changes_nothing(self) -> bool:
        """Whether the range is the whole one and straight."""
        return (self.black, self.white, self.gamma) == (0, 255, 1)

    def apply(self, part: Part, scale: float) -> Part:
        """Return the part with its range stretched, each channel alike."""
        if part.size == 0:
            return part.copy()
        return np.asarray(cv2.LUT(part, self._table()), np.uint8)

    def _table(self) -> Part:
        span = max(self.white - self.black, 1)
        range_of = np.clip((np.arange(256) - self.black) / span, 0, 1)
        return rounded(255 * range_of ** (1 / self.gamma))


def automatic(picture: Part) -> Levels:
    """Return the levels that use the whole range for this picture, or for a smaller copy of it."""
    step = max(1, int(np.sqrt(picture.size / SAMPLED_PIXELS)))
    low, high = np.percentile(picture[::step, ::step], [CLIPPED_PERCENT, 100 - CLIPPED_PERCENT])
    if high - low < 1:
        return Levels()
    return Levels(float(np.floor(low)), float(np.ceil(high)))
