from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docdesk.foundation.errors import WrongUse
from docdesk.mrz.codes import DEPRECATED, SPECIAL
from docdesk.mrz.countries import COUNTRIES
from docdesk.synthesis.models.permitted import permitted_code, refuse_words
from docdesk.synthesis.models.plain_letters import ALLOWED
from docdesk.synthesis.models.reading import read_model
from docdesk.synthesis.people.homelands import HOMELANDS
from docdesk.synthesis.people.names import NAMES
from docdesk.wording.english.synthesis_models import SENTENCES
from tests.synthesis.models.written_models import changed, told, write


def refused(texts: Iterable[str]) -> str:
    """Return the reason for which texts of one face are refused; empty where they are not."""
    try:
        refuse_words("small", texts)
    except WrongUse as error:
        SENTENCES[error.message.key].format_map(dict(error.message.values))
        return error.message.key.removeprefix("synthesis.")
    return ""


def test_utopia_and_norvalia_have_codes_that_no_state_can_have() -> None:
    assert permitted_code("UTO")
    assert permitted_code("QNV")


@pytest.mark.parametrize("code", ["AAA", "AAZ", "QMA", "QZZ", "XAA", "XZZ", "ZZA", "ZZZ"])
def test_codes_that_iso_keeps_for_users_are_permitted(code: str) -> None:
    assert permitted_code(code)


@pytest.mark.parametrize(
    "code",
    [
        *COUNTRIES, *SPECIAL, *DEPRECATED, "D<<", "XKX", "XCT", "WSA", "UTA", "utо", "uto", "QLZ", "ABA",
        "ZYZ", "QNVV", "QN", "", "XXX\n", "QNV\n", "UNX", "IAO",
    ],
)  # fmt: skip
def test_codes_in_use_and_all_others_are_not(code: str) -> None:
    assert not permitted_code(code)


EVASIONS: tuple[tuple[str, ...], ...] = (
    ("SWITZERLAND",),
    ("S C H W E I Z",),
    ("S", "C", "H", "W", "E", "I", "Z"),
    ("Z", "I", "E", "W", "H", "C", "S"),
    ("S-C-H-W-E-I-Z",),
    ("5W1TZERLAND",),
    ("SVVITZERLAND",),
    ("SWI", "TZER", "LAND"),
    ("REPUBLIC OF SWIT", "ZERLAND"),
    ("CONFŒDERATIO HELVETICA",),
    ("SWISSPASS",),
    ("SWITZERLEND",),
    ("DNALREZTIWS",),
    ("ÖSTERREICH",),
    ("OESTERREICH",),
    ("Ö s t e r r e i c h",),
    ("DEUT", "SCH", "LAND"),
    ("GERRNANY",),
    ("GERMANNY",),
    ("FRRANCE",),
    ("NCEFRA",),
    ("F.R.A.N.C.E",),
    ("FR4NCE",),
    ("FR9ANCE",),
    ("MALI",),
    ("M A L I",),
    ("MA LI",),
    ("MA", "LI"),
    ("M4L1",),
    ("M A L 1",),
    ("REPUBLICOFMALI",),
    ("THEKINGDOMOFSPAIN",),
    ("PERUPERUPERU",),
    ("ÌTÀLŸ",),
    ("1TALY",),
    ("ITAIY",),
    ("l T A L Y",),
    ("I+ALY",),
    ("(HINA",),
    ("ÞOLAND",),
    ("8RAZIL",),
    ("BRA-ZIL",),
    ("VNITED STATES",),
    ("U.S.A.",),
    ("U", "S", "A"),
    ("U5A",),
    ("K0S0V0",),
    ("Türkiye",),
    ("TUERKEI",),
    ("Côte d’Ivoire",),
    ("Rzeczpospolita Polska",),
    ("Kongeriget", "Danmark"),
    ("INTERP0L",),
    ("EUROPEAN UNION",),
    ("Croix-Rouge",),
    ("Order of Malta",),
    ("World Service Authority",),
    ("CHE",),
    ("D", "E", "U", "T", "S", "C", "H"),
    ("ÍSLAND",),
    ("Vegabréf íslenskt",),
    ("TYSKLAND",),
)

DISGUISED = (
    "ITАLY",  # Cyrillic A
    "ΙTALY",  # Greek iota
    "ＩＴＡＬＹ",
    "IT\u200bALY",
    "ITA\u0301LY",
    "ſchweiz",
    "ᴍᴀʟɪ",
    "𝐌𝐀𝐋𝐈",
    "Ⅿali",
    "P<CHEMUSTER<<ANNA",
)


@pytest.mark.parametrize("texts", EVASIONS, ids="|".join)
def test_a_real_name_is_found_however_it_is_written(texts: tuple[str, ...]) -> None:
    assert refused(texts).startswith("real_name")


@pytest.mark.parametrize("text", DISGUISED)
def test_letters_that_only_look_latin_and_the_filler_of_an_mrz_are_refused(text: str) -> None:
    assert refused((text,)) == "foreign_character"


LABELS = (
    """
REPUBLIC OF UTOPIA|RÉPUBLIQUE D'UTOPIE|KINGDOM OF NORVALIA|ROYAUME DE NORVALIE|PASSPORT|PASSEPORT
Surname / Nom|Given names / Prénoms|Nationality / Nationalité|Date of birth / Date de naissance
Sex / Sexe|Code|Type|Place of birth / Lieu de naissance|Date of issue / Date de délivrance
Authority / Autorité|NORMALISED|UTO|QNV|Holder's signature / Signature du titulaire
Passport No. / Nº du passeport|IDENTITY CARD|CARTE D'IDENTITÉ|VISA|Valid for|Valable pour|From / Du
Until / Au|Number of entries / Nombre d'entrées|Duration of stay|DAYS|JOURS|Remarks / Remarques
Issued in / Délivré à|SPECIMEN|CAN|Height|Residence|Card access number|Document number
Ministry of the Interior|P|ID|M|F|UTOPIASPECIMENUTOPIA|REPUBLICOFUTOPIA|NORVALIANORVALIA|Machine
POLISHED|GERMANE|GRAND DUCHY|DOMINION OF THE SEA|ORGANISATION|LIBERTAS|LUX MARE VENTUS
BY THE SEA WE LIVE|ISLAND|Nachname|Vorname|Geburtsdatum|Geburtsort|Staatsangehörigkeit|Gültig bis
Behörde|Apellidos|Nombres|Nacionalidad|Etternavn|Fornavn|Fecha de nacimiento|Observations|COMMAND
ROMANCE|CHINAWARE|IRANDOM|PERUSE|ROMANESQUE|2026|No 12345678|TRIANGLE
""".strip()
    .replace("\n", "|")
    .split("|")
)


@pytest.mark.parametrize("text", LABELS)
def test_what_documents_say_and_words_that_only_hold_a_short_name_pass(text: str) -> None:
    assert refused((text,)) == ""


def test_the_labels_of_a_whole_document_pass_together() -> None:
    assert refused(LABELS) == ""


def test_towns_are_free() -> None:
    assert refused(("PARIS", "BERN", "BERLIN")) == ""


@pytest.mark.parametrize("code", HOMELANDS)
def test_our_own_states_and_the_names_of_their_people_pass(code: str) -> None:
    state = HOMELANDS[code].state
    assert refused((state.name, state.adjective, *state.places)) == ""
    names = NAMES[state.names]
    for name in (*names.surnames, *names.rare_surnames, *names.given["F"], *names.given["M"]):
        assert refused((name,)) == "", name


PLACES = (
    ("title", "Germany, passport"),
    ("state.name", "REPUBLIC OF SPAIN"),
    ("state.adjective", "SWISS"),
    ("state.places", ["AMAUROT", "NEW ZEALAND"]),
    ("state.authorities", ["MINISTRY OF ITALY"]),
    ("number_pattern", "SUISSE###"),
    ("face.0.layer.0.art.words", "NORGE"),
)


@pytest.mark.parametrize(("path", "value"), PLACES)
def test_a_real_name_anywhere_in_a_model_refuses_it(path: str, value: Any, tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as error:
        read_model(write(changed(path, value), tmp_path))
    assert error.value.message.key == "synthesis.real_name"


def test_a_real_name_refuses_a_model_by_its_folder_too(tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as error:
        read_model(write(told(), tmp_path, "swiss-passport"))
    assert error.value.message.key == "synthesis.real_name"


def test_a_name_is_found_in_pieces_over_the_layers_of_a_face_and_the_name_of_the_state(
    tmp_path: Path,
) -> None:
    model = changed("state.name", "NEDER")
    model["face"][0]["layer"][0]["art"]["words"] = "LAND"
    with pytest.raises(WrongUse) as error:
        read_model(write(model, tmp_path))
    assert error.value.message.key == "synthesis.real_name_in_pieces"


@pytest.mark.parametrize("code", ["CHE", "XPO", "RKS", "DEU", "EUE"])
def test_a_model_with_a_code_in_use_is_refused_by_a_sentence_that_names_it(code: str, tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as error:
        read_model(write(changed("state.code", code), tmp_path))
    assert error.value.message.key == "synthesis.real_code"
    assert code in SENTENCES["synthesis.real_code"].format_map(dict(error.value.message.values))


LONG_NAMES = st.sampled_from(
    ["SWITZERLAND", "DEUTSCHLAND", "AUSTRALIA", "PORTUGAL", "INDONESIA", "VENEZUELA", "LIECHTENSTEIN"]
)
SHORT_NAMES = st.sampled_from(["MALI", "OMAN", "PERU", "IRAN", "CUBA", "CHAD", "TOGO", "FIJI"])
LEET = {"O": "0", "I": "1", "E": "3", "A": "4", "S": "5", "T": "7", "B": "8"}


@given(name=LONG_NAMES | SHORT_NAMES, data=st.data())
@settings(max_examples=300, deadline=None)
def test_no_spacing_case_or_digits_hide_a_name(name: str, data: st.DataObject) -> None:
    written = ""
    for letter in name:
        shown = data.draw(st.sampled_from([letter, letter.lower(), LEET.get(letter, letter)]))
        written += shown + data.draw(st.sampled_from(["", "", " ", "-", ".", "·", "  "]))
    assert refused((written,)).startswith("real_name"), written


@given(name=LONG_NAMES, before=st.text("ABCDEFGHIJ", max_size=4), after=st.text("ABCDEFGHIJ", max_size=4))
def test_no_letters_round_it_hide_a_long_name(name: str, before: str, after: str) -> None:
    assert refused((before + name + after,)).startswith("real_name")


@given(name=LONG_NAMES, cuts=st.sets(st.integers(1, 7), min_size=1), data=st.data())
def test_no_cutting_and_no_order_of_the_pieces_hide_a_name(
    name: str, cuts: set[int], data: st.DataObject
) -> None:
    edges = [0, *sorted(cuts), len(name)]
    pieces = [name[start:end] for start, end in pairwise(edges) if start < end]
    mixed = data.draw(st.permutations(["SURNAME", "DATE OF BIRTH", *pieces]))
    assert refused(mixed).startswith("real_name")


@given(text=st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_text_passes_or_is_refused_and_none_passes_with_other_characters(text: str) -> None:
    if refused((text,)) == "":
        assert set(text) <= ALLOWED
