"""Background removal: shade, tint and broad print are evened out, so that fine print stands out."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from docdesk.imaging.filters.filter import Filter, Number, Parameter, Part, rounded
from docdesk.imaging.filters.smoothing import reach, smoothed

PAPER = 215.0
"""The grey value that the background is brought to: below white, so that what is brighter still shows."""

DARKEST = 16.0
"""A background darker than this is not brightened further: there is only noise to be seen in it."""


@dataclass(frozen=True, slots=True)
class Background(Filter):
    """Divides the picture by a smooth copy of itself, `amount` percent strong.

    The copy is smoothed by a standard deviation of `size` pixels of the picture.

    Each channel is divided on its own, so the tint of the paper goes too.
    """

    size: float = 40
    amount: float = 100

    name: ClassVar[str] = "background"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Number("size", 5, 100, 40, 5, "px"),
        Number("amount", 0, 100, 100, 5, "%"),
    )

    @property
    def changes_nothing(self) -> bool:
        """Whether nothing is taken away."""
        return self.amount == 0

    def apply(self, part: Part, scale: float) -> Part:
        """Return the part on an even background."""
        if self.changes_nothing or part.size == 0:
            return part.copy()
        behind = np.maximum(smoothed(part, self.size * scale), DARKEST)
        even = part * (PAPER / behind)
        return rounded(part + (self.amount / 100) * (even - part))

    def margin(self, scale: float) -> int:
        """Return how far the smooth copy reaches."""
        return reach(self.size * scale)
