"""Film: printed layers without the sheet beneath them, so that one printing serves many sheets.

Inks multiply what lies below them, so what a stack of layers does to any sheet is three transmittances (white
light, infrared, the glow from below) and the glow of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.drawing import Drawing, bounds
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.processes.process import REACH_MM, Impression, Process
from docdesk.synthesis.rasterising import SHEET_DPI, Coverage, Window, rasterise
from docdesk.synthesis.sheet import Sheet

BAND_ROWS = 512
"""Rows of 1200 dpi printed at a time: 11 mm; a passport page then needs under 200 MB."""

_UNIT = np.float32(1 / 65535)
_GLOW_UNIT = np.float32(4 / 65535)
"""Glows add up where motifs cross; four times what saturates is far beyond any."""


@dataclass(frozen=True, slots=True, eq=False)
class Film:
    """What a stack of layers does, at `SHEET_DPI`; planes of 16 bits, on disk or in memory.

    Attributes:
        window: where on the face.
        light: rows x columns x 5: transmittance of red, green, blue, near infrared, and of glow from below.
        glow: rows x columns x 3: own emission under 365 nm; 65535 is 4.
    """

    window: Window
    light: NDArray[np.uint16]
    glow: NDArray[np.uint16]

    def lay_on(self, sheet: Sheet) -> None:
        """Lay the film on a sheet whose window contains the film's."""
        part = self.window.slices_in(sheet.window)
        for top in range(0, self.window.rows, BAND_ROWS):
            rows = slice(top, min(top + BAND_ROWS, self.window.rows))
            light = self.light[rows] * _UNIT
            there = slice(part[0].start + rows.start, part[0].start + rows.stop), part[1]
            sheet.visible[there] *= light[..., :3]
            sheet.infrared[there] *= light[..., 3]
            sheet.glow[there] *= light[..., 4:]
            sheet.glow[there] += self.glow[rows] * _GLOW_UNIT


def blank(window: Window) -> Sheet:
    """Return a sheet that lets all light pass; the fourth channel of its glow is for the glow from below."""
    glow = np.zeros((*window.shape, 4), np.float32)
    glow[..., 3] = 1
    return Sheet(window, np.ones((*window.shape, 3), np.float32), np.ones(window.shape, np.float32), glow)


def developed(sheet: Sheet) -> Film:
    """Return the film of what was laid on a blank sheet."""
    light = np.empty((*sheet.window.shape, 5), np.uint16)
    light[..., :3] = _sixteen(sheet.visible, _UNIT)
    light[..., 3] = _sixteen(sheet.infrared, _UNIT)
    light[..., 4] = _sixteen(sheet.glow[..., 3], _UNIT)
    return Film(sheet.window, light, _sixteen(sheet.glow[..., :3], _GLOW_UNIT))


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """One ink in one process; `within` and `without` bound where it may lie.

    Attributes:
        drawing: what is printed.
        ink, process, strength: how.
        within, without: None where nothing bounds it.
    """

    drawing: Drawing
    ink: Ink
    process: Process
    strength: float = 1.0
    within: Drawing | None = None
    without: Drawing | None = None

    def coverage(self, window: Window) -> Coverage:
        """Return where the ink is meant to lie in a window."""
        mask = rasterise(self.drawing, window)
        if self.within is not None:
            mask = np.minimum(mask, rasterise(self.within, window))
        if self.without is not None:
            mask = np.minimum(mask, 255 - rasterise(self.without, window))
        return mask

    def print_on(self, sheet: Sheet, grain: Grain) -> None:
        """Print on a sheet at `PRINT_DPI`."""
        box = bounds(self.drawing)
        if box is None:
            return
        window = sheet.window.around(box, REACH_MM)
        coverage = self.coverage(window)
        if coverage.any():
            lay(sheet.cut(window), self.process.impress(coverage, self.ink, window, grain), self.strength)


def lay(sheet: Sheet, impressions: Iterable[Impression], strength: float = 1.0) -> None:
    """Lay what a process leaves, in its order."""
    for impression in impressions:
        sheet.lay(impression.coverage, impression.ink, strength)


def printed_film(passes: Sequence[Pass], window: Window, grain: Grain) -> Film:
    """Return the film of passes printed one over the other in a window at `PRINT_DPI`, band by band."""
    small = window.at(SHEET_DPI)
    film = Film(small, np.empty((*small.shape, 5), np.uint16), np.empty((*small.shape, 3), np.uint16))
    margin = round(REACH_MM * window.per_mm / 2) * 2
    for top in range(0, window.rows, BAND_ROWS):
        band = replace(window, row=window.row + top, rows=min(BAND_ROWS, window.rows - top))
        sheet = blank(replace(band, row=band.row - margin, rows=band.rows + 2 * margin))
        for one in passes:
            one.print_on(sheet, grain)
        part = developed(sheet.cut(band).reduced(SHEET_DPI))
        rows = part.window.slices_in(small)[0]
        film.light[rows], film.glow[rows] = part.light, part.glow
    return film


def _sixteen(plane: Plane, unit: np.float32) -> NDArray[np.uint16]:
    return np.clip(plane / unit + np.float32(0.5), 0, 65535).astype(np.uint16)
