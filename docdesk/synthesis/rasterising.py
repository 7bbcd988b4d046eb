"""From mm to pixels: a window of a face's pixel grid, and drawings turned into coverage within it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.drawing import Box, Curve, Mark, Stroke, curves_of

Coverage = NDArray[np.uint8]
"""Rows x columns: 0 where no ink lies, 255 where a pixel is fully covered."""

PRINT_DPI = 1200
"""Every process prints at this resolution: a pixel is 0.021 mm, a quarter of a guilloche line."""

SHEET_DPI = 600
"""Printed faces are kept at this one, reduced by averaging 2 x 2: above what any capture here resolves."""

_SUBPIXEL_BITS = 4
"""OpenCV takes the ends of lines in sixteenths of a pixel."""

_OPEN = False
"""A polyline is not closed."""

_FINE_DPI = 4800
"""Marks are drawn at this resolution, where OpenCV's whole pixels are 0.005 mm, and reduced by averaging."""

_MOST_FINER = 4
"""At low resolutions a canvas so much finer is fine enough."""

_CANVAS_PIXELS = 1500
"""What a canvas of its own costs beside its pixels, in pixels of the window (measured: 30 microseconds)."""

_FAR = 1 << 26
"""Beyond this, in sixteenths of a pixel, OpenCV's arithmetic could overflow; no face reaches so far."""


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of the pixel grid of a face.

    Attributes:
        face: width and height of the face in mm.
        dpi: pixels to the inch.
        column, row: of the window's top-left pixel, counted from the face's top-left corner; may be negative.
        columns, rows: size of the window in pixels.
    """

    face: tuple[float, float]
    dpi: int
    column: int
    row: int
    columns: int
    rows: int

    @classmethod
    def whole(cls, face: tuple[float, float], dpi: int) -> "Window":
        """Return the window that holds all of a face; sizes are whole at `SHEET_DPI`, so at its multiples."""
        scale = dpi // SHEET_DPI if dpi % SHEET_DPI == 0 else 1
        base = dpi / scale
        return cls(
            face, dpi, 0, 0, scale * round(face[0] * base / 25.4), scale * round(face[1] * base / 25.4)
        )

    @property
    def per_mm(self) -> float:
        """Pixels to the mm."""
        return self.dpi / 25.4

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.rows, self.columns

    def around(self, box: Box, margin: float = 0.0) -> "Window":
        """Return the part of this window that holds a box and a margin in mm; empty where they do not meet.

        At `PRINT_DPI` its edges fall on the grid of `SHEET_DPI`.
        """
        step = max(1, self.dpi // SHEET_DPI)
        left, bottom, width, height = box
        top = self.face[1] - bottom - height
        first = np.array([left - margin, top - margin]) * self.per_mm / step
        last = np.array([left + width + margin, top + height + margin]) * self.per_mm / step
        low = np.maximum(np.floor(first).astype(int) * step, (self.column, self.row))
        high = np.minimum(
            np.ceil(last).astype(int) * step, (self.column + self.columns, self.row + self.rows)
        )
        size = np.maximum(high - low, 0)
        return replace(self, column=int(low[0]), row=int(low[1]), columns=int(size[0]), rows=int(size[1]))

    def at(self, dpi: int) -> "Window":
        """Return the same rectangle on a grid of another resolution, one a multiple of the other."""
        return Window(
            self.face,
            dpi,
            self.column * dpi // self.dpi,
            self.row * dpi // self.dpi,
            self.columns * dpi // self.dpi,
            self.rows * dpi // self.dpi,
        )

    def to_pixels(self, curve: Curve) -> Curve:
        """Return points given in mm as x, y in pixels of this window; whole numbers are edges of pixels."""
        x = curve[:, 0] * self.per_mm - self.column
        y = (self.face[1] - curve[:, 1]) * self.per_mm - self.row
        return np.column_stack((x, y))

    def millimetres(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return x of each column and y of each row, at the centres of the pixels, in mm."""
        x = (np.arange(self.columns) + self.column + 0.5) / self.per_mm
        y = self.face[1] - (np.arange(self.rows) + self.row + 0.5) / self.per_mm
        return x.astype(np.float32), y.astype(np.float32)

    def slices_in(self, other: "Window") -> tuple[slice, slice]:
        """Return where this window lies within the arrays of another on the same grid that contains it."""
        row, column = self.row - other.row, self.column - other.column
        return slice(row, row + self.rows), slice(column, column + self.columns)


def rasterise(drawing: Iterable[Mark], window: Window) -> Coverage:
    """Return how far each pixel of a window is covered by a drawing; widths are true to `_FINE_DPI`."""
    mask = np.zeros(window.shape, np.uint8)
    if mask.size == 0:
        return mask
    placed = [one for mark in drawing if (one := _placed(mark, window)) is not None]
    # Few small marks are drawn each on a canvas of its own, many or large ones together on one.
    if sum(_canvas_cost(mark) for mark in placed) < mask.size:
        for mark in placed:
            _draw_into(mask, (mark,), mark.box, _finer(window))
    elif placed:
        left, top = (min(mark.box[side] for mark in placed) for side in (0, 1))
        right, bottom = (max(mark.box[side] for mark in placed) for side in (2, 3))
        _draw_into(mask, placed, (left, top, right, bottom), _finer(window))
    return mask


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """A mark in pixels of a window; `box` is its left, top, right, bottom, cut to the window."""

    curves: list[Curve]
    box: tuple[int, int, int, int]
    width: float | None


def _placed(mark: Mark, window: Window) -> _Placed | None:
    width = mark.width * window.per_mm if isinstance(mark, Stroke) else None
    margin = 1 + (width or 0) / 2
    curves = [window.to_pixels(curve) for curve in curves_of(mark)]
    low = np.min([curve.min(axis=0) for curve in curves], axis=0) - margin
    high = np.max([curve.max(axis=0) for curve in curves], axis=0) + margin
    left, top = max(0, math.floor(low[0])), max(0, math.floor(low[1]))
    right, bottom = min(window.columns, math.ceil(high[0])), min(window.rows, math.ceil(high[1]))
    if left >= right or top >= bottom:
        return None
    return _Placed(curves, (left, top, right, bottom), width)


def _canvas_cost(mark: _Placed) -> int:
    left, top, right, bottom = mark.box
    return (right - left) * (bottom - top) + _CANVAS_PIXELS


def _finer(window: Window) -> int:
    return max(1, min(_MOST_FINER, _FINE_DPI // window.dpi))


def _draw_into(mask: Coverage, marks: Iterable[_Placed], box: tuple[int, int, int, int], finer: int) -> None:
    left, top, right, bottom = box
    canvas = np.zeros(((bottom - top) * finer, (right - left) * finer), np.uint8)
    corner = np.array([left, top])
    for mark in marks:
        fixed = [_fixed((curve - corner) * finer) for curve in mark.curves]
        if mark.width is None:
            cv2.fillPoly(canvas, fixed, 255, cv2.LINE_8, _SUBPIXEL_BITS)
        else:
            cv2.polylines(
                canvas, fixed, _OPEN, 255, _thickness(mark.width * finer), cv2.LINE_8, _SUBPIXEL_BITS
            )
    part = mask[top:bottom, left:right]
    size = (right - left, bottom - top)
    np.maximum(part, cv2.resize(canvas, size, interpolation=cv2.INTER_AREA), out=part)


def _thickness(width: float) -> int:
    """Return what to ask OpenCV for, which draws 1 as 1 and every even n as n + 1 pixels wide."""
    return max(1, 2 * round((width - 1) / 2))


def _fixed(curve: Curve) -> NDArray[np.int32]:
    # OpenCV's whole numbers are centres of pixels, ours are their edges.
    return np.clip(np.round((curve - 0.5) * (1 << _SUBPIXEL_BITS)), -_FAR, _FAR).astype(np.int32)
