from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docdesk.mrz.dates import MrzDate, age, mrz_date, read_birth, read_expiry, remaining

FAST = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
ON = date(2026, 6, 15)


def exact(year: int, month: int, day: int, *notes: str) -> tuple[object, ...]:
    return ("exact", date(year, month, day), date(year, month, day), notes)


def told(read: MrzDate) -> tuple[object, ...]:
    return (read.kind, read.earliest, read.latest, read.notes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("740812", exact(1974, 8, 12)),
        ("250615", exact(2025, 6, 15, "could_be_centenarian")),
        ("260101", exact(1926, 1, 1, "could_be_infant")),
        ("260615", exact(1926, 6, 15, "could_be_infant")),
        ("260616", exact(1926, 6, 16)),
        ("270101", exact(1927, 1, 1)),
        ("030101", exact(2003, 1, 1)),
        ("040101", exact(2004, 1, 1, "could_be_centenarian")),
        ("000229", exact(2000, 2, 29)),
        ("960229", exact(1996, 2, 29)),
    ],
)
def test_century_of_birth(text: str, expected: tuple[object, ...]) -> None:
    assert told(read_birth(text, ON)) == expected


def test_born_on_a_leap_day_of_this_year_can_only_be_an_infant() -> None:
    assert told(read_birth("000229", date(2000, 3, 1))) == exact(2000, 2, 29, "could_be_infant")
    assert read_birth("000229", date(2000, 2, 28)).kind == "invalid"


def test_a_century_known_from_elsewhere_goes_before_the_rule() -> None:
    assert told(read_birth("260616", ON, century=20)) == exact(2026, 6, 16)
    assert told(read_birth("250101", ON, century=19)) == exact(1925, 1, 1)


@pytest.mark.parametrize(
    ("text", "kind", "earliest", "latest", "notes"),
    [
        ("74<<<<", "partial", date(1974, 1, 1), date(1974, 12, 31), ()),
        ("7408<<", "partial", date(1974, 8, 1), date(1974, 8, 31), ()),
        ("74<<31", "partial", date(1974, 1, 31), date(1974, 12, 31), ()),
        ("7402<<", "partial", date(1974, 2, 1), date(1974, 2, 28), ()),
        ("740800", "partial", date(1974, 8, 1), date(1974, 8, 31), ("zero_part",)),
        ("740000", "partial", date(1974, 1, 1), date(1974, 12, 31), ("zero_part",)),
        ("7400<<", "partial", date(1974, 1, 1), date(1974, 12, 31), ("zero_part",)),
        ("26<<<<", "partial", date(1926, 1, 1), date(1926, 12, 31), ("could_be_infant",)),
        ("<<0812", "partial", None, None, ()),
        ("<<<<<<", "unknown", None, None, ()),
        ("000000", "unknown", None, None, ("zero_part",)),
        ("<<0000", "partial", None, None, ("zero_part",)),
    ],
)
def test_parts_of_a_birth_may_be_unknown(
    text: str, kind: str, earliest: date | None, latest: date | None, notes: tuple[str, ...]
) -> None:
    assert told(read_birth(text, ON)) == (kind, earliest, latest, notes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "74081",
        "7408122",
        "741312",
        "740832",
        "740231",
        "750229",
        "7<0812",
        "740<12",
        "74081<",
        "74O812",
        "<<1301",
        "<<0230",
        "74<<32",
        "٧٤٠٨١٢",
        "74 812",
    ],
)
def test_what_is_no_date_is_invalid(text: str) -> None:
    assert told(read_birth(text, ON)) == ("invalid", None, None, ())
    assert told(read_expiry(text, ON)) == ("invalid", None, None, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("260614", exact(2026, 6, 14)),
        ("260615", exact(2026, 6, 15)),
        ("410615", exact(2041, 6, 15)),
        ("411231", exact(2041, 12, 31)),
        ("420101", exact(2042, 1, 1, "long_validity")),
        ("791231", exact(2079, 12, 31, "long_validity")),
        ("800101", exact(1980, 1, 1)),
        ("991231", exact(1999, 12, 31, "could_be_unlimited")),
        ("990101", exact(1999, 1, 1, "could_be_unlimited")),
        ("991230", exact(1999, 12, 30)),
        ("251231", exact(2025, 12, 31)),
        ("120415", exact(2012, 4, 15)),
        ("280229", exact(2028, 2, 29)),
    ],
)
def test_century_of_expiry(text: str, expected: tuple[object, ...]) -> None:
    assert told(read_expiry(text, ON)) == expected


def test_expiry_near_the_turn_of_a_century() -> None:
    on = date(2095, 1, 1)
    assert told(read_expiry("050101", on)) == exact(2105, 1, 1)
    assert told(read_expiry("940101", on)) == exact(2094, 1, 1)
    assert told(read_expiry("991231", on)) == exact(2099, 12, 31)


def test_the_birth_of_the_holder_tells_the_century_of_a_card_without_near_limit() -> None:
    born = date(1985, 5, 5)
    assert told(read_expiry("820101", ON, after=born)) == exact(2082, 1, 1, "long_validity")
    assert told(read_expiry("860101", ON, after=born)) == exact(1986, 1, 1)


@pytest.mark.parametrize(
    ("text", "kind"), [("<<<<<<", "unknown"), ("000000", "unknown"), ("28<<<<", "partial")]
)
def test_an_expiry_left_open(text: str, kind: str) -> None:
    assert read_expiry(text, ON).kind == kind


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("740615", (52, 52)),
        ("740616", (51, 51)),
        ("74<<<<", (51, 52)),
        ("040229", (22, 22)),
        ("<<<<<<", None),
        ("999999", None),
    ],
)
def test_age_in_completed_years(text: str, years: tuple[int, int] | None) -> None:
    assert age(read_birth(text, ON), ON) == years


def test_who_is_born_on_a_leap_day_grows_older_on_the_first_of_march() -> None:
    born = read_birth("040229", ON)
    assert age(born, date(2025, 2, 28)) == (20, 20)
    assert age(born, date(2025, 3, 1)) == (21, 21)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("260615", (0, 0)),
        ("260614", (-1, -1)),
        ("260630", (15, 15)),
        ("2607<<", (16, 46)),
        ("<<<<<<", None),
    ],
)
def test_days_that_remain(text: str, days: tuple[int, int] | None) -> None:
    assert remaining(read_expiry(text, ON), ON) == days


@FAST
@given(
    born=st.dates(date(1927, 1, 1), date(2025, 12, 31)),
    expires=st.dates(date(2012, 1, 1), date(2041, 12, 31)),
)
def test_a_written_date_is_read_back(born: date, expires: date) -> None:
    birth, expiry = read_birth(mrz_date(born), ON), read_expiry(mrz_date(expires), ON)
    if mrz_date(born) != "000000":
        assert (birth.kind, birth.earliest, birth.latest) == ("exact", born, born)
    assert (expiry.kind, expiry.earliest) == ("exact", expires)


@FAST
@given(
    text=st.one_of(st.text(), st.text(alphabet="0123456789<", min_size=6, max_size=6)),
    on=st.dates(),
    century=st.one_of(st.none(), st.integers()),
)
def test_any_text_on_any_day_is_read_without_error(text: str, on: date, century: int | None) -> None:
    for read in (read_birth(text, on), read_birth(text, on, century=century), read_expiry(text, on)):
        assert (read.earliest is None) == (read.latest is None)
        if read.earliest is not None and read.latest is not None:
            assert read.earliest <= read.latest
            age(read, on)
            remaining(read, on)
    assert (read_birth(text, on).earliest or on) <= on
