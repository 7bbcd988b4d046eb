from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.errors import REASONS, MrzError
from docdesk.mrz.formats import FORMATS
from docdesk.mrz.long_numbers import long_number
from docdesk.mrz.parsing import Mrz, parse
from docdesk.mrz.records import CheckDigit
from docdesk.mrz.spans import Span

FAST = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)

TD3 = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]
TD1_2 = "7408122F1204159UTO<<<<<<<<<<<6"
NAME_30 = "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"


def td3_name(name: str) -> Mrz:
    return parse(["P<UTO" + name.ljust(39, "<"), TD3[1]])


def td1_number(rest: str) -> Mrz:
    return parse(["I<UTO" + rest.ljust(25, "<"), TD1_2, NAME_30])


def digit(mrz: Mrz, name: str) -> CheckDigit:
    found = mrz.digit(name)
    assert found is not None
    return found


def test_every_field_of_a_passport_has_its_exact_place() -> None:
    mrz = parse(TD3)
    expected = {
        "document_code": ("P<", "P<", Span(0, 0, 2)),
        "issuing_state": ("UTO", "UTO", Span(0, 2, 5)),
        "primary_identifier": ("ERIKSSON", "ERIKSSON", Span(0, 5, 13)),
        "secondary_identifier": ("ANNA<MARIA", "ANNA MARIA", Span(0, 15, 25)),
        "document_number": ("L898902C3", "L898902C3", Span(1, 0, 9)),
        "nationality": ("UTO", "UTO", Span(1, 10, 13)),
        "date_of_birth": ("740812", "740812", Span(1, 13, 19)),
        "sex": ("F", "F", Span(1, 20, 21)),
        "date_of_expiry": ("120415", "120415", Span(1, 21, 27)),
        "optional_data": ("ZE184226B<<<<<", "ZE184226B", Span(1, 28, 42)),
    }
    assert {field.name: (field.text, field.value, *field.spans) for field in mrz.fields} == expected
    assert mrz.format == "TD3"
    assert mrz.lines == tuple(TD3)


def test_what_is_absent_is_empty_and_not_an_error() -> None:
    mrz = parse(TD3)
    assert mrz.field("optional_data_2") is None
    assert mrz.text("optional_data_2") == ""
    assert mrz.value("no such field") == ""
    assert mrz.digit("line") is None


@pytest.mark.parametrize(
    ("name", "primary", "secondary"),
    [
        ("ARKFREITH", ("ARKFREITH", 5), None),
        ("ERIKSSON<ANNA", ("ERIKSSON<ANNA", 5), None),
        ("<<ANNA<MARIA", None, ("ANNA<MARIA", 7)),
        ("<ANNA<<MARIA", ("ANNA", 6), ("MARIA", 12)),
        ("ERIKSSON<<<ANNA", ("ERIKSSON", 5), ("ANNA", 16)),
        ("A<<B<<C", ("A", 5), ("B<<C", 8)),
        ("ANNA<<ANNA", ("ANNA", 5), ("ANNA", 11)),
        ("", None, None),
    ],
)
def test_names_are_split_at_the_first_two_fillers(
    name: str, primary: tuple[str, int] | None, secondary: tuple[str, int] | None
) -> None:
    mrz = td3_name(name)
    for key, wanted in (("primary_identifier", primary), ("secondary_identifier", secondary)):
        field = mrz.field(key)
        found = (field.text, field.spans[0].start) if field else None
        assert found == wanted


def test_components_are_parted_by_single_blanks_in_the_value() -> None:
    assert td3_name("VAN<DER<MUELLEN<<A<<B").value("primary_identifier") == "VAN DER MUELLEN"
    assert td3_name("VAN<DER<MUELLEN<<A<<B").value("secondary_identifier") == "A B"


def test_a_long_number_is_joined_and_its_digit_found() -> None:
    mrz = td1_number("D23145890<7349<ABC")
    number, optional = mrz.field("document_number"), mrz.field("optional_data")
    assert number is not None
    assert optional is not None
    assert number.value == "D23145890734"
    assert number.spans == (Span(0, 5, 14), Span(0, 15, 18))
    assert (optional.value, optional.spans) == ("ABC", (Span(0, 20, 30),))
    found = digit(mrz, "document_number")
    assert (found.span, found.printed, found.agrees, found.variant) == (Span(0, 18, 19), "9", True, "icao")
    assert mrz.over(found.covers) == number.text


def test_a_long_number_on_td2() -> None:
    mrz = parse(["I<UTO" + "X".ljust(31, "<"), "D23145890<UTO7408122F12041597349<<<0"])
    assert mrz.value("document_number") == "D23145890734"
    assert digit(mrz, "document_number").agrees
    assert mrz.text("optional_data") == "<<"


def test_the_longest_number_fills_the_optional_data() -> None:
    mrz = td1_number("D23145890<" + "7" * 15)
    assert len(mrz.value("document_number")) == 23
    assert mrz.text("optional_data") == ""


def test_a_long_number_with_a_wrong_digit_does_not_agree() -> None:
    found = digit(td1_number("D23145890<7340"), "document_number")
    assert (found.agrees, found.expected, found.variant) == (False, "9", "icao")


def test_the_filler_is_counted_only_on_belgian_cards() -> None:
    rest = "000590240<6013".ljust(25, "<")
    belgian = digit(parse(["IDBEL" + rest, TD1_2, NAME_30]), "document_number")
    assert (belgian.agrees, belgian.variant, belgian.expected) == (True, "filler_counted", "3")
    assert belgian.covers == (Span(0, 5, 14), Span(0, 14, 15), Span(0, 15, 18))
    other = digit(parse(["IDUTO" + rest, TD1_2, NAME_30]), "document_number")
    assert (other.agrees, other.variant, other.expected) == (False, "icao", "1")


def test_a_nine_character_number_may_have_its_digit_moved() -> None:
    mrz = td1_number("D23145890<7")
    found = digit(mrz, "document_number")
    assert (mrz.value("document_number"), found.variant, found.span) == (
        "D23145890",
        "moved",
        Span(0, 15, 16),
    )
    assert found.covers == (Span(0, 5, 14),)


@pytest.mark.parametrize(
    ("rest", "agrees", "variant"),
    [
        ("D23145890<", False, "missing"),
        ("D2314<<<<<XYZ", False, "missing"),
        ("<<<<<<<<<0", True, None),
        ("<<<<<<<<<<", False, "missing"),
        ("D231458907", True, None),
        ("D231458906", False, None),
        ("D23145890X", False, None),
    ],
)
def test_what_stands_for_the_digit_of_a_card_number(rest: str, agrees: bool, variant: str | None) -> None:
    found = digit(td1_number(rest), "document_number")
    assert (found.agrees, found.variant, found.span) == (agrees, variant, Span(0, 14, 15))


@pytest.mark.parametrize(
    ("optional", "printed", "agrees", "variant"),
    [
        ("", "0", True, None),
        ("", "<", True, "filler_for_zero"),
        ("", "1", False, None),
        ("A", "0", True, None),
        ("A", "<", False, None),
        ("1", "7", True, None),
    ],
)
def test_the_digit_of_empty_optional_data_may_be_a_filler(
    optional: str, printed: str, agrees: bool, variant: str | None
) -> None:
    line = TD3[1][:28] + optional.ljust(14, "<") + printed + "0"
    found = digit(parse([TD3[0], line]), "optional_data")
    assert (found.agrees, found.variant) == (agrees, variant)


def test_a_passport_number_without_digit_does_not_agree() -> None:
    found = digit(parse([TD3[0], "L898902C3<" + TD3[1][10:]]), "document_number")
    assert (found.agrees, found.variant, found.printed) == (False, None, "<")


@pytest.mark.parametrize(("name", "start"), [("date_of_birth", 13), ("date_of_expiry", 21)])
def test_a_filler_after_an_unknown_date_is_a_missing_digit(name: str, start: int) -> None:
    line = TD3[1][:start] + "<<<<<<<" + TD3[1][start + 7 :]
    found = digit(parse([TD3[0], line]), name)
    assert (found.agrees, found.variant, found.expected) == (False, "missing", "0")
    assert digit(parse([TD3[0], TD3[1][:start] + "<<<<<<0" + TD3[1][start + 7 :]]), name).agrees


@pytest.mark.parametrize(
    ("lines", "format", "reason", "line", "position"),
    [
        (TD3, "TD9", "no_such_format", None, None),
        (TD3[:1], "TD3", "line_count", None, None),
        ([TD3[0], TD3[1] + "<"], "TD3", "line_length", 1, None),
        ([TD3[0][:-1], TD3[1]], None, "no_such_format", None, None),
        ([TD3[0].lower(), TD3[1]], "TD3", "character_not_allowed", 0, 0),
        ([TD3[0], TD3[1].replace("<", " ")], None, "character_not_allowed", 1, 37),
        ([], None, "no_such_format", None, None),
        ([], "TD1", "line_count", None, None),
    ],
)
def test_nothing_is_repaired(
    lines: list[str], format: str | None, reason: str, line: int | None, position: int | None
) -> None:
    with pytest.raises(MrzError) as caught:
        parse(lines, format)
    assert (caught.value.reason, caught.value.line, caught.value.position) == (reason, line, position)


def test_an_error_tells_no_text_of_the_document() -> None:
    with pytest.raises(MrzError) as caught:
        parse([TD3[0].lower(), TD3[1]])
    assert str(caught.value) == "character_not_allowed line 0 position 0"


def test_the_format_asked_for_goes_before_the_one_recognised() -> None:
    lines = ["IDFRALOISEAU".ljust(36, "<"), "970675K002774HERVE<<DJAMEL<7303216M4"]
    assert parse(lines).format == "FRA36"
    assert parse(lines, "TD2").format == "TD2"


def test_a_form_without_verdict_shows_its_fields_and_no_digits() -> None:
    mrz = parse(["PNRUSIVANOV<<IVAN<IVANOVI3".ljust(44, "<"), "1234567897RUS8001011M<<<<<<<1234567890<<<<00"])
    assert (mrz.format, mrz.value("secondary_identifier"), mrz.digits) == ("RUS44", "IVAN IVANOVI3", ())


@FAST
@given(lines=st.lists(st.text(max_size=50), max_size=4), name=st.sampled_from([None, "X", *FORMATS]))
def test_nothing_but_mrz_error_on_any_lines(lines: list[str], name: str | None) -> None:
    try:
        parse(lines, name)
    except MrzError as error:
        assert error.reason in REASONS


def test_huge_input_is_refused() -> None:
    for lines in (["A" * 1_000_000] * 2, ["<"] * 100_000, ["\U0010ffff" * 44] * 2):
        with pytest.raises(MrzError):
            parse(lines)


@FAST
@given(data=st.data(), name=st.sampled_from(sorted(FORMATS)))
def test_every_shape_parses_and_every_text_is_where_its_spans_say(data: st.DataObject, name: str) -> None:
    alphabet = data.draw(st.sampled_from([ALPHABET, "<A1", "<0"]))
    lines = [
        data.draw(st.text(alphabet=alphabet, min_size=size, max_size=size)) for size in FORMATS[name].lengths
    ]
    mrz = parse(lines, name)
    for field in mrz.fields:
        assert mrz.over(field.spans) == field.text
        assert field.value.strip() == field.value
    for found in mrz.digits:
        assert mrz.at(found.span) == found.printed
        assert found.agrees == (found.printed == found.expected or found.variant == "filler_for_zero")
    assert mrz.lines == tuple(lines)


def test_a_place_outside_the_lines_is_refused() -> None:
    mrz = parse(TD3)
    for span in (Span(2, 0, 1), Span(0, 0, 45), Span(0, 3, 2), Span(-1, 0, 1), Span(0, -1, 1)):
        with pytest.raises(MrzError) as caught:
            mrz.at(span)
        assert caught.value.reason == "no_such_place"


def test_a_layout_without_places_has_no_long_number() -> None:
    lines = ["I<UTOD23145890<7349<<<<<<<<<<<", TD1_2, NAME_30]
    assert long_number(FORMATS["TD1"], lines) is not None
    assert long_number(replace(FORMATS["TD1"], fields=()), lines) is None
    assert long_number(FORMATS["TD3"], TD3) is None
