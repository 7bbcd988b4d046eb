"""Separation: how much of each colourant makes a wanted colour, by the way inks multiply on the sheet."""

import numpy as np
from numpy.typing import NDArray

from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import Plane
from docdesk.synthesis.rasterising import Coverage, Window
from docdesk.synthesis.sheet import Sheet

_LUMINANCE = np.array((0.2126, 0.7152, 0.0722), np.float32)
"""Weights of linear red, green and blue (IEC 61966-2-1, from ITU-R BT.709)."""


def luminance(colours: Plane) -> NDArray[np.float32]:
    """Return the luminance of linear colours; the last axis holds red, green, blue."""
    return np.asarray(colours @ _LUMINANCE, np.float32)


def wanted(coverage: Coverage, ink: Ink, window: Window) -> Plane:
    """Return the picture that artwork in an ink makes on white, rows x columns x 3, linear."""
    white = Sheet(
        window,
        np.ones((*window.shape, 3), np.float32),
        np.ones(window.shape, np.float32),
        np.zeros((1, 1, 3), np.float32),
    )
    white.lay(coverage, Ink(ink.colours, infrared=0.0, run_degrees=ink.run_degrees))
    return white.visible
