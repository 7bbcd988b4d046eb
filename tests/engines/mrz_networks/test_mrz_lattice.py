"""Grids of characters, found on what a recogniser would say of known lines."""

from dataclasses import replace

import numpy as np
import pytest

from docdesk.engines.mrz_networks.grids import grids_of
from docdesk.engines.mrz_networks.lattice import lattices, smooth
from docdesk.engines.mrz_networks.posteriors import cells_of
from docdesk.engines.mrz_networks.recognising import Columns
from docdesk.mrz.alphabet import ALPHABET
from tests.engines.mrz_networks.spoken import MARGIN, TD1, TD3, centres_of, said_of

AT_ZERO = (0.0, 0.0, 0.0)


def _texts(columns: list[Columns]) -> list[str]:
    grids = grids_of(columns, AT_ZERO[: len(columns)])
    cells = [cells_of(one, grid.path) for one, grid in zip(columns, grids, strict=True)]
    return ["".join(ALPHABET[at] for at in one.logs.argmax(axis=1)) for one in cells]


@pytest.mark.parametrize("lines", [TD3, TD1])
@pytest.mark.parametrize(("pitch", "drift"), [(5.0, 0.0), (4.2, 0.0), (5.8, 0.0), (4.6, 0.15), (5.3, -0.12)])
def test_every_character_of_a_noisy_zone_is_found_at_any_pitch(
    lines: tuple[str, ...], pitch: float, drift: float
) -> None:
    said = [
        said_of(text, centres_of(len(text), pitch=pitch, drift=drift), noise=0.6, seed=number)
        for number, text in enumerate(lines)
    ]

    assert _texts(said) == list(lines)


def test_centres_lie_between_columns() -> None:
    centres = centres_of(44, first=15.3, pitch=4.93)
    grid = grids_of([said_of(TD3[1], centres)], AT_ZERO[:1])[0]

    assert np.abs(grid.path.centres - centres).max() < 0.6
    assert np.sqrt(np.mean((grid.path.centres - centres) ** 2)) < 0.3
    assert grid.path.pitch == pytest.approx(4.93, abs=0.02)


def test_the_grid_carries_on_through_what_is_covered() -> None:
    centres = centres_of(44, pitch=5.3)
    said = [said_of(TD3[0], centres, covered=range(8, 14)), said_of(TD3[1], centres)]
    grids = grids_of(said, AT_ZERO[:2])
    cells = cells_of(said[0], grids[0].path)
    read = "".join(ALPHABET[at] for at in cells.logs.argmax(axis=1))

    assert (read[:8], read[14:]) == (TD3[0][:8], TD3[0][14:])
    assert (cells.blank[8:14] > 0.5).all()
    assert (np.delete(cells.blank, np.arange(8, 14)) < 0.1).all()


def test_a_line_whose_end_is_covered_is_as_long_as_its_neighbour_but_in_doubt() -> None:
    centres = centres_of(44)
    said = [said_of(TD3[0], centres, covered=range(40, 44)), said_of(TD3[1], centres)]
    grids = grids_of(said, AT_ZERO[:2])

    assert [len(grid.path.centres) for grid in grids] == [44, 44]
    assert grids[0].length_doubt > 0.05
    assert grids[1].length_doubt < 0.01


def test_a_line_printed_one_short_is_read_so() -> None:
    centres = centres_of(44)
    said = [said_of(TD3[0], centres), said_of(TD3[1][:-1], centres[:-1])]

    assert _texts(said) == [TD3[0], TD3[1][:-1]]


def test_a_line_printed_one_too_long_is_read_so() -> None:
    centres = centres_of(45)
    said = [said_of(TD3[0], centres[:-1], width=260), said_of(TD3[1] + "7", centres, width=260)]

    assert _texts(said) == [TD3[0], TD3[1] + "7"]


def test_a_dark_edge_beside_one_line_is_no_character_of_it() -> None:
    centres = centres_of(30)
    said = [said_of(text, centres) for text in TD1]
    edge = said[1]
    blank = edge.blank.copy()
    blank[MARGIN - 6 : MARGIN - 4] = np.log(0.1)
    said[1] = replace(edge, blank=blank)

    assert _texts(said) == list(TD1)


def test_a_line_that_begins_a_place_too_early_is_moved_below_the_surest() -> None:
    centres = centres_of(30)
    said = [said_of(text, centres) for text in TD1]
    faint = said_of("<" + TD1[2][:-1], centres - 5.0, doubtful=0.4, noise=0.2, width=len(said[0]))
    moved = said_of(TD1[2], centres, doubtful=0.45, noise=0.2, width=len(said[0]))
    both = replace(moved, blank=np.minimum(moved.blank, faint.blank))
    grids = grids_of([said[0], said[1], both], AT_ZERO)

    assert [round(float(grid.path.centres[0])) for grid in grids] == [MARGIN] * 3


def test_strips_that_begin_elsewhere_share_an_axis() -> None:
    centres = centres_of(30)
    said = [said_of(TD1[0], centres), said_of(TD1[1], centres + 4.0), said_of(TD1[2], centres)]
    grids = grids_of(said, (0.0, -4.0, 0.0))

    assert [round(float(grid.path.centres[0])) for grid in grids] == [MARGIN, MARGIN + 4, MARGIN]


def test_scores_fall_off_to_both_sides_of_the_true_length() -> None:
    scores = lattices([said_of(TD1[0], centres_of(30))], [None])[0].scores

    assert scores.argmax() == 29
    assert scores[29] - scores[30] > 3
    assert scores[29] - scores[28] > 4


def test_a_short_strip_has_short_paths_only() -> None:
    assert len(lattices([said_of("I<", centres_of(2), width=12)], [None])[0].scores) == 3


def test_outliers_do_not_bend_the_smooth_line() -> None:
    at = np.linspace(0, 200, 40)
    noisy = at.copy()
    noisy[[7, 21]] += 6.0

    assert np.abs(smooth(noisy, np.ones(40)) - at).max() < 0.3
