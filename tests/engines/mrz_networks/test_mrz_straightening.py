"""Strips, and the way from them back to the frame."""

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.curves import Curve
from docdesk.engines.mrz_networks.straightening import MARGIN, MIDDLE, PITCH, ROWS, Strip, straightened
from tests.engines.mrz_networks.known_maps import curled, straight

Grey = NDArray[np.uint8]
EMPTY = np.zeros((ROWS, 1), np.float32)


def column(character: float) -> float:
    """The strip's column in the middle of a character."""
    return PITCH * (character + 0.5 + MARGIN) - 0.5


def page_with_dots(line: Curve, size: tuple[int, int], radius: float) -> Grey:
    """A white page with a soft black dot in the middle of every character."""
    page = np.full(size, 255, np.uint8)
    for x, y in line.at(np.arange(round(line.length)) + 0.5):
        centre = (round(float(x) * 16), round(float(y) * 16))
        cv2.circle(page, centre, round(radius * 16), (0,), -1, cv2.LINE_AA, 4)
    return page


def dots_in(strip: Strip, count: int) -> NDArray[np.float64]:
    """The middles of the dots in the boxes where characters belong: columns and rows."""
    dark = 255.0 - strip.values.astype(np.float64)
    places = []
    for character in range(count):
        left = round(column(character) - PITCH / 2 + 0.5)
        box = dark[:, left : left + PITCH]
        rows, columns = np.indices(box.shape)
        places.append([(box * columns).sum() / box.sum() + left, (box * rows).sum() / box.sum()])
    return np.array(places)


@given(
    st.floats(0, 360),
    st.floats(5, 120),
    st.floats(-3, 3),
    st.floats(0, 40),
    st.floats(-10, 10),
)
def test_points_of_the_strip_come_back_from_the_frame(
    degrees: float, pitch: float, sag: float, character: float, row: float
) -> None:
    strip = Strip(curled(2000, 1500, degrees, pitch, 44, sag), EMPTY)
    point = np.array([[column(character), MIDDLE + row]])
    assert np.allclose(strip.in_strip(strip.in_frame(point)), point, atol=0.05)


def test_the_middle_of_the_print_lies_between_the_two_middle_rows() -> None:
    page = np.full((101, 900), 255, np.uint8)
    page[48:53] = 0  # a rule whose middle is y = 50
    strip = straightened(page, straight(100, 50, 0, 20, 30))
    assert np.allclose(strip.values, strip.values[::-1], atol=1)
    assert strip.values[15:17].max() < 1


@pytest.mark.parametrize("degrees", [0, 17, 90, 200, 315])
@pytest.mark.parametrize("pitch", [9, 20, 33, 70])
def test_characters_stand_on_the_grid_of_the_strip(degrees: float, pitch: float) -> None:
    way = np.array([np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))])
    x, y = 1300 - way * pitch * 15
    line = curled(float(x), float(y), degrees, pitch, 30, 1.5)
    strip = straightened(page_with_dots(line, (2600, 2600), 0.3 * pitch), line)
    dots = dots_in(strip, 30)
    assert strip.values.shape == (ROWS, (30 + 2 * MARGIN) * PITCH)
    assert np.abs(dots[:, 0] - column(np.arange(30))).max() < 0.3
    assert np.abs(dots[:, 1] - MIDDLE).max() < 0.3


def test_fine_print_of_a_large_scan_is_averaged_not_skipped() -> None:
    page = np.zeros((600, 4800), np.uint8)
    page[:, ::2] = 200  # stripes of one pixel: whoever skips pixels sees them as waves
    strip = straightened(page, straight(300, 300, 0, 90, 44))
    assert strip.values[:, 40:-40].std() < 12
    assert abs(float(strip.values.mean()) - 100) < 5


def test_a_line_at_the_edge_goes_on_with_the_border_of_the_page() -> None:
    page = np.full((100, 700), 80, np.uint8)
    strip = straightened(page, straight(2, 97, 0, 20, 34))
    assert strip.values.shape == (ROWS, 800)
    assert np.allclose(strip.values, 80)


def test_a_line_beside_the_page_is_as_the_nearest_border() -> None:
    page = np.full((100, 700), 80, np.uint8)
    assert np.allclose(straightened(page, straight(10, -500, 0, 20, 30)).values, 80)


def test_corners_of_a_character_are_clockwise_from_the_top_left_as_it_is_read() -> None:
    strip = Strip(straight(100, 50, 180, 10, 30), EMPTY)
    (quad,) = strip.quads(np.array([column(2)]), np.array([2.0]), np.array([20.0]), np.array([18.0]))
    # Read to the left, character 2 lies from x = 80 to 70; below the line is up. 2 rows are one pixel.
    assert np.allclose(quad, [(80, 49 + 4.5), (70, 49 + 4.5), (70, 49 - 4.5), (80, 49 - 4.5)])


@pytest.mark.parametrize("sag", [0, 2.5])
def test_a_refined_line_has_its_characters_on_the_grid(sag: float) -> None:
    true = curled(60, 200, 4, 31, 44, sag)
    page = page_with_dots(true, (800, 1600), 8)
    # Half a character too far left, a little steep, and of too wide a pitch.
    rough = straight(50, 203, 5, 33, 42)
    strip = Strip(rough, EMPTY)
    seen = strip.in_strip(true.at(np.arange(44) + 0.5))
    refined = strip.refined(seen[:, 0], seen[:, 1] - MIDDLE, np.ones(44))
    dots = dots_in(straightened(page, refined), 44)
    assert refined.length == 44
    assert np.abs(dots[:, 0] - column(np.arange(44))).max() < 0.4
    assert np.abs(dots[:, 1] - MIDDLE).max() < 0.4


def test_misplaced_and_unseen_characters_have_no_say_in_the_refined_line() -> None:
    true = straight(60, 200, 4, 31, 44)
    strip = Strip(straight(50, 203, 5, 33, 42), EMPTY)
    seen = strip.in_strip(true.at(np.arange(44) + 0.5))
    weights = np.ones(44)
    seen[7] += [9, 6]
    seen[20:26] += [400, -30]
    weights[20:26] = 0
    refined = strip.refined(seen[:, 0], seen[:, 1] - MIDDLE, weights)
    t = np.linspace(0, 44, 20)
    assert np.abs(refined.at(t) - true.at(t)).max() < 0.5


def test_a_line_without_end_is_cut() -> None:
    strip = straightened(np.zeros((50, 4000), np.uint8), straight(0, 25, 0, 10, 400))
    assert strip.values.shape[1] < 2000
