from dataclasses import replace

import numpy as np
import pytest

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.materials.catalogue import SUBSTRATES, substrate
from docdesk.synthesis.rasterising import Window
from docdesk.synthesis.sheet import Sheet
from docdesk.synthesis.surface import bare

CARD = Window.whole((60.0, 40.0), 600)


def reduced(sheet: Sheet, dpi: int) -> Sheet:
    return sheet.resized(sheet.window.at(dpi))


@pytest.mark.parametrize("name", SUBSTRATES)
def test_a_bare_sheet_shows_its_substrate_on_average(name: str) -> None:
    sheet = bare(substrate(name), CARD, Grain(3))
    visible = sheet.visible.mean(axis=(0, 1), dtype=np.float64)
    assert visible.tolist() == pytest.approx(list(substrate(name).reflectance), rel=0.01)
    assert sheet.infrared.mean(dtype=np.float64) == pytest.approx(substrate(name).infrared, rel=0.01)
    glow = sheet.glow.mean(axis=(0, 1), dtype=np.float64)
    assert glow.tolist() == pytest.approx(list(substrate(name).glow), rel=0.02)
    assert {plane.dtype for plane in (sheet.visible, sheet.infrared, sheet.glow)} == {np.dtype(np.float32)}


@pytest.mark.parametrize("dpi", [600, 1200])
@pytest.mark.parametrize("name", ["security_paper", "polycarbonate"])
def test_windows_of_a_sheet_meet_without_a_seam(name: str, dpi: int) -> None:
    whole = bare(substrate(name), Window.whole((30.0, 20.0), dpi), Grain(3))
    part = replace(whole.window, column=131, row=77, columns=150, rows=210)
    other = bare(substrate(name), part, Grain(3))
    for plane in ("visible", "infrared", "glow"):
        assert np.allclose(getattr(whole.cut(part), plane), getattr(other, plane), atol=1e-5)


def test_a_window_beyond_the_edge_of_the_face_is_filled() -> None:
    sheet = bare(substrate("security_paper"), Window((10, 10), 600, -40, -30, 80, 60), Grain(3))
    assert sheet.visible.shape == (60, 80, 3)
    assert sheet.visible.min() > 0.6


def test_cloud_is_the_same_at_both_resolutions() -> None:
    fine, coarse = (
        reduced(bare(substrate("security_paper"), Window.whole((30.0, 20.0), dpi), Grain(3)), 50)
        for dpi in (1200, 600)
    )
    rows, columns = coarse.infrared.shape
    both = np.corrcoef(fine.infrared[:rows, :columns].ravel(), coarse.infrared.ravel())
    assert both[0, 1] > 0.9


def test_paper_is_cloudier_than_plastic() -> None:
    paper, card = (reduced(bare(substrate(name), CARD, Grain(3)), 100) for name in ("security_paper", "pvc"))
    assert paper.infrared.std() > 3 * card.infrared.std()


def test_another_grain_is_another_sheet() -> None:
    first, again, other = (bare(substrate("visa_paper"), CARD, Grain(seed)).infrared for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert abs(np.corrcoef(first.ravel(), other.ravel())[0, 1]) < 0.1
