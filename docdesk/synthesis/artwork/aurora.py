"""Aurora: a curtain of fine rays over a folded hem, crowding where it folds back."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from docdesk.synthesis.artwork.curves import TURN
from docdesk.synthesis.artwork.ranges import Degrees, LineWidth, Periods, Place, Size, Span, Swing
from docdesk.synthesis.artwork.swelling import swollen
from docdesk.synthesis.drawing import Curve, Drawing


@dataclass(frozen=True, slots=True)
class Aurora:
    """A curtain of rays.

    Attributes:
        start: left end of the hem, x, y in mm.
        length: of the hem from end to end, mm.
        height: of the longest rays, mm.
        rays: how many.
        sweep: how far the hem swings up and down, mm.
        sweeps: periods of that swing.
        fold: how far the curtain is folded to either side, mm.
        folds: how often.
        phase: of the folds, degrees.
        lean: direction of the rays, degrees; 90 is upright.
        width: of a ray at the hem, mm.
        tip: of a ray at its upper end, mm.
    """

    start: Place
    length: Size
    height: Size
    rays: Annotated[int, Span(2, 4000)] = 400
    sweep: Swing = 3.0
    sweeps: Periods = 1.0
    fold: Swing = 3.0
    folds: Periods = 3.0
    phase: Degrees = 0.0
    lean: Degrees = 84.0
    width: LineWidth = 0.09
    tip: LineWidth = 0.03

    def draw(self) -> Drawing:
        """Return the rays."""
        share = np.linspace(0, 1, self.rays)
        hem, reach = self._hem(share), self._reach(share)
        angle = np.radians(self.lean)
        ahead = np.array((np.cos(angle), np.sin(angle)))
        widths = (self.width, (self.width + self.tip) / 2, self.tip)
        return tuple(
            swollen(
                np.array(
                    [(*(foot + far * part * ahead), w) for part, w in zip((0, 0.5, 1), widths, strict=True)]
                )
            )
            for foot, far in zip(hem, reach, strict=True)
        )

    def texts(self) -> tuple[str, ...]:
        """Return no words."""
        return ()

    def points(self) -> int:
        """Return how many points the rays have, six where they taper."""
        return 6 * self.rays

    def _hem(self, share: Curve) -> Curve:
        turned = TURN * self.folds * share + np.radians(self.phase)
        aside = self.fold * (np.sin(turned) + 0.3 * np.sin(2.3 * turned))
        lift = self.sweep * (np.sin(TURN * self.sweeps * share) + 0.18 * np.cos(turned))
        return np.column_stack((self.start[0] + self.length * share + aside, self.start[1] + lift))

    def _reach(self, share: Curve) -> Curve:
        """Return how long each ray is: longest on the near side of a fold, dying out at both ends."""
        turned = TURN * self.folds * share + np.radians(self.phase)
        flicker = 0.66 + 0.24 * np.cos(turned + 0.9) + 0.10 * np.cos(5.3 * turned)
        return np.asarray(self.height * flicker * np.sin(np.pi * (0.02 + 0.96 * share)) ** 0.6)
