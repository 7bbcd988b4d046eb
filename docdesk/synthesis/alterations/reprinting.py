"""A face scanned and printed anew: what a scanner keeps of it, and what office machines make of that."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

import cv2
import numpy as np

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.materials.light import Plane, decoded, encoded
from docdesk.synthesis.materials.substrates import Substrate
from docdesk.synthesis.printing.film import Stack
from docdesk.synthesis.processes.process import REACH_MM, Impression
from docdesk.synthesis.rasterising import PRINT_DPI, SHEET_DPI, Window
from docdesk.synthesis.sheet import Sheet
from docdesk.synthesis.surface import bare

Printer = Callable[[Plane, Window, Grain], Iterator[Impression]]
"""Prints a picture (rows x columns x 3 at `SHEET_DPI`) in a window at `PRINT_DPI`."""

_BAND_ROWS: Final = 512
"""Rows of 1200 dpi printed at a time: 11 mm, some 20 MB of planes."""

_SCANS: Final = (300, 400, 600)
"""Resolutions that people scan at."""


def scanned(visible: Plane, white: tuple[float, float, float], rng: np.random.Generator) -> Plane:
    """Return what a scanner makes of a sheet, with levels set so that one shade comes out white.

    Args:
        visible: rows x columns x 3 at `SHEET_DPI`, linear.
        white: reflectance that is to come out white, more or less.
        rng: draws resolution, levels, cast, noise and sharpness.

    Returns:
        The picture to be printed, of the same shape: 1 is bare paper.
    """
    rows, columns = visible.shape[:2]
    share = _SCANS[int(rng.integers(len(_SCANS)))] / SHEET_DPI
    size = round(columns * share), round(rows * share)
    picture = cv2.resize(visible, size, interpolation=cv2.INTER_AREA) if share < 1 else visible.copy()
    picture = cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.55, 0.85)))
    level = float(rng.uniform(0.97, 1.03))
    cast = 1 + 0.012 * rng.standard_normal(3)
    picture *= (cast / (np.array(white) * level)).astype(np.float32)
    codes = encoded(np.asarray(picture, np.float32)).astype(np.int16)
    codes += _noise(codes.shape, float(rng.uniform(0.8, 1.8)), rng)
    clean = decoded(np.clip(codes, 0, 255).astype(np.uint8))
    return clean if share == 1 else np.asarray(cv2.resize(clean, (columns, rows)), np.float32)


def reprinted(picture: Plane, window: Window, paper: Substrate, print_: Printer, grain: Grain) -> Sheet:
    """Return a sheet of paper with a picture printed on it.

    Inks are reduced to the sheet's resolution one by one. Colours on and beside each other within a pixel of
    0.04 mm are then not told apart; screens of machines are laid so that this averages out.

    Args:
        picture: rows x columns x 3 at `SHEET_DPI`, linear reflectance wanted on white.
        window: of the whole face at `SHEET_DPI`.
        paper: what is printed on.
        print_: the machine.
        grain: of this sheet.
    """
    sheet = bare(paper, window, grain)
    scale = PRINT_DPI // SHEET_DPI
    step, margin = _BAND_ROWS // scale, round(REACH_MM * window.per_mm) + 1
    for top in range(0, window.rows, step):
        low, high = max(0, top - margin), min(window.rows, top + step + margin)
        wide = replace(window, row=low, rows=high - low)
        band = replace(window, row=top, rows=min(step, window.rows - top))
        stack = Stack(wide)
        for impression in print_(picture[low:high], wide.at(PRINT_DPI), grain):
            size = (wide.columns, wide.rows)
            reduced = cv2.resize(impression.coverage, size, interpolation=cv2.INTER_AREA)
            stack.lay(replace(impression, coverage=np.asarray(reduced, np.uint8)), wide)
        stack.developed(band).lay_on(sheet)
    return sheet


def _noise(shape: tuple[int, ...], deviation: float, rng: np.random.Generator) -> np.ndarray:
    """Return noise in steps of eight bits; a tile of it laid at random places, for speed."""
    side = 1024
    tile = np.round(deviation * rng.standard_normal((side, side, 3), np.float32)).astype(np.int16)
    rows, columns = (rng.integers(side) + np.arange(length) for length in shape[:2])
    return np.asarray(tile[(rows % side)[:, None], (columns % side)[None]], np.int16)
