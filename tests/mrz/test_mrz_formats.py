import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.errors import REASONS, MrzError
from docdesk.mrz.formats import FORMATS, nearest, recognise

FAST = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def padded(text: str, width: int) -> str:
    return text.ljust(width, "<")


@pytest.mark.parametrize("name", FORMATS)
def test_places_lie_within_the_lines_and_do_not_overlap(name: str) -> None:
    layout = FORMATS[name]
    spans = [
        place.span for place in layout.fields if place.name not in ("date_of_issue", "issuing_office")
    ] + [digit.span for digit in layout.digits]
    for span in spans:
        assert 0 <= span.start < span.end <= layout.lengths[span.line]
    taken = [(span.line, at) for span in spans for at in range(span.start, span.end)]
    assert len(taken) == len(set(taken))


@pytest.mark.parametrize("name", ["TD1", "TD2", "TD3", "MRVA", "MRVB"])
def test_an_icao_format_leaves_no_character_unexplained(name: str) -> None:
    layout = FORMATS[name]
    spans = [place.span for place in layout.fields] + [digit.span for digit in layout.digits]
    assert sum(len(span) for span in spans) == sum(layout.lengths)


@pytest.mark.parametrize(
    ("first", "width", "name"),
    [
        ("P<UTO", 44, "TD3"),
        ("X<UTO", 44, "TD3"),
        ("V<UTO", 44, "MRVA"),
        ("PNRUS", 44, "RUS44"),
        ("P<RUS", 44, "TD3"),
        ("I<UTO", 36, "TD2"),
        ("V<UTO", 36, "MRVB"),
        ("IDFRA", 36, "FRA36"),
        ("IDD<<", 36, "TD2"),
        ("IDROU", 36, "OLD36"),
    ],
)
def test_two_line_formats(first: str, width: int, name: str) -> None:
    # The second line has digits that agree with nothing.
    assert recognise([padded(first, width), padded("A1", width)[:-1] + "Z"]).name == name


def test_a_french_card_that_passes_as_td2_is_td2() -> None:
    lines = ["IDFRAERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"]
    assert recognise(lines).name == "TD2"


def test_one_altered_digit_does_not_make_a_td2_french() -> None:
    lines = ["IDFRAERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204169<<<<<<<6"]
    assert recognise(lines).name == "TD2"


def test_one_altered_digit_leaves_a_french_card_french() -> None:
    lines = [padded("IDFRALOISEAU", 36), "970675K002774HERVE<<DJAMEL<7403216M4"]
    assert recognise(lines).name == "FRA36"


def test_an_altered_romanian_td2_is_not_excused_as_an_old_card() -> None:
    lines = [padded("IDROUERIKSSON<<ANNA", 36), "D231458907ROU7408122F1204169<<<<<<<6"]
    assert recognise(lines).name == "TD2"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ((padded("I<UTO", 30),) * 3, "TD1"),
        ((padded("C<ITA", 30),) * 3, "TD1"),
        ((padded("C<CHN", 30),) * 3, "CHN30"),
        ((padded("CRA123ABC", 29) + "Z",) * 3, "CHN30"),
        ((padded("CSC123", 30),), "CHN30_1"),
        ((padded("CDL123", 30),) * 2, "CHN30_2"),
        ((padded("D1FRA", 30),), "FRA30"),
        ((padded("D1NLD", 30),), "DRV30"),
        (("AAA001D<<", padded("FACHE", 30), padded("X", 30)), "CHE30"),
    ],
)
def test_other_shapes(lines: tuple[str, ...], name: str) -> None:
    assert recognise(lines).name == name


def test_a_crew_code_with_good_digits_is_no_chinese_permit() -> None:
    lines = ["CRUTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", padded("ERIKSSON", 30)]
    assert recognise(lines).name == "TD1"


@pytest.mark.parametrize("name", [name for name in FORMATS if not FORMATS[name].verified])
def test_forms_without_verdict_carry_no_digits(name: str) -> None:
    assert FORMATS[name].digits == ()
    assert FORMATS[name].national


@pytest.mark.parametrize(
    ("lines", "reason", "line", "position"),
    [
        ([], "no_such_format", None, None),
        ([""], "no_such_format", None, None),
        (["<" * 44], "no_such_format", None, None),
        (["<" * 44, "<" * 43], "no_such_format", None, None),
        (["<" * 30], "no_such_format", None, None),
        (["<" * 44, "<" * 20 + "a" + "<" * 23], "character_not_allowed", 1, 20),
    ],
)
def test_what_has_no_format(lines: list[str], reason: str, line: int | None, position: int | None) -> None:
    with pytest.raises(MrzError) as caught:
        recognise(lines)
    assert (caught.value.reason, caught.value.line, caught.value.position) == (reason, line, position)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["P<UTO" + "<" * 38, "<" * 44], "TD3"),
        (["P<UTO" + "<" * 40, "<" * 42], "TD3"),
        (["V<UTO" + "<" * 38, "<" * 44], "MRVA"),
        (["V<UTO" + "<" * 29, "<" * 36], "MRVB"),
        (["I<UTO" + "<" * 30, "<" * 36], "TD2"),
        (["I<UTO" + "<" * 24, "<" * 30, "<" * 31], "TD1"),
        (["i<utoü" + "<" * 24, "<" * 30, "<" * 30], "TD1"),
        (["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA"], "TD1"),
        (["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6"], "TD1"),
        (["I<UTOD231458907<<<<<<<<<<<<<<<"], "TD1"),
        (["", "V<UTO" + "<" * 39], "MRVA"),
        (["D1FRA" + "<" * 24], "FRA30"),
        (["CSC12" + "<" * 24], "CHN30_1"),
    ],
)
def test_nearest_for_lines_of_wrong_length(lines: list[str], name: str) -> None:
    assert nearest(lines).name == name


@pytest.mark.parametrize("lines", [[], [""], ["", "", ""]])
def test_nothing_is_near_to_nothing(lines: list[str]) -> None:
    with pytest.raises(MrzError):
        nearest(lines)


@FAST
@given(lines=st.lists(st.text(max_size=50), max_size=5))
def test_nothing_but_mrz_error_on_any_lines(lines: list[str]) -> None:
    for call in (recognise, nearest):
        try:
            assert call(lines).name in FORMATS
        except MrzError as error:
            assert error.reason in REASONS


@FAST
@given(data=st.data(), name=st.sampled_from(sorted(FORMATS)))
def test_every_line_of_a_known_shape_has_a_format_or_none(data: st.DataObject, name: str) -> None:
    lengths = FORMATS[name].lengths
    lines = [data.draw(st.text(alphabet=ALPHABET, min_size=size, max_size=size)) for size in lengths]
    try:
        assert recognise(lines).lengths == lengths
        assert nearest(lines) == recognise(lines)
    except MrzError as error:
        assert error.reason == "no_such_format"
        assert nearest(lines).name in FORMATS


def test_a_permit_code_on_the_card_of_another_state_is_an_ordinary_card() -> None:
    assert recognise((padded("CRUSA", 30),) * 3).name == "TD1"


def test_an_old_french_card_stays_one_when_two_of_its_digits_are_misread() -> None:
    lines = (padded("IDFRALOISEAU", 36), "070675K002774HERVE<<DJAMEL<7303016M4")
    assert recognise(lines).name == "FRA36"


@pytest.mark.parametrize("state", ["ROU", "ITA", "HUN"])
def test_an_altered_card_of_a_state_with_old_cards_is_still_checked(state: str) -> None:
    lines = (padded(f"ID{state}POPESCU<<ION", 36), f"D231458907{state}7409122F1204169<<<<<<<6")
    assert recognise(lines).name == "TD2"
