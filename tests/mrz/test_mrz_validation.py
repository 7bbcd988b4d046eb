from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.composing import Content, compose
from docdesk.mrz.errors import MrzError
from docdesk.mrz.formats import FORMATS
from docdesk.mrz.parsing import parse
from docdesk.mrz.spans import Span
from docdesk.mrz.validation import FAULT_KINDS, KINDS, Fault, FaultKind, validate

FAST = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
ON = date(2026, 6, 15)

PASSPORT = Content(
    format="TD3",
    document_code="P<",
    issuing_state="FRA",
    primary_identifier="DUPONT",
    secondary_identifier="MARIE ANNE",
    document_number="12AB34567",
    nationality="FRA",
    date_of_birth="740812",
    sex="F",
    date_of_expiry="300415",
)
CARD = replace(PASSPORT, format="TD1", document_code="ID")
FRENCH = ["IDFRALOISEAU".ljust(36, "<"), "970675K002774HERVE<<DJAMEL<7303216M4"]


def faults_of(content: Content, on: date = ON) -> tuple[Fault, ...]:
    return validate(parse(compose(content), content.format), on)


def kinds_of(content: Content, on: date = ON) -> list[str]:
    return [fault.kind for fault in faults_of(content, on)]


def one(faults: Sequence[Fault], kind: str) -> Fault:
    found = [fault for fault in faults if fault.kind == kind]
    assert len(found) == 1
    return found[0]


def written(second: str | None = None, name: str | None = None, first: str | None = None) -> list[str]:
    """Return a passport's lines with parts put over them, digits left as they are."""
    lines = list(compose(PASSPORT))
    lines[0] = (first or lines[0][:5]) + (lines[0][5:] if name is None else name.ljust(39, "<"))
    return [lines[0], second or lines[1]]


def test_every_kind_is_told_in_one_line() -> None:
    assert tuple(KINDS) == FAULT_KINDS == get_args(FaultKind)
    assert all(text.endswith(".") and "\n" not in text for text in KINDS.values())


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"issuing_state": "D", "nationality": "D"},
        {"secondary_identifier": ""},
        {"sex": "<"},
        {"document_number": "AB<123"},
        {"document_number": "A"},
        {"document_code": "PN"},
        {"document_code": "PP"},
        {"document_code": "PR", "nationality": "XXB"},
        {"document_code": "PT", "nationality": "UKR"},
        {"nationality": "XXA"},
        {"issuing_state": "GBR", "nationality": "GBN"},
        {"issuing_state": "UNO", "nationality": "UNO"},
        {"primary_identifier": "VAN DER MUELLEN"},
        {"primary_identifier": "MUSTERMANNSON"},
        {"optional_data": "1234567890ABC"},
        {"date_of_expiry": "260615"},
        {"date_of_expiry": "360614"},
        {"date_of_birth": "250101"},
        {"date_of_birth": "260101"},
        {"date_of_birth": "270101"},
        {"format": "TD1", "document_code": "C<", "nationality": "UKR"},
        {"format": "TD1", "document_code": "ID", "document_number": "D23145890734"},
        {"format": "TD2", "document_code": "I<"},
        {"format": "TD2", "document_code": "ID", "issuing_state": "D", "nationality": "D"},
        {"format": "MRVA", "document_code": "V<", "nationality": "UKR"},
        {"format": "MRVB", "document_code": "VC", "nationality": "CHN"},
    ],
)
def test_an_innocent_document_has_no_fault(change: dict[str, str]) -> None:
    assert kinds_of(replace(PASSPORT, **change)) == []


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        ({"document_code": "IV", "format": "TD1"}, ["document_code_wrong"]),
        ({"document_code": "X<"}, ["document_code_wrong"]),
        ({"date_of_expiry": "380101"}, ["document_code_not_harmonised"]),
        ({"date_of_expiry": "380101", "document_code": "PP"}, []),
        ({"issuing_state": "ABC"}, ["issuer_not_recognised"]),
        ({"issuing_state": "DEU", "nationality": "D"}, ["issuer_not_recognised"]),
        ({"issuing_state": "XXA", "nationality": "XXA"}, ["issuer_not_recognised"]),
        ({"issuing_state": "ANT", "nationality": "NLD"}, ["issuer_deprecated"]),
        ({"issuing_state": "WSA"}, ["issuer_pseudo", "issuer_nationality_unusual"]),
        ({"issuing_state": "UTO", "nationality": "UTO"}, ["issuer_fictitious", "nationality_fictitious"]),
        ({"nationality": "ABC"}, ["nationality_not_recognised"]),
        ({"nationality": "<<<"}, ["nationality_missing"]),
        ({"issuing_state": "YUG", "nationality": "YUG"}, ["issuer_deprecated", "nationality_deprecated"]),
        ({"nationality": "WSA"}, ["nationality_pseudo", "issuer_nationality_unusual"]),
        ({"issuing_state": "D", "nationality": "DEU"}, ["nationality_spelling_unusual"]),
        ({"nationality": "UKR"}, ["issuer_nationality_unusual"]),
        ({"format": "TD1", "document_code": "ID", "nationality": "UKR"}, ["issuer_nationality_unusual"]),
        ({"date_of_birth": "741312"}, ["birth_date_invalid"]),
        ({"date_of_birth": "74<<<<"}, ["birth_date_incomplete"]),
        ({"date_of_birth": "<<<<<<"}, ["birth_date_incomplete"]),
        ({"date_of_birth": "740000"}, ["birth_date_zero_part"]),
        ({"date_of_expiry": "301301"}, ["expiry_date_invalid"]),
        ({"date_of_expiry": "30<<<<"}, ["expiry_date_incomplete"]),
        ({"date_of_expiry": "300000"}, ["expiry_date_zero_part"]),
        ({"date_of_expiry": "000000"}, ["expiry_date_zero_part"]),
        ({"date_of_expiry": "<<<<<<"}, ["expiry_date_unlimited"]),
        ({"date_of_expiry": "991231"}, ["expired"]),
        ({"date_of_expiry": "991231", "format": "TD1", "document_code": "I<"}, ["expiry_date_unlimited"]),
        ({"date_of_expiry": "260614"}, ["expired"]),
        ({"date_of_expiry": "420101"}, ["validity_implausible"]),
        ({"date_of_expiry": "420101", "format": "TD1", "document_code": "I<"}, []),
        ({"date_of_expiry": "560101", "format": "TD1", "document_code": "I<"}, []),
        ({"date_of_expiry": "570101", "format": "TD1", "document_code": "I<"}, ["validity_implausible"]),
        ({"date_of_birth": "850101", "date_of_expiry": "840101"}, ["expired", "expiry_not_after_birth"]),
        ({"date_of_birth": "850101", "date_of_expiry": "850101"}, ["expired", "expiry_not_after_birth"]),
        ({"date_of_birth": "850101", "date_of_expiry": "850102"}, ["expired"]),
        ({"date_of_birth": "150101", "date_of_expiry": "140101"}, ["expired", "expiry_not_after_birth"]),
        ({"date_of_birth": "250101", "date_of_expiry": "240101"}, ["expired"]),
        (
            {"date_of_birth": "850101", "date_of_expiry": "840101", "format": "TD1", "document_code": "I<"},
            ["validity_implausible"],
        ),
        ({"sex": "X"}, ["sex_x_printed"]),
        ({"sex": "Z"}, ["sex_invalid"]),
        ({"primary_identifier": "MUSTERMANN"}, ["specimen_name"]),
        ({"secondary_identifier": "MARIE SPECIMEN"}, ["specimen_name"]),
        ({"primary_identifier": "A" * 39, "secondary_identifier": ""}, ["name_possibly_truncated"]),
        ({"document_number": ""}, ["document_number_missing"]),
        ({"document_number": "A<<1"}, ["document_number_malformed"]),
        ({"document_number": "<A1"}, ["document_number_malformed"]),
    ],
)
def test_each_fault_has_its_kind(change: dict[str, str], kinds: list[str]) -> None:
    assert kinds_of(replace(PASSPORT, **change)) == kinds


def test_a_wrong_digit_names_what_is_printed_and_what_was_expected() -> None:
    lines = written()
    good = lines[1][9]
    wrong = str((int(good) + 1) % 10)
    fault = one(
        validate(parse([lines[0], lines[1][:9] + wrong + lines[1][10:43] + "0"]), ON)[:1],
        "check_digit_mismatch",
    )
    assert fault == Fault(
        "check_digit_mismatch",
        "document_number",
        (Span(1, 0, 9), Span(1, 9, 10)),
        (("printed", wrong), ("expected", good)),
    )


def test_a_missing_digit_is_no_mismatch() -> None:
    lines = compose(replace(CARD, document_number="123456789"))
    kinds = [fault.kind for fault in validate(parse([lines[0][:14] + "<" + lines[0][15:], *lines[1:]]), ON)]
    assert kinds == ["check_digit_missing", "check_digit_mismatch"]


def test_old_belgian_and_moved_digits_are_worth_knowing() -> None:
    old = parse(
        ["IDBEL000590240<6013<<<<<<<<<<<", "8512017F1311048BEL851201002007", "REINARTZ<<ULRIKE<KATIA<E<<<<<<"]
    )
    assert one(validate(old, ON), "long_number_variant").values == (("variant", "filler_counted"),)


@pytest.mark.parametrize(
    ("name", "what", "span"),
    [
        ("<<MARIE", "primary_missing", Span(0, 5, 7)),
        ("<MARIE", "leading_filler", Span(0, 5, 6)),
        ("DUPONT<<<MARIE", "three_fillers", Span(0, 11, 14)),
        ("DUPONT<<MARIE<<ANNE", "separator_repeated", Span(0, 18, 20)),
    ],
)
def test_fillers_in_a_name(name: str, what: str, span: Span) -> None:
    faults = validate(parse(written(name=name)), ON)
    assert [fault.kind for fault in faults] == ["name_malformed"]
    assert (faults[0].values, faults[0].spans) == ((("what", what),), (span,))


def test_a_missing_name_points_at_its_place() -> None:
    faults = validate(parse(written(name="")), ON)
    assert faults == (Fault("name_missing", "primary_identifier", (Span(0, 5, 44),)),)


def test_a_specimen_word_is_shown_where_it_stands() -> None:
    faults = validate(parse(written(name="DUPONT<<MARIE<SPECIMEN")), ON)
    assert faults == (
        Fault("specimen_name", "secondary_identifier", (Span(0, 19, 27),), (("word", "SPECIMEN"),)),
    )


@pytest.mark.parametrize(
    ("name", "field"),
    [("A" * 39, "primary_identifier"), ("A" * 30 + "<<" + "B" * 7, "secondary_identifier")],
)
def test_a_name_that_fills_its_field(name: str, field: str) -> None:
    faults = validate(parse(written(name=name)), ON)
    assert [(fault.kind, fault.field) for fault in faults] == [("name_possibly_truncated", field)]


@pytest.mark.parametrize(
    ("line", "at", "char", "field"),
    [
        (0, 1, "4", "document_code"),
        (0, 3, "4", "issuing_state"),
        (0, 6, "4", "primary_identifier"),
        (0, 15, "4", "secondary_identifier"),
        (1, 12, "4", "nationality"),
        (1, 14, "O", "date_of_birth"),
        (1, 26, "I", "date_of_expiry"),
    ],
)
def test_a_character_out_of_place(line: int, at: int, char: str, field: str) -> None:
    lines = written()
    lines[line] = lines[line][:at] + char + lines[line][at + 1 :]
    faults = validate(parse(lines), ON)
    fault = one(faults, "character_not_allowed")
    assert (fault.field, fault.spans, fault.values) == (
        field,
        (Span(line, at, at + 1),),
        (("characters", char),),
    )
    if field.startswith("date"):
        assert any(fault.kind.endswith("_date_invalid") for fault in faults)


def test_a_code_of_a_card_may_have_a_digit() -> None:
    lines = compose(replace(CARD, document_code="C1"))
    assert validate(parse(lines), ON) == ()


def test_an_incomplete_birth_tells_between_which_days_it_lies() -> None:
    fault = one(faults_of(replace(PASSPORT, date_of_birth="7408<<")), "birth_date_incomplete")
    assert fault.values == (("earliest", "1974-08-01"), ("latest", "1974-08-31"))
    assert fault.spans == (Span(1, 13, 19),)


def test_an_expired_document_tells_since_when() -> None:
    fault = one(faults_of(replace(PASSPORT, date_of_expiry="260610")), "expired")
    assert fault.values == (("date", "2026-06-10"), ("days", 5))


def test_a_birth_of_a_known_century_may_lie_ahead() -> None:
    mrz = parse(compose(replace(PASSPORT, date_of_birth="260616")))
    assert validate(mrz, ON) == ()
    assert [fault.kind for fault in validate(mrz, ON, birth_century=20)] == ["birth_date_in_future"]
    assert [fault.kind for fault in validate(mrz, date(2026, 6, 16), birth_century=20)] == []


def test_lists_of_codes_are_the_callers() -> None:
    mrz = parse(compose(replace(PASSPORT, issuing_state="ABC", nationality="ABC")))
    for name in ("fictitious", "pseudo"):
        kinds = [
            fault.kind
            for fault in validate(
                mrz,
                ON,
                fictitious=("ABC",) if name == "fictitious" else (),
                pseudo=("ABC",) if name == "pseudo" else (),
            )
        ]
        assert kinds == [f"issuer_{name}", f"nationality_{name}"]


def test_a_code_fault_names_code_and_state() -> None:
    fault = one(faults_of(replace(PASSPORT, issuing_state="ANT", nationality="NLD")), "issuer_deprecated")
    assert fault.values == (("code", "ANT"), ("name", "Netherlands Antilles"))
    assert fault.spans == (Span(0, 2, 5),)


def test_national_cards_are_judged_by_their_own_layout() -> None:
    assert validate(parse(FRENCH), ON) == ()
    assert [fault.kind for fault in validate(parse([FRENCH[0], FRENCH[1][:-1] + "5"]), ON)] == [
        "check_digit_mismatch"
    ]
    no_month = [FRENCH[0], "9713" + FRENCH[1][4:]]
    assert one(validate(parse(no_month), ON), "issue_date_invalid").spans == (Span(1, 0, 4),)


def test_a_single_name_on_a_french_card_is_no_fault() -> None:
    content = Content("FRA36", "ID", "FRA", "LOISEAU", "730321", "", "970675K00277", sex="M")
    assert kinds_of(content) == []


def test_a_driving_licence_is_judged_by_its_line() -> None:
    assert validate(parse(["D1FRA13AA000026181231MARTIN<<9"]), date(2018, 12, 31)) == ()
    faults = validate(parse(["D1FRA13AA000026181231MARTIM<<9"]), date(2018, 12, 31))
    assert [(fault.kind, fault.field) for fault in faults] == [("check_digit_mismatch", "line")]


@pytest.mark.parametrize("name", [name for name in FORMATS if not FORMATS[name].verified])
def test_a_form_without_verdict_has_no_faults(name: str) -> None:
    lines = ["9" * length for length in FORMATS[name].lengths]
    assert validate(parse(lines, name), ON) == ()


def test_a_record_of_no_format_is_refused() -> None:
    with pytest.raises(MrzError):
        validate(replace(parse(FRENCH), format="TD9"), ON)


@FAST
@given(data=st.data(), name=st.sampled_from(sorted(FORMATS)), on=st.dates())
def test_anything_parsed_can_be_judged_on_any_day(data: st.DataObject, name: str, on: date) -> None:
    alphabet = data.draw(st.sampled_from([ALPHABET, "<A1", "<0", "V<9"]))
    lines = [
        data.draw(st.text(alphabet=alphabet, min_size=size, max_size=size)) for size in FORMATS[name].lengths
    ]
    mrz = parse(lines, name)
    for fault in validate(mrz, on):
        assert fault.kind in FAULT_KINDS
        assert fault.spans
        mrz.over(fault.spans)
        assert not {"field", "quoted"} & {key for key, _ in fault.values}
    wrong = {digit.name for digit in mrz.digits if not digit.agrees}
    told = {fault.field for fault in validate(mrz, on) if fault.kind.startswith("check_digit")}
    assert wrong == told


def test_a_record_without_fields_has_nothing_to_judge() -> None:
    mrz = parse(compose(PASSPORT))
    assert [fault.kind for fault in validate(replace(mrz, fields=(), digits=()), ON)] == []
