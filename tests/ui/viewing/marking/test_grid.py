"""The grid: its lines are a round number apart, far enough in the view, and counted from a corner."""

from math import hypot, log10

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.marking.grid import NEAREST, PIXELS, Unit, grid_lines, spacing

MM = Unit(10.0, 0.0, from_bottom=True)


@given(st.floats(0.001, 10_000))
def test_lines_are_1_2_or_5_apart_and_as_near_as_they_may(view_px_per_unit: float) -> None:
    step = spacing(view_px_per_unit)
    power = 10 ** round(log10(step) // 1)
    assert min(abs(step / power - each) for each in (1, 2, 5, 10)) < 1e-6
    assert step * view_px_per_unit >= NEAREST * (1 - 1e-6)
    assert step * view_px_per_unit <= 2.5 * NEAREST * (1 + 1e-6)


def test_pixels_are_not_divided() -> None:
    assert spacing(64 * 4, least=1) == 1


def upright(lines: tuple) -> dict[str, float]:
    return {each.number: each.ends[0][0] for each in lines if each.upright}


def level(lines: tuple) -> dict[str, float]:
    return {each.number: each.ends[0][1] for each in lines if not each.upright}


def test_mm_count_from_the_bottom_left_corner_of_the_picture() -> None:
    frame = Frame((500, 300), (500.0, 300.0), (250, 150), 1.0)
    lines = grid_lines(frame, (500, 300), MM)
    assert upright(lines) == {"0": 0, "10": 100, "20": 200, "30": 300, "40": 400, "50": 500}
    assert level(lines) == {"0": 300, "10": 200, "20": 100, "30": 0}


def test_px_count_from_the_top_left_corner_as_the_cursor_does() -> None:
    frame = Frame((500, 300), (500.0, 300.0), (250, 150), 1.0)
    lines = grid_lines(frame, (500, 300), PIXELS)
    assert level(lines) == {"0": 0, "100": 100, "200": 200, "300": 300}


def test_the_numbered_end_is_the_lower_or_left_one_that_is_in_sight() -> None:
    frame = Frame((500, 300), (100.0, 100.0), (250, 150), 1.0)
    lines = grid_lines(frame, (500, 300), MM)
    assert lines
    for each in lines:
        start = each.ends[0]
        assert start[1] == pytest.approx(100) if each.upright else start[0] == pytest.approx(0)


def test_numbers_have_the_digits_that_their_distance_needs() -> None:
    frame = Frame((500, 300), (500.0, 300.0), (250, 150), 64.0)
    numbers = [each.number for each in grid_lines(frame, (500, 300), MM) if each.upright]
    assert len(numbers) > 2
    assert len(set(numbers)) == len(numbers)
    assert all("." in number for number in numbers)


@given(
    st.floats(-180, 180),
    st.floats(0.05, 64),
    st.floats(0, 500),
    st.floats(0, 300),
    st.floats(0.5, 50),
)
def test_lines_stay_in_the_view_and_are_few_however_it_is_turned(
    angle: float, zoom: float, x: float, y: float, per_unit: float
) -> None:
    view = (400.0, 300.0)
    lines = grid_lines(
        Frame((500, 300), view, (x, y), zoom, angle), (500, 300), Unit(per_unit, 0.0, from_bottom=True)
    )
    for each in lines:
        for end in each.ends:
            assert -1e-6 <= end[0] <= view[0] + 1e-6
            assert -1e-6 <= end[1] <= view[1] + 1e-6
    assert len(lines) <= 4 * hypot(*view) / NEAREST
