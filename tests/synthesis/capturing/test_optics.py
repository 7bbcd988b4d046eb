import numpy as np
import pytest

from docdesk.synthesis.capturing.optics import (
    beyond_edge,
    bloomed,
    fall_off,
    laid,
    places,
    sheet_matrix,
    warped,
    within,
)
from docdesk.synthesis.chance import dice
from docdesk.synthesis.models.model import Face
from docdesk.synthesis.rasterising import Window

CARD = Face("front", (80.0, 50.0), 3.0, "pvc", (), (), ())


def test_a_turned_face_keeps_its_middle_and_turns_anticlockwise() -> None:
    matrix = laid((80.0, 50.0), (500.0, 400.0), 90.0, 10.0)
    assert (matrix @ [40, 25, 1])[:2] == pytest.approx((500, 400))
    assert (matrix @ [80, 25, 1])[:2] == pytest.approx((500, 0))  # the right edge is now at the top


def test_sheet_px_agree_with_the_window() -> None:
    window = Window((80.0, 50.0), 600, 100, 40, 300, 200)
    points = np.array([[3.0, 4.0], [70.0, 45.0]])
    mapped = np.column_stack((points, np.ones(2))) @ sheet_matrix(window).T
    assert mapped[:, :2] == pytest.approx(window.to_pixels(points))


@pytest.mark.parametrize("scale", [0.2, 0.34, 0.5, 0.667, 1.0, 1.4])
def test_warping_keeps_light_and_places_at_every_scale(scale: float) -> None:
    rows, columns = np.mgrid[:600, :900] + 0.5
    plane = np.exp(-((columns - 445) ** 2 + (rows - 270) ** 2) / (2 * 25**2)).astype(np.float32)
    matrix = np.diag([scale, scale, 1.0])
    size = round(900 * scale), round(600 * scale)
    small = warped(plane, matrix, size)
    rows, columns = np.mgrid[: size[1], : size[0]] + 0.5
    assert small.sum() == pytest.approx(plane.sum() * scale**2, rel=0.01)
    assert (small * columns).sum() / small.sum() == pytest.approx(445 * scale, abs=0.05)
    assert (small * rows).sum() / small.sum() == pytest.approx(270 * scale, abs=0.05)


def test_shrinking_lets_no_fine_lines_alias() -> None:
    lines = np.tile(np.array([0.0, 1.0], np.float32), (400, 300))
    small = warped(lines, np.diag([0.41, 0.41, 1.0]), (246, 164))
    assert small[20:-20, 20:-20].std() < 0.03


def test_places_are_those_of_the_homography() -> None:
    homography = laid((80.0, 50.0), (500.0, 300.0), 3.0, 10.0)
    x, y = places(homography, (1000, 600))
    seen = homography @ [x[200, 700], y[200, 700], 1]
    assert seen[:2] == pytest.approx((700.5, 200.5), abs=1e-3)


def test_the_outline_has_round_corners() -> None:
    x = np.array([[40.0, 0.0, -2.0, 0.0, 3.0]], np.float32)
    y = np.array([[25.0, 25.0, 25.0, 0.0, 3.0]], np.float32)
    distance = beyond_edge(x, y, CARD)[0]
    assert distance == pytest.approx([-25.0, 0.0, 2.0, 3 * np.sqrt(2) - 3, -3.0], abs=1e-4)


def test_a_soft_edge_is_half_on_the_outline() -> None:
    beyond = np.array([[-1.0, -0.05, 0.0, 0.05, 1.0]], np.float32)
    assert within(beyond, 0.2)[0] == pytest.approx([1, 0.75, 0.5, 0.25, 0])


def test_scattered_light_is_neither_lost_nor_made() -> None:
    plane = np.full((160, 240), 0.4, np.float32)
    assert bloomed(plane, 0.3, 20) == pytest.approx(plane, abs=1e-5)


def test_a_lamp_is_brightest_at_one_and_darkest_as_told() -> None:
    field = fall_off((300, 200), 0.2, dice(1))
    assert field.max() == pytest.approx(1, abs=0.01)
    assert field.min() == pytest.approx(0.8, abs=0.01)
