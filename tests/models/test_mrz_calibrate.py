"""The calibration that is fitted to what a recogniser said of prints that are known."""

import numpy as np
import pytest

from docdesk.engines.mrz_networks.posteriors import Cells
from docdesk.mrz.alphabet import ALPHABET
from models.mrz.calibrate import Sample, fitted, said_and_so, table

COUNT = 30
# No format has two lines of this length, so that no place says anything of its own.
LINE = 41


def _sample(rng: np.random.Generator, boast: float, pitch: float) -> Sample:
    """Return lines of a recogniser whose logits are `boast` times what they should be."""
    cells: list[Cells] = []
    lines: list[str] = []
    for _ in range(2):
        logits = rng.normal(0, 1, (LINE, len(ALPHABET)))
        logits[np.arange(LINE), rng.integers(len(ALPHABET), size=LINE)] += rng.uniform(3, 14, LINE)
        logs = logits - np.logaddexp.reduce(logits, axis=1)[:, None]
        drawn = [rng.choice(len(ALPHABET), p=np.exp(row)) for row in logs]
        lines.append("".join(ALPHABET[at] for at in drawn))
        loud = logs * boast
        flat = np.zeros(LINE)
        cells.append(Cells(loud - np.logaddexp.reduce(loud, axis=1)[:, None], flat, flat, flat + 19.0, 0.9))
    return Sample(tuple(cells), (pitch, pitch), tuple(lines))


@pytest.mark.parametrize("boast", [0.7, 1.0, 2.0])
def test_how_much_a_recogniser_boasts_is_found(boast: float) -> None:
    rng = np.random.default_rng(4)
    samples = [_sample(rng, boast, 20.0) for _ in range(70)]

    assert fitted(samples).band(20.0).temperature == pytest.approx(boast, rel=0.15)


def test_print_of_each_size_has_its_own_band_where_there_is_enough() -> None:
    rng = np.random.default_rng(5)
    fine = [_sample(rng, 2.5, 6.0) for _ in range(70)]
    coarse = [_sample(rng, 0.8, 20.0) for _ in range(70)]
    calibration = fitted([*fine, *coarse])

    assert calibration.band(6.0).temperature > 2
    assert calibration.band(20.0).temperature < 1.2
    assert [band.pitch for band in calibration.bands] == [0.0, 12.0]


def test_what_is_certain_is_as_good_as_never_wrong() -> None:
    rng = np.random.default_rng(6)
    samples = [_sample(rng, 1.0, 20.0) for _ in range(COUNT)]
    calibration = fitted(samples)
    said, so = said_and_so(samples, calibration)

    assert calibration.certain >= 0.99
    assert so[said >= calibration.certain].all()
    assert (said >= calibration.certain).mean() > 0.2


def test_the_table_sets_what_was_said_beside_what_was_so() -> None:
    said, so = np.array([0.45, 0.96, 0.97, 1.0]), np.array([False, True, False, True])
    rows = [line.split() for line in table(said, so).splitlines()[1:]]

    assert rows == [
        ["0.0", "0.5", "1", "0.55000", "1.00000"],
        ["0.95", "0.99", "2", "0.03500", "0.50000"],
        ["0.9999", "1.0", "1", "0.00000", "0.00000"],
    ]
