"""Pictures as PNG: what goes in comes out, and the same pixels are the same bytes."""

import cv2
import numpy as np
import pytest

from docdesk.imaging.encoding import eight_bits, jpeg, png


def decoded(data: bytes) -> np.ndarray:
    read = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    return read if read.ndim == 2 else cv2.cvtColor(read, cv2.COLOR_BGR2RGB)


def coloured() -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, (30, 40, 3), np.uint8)


def test_colours_keep_their_order() -> None:
    assert np.array_equal(decoded(png(coloured())), coloured())


def test_grey_stays_grey() -> None:
    grey = coloured()[..., 0]
    assert np.array_equal(decoded(png(grey)), grey)


def test_the_same_pixels_are_the_same_bytes_wherever_they_lie_in_memory() -> None:
    picture = coloured()
    assert png(picture[:, ::2]) == png(picture[:, ::2].copy())


def test_16_bits_are_stretched_over_what_they_fill() -> None:
    deep = np.linspace(1000, 5000, 1200).reshape(30, 40).astype(np.uint16)
    shown = eight_bits(deep)
    assert (shown.dtype, shown.shape) == (np.uint8, (30, 40))
    assert shown.min() < 5
    assert shown.max() > 250
    assert np.array_equal(decoded(png(deep)), shown)


def test_8_bits_are_shown_as_they_are() -> None:
    assert np.array_equal(eight_bits(coloured()), coloured())


@pytest.mark.parametrize("shape", [(0, 4), (4,), (4, 4, 2), (4, 4, 4)])
def test_what_is_no_picture_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="rows, columns"):
        png(np.zeros(shape, np.uint8))


def test_a_jpeg_keeps_its_colours() -> None:
    red = np.zeros((16, 16, 3), np.uint8)
    red[..., 0] = 200
    opened = cv2.imdecode(np.frombuffer(jpeg(red, 95), np.uint8), cv2.IMREAD_COLOR_RGB)
    assert np.abs(opened.astype(int) - red).max() < 6
