"""What each process is known by under a lens and under the three lights."""

import numpy as np
import pytest

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.processes.catalogue import PROCESSES
from docdesk.synthesis.processes.process import Impression
from docdesk.synthesis.rasterising import rasterise
from tests.synthesis.processes.white_sheet import (
    BLACK,
    RED,
    bar,
    drawing,
    impressed,
    reproduced,
    white,
    window,
)

TEXT_AND_PICTURE_INFRARED = {
    "inkjet": (0.3, 0.75),
    "toner": (0.2, 0.5),
    "dye_sublimation": (0.2, 0.92),
    "laser_engraving": (0.2, 0.2),
}
"""Most of the infrared that black text leaves, and least of what a picture in dark green leaves."""


def _impressions(name: str) -> list[Impression]:
    return list(PROCESSES[name].impress(rasterise(drawing(), window()), BLACK, window(), Grain(1)))


def _rows_of_edge(name: str) -> np.ndarray:
    """Where the top edge of the bar lies in each column, in pixels."""
    sheet = impressed(name, BLACK)
    part = sheet.visible[sheet.window.around((3.5, 5.5, 4.0, 1.0)).slices_in(sheet.window)][..., 1]
    return np.asarray(part.sum(axis=0))


def test_offset_is_even_within_and_sharp_at_its_edge() -> None:
    sheet = impressed("offset", BLACK)
    assert sheet.visible[bar(sheet)].std() < 0.002
    assert _rows_of_edge("offset").std() < 0.6


def test_offset_widens_a_line_by_ten_micrometres() -> None:
    meant = rasterise(drawing(), window())
    (film,) = _impressions("offset")
    line = window().around((10.0, 8.5, 4.0, 1.0)).slices_in(window())
    wider = (film.coverage[line].sum() - meant[line].astype(int).sum()) / 255 / (4 * window().per_mm)
    assert 0.002 < wider / window().per_mm < 0.016


def test_intaglio_is_darker_in_its_core_and_feathered_at_its_edge() -> None:
    sheet = impressed("intaglio", RED)
    column = sheet.visible[bar(sheet)][0, 0]
    assert column[1] < RED.colours[0][1] * 0.9
    assert _rows_of_edge("intaglio").std() > _rows_of_edge("offset").std()


def test_letterpress_has_a_rim_darker_than_its_inside() -> None:
    (film,) = _impressions("letterpress")
    middle = float(film.coverage[bar(white())].mean())
    rim = film.coverage[window().around((4.0, 5.85, 3.0, 0.15)).slices_in(window())]
    assert rim.max(axis=0).mean() > middle + 12


def test_inkjet_lays_round_dots_of_forty_micrometres_apart_in_a_tint() -> None:
    sheet = reproduced("inkjet", (1.0, 0.97, 1.0))
    dots = (1 - sheet.visible[..., 1]) / 0.97
    peaks = (dots > 0.5).sum()
    area = dots.sum() / peaks / window().per_mm ** 2
    assert 0.030 < 2 * np.sqrt(area / np.pi) < 0.050


def test_inkjet_has_no_pattern_where_toner_and_offset_have_theirs() -> None:
    def strongest(name: str) -> float:
        sheet = reproduced(name, (0.5, 0.5, 0.5))
        part = sheet.visible[:512, :512, 1].astype(float)
        power = np.abs(np.fft.rfft2((part - part.mean()) * np.outer(np.hanning(512), np.hanning(512))))
        return float(power[:128, :128].max() / np.median(power[:128, :128]))

    assert strongest("inkjet") < 8 < strongest("toner")
    assert strongest("offset") > 8


def test_inkjet_colours_lie_out_of_register() -> None:
    sheets = [impressed("inkjet", RED, seed).visible for seed in range(4)]
    fringes = [(np.abs(each[..., 2] - each[..., 1]) > 0.3).mean() for each in sheets]
    assert max(fringes) > 0.004


def test_toner_strews_particles_about_text() -> None:
    (powder,) = _impressions("toner")
    beside = powder.coverage[window().around((3.5, 6.1, 4.0, 0.25)).slices_in(window())]
    far = powder.coverage[window().around((3.5, 10.0, 4.0, 1.5)).slices_in(window())]
    assert 0.001 < (beside > 0).mean() < 0.02
    assert (far > 0).mean() < (beside > 0).mean() / 4


def test_toner_text_is_solid() -> None:
    sheet = impressed("toner", BLACK)
    assert (sheet.visible[bar(sheet)][..., 1] < 0.1).mean() > 0.99


def test_dye_sublimation_is_soft_and_has_no_dots() -> None:
    picture = np.ones((*window().shape, 3), np.float32)
    picture[:, 400:] = 0.3
    sheet = white()
    for impression in PROCESSES["dye_sublimation"].reproduce(picture, window(), Grain(1)):
        sheet.lay(impression.coverage, impression.ink)
    across = sheet.visible[100:200, :, 1].mean(axis=0)
    share = (across.max() - across) / (across.max() - across[500:900].mean())
    rise = np.interp(0.9, share[380:420], np.arange(40)) - np.interp(0.1, share[380:420], np.arange(40))
    assert 0.05 < rise / window().per_mm < 0.13
    assert sheet.visible[100:300, 500:900, 1].std() < 0.03


def test_dye_sublimation_shows_the_lines_of_its_head() -> None:
    rows = reproduced("dye_sublimation", (0.5, 0.5, 0.5)).visible[:512, :512, 1].mean(axis=1)
    power = np.abs(np.fft.rfft(rows - rows.mean()))
    assert power.argmax() == 128  # every fourth row: 300 to the inch


def test_laser_engraving_is_grey_whatever_is_asked() -> None:
    red = reproduced("laser_engraving", (0.8, 0.2, 0.2)).visible[bar(white())].mean(axis=(0, 1))
    assert np.ptp(red) < 0.01


def test_laser_engraving_has_a_raster_of_six_hundred_dots_to_the_inch() -> None:
    rows = reproduced("laser_engraving", (0.5, 0.5, 0.5)).visible[:512, :512, 1].mean(axis=1)
    assert np.abs(np.fft.rfft(rows - rows.mean())).argmax() == 256


@pytest.mark.parametrize("name", TEXT_AND_PICTURE_INFRARED)
def test_black_text_absorbs_infrared_and_dyes_pass_it(name: str) -> None:
    text, picture = TEXT_AND_PICTURE_INFRARED[name]
    sheet = impressed(name, BLACK)
    assert sheet.infrared[bar(sheet)].mean() < text
    assert reproduced(name, (0.15, 0.30, 0.2)).infrared.mean() > picture


def test_what_is_printed_in_spot_ink_keeps_its_own_infrared() -> None:
    for name in ("offset", "intaglio", "letterpress"):
        sheet = impressed(name, RED)
        assert sheet.infrared[bar(sheet)].mean() > 0.75
