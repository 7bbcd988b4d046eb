"""Inkjet: transparent dyes in fine dots without a pattern, with satellites, a hair out of register."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from docdesk.synthesis.chance import Grain, dice
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.processes.colour_screens import enlarged
from docdesk.synthesis.processes.process import Impression
from docdesk.synthesis.processes.screens import Bytes, blue_noise, curve, looked_up, straightened
from docdesk.synthesis.processes.separation import Colourants, amounts_of, separate, wanted
from docdesk.synthesis.rasterising import PRINT_DPI, Coverage, Window
from docdesk.synthesis.tiling import shift_of, tiled

DYES = Colourants(
    cyan=Ink(((0.03, 0.36, 0.70),), infrared=0.02, quenching=0.55),
    magenta=Ink(((0.72, 0.03, 0.26),), infrared=0.01, quenching=0.60),
    yellow=Ink(((0.93, 0.80, 0.04),), infrared=0.0, quenching=0.70),
    black=Ink(((0.028, 0.027, 0.027),), infrared=0.88, quenching=0.93),
    black_rise=2.5,
)
"""Dyes pass light near 900 nm (facts/security_features.md section 2: "often IR transparent"). Black is taken
to be pigment, carbon, as desktop machines have it for text: it absorbs; pictures hold little of it outside
their shadows. None glows. Colours are general knowledge of dye inks on plain paper."""

_TILE = 1024
"""Side of the tile of thresholds: eight of blue noise each way, no two alike."""

_SCATTER = 6
"""Further noise upon the thresholds, of 255: nozzles and drops are not all alike."""

_NOZZLES = 4
"""How much rows of dots differ, of 255: weak nozzles leave faint streaks along the carriage's way."""

_DOT = 3.2
"""Area of one dot in pixels at 1200 dpi: 43 um across (desktop drops of 3 to 5 pl, general knowledge)."""

_SATELLITES = ((0.10, 0, 4, 0.30), (0.07, 1, -3, 0.24))
"""Share of dots with a satellite, its distance down and along the carriage's way in pixels, its weight."""

_MISREGISTER = 2
"""Colours lie up to so many pixels from their place: 0.04 mm."""


@dataclass(frozen=True, slots=True)
class Inkjet:
    """A desktop inkjet with dye colours and pigment black; `name` is its key in the catalogue."""

    name: str = "inkjet"

    def impress(self, coverage: Coverage, ink: Ink, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield the ink's colour in dots of the colourants that make it."""
        if not coverage.any():
            return
        if len(ink.colours) > 1:
            yield from self.reproduce(wanted(coverage, ink, window), window, grain)
            return
        amounts = amounts_of(ink, DYES)
        tones = [looked_up(coverage, curve((0, 0), (255, 255 * amount))) for amount in amounts]
        yield from self._sprayed(tones, window, grain)

    def reproduce(self, picture: Plane, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield the picture in dots of four colourants."""
        yield from self._sprayed(separate(picture, window, DYES), window, grain)

    def _sprayed(self, tones: list[Bytes], window: Window, grain: Grain) -> Iterator[Impression]:
        for number, (tone, ink) in enumerate(zip(tones, DYES.inks, strict=True)):
            if not tone.any():
                continue
            name = f"{self.name} {number}"
            level = _displaced(enlarged(looked_up(tone, _straight()), window), grain, name)
            shift = shift_of(grain, name)
            yield Impression(_dotted(level, tiled(_tile(), window, shift), window, shift), ink)


def _dotted(level: Bytes, tile: Bytes, window: Window, shift: tuple[int, int]) -> Bytes:
    """Return drops where the level is above the thresholds."""
    drops = cv2.compare(level, tile, cv2.CMP_GT)
    spatter = drops
    for number, (share, down, along, weight) in enumerate(_SATELLITES):
        chosen = cv2.bitwise_and(drops, tiled(_chosen(number, share), window, shift))
        spatter = cv2.addWeighted(spatter, 1.0, _moved(np.asarray(chosen), down, along), weight, 0)
    round_dots = cv2.GaussianBlur(spatter, (3, 3), 0.85, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.convertScaleAbs(round_dots, alpha=_DOT), np.uint8)


def _displaced(level: Bytes, grain: Grain, name: str) -> Bytes:
    """Return one colour out of register, the same way on all of a sheet."""
    off = dice(grain.seed, name, "register").integers(-_MISREGISTER, _MISREGISTER + 1, 2)
    return _moved(level, int(off[0]), int(off[1]))


def _moved(plane: Bytes, down: int, along: int) -> Bytes:
    """Return a plane shifted by whole pixels; what comes in at an edge repeats the edge."""
    rows, columns = plane.shape
    reach = max(abs(down), abs(along))
    wider = cv2.copyMakeBorder(plane, reach, reach, reach, reach, cv2.BORDER_REPLICATE)
    top, left = reach - down, reach - along
    return np.asarray(wider[top : top + rows, left : left + columns], np.uint8)


@lru_cache(maxsize=1)
def _tile() -> Bytes:
    """Return thresholds of blue noise with the unevenness of drops and nozzles."""
    chosen = dice(0, "drops")
    side = len(blue_noise())
    level = np.empty((_TILE, _TILE), np.float32)
    # Each block is the blue noise rolled, turned and mirrored, so that no pattern repeats.
    for row in range(0, _TILE, side):
        for column in range(0, _TILE, side):
            down, across, turns, mirrored = (int(v) for v in chosen.integers(0, (side, side, 4, 2)))
            block = np.rot90(np.roll(blue_noise(), (down, across), (0, 1)), turns)
            level[row : row + side, column : column + side] = block[:, ::-1] if mirrored else block
    level += chosen.uniform(-_SCATTER, _SCATTER, level.shape).astype(np.float32)
    level += chosen.uniform(-_NOZZLES, _NOZZLES, (_TILE, 1)).astype(np.float32)
    # Back to even ranks, 0 to 254, so that white stays white and full stays full.
    ranks = np.empty(level.size, np.float64)
    ranks[np.argsort(level, axis=None, kind="stable")] = np.arange(level.size)
    return np.asarray(ranks * 255 / level.size, np.uint8).reshape(level.shape)


@lru_cache(maxsize=4)
def _chosen(number: int, share: float) -> Bytes:
    """Return a tile that is 255 at a share of its pixels and 0 elsewhere."""
    picked = dice(0, "satellites", number).random((_TILE, _TILE)) < share
    return np.where(picked, 255, 0).astype(np.uint8)


@lru_cache(maxsize=1)
def _straight() -> Bytes:
    side = 256
    window = Window((1, 1), PRINT_DPI, 0, 0, side, side)
    return straightened(lambda tones: _dotted(tones, _tile()[:side, :side], window, (0, 0)), (side, side))
