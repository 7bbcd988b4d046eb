"""Offset: a solid film of spot ink, even and sharp, a trace wider than its plate; pictures in rosettes."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.processes.colour_screens import Ruling, screened
from docdesk.synthesis.processes.process import Impression
from docdesk.synthesis.processes.screens import Screen, curve, looked_up, white
from docdesk.synthesis.processes.separation import Colourants, separate
from docdesk.synthesis.rasterising import Coverage, Window
from docdesk.synthesis.tiling import shift_of

_ROUGHNESS = 24
"""Unevenness of an edge, of 255: some 2 um, for ink follows the fibres (general knowledge)."""

PROCESS_COLOURS = Colourants(
    cyan=Ink(((0.02, 0.30, 0.66),), infrared=0.06, quenching=0.6),
    magenta=Ink(((0.62, 0.015, 0.20),), infrared=0.02, quenching=0.6),
    yellow=Ink(((0.90, 0.76, 0.015),), infrared=0.01, quenching=0.7),
    black=Ink(((0.022, 0.021, 0.020),), infrared=0.92, quenching=0.95),
    black_rise=1.3,
)
"""Near the primaries of ISO 12647-2 on coated paper; black is carbon and absorbs near 900 nm."""

_ROSETTE = Ruling(
    Screen(175, 15, "dot"), Screen(175, 75, "dot"), Screen(175, 0, "dot"), Screen(175, 45, "dot")
)
"""Angles 30 degrees apart (yellow between two of them), 175 lines: usual commercial offset."""


@dataclass(frozen=True, slots=True)
class Offset:
    """Offset printing of security backgrounds: spot inks; only what copies them prints in process colours.

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
        uneven = cv2.addWeighted(soft, 1.0, rough, _ROUGHNESS / 255, -_ROUGHNESS / 2)
        # An edge of one pixel crosses half its height where the plate's line ends; the film ends later.
        wider = 255 * self.gain_mm / 2 * window.per_mm
        low, high = max(_ROUGHNESS / 2 + 1, 40 - wider), 215 - wider
        yield Impression(looked_up(np.asarray(uneven, np.uint8), curve((low, 0), (high, 255))), ink)

    def reproduce(self, picture: Plane, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield the picture in process colours, in rosettes of round dots."""
        tones = separate(picture, window, PROCESS_COLOURS)
        for plane, ink, screen in zip(tones, PROCESS_COLOURS.inks, _ROSETTE.screens, strict=True):
            if plane.any():
                shift = shift_of(grain, f"{self.name} {screen.degrees}")
                yield Impression(screened(plane, screen, window, shift), ink)
