from dataclasses import replace

import numpy as np
import pytest

from docdesk.synthesis.chance import Grain
from docdesk.synthesis.materials.inks import Ink
from docdesk.synthesis.materials.light import luminance
from docdesk.synthesis.processes.catalogue import PROCESSES, process
from docdesk.synthesis.processes.process import REACH_MM, Impression
from docdesk.synthesis.rasterising import Coverage, Window, rasterise
from tests.synthesis.processes.white_sheet import BLACK, RAINBOW, RED, drawing, impressed, reproduced, window

EVERY = ("offset", "intaglio", "letterpress", "inkjet", "toner", "dye_sublimation", "laser_engraving")
IN_COLOUR = ("offset", "inkjet", "toner", "dye_sublimation")
every_process = pytest.mark.parametrize("name", EVERY)


def test_every_process_is_found_by_its_own_name() -> None:
    assert tuple(PROCESSES) == EVERY
    assert all(process(name).name == name for name in EVERY)


def test_an_unknown_process_is_refused() -> None:
    with pytest.raises(KeyError):
        process("potato")


def _part() -> tuple[Window, Window]:
    """A window whose edges cut the drawing, and what of it must not know about its edges."""
    cut = replace(window(), column=190, row=134, columns=310, rows=290)
    margin = round(REACH_MM * cut.per_mm / 2) * 2
    inner = replace(
        cut, column=190 + margin, row=134 + margin, columns=310 - 2 * margin, rows=290 - 2 * margin
    )
    return cut, inner


def _assert_seamless(whole: list[Impression], part: list[Impression]) -> None:
    cut, inner = _part()
    assert [each.ink for each in whole] == [each.ink for each in part]
    middles = [one.coverage[inner.slices_in(window())] for one in whole]
    assert any(middle.any() for middle in middles)
    for middle, other in zip(middles, part, strict=True):
        assert np.array_equal(middle, other.coverage[inner.slices_in(cut)])


def _drawn() -> Coverage:
    return rasterise(drawing(), window())


@every_process
@pytest.mark.parametrize("ink", [BLACK, RED, RAINBOW])
def test_artwork_printed_in_a_window_equals_the_cut_of_the_whole(name: str, ink: Ink) -> None:
    cut, _ = _part()
    part = _drawn()[cut.slices_in(window())].copy()
    _assert_seamless(
        list(PROCESSES[name].impress(_drawn(), ink, window(), Grain(4))),
        list(PROCESSES[name].impress(part, ink, cut, Grain(4))),
    )


@every_process
def test_a_picture_printed_in_a_window_equals_the_cut_of_the_whole(name: str) -> None:
    cut, _ = _part()
    x, y = window().millimetres()
    tone = 0.5 + 0.2 * np.sin(x)[None, :] + 0.2 * np.cos(1.3 * y)[:, None]
    picture = np.stack((tone, 0.9 * tone, 0.7 * tone), axis=-1).astype(np.float32)
    part = picture[cut.slices_in(window())].copy()
    _assert_seamless(
        list(PROCESSES[name].reproduce(picture, window(), Grain(4))),
        list(PROCESSES[name].reproduce(part, cut, Grain(4))),
    )


@every_process
def test_the_same_grain_prints_the_same_and_another_prints_otherwise(name: str) -> None:
    assert np.array_equal(impressed(name, RED).visible, impressed(name, RED).visible)
    if name != "dye_sublimation":  # its dyes have no grain
        assert not np.array_equal(impressed(name, RED).visible, impressed(name, RED, seed=2).visible)


@every_process
def test_no_process_makes_the_sheet_glow(name: str) -> None:
    for sheet in (impressed(name, RED), reproduced(name, (0.4, 0.5, 0.3))):
        assert sheet.glow.max() <= 1
        assert sheet.glow.min() < 0.8


@every_process
def test_white_stays_bare(name: str) -> None:
    assert reproduced(name, (1.0, 1.0, 1.0)).visible.min() == 1


@every_process
def test_nothing_to_print_leaves_nothing(name: str) -> None:
    nothing = np.zeros(window().shape, np.uint8)
    assert not list(PROCESSES[name].impress(nothing, BLACK, window(), Grain(1)))


@every_process
@pytest.mark.parametrize("grey", [0.2, 0.35, 0.5, 0.65, 0.8])
def test_a_grey_comes_out_as_bright_as_wanted(name: str, grey: float) -> None:
    middle = window().around((5.0, 4.0, 4.0, 4.0)).slices_in(window())
    printed = reproduced(name, (grey, grey, grey)).visible[middle]
    assert float(luminance(printed).mean()) == pytest.approx(grey, abs=0.05)


@pytest.mark.parametrize("name", IN_COLOUR)
@pytest.mark.parametrize("colour", [(0.5, 0.5, 0.5), (0.6, 0.35, 0.28), (0.35, 0.5, 0.6), (0.8, 0.75, 0.55)])
def test_a_colour_comes_out_as_wanted(name: str, colour: tuple[float, float, float]) -> None:
    middle = window().around((5.0, 4.0, 2.0, 2.0)).slices_in(window())
    printed = reproduced(name, colour).visible[middle].mean(axis=(0, 1))
    assert printed.tolist() == pytest.approx(list(colour), abs=0.05)
