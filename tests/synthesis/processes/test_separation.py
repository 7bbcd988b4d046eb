import numpy as np
import pytest

from docdesk.synthesis.materials.inks import Colour, Ink
from docdesk.synthesis.processes.dye_sublimation import RIBBON
from docdesk.synthesis.processes.inkjet import DYES
from docdesk.synthesis.processes.separation import (
    Colourants,
    amounts_of,
    separate,
    wanted,
)
from docdesk.synthesis.processes.toner import TONERS
from docdesk.synthesis.rasterising import Window

SMALL = Window((10, 10), 1200, 0, 0, 64, 64)


def made_of(amounts: tuple[float, ...], colourants: Colourants) -> Colour:
    """Return the mean colour on white where each colourant covers its share, 0 to 1, of the sheet."""
    passed = np.ones(3)
    for amount, ink in zip(amounts, colourants.inks, strict=True):
        passed *= 1 - amount * (1 - np.array(ink.colours[0]))
    red, green, blue = passed.tolist()
    return red, green, blue


@pytest.mark.parametrize("colourants", [DYES, TONERS, RIBBON])
@pytest.mark.parametrize(
    "colour", [(0.6, 0.35, 0.28), (0.30, 0.45, 0.40), (0.8, 0.75, 0.55), (0.5, 0.5, 0.40)]
)
def test_amounts_of_a_colour_make_that_colour(
    colourants: Colourants, colour: tuple[float, float, float]
) -> None:
    made = made_of(amounts_of(Ink((colour,), infrared=0), colourants), colourants)
    assert made == pytest.approx(colour, abs=0.01)


@pytest.mark.parametrize("colourants", [DYES, TONERS, RIBBON])
def test_dark_neutral_ink_is_printed_in_full_black_alone(colourants: Colourants) -> None:
    assert amounts_of(Ink(((0.07, 0.07, 0.08),), infrared=0.9), colourants) == (0, 0, 0, 1)


def test_a_pale_neutral_ink_is_a_tint_of_black() -> None:
    cyan, magenta, yellow, black = amounts_of(Ink(((0.6, 0.6, 0.6),), infrared=0.9), TONERS)
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert black == pytest.approx(0.41, abs=0.01)


def test_a_picture_is_separated_into_the_amounts_of_its_colour() -> None:
    picture = np.full((64, 64, 3), (0.6, 0.35, 0.28), np.float32)
    planes = separate(picture, SMALL, DYES)
    amounts = [plane.mean() / 255 for plane in planes]
    assert planes[0].shape == (32, 32)
    assert made_of(tuple(amounts), DYES) == pytest.approx((0.6, 0.35, 0.28), abs=0.01)


def test_pictures_on_card_take_no_black() -> None:
    assert not separate(np.full((64, 64, 3), 0.05, np.float32), SMALL, RIBBON)[3].any()


def test_black_sets_in_late_with_dyes_and_early_with_toner() -> None:
    grey = np.full((64, 64, 3), 0.5, np.float32)
    assert separate(grey, SMALL, DYES)[3].mean() < 25 < separate(grey, SMALL, TONERS)[3].mean()


def test_the_wanted_picture_of_an_ink_is_white_where_none_lies() -> None:
    coverage = np.zeros((64, 64), np.uint8)
    coverage[:, 32:] = 255
    picture = wanted(coverage, Ink(((0.2, 0.4, 0.6),), infrared=0.5), SMALL)
    assert picture[0, 0].tolist() == [1, 1, 1]
    assert picture[0, 63].tolist() == pytest.approx([0.2, 0.4, 0.6], abs=1e-6)
