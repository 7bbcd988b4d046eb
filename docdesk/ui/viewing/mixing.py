"""How two pictures in one view are put together."""

from dataclasses import dataclass

from docdesk.imaging.aligning import Affine, composed
from docdesk.imaging.compositing import (
    GAINS,
    Composition,
    Difference,
    Overlay,
    Wipe,
    both,
    telling_gain,
)
from docdesk.imaging.showing import covered, quad_of, shown
from docdesk.ui.viewing.comparing import Mode
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.picture import Picture

LOOKED_AT = (256, 256)
"""The gain is found on a small copy of the whole, so that it stays the same wherever one looks."""


@dataclass(frozen=True, slots=True)
class Mixing:
    """The settings of all modes that show two pictures in one view; each keeps its own."""

    opacity: float = 0.5
    wipe: float = 0.5
    below: bool = False
    gain: int = GAINS[0]

    def composition(self, mode: Mode) -> Composition:
        """Return how a mode puts two pictures together."""
        if mode is Mode.OVERLAY:
            return Overlay(self.opacity)
        return Wipe(self.wipe, self.below) if mode is Mode.WIPE else Difference(self.gain)


def fitting_gain(first: Picture, second: Picture, link: Affine) -> int:
    """Return by how much the differences of two pictures can be multiplied; `link` maps the second to the
    first."""
    matrix = Frame.fitting(first.image.size, LOOKED_AT).matrix
    other = composed(matrix, link)
    mask = both(
        covered(quad_of(first.image, matrix), LOOKED_AT), covered(quad_of(second.image, other), LOOKED_AT)
    )
    return telling_gain(shown(first.image, matrix, LOOKED_AT), shown(second.image, other, LOOKED_AT), mask)
