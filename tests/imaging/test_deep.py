"""Deep pictures: shared, halved, turned, read."""

import numpy as np
import pytest

from docdesk.foundation.progress import Cancellation, Cancelled
from docdesk.imaging.deep import SMALLEST, deepened, turned, value_at


def noise(*shape: int, dtype: type = np.uint8) -> np.ndarray:
    return np.random.default_rng(1).integers(0, np.iinfo(dtype).max, shape, dtype=dtype)


@pytest.mark.parametrize("shape", [(300, 401), (300, 401, 3)])
def test_eight_bits_are_shared_not_copied(shape: tuple[int, ...]) -> None:
    pixels = noise(*shape)
    image = deepened(pixels)
    assert image.original is pixels
    assert np.shares_memory(image.levels[0], pixels)


def test_a_read_only_picture_is_shared_too() -> None:
    pixels = noise(200, 200, 3)
    pixels.setflags(write=False)
    assert np.shares_memory(deepened(pixels).levels[0], pixels)


def test_levels_halve_down_to_a_thumbnail_and_keep_the_mean() -> None:
    image = deepened(noise(1025, 2050, 3))
    sizes = [level.shape[:2] for level in image.levels]
    assert sizes[:3] == [(1025, 2050), (513, 1025), (257, 513)]
    assert max(sizes[-1]) <= SMALLEST
    for level in image.levels:
        assert abs(level.mean() - image.original.mean()) < 1.5


def test_all_levels_beyond_the_first_take_up_a_third() -> None:
    image = deepened(noise(2000, 3000))
    assert sum(level.nbytes for level in image.levels[1:]) < 0.35 * image.original.nbytes


def test_sixteen_bits_are_stretched_for_showing_and_kept_for_reading() -> None:
    pixels = np.full((100, 120), 1000, np.uint16)
    pixels[40:, :] = 3000
    image = deepened(pixels)
    assert image.levels[0].dtype == np.uint8
    assert image.levels[0][0, 0] == 0
    assert image.levels[0][99, 0] == 255
    assert value_at(image, 3, 60) == (3000,)


@pytest.mark.parametrize("shape", [(0, 10), (10, 10, 4), (10,)])
def test_what_is_no_picture_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="a picture has"):
        deepened(np.zeros(shape, np.uint8))


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_deepening_stops_when_asked(dtype: type) -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(Cancelled):
        deepened(noise(300, 300, dtype=dtype), cancellation)


@pytest.mark.parametrize("degrees", [90, 180, 270, -90, 360])
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_turning_turns_all_levels_and_the_original(degrees: int, dtype: type) -> None:
    image = deepened(noise(150, 260, 3, dtype=dtype))
    round_ = turned(image, degrees)
    times = -(degrees // 90) % 4
    assert (round_.original == np.rot90(image.original, times)).all()
    for before, after in zip(image.levels, round_.levels, strict=True):
        assert (after == np.rot90(before, times)).all()


def test_a_turned_picture_of_eight_bits_is_held_once() -> None:
    round_ = turned(deepened(noise(150, 260)), 90)
    assert round_.levels[0] is round_.original


def test_only_quarter_turns_keep_pixels() -> None:
    with pytest.raises(ValueError, match="quarter"):
        turned(deepened(noise(80, 80)), 45)


def test_a_value_is_that_of_the_pixel_which_covers_the_point() -> None:
    image = deepened(noise(30, 40, 3))
    assert value_at(image, 39.99, 0) == tuple(image.original[0, 39])
    assert value_at(image, 12.0, 29.5) == tuple(image.original[29, 12])


@pytest.mark.parametrize("point", [(-0.01, 3), (40, 3), (3, 30), (3, -1)])
def test_outside_the_picture_there_is_no_value(point: tuple[float, float]) -> None:
    assert value_at(deepened(noise(30, 40)), *point) is None
