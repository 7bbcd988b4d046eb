"""A reading that may be cut off or out of step is certain of nothing."""

import numpy as np
import pytest

from docdesk.engines.mrz_tesseract.reader import TesseractMrzReader
from docdesk.engines.mrz_tesseract.whole import is_whole
from docdesk.foundation.geometry import Quad
from tests.engines.mrz_tesseract.drawn import Conditions, invented_lines, picture

LINES = ("P<UTOERIKSSON<<ANNA<MARIA".ljust(44, "<"), "L898902C36UTO7408122F1204159ZE184226B<<<<<10")


def quads(lines: tuple[str, ...], left: float = 100.0) -> list[list[Quad]]:
    return [
        [
            (
                (left + 20 * i, 100.0 + 50 * n),
                (left + 20 * i + 20, 100.0 + 50 * n),
                (left + 20 * i + 20, 130.0 + 50 * n),
                (left + 20 * i, 130.0 + 50 * n),
            )
            for i in range(len(line))
        ]
        for n, line in enumerate(lines)
    ]


def whole(lines: tuple[str, ...], *, left: float = 100.0, width: int = 1200) -> bool:
    certain = [[True] * len(line) for line in lines]
    return is_whole(lines, certain, quads(lines, left), (width, 400))


def test_a_zone_with_margins_is_whole() -> None:
    assert whole(LINES)


@pytest.mark.parametrize(("left", "width"), [(5.0, 1200), (100.0, 985)])
def test_a_zone_at_the_edge_of_the_picture_may_go_on_outside(left: float, width: int) -> None:
    assert not whole(LINES, left=left, width=width)


def test_a_shifted_zone_is_not_whole() -> None:
    assert not whole(tuple("<" + line[:-1] for line in LINES))


def test_a_passport_cut_to_the_length_of_a_card_is_not_whole() -> None:
    assert not whole(tuple(line[:36] for line in LINES))


def test_a_visa_that_is_a_passport_without_its_beginning_is_not_whole() -> None:
    assert not whole(("VANG<<MIRA<HELENE".ljust(36, "<"), "84UTO8704027F3309139870402K4471<<<58"))


def test_a_zone_mostly_in_doubt_is_in_doubt_everywhere() -> None:
    for most, answer in ((10, True), (16, False)):
        certain = [[not 5 <= index < 5 + most for index in range(44)] for _ in LINES]
        assert is_whole(LINES, certain, quads(LINES), (1200, 400)) is answer


@pytest.mark.parametrize("end", [0, -1])
def test_an_outer_column_that_was_not_read_makes_the_places_of_all_others_doubtful(end: int) -> None:
    certain = [[True] * 44, [True] * 44]
    certain[0][end] = False
    assert is_whole(LINES, certain, quads(LINES), (1200, 400))
    certain[1][end] = False
    assert not is_whole(LINES, certain, quads(LINES), (1200, 400))


@pytest.mark.parametrize("cut", ["left", "right"])
def test_a_zone_covered_at_one_end_is_certain_of_nothing(cut: str) -> None:
    lines = invented_lines("TD3", np.random.default_rng(5))
    pixels = picture("TD3", lines, Conditions(ppi=200), 5)
    (reading,) = TesseractMrzReader().read(pixels)
    assert reading.lines == tuple(lines)
    assert all(all(row) for row in reading.certain)
    xs = [point[0] for point in (reading.characters[0][2][0], reading.characters[0][-2][0])]
    covered = pixels.copy()
    if cut == "left":
        covered[:, : int(xs[0])] = 255
    else:
        covered[:, int(xs[1]) :] = 255
    for found in TesseractMrzReader().read(covered):
        digits_or_all = [sure for row in found.certain for sure in row]
        assert cut == "right" or not any(digits_or_all)
        assert found.lines == tuple(lines) or not all(digits_or_all)
