"""What makes every character of a zone doubtful at once."""

import numpy as np
import pytest

from docdesk.engines.mrz_networks.whole import has_margin, is_whole
from tests.engines.mrz_networks.spoken import TD1, TD3, centres_of

SIZE = (1000, 600)


def _sure(lines: tuple[str, ...]) -> list[list[bool]]:
    return [[True] * len(line) for line in lines]


@pytest.mark.parametrize("lines", [TD1, TD3])
def test_clear_lines_of_a_known_form_are_whole(lines: tuple[str, ...]) -> None:
    assert is_whole(lines, _sure(lines), [0.001] * len(lines))


@pytest.mark.parametrize(
    "lines",
    [
        (TD3[0], TD3[1][:-1]),
        (TD1[0], TD1[1]),
        ("<" + TD3[0][:-1], TD3[1]),
        (TD3[0], "<" + TD3[1][:-1]),
        (TD1[0],),
    ],
    ids=["one short", "a line missing", "first line shifted", "second line shifted", "lone line"],
)
def test_lines_out_of_step_or_in_part_are_not_whole(lines: tuple[str, ...]) -> None:
    assert not is_whole(lines, _sure(lines), [0.0] * len(lines))


def test_a_length_in_doubt_makes_all_doubtful() -> None:
    assert not is_whole(TD3, _sure(TD3), [0.001, 0.05])


def test_an_outer_column_that_is_nowhere_clear_may_have_been_filled_up() -> None:
    certain = [[True] * 43 + [False] for _ in TD3]

    assert not is_whole(TD3, certain, [0.0, 0.0])


def test_much_doubt_makes_all_doubtful() -> None:
    certain = [[index % 5 < 3 or index in (0, 43) for index in range(44)] for _ in TD3]

    assert not is_whole(TD3, certain, [0.0, 0.0])


@pytest.mark.parametrize(("first", "clear"), [(40.0, True), (12.0, False), (140.0, False)])
def test_a_zone_at_the_edge_may_go_on_outside(first: float, clear: bool) -> None:
    row = np.stack([first + centres_of(44, first=0.0, pitch=20.0), np.full(44, 300.0)], axis=-1)

    assert has_margin([row], SIZE) is clear


@pytest.mark.parametrize("turn", [np.array([[0, 1], [1, 0]]), np.array([[0, -1], [-1, 0]])])
def test_the_edge_is_found_on_a_page_on_its_side(turn: np.ndarray) -> None:
    row = np.stack([centres_of(30, first=15.0, pitch=20.0), np.full(30, 300.0)], axis=-1)
    on_its_side = row @ turn
    on_its_side[:, 1] = np.where(on_its_side[:, 1] < 0, 599 + on_its_side[:, 1], on_its_side[:, 1])

    assert not has_margin([np.abs(on_its_side)], (600, 600))
