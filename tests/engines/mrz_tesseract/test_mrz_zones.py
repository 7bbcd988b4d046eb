from dataclasses import replace

import numpy as np
import pytest

from docdesk.engines.mrz_tesseract.bands import find_bands
from docdesk.engines.mrz_tesseract.candidates import candidates
from docdesk.engines.mrz_tesseract.shapes import knows_all
from tests.engines.mrz_tesseract.drawn import (
    LENGTHS,
    Conditions,
    font_path,
    invented_lines,
    picture,
    without_mrz,
)

needs_font = pytest.mark.skipif(font_path() is None, reason="Debian's fonts-ocr-b is not installed")


@needs_font
def test_every_line_of_an_mrz_is_among_the_strongest_bands() -> None:
    lines = invented_lines("TD1", np.random.default_rng(5))
    grey = picture("TD1", lines, Conditions(ppi=200, tilt=4), 5)
    heights = sorted(band.y for band in find_bands(grey)[:12] if band.length > 0.6 * 30 * 20)
    assert len({round(y / 25) for y in heights}) >= 3


def test_a_blank_picture_has_no_bands() -> None:
    assert find_bands(np.full((400, 600), 220, np.uint8)) == ()
    assert find_bands(np.full((3, 5), 220, np.uint8)) == ()


@needs_font
@pytest.mark.parametrize("kind", list(LENGTHS))
def test_each_format_has_its_lines_and_cells(kind: str) -> None:
    lines = invented_lines(kind, np.random.default_rng(7))
    found = candidates(picture(kind, lines, Conditions(ppi=150, tilt=-3), 7))
    assert [(len(c.lines), c.zone.cells) for c in found] == [LENGTHS[kind]]


@needs_font
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_turn_that_makes_the_zone_upright_is_told(turned: int) -> None:
    lines = invented_lines("TD3", np.random.default_rng(8))
    grey = picture("TD3", lines, Conditions(ppi=130, turned=turned, tilt=6), 8)
    (found,) = candidates(grey)
    assert found.turned == (360 - turned) % 360


@needs_font
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_characters_lie_where_they_were_printed(turned: int) -> None:
    lines = invented_lines("TD3", np.random.default_rng(9))
    conditions = Conditions(ppi=150, turned=turned, margin_mm=10)
    (found,) = candidates(picture("TD3", lines, conditions, 9))
    px = 150 / 25.4
    for line, centre in zip(found.lines, (88 - 15.75, 88 - 9.4), strict=True):
        for place, quad in enumerate(found.quads(line)):
            x, y = np.mean(quad, axis=0)
            assert x == pytest.approx((10 + 6 + (place + 0.5) * 2.54) * px, abs=3)
            assert y == pytest.approx((10 + centre) * px, abs=3)
            assert quad[0][0] < quad[1][0]
            assert quad[0][1] < quad[3][1]


@needs_font
def test_lines_begin_at_their_first_character_though_fine_lines_cross_them() -> None:
    lines = invented_lines("MRVA", np.random.default_rng(22))
    conditions = Conditions(
        ppi=131, contrast=0.5, guilloche=0.13, blur=0.6, noise=8, jpeg=66, tilt=5.4, bold=0.1
    )
    (found,) = candidates(picture("MRVA", lines, replace(conditions, margin_mm=23), 22))
    left = found.quads(found.lines[0])[0]
    right = found.quads(found.lines[0])[-1]
    assert found.zone.cells == 44
    assert np.hypot(right[1][0] - left[0][0], right[1][1] - left[0][1]) == pytest.approx(
        44 * 2.54 * 131 / 25.4, rel=0.02
    )


@pytest.mark.parametrize("kind", ["blank", "noise"])
def test_patterns_are_no_zones(kind: str) -> None:
    if knows_all():
        assert not [c for c in candidates(without_mrz(kind, 3)) if c.likeness > 0.8]


def test_bars_without_print_between_them_are_no_zone_and_no_error() -> None:
    grey = np.full((600, 900), 230, np.uint8)
    for row in range(60, 560, 40):
        grey[row : row + 8, 100:800] = 20
        grey[row : row + 8, 400:404] = 230
    assert candidates(grey) == []
