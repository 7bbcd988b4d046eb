import numpy as np

from docdesk.synthesis.materials.light import decoded, encoded, luminance


def test_every_byte_is_itself_again_after_linear_light() -> None:
    codes = np.arange(256, dtype=np.uint8).reshape(16, 16)
    assert np.array_equal(encoded(decoded(codes)), codes)


def test_light_beyond_the_range_is_cut() -> None:
    assert encoded(np.array([-0.5, 0.0, 1.0, 7.0], np.float32)).tolist() == [0, 0, 255, 255]


def test_white_has_luminance_one_and_green_most_of_it() -> None:
    white, red, green, blue = luminance(np.array([[1, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1]], np.float32))
    assert np.isclose(white, 1)
    assert green > red > blue > 0
