"""Tesseract on a whole page: which lines are taken for the MRZ."""

import shutil

import cv2
import numpy as np
import pytest

from docdesk.engines.mrz_tesseract.full_page import FullPageReader, picked
from docdesk.engines.mrz_tesseract.hocr import Read
from docdesk.foundation.errors import EngineMissing

NAMES = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
NUMBERS = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="LOUD: Tesseract is not installed: no page was read by it"
)


def line(text: str) -> tuple[Read, ...]:
    return tuple((char, (0, 0, 1, 1), 0.9) for char in text)


def texts(lines: tuple[tuple[Read, ...], ...]) -> list[str]:
    return ["".join(char for char, _, _ in row) for row in lines]


def test_the_last_two_long_lines_are_a_passport_and_the_last_three_short_ones_a_card() -> None:
    above = line("DISTINGUISHINGMARKSOFTHEBEARER")
    assert texts(picked((above, line(NAMES), line("SHORT"), line(NUMBERS)))) == [NAMES, NUMBERS]
    card = tuple(line(text.ljust(30, "<")) for text in ("I<UTO", "7408122F", "ERIKSSON"))
    assert len(picked((above, *card))) == 3


@pytest.mark.parametrize("lines", [(), (NAMES,), ("A" * 40, "B" * 40), (NAMES[:27], NUMBERS[:27])])
def test_nothing_is_picked_from_what_does_not_look_like_an_mrz(lines: tuple[str, ...]) -> None:
    assert picked(tuple(map(line, lines))) == ()


def test_without_the_program_it_says_so() -> None:
    reader = FullPageReader("no-such-program")
    assert reader.missing() is not None
    with pytest.raises(EngineMissing):
        reader.read(np.full((40, 60), 255, np.uint8))


@needs_tesseract
def test_a_page_is_read_as_it_lies_and_nothing_is_certain() -> None:
    page = np.full((400, 1500), 255, np.uint8)
    for row, text in enumerate((NAMES, NUMBERS)):
        for index, char in enumerate(text):
            place = (60 + 31 * index, 150 + 90 * row)
            cv2.putText(page, char, place, cv2.FONT_HERSHEY_SIMPLEX, 1.1, 0, 3, cv2.LINE_AA)
    (reading,) = FullPageReader().read(page)
    assert len(reading.lines) == 2
    assert reading.lines[1].startswith("L8989")
    assert not any(any(row) for row in reading.certain)
    (left, top), _, (right, bottom), _ = reading.quad
    assert 40 < left < 80
    assert 1350 < right < 1450
    assert 100 < top < bottom < 260
    assert FullPageReader().read(np.full((400, 600), 255, np.uint8)) == ()
