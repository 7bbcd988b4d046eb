"""Dye-sublimation: soft dyes of continuous tone in the card's coat, with the trace of the head's lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.processes.colour_screens import enlarged
from docdesk.synthesis.processes.process import Impression
from docdesk.synthesis.processes.screens import Bytes, curve, halved, looked_up, white
from docdesk.synthesis.processes.separation import Colourants, amounts_of, separate, wanted
from docdesk.synthesis.rasterising import PRINT_DPI, Coverage, Window
from docdesk.synthesis.tiling import tiled

RIBBON = Colourants(
    cyan=Ink(((0.04, 0.34, 0.66),), infrared=0.02, quenching=0.50),
    magenta=Ink(((0.66, 0.04, 0.24),), infrared=0.01, quenching=0.55),
    yellow=Ink(((0.92, 0.80, 0.05),), infrared=0.0, quenching=0.65),
    black=Ink(((0.026, 0.026, 0.027),), infrared=0.93, quenching=0.95),
    black_rise=0,
)
"""Panels of a card printer's ribbon. Pictures are of three dyes, which pass light near 900 nm; the fourth
panel is a resin with carbon, for neutral text and the MRZ (general knowledge of such ribbons)."""

_SOFT_MM = 0.080
"""Width of a point at half its height: the dye spreads in the coat (general knowledge: 0.07 to 0.1)."""

_CELL = 4
"""Pixels at 1200 dpi to a heating element of a head of 300 to the inch."""

_LINE = (0.95, 1.035, 1.04, 0.975)
"""Density across a printed line, about a mean of 1: the elements are hottest at their middle."""

_COLUMN = (0.985, 1.01, 1.012, 0.993)
"""The same from element to element, where the dye has run together more."""

_RESIN_RAGGED = 36
"""Unevenness of the resin's edge, of 255: it tears from its film."""


@dataclass(frozen=True, slots=True)
class DyeSublimation:
    """A card printer; `name` is its key in the catalogue."""

    name: str = "dye_sublimation"

    def impress(self, coverage: Coverage, ink: Ink, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield a neutral ink in resin, any other in dyes."""
        if not coverage.any():
            return
        amounts = (0.0, 0.0, 0.0, 0.0) if len(ink.colours) > 1 else amounts_of(ink, RIBBON)
        if amounts[3]:
            yield Impression(self._resin(coverage, amounts[3], window, grain), RIBBON.black)
        else:
            yield from self.reproduce(wanted(coverage, ink, window), window, grain)

    def reproduce(self, picture: Plane, window: Window, grain: Grain) -> Iterator[Impression]:
        """Yield the picture in three dyes of continuous tone."""
        sigma = _SOFT_MM / 2.355 * halved(window).per_mm
        for tone, ink in zip(separate(picture, window, RIBBON), RIBBON.inks, strict=True):
            if tone.any():
                soft = cv2.GaussianBlur(tone, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)
                dye = enlarged(np.asarray(soft, np.uint8), window)
                lined = cv2.multiply(dye, tiled(_texture(), window), scale=1 / 200)
                yield Impression(np.asarray(lined, np.uint8), ink)

    def _resin(self, coverage: Coverage, amount: float, window: Window, grain: Grain) -> Coverage:
        """Return flat resin with edges in the steps of the head."""
        # Cells count from the face's corner; what a window cuts of one is filled with its edge.
        top, left = window.row % _CELL, window.column % _CELL
        bottom, right = -(window.row + window.rows) % _CELL, -(window.column + window.columns) % _CELL
        whole = cv2.copyMakeBorder(coverage, top, bottom, left, right, cv2.BORDER_REPLICATE)
        rows, columns = whole.shape
        size = columns // _CELL, rows // _CELL
        cells = cv2.resize(whole, size, interpolation=cv2.INTER_AREA)
        at = Window(window.face, PRINT_DPI // _CELL, window.column // _CELL, window.row // _CELL, *size)
        torn = cv2.addWeighted(
            cells, 1.0, white(at, grain, self.name), _RESIN_RAGGED / 255, -_RESIN_RAGGED / 2
        )
        flat = looked_up(np.asarray(torn, np.uint8), curve((75, 0), (165, 255 * amount)))
        steps = cv2.resize(flat, (columns, rows), interpolation=cv2.INTER_NEAREST)
        soft = cv2.GaussianBlur(steps, (0, 0), 1.0, borderType=cv2.BORDER_REPLICATE)
        return np.asarray(soft[top : rows - bottom, left : columns - right], np.uint8)


@lru_cache(maxsize=1)
def _texture() -> Bytes:
    """Return the density of a cell of the head, 200 for 1."""
    lines, columns = np.array(_LINE), np.array(_COLUMN)
    cell = np.outer(lines / lines.mean(), columns / columns.mean())
    # A tile of many cells, for short ones are slow to repeat.
    return np.tile(np.round(cell * 200), (64, 64)).astype(np.uint8)
