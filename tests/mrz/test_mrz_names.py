import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docdesk.mrz.alphabet import ALPHABET
from docdesk.mrz.errors import MrzError
from docdesk.mrz.names import agrees_with_printed, name_of, parse_name, spelled_by
from docdesk.mrz.parsing import parse
from docdesk.mrz.transliteration import spellings, transliterations

FAST = settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.mark.parametrize(
    ("text", "primary", "secondary", "cut"),
    [
        ("VAN<DER<MUELLEN<<MARTIN<<<", ("VAN", "DER", "MUELLEN"), ("MARTIN",), False),
        ("ARKFREITH<<<<", ("ARKFREITH",), (), False),
        ("ERIKSSON<<ANNA<MAR", ("ERIKSSON",), ("ANNA", "MAR"), True),
        ("<<ANNA<<<", (), ("ANNA",), False),
        ("<<<<", (), (), False),
        ("", (), (), False),
        ("ERIKSSON<<AN4", ("ERIKSSON",), ("AN4",), False),
    ],
)
def test_components_and_the_letter_at_the_end(
    text: str, primary: tuple[str, ...], secondary: tuple[str, ...], cut: bool
) -> None:
    name = parse_name(text)
    assert (name.primary, name.secondary, name.possibly_truncated) == (primary, secondary, cut)


def test_the_name_of_an_mrz_is_the_name_of_its_field() -> None:
    lines = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]
    assert name_of(parse(lines)) == parse_name(lines[0][5:])


def test_a_french_card_may_cut_either_name() -> None:
    second = "9409923102854CORINNE<MARIES6512068F4"
    assert name_of(parse(["IDFRABERTHIER".ljust(36, "<"), second])).possibly_truncated
    assert not name_of(
        parse(["IDFRABERTHIER".ljust(36, "<"), second.replace("IES", "I<<")])
    ).possibly_truncated


@pytest.mark.parametrize(
    ("field", "primary", "secondary", "outcome"),
    [
        ("ERIKSSON<<ANNA<MARIA<<<", "Eriksson", "Anna Maria", "agrees"),
        ("ERIKSSON<<ANNA<MARIA<<<", "ERIKSSON", "ANNA-MARÍA", "agrees"),
        ("MUELLER<<JOERG<<<", "Müller", "Jörg", "agrees"),
        ("MULLER<<JOERG<<<", "Müller", "Jörg", "agrees"),
        ("MUXXLLER<<JORG<<<", "Müller", "Jörg", "agrees"),
        ("MUELLER<<JORG<<<", "Mueller", "Jorg", "agrees"),
        ("MUELLER<<JORG<<<", "Muller", "Jorg", "differs"),
        ("HRYHORII<<<", "Григорій", "", "agrees"),
        ("GRIGORII<<<", "Григорій", "", "agrees"),
        ("ERIKSSON<<ANNA<<<", "Eriksson", "Anna Maria", "differs"),
        ("ERIKSSON<<ANNA<MARIA<<<", "Eriksson", "Anna", "differs"),
        ("ERIKSSON<<ANNA<MARIE<<<", "Eriksson", "Anna Maria", "differs"),
        ("ERIKSON<<ANNA<<<", "Eriksson", "Anna", "differs"),
        ("ERIKSSON<<ANNA<MAR", "Eriksson", "Anna Maria", "agrees_shortened"),
        ("ERIKSSON<<ANNA", "Eriksson", "Anna Maria", "agrees_shortened"),
        ("ERIKSSON<<A<M", "Eriksson", "Anna Maria", "agrees_shortened"),
        ("ERIKSSON<<ANNE", "Eriksson", "Anna Maria", "differs"),
        ("ERIKSSON<<ANNA<MARIAX", "Eriksson", "Anna Maria", "differs"),
        (
            "BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI",
            "Bennelong Wooloomooloo Warrandyte Warnambool",
            "Dingo Potoroo",
            "agrees_shortened",
        ),
        (
            "NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K",
            "Nilavadhanananda",
            "Chayapa Dejthamrong Krasuang",
            "agrees_shortened",
        ),
        (
            "PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR",
            "Papandropoulous",
            "Jonathon Warren Trevor",
            "agrees",
        ),
        ("DARTAGNAN<<<", "d'Artagnan", "", "agrees"),
        ("D<ARTAGNAN<<<", "d'Artagnan", "", "agrees_regrouped"),
        ("JEANPIERRE<<<", "Jean-Pierre", "", "agrees_regrouped"),
        ("ARKFREITH<<<", "", "Arkfreith", "agrees_regrouped"),
        ("<<ANNA<<<", "Anna", "", "agrees_regrouped"),
        ("MXHMD<<<", "محمد", "", "agrees"),
        ("MOHAMMED<<<", "محمد", "", "not_comparable"),
        ("PAPADOPOULOS<<<", "Παπαδόπουλος", "", "not_comparable"),
        ("<<<<", "", "", "agrees"),
        ("<<<<", "Eriksson", "", "differs"),
        ("ERIKSSON<<<", "", "", "differs"),
    ],
)
def test_agreement_with_the_printed_name(field: str, primary: str, secondary: str, outcome: str) -> None:
    assert agrees_with_printed(parse_name(field), primary, secondary).outcome == outcome


def test_what_differs_is_named() -> None:
    found = agrees_with_printed(parse_name("ERIKSSON<<ANNA<MARIE<<<"), "Eriksson", "Anna Maria Eva")
    assert found.differing == (("MARIE", "MARIA"), ("", "EVA"))


def test_a_hint_never_refuses_what_no_hint_accepts() -> None:
    for hint in (None, "UKR", "SRB", "nowhere"):
        assert agrees_with_printed(parse_name("GRIGORII<<<"), "Григорій", "", hint=hint).outcome == "agrees"


@FAST
@given(text=st.text(alphabet="ÄÜÑГЖABC -", max_size=12))
def test_each_listed_spelling_agrees_and_so_does_each_beginning(text: str) -> None:
    letters = spellings(text)
    for way in transliterations(text):
        written = way if not letters or letters[-1].letter != "<" else way + "<"
        assert spelled_by(written, letters)
        for end in range(len(written) + 1):
            assert spelled_by(written[:end], letters, beginning=bool(letters))


def test_many_letters_with_many_spellings_cost_no_search() -> None:
    letters = spellings("Ü" * 2000)
    assert spelled_by("U" * 2000, letters)
    assert spelled_by("UE" * 2000, letters)
    assert not spelled_by("U" * 1999 + "X", letters)


@FAST
@given(field=st.one_of(st.text(), st.text(alphabet=ALPHABET)), primary=st.text(), secondary=st.text())
def test_nothing_but_mrz_error(field: str, primary: str, secondary: str) -> None:
    with contextlib.suppress(MrzError):
        agrees_with_printed(parse_name(field), primary, secondary)
