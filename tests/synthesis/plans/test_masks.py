"""A flat mask warped into a capture lies where the shot says that the face lies."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from docdesk.synthesis.capturing.shot import Shot
from docdesk.synthesis.plans.masks import MASK_PPI, flat, in_capture
from tests.synthesis.plans import stage

TILTED = np.array([[11.0, 1.2, 60.0], [0.8, -10.0, 260.0], [0.002, 0.001, 1.0]])


def shot(distortion: float) -> Shot:
    pixels = np.zeros((300, 420, 3), np.uint8)
    return Shot(pixels, "data", "VIS", "telephone", None, stage.SIZE, TILTED, distortion)


def test_a_flat_mask_has_200_px_to_the_inch_and_keeps_its_place() -> None:
    mask = flat(stage.mask(stage.model().faces[0]), stage.SIZE)
    assert mask.shape == (round(20 * MASK_PPI / 25.4), round(30 * MASK_PPI / 25.4))
    rows, columns = np.nonzero(mask > 127)
    per_mm = MASK_PPI / 25.4
    left, bottom, width, height = stage.BOX
    assert columns.min() / per_mm == pytest.approx(left, abs=0.2)
    assert (columns.max() + 1) / per_mm == pytest.approx(left + width, abs=0.2)
    assert 20 - rows.min() / per_mm == pytest.approx(bottom + height, abs=0.2)


@pytest.mark.parametrize("distortion", [0.0, 0.08, -0.08])
def test_a_mask_lies_in_a_capture_where_the_shot_says(distortion: float) -> None:
    seen = shot(distortion)
    found = in_capture(flat(stage.mask(stage.model().faces[0]), stage.SIZE), seen)
    assert found.shape == seen.pixels.shape[:2]
    # Many points along the edge of the box, since a lens bends its sides.
    left, bottom, width, height = stage.BOX
    along = np.linspace(0, 1, 40)
    edge = np.concatenate([
        np.column_stack((left + width * along, np.full(40, bottom + height))),
        np.column_stack((np.full(40, left + width), bottom + height * (1 - along))),
        np.column_stack((left + width * (1 - along), np.full(40, bottom))),
        np.column_stack((np.full(40, left), bottom + height * along)),
    ])  # fmt: skip
    expected = np.zeros(found.shape, np.uint8)
    cv2.fillPoly(expected, [np.round(seen.to_pixels(edge) * 16 - 8).astype(np.int32)], 255, cv2.LINE_8, 4)
    both, either = (found > 127) & (expected > 0), (found > 127) | (expected > 0)
    # OpenCV fills the pixels along the edge whole: half a pixel all round, 3.5 % of this small box.
    assert both.sum() / either.sum() > 0.95
    middles = [np.array(np.nonzero(mask > 127)).mean(axis=1) for mask in (found, expected)]
    # The stage cuts its mask to whole pixels of the sheet: up to 0.04 mm, 0.4 px here, on each side.
    assert np.abs(middles[0] - middles[1]).max() < 0.2


def test_a_mask_that_covers_a_side_covers_it_in_the_capture_and_nothing_else() -> None:
    seen = shot(0.0)
    found = in_capture(np.full((157, 236), 255, np.uint8), seen)
    corners = np.array(seen.quad((0, 0, *stage.SIZE)))
    expected = np.zeros(found.shape, np.uint8)
    cv2.fillConvexPoly(expected, np.round(corners * 16 - 8).astype(np.int32), 255, cv2.LINE_8, 4)
    assert abs(int((found > 127).sum()) - int((expected > 0).sum())) < 0.01 * (expected > 0).sum()
    moved = replace(seen, homography=np.array([[1.0, 0, 10_000], [0, -1, 0], [0, 0, 1]]))
    assert not in_capture(np.full((157, 236), 255, np.uint8), moved).any()
