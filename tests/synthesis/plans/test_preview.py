"""A preview shows the captures of a document and where on them the truth lies."""

from dataclasses import replace

import numpy as np
import pytest

from docdesk.foundation.geometry import Polygon
from docdesk.synthesis.plans.plan import Sitting
from docdesk.synthesis.plans.preview import outlines, ppi_of, preview
from docdesk.synthesis.rasterising import SHEET_DPI
from docdesk.synthesis.synthesise import synthesise
from tests.synthesis.plans import stage

MARGIN = 2.0
"""mm round the face on the stage's captures."""


def box_of(polygon: Polygon) -> tuple[float, float, float, float]:
    """Return left, bottom, width and height of an outline on the stage's captures, in mm of the face."""
    across = [x / stage.PER_MM - MARGIN for x, _ in polygon]
    up = [stage.SIZE[1] + MARGIN - y / stage.PER_MM for _, y in polygon]
    return min(across), min(up), max(across) - min(across), max(up) - min(up)


def test_what_was_altered_is_outlined_on_every_capture_with_a_little_room() -> None:
    shown = preview(synthesise(stage.order("scratched"), stage.studio()))
    assert [picture.light for picture in shown.pictures] == ["VIS", "IR", "UV"]
    for picture in shown.pictures:
        (place,) = picture.changed
        left, bottom, width, height = box_of(place)
        x, y, wide, high = stage.BOX
        assert (left, bottom) == pytest.approx((x - 0.4, y - 0.4), abs=0.2)
        assert (width, height) == pytest.approx((wide + 0.8, high + 0.8), abs=0.3)


def test_a_document_as_issued_has_nothing_outlined() -> None:
    shown = preview(synthesise(stage.order(), stage.studio()))
    assert shown.clues == ()
    assert all(picture.changed == () for picture in shown.pictures)


def test_a_clue_is_placed_on_the_capture_of_its_light_and_says_whether_it_is_fine_enough() -> None:
    shown = preview(synthesise(stage.order("scratched"), stage.studio()))
    mottled, local, _bright = shown.clues
    assert (mottled.feature, mottled.light, mottled.capture, mottled.fine_enough) == (
        "paper_mottled",
        "VIS",
        0,
        False,  # the stage's captures have 203 ppi, and this asks for 385
    )
    assert (local.capture, local.fine_enough) == (2, True)
    assert box_of(local.places[0]) == pytest.approx(box_of(shown.pictures[2].changed[0]))


def test_a_clue_under_a_light_that_was_not_captured_has_no_place() -> None:
    photographed = stage.order("scratched", Sitting("telephone", ("VIS",)))
    shown = preview(synthesise(photographed, stage.studio()))
    assert [clue.capture for clue in shown.clues] == [0, None, None]
    assert shown.clues[1].places == ()


def test_places_near_each_other_are_one_and_those_apart_are_several() -> None:
    per_mm = SHEET_DPI / 25.4
    rows, columns = (round(side * per_mm) for side in reversed(stage.SIZE))
    mask = np.zeros((rows, columns), np.uint8)
    for left in (2.0, 3.5, 20.0):  # the first two half a mm apart
        mask[100:200, round(left * per_mm) : round((left + 1) * per_mm)] = 255
    found = outlines(mask, stage.SIZE)
    assert len(found) == 2
    assert np.ptp(found[0][:, 0]) > np.ptp(found[1][:, 0])


def test_a_place_at_the_edge_of_the_page_is_outlined_too() -> None:
    mask = np.full(tuple(round(side * SHEET_DPI / 25.4) for side in reversed(stage.SIZE)), 255, np.uint8)
    (whole,) = outlines(mask, stage.SIZE)
    assert np.ptp(whole, axis=0) == pytest.approx(stage.SIZE, abs=0.3)


def test_the_resolution_is_measured_on_the_document_itself() -> None:
    made = synthesise(stage.order(), stage.studio())
    shot = made.captures[0].shot
    assert ppi_of(shot) == pytest.approx(stage.PER_MM * 25.4, rel=1e-3)
    half = np.diag([0.5, 0.5, 1.0])
    assert ppi_of(replace(shot, homography=half @ shot.homography)) == pytest.approx(
        stage.PER_MM * 12.7, rel=1e-3
    )
