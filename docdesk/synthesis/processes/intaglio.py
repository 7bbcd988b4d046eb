"""Intaglio: thick ink out of engraved lines: feathered edges, dark cores, and the shade of relief."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.processes.colour_screens import screened
from docdesk.synthesis.processes.process import Impression
from docdesk.synthesis.processes.screens import (
    Bytes,
    Screen,
    curve,
    looked_up,
    straightened,
    white,
)
from docdesk.synthesis.processes.separation import in_one_ink
from docdesk.synthesis.rasterising import PRINT_DPI, Coverage, Window
from docdesk.synthesis.tiling import shift_of

ENGRAVERS_INK = Ink(((0.045, 0.05, 0.075),), infrared=0.80, quenching=0.95)
"""A blue-black for pictures; pigments of such inks absorb near 900 nm (general knowledge)."""

_LINES = Screen(95, 24, "line")
"""Engraved tone: lines a quarter of a mm apart that swell in the shadows (general knowledge)."""

_DEEPEST = 0.90
"""Share of full darkness in the deepest shadow: the plate must keep walls between its lines."""

_MEASURED = 300
"""Side in pixels of the flat tones on which the lines' gain is measured: 24 lines."""

_FEATHER = 70
"""How far, of 255, fibres draw the edge out and in: some 10 um."""

_SHADE = 0.30
"""Share of light that the flank away from the lamp loses under the even light of a reader."""

_SHADOW = Ink(((0.0, 0.0, 0.0),), infrared=1.0)
"""No ink: what takes light away, in white light and infrared alike."""


@dataclass(frozen=True, slots=True)
class Intaglio:
    """Steel engraving.

    Attributes:
        name: key of the catalogue.
        gain_mm: how much wider a line gets as the ink is pressed out; 0.025 (general knowledge).
    """

    name: str = "intaglio"
    gain_mm: float = 0.025

    def impress(self, coverage: Coverage, ink: Ink, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield a thinner film with feathered edges, and the thick core upon it with its shade."""
        if not coverage.any():
            return
        spread = cv2.GaussianBlur(coverage, (0, 0), 1.0, borderType=cv2.BORDER_REPLICATE)
        film = self._feathered(np.asarray(spread, np.uint8), window, grain)
        yield Impression(looked_up(film, curve((0, 0), (255, 232))), ink)
        height = np.asarray(
            cv2.GaussianBlur(coverage, (0, 0), 1.6, borderType=cv2.BORDER_REPLICATE), np.uint8
        )
        yield Impression(looked_up(height, curve((90, 0), (205, 205))), ink)
        yield Impression(_shaded(height), _SHADOW)

    def reproduce(self, picture: Plane, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield the picture's luminance in engraved lines of one ink."""
        tones = looked_up(in_one_ink(picture, ENGRAVERS_INK), _straight(self))
        engraved = screened(tones, _LINES, window, shift_of(grain, self.name))
        yield from self.impress(engraved, ENGRAVERS_INK, window, grain)

    def _feathered(self, spread: Bytes, window: Window, grain: Grain) -> Bytes:
        # Fibres are longer than a pixel: the noise is drawn out before it moves the edge.
        fibres = np.asarray(cv2.GaussianBlur(white(window, grain, self.name), (0, 0), 1.1), np.uint8)
        noise = looked_up(fibres, curve((98, 0), (158, _FEATHER)))
        uneven = cv2.addWeighted(spread, 1.0, noise, 1.0, -_FEATHER / 2)
        wider = 255 * self.gain_mm / 2 * window.per_mm * 0.6
        return looked_up(np.asarray(uneven, np.uint8), curve((_FEATHER / 2, 0), (235 - wider, 255)))


def _shaded(height: Bytes) -> Bytes:
    """Return the shade of the relief under a lamp at the top left."""
    flank = np.zeros_like(height)
    cv2.subtract(height[:-2, :-2], height[2:, 2:], dst=flank[1:-1, 1:-1])
    return looked_up(flank, curve((0, 0), (255, 255 * _SHADE)))


@lru_cache(maxsize=2)
def _straight(plate: Intaglio) -> Bytes:
    """Return the tones to ask for, so that swollen lines come out as dark as wanted."""
    window, grain = Window((1, 1), PRINT_DPI, 0, 0, _MEASURED, _MEASURED), Grain(0)

    def answer(tones: Bytes) -> Bytes:
        engraved = screened(tones, _LINES, window, (0, 0))
        left = np.ones(window.shape)
        for each in plate.impress(engraved, ENGRAVERS_INK, window, grain):
            left *= 1 - each.coverage / 255
        return np.asarray(np.round(255 * (1 - left)), np.uint8)

    table = straightened(answer, window.shape)
    return looked_up(curve((0, 0), (255 * _DEEPEST, 255 * _DEEPEST)), table)
