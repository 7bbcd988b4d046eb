import datetime as dt

import pytest

from docdesk.synthesis.chance import dice
from docdesk.synthesis.models.model import DateStyle
from docdesk.synthesis.people.dates import drawn_birth, drawn_term, printed_date, years_later

DAY = dt.date(1974, 8, 2)


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("two_languages", "02 AUG/AOÛT 1974"),
        ("english", "02 AUG 1974"),
        ("dots", "02.08.1974"),
        ("blanks", "02 08 1974"),
        ("iso", "1974-08-02"),
    ],
)
def test_a_day_is_printed_in_each_style(style: DateStyle, printed: str) -> None:
    assert printed_date(DAY, style) == printed


def test_a_leap_day_has_an_anniversary_in_every_year() -> None:
    assert years_later(dt.date(2024, 2, 29), 1) == dt.date(2025, 2, 28)
    assert years_later(dt.date(2024, 2, 29), 4) == dt.date(2028, 2, 29)


@pytest.mark.parametrize("years", [1, 5, 10])
def test_a_document_runs_out_on_the_eve_of_an_anniversary(years: int) -> None:
    on = dt.date(2026, 8, 1)
    for seed in range(200):
        term = drawn_term(years, on, dice(seed))
        assert term.issue < on
        assert abs((years_later(term.issue, years) - term.expiry).days - 1) <= 1


def test_nobody_is_younger_than_sixteen_whatever_a_portrait_shows() -> None:
    issue = dt.date(2026, 8, 1)
    assert all(drawn_birth(15, issue, dice(seed)) <= dt.date(2010, 8, 1) for seed in range(50))
