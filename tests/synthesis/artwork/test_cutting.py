"""Curves are cut where they cross the edge of a shape."""

import numpy as np
import pytest

from docdesk.synthesis.artwork.cutting import in_all, in_box, in_ellipse, in_outlines, outside, runs
from docdesk.synthesis.drawing import Curve

LINE = np.column_stack((np.linspace(0, 10, 41), np.full(41, 1.0)))


def spans(inside: object, line: Curve = LINE) -> list[tuple[float, float]]:
    return [(part[0, 0], part[-1, 0]) for part in runs(line, inside)]


def test_line_is_cut_at_the_edges_of_a_box() -> None:
    ((first, last),) = spans(in_box((2.1, 0, 5.03, 3)))
    assert first == pytest.approx(2.1, abs=1e-3)
    assert last == pytest.approx(7.13, abs=1e-3)


def test_line_is_parted_by_what_it_must_not_cross() -> None:
    (before, after) = spans(outside(in_ellipse((4, 0, 2, 2))))
    assert before == pytest.approx((0, 4), abs=1e-3)
    assert after == pytest.approx((6, 10), abs=1e-3)


def test_line_outside_leaves_nothing_and_line_inside_stays_whole() -> None:
    assert spans(in_box((0, 5, 10, 5))) == []
    (whole,) = runs(LINE, in_box((-1, 0, 20, 3)))
    assert whole is LINE


def test_hole_of_an_outline_is_outside() -> None:
    ring = [np.array([(0.0, -4), (10, -4), (10, 6), (0, 6)]), np.array([(3.0, -1), (7, -1), (7, 3), (3, 3)])]
    assert np.allclose(spans(in_outlines(ring), LINE[1:-1]), [(0.25, 3), (7, 9.75)], atol=1e-3)


def test_further_columns_are_kept_in_step() -> None:
    swelling = np.column_stack((LINE, LINE[:, 0] / 10))
    ((part,),) = ([*runs(swelling, in_box((2, 0, 3.1, 3)))],)
    assert np.allclose(part[:, 2], part[:, 0] / 10)


def test_all_tests_must_pass() -> None:
    both = in_all((in_box((0, 0, 6, 3)), in_box((4, 0, 6, 3))))
    assert both(np.array([(1.0, 1), (5, 1), (8, 1)])).tolist() == [False, True, False]
