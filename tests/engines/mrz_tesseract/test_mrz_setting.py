import numpy as np

from docdesk.engines.mrz_tesseract.setting import (
    BORDER,
    HEIGHT,
    LINE_STEP,
    PITCH,
    STEPS,
    Cells,
    page_of,
    votes_of,
)
from docdesk.engines.mrz_tesseract.tesseract import Seen


def _line(left_out: str) -> Cells:
    strip = np.full((HEIGHT, PITCH * len(left_out)), 200, np.float32)
    strip[10:40, 12 : PITCH * len(left_out) : PITCH] = 30
    strip[10:40, 13 : PITCH * len(left_out) : PITCH] = 30
    return Cells(strip, tuple(mark == "<" for mark in left_out))


def _seen(letters: dict[int, str], row: int, step: int) -> list[Seen]:
    y = BORDER + row * LINE_STEP + HEIGHT / 2
    return [Seen(letter, BORDER + (cell + 0.5) * step, y, 0.9) for cell, letter in letters.items()]


def test_fillers_are_left_white_and_characters_are_set() -> None:
    page = page_of([_line("x<x")])
    for row, step in enumerate(STEPS):
        top = BORDER + row * LINE_STEP
        cells = [page[top : top + HEIGHT, BORDER + c * step : BORDER + (c + 1) * step] for c in range(3)]
        assert [int(cell.min()) for cell in cells] == [0, 255, 0]


def test_each_step_votes_for_its_cell() -> None:
    lines = [_line("xx<x")]
    seen = [s for row, step in enumerate(STEPS) for s in _seen({0: "A", 1: "B", 3: "C"}, row, step)]
    votes = votes_of(tuple(seen), lines)[0]
    assert [[vote.letter for vote in cell] for cell in votes] == [["A", "A"], ["B", "B"], [], ["C", "C"]]


def test_a_character_too_many_shifts_no_other() -> None:
    lines = [_line("xxx")]
    seen = [*_seen({0: "A", 1: "B", 2: "C"}, 0, STEPS[0]), *_seen({1.45: "I"}, 0, STEPS[0])]
    votes = votes_of(tuple(seen), lines)[0]
    assert [cell[0].letter for cell in votes] == ["A", "B", "C"]


def test_a_character_not_seen_leaves_its_cell_without_a_vote() -> None:
    votes = votes_of(tuple(_seen({0: "A", 2: "C"}, 0, STEPS[0])), [_line("xxx")])[0]
    assert [[vote.letter for vote in cell] for cell in votes] == [["A"], [], ["C"]]
