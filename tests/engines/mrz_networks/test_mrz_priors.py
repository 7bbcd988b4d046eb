"""What is known of places, how much it weighs, and that it can be left out."""

import numpy as np
import pytest
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.priors import (
    STRONG,
    TIE,
    Rule,
    log_odds,
    priors_of,
    text_of,
    weighed,
)
from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.formats import FORMATS
from tests.engines.mrz_networks.spoken import TD1, TD3

PASSPORT = FORMATS["TD3"]


def _shares(text: str, index: int, shares: dict[str, float]) -> NDArray[np.float64]:
    rows = np.full((len(text), len(ALPHABET)), 1e-9)
    rows[np.arange(len(text)), [ALPHABET.index(char) for char in text]] = 1.0
    rows[index] = 1e-9
    for char, share in shares.items():
        rows[index, ALPHABET.index(char)] = share
    return rows


def _lines_with(line: int, index: int, shares: dict[str, float], without: tuple[Rule, ...] = ()) -> str:
    rows = [_shares(text, index if number == line else 0, {}) for number, text in enumerate(TD3)]
    rows[0][0, ALPHABET.index("P")] = rows[1][0, ALPHABET.index("L")] = 1.0
    rows[line] = _shares(TD3[line], index, shares)
    tables = log_odds(priors_of(TD3, PASSPORT, without), (44, 44), TIE)
    return text_of(weighed(rows[line], tables[line]))[index]


@pytest.mark.parametrize(
    ("line", "index", "shares", "printed"),
    [
        (0, 7, {"0": 0.6, "O": 0.4}, "O"),
        (1, 13, {"O": 0.6, "0": 0.4}, "0"),
        (1, 15, {"7": 0.6, "1": 0.4}, "1"),
        (1, 17, {"7": 0.6, "1": 0.4}, "1"),
        (1, 9, {"B": 0.6, "8": 0.4}, "8"),
        (1, 20, {"P": 0.6, "F": 0.4}, "F"),
        (0, 0, {"R": 0.6, "P": 0.4}, "P"),
        (0, 35, {"K": 0.6, "<": 0.4}, "<"),
    ],
)
def test_a_place_breaks_a_tie(line: int, index: int, shares: dict[str, float], printed: str) -> None:
    assert _lines_with(line, index, shares) == printed


def test_a_clear_shape_stands_against_its_place() -> None:
    assert _lines_with(0, 7, {"0": 0.97, "O": 0.03}) == "0"
    assert _lines_with(0, 35, {"K": 0.99, "<": 0.01}) == "K"


def test_places_of_numbers_and_names_that_may_hold_either_decide_nothing() -> None:
    assert _lines_with(1, 3, {"O": 0.51, "0": 0.49}) == "O"
    assert _lines_with(0, 22, {"K": 0.51, "<": 0.49}) == "K"


def test_a_rule_can_be_left_out() -> None:
    assert _lines_with(0, 7, {"0": 0.6, "O": 0.4}, ("letters",)) == "0"


def test_several_rules_for_one_place_weigh_once() -> None:
    tables = log_odds(priors_of(TD3, PASSPORT), (44, 44), TIE)

    assert min(table.min() for table in tables) == pytest.approx(-np.log(TIE))


def test_a_strong_prior_weighs_more() -> None:
    priors = priors_of(TD1, FORMATS["TD1"])

    assert log_odds(priors, (30, 30, 30), STRONG)[2][0].min() == pytest.approx(-np.log(STRONG))


def test_nothing_is_known_of_a_form_that_is_not_known_well_or_of_lines_of_other_length() -> None:
    assert priors_of(TD3, FORMATS["RUS44"]) == ()
    assert priors_of((TD3[0], TD3[1][:-1]), PASSPORT) == ()


def test_no_prior_rests_on_what_a_check_digit_should_be() -> None:
    wrong = (TD3[0], TD3[1][:9] + "7" + TD3[1][10:])

    assert priors_of(wrong, PASSPORT) == priors_of(TD3, PASSPORT)


def test_weighed_shares_sum_to_one() -> None:
    tables = log_odds(priors_of(TD3, PASSPORT), (44, 44), TIE)

    assert weighed(_shares(TD3[0], 7, {"0": 0.6}), tables[0]).sum(axis=1) == pytest.approx(1.0)
