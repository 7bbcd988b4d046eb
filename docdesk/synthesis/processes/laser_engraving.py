"""Laser engraving: a beam chars the card's own plastic, dot by dot, in greys; no ink and no colour."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane, luminance
from docdesk.synthesis.processes.process import Impression
from docdesk.synthesis.processes.screens import Bytes, curve, halved, looked_up, white
from docdesk.synthesis.processes.separation import wanted
from docdesk.synthesis.rasterising import Coverage, Window

CARBON = Ink(((0.066, 0.064, 0.062),), infrared=0.90, quenching=0.92)
"""Charred polycarbonate: dark grey rather than black, visible near 900 nm as carbon is
(facts/security_features.md section 2: "dark grey carbonised, IR visible"; values are general knowledge)."""

_CARBON_LIGHT = 0.064
"""Luminance of full char."""

_SHAPE = ((1.6, 1.0), (1.0, 0.45))
"""How much of a dot's char falls on the four pixels of its cell at 1200 dpi, relative to their mean: the dot
sits on the first."""

_TEXT_FORCE = 1.10
"""Text is engraved with more energy than its tone asks for, so that weak pulses leave few holes."""


@dataclass(frozen=True, slots=True)
class LaserEngraving:
    """A raster of dots at 600 to the inch whose size and depth follow the tone.

    Attributes:
        name: key of the catalogue.
        jitter: how much the energy of a pulse varies, as a share; the plastic's answer included.
    """

    name: str = "laser_engraving"
    jitter: float = 0.10

    def impress(self, coverage: Coverage, ink: Ink, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield the ink's darkness as char."""
        if not coverage.any():
            return
        if len(ink.colours) > 1:
            yield from self.reproduce(wanted(coverage, ink, window), window, grain)
            return
        size = halved(window).shape[::-1]
        depth = _depth(float(luminance(np.array(ink.colours[0], np.float32))))
        cells = np.asarray(cv2.resize(coverage, size, interpolation=cv2.INTER_AREA), np.uint8)
        energy = looked_up(cells, curve((0, 0), (255, 255 * depth)))
        yield self._engraved(energy, window, grain, _TEXT_FORCE)

    def reproduce(self, picture: Plane, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield the picture's luminance as char."""
        size = halved(window).shape[::-1]
        light = luminance(np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32))
        white_share = 255 / (1 - _CARBON_LIGHT)
        cells = np.clip((1 - light) * white_share + np.float32(0.5), 0, 255).astype(np.uint8)
        if cells.any():
            yield self._engraved(cells, window, grain)

    def _engraved(self, cells: Bytes, window: Window, grain: Grain, force: float = 1.0) -> Impression:
        """Return the char of cells of the raster, 0 to 255, with so much more force than they say."""
        noise = white(halved(window), grain, self.name)
        # cells * (1 - jitter + 2 * jitter * noise): the mean stays.
        swing = cv2.multiply(cells, noise, scale=2 * self.jitter / 255)
        energy = np.asarray(cv2.addWeighted(cells, force * (1 - self.jitter), swing, force, 0), np.uint8)
        char = np.empty(window.shape, np.uint8)
        for down, row in enumerate(_shares()):
            for across, table in enumerate(row):
                char[down::2, across::2] = looked_up(energy, table)
        return Impression(char, CARBON)


def _depth(light: float) -> float:
    """Return the share of full char that leaves so much light; what is darker gets all there is."""
    return min(1.0, (1 - light) / (1 - _CARBON_LIGHT))


def _shares() -> list[list[Bytes]]:
    """Return what each pixel of a cell takes for a cell of 0 to 255; together they keep the mean."""
    tone = np.arange(256) / 255
    weights = np.array(_SHAPE)[..., None] / np.mean(_SHAPE)
    # Scaling the dot till its mean is the tone: pixels that are full pass their rest on to the others.
    factor = tone * np.ones(256)
    for _ in range(60):
        mean = np.minimum(weights * factor, 1).mean(axis=(0, 1))
        factor *= np.where(mean > 0, tone / np.maximum(mean, 1e-9), 1)
    shares = np.round(255 * np.minimum(weights * factor, 1)).astype(np.uint8)
    return [list(row) for row in shares]
