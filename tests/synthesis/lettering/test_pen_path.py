"""Pen paths become the curves that their commands say."""

import numpy as np
import pytest

from docdesk.synthesis.lettering.pen_path import bezier, pen_curves


def test_pen_set_down_twice_makes_two_curves_in_the_unit_asked_for() -> None:
    first, second = pen_curves("M 0 0 L 100 50 M 10 10 L 10 20 Z", 0.01)
    np.testing.assert_allclose(first, [(0, 0), (1, 0.5)])
    np.testing.assert_allclose(second, [(0.1, 0.1), (0.1, 0.2), (0.1, 0.1)])


@pytest.mark.parametrize(("command", "corner"), [("R", (1, 0)), ("U", (0, 1))])
def test_quarter_of_an_ellipse_sets_out_as_named_and_stays_round(
    command: str, corner: tuple[int, int]
) -> None:
    (curve,) = pen_curves(f"M 0 0 {command} 1 1", 1.0)
    centre = np.subtract((1, 1), corner)
    np.testing.assert_allclose(np.hypot(*(curve - centre).T), 1.0, atol=5e-4)
    np.testing.assert_allclose(curve[-1], (1, 1))


def test_dot_is_a_closed_circle_about_its_place() -> None:
    (curve,) = pen_curves("D 10 20", 1.0)
    np.testing.assert_allclose(curve[0], curve[-1])
    np.testing.assert_allclose(curve[:-1].mean(axis=0), (10, 20), atol=1e-9)


def test_curve_that_others_share_cannot_be_written_to() -> None:
    (curve,) = pen_curves("M 0 0 L 1 1", 1.0)
    with pytest.raises(ValueError, match="read-only"):
        curve[0] = 5


def test_bezier_curve_ends_on_its_last_control_point_and_leaves_out_its_first() -> None:
    curve = bezier(np.array(((0.0, 0.0), (0.0, 2.0), (2.0, 2.0))), 2)
    np.testing.assert_allclose(curve, [(0.5, 1.5), (2, 2)])
