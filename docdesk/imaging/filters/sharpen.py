"""Sharpen: what is finer than a radius is made stronger (unsharp mask)."""

from dataclasses import dataclass
from typing import ClassVar

from docdesk.imaging.filters.filter import Filter, Number, Parameter, Part, rounded
from docdesk.imaging.filters.smoothing import FAINTEST, reach, smoothed


@dataclass(frozen=True, slots=True)
class Sharpen(Filter):
    """Adds, `amount` percent strong, what smoothing by `radius` pixels of the picture takes away."""

    radius: float = 1.5
    amount: float = 100

    name: ClassVar[str] = "sharpen"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Number("radius", 0.5, 20, 1.5, 0.5, "px", decimals=1),
        Number("amount", 0, 300, 100, 10, "%"),
    )

    @property
    def changes_nothing(self) -> bool:
        """Whether nothing is added."""
        return self.amount == 0

    def apply(self, part: Part, scale: float) -> Part:
        """Return the part sharpened, each channel alike."""
        sigma = self.radius * scale
        if sigma < FAINTEST or self.changes_nothing or part.size == 0:
            return part.copy()
        smooth = smoothed(part, sigma)
        return rounded(part + (self.amount / 100) * (part - smooth))

    def margin(self, scale: float) -> int:
        """Return how far the smoothing reaches."""
        return reach(self.radius * scale)
