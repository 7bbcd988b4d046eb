"""What looks wrong may only be misread: how probable that is follows from what the reader tells."""

from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.inspection.readings.certainty import (
    MOST_ODDS,
    Misreading,
    all_are_misread,
    fault_is_misread,
    probabilities,
    tells,
)
from docdesk.inspection.readings.digit_certainty import digit_is_misread
from docdesk.inspection.readings.entering import entered
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.parsing import parse
from docdesk.mrz.spans import Span
from tests.inspection.checks.test_checks import LINE_1, changed, line_2
from tests.inspection.fakes import certain_but_for, reading

WRONG = changed(line_2(), 3, "9")
LONG = (
    "I<BELB10000000<3452<<<<<<<<<<<",
    "8501019F3001016BEL<<<<<<<<<<<8",
    "SPECIMEN<<TEST<<<<<<<<<<<<<<<<",
)
FILLER_COUNTED = (
    "IDBEL000590240<6015<<<<<<<<<<<",
    "8512017F1311048BEL851201002007",
    "SPECIMEN<<TEST<<<<<<<<<<<<<<<<",
)
FRENCH = (
    "I<FRAX4RTBPFW4<<<<<<<<<<<<<<<<",
    "9007138F3002119FRA<<<<<<<<<<<6",
    "MARTIN<<MAELYS<GAELLE<MARIE<<<",
)


def misread(told: MrzReading, name: str) -> Misreading:
    mrz = parse(told.lines)
    digit = mrz.digit(name)
    assert digit is not None
    return digit_is_misread(told, mrz, digit)


def by_trying(told: MrzReading, name: str) -> float:
    """Return the probability that the digit agrees, from every way to read what is open."""
    every = {
        (line, index): {char: share for char, share in probabilities(told, (line, index)).items() if share}
        for line, text in enumerate(told.lines)
        for index in range(len(text))
    }
    where = [place for place, chars in every.items() if len(chars) > 1]
    agrees = 0.0
    for chars in product(*(every[place] for place in where)):
        lines = [list(text) for text in told.lines]
        for (line, index), char in zip(where, chars, strict=True):
            lines[line][index] = char
        digit = parse(tuple(map("".join, lines))).digit(name)
        if digit is not None and digit.agrees:
            agrees += prod(every[place][char] for place, char in zip(where, chars, strict=True))
    return agrees


def test_a_reader_that_tells_no_alternatives_cannot_be_computed_with() -> None:
    assert not tells(reading(LINE_1, WRONG))
    assert tells(reading(LINE_1, WRONG, alternatives={}))


def test_what_the_reader_leaves_open_is_spread_over_all_other_characters() -> None:
    told = certain_but_for((LINE_1, WRONG), {(1, 3): {"8": 0.2, "B": 0.05}}, confidence={(1, 3): 0.7})
    chars = probabilities(told, (1, 3))
    assert (chars["9"], chars["8"], chars["B"]) == pytest.approx((0.7, 0.2, 0.05))
    assert chars["Q"] == pytest.approx(0.05 / 34)
    assert sum(chars.values()) == pytest.approx(1)


def test_what_a_person_entered_is_certain() -> None:
    told = certain_but_for((LINE_1, WRONG), {(1, 3): {"4": 0.4}})
    now = entered(told, 1, 3, "9")
    assert probabilities(now, (1, 3))["9"] == 1
    assert misread(now, "document_number").probability == pytest.approx(0)
    assert misread(told, "document_number").probability == pytest.approx(0.4)


def test_the_places_whose_misreading_makes_the_digit_agree_are_named() -> None:
    told = certain_but_for((LINE_1, WRONG), {(1, 3): {"4": 0.3}, (1, 5): {"S": 0.3}})
    assert misread(told, "document_number").places == ((1, 3),)


def test_a_likely_misreading_that_changes_nothing_excuses_nothing() -> None:
    told = certain_but_for((LINE_1, WRONG), {(1, 3): {"J": 0.5}})
    assert not misread(told, "document_number").excuses


@given(
    st.dictionaries(
        st.integers(0, 10),
        st.dictionaries(st.sampled_from(ALPHABET), st.floats(0.01, 0.2), min_size=1, max_size=3),
        max_size=3,
    ),
    st.sampled_from(["document_number", "composite"]),
)
def test_the_figure_is_that_of_trying_every_reading(doubts: dict[int, dict[str, float]], name: str) -> None:
    others = {
        (1, index): {char: share for char, share in chars.items() if char != WRONG[index]}
        for index, chars in doubts.items()
    }
    told = certain_but_for((LINE_1, WRONG), others)
    assert misread(told, name).probability == pytest.approx(by_trying(told, name), abs=1e-9)


@pytest.mark.parametrize(
    ("lines", "name", "others"),
    [
        (LONG, "document_number", {(0, 18): {"<": 0.2}, (0, 17): {"3": 0.1}}),
        (LONG, "document_number", {(0, 14): {"5": 0.2}}),
        (FILLER_COUNTED, "document_number", {(0, 18): {"3": 0.2}}),
        (FRENCH, "document_number", {(0, 14): {"7": 0.2, "1": 0.1}}),
        (FRENCH, "document_number", {(0, 15): {"3": 0.2}}),
        ((LINE_1, line_2(birth="74<<<<")), "date_of_birth", {(1, 19): {"<": 0.2}}),
        ((LINE_1, changed(line_2(), 42, "5")), "optional_data", {(1, 42): {"<": 0.2, "0": 0.1}}),
    ],
)
def test_where_a_filler_may_stand_the_figure_is_never_too_small(
    lines: tuple[str, ...], name: str, others: dict[tuple[int, int], dict[str, float]]
) -> None:
    told = certain_but_for(lines, others)
    assert misread(told, name).probability >= by_trying(told, name) - 1e-9


def test_a_fault_of_a_field_is_excused_by_what_takes_it_away() -> None:
    told = certain_but_for((LINE_1, line_2(sex="Q")), {(1, 20): {"F": 0.1, "O": 0.2}})
    sex = (Span(1, 20, 21),)
    taken = fault_is_misread(told, sex, lambda lines: lines[1][20] not in "MF<")
    assert taken.probability == pytest.approx(0.1 + 0.3**2 / 2)
    assert taken.places == ((1, 20),)


def test_several_impossible_characters_must_all_be_misread() -> None:
    told = certain_but_for((LINE_1, line_2()), {(0, 5): {"A": 0.1}, (0, 6): {"A": 0.2}})
    assert all_are_misread(told, (Span(0, 5, 7),)).probability == pytest.approx(0.02)


@pytest.mark.parametrize(
    ("probability", "odds"),
    [(0.0, MOST_ODDS), (1e-9, MOST_ODDS), (1 / 40_400, 40_000), (1 / 1_999, 1_900), (0.3, 3), (1.0, 1)],
)
def test_the_odds_are_rounded_so_that_they_stay_true(probability: float, odds: int) -> None:
    assert Misreading(probability, ()).odds == odds
    assert Misreading(probability, ()).excuses == (probability >= 0.001)
