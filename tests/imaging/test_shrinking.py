"""Small copies keep their proportions and the mean of what they show."""

import numpy as np
import pytest

from docdesk.imaging.shrinking import shrunk


@pytest.mark.parametrize(("shape", "small"), [((400, 200), (100, 50)), ((30, 300, 3), (10, 100, 3))])
def test_the_longer_side_is_shrunk_and_the_proportions_stay(
    shape: tuple[int, ...], small: tuple[int, ...]
) -> None:
    assert shrunk(np.zeros(shape, np.uint8), 100).shape == small


def test_a_very_long_picture_keeps_a_pixel_of_width() -> None:
    assert shrunk(np.zeros((5000, 3), np.uint8), 100).shape == (100, 1)


def test_fine_stripes_become_their_mean_and_no_false_pattern() -> None:
    stripes = np.zeros((400, 400), np.uint8)
    stripes[:, ::2] = 200
    assert np.unique(shrunk(stripes, 100)).tolist() == [100]


def test_a_smaller_picture_keeps_its_pixels_in_memory_of_its_own() -> None:
    pixels = np.arange(60, dtype=np.uint8).reshape(6, 10)
    small = shrunk(pixels, 100)
    assert (small == pixels).all()
    assert not np.shares_memory(small, pixels)


def test_a_deep_picture_is_stretched_over_what_it_holds() -> None:
    ramp = np.tile(np.linspace(1000, 3000, 300).astype(np.uint16), (200, 1))
    small = shrunk(ramp, 100)
    assert small.dtype == np.uint8
    assert (small.min(), small.max()) == (0, 255)
