import numpy as np
import pytest

from docdesk.imaging.turning import turned


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
