"""Engraved pictures: pieces in front hide those behind, tones swell the lines, charges fit their unit."""

import numpy as np
import pytest

from docdesk.synthesis.artwork.charges.catalogue import CHARGES, ChargeName
from docdesk.synthesis.artwork.charges.shapes import bar, disc
from docdesk.synthesis.artwork.engraving import Pen, composed, flat, graded, placed, shaded, silhouette
from docdesk.synthesis.drawing import bounds, curves_of
from docdesk.synthesis.rasterising import Window, rasterise

PEN = Pen(line=0.01, fine=0.02)
WINDOW = Window((2.0, 2.0), 2540, 0, 0, 200, 200)


def test_piece_in_front_hides_what_lies_behind() -> None:
    behind = shaded(PEN, [bar(0.2, 0.2, 1.6, 1.6)], flat(0.8))
    front = shaded(PEN, [disc((1.0, 1.0), 0.4)], None)
    mask = rasterise(composed((behind, front), "engraved"), WINDOW)
    assert mask[80:120, 80:120].max() == 0
    assert mask[30:50, 30:170].mean() > 100


def test_darker_tone_lays_more_ink() -> None:
    piece = shaded(Pen(0.01, 0.1), [bar(0.2, 0.2, 1.6, 1.6)], graded((0.2, 1), (1.8, 1), 0.1, 0.9), 90)
    mask = rasterise(composed((piece,), "engraved"), WINDOW)[60:140]
    assert mask[:, 130:170].mean() > 2 * mask[:, 30:70].mean() > 0


def test_outline_style_has_no_tone_and_solid_style_is_filled() -> None:
    for style, expected in (("outline", 0), ("solid", 255)):
        piece = shaded(Pen(0.01, 0.02, style), [bar(0.2, 0.2, 1.6, 1.6)], flat(0.5))
        mask = rasterise(composed((piece,), style), WINDOW)
        assert mask[60:140, 60:140].mean() == expected


def test_placed_picture_is_smaller_turned_and_mirrored() -> None:
    corner = shaded(PEN, [bar(0.5, 0.0, 0.5, 0.2)], None)
    box = bounds(composed(placed((corner,), 0.5, (3.0, 1.0), 90, mirrored=True), "outline"))
    assert box is not None
    assert box == pytest.approx((2.9, 0.5, 0.1, 0.25), abs=0.02)


@pytest.mark.parametrize("name", CHARGES)
def test_charge_fits_its_unit_and_covers_something(name: ChargeName) -> None:
    picture = CHARGES[name](PEN)
    drawing = composed(picture, "engraved")
    points = np.vstack([curve for mark in drawing for curve in curves_of(mark)])
    assert np.abs(points).max() < 1.2
    across = np.linspace(-1, 1, 60)
    grid = np.column_stack([axis.ravel() for axis in np.meshgrid(across, across)])
    assert silhouette(picture)(grid).mean() > 0.03
