from dataclasses import replace

import pytest

from docdesk.mrz.errors import REASONS, MrzError
from docdesk.mrz.explanation import explain_digit
from docdesk.mrz.parsing import parse
from docdesk.mrz.spans import Span

TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
LONG = ("I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<")


def test_the_birth_digit_is_worked_out_character_by_character() -> None:
    mrz = parse(TD3)
    digit = mrz.digit("date_of_birth")
    assert digit is not None
    told = explain_digit(mrz, digit)
    assert [(term.char, term.value, term.weight, term.product) for term in told.terms] == [
        ("7", 7, 7, 49),
        ("4", 4, 3, 12),
        ("0", 0, 1, 0),
        ("8", 8, 7, 56),
        ("1", 1, 3, 3),
        ("2", 2, 1, 2),
    ]
    assert (told.sum, told.remainder, told.printed, told.agrees) == (122, 2, "2", True)
    assert told.terms[0].span == Span(1, 13, 14)


@pytest.mark.parametrize("lines", [TD3, LONG])
def test_each_working_ends_with_the_digit_expected(lines: tuple[str, ...]) -> None:
    mrz = parse(lines)
    for digit in mrz.digits:
        told = explain_digit(mrz, digit)
        assert str(told.remainder) == digit.expected
        assert told.name == digit.name
        assert "".join(term.char for term in told.terms) == mrz.over(digit.covers)


def test_weights_run_on_over_the_parts_of_a_composite() -> None:
    mrz = parse(TD3)
    told = explain_digit(mrz, mrz.digits[-1])
    assert [term.weight for term in told.terms] == [(7, 3, 1)[number % 3] for number in range(39)]


def test_a_digit_of_another_mrz_is_refused() -> None:
    mrz = parse(TD3)
    stranger = replace(mrz.digits[0], covers=(Span(2, 0, 1),))
    with pytest.raises(MrzError) as caught:
        explain_digit(mrz, stranger)
    assert caught.value.reason == "no_such_place"
    with pytest.raises(MrzError) as caught:
        explain_digit(replace(mrz, lines=("a",) * 2), replace(stranger, covers=(Span(1, 0, 1),)))
    assert (caught.value.reason, caught.value.line, caught.value.position) == ("character_not_allowed", 1, 0)
    assert caught.value.reason in REASONS
