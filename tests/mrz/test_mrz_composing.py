import contextlib
import itertools
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docdesk.mrz.alphabet import ALPHABET, DIGITS, LETTERS
from docdesk.mrz.composing import COMPOSABLE, Content, compose, content_of
from docdesk.mrz.errors import REASONS, MrzError
from docdesk.mrz.formats import FORMATS, recognise
from docdesk.mrz.parsing import parse
from docdesk.mrz.truncation import fitted_name
from docdesk.mrz.validation import validate

FAST = settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)

PASSPORT = Content(
    format="TD3",
    document_code="P<",
    issuing_state="UTO",
    primary_identifier="Eriksson",
    secondary_identifier="Anna Mária",
    document_number="L898902C3",
    nationality="UTO",
    date_of_birth="740812",
    sex="F",
    date_of_expiry="120415",
    optional_data="ZE184226B",
)
CARD = replace(PASSPORT, format="TD1", document_code="I<", document_number="D23145890", optional_data="")
FRENCH = Content("FRA36", "ID", "FRA", "LOISEAU", "730321", "HERVE DJAMEL", "970675K00277", sex="M")


def test_plain_values_become_the_specimen_of_doc_9303() -> None:
    assert compose(PASSPORT) == (
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    )


@pytest.mark.parametrize("chosen", ["0", "<"])
def test_either_digit_of_empty_optional_data_can_be_printed(chosen: str) -> None:
    lines = compose(replace(PASSPORT, optional_data=""), empty_optional_digit="<" if chosen == "<" else "0")
    assert lines[1][42] == chosen
    assert all(digit.agrees for digit in parse(lines).digits)


def test_a_chosen_filler_does_not_replace_a_digit_of_data() -> None:
    assert compose(PASSPORT, empty_optional_digit="<") == compose(PASSPORT)


@pytest.mark.parametrize(("format", "longest"), [("TD1", 22), ("TD2", 14)])
def test_a_long_number_runs_on_as_far_as_it_may(format: str, longest: int) -> None:
    content = replace(CARD, format=format, document_number="A" * longest)
    mrz = parse(compose(content))
    assert mrz.value("document_number") == "A" * longest
    assert all(digit.agrees for digit in mrz.digits)
    with pytest.raises(MrzError) as caught:
        compose(replace(content, document_number="A" * (longest + 1)))
    assert caught.value.reason == "document_number_too_long"


def test_optional_data_follow_a_long_number() -> None:
    mrz = parse(compose(replace(CARD, document_number="D23145890734", optional_data="ABC")))
    assert (mrz.value("document_number"), mrz.value("optional_data")) == ("D23145890734", "ABC")


def test_national_spelling_by_hint() -> None:
    content = replace(PASSPORT, primary_identifier="Григорій", secondary_identifier="")
    assert compose(content)[0].startswith("P<UTOGRIGORII<")
    assert compose(content, hint="UKR")[0].startswith("P<UTOHRYHORII<")


def test_a_short_code_is_filled_up() -> None:
    first = compose(replace(PASSPORT, document_code="P", issuing_state="D"))[0]
    assert first.startswith("P<D<<ERIKSSON")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": "TD9"}, "no_such_format"),
        ({"format": "RUS44"}, "format_not_composable"),
        ({"administrative_code": "123456"}, "no_such_field"),
        ({"optional_data_2": "1"}, "no_such_field"),
        ({"document_code": ""}, "field_required"),
        ({"issuing_state": ""}, "field_required"),
        ({"nationality": ""}, "field_required"),
        ({"date_of_birth": ""}, "field_required"),
        ({"date_of_expiry": "1204"}, "field_required"),
        ({"date_of_birth": "7408123"}, "field_too_long"),
        ({"document_code": "P<<"}, "field_too_long"),
        ({"sex": "FF"}, "field_too_long"),
        ({"optional_data": "A" * 15}, "field_too_long"),
        ({"document_number": "L898902C34"}, "document_number_too_long"),
        ({"document_number": "l898902c3"}, "character_not_allowed"),
        ({"optional_data": "A B"}, "character_not_allowed"),
        ({"issuing_state": "UT0"}, "character_not_allowed"),
        ({"date_of_birth": "74O812"}, "character_not_allowed"),
        ({"sex": "1"}, "character_not_allowed"),
        ({"primary_identifier": ""}, "name_missing"),
        ({"primary_identifier": "'"}, "name_missing"),
        ({"primary_identifier": "Erik5on"}, "character_not_transliterable"),
        ({"secondary_identifier": "Άννα"}, "character_not_transliterable"),
        (
            {"format": "MRVA", "document_code": "V<", "document_number": "L898902C34"},
            "document_number_too_long",
        ),
        ({"format": "TD1", "document_number": "D23145890-7"}, "character_not_allowed"),
    ],
)
def test_what_cannot_be_printed_is_refused(change: dict[str, str], reason: str) -> None:
    with pytest.raises(MrzError) as caught:
        compose(replace(PASSPORT, **change))
    assert caught.value.reason == reason


def test_a_form_that_is_only_read_has_no_content() -> None:
    mrz = parse(["D1FRA13AA000026181231MARTIN<<9"])
    with pytest.raises(MrzError) as caught:
        content_of(mrz)
    assert caught.value.reason == "format_not_composable"


def test_the_french_card_sets_two_fillers_between_given_names() -> None:
    assert compose(FRENCH)[1] == "970675K002774HERVE<<DJAMEL<7303216M4"


@pytest.mark.parametrize(
    ("primary", "secondary", "width", "expected"),
    [
        ("ERIKSSON", "ANNA MARIA", 39, "ERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"),
        ("ARKFREITH", "", 39, "ARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<"),
        ("PAPANDROPOULOUS", "JONATHON WARREN TREVOR", 39, "PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR"),
        (
            "NILAVADHANANANDA",
            "CHAYAPA DEJTHAMRONG KRASUANG",
            39,
            "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K",
        ),
        (
            "BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL",
            "DINGO POTOROO",
            39,
            "BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI",
        ),
        ("CACADOR DE ARAUJO", "ANDRE ESTEVES", 30, "CACADOR<DE<ARAUJO<<ANDRE<ESTEV"),
        ("AAAA", "BBB CCCC", 10, "AAAA<<BB<C"),
        ("AAAA", "B CCCC", 8, "AAA<<B<C"),
        ("AAAAAAAAAA", "BB", 10, "AAAAAAA<<B"),
        ("AAAAAAAAAA", "", 8, "AAAAAAAA"),
        ("AAAA BBBBBB", "CC", 12, "AAAA<BBB<<CC"),
        ("AAAA BB", "", 5, "AAA<B"),
        ("A B C D E F", "G H", 10, "A<B<C<D<<G"),
    ],
)
def test_names_are_cut_so_that_a_letter_ends_the_field(
    primary: str, secondary: str, width: int, expected: str
) -> None:
    assert fitted_name(tuple(primary.split()), tuple(secondary.split()), width) == expected
    assert len(expected) == width


COMPONENTS = st.lists(st.text(alphabet=LETTERS, min_size=1, max_size=30), max_size=6).map(tuple)


@FAST
@given(primary=COMPONENTS.filter(bool), secondary=COMPONENTS, width=st.sampled_from([39, 31, 30]))
def test_a_cut_name_keeps_the_rules(primary: tuple[str, ...], secondary: tuple[str, ...], width: int) -> None:
    whole = "<".join(primary) + ("<<" + "<".join(secondary) if secondary else "")
    text = fitted_name(primary, secondary, width)
    assert len(text) == width
    if len(whole) <= width:
        assert text.rstrip("<") == whole
        return
    assert text[-1] in LETTERS
    first, _, second = text.partition("<<")
    assert bool(second) == bool(secondary)
    for cut, full in ((first, primary), (second, secondary)):
        for part, word in zip(cut.split("<") if cut else (), full, strict=False):
            assert word.startswith(part)
    assert "<<" not in second


def test_a_name_that_no_cut_fits_is_refused() -> None:
    with pytest.raises(MrzError) as caught:
        fitted_name(("A",) * 30, ("B",), 39)
    assert caught.value.reason == "name_too_long"


def test_an_endless_name_is_cut_in_good_time() -> None:
    for primary, secondary in itertools.product(("A" * 10_000, "A " * 5_000, "AB " * 3_000), repeat=2):
        with contextlib.suppress(MrzError):
            assert len(
                compose(replace(PASSPORT, primary_identifier=primary, secondary_identifier=secondary))[0]
            )


NAME = st.lists(st.text(alphabet=LETTERS, min_size=1, max_size=6), min_size=1, max_size=2).map(" ".join)
DATE = st.one_of(
    st.text(alphabet=DIGITS + "<", min_size=6, max_size=6),
    st.dates(date(1950, 1, 1)).map(lambda day: day.strftime("%y%m%d")),
)
STATE = st.one_of(st.sampled_from(["D<<", "FRA", "UTO"]), st.text(alphabet=LETTERS, min_size=3, max_size=3))


def data(size: int) -> st.SearchStrategy[str]:
    return st.text(alphabet=ALPHABET, max_size=size).map(lambda text: text.rstrip("<"))


@st.composite
def contents(draw: st.DrawFn) -> Content:
    name = draw(st.sampled_from(COMPOSABLE))
    french, card, visa = name == "FRA36", name == "TD1", name.startswith("MRV")
    first = {"TD3": "P", "MRVA": "V", "MRVB": "V", "FRA36": "ID"}.get(name, "I")
    number = draw(st.text(alphabet=LETTERS + DIGITS, max_size=12 if french or not visa else 9))
    if name == "TD3":
        number = number[:9]
    layout = FORMATS[name]
    room = {place.name: len(place.span) for place in layout.fields}.get("optional_data", 0)
    if len(number) > 9 and not french:
        room -= len(number) - 9 + 2
    return Content(
        format=name,
        document_code=first if french else draw(st.sampled_from([first + "<", first + "A"])),
        issuing_state="FRA" if french else draw(STATE),
        primary_identifier=draw(NAME),
        secondary_identifier=draw(st.one_of(st.just(""), NAME)),
        document_number=number,
        nationality="" if french else draw(STATE),
        date_of_birth=draw(DATE),
        sex=draw(st.sampled_from("MF<X")),
        date_of_expiry="" if french else draw(DATE),
        optional_data=draw(data(max(room, 0))),
        optional_data_2=draw(data(11)) if card else "",
        administrative_code=draw(data(6)) if french else "",
    )


@FAST
@given(content=contents())
def test_parsing_gives_back_what_was_composed(content: Content) -> None:
    lines = compose(content)
    mrz = parse(lines, content.format)
    assert content_of(mrz) == content
    assert all(digit.agrees for digit in mrz.digits)
    assert not {fault.kind for fault in validate(mrz, date(2026, 1, 1))} & {"check_digit_mismatch"}


@FAST
@given(content=contents())
def test_what_was_composed_is_recognised(content: Content) -> None:
    lines = compose(content)
    assert recognise(lines).lengths == FORMATS[content.format].lengths
    if content.format in ("TD3", "MRVA", "MRVB", "TD1"):
        assert recognise(lines).name == content.format


@FAST
@given(
    content=st.builds(Content, **{field.name: st.text(max_size=60) for field in fields(Content)}),
    name=st.sampled_from([*FORMATS, "X"]),
    hint=st.text(),
)
def test_nothing_but_mrz_error(content: Content, name: str, hint: str) -> None:
    for one in (content, replace(content, format=name)):
        try:
            compose(one, hint=hint)
        except MrzError as error:
            assert error.reason in REASONS
