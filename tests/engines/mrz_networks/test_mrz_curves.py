"""Lines as curves: what they tell of points, ends, neighbours, and through noise."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.engines.mrz_networks.curves import Curve, fitted
from tests.engines.mrz_networks.known_maps import curled, straight

ANGLES = st.floats(0, 360)


@given(ANGLES, st.floats(4, 60), st.sampled_from([30, 36, 44]), st.floats(-3, 3))
def test_a_point_of_the_line_lies_where_it_was_taken(
    degrees: float, pitch: float, length: int, sag: float
) -> None:
    line = curled(300, 200, degrees, pitch, length, sag)
    t = np.linspace(-3, length + 3, 40)
    beside = line.at(t) + line.normal(t) * 0.8 * pitch
    assert np.allclose(line.nearest(beside), t, atol=1e-6)


def test_the_normal_points_down_as_the_line_is_read() -> None:
    upright, upside_down = straight(10, 20, 0, 8, 30), straight(10, 20, 180, 8, 30)
    assert np.allclose(upright.normal(np.array([3.0])), [[0, 1]])
    assert np.allclose(upside_down.normal(np.array([3.0])), [[0, -1]])


def test_the_pitch_is_the_way_of_one_character() -> None:
    line = straight(10, 20, 33, 8, 30)
    assert line.pitch(np.array([0.0, 12.0, 30.0])) == pytest.approx([8, 8, 8])


@given(ANGLES, st.floats(-3, 3))
def test_a_reversed_line_is_the_same_from_its_end(degrees: float, sag: float) -> None:
    line = curled(300, 200, degrees, 10, 30, sag)
    t = np.linspace(0, 30, 7)
    assert np.allclose(line.reversed().at(30 - t), line.at(t))
    assert np.allclose(line.reversed().normal(30 - t), -line.normal(t))


@given(st.floats(-4, 10), st.floats(20, 40), st.floats(-3, 3))
def test_other_ends_leave_the_line_where_it_is(start: float, end: float, sag: float) -> None:
    line = curled(300, 200, 12, 10, 30, sag)
    other = line.between(start, end)
    assert other.length == pytest.approx(end - start)
    t = np.linspace(0, 15, 7)
    assert np.allclose(other.at(t), line.at(t + start))
    assert np.allclose(other.speed(t), line.speed(t + start))


def test_a_line_beside_keeps_its_distance_round_a_bend() -> None:
    line = curled(300, 200, 12, 10, 44, 3)
    below = line.beside(2.5)
    t = np.linspace(0, 44, 12)
    feet = line.nearest(below.at(t))
    apart = ((below.at(t) - line.at(feet)) * line.normal(feet)).sum(axis=-1) / line.pitch(feet)
    assert np.allclose(apart, 2.5, atol=0.02)
    assert np.allclose(feet, t, atol=0.1)


def test_a_scaled_line_is_the_scaled_points() -> None:
    line = curled(300, 200, 12, 10, 44, 3)
    t = np.linspace(0, 44, 5)
    assert np.allclose(line.scaled((3.1, 3.0), (1.05, 1.0)).at(t), line.at(t) * [3.1, 3.0] + [1.05, 1.0])


def _seen(line: Curve, noise: float) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    points = line.at(np.arange(44) + 0.5)
    return points + np.random.default_rng(3).normal(0, noise, points.shape)


def test_outliers_do_not_bend_the_line() -> None:
    line = curled(300, 200, 12, 20, 44, 2)
    points = _seen(line, 0.3)
    points[[4, 5, 20]] += [3.0, -14.0]
    found = fitted(points, np.arange(44) + 0.5, np.ones(44), 44, 5)
    t = np.linspace(0, 44, 30)
    assert np.abs(found.at(t) - line.at(t)).max() < 0.6


def test_noise_alone_does_not_bend_a_straight_line() -> None:
    found = fitted(_seen(straight(30, 40, 12, 20, 44), 0.3), np.arange(44) + 0.5, np.ones(44), 44, 5)
    assert len(found.x) == len(found.y) == 2


def test_two_points_make_a_line() -> None:
    found = fitted(np.array([[0.0, 0.0], [10.0, 0.0]]), np.array([0.5, 1.5]), np.ones(2), 3, 5)
    assert np.allclose(found.at(np.array([0.0, 3.0])), [[-5, 0], [25, 0]])
