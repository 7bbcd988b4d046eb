"""What Tesseract is shown for a second opinion, and how what it reads finds back to its places."""

import os
import shutil
from pathlib import Path

import cv2
import numpy as np
import pytest

from docdesk.engines.mrz_networks.second_opinion import SecondOpinion, ShownLine
from docdesk.engines.mrz_tesseract import tesseract
from docdesk.engines.mrz_tesseract.hocr import Read
from docdesk.engines.mrz_tesseract.opinion import (
    BORDER,
    HEIGHT,
    LINE_STEP,
    STEP,
    TesseractOpinion,
    page_of,
    placed,
)

NAMES = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
NUMBERS = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="LOUD: Tesseract is not installed: its opinion was not asked"
)


def shown(text: str, ink: int = 40, paper: int = 200) -> ShownLine:
    """Return a line of simple print with its fillers left out."""
    cells = np.full((32, 20 * len(text)), paper, np.uint8)
    for index, char in enumerate(text):
        (width, _), _ = cv2.getTextSize(char, cv2.FONT_HERSHEY_SIMPLEX, 0.75, 2)
        place = (20 * index + 10 - width // 2, 25)
        cv2.putText(cells, char, place, cv2.FONT_HERSHEY_SIMPLEX, 0.75, ink, 2, cv2.LINE_AA)
    return ShownLine(np.asarray(cells, np.float32), tuple(char == "<" for char in text))


def seen(char: str, row: int, cell: float) -> Read:
    """Return a character as Tesseract tells of it, in the middle of a row and of a cell."""
    x, y = int(BORDER + (cell + 0.5) * STEP), int(BORDER + row * LINE_STEP + HEIGHT / 2)
    return char, (x - 8, y - 15, x + 8, y + 15), 0.9


def script(folder: Path, body: str) -> str:
    """Return a program that answers as Tesseract with `eng` does, and then does something else."""
    program = folder / "tesseract"
    program.write_text(f'#!/bin/sh\n[ "$1" = --list-langs ] && echo eng && exit 0\n{body}\n')
    program.chmod(0o755)
    return str(program)


def test_it_gives_opinions() -> None:
    opinion: SecondOpinion = TesseractOpinion()
    assert opinion is not None


def test_the_page_is_white_where_a_character_was_left_out_and_black_on_white_elsewhere() -> None:
    page = page_of([shown("A<B"), shown("<<C")])
    cells = [
        page[BORDER + row * LINE_STEP :, BORDER + cell * STEP :][:HEIGHT, :STEP]
        for row in range(2)
        for cell in range(3)
    ]
    assert [bool((cell < 60).any()) for cell in cells] == [True, False, True, False, False, True]
    assert all(np.percentile(cell, 80) > 240 for cell in cells)


def test_characters_find_back_to_their_places() -> None:
    lines = [shown("AB<D"), shown("EFGH")]
    reads = [seen("A", 0, 0), seen("8", 0, 1.2), seen("D", 0, 3), seen("H", 1, 3)]
    assert placed(reads, lines) == ("A8 D", "   H")


@pytest.mark.parametrize(
    "reads",
    [
        [seen("A", 0, 0), seen("4", 0, 0.2)],
        [seen("A", 0, 0.5)],
        [seen("A", 0, 2)],
        [seen("A", 0, 9)],
        [seen("A", 3, 0)],
        [("A", (BORDER, BORDER + 66, BORDER + 20, BORDER + 90), 0.9)],
    ],
    ids=["two in one place", "between two", "left out", "behind the end", "below all", "between the lines"],
)
def test_what_belongs_to_no_place_is_no_opinion(reads: list[Read]) -> None:
    assert placed(reads, [shown("AB<"), shown("DEF")]) == ("   ", "   ")


@needs_tesseract
def test_print_is_read_place_by_place_and_nothing_is_left_behind() -> None:
    def leftovers() -> set[str]:
        places = (Path("/dev/shm"), Path("/tmp"))
        return {entry.name for place in places if place.is_dir() for entry in place.glob("docdesk-mrz-*")}

    before, limit = leftovers(), os.environ.get("OMP_THREAD_LIMIT")
    read = TesseractOpinion().lines_of([shown(NAMES), shown(NUMBERS)])
    assert read is not None
    for text, printed in zip(read, (NAMES, NUMBERS), strict=True):
        assert len(text) == len(printed)
        assert all(said == " " for said, char in zip(text, printed, strict=True) if char == "<")
        clear = [said == char for said, char in zip(text, printed, strict=True) if char not in "<O0"]
        assert sum(clear) >= 0.8 * len(clear)
    assert leftovers() <= before
    assert os.environ.get("OMP_THREAD_LIMIT") == limit


def test_without_the_program_there_is_no_opinion() -> None:
    opinion = TesseractOpinion("no-such-tesseract")
    lacking = opinion.missing()
    assert lacking is not None
    assert lacking.key == "reader.tesseract_missing"
    assert opinion.lines_of([shown(NUMBERS)]) is None


def test_without_its_data_there_is_no_opinion(tmp_path: Path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho 'List of available languages (1):'\necho osd\n")
    program.chmod(0o755)
    opinion = TesseractOpinion(str(program))
    lacking = opinion.missing()
    assert lacking is not None
    assert lacking.key == "reader.tesseract_eng_missing"
    assert opinion.lines_of([shown(NUMBERS)]) is None


@pytest.mark.parametrize("body", ["kill -9 $$", "exit 3", "exit 0"])
def test_a_program_that_breaks_off_gives_no_opinion(tmp_path: Path, body: str) -> None:
    assert TesseractOpinion(script(tmp_path, body)).lines_of([shown(NUMBERS)]) is None


def test_a_program_that_hangs_is_given_up_once_and_not_asked_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    asked = tmp_path / "asked"
    opinion = TesseractOpinion(script(tmp_path, f"echo asked >> {asked}\nexec sleep 60"), seconds=1)
    assert [opinion.lines_of([shown(NUMBERS)]) for _ in range(3)] == [None, None, None]
    assert asked.read_text().splitlines() == ["asked"]
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_a_program_that_broke_off_is_asked_again(tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    opinion = TesseractOpinion(script(tmp_path, f"echo asked >> {asked}\nexit 3"))
    assert [opinion.lines_of([shown(NUMBERS)]) for _ in range(2)] == [None, None]
    assert asked.read_text().splitlines() == ["asked", "asked"]


def test_the_thread_limit_is_put_back_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_THREAD_LIMIT", "7")
    with tesseract.one_thread.held():
        with tesseract.one_thread.held():
            assert os.environ["OMP_THREAD_LIMIT"] == "1"
        assert os.environ["OMP_THREAD_LIMIT"] == "1"
    assert os.environ["OMP_THREAD_LIMIT"] == "7"
