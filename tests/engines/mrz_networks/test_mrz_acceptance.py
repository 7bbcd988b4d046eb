"""What is taken for an MRZ, and which of two readings of one place is kept."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.acceptance import (
    ZoneRead,
    best_apart,
    is_clear,
    is_mrz,
    may_be_mrz,
    zone_read,
)
from docdesk.engines.mrz_networks.calibration import Band, Calibration
from docdesk.engines.mrz_networks.curves import Curve
from docdesk.engines.mrz_networks.grids import Grid
from docdesk.engines.mrz_networks.lattice import Path
from docdesk.engines.mrz_networks.looking import SeenLine
from docdesk.engines.mrz_networks.posteriors import Cells
from docdesk.engines.mrz_networks.straightening import Strip
from docdesk.engines.mrz_networks.zones import Zone
from docdesk.mrz.alphabet import ALPHABET
from tests.engines.mrz_networks.known_maps import straight
from tests.engines.mrz_networks.spoken import TD1, TD3

Blank = float | NDArray[np.float64]
CALIBRATION = Calibration((Band(0.0, 1.0, 0.0),), 0.99)


def _seen(text: str, curve: Curve, sharp: float, blank: Blank = 0.01) -> SeenLine:
    """Return a line of which the first `sharp` part is read with 0.99, the rest with 0.5."""
    count = len(text)
    own = np.where(np.arange(count) < sharp * count, 0.99, 0.5)
    logs = np.log(np.repeat((1 - own)[:, None] / (len(ALPHABET) - 1), len(ALPHABET), axis=1))
    logs[np.arange(count), [ALPHABET.index(char) for char in text]] = np.log(own)
    flat = np.zeros(count)
    path = Path(np.arange(count) * 5.0 + 17.0, np.full(count, 5.0, np.float32), 5.0 * count)
    cells = Cells(logs, flat + blank, flat, flat + 19.0, 0.9)
    strip = Strip(curve, np.zeros((32, (count + 6) * 20), np.float32))
    return SeenLine(strip, Grid(path, 0.0), cells, 20.0)


def _read(
    lines: tuple[str, ...], sharp: float = 1.0, blank: Blank = 0.01, y: float = 100.0, turn: bool = False
) -> ZoneRead:
    curves = [straight(100, y + 50 * n, 0, 20, len(text)) for n, text in enumerate(lines)]
    if turn:
        curves = [curve.reversed() for curve in reversed(curves)]
    seen = tuple(_seen(text, curve, sharp, blank) for text, curve in zip(lines, curves, strict=True))
    return zone_read(Zone(tuple(curves), (), 1.0, False), seen, CALIBRATION)


@pytest.mark.parametrize("lines", [TD1, TD3])
def test_clear_lines_with_fillers_are_an_mrz(lines: tuple[str, ...]) -> None:
    assert is_mrz(_read(lines))


def test_a_zone_of_which_half_is_not_clear_is_still_one_and_one_with_less_is_not() -> None:
    assert is_mrz(_read(TD3, sharp=0.6))
    assert not is_mrz(_read(TD3, sharp=0.4))


def test_a_line_alone_must_be_clear() -> None:
    assert is_mrz(_read(TD3[:1], sharp=0.9))
    assert not is_mrz(_read(TD3[:1], sharp=0.7))


def test_places_without_print_and_lines_without_fillers_are_none() -> None:
    assert not is_mrz(_read(TD3, blank=np.where(np.arange(44) < 18, 0.99, 0.01)))
    assert not is_mrz(_read(tuple(line.replace("<", "X") for line in TD3)))
    assert not is_mrz(_read(tuple(line[:12] for line in TD3)))


def test_a_line_that_goes_on_behind_the_lattice_is_none() -> None:
    fine = (TD3[0] + "ABCD", TD3[1] + "ABCD")
    assert not is_mrz(_read(fine))
    assert not is_mrz(_read((TD3[0], fine[1])))
    assert is_mrz(_read(tuple(line[:-1] for line in fine)))


def test_a_drawn_row_of_angles_or_arrowheads_is_none() -> None:
    assert not is_mrz(_read(("<<IF<<<<<<<<<<<<<<<<<<<<<<<<<<", "<" * 30, "<" * 30)))
    assert not is_mrz(_read(("W<WDEY<UY<<" + "V" * 22 + "<L1", "<<<<<H<M<<" + "V" * 24 + "U0")))
    assert not is_mrz(_read((TD3[0], "<" * 8 + TD3[1][8:])))
    assert is_mrz(_read((TD3[0], "<" * 6 + TD3[1][6:])))


def test_what_is_hardly_clear_is_not_looked_at_again() -> None:
    assert may_be_mrz(_read(TD3, sharp=0.4))
    assert not may_be_mrz(_read(TD3, sharp=0.1))


def test_of_two_readings_of_one_place_the_clearer_is_kept() -> None:
    upright, turned = _read(TD3), _read(TD3, sharp=0.3, turn=True)

    assert best_apart([turned, upright]) == [upright]


def test_a_reading_of_more_lines_is_better_than_one_of_a_part() -> None:
    whole, part = _read(TD1), _read(TD1[:2])

    assert best_apart([part, whole]) == [whole]


def test_readings_of_two_places_are_both_kept_the_one_with_more_first() -> None:
    first, second = _read(TD1), _read(TD3, y=400.0)

    assert best_apart([second, first]) == sorted([first, second], key=lambda read: -read.merit)


def test_merit_counts_what_is_clear() -> None:
    read = _read(TD3)
    worse = replace(read, shares=tuple(np.full_like(row, 1 / 37) for row in read.shares))

    assert read.merit > 0.9 * 88
    assert worse.merit < 0


def _without_doubt(lines: tuple[str, ...], doubt: float = 1e-5, length_doubt: float = 0.0) -> ZoneRead:
    read = _read(lines)
    shares = tuple(row.copy() for row in read.shares)
    for row in shares:
        row[:] = np.where(row > 0.5, 1 - 1e-5, 0.0)
    shares[-1][3] *= 1 - doubt
    seen = tuple(replace(line, grid=replace(line.grid, length_doubt=length_doubt)) for line in read.seen)
    return replace(read, seen=seen, shares=shares)


@pytest.mark.parametrize("lines", [TD1, TD3])
def test_a_usual_zone_without_any_doubt_needs_no_second_look(lines: tuple[str, ...]) -> None:
    assert is_clear(_without_doubt(lines))


def test_one_character_in_doubt_or_one_too_few_or_a_doubtful_length_wants_a_second_look() -> None:
    assert not is_clear(_without_doubt(TD3, doubt=5e-4))
    assert not is_clear(_without_doubt((TD3[0], TD3[1][:-1])))
    assert not is_clear(_without_doubt(TD1[:1] * 2 + TD3[:1]))
    assert not is_clear(_without_doubt(TD1, length_doubt=0.01))
