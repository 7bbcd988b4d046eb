"""A preview is small, in colour and plain bytes."""

import numpy as np

from docdesk.inspection.captures.preview import LONGEST, preview_of


def test_colours_come_as_red_green_blue_row_by_row() -> None:
    pixels = np.zeros((2, 3, 3), np.uint8)
    pixels[0, 1], pixels[1, 2] = (10, 20, 30), (40, 50, 60)
    preview = preview_of(pixels)
    assert (preview.width, preview.height) == (3, 2)
    assert (preview.rgb[3:6], preview.rgb[-3:]) == (bytes((10, 20, 30)), bytes((40, 50, 60)))


def test_grey_is_shown_in_three_equal_channels() -> None:
    assert preview_of(np.full((1, 2), 7, np.uint8)).rgb == bytes([7] * 6)


def test_a_large_picture_is_made_small() -> None:
    preview = preview_of(np.zeros((3000, 2000), np.uint16))
    assert (preview.width, preview.height) == (LONGEST * 2 // 3, LONGEST)
    assert len(preview.rgb) == preview.width * preview.height * 3
