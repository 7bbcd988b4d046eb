"""Offset: a solid film of spot ink, even and sharp, a trace wider than its plate; pictures in rosettes."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.processes.process import Impression
from docdesk.synthesis.processes.screens import curve, looked_up, white
from docdesk.synthesis.rasterising import Coverage, Window

_ROUGHNESS = 24
"""Unevenness of an edge, of 255: some 2 um, for ink follows the fibres (general knowledge)."""


@dataclass(frozen=True, slots=True)
class Offset:
    """Offset printing of security backgrounds.

    Attributes:
        name: key of the catalogue.
        gain_mm: how much wider a line gets; 0.010 on coated and security papers (general knowledge).
    """

    name: str = "offset"
    gain_mm: float = 0.010

    def impress(self, coverage: Coverage, ink: Ink, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield the ink as a film with clean edges."""
        if not coverage.any():
            return
        soft = cv2.GaussianBlur(coverage, (3, 3), 0.5, borderType=cv2.BORDER_REPLICATE)
        rough = white(window, grain, self.name)
        share = _ROUGHNESS / 255
        uneven = np.asarray(cv2.addWeighted(soft, 1.0, rough, share, -_ROUGHNESS / 2), np.uint8)
        # An edge of one pixel crosses half its height where the plate's line ends; the film ends later.
        wider = 255 * self.gain_mm / 2 * window.per_mm
        low, high = max(_ROUGHNESS / 2 + 1, 40 - wider), 215 - wider
        yield Impression(looked_up(uneven, curve((low, 0), (high, 255))), ink)
