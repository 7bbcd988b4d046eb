"""Charges of living things: bird, fish."""

from collections.abc import Iterator

import numpy as np

from docdesk.synthesis.artwork.charges.shapes import blade, bow, disc, spine
from docdesk.synthesis.artwork.curves import smooth
from docdesk.synthesis.artwork.engraving import Pen, Picture, Piece, ball, flat, graded, shaded
from docdesk.synthesis.drawing import Curve, Point


def bird(pen: Pen) -> Picture:
    """A sea bird in flight, seen from the side, both wings raised."""
    far = _wing(pen, (0.06, 0.12), np.linspace(74, 30, 9), 0.9, 0.55)
    near = _wing(pen, (-0.02, 0.06), np.linspace(152, 84, 12), 1.0, 0.25)
    tail = [
        shaded(pen, [blade((0.30, -0.08), degrees, 0.66, 0.13, 0.7)], flat(0.4), degrees + 20)
        for degrees in (8, -30, -2, -22, -12)
    ]
    body = smooth([
        (-0.98, 0.16), (-0.84, 0.25), (-0.70, 0.28), (-0.56, 0.22), (-0.40, 0.16), (-0.10, 0.12),
        (0.22, 0.04), (0.48, -0.10), (0.22, -0.20), (-0.10, -0.24), (-0.40, -0.16), (-0.60, 0.00),
        (-0.74, 0.12), (-0.98, 0.16),
    ])  # fmt: skip
    eye = disc((-0.72, 0.205), 0.022, number=20)
    trunk = shaded(pen, [body], graded((-0.3, 0.2), (0.0, -0.25), 0.04, 0.75), -10, -0.1, solids=[eye])
    return (*far, *tail, trunk, *near)


def _wing(
    pen: Pen, shoulder: Point, angles: np.ndarray[tuple[int], np.dtype[np.float64]], size: float, tone: float
) -> Iterator[Piece]:
    """Yield long feathers from the tip of the wing inward, and short ones that cover their roots."""
    for row, (length, width) in enumerate(((0.95, 0.17), (0.52, 0.15), (0.28, 0.13))):
        for place, degrees in enumerate(angles):
            reach = size * length * (1 - 0.42 * place / len(angles))
            feather = blade(shoulder, float(degrees), reach, width, 0.68)
            quill = spine(shoulder, float(degrees), 0.94 * reach)
            shade = graded(
                shoulder, (float(quill[-1][0]), float(quill[-1][1])), min(1.0, tone + 0.35), tone - 0.15 * row
            )
            yield shaded(pen, [feather], shade, float(degrees) + 24, extra=[quill])


def fish(pen: Pen) -> Picture:
    """A leaping fish."""
    body = smooth([
        (-0.92, 0.02), (-0.72, 0.20), (-0.40, 0.33), (0.0, 0.32), (0.36, 0.18), (0.62, 0.06), (0.62, -0.06),
        (0.36, -0.18), (0.0, -0.32), (-0.40, -0.32), (-0.72, -0.18), (-0.92, 0.02),
    ])  # fmt: skip
    tail = smooth([
        (0.58, 0.06), (0.78, 0.24), (1.0, 0.40), (0.88, 0.0), (1.0, -0.40), (0.78, -0.24), (0.58, -0.06),
        (0.58, 0.06),
    ])  # fmt: skip
    fin = smooth([(-0.36, 0.30), (-0.16, 0.56), (0.22, 0.48), (0.26, 0.20), (-0.36, 0.30)])
    belly = smooth([(-0.22, -0.30), (-0.02, -0.52), (0.18, -0.42), (0.20, -0.22), (-0.22, -0.30)])
    fins = [
        shaded(pen, [shape], flat(0.45), degrees) for shape, degrees in ((tail, 0), (fin, 62), (belly, -58))
    ]
    eye = disc((-0.70, 0.08), 0.035, number=24)
    shape = shaded(
        pen, [body], ball((-0.1, 0.02), 0.5, 0.04, 0.75), extra=[*_scales(), bow((-0.44, 0), 0.3, 100, 260)],
        solids=[eye],
    )  # fmt: skip
    return (*fins, shape)


def _scales() -> Iterator[Curve]:
    for column, x in enumerate(np.arange(-0.40, 0.6, 0.085)):
        for y in np.arange(-0.35 + (column % 2) * 0.055, 0.36, 0.11):
            yield bow((float(x), float(y)), 0.06, 90, 270)
