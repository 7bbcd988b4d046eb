import numpy as np
import pytest

from docdesk.imaging.warping import frame_matrix, mapped, sampled, straight


def _ramp() -> np.ndarray:
    y, x = np.mgrid[0:100, 0:200]
    return (x + y / 2).astype(np.uint8)


def test_an_upright_frame_is_the_picture_itself() -> None:
    frame = straight(_ramp(), frame_matrix((20.0, 10.0), 0.0, 1.0), 30, 15)
    assert np.array_equal(frame, _ramp()[10:25, 20:50])


def test_the_matrix_says_where_a_pixel_of_the_frame_lies() -> None:
    matrix = frame_matrix((50.0, 40.0), 0.3, 1.5)
    picture = _ramp()
    frame = straight(picture, matrix, 20, 10)
    x, y = mapped(np.array([[7.0, 4.0]]), matrix)[0]
    assert frame[4, 7] == pytest.approx(x + y / 2, abs=1.5)


def test_coarse_samples_do_not_alias() -> None:
    stripes = np.zeros((80, 400), np.uint8)
    stripes[:, ::2] = 255
    points = np.stack(np.meshgrid(np.arange(20.0, 380, 8), np.arange(10.0, 60, 8)), axis=-1)
    assert np.all(np.abs(sampled(stripes, points, 8.0) - 127.5) < 5)


def test_samples_beyond_the_picture_repeat_its_edge() -> None:
    points = np.array([[[-30.0, 5.0], [500.0, 5.0]]])
    assert sampled(np.full((20, 40), 90, np.uint8), points, 1.0).tolist() == [[90.0, 90.0]]
