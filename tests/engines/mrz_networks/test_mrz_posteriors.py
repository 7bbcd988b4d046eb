"""Probabilities of characters, from columns that are known."""

import numpy as np
import pytest

from docdesk.engines.mrz_networks.calibration import Band, Calibration
from docdesk.engines.mrz_networks.grids import grids_of
from docdesk.engines.mrz_networks.posteriors import Cells, cells_of, posteriors, together
from docdesk.mrz.alphabet import ALPHABET
from tests.engines.mrz_networks.spoken import TD1, centres_of, said_of

AS_SAID = Calibration((Band(0.0, 1.0, 0.0),), 0.99)


def _cells(**said: object) -> Cells:
    columns = said_of(TD1[0], centres_of(30), **said)
    return cells_of(columns, grids_of([columns], (0.0,))[0].path)


def test_a_character_between_two_shapes_has_the_shares_that_were_said() -> None:
    shares = posteriors(_cells(confused={6: {"2": 0.7, "Z": 0.3}}), AS_SAID, 20.0)

    assert shares[6, ALPHABET.index("2")] == pytest.approx(0.7, abs=0.02)
    assert shares[6, ALPHABET.index("Z")] == pytest.approx(0.3, abs=0.02)


def test_what_is_covered_may_be_anything() -> None:
    shares = posteriors(_cells(covered=range(6, 8)), AS_SAID, 20.0)

    assert shares[6].max() < 0.4
    assert shares[5].max() > 0.98
    assert shares.sum(axis=1) == pytest.approx(1.0)


def test_a_temperature_flattens_and_a_floor_is_kept_back() -> None:
    cells = _cells()
    said = posteriors(cells, AS_SAID, 20.0).max(axis=1)
    flat = posteriors(cells, Calibration((Band(0.0, 3.0, 0.0),), 0.9), 20.0).max(axis=1)
    floored = posteriors(cells, Calibration((Band(0.0, 1.0, 0.01),), 0.9), 20.0)

    assert (flat < said).all()
    assert (floored >= 0.01 / 37 * 0.999).all()


def test_fine_print_has_its_own_band() -> None:
    cells = _cells()
    calibration = Calibration((Band(0.0, 4.0, 0.01), Band(10.0, 1.0, 0.0)), 0.9)

    assert posteriors(cells, calibration, 8.0).max() < posteriors(cells, calibration, 10.0).max()


def test_two_looks_that_disagree_leave_doubt() -> None:
    looks = [_cells(confused={6: {"2": 0.99, "Z": 0.01}}), _cells(confused={6: {"2": 0.01, "Z": 0.99}})]
    shares = posteriors(together(looks), AS_SAID, 20.0)

    assert shares[6, ALPHABET.index("2")] == pytest.approx(0.5, abs=0.05)
    assert together(looks).dy is looks[1].dy


def test_a_line_is_ocr_b_as_its_characters_say_together() -> None:
    assert _cells().ocr_b == pytest.approx(1 / (1 + np.exp(-3.0)), abs=0.01)
