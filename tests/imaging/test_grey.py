import numpy as np
import pytest

from docdesk.imaging.grey import grey_of


def test_grey_of_eight_bits_stays_as_it_is() -> None:
    picture = np.arange(200, dtype=np.uint8).reshape(10, 20)
    assert np.array_equal(grey_of(picture), picture)


def test_colours_become_their_brightness() -> None:
    picture = np.zeros((2, 3, 3), np.uint8)
    picture[..., 1] = 255
    assert np.all(np.abs(grey_of(picture).astype(int) - 150) <= 1)


@pytest.mark.parametrize("bits", [10, 12, 16])
def test_a_sensor_of_more_than_eight_bits_fills_the_range(bits: int) -> None:
    picture = np.linspace(0, 2**bits - 1, 4000).reshape(40, 100).astype(np.uint16)
    grey = grey_of(picture)
    assert grey.dtype == np.uint8
    assert grey.min() <= 1
    assert grey.max() >= 254
    assert np.all(np.diff(grey.ravel().astype(int)) >= 0)


def test_one_level_in_sixteen_bits_is_no_error() -> None:
    assert grey_of(np.full((5, 5), 700, np.uint16)).shape == (5, 5)


@pytest.mark.parametrize("shape", [(0, 5), (5,), (5, 5, 2)])
def test_what_is_no_picture_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="rows"):
        grey_of(np.zeros(shape, np.uint8))
