import datetime as dt
import re

from docdesk.synthesis.chance import dice
from docdesk.synthesis.people.numbers import drawn_can, drawn_number, drawn_personal_number


def test_a_number_follows_its_pattern_and_has_no_letter_that_looks_like_a_digit() -> None:
    for seed in range(200):
        assert re.fullmatch(r"U[A-HJ-NPR-Z]\d{6}Z", drawn_number("U@######Z", dice(seed)))


def test_a_card_access_number_has_six_digits() -> None:
    assert re.fullmatch(r"\d{6}", drawn_can(dice(1)))


def test_a_utopian_personal_number_begins_with_the_birthday() -> None:
    number = drawn_personal_number("utopian", dt.date(1974, 8, 12), dice(1))
    assert re.fullmatch(r"740812[A-Z]\d{4}", number)


def test_a_norvalian_personal_number_ends_with_its_check() -> None:
    for seed in range(50):
        number = drawn_personal_number("norvalian", dt.date(1974, 8, 12), dice(seed))
        assert re.fullmatch(r"\d{10}", number)
        assert int(number[:8]) % 97 == int(number[8:])
