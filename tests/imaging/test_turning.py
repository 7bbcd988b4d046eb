import numpy as np
import pytest

from docdesk.imaging.turning import turned, turned_points


def test_a_quarter_turn_goes_clockwise() -> None:
    picture = np.array([[1, 2], [3, 4]], np.uint8)
    assert turned(picture, 90).tolist() == [[3, 1], [4, 2]]


def test_four_quarters_are_none() -> None:
    picture = np.arange(12, dtype=np.uint8).reshape(3, 4)
    again = picture
    for _ in range(4):
        again = turned(again, 90)
    assert np.array_equal(again, picture)
    assert np.array_equal(turned(turned(picture, 270), 90), picture)


def test_other_angles_are_refused() -> None:
    with pytest.raises(ValueError, match="quarter"):
        turned(np.zeros((2, 2), np.uint8), 45)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_points_move_with_their_picture(degrees: int) -> None:
    picture = np.zeros((3, 5), np.uint8)
    picture[2, 1] = 9
    (x, y) = turned_points(np.array([1.0, 2.0]), degrees, (5, 3))
    assert turned(picture, degrees)[int(y), int(x)] == 9


def test_points_have_no_other_turns() -> None:
    with pytest.raises(ValueError, match="quarter"):
        turned_points(np.zeros((1, 2)), 45, (5, 3))


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_points_go_where_their_pixels_go(degrees: int) -> None:
    picture = np.zeros((3, 5), np.uint8)
    picture[2, 1] = 9
    (x, y), *_ = turned_points(np.array([[1.0, 2.0]]), degrees, (5, 3)).tolist()
    assert turned(picture, degrees)[int(y), int(x)] == 9


def test_points_are_turned_by_quarters_only() -> None:
    with pytest.raises(ValueError, match="quarter"):
        turned_points(np.zeros((1, 2)), 45, (5, 3))
