"""SPECIMEN crosses portrait and data of every face, and leaves the MRZ alone."""

import numpy as np
import pytest

from docdesk.mrz.geometry import GEOMETRY, READING_ZONE_MM
from docdesk.synthesis.artwork.specimen import specimen, specimen_uv
from docdesk.synthesis.drawing import Box, Drawing
from docdesk.synthesis.rasterising import Window, rasterise

MACHINE_READABLE = ("TD1", "TD2", "TD3", "MRVA", "MRVB")


def inked(drawing: Drawing, size: tuple[float, float], box: Box) -> bool:
    window = Window.whole(size, 600)
    part = window.around(box)
    return bool(rasterise(drawing, window)[part.slices_in(window)].any())


def everything(size: tuple[float, float], side: str) -> Drawing:
    return tuple(mark for drawing in specimen(size, side) for mark in drawing) + specimen_uv(size, side)


@pytest.mark.parametrize("form", MACHINE_READABLE)
def test_nothing_lies_where_machines_read(form: str) -> None:
    size = GEOMETRY[form].size
    side = "back" if form == "TD1" else "data"
    left, bottom, width, _ = READING_ZONE_MM
    zone = (left, bottom, min(width, size[0] - 2 * left), GEOMETRY[form].zone_height[0] - bottom)
    assert not inked(everything(size, side), size, zone)


@pytest.mark.parametrize("size", [(125.0, 88.0), (120.0, 80.0), (105.0, 74.0)])
def test_portrait_and_data_are_crossed(size: tuple[float, float]) -> None:
    for drawing in (specimen(size, "data")[0], specimen(size, "data")[1], specimen_uv(size, "data")):
        assert inked(drawing, size, (6.0, 27.0, 32.0, size[1] - 27.0 - 15.0))
        assert inked(drawing, size, (45.0, 27.0, 30.0, size[1] - 27.0 - 15.0))


def test_front_of_a_card_is_crossed_down_to_its_foot() -> None:
    size = GEOMETRY["TD1"].size
    letters = specimen(size, "front")[0]
    assert inked(letters, size, (2.0, 2.0, 20.0, 20.0))
    assert inked(letters, size, (60.0, 30.0, 24.0, 22.0))


@pytest.mark.parametrize("side", ["data", "back", "front"])
def test_drawing_stays_on_the_face(side: str) -> None:
    size = (85.6, 53.98)
    points = np.vstack([
        curve for mark in everything(size, side)
        for curve in ((mark.curve,) if hasattr(mark, "curve") else mark.outlines)
    ])  # fmt: skip
    assert points.min() >= 0
    assert (points <= size).all()
