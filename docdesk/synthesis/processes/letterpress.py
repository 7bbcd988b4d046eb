"""Letterpress: type squeezes ink to a dark rim; the inside is lighter and mottled."""

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

TYPE_INK = Ink(((0.03, 0.03, 0.032),), infrared=0.90, quenching=0.93)
"""Carbon black, for pictures."""

_DOTS = Screen(85, 45, "dot")
"""The coarse screen of letterpress blocks (general knowledge)."""

_MEASURED = 300
"""Side in pixels of the flat tones on which the dots' gain is measured: 21 rows of dots."""

_RIM_MM = 0.055
"""Width of the rim of squeezed ink (general knowledge: 0.03 to 0.08)."""

_INSIDE = 0.93
"""Share of the film that is left inside the rim."""

_MOTTLE = 30
"""How uneven the film is inside, of 255: type does not touch every fibre."""


@dataclass(frozen=True, slots=True)
class Letterpress:
    """Printing from type and numbering wheels.

    Attributes:
        name: key of the catalogue.
        gain_mm: how much wider a line gets: 0.030 (general knowledge).
    """

    name: str = "letterpress"
    gain_mm: float = 0.030

    def impress(self, coverage: Coverage, ink: Ink, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield a film with its rim."""
        if not coverage.any():
            return
        soft = cv2.GaussianBlur(coverage, (0, 0), 0.9, borderType=cv2.BORDER_REPLICATE)
        wider = 255 * self.gain_mm / 2 * window.per_mm * 0.5
        film = looked_up(np.asarray(soft, np.uint8), curve((max(12, 90 - wider), 0), (200 - wider, 255)))
        deep = cv2.GaussianBlur(
            coverage, (0, 0), _RIM_MM / 2 * window.per_mm, borderType=cv2.BORDER_REPLICATE
        )
        inside = looked_up(np.asarray(deep, np.uint8), curve((165, 255), (245, 255 * _INSIDE)))
        thin = cv2.subtract(inside, self._bare_spots(np.asarray(deep, np.uint8), window, grain))
        yield Impression(np.asarray(cv2.multiply(film, thin, scale=1 / 255), np.uint8), ink)

    def reproduce(self, picture: Plane, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield the picture's luminance in coarse dots of black."""
        tones = looked_up(in_one_ink(picture, TYPE_INK), _straight(self))
        dots = screened(tones, _DOTS, window, shift_of(grain, self.name))
        yield from self.impress(dots, TYPE_INK, window, grain)

    def _bare_spots(self, deep: Bytes, window: Window, grain: Grain) -> Bytes:
        """Return how much film is missing for want of pressure, only inside the rim."""
        noise = cv2.GaussianBlur(white(window, grain, self.name), (0, 0), 1.5)
        # Blurred noise keeps to the middle; its upper half is drawn out to full.
        spots = looked_up(np.asarray(noise, np.uint8), curve((125, 0), (170, _MOTTLE)))
        return np.asarray(
            cv2.multiply(spots, looked_up(deep, curve((190, 0), (250, 255))), scale=1 / 255), np.uint8
        )


@lru_cache(maxsize=2)
def _straight(press: Letterpress) -> Bytes:
    """Return the tones to ask for, so that squeezed dots come out as dark as wanted."""
    window, grain = Window((1, 1), PRINT_DPI, 0, 0, _MEASURED, _MEASURED), Grain(0)

    def answer(tones: Bytes) -> Bytes:
        dots = screened(tones, _DOTS, window, (0, 0))
        films = [each.coverage for each in press.impress(dots, TYPE_INK, window, grain)]
        return films[0] if films else dots

    return straightened(answer, window.shape)
