"""Security fibres strewn over a sheet: no two sheets are alike."""

import numpy as np

from docdesk.synthesis.chance import dice
from docdesk.synthesis.drawing import Curve, Drawing, Stroke

_WIDTH_MM = 0.06
"""Of a fibre: about 20 denier of dyed nylon, swollen a little by ink of its own."""

_LENGTH_MM = (2.2, 4.6)
"""Shortest and longest; papermakers offer 3 to 6 mm, and bent ones look shorter."""

_KINDS = ("visible_red", "visible_blue", "invisible")


def fibres(size: tuple[float, float], density_per_cm2: float, seed: int) -> tuple[Drawing, Drawing, Drawing]:
    """Return bent, crossing fibres: visible red, visible blue, and those that only UV light shows.

    Args:
        size: width and height of the sheet, mm; fibres lie across its edges too.
        density_per_cm2: all three kinds together.
        seed: of the sheet.
    """
    width, height = size
    number = density_per_cm2 * width * height / 100 / len(_KINDS)
    red, blue, hidden = (tuple(_strewn(size, dice(seed, "fibres", kind), number)) for kind in _KINDS)
    return red, blue, hidden


def _strewn(size: tuple[float, float], chosen: np.random.Generator, number: float) -> list[Stroke]:
    count = int(chosen.poisson(number))
    centres = chosen.uniform((0, 0), size, (count, 2))
    return [Stroke(_fibre(chosen) + centre, _WIDTH_MM) for centre in centres]


def _fibre(chosen: np.random.Generator) -> Curve:
    """Return a fibre about the origin: its direction wanders as it lay down in the pulp."""
    length = chosen.uniform(*_LENGTH_MM)
    along = np.linspace(-0.5, 0.5, 40)
    bend = chosen.normal(0, 1.1)
    hook, wave, phase = chosen.normal(0, 2.5), chosen.normal(0, 0.22), chosen.uniform(0, 6.3)
    heading = chosen.uniform(0, 2 * np.pi) + bend * along + hook * along**3 + wave * np.sin(9 * along + phase)
    step = length / (along.size - 1)
    curve = np.cumsum(np.column_stack((np.cos(heading), np.sin(heading))) * step, axis=0)
    return np.asarray(curve - curve.mean(axis=0))
