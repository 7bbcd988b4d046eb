"""Toner: fused powder in line screens, text ragged and strewn with particles; black absorbs IR strongly."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from docdesk.synthesis.chance import Grain, dice
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.processes.colour_screens import Ruling, enlarged
from docdesk.synthesis.processes.process import Impression
from docdesk.synthesis.processes.screens import (
    Bytes,
    Screen,
    curve,
    halved,
    hardened,
    looked_up,
    straightened,
    thresholds,
)
from docdesk.synthesis.processes.separation import Colourants, amounts_of, separate, wanted
from docdesk.synthesis.rasterising import PRINT_DPI, Coverage, Window
from docdesk.synthesis.tiling import shift_of, tiled

TONERS = Colourants(
    cyan=Ink(((0.02, 0.29, 0.64),), infrared=0.05, quenching=0.70),
    magenta=Ink(((0.64, 0.02, 0.22),), infrared=0.03, quenching=0.75),
    yellow=Ink(((0.90, 0.77, 0.02),), infrared=0.02, quenching=0.80),
    black=Ink(((0.024, 0.023, 0.023),), infrared=0.95, quenching=0.97),
    black_rise=1.1,
)
"""Black is carbon and absorbs near 900 nm, colours pass it (facts/security_features.md section 2:
"IR absorbing (black)"); an opaque layer keeps glow back. Colours are general knowledge."""

_RULING = Ruling(
    Screen(150, 71.6, "line"), Screen(150, 108.4, "line"), Screen(150, 0, "line"), Screen(141, 45, "line")
)
"""Line screens at an angle of their own for each colour; 141 and 150 lines are usual of 600 dpi engines."""

_TILE = 1200
"""Side of the tile of powder: two of the screen's each way, made unlike by the powder itself."""

_RAGGED = 22
"""Unevenness of the powder's edge, of 255 (as a threshold): grains of 6 to 8 um lie over it."""

_RAGGED_TEXT = 42
"""The same about text, which has no screen to hide it."""

_STRAY = 0.012
"""Share of places beside a full solid where a particle strays (general knowledge)."""

_HAZE = 0.00008
"""Share of places far from any toner where one lies: a fifth of a particle to the square mm."""

_REACH = 21
"""Side of the square, in pixels at 600 dpi, whose toner counts as near: particles stray up to 0.44 mm."""


@dataclass(frozen=True, slots=True)
class Toner:
    """A colour laser printer or copier; `name` is its key in the catalogue."""

    name: str = "toner"

    def impress(self, coverage: Coverage, ink: Ink, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield the ink's colour in lines of toner; what one toner gives in full is solid."""
        if not coverage.any():
            return
        if len(ink.colours) > 1:
            yield from self.reproduce(wanted(coverage, ink, window), window, grain)
            return
        soft = np.asarray(cv2.GaussianBlur(coverage, (3, 3), 0.8, borderType=cv2.BORDER_REPLICATE), np.uint8)
        amounts = amounts_of(ink, TONERS)
        if amounts[3] == 1:
            yield Impression(_solid(soft, window, shift_of(grain, f"{self.name} solid")), TONERS.black)
            return
        tones = [looked_up(soft, curve((0, 0), (255, 255 * amount))) for amount in amounts]
        yield from self._fused(tones, window, grain)

    def reproduce(self, picture: Plane, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield the picture in lines of four toners."""
        yield from self._fused(separate(picture, window, TONERS), window, grain)

    def _fused(self, tones: list[Bytes], window: Window, grain: Grain) -> Iterator[Impression]:
        for tone, ink, screen in zip(tones, TONERS.inks, _RULING.screens, strict=True):
            if not tone.any():
                continue
            shift = shift_of(grain, f"{self.name} {screen.degrees}")
            level = enlarged(looked_up(tone, _straight(screen)), window)
            powder = _powdered(level, screen, window, shift)
            yield Impression(np.maximum(powder, _strayed(level, window, shift)), ink)


def _powdered(level: Bytes, screen: Screen, window: Window, shift: tuple[int, int]) -> Bytes:
    fused = hardened(level, tiled(_ragged(screen), window, shift))
    return np.asarray(cv2.multiply(fused, tiled(_thickness(), window, shift), scale=1 / 255), np.uint8)


def _solid(soft: Bytes, window: Window, shift: tuple[int, int]) -> Bytes:
    """Return full toner with a ragged edge and particles about it; no screen breaks text."""
    fused = hardened(soft, tiled(_edge(), window, shift))
    powder = cv2.multiply(fused, tiled(_thickness(), window, shift), scale=1 / 255)
    return np.maximum(np.asarray(powder, np.uint8), _strayed(soft, window, shift))


def _strayed(level: Bytes, window: Window, shift: tuple[int, int]) -> Bytes:
    """Return particles about the toner, more of them the more of it lies near."""
    small = cv2.resize(level, halved(window).shape[::-1], interpolation=cv2.INTER_AREA)
    near = cv2.blur(small, (_REACH, _REACH), borderType=cv2.BORDER_REPLICATE)
    lies = cv2.compare(
        enlarged(np.asarray(near, np.uint8), window), tiled(_particles(), window, shift), cv2.CMP_GE
    )
    return np.asarray(cv2.bitwise_and(lies, tiled(_weights(), window, shift)), np.uint8)


@lru_cache(maxsize=4)
def _ragged(screen: Screen) -> Bytes:
    """Return a screen's thresholds with the powder's unevenness."""
    tile = thresholds(screen)
    times = _TILE // tile.shape[0]
    noise = dice(0, "powder", round(screen.degrees)).normal(0, _RAGGED / 2, (_TILE, _TILE))
    room = int(tile.min()), int(tile.max())
    return np.clip(np.tile(tile, (times, times)) + noise, *room).round().astype(np.uint8)


@lru_cache(maxsize=1)
def _edge() -> Bytes:
    """Return thresholds about half coverage with the powder's unevenness, in lumps of a grain or two."""
    noise = dice(0, "edge").normal(0, 1, (_TILE, _TILE))
    wrapped = cv2.copyMakeBorder(noise, 8, 8, 8, 8, cv2.BORDER_WRAP)
    lumps = cv2.GaussianBlur(wrapped, (0, 0), 0.8)[8:-8, 8:-8]
    return np.asarray(np.clip(128 + lumps / lumps.std() * _RAGGED_TEXT, 35, 220), np.uint8)


@lru_cache(maxsize=1)
def _thickness() -> Bytes:
    """Return how full a solid is, of 255: nearly even, with a few pinholes."""
    chosen = dice(0, "solid")
    layer = chosen.normal(249, 4, (_TILE, _TILE))
    layer[chosen.random((_TILE, _TILE)) < 0.0015] = 120
    return np.clip(layer, 0, 255).astype(np.uint8)


@lru_cache(maxsize=1)
def _particles() -> Bytes:
    """Return how much toner must lie near before a particle strays to a place; 255 where none ever does."""
    chosen = dice(0, "particles")
    strays = chosen.random((_TILE, _TILE))
    needed = np.full((_TILE, _TILE), 255, np.uint8)
    beside = strays < _STRAY
    needed[beside] = (10 + 244 * strays[beside] / _STRAY).astype(np.uint8)
    needed[strays > 1 - _HAZE] = 0
    return needed


@lru_cache(maxsize=1)
def _weights() -> Bytes:
    """Return how much of a pixel a particle there covers."""
    return dice(0, "weights").integers(60, 210, (_TILE, _TILE), np.uint8)


@lru_cache(maxsize=4)
def _straight(screen: Screen) -> Bytes:
    window = Window((1, 1), PRINT_DPI, 0, 0, _TILE // 2, _TILE // 2)
    return straightened(lambda tones: _powdered(tones, screen, window, (0, 0)), window.shape)
