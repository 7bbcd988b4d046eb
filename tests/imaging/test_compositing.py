"""Two pictures in one: every mode puts there what it says."""

import numpy as np
import pytest

from docdesk.imaging.compositing import (
    both,
    colours,
    difference,
    lightness_apart,
    overlay,
    telling_gain,
    wipe,
)

DARK = np.full((20, 30, 3), 40, np.uint8)
LIGHT = np.full((20, 30, 3), 200, np.uint8)


@pytest.mark.parametrize(("opacity", "value"), [(0.0, 40), (0.25, 80), (0.5, 120), (1.0, 200)])
def test_an_overlay_mixes_by_its_opacity(opacity: float, value: int) -> None:
    assert (overlay(DARK, LIGHT, opacity) == value).all()


def test_where_the_second_picture_does_not_reach_the_first_is_seen_alone() -> None:
    mask = np.zeros((20, 30), np.uint8)
    mask[:, 10:] = 255
    mixed = overlay(DARK, LIGHT, 0.5, mask)
    assert (mixed[:, :10] == 40).all()
    assert (mixed[:, 10:] == 120).all()


def test_a_wipe_shows_one_up_to_the_line_and_the_other_beyond() -> None:
    beside = wipe(DARK, LIGHT, 0.5)
    assert (beside[:, :15] == 40).all()
    assert (beside[:, 15:] == 200).all()
    below = wipe(DARK, LIGHT, 0.25, below=True)
    assert (below[:5] == 40).all()
    assert (below[5:] == 200).all()
    assert (DARK == 40).all(), "what was handed in is left alone"


@pytest.mark.parametrize(("gain", "index"), [(1, 160), (2, 255)])
def test_a_difference_is_coloured_by_gain_times_how_far_the_pictures_are_apart(gain: int, index: int) -> None:
    assert (difference(DARK, LIGHT, gain) == colours()[index]).all()
    assert (difference(LIGHT, DARK, gain) == colours()[index]).all()


def test_what_is_alike_has_the_first_colour() -> None:
    assert (difference(LIGHT, LIGHT, 32) == colours()[0]).all()


def test_the_colours_rise_in_lightness_so_that_none_needs_colour_to_be_told_apart() -> None:
    lightness = colours().astype(float) @ [0.299, 0.587, 0.114]
    assert (np.diff(lightness) > -0.5).all()
    assert lightness[-1] - lightness[0] > 200


def test_colour_alone_is_compared_by_its_lightness() -> None:
    red, grey = np.zeros((2, 2, 3), np.uint8), np.full((2, 2, 3), 76, np.uint8)
    red[..., 0] = 255
    assert lightness_apart(red, grey).max() <= 1


@pytest.mark.parametrize(("apart", "gain"), [(0, 32), (7, 32), (9, 16), (60, 4), (200, 1)])
def test_the_gain_is_the_largest_at_which_nothing_is_cut_off(apart: int, gain: int) -> None:
    assert telling_gain(DARK, DARK + np.uint8(apart)) == gain


def test_a_few_specks_do_not_decide_the_gain() -> None:
    specked = DARK.copy()
    specked[0, 0] = 255
    assert telling_gain(DARK, specked) == 32


def test_only_where_both_are_is_compared() -> None:
    mask = np.zeros((20, 30), np.uint8)
    assert telling_gain(DARK, LIGHT, mask) == 1
    mask[5, 5] = 255
    other = np.full((20, 30), 255, np.uint8)
    assert (both(mask, other) == mask).all()
    assert both(None, mask) is mask
    assert both(mask, None) is mask
