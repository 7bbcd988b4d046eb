"""Parts of a picture: where they lie, what they show, and that nothing reaches outside."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.foundation.geometry import Quad
from docdesk.imaging.crops import (
    LONGEST,
    box_round,
    crop,
    fitted,
    flattening,
    grown,
    is_convex,
    projected,
    straightened,
)

UPRIGHT: Quad = ((20, 10), (60, 10), (60, 30), (20, 30))
NUMBERS = st.floats(-500, 500)


def ramp() -> np.ndarray:
    y, x = np.mgrid[0:80, 0:120]
    return (x + y).astype(np.uint8)


def test_a_crop_holds_the_polygon_and_its_margin() -> None:
    assert np.array_equal(crop(ramp(), UPRIGHT, 5), ramp()[5:35, 15:65])


def test_a_crop_is_a_copy() -> None:
    picture = ramp()
    crop(picture, UPRIGHT, 0)[:] = 0
    assert np.array_equal(picture, ramp())


def test_a_crop_of_16_bit_colour_keeps_its_depth_and_channels() -> None:
    picture = np.full((50, 70, 3), 40_000, np.uint16)
    part = crop(picture, UPRIGHT, 2)
    assert (part.shape, part.dtype) == ((24, 44, 3), np.uint16)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=6), st.floats(0, 300))
def test_any_place_gives_a_part_of_the_picture(points: list[tuple[float, float]], margin: float) -> None:
    left, top, right, bottom = box_round((120, 80), tuple(points), margin)
    assert 0 <= left < right <= 120
    assert 0 <= top < bottom <= 80


def test_what_is_smaller_than_the_room_is_not_enlarged() -> None:
    assert fitted(ramp(), 500, 500).shape == (80, 120)
    assert fitted(ramp(), 60, 500).shape == (40, 60)
    assert fitted(ramp(), 500, 20).shape == (20, 30)


def test_an_upright_strip_is_the_picture_itself() -> None:
    assert np.array_equal(straightened(ramp(), UPRIGHT, 20), ramp()[10:30, 20:60])


def test_a_strip_lies_straight_whichever_way_the_quad_is_turned() -> None:
    turned: Quad = ((60, 30), (20, 30), (20, 10), (60, 10))
    assert np.array_equal(straightened(ramp(), turned, 20), ramp()[10:30, 20:60][::-1, ::-1])


def test_a_strip_undoes_perspective() -> None:
    quad: Quad = ((20, 20), (100, 10), (100, 70), (20, 50))
    picture = np.zeros((80, 120, 3), np.uint8)
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float64)
    y, x = np.mgrid[0:80, 0:120]
    flat = projected(np.stack([x + 0.5, y + 0.5], axis=-1), flattening(quad))
    picture[..., 1] = np.where(flat[..., 0] < 0.5, 0, 200)
    strip = straightened(picture, quad, 40)
    half = strip.shape[1] // 2
    assert strip.shape[2] == 3
    assert strip[:, : half - 2, 1].max() < 40
    assert strip[:, half + 2 :, 1].min() > 160
    assert projected(np.array(quad, np.float64), flattening(quad)) == pytest.approx(corners, abs=1e-5)


def test_a_strip_of_16_bits_is_shown_in_8() -> None:
    picture = (ramp().astype(np.uint16) * 10).astype(np.uint16)
    strip = straightened(picture, UPRIGHT, 20)
    assert strip.dtype == np.uint8
    assert strip[0, 0] < strip[-1, -1]


def test_a_strip_is_never_endless() -> None:
    thin: Quad = ((0, 0), (119, 0), (119, 1), (0, 1))
    assert straightened(ramp(), thin, 200).shape == (200, LONGEST)


def test_a_grown_quad_keeps_its_middle_and_adds_shares_of_its_sides() -> None:
    assert np.array(grown(UPRIGHT, 0.25, 0.5)) == pytest.approx(
        np.array([(10, 0), (70, 0), (70, 40), (10, 40)]), abs=1e-3
    )


@pytest.mark.parametrize(
    ("quad", "convex"),
    [
        (UPRIGHT, True),
        (((0, 0), (10, 0), (20, 0), (30, 0)), False),
        (((5, 5), (5, 5), (5, 5), (5, 5)), False),
        (((0, 0), (10, 10), (10, 0), (0, 10)), False),
        (((20, 30), (60, 30), (60, 10), (20, 10)), False),
    ],
    ids=["upright", "a line", "a point", "crossed", "mirrored"],
)
def test_only_a_clockwise_quad_with_an_area_can_lie_flat(quad: Quad, convex: bool) -> None:
    assert is_convex(quad) is convex
