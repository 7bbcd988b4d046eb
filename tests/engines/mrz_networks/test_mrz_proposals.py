"""What is proposed in place of characters that are in doubt."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from docdesk.engines.mrz_networks.proposing import proposed
from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.check_digits import check_digit
from tests.engines.mrz_networks.spoken import TD1, TD3

Doubts = Mapping[tuple[int, int], Mapping[str, float]]


def _proposed(lines: tuple[str, ...], doubts: Doubts) -> tuple[str, ...]:
    shares: list[NDArray[np.float64]] = []
    certain = [[True] * len(line) for line in lines]
    read = [list(line) for line in lines]
    for line in lines:
        rows = np.full((len(line), len(ALPHABET)), 1e-9)
        rows[np.arange(len(line)), [ALPHABET.index(char) for char in line]] = 1.0
        shares.append(rows)
    for (line, index), chars in doubts.items():
        certain[line][index] = False
        shares[line][index] = 1e-9
        for char, share in chars.items():
            shares[line][index, ALPHABET.index(char)] = share
        read[line][index] = max(chars, key=lambda char: chars[char])
    return proposed(tuple("".join(row) for row in read), shares, certain)


def test_what_is_certain_is_never_changed_not_even_for_a_check_digit() -> None:
    wrong = (TD3[0], TD3[1][:9] + "7" + TD3[1][10:])

    assert _proposed(wrong, {}) == wrong


def test_a_check_digit_decides_between_shapes() -> None:
    assert _proposed(TD3, {(1, 3): {"3": 0.6, "8": 0.4}, (1, 43): {"0": 1.0}}) == TD3


def test_two_misreadings_in_one_field_are_put_right_together() -> None:
    doubts: Doubts = {(1, 1): {"B": 0.6, "8": 0.4}, (1, 5): {"O": 0.55, "0": 0.45}}

    assert _proposed(TD3, doubts) == TD3


def test_where_two_ways_are_alike_nothing_is_proposed() -> None:
    # Both sixes have the weight 7, so that either as a seven would make the digit right.
    number, digit = "6AA6AA<<<", check_digit("7AA6AA<<<")
    lines = (TD3[0], number + digit + TD3[1][10:])
    doubts: Doubts = {(1, 0): {"6": 0.6, "7": 0.4}, (1, 3): {"6": 0.6, "7": 0.4}}

    assert _proposed(lines, doubts)[1][:9] == number


def test_a_state_is_put_right_where_one_known_state_fits() -> None:
    line = TD3[1].replace("UTO", "FRA", 1)

    assert _proposed((TD3[0], line), {(1, 10): {"E": 0.6, "F": 0.4}})[1][10:13] == "FRA"


def test_a_place_is_worth_more_than_in_what_is_read() -> None:
    assert _proposed(TD1, {(2, 2): {"1": 0.99, "I": 0.01}}) == TD1


def test_the_digit_that_is_in_doubt_itself_is_computed() -> None:
    assert _proposed(TD3, {(1, 19): {"7": 0.7, "2": 0.3}}) == TD3


def test_lines_of_no_format_are_proposed_as_they_are() -> None:
    lines = (TD3[0], TD3[1][:-1])

    assert _proposed(lines, {(1, 3): {"8": 0.6, "3": 0.4}})[1][3] == "8"
