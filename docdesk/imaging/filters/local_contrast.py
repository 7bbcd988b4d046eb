"""Local contrast: each place is stretched by how much it varies round itself."""

from dataclasses import dataclass
from typing import ClassVar

import cv2
import numpy as np

from docdesk.imaging.filters.filter import Filter, Number, Parameter, Part, rounded
from docdesk.imaging.filters.smoothing import spread, spread_reach

AIM = 55.0
"""The standard deviation that a place is stretched to: print on clean paper has about this."""

MOST_GAIN = 8.0
"""A flat place is stretched no more than this, so that the noise of a sensor (2 grey values) stays noise."""


@dataclass(frozen=True, slots=True)
class LocalContrast(Filter):
    """Stretches what deviates from the mean of its surroundings, `amount` percent strong.

    The surroundings reach `size` pixels of the picture (a standard deviation).

    Colours keep their hue: only the lightness is stretched.
    """

    size: float = 24
    amount: float = 60

    name: ClassVar[str] = "local_contrast"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Number("size", 4, 100, 24, 2, "px"),
        Number("amount", 0, 100, 60, 5, "%"),
    )

    @property
    def changes_nothing(self) -> bool:
        """Whether nothing is stretched."""
        return self.amount == 0

    def apply(self, part: Part, scale: float) -> Part:
        """Return the part with the contrast of each place stretched, never lessened."""
        if self.changes_nothing or part.size == 0:
            return part.copy()
        grey = part
        if part.ndim == 3:
            grey = np.asarray(cv2.cvtColor(np.ascontiguousarray(part), cv2.COLOR_RGB2GRAY), np.uint8)
        mean, deviation = spread(grey, self.size * scale)
        gain = np.clip(AIM / np.maximum(deviation, AIM / MOST_GAIN), 1, MOST_GAIN)
        added = (self.amount / 100) * (gain - 1) * (grey - mean)
        return rounded(part + (added if part.ndim == 2 else added[..., None]))

    def margin(self, scale: float) -> int:
        """Return how far the surroundings reach."""
        return spread_reach(self.size * scale)
