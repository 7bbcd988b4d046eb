"""Characters straightened into cells: each quadrilateral fills its own cell."""

import numpy as np
import pytest

from docdesk.foundation.geometry import Quad
from docdesk.imaging.cells import cell_row


def box(left: float, top: float, width: float, height: float) -> Quad:
    right, bottom = left + width, top + height
    return (left, top), (right, top), (right, bottom), (left, bottom)


def columns(colours: list[int], width: int = 10, height: int = 20) -> np.ndarray:
    return np.repeat(np.array([colours], np.uint8), height, axis=0).repeat(width, axis=1)


def middles(row: np.ndarray, width: int) -> list[int]:
    return [int(row[row.shape[0] // 2, at, 0]) for at in range(width // 2, row.shape[1], width)]


def test_every_cell_shows_its_own_part() -> None:
    row = cell_row(columns([10, 200, 90]), [box(10 * at, 4, 10, 12) for at in range(3)], (16, 24))
    assert row.shape == (24, 48, 3)
    assert row.dtype == np.uint8
    assert middles(row, 16) == [10, 200, 90]


def test_cells_follow_a_turned_line() -> None:
    picture = np.ascontiguousarray(np.rot90(columns([10, 200, 90]), -1))
    quads: list[Quad] = [
        ((16, 10 * at), (16, 10 * at + 10), (4, 10 * at + 10), (4, 10 * at)) for at in range(3)
    ]
    assert middles(cell_row(picture, quads, (16, 24)), 16) == [10, 200, 90]


def test_fine_detail_is_averaged_not_picked() -> None:
    stripes = np.tile(np.array([0, 255], np.uint8), (80, 40))
    row = cell_row(stripes, [box(-0.5, 10, 80, 60)], (10, 10))
    assert 110 < row.mean() < 145
    assert row.std() < 25


def test_sixteen_bits_are_stretched_by_what_the_line_holds() -> None:
    twelve_bits = columns([0, 1]).astype(np.uint16) * 4095
    row = cell_row(twelve_bits, [box(0, 4, 10, 12), box(10, 4, 10, 12)], (10, 12))
    assert row.dtype == np.uint8
    assert middles(row, 10) == [0, 255]


def test_colours_stay() -> None:
    picture = np.zeros((20, 20, 3), np.uint8)
    picture[..., 0] = 250
    assert cell_row(picture, [box(5, 5, 10, 10)], (4, 4))[2, 2].tolist() == [250, 0, 0]


def test_a_place_beyond_the_edge_repeats_the_edge() -> None:
    row = cell_row(columns([77]), [box(8, 15, 10, 12), box(200, 200, 10, 10)], (8, 8))
    assert set(row.ravel().tolist()) == {77}


def test_no_cells_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        cell_row(columns([1]), [], (4, 4))
    with pytest.raises(ValueError, match="at least one"):
        cell_row(columns([1]), [box(0, 0, 1, 1)], (0, 4))
