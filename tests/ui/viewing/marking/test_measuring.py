"""What markings measure, where they are hit, and how they move."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.foundation.geometry import Point, area
from docdesk.ui.viewing.marking.measuring import (
    distance,
    handles,
    hit,
    moved,
    off,
    with_handle,
)
from docdesk.ui.viewing.marking.records import Angle, Arrow, Label, Marking, Region, Ruler
from docdesk.ui.viewing.marking.words import measured, name, tag
from docdesk.ui.viewing.picture import Scale
from docdesk.wording.catalogue import Wording

SAY = Wording()
COARSE = Scale(10.0, "marking.scale_unknown")
FINE = Scale(100.0, "marking.scale_unknown")
SQUARE = Region("region-1", ((0, 0), (10, 0), (10, 20), (0, 20)), "rectangle")

ANY = (
    Ruler("a", ((0, 0), (30, 40))),
    Angle("b", ((10, 0), (0, 0), (0, 10))),
    Arrow("c", ((5, 5), (50, 5))),
    Label("d", ((7, 7),), 3),
    SQUARE,
    Region("e", ((0, 0), (10, 0), (5, 9))),
    Region("f", ((0, 0), (10, 0), (5, 9)), "outline"),
)


# --- Sizes ---


def test_a_length_is_in_mm_where_the_scale_is_known_and_in_px_where_not() -> None:
    ruler = Ruler("a", ((0, 0), (30, 40)))
    assert measured(ruler, COARSE, SAY) == "5.0 mm"
    assert measured(ruler, FINE, SAY) == "0.50 mm"
    assert measured(ruler, None, SAY) == "50.0 px"
    assert measured(Ruler("a", ((0, 0), (300, 400))), None, SAY) == "500 px"


def test_a_region_says_its_sides_or_its_area() -> None:
    assert measured(SQUARE, COARSE, SAY) == "1.0 × 2.0 mm"
    assert measured(SQUARE, None, SAY) == "10.0 × 20.0 px"
    triangle = Region("e", ((0, 0), (100, 0), (0, 40)))
    assert measured(triangle, COARSE, SAY) == "20.0 mm²"
    assert measured(triangle, None, SAY) == "2000 px²"


@pytest.mark.parametrize(
    ("points", "degrees"),
    [
        (((10, 0), (0, 0), (0, 10)), "90.0°"),
        (((10, 0), (0, 0), (10, 10)), "45.0°"),
        (((10, 0), (0, 0), (-10, 0)), "180.0°"),
        (((0, 0), (0, 0), (10, 0)), "0.0°"),
    ],
)
def test_an_angle_is_in_degrees_whatever_the_scale(points: tuple[Point, Point, Point], degrees: str) -> None:
    assert measured(Angle("a", points), COARSE, SAY) == degrees
    assert measured(Angle("a", points), None, SAY) == degrees


def test_arrows_and_labels_measure_nothing() -> None:
    assert measured(ANY[2], COARSE, SAY) == ""
    assert measured(ANY[3], COARSE, SAY) == ""


def test_beside_a_marking_stand_its_text_and_its_size() -> None:
    assert tag(Ruler("a", ((0, 0), (30, 40)), "width"), COARSE, SAY) == "width · 5.0 mm"
    assert tag(Label("d", ((7, 7),), 3), None, SAY) == ""


def test_a_label_is_called_by_its_number() -> None:
    assert name(Label("d", ((7, 7),), 3), SAY) == "Label 3"
    assert len({name(each, SAY) for each in ANY}) == 5


# --- Hitting ---


def test_a_line_is_hit_beside_it_and_not_beyond_its_ends() -> None:
    ruler = Ruler("a", ((0, 0), (100, 0)))
    assert off(ruler, (50, 3)) == 3
    assert off(ruler, (110, 0)) == 10


def test_a_region_is_hit_within_and_an_angle_on_both_sides() -> None:
    assert off(SQUARE, (5, 10)) == 0
    assert off(SQUARE, (13, 10)) == 3
    assert off(ANY[1], (0, 8)) == 0
    assert off(ANY[1], (8, 0)) == 0


def test_of_several_the_line_is_meant_before_the_region_and_the_small_region_before_the_large() -> None:
    large = Region("l", ((0, 0), (100, 0), (100, 100), (0, 100)), "rectangle")
    small = Region("s", ((40, 40), (60, 40), (60, 60), (40, 60)), "rectangle")
    line = Ruler("r", ((0, 52), (100, 52)))
    everything = (small, line, large)
    assert hit(everything, (50, 50), 4) == line
    assert hit(everything, (50, 45), 4) == small
    assert hit(everything, (10, 10), 4) == large
    assert hit(everything, (150, 150), 4) is None


def test_of_two_that_lie_alike_the_upper_is_meant() -> None:
    below, above = Label("below", ((5, 5),), 1), Label("above", ((5, 5),), 2)
    assert hit((below, above), (5, 5), 4) == above


# --- Moving ---


@pytest.mark.parametrize("marking", ANY, ids=lambda each: each.key)
def test_what_moves_keeps_its_kind_and_its_size(marking: Marking) -> None:
    shifted = moved(marking, (13, -4))
    assert type(shifted) is type(marking)
    assert shifted.key == marking.key
    assert measured(shifted, COARSE, SAY) == measured(marking, COARSE, SAY)
    assert shifted.points[0] == (marking.points[0][0] + 13, marking.points[0][1] - 4)


def test_an_outline_has_no_points_to_take_hold_of() -> None:
    assert handles(ANY[6]) == ()
    assert handles(ANY[5]) == ANY[5].points


def test_a_point_that_is_moved_leaves_the_others() -> None:
    assert with_handle(ANY[1], 1, (1, 2)).points == ((10, 0), (1, 2), (0, 10))


coordinates = st.floats(-200, 200)


@given(st.integers(0, 3), coordinates, coordinates, st.booleans())
def test_a_rectangle_stays_one_when_a_corner_moves(index: int, x: float, y: float, turned: bool) -> None:
    corners = ((0, 0), (30, 30), (10, 50), (-20, 20)) if turned else SQUARE.points
    before = Region("r", corners, "rectangle")
    after = with_handle(before, index, (x, y)).points
    assert after[(index + 2) % 4] == before.points[(index + 2) % 4]
    for corner in range(4):
        a, b, c = after[corner - 1], after[corner], after[(corner + 1) % 4]
        u, v = (a[0] - b[0], a[1] - b[1]), (c[0] - b[0], c[1] - b[1])
        assert abs(u[0] * v[0] + u[1] * v[1]) <= 1e-6 * max(1, distance(a, b) * distance(b, c))
    assert area(after) > 0


def test_a_corner_follows_the_mouse() -> None:
    assert with_handle(SQUARE, 2, (50, 60)).points == ((0, 0), (50, 0), (50, 60), (0, 60))
