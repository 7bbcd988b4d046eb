"""Separation: how much of each colourant makes a wanted colour, by the way inks multiply on the sheet.

A share of a sheet covered by an ink passes 1 - share * (1 - colour) of the light, and colourants laid
independently of one another multiply (Demichel's and Neugebauer's model; dots here spread no light in paper).
"""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane, luminance
from docdesk.synthesis.processes.screens import Bytes, blue_noise, halved
from docdesk.synthesis.rasterising import Coverage, Window
from docdesk.synthesis.sheet import Sheet
from docdesk.synthesis.tiling import tiled

_STEPS = 64
"""Values of each channel in the table of separations, even in the square root of light; between them it is
dithered, so no step is seen."""

_ROUNDS = 24
"""Rounds of solving for three colourants in turn: twelve come within 0.001."""

_NEUTRAL = 0.06
"""Inks whose channels differ by less are printed in black alone, as printers do with text."""

_SOLID = 0.85
"""Neutral inks at least so dark are printed in full black: a machine that is told "black" screens nothing."""


@dataclass(frozen=True, slots=True)
class Colourants:
    """What a machine prints colours with.

    Attributes:
        cyan, magenta, yellow, black: inks at full coverage.
        black_rise: how late black sets in as colours get darker: 1 at once, 3 in the shadows only;
            0 for a machine that prints pictures without black.
    """

    cyan: Ink
    magenta: Ink
    yellow: Ink
    black: Ink
    black_rise: float

    @property
    def inks(self) -> tuple[Ink, Ink, Ink, Ink]:
        """In the order of printing."""
        return self.cyan, self.magenta, self.yellow, self.black


def amounts_of(ink: Ink, colourants: Colourants) -> tuple[float, ...]:
    """Return how much of each colourant, 0 to 1, stands for an ink of one colour."""
    colour = np.array(ink.colours[0], np.float32)
    if np.ptp(colour) < _NEUTRAL:
        black = float(luminance(np.array(colourants.black.colours[0], np.float32)))
        share = (1 - float(luminance(colour))) / (1 - black)
        return 0.0, 0.0, 0.0, 1.0 if share > _SOLID else share
    return tuple(float(a) for a in _solved(colour[None], colourants)[0])


def separate(picture: Plane, window: Window, colourants: Colourants) -> list[Bytes]:
    """Return how much of each colourant a picture takes, 0 to 255, at `SHEET_DPI`: half the window's rows.

    No machine of these resolves more of a picture; text and line work go by `amounts_of`.
    """
    small = halved(window)
    reduced = cv2.resize(picture, (small.columns, small.rows), interpolation=cv2.INTER_AREA)
    root = cv2.sqrt(np.clip(reduced, 0, 1, dtype=np.float32))
    dither = blue_noise().astype(np.float32) / np.float32(256)
    codes = [
        (root[..., channel] * np.float32(_STEPS - 1) + tiled(dither, small, (0, 37 * channel))).astype(
            np.uint32
        )
        for channel in range(3)
    ]
    places = (codes[0] * _STEPS + codes[1]) * _STEPS + codes[2]
    found = _table(colourants)[places].view(np.uint8).reshape(*small.shape, 4)
    return [np.asarray(plane, np.uint8) for plane in cv2.split(found)]


def in_one_ink(picture: Plane, ink: Ink) -> Bytes:
    """Return how much of one ink, 0 to 255, makes a picture's luminance; what is darker gets all there is."""
    least = float(luminance(np.array(ink.colours[0], np.float32)))
    share = np.clip((1 - luminance(picture)) / (1 - least), 0, 1) * np.float32(255)
    return np.asarray(share, np.uint8)


def wanted(coverage: Coverage, ink: Ink, window: Window) -> Plane:
    """Return the picture that artwork in an ink makes on white, rows x columns x 3, linear."""
    white = Sheet(
        window,
        np.ones((*window.shape, 3), np.float32),
        np.ones(window.shape, np.float32),
        np.zeros((*window.shape, 3), np.float32),
    )
    white.lay(coverage, Ink(ink.colours, infrared=0.0, run_degrees=ink.run_degrees))
    return white.visible


@lru_cache(maxsize=8)
def _table(colourants: Colourants) -> NDArray[np.uint32]:
    """Return the amounts for every code of red, green, blue, four bytes in one number."""
    light = np.square(np.linspace(0, 1, _STEPS, dtype=np.float32))
    colours = (
        np.stack(np.meshgrid(light, light, light, indexing="ij"), axis=-1).reshape(-1, 3).astype(np.float32)
    )
    amounts = np.round(_solved(colours, colourants) * 255).astype(np.uint8)
    return np.ascontiguousarray(amounts).view(np.uint32).reshape(-1)


def _solved(colours: Plane, colourants: Colourants) -> Plane:
    """Return the amounts, n x 4, for colours, n x 3; colours out of reach come as near as they can."""
    inks = np.array([ink.colours[0] for ink in colourants.inks], np.float32)
    amounts = np.zeros((len(colours), 4), np.float32)
    _balance(amounts, colours, inks)
    if colourants.black_rise:
        # Black stands for what the three have in common, so it takes no colour out of reach.
        amounts[:, 3] = amounts[:, :3].min(axis=1) ** colourants.black_rise
        _balance(amounts, colours, inks)
    return amounts


def _balance(amounts: Plane, colours: Plane, inks: Plane) -> None:
    """Set cyan, magenta and yellow in turn to what the others leave to them, till all agree."""
    for _ in range(_ROUNDS):
        for one in range(3):
            rest = np.ones(len(colours), np.float32)
            for other in range(4):
                if other != one:
                    rest *= 1 - amounts[:, other] * (1 - inks[other, one])
            amounts[:, one] = np.clip((1 - colours[:, one] / rest) / (1 - inks[one, one]), 0, 1)
