import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docdesk.mrz.alphabet import ALPHABET, value
from docdesk.mrz.check_digits import (
    BLIND_PAIRS,
    blind_pairs,
    check_digit,
    transposition_unseen,
    uncovered_fields,
    unseen,
)
from docdesk.mrz.errors import MrzError
from docdesk.mrz.formats import FORMATS

FAST = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
PRINTED = st.text(alphabet=ALPHABET, max_size=44)
CHAR = st.sampled_from(ALPHABET)


def test_values_run_from_zero_to_35_and_the_filler_counts_nothing() -> None:
    assert [value(char) for char in "09AZ<"] == [0, 9, 10, 35, 0]


def test_empty_text_has_digit_zero() -> None:
    assert check_digit("") == "0"


@pytest.mark.parametrize("char", ["a", "é", " ", "", "AB", "٣", "-"])
def test_a_stranger_has_no_value(char: str) -> None:
    with pytest.raises(MrzError) as caught:
        value(char)
    assert caught.value.reason == "character_not_allowed"


def test_the_first_stranger_is_named_by_its_position() -> None:
    with pytest.raises(MrzError) as caught:
        check_digit("AB1x2y")
    assert (caught.value.reason, caught.value.line, caught.value.position) == (
        "character_not_allowed",
        None,
        3,
    )


@pytest.mark.parametrize(("first", "second"), BLIND_PAIRS)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_no_digit_tells_a_blind_pair_apart(first: str, second: str, place: int) -> None:
    texts = ["123"[:place] + char + "Z9<" for char in (first, second)]
    assert check_digit(texts[0]) == check_digit(texts[1])
    assert second in unseen(first)
    assert first in unseen(second)
    assert second in blind_pairs(first)
    assert first in blind_pairs(second)


@pytest.mark.parametrize(("first", "second"), ["0O", "1I", "5S", "2Z", "8B"])
def test_the_classic_confusions_are_seen(first: str, second: str) -> None:
    assert second not in unseen(first)
    assert second not in blind_pairs(first)
    assert check_digit(first) != check_digit(second)


def test_blind_pairs_are_listed_once_each() -> None:
    assert len({frozenset(pair) for pair in BLIND_PAIRS}) == len(BLIND_PAIRS)


@FAST
@given(text=PRINTED, char=CHAR, other=CHAR, at=st.integers(0, 44))
def test_unseen_is_exactly_what_the_digit_misses(text: str, char: str, other: str, at: int) -> None:
    one, two = (text[:at] + letter + text[at:] for letter in (char, other))
    assert (check_digit(one) == check_digit(two)) == (char == other or other in unseen(char))


@FAST
@given(text=PRINTED, a=CHAR, b=CHAR, at=st.integers(0, 44))
def test_transposition_unseen_is_exactly_what_the_digit_misses(text: str, a: str, b: str, at: int) -> None:
    missed = check_digit(text[:at] + a + b + text[at:]) == check_digit(text[:at] + b + a + text[at:])
    assert missed == transposition_unseen(a, b)


@pytest.mark.parametrize("name", ["TD1", "TD2", "TD3", "MRVA", "MRVB"])
def test_name_sex_nationality_issuer_and_code_are_covered_by_no_digit(name: str) -> None:
    uncovered = uncovered_fields(FORMATS[name])
    bare = {"document_code", "issuing_state", "name", "nationality", "sex"}
    assert set(uncovered) == (bare | {"optional_data"} if name.startswith("MRV") else bare)


def test_the_french_composite_covers_the_whole_card() -> None:
    assert uncovered_fields(FORMATS["FRA36"]) == ()


@FAST
@given(text=st.text())
def test_nothing_but_mrz_error(text: str) -> None:
    for call in (check_digit, value, unseen, blind_pairs):
        try:
            call(text)
        except MrzError as error:
            assert error.reason == "character_not_allowed"
    with contextlib.suppress(MrzError):
        transposition_unseen(text, text)
