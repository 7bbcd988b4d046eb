from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docdesk.mrz.codes import DEPRECATED, SPECIAL, name, plausible_together, status
from docdesk.mrz.countries import COUNTRIES
from docdesk.mrz.document_codes import PASSPORT_CODES, document_code_faults

FAST = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
ON = date(2026, 6, 15)


def test_the_countries_are_249_in_order_with_names() -> None:
    assert len(COUNTRIES) == 249
    assert list(COUNTRIES) == sorted(COUNTRIES)
    assert len(set(COUNTRIES.values())) == 249
    assert all(len(code) == 3 and code.isupper() and text.strip() == text for code, text in COUNTRIES.items())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("FRA", "recognised"),
        ("D<<", "recognised"),
        ("D", "recognised"),
        ("DEU", "recognised"),
        ("GBD", "recognised"),
        ("RKS", "recognised"),
        ("EUE", "recognised"),
        ("XXB", "recognised"),
        ("XOM", "recognised"),
        ("XDC", "recognised"),
        ("ANT", "deprecated"),
        ("SUN", "deprecated"),
        ("UTO", "fictitious"),
        ("QNV", "fictitious"),
        ("QNW", "unknown"),
        ("WSA", "pseudo"),
        ("IAO", "unknown"),
        ("YTO", "unknown"),
        ("ABC", "unknown"),
        ("F<<", "malformed"),
        ("FR<", "malformed"),
        ("<FR", "malformed"),
        ("F<A", "malformed"),
        ("<<<", "malformed"),
        ("FR4", "malformed"),
        ("fra", "malformed"),
        ("", "malformed"),
        ("FRA<", "malformed"),
        ("FRANCE", "malformed"),
        ("ÄÖÜ", "malformed"),
    ],
)
def test_status_of_a_code(code: str, expected: str) -> None:
    assert status(code) == expected


def test_the_lists_of_fictitious_and_pseudo_codes_are_the_callers() -> None:
    assert status("UTO", fictitious=()) == "unknown"
    assert status("ABC", fictitious=("ABC",)) == "fictitious"
    assert status("ABC", pseudo=("ABC",)) == "pseudo"
    assert status("WSA", pseudo=()) == "unknown"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("D<<", "Germany"),
        ("DEU", "Germany"),
        ("FRA", "France"),
        ("UTO", "Utopia"),
        ("QNV", "Norvalia"),
        ("ABC", None),
        ("<<<", None),
    ],
)
def test_name_of_a_code(code: str, text: str | None) -> None:
    assert name(code) == text


def test_no_code_has_two_meanings() -> None:
    assert not set(COUNTRIES) & {*SPECIAL, *DEPRECATED}
    assert not set(SPECIAL) & set(DEPRECATED)


@pytest.mark.parametrize(
    ("issuer", "nationality", "expected"),
    [
        ("FRA", "FRA", True),
        ("GBR", "GBD", True),
        ("GBD", "GBR", True),
        ("GBR", "GBN", True),
        ("GBR", "IMN", True),
        ("UNO", "FRA", True),
        ("EUE", "D<<", True),
        ("XOM", "ITA", True),
        ("FRA", "XXA", True),
        ("FRA", "XXB", True),
        ("D<<", "XXX", True),
        ("D<<", "DEU", True),
        ("CHN", "HKG", True),
        ("SUN", "UKR", True),
        ("YUG", "SRB", True),
        ("DDR", "D<<", True),
        ("UNK", "RKS", True),
        ("FRA", "D<<", False),
        ("UKR", "RUS", False),
        ("SRB", "HRV", False),
        ("CZE", "SVK", False),
        ("FRA", "GBD", False),
        ("XXA", "FRA", False),
        ("<<<", "FRA", False),
        ("FRA", "", False),
    ],
)
def test_issuer_and_nationality_that_go_together(issuer: str, nationality: str, expected: bool) -> None:
    assert plausible_together(issuer, nationality) is expected


@pytest.mark.parametrize(
    ("format", "code", "faults"),
    [
        ("TD3", "P<", ()),
        ("TD3", "PA", ()),
        ("TD3", "PP", ()),
        ("TD3", "I<", ("first_letter",)),
        ("TD3", "V<", ("first_letter",)),
        ("TD1", "I<", ()),
        ("TD1", "ID", ()),
        ("TD1", "C1", ()),
        ("TD1", "AC", ()),
        ("TD1", "AI", ("code_not_allowed",)),
        ("TD1", "IV", ("visa_second_letter",)),
        ("TD1", "P<", ("first_letter",)),
        ("TD1", "XV", ("first_letter", "visa_second_letter")),
        ("TD2", "AC", ("crew_code_on_card",)),
        ("TD2", "IV", ("visa_second_letter",)),
        ("TD2", "AI", ()),
        ("MRVA", "V<", ()),
        ("MRVA", "VC", ()),
        ("MRVB", "P<", ("first_letter",)),
        ("FRA36", "ID", ()),
        ("FRA30", "D1", ()),
        ("CHE30", "FA", ()),
        ("RUS44", "PN", ()),
        ("CHN30", "CR", ()),
        ("no format", "??", ()),
        ("TD3", "", ("first_letter",)),
    ],
)
def test_document_codes(format: str, code: str, faults: tuple[str, ...]) -> None:
    assert document_code_faults(format, code, ON) == faults


@pytest.mark.parametrize("code", PASSPORT_CODES)
def test_harmonised_codes_stand_after_the_transition(code: str) -> None:
    assert document_code_faults("TD3", code, date(2040, 1, 1)) == ()


@pytest.mark.parametrize(
    ("on", "expiry", "code", "faults"),
    [
        (date(2037, 12, 31), None, "P<", ()),
        (date(2038, 1, 1), None, "P<", ("second_letter_missing",)),
        (date(2038, 1, 1), None, "PA", ("second_letter_not_harmonised",)),
        (date(2040, 1, 1), date(2037, 12, 31), "P<", ()),
        (date(2029, 1, 1), date(2038, 1, 1), "P<", ("second_letter_missing",)),
        (date(2029, 1, 1), date(2037, 12, 31), "PA", ()),
    ],
)
def test_the_transition_ends_by_the_expiry_of_the_passport(
    on: date, expiry: date | None, code: str, faults: tuple[str, ...]
) -> None:
    assert document_code_faults("TD3", code, on, expiry=expiry) == faults


@FAST
@given(one=st.text(), two=st.text())
def test_any_text_has_a_status(one: str, two: str) -> None:
    assert status(one) in {"recognised", "deprecated", "fictitious", "pseudo", "unknown", "malformed"}
    name(one)
    plausible_together(one, two)
    for format in ("TD1", "TD2", "TD3", one):
        document_code_faults(format, two, ON)
