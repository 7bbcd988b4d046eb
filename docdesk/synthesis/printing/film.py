"""Film: printed layers without the sheet beneath them, so that one printing serves many sheets.

Inks multiply what lies below them, so what a stack of layers does to any sheet is five transmittances (red,
green, blue, near infrared, and the glow from below) and the glow of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.drawing import Drawing, bounds
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.processes.process import REACH_MM, Impression, Process
from docdesk.synthesis.rasterising import SHEET_DPI, Coverage, Window, rasterise
from docdesk.synthesis.sheet import Sheet, run_of

BAND_ROWS = 512
"""Rows of 1200 dpi printed at a time: 11 mm; a passport page then needs under 200 MB."""

_UNIT = 1 / 65535
_GLOW_UNIT = 4 / 65535
"""Glows add up where motifs cross; four times what saturates is far beyond any."""

_SHARES: Plane = np.arange(256, dtype=np.float32) / np.float32(255)
"""Of ink, by coverage."""


@dataclass(frozen=True, slots=True, eq=False)
class Film:
    """What a stack of layers does, at `SHEET_DPI`; planes of 16 bits, on disk or in memory.

    Attributes:
        window: where on the face.
        visible: rows x columns x 3: transmittance of red, green and blue; 65535 lets all pass.
        infrared, kept: rows x columns: the same near 900 nm, and of the glow from below.
        glow: rows x columns x 3: own emission under 365 nm; 65535 is 4. None where nothing glows.
    """

    window: Window
    visible: NDArray[np.uint16]
    infrared: NDArray[np.uint16]
    kept: NDArray[np.uint16]
    glow: NDArray[np.uint16] | None

    def cut(self, window: Window) -> "Film":
        """Return the part of the film in a window, as far as they meet; its planes are views of these."""
        top, left = max(self.window.row, window.row), max(self.window.column, window.column)
        bottom = min(self.window.row + self.window.rows, window.row + window.rows)
        right = min(self.window.column + self.window.columns, window.column + window.columns)
        shared = replace(
            window, row=top, column=left, rows=max(0, bottom - top), columns=max(0, right - left)
        )
        part = shared.slices_in(self.window)
        glow = None if self.glow is None else self.glow[part]
        return Film(shared, self.visible[part], self.infrared[part], self.kept[part], glow)

    def lay_on(self, sheet: Sheet) -> None:
        """Lay the film on a sheet whose window contains the film's."""
        below = sheet.cut(self.window)
        for top in range(0, self.window.rows, BAND_ROWS):
            rows = slice(top, min(top + BAND_ROWS, self.window.rows))
            _multiply(below.visible[rows], _light(self.visible[rows], _UNIT))
            _multiply(below.infrared[rows], _light(self.infrared[rows], _UNIT))
            kept = _light(self.kept[rows], _UNIT)
            _multiply(below.glow[rows], np.asarray(cv2.merge([kept, kept, kept]), np.float32))
            if self.glow is not None:
                below.glow[rows] += _light(self.glow[rows], _GLOW_UNIT)


class Stack:
    """Layers of ink while they are printed at `PRINT_DPI`, on nothing."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self._light: list[Plane] = [np.ones(window.shape, np.float32) for _ in range(5)]
        self._glow: list[Plane] | None = None

    def lay(self, impression: Impression, window: Window, strength: float = 1.0) -> None:
        """Lay what a process left in a window of the stack."""
        left, top, width, height = cv2.boundingRect(impression.coverage)
        if width == 0 or strength == 0:
            return
        inner = np.s_[top : top + height, left : left + width]
        coverage, ink = impression.coverage[inner], impression.ink
        rows, columns = window.slices_in(self.window)
        place = (
            slice(rows.start + top, rows.start + top + height),
            slice(columns.start + left, columns.start + left + width),
        )
        shares: Plane = _SHARES * np.float32(strength)
        if len(ink.colours) == 1:
            absorbed = [1 - value for value in ink.colours[0]]
        else:
            absorbed = []
            cover = _looked_up(coverage, shares)
            run = run_of(ink, window, inner)
            for channel in range(3):
                _multiply(self._light[channel][place], 1 - cover * (1 - run[..., channel]))
        for plane, share in zip(
            self._light[3 - len(absorbed) :], (*absorbed, ink.infrared, ink.quenching), strict=True
        ):
            if share:
                _multiply(plane[place], _looked_up(coverage, 1 - shares * np.float32(share)))
        self._lay_glow(coverage, ink, shares, place)

    def _lay_glow(self, coverage: Coverage, ink: Ink, shares: Plane, place: tuple[slice, slice]) -> None:
        if self._glow is not None and ink.quenching:
            dimmed = _looked_up(coverage, 1 - shares * np.float32(ink.quenching))
            for plane in self._glow:
                _multiply(plane[place], dimmed)
        if any(ink.glow):
            if self._glow is None:
                self._glow = [np.zeros(self.window.shape, np.float32) for _ in range(3)]
            cover = _looked_up(coverage, shares)
            for plane, value in zip(self._glow, ink.glow, strict=True):
                plane[place] += cover * np.float32(value)

    def developed(self, window: Window) -> Film:
        """Return the film of a window of the stack, reduced to `SHEET_DPI` by averaging light."""
        part = window.slices_in(self.window)
        small = window.at(SHEET_DPI)
        reduced = [_reduced(plane[part], small) for plane in self._light]
        return Film(
            small,
            _sixteen(cv2.merge(reduced[:3]), _UNIT),
            _sixteen(reduced[3], _UNIT),
            _sixteen(reduced[4], _UNIT),
            None
            if self._glow is None
            else _sixteen(cv2.merge([_reduced(plane[part], small) for plane in self._glow]), _GLOW_UNIT),
        )


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

    def print_on(self, stack: Stack, grain: Grain) -> None:
        """Print on a stack."""
        box = bounds(self.drawing)
        if box is None:
            return
        window = stack.window.around(box, REACH_MM)
        coverage = self.coverage(window)
        if coverage.any():
            lay(stack, self.process.impress(coverage, self.ink, window, grain), window, self.strength)


def lay(stack: Stack, impressions: Iterable[Impression], window: Window, strength: float = 1.0) -> None:
    """Lay what a process leaves in a window, in its order."""
    for impression in impressions:
        stack.lay(impression, window, strength)


def printed_film(passes: Sequence[Pass], window: Window, grain: Grain) -> Film:
    """Return the film of passes printed one over the other in a window at `PRINT_DPI`, band by band."""
    small = window.at(SHEET_DPI)
    visible = np.empty((*small.shape, 3), np.uint16)
    infrared, kept = np.empty(small.shape, np.uint16), np.empty(small.shape, np.uint16)
    glow: NDArray[np.uint16] | None = None
    for top in range(0, window.rows, BAND_ROWS):
        band = replace(window, row=window.row + top, rows=min(BAND_ROWS, window.rows - top))
        film = _band(passes, band, grain)
        rows = film.window.slices_in(small)[0]
        visible[rows], infrared[rows], kept[rows] = film.visible, film.infrared, film.kept
        if film.glow is not None:
            glow = np.zeros((*small.shape, 3), np.uint16) if glow is None else glow
            glow[rows] = film.glow
    return Film(small, visible, infrared, kept, glow)


def _band(passes: Sequence[Pass], band: Window, grain: Grain) -> Film:
    """Return the film of a band; it is printed with a margin all round, for ink spreads over its edges."""
    margin = round(REACH_MM * band.per_mm / 2) * 2
    stack = Stack(
        replace(
            band,
            row=band.row - margin,
            rows=band.rows + 2 * margin,
            column=band.column - margin,
            columns=band.columns + 2 * margin,
        )
    )
    for one in passes:
        one.print_on(stack, grain)
    return stack.developed(band)


def _looked_up(coverage: Coverage, table: Plane) -> Plane:
    return np.asarray(cv2.LUT(coverage, table), np.float32)


def _multiply(plane: Plane, factor: Plane) -> None:
    np.multiply(plane, factor, out=plane)


def _reduced(plane: Plane, window: Window) -> Plane:
    size = (window.columns, window.rows)
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), np.float32)


def _light(plane: NDArray[np.uint16], unit: float) -> Plane:
    return np.asarray(cv2.addWeighted(plane, unit, plane, 0.0, 0.0, dtype=cv2.CV_32F), np.float32)


def _sixteen(plane: NDArray[Any], unit: float) -> NDArray[np.uint16]:
    # OpenCV rounds, and cuts off at both ends.
    return np.asarray(cv2.addWeighted(plane, 1 / unit, plane, 0.0, 0.0, dtype=cv2.CV_16U), np.uint16)
