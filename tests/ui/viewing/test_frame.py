"""The one mapping between picture and view."""

from dataclasses import replace
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.imaging.aligning import Affine, applied, area_factor, composed, scaled
from docdesk.ui.viewing.frame import MOST_ZOOM, Frame

points = st.tuples(st.floats(-2000, 4000), st.floats(-2000, 4000))
in_view = st.tuples(st.floats(0, 700), st.floats(0, 500))
frames = st.builds(
    lambda centre, zoom, angle, xy, xx: Frame(
        (1500, 1000), (700.0, 500.0), centre, zoom, angle, (xx, xy, (1 + xy * xy) / xx)
    ),
    st.tuples(st.floats(0, 1500), st.floats(0, 1000)),
    st.floats(0.24, 60),
    st.floats(-180, 180),
    st.floats(-0.2, 0.2),
    st.floats(0.8, 1.25),
)
upright = st.builds(
    lambda centre, zoom: Frame((1500, 1000), (700.0, 500.0), centre, zoom),
    st.tuples(st.floats(0, 1500), st.floats(0, 1000)),
    st.floats(0.24, 60),
)


def near(one: tuple[float, ...], other: tuple[float, ...], within: float = 1e-6) -> bool:
    return all(isclose(a, b, rel_tol=1e-9, abs_tol=within) for a, b in zip(one, other, strict=True))


@given(frames, points)
def test_to_the_view_and_back_is_the_same_point(frame: Frame, point: tuple[float, float]) -> None:
    assert near(frame.to_picture(frame.to_view(point)), point, 1e-5)


@given(frames, points)
def test_the_matrix_is_the_mapping(frame: Frame, point: tuple[float, float]) -> None:
    assert near(applied(frame.matrix, point), frame.to_view(point))


@given(frames)
def test_the_centre_is_in_the_middle_and_zoom_is_by_area(frame: Frame) -> None:
    assert near(frame.to_view(frame.centre), (350.0, 250.0))
    assert isclose(area_factor(frame.matrix), frame.zoom**2, rel_tol=1e-6)


@given(frames, st.floats(0.2, 5), in_view)
def test_zooming_keeps_the_point_under_the_cursor(
    frame: Frame, factor: float, cursor: tuple[float, float]
) -> None:
    assert near(frame.zoomed(factor, cursor).to_picture(cursor), frame.to_picture(cursor), 1e-5)


@given(frames, st.floats(0.001, 1000))
def test_zooming_ends_at_the_least_and_the_most(frame: Frame, factor: float) -> None:
    zoom = frame.zoomed(factor, (0, 0)).zoom
    assert min(frame.least_zoom, frame.zoom) <= zoom <= MOST_ZOOM


@given(frames, st.tuples(st.floats(-60, 60), st.floats(-60, 60)))
def test_panning_moves_what_is_seen_by_so_many_pixels(frame: Frame, by: tuple[float, float]) -> None:
    inside = replace(frame, centre=(750.0, 500.0))
    moved = inside.panned(by)
    before = inside.to_view((750.0, 500.0))
    assert near(moved.to_view((750.0, 500.0)), (before[0] + by[0], before[1] + by[1]), 1e-5)


@given(upright)
def test_a_picture_cannot_be_pushed_out_of_sight(frame: Frame) -> None:
    x, y = frame.panned((1e9, -1e9)).centre
    assert (x, y) == (0, 1000)


def test_a_picture_beyond_the_middle_is_not_pulled_back_by_a_touch() -> None:
    frame = Frame((100, 100), (700.0, 500.0), (150.0, 50.0), 1.0)
    assert frame.panned((-5, 0)).centre == (150.0, 50.0)
    assert frame.panned((5, 0)).centre == (145.0, 50.0)


@given(frames)
def test_fitting_shows_all_corners_and_touches_an_edge(frame: Frame) -> None:
    fitted = frame.fitted()
    corners = [fitted.to_view(corner) for corner in ((0, 0), (1500, 0), (1500, 1000), (0, 1000))]
    assert all(-1e-6 <= x <= 700 + 1e-6 and -1e-6 <= y <= 500 + 1e-6 for x, y in corners)
    spans = [max(c[axis] for c in corners) - min(c[axis] for c in corners) for axis in (0, 1)]
    assert isclose(spans[0], 700, rel_tol=1e-6) or isclose(spans[1], 500, rel_tol=1e-6)


@given(frames)
def test_a_frame_is_known_by_its_matrix(frame: Frame) -> None:
    again = Frame.of(frame.picture, frame.view, frame.matrix)
    assert near(again.matrix, frame.matrix, 1e-4)
    assert near(again.centre, frame.centre, 1e-6)
    assert isclose(again.zoom, frame.zoom, rel_tol=1e-9)


@given(frames, st.floats(-400, 400))
def test_turning_keeps_the_middle_and_the_size(frame: Frame, by: float) -> None:
    turned = frame.turned(by)
    assert near(turned.to_view(frame.centre), (350.0, 250.0))
    assert turned.zoom == frame.zoom
    assert -180 <= turned.angle < 180


links = st.builds(
    lambda a, b, d, e, x, y: (a, b, x, d, e, y),
    st.floats(0.7, 1.4),
    st.floats(-0.2, 0.2),
    st.floats(-0.2, 0.2),
    st.floats(0.7, 1.4),
    st.floats(-300, 300),
    st.floats(-300, 300),
)


@given(frames, links, points)
def test_through_a_link_the_same_spot_lies_the_same_way_from_the_middle(
    frame: Frame, link: Affine, point: tuple[float, float]
) -> None:
    other = frame.through(link, (900, 600), (420.0, 300.0))
    here, there = frame.to_view(applied(link, point)), other.to_view(point)
    assert near((here[0] - 350, here[1] - 250), (there[0] - 210, there[1] - 150), 1e-4)


def test_through_no_link_nothing_changes() -> None:
    frame = Frame((1500, 1000), (700.0, 500.0), (400.0, 300.0), 2.0, 30.0)
    other = frame.through(composed(scaled(1.0), scaled(1.0)), (1500, 1000), (700.0, 500.0))
    assert near(other.matrix, frame.matrix)


@pytest.mark.parametrize("angle", [0, 90, 33])
def test_a_place_flown_to_is_in_the_middle_with_its_surroundings(angle: float) -> None:
    place = ((700, 400), (760, 400), (760, 440), (700, 440))
    frame = Frame((1500, 1000), (700.0, 500.0), (0.0, 0.0), 0.4, angle).flown_to(place)
    corners = [frame.to_view(corner) for corner in place]
    assert near(frame.to_view((730, 420)), (350, 250))
    assert all(150 < x < 550 and 100 < y < 400 for x, y in corners)


def test_a_tiny_place_is_not_blown_up_to_a_mosaic_and_a_huge_one_fits() -> None:
    frame = Frame((1500, 1000), (700.0, 500.0), (0.0, 0.0), 0.4)
    assert frame.flown_to(((5, 5), (6, 5), (6, 6), (5, 6))).zoom == 6
    assert frame.flown_to(((0, 0), (1500, 0), (1500, 1000), (0, 1000))).zoom == frame.fitting_zoom


def test_a_picture_smaller_than_the_view_can_be_seen_pixel_for_pixel() -> None:
    frame = Frame.fitting((100, 100), (700.0, 500.0))
    assert frame.zoomed(1 / frame.zoom, (350, 250)).zoom == pytest.approx(1)
