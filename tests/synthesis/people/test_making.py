import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.places import assets_folder
from docdesk.mrz.formats import FORMATS
from docdesk.mrz.names import agrees_with_printed, name_of
from docdesk.mrz.parsing import parse
from docdesk.mrz.records import Mrz
from docdesk.mrz.validation import validate
from docdesk.synthesis.lettering.setting import line_width, set_line
from docdesk.synthesis.models.entries import ENTRIES
from docdesk.synthesis.models.model import DocumentModel
from docdesk.synthesis.models.reading import read_model
from docdesk.synthesis.people.dates import EXPIRED, printed_date
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.people.making import make_holder
from docdesk.wording.english.synthesis_models import SENTENCES
from tests.synthesis.models.written_models import told, write
from tests.synthesis.people.faces_to_choose import PORTRAITS

ON = dt.date(2026, 8, 1)
FORMATS_MADE = ("TD1", "TD2", "TD3", "MRVA", "MRVB")
NORVALIA = {
    "code": "QNV",
    "name": "NORVALIA",
    "adjective": "NORVALIAN",
    "places": ["ŠORNHAVN", "KRÖNVOLD", "DÆGRMOND"],
    "names": "norvalian",
    "date_style": "dots",
    "authorities": ["PASS OFFICE ŠORNHAVN"],
}


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, DocumentModel]:
    folder = tmp_path_factory.mktemp("models")
    found = {}
    for form in FORMATS_MADE:
        found[f"{form} UTO"] = read_model(write(told(form), folder / "utopia", form.lower()))
        found[f"{form} QNV"] = read_model(
            write(told(form, state=NORVALIA), folder / "norvalia", form.lower())
        )
    return found


KINDS = [f"{form} {code}" for form in FORMATS_MADE for code in ("UTO", "QNV")]
SEEDS = st.integers(0, 2**62)
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2027, 1, 1))


def mrz_of(holder: Holder, model: DocumentModel) -> Mrz:
    return parse(holder.mrz, model.format)


@given(kind=st.sampled_from(KINDS), seed=SEEDS, on=DAYS)
@settings(max_examples=400, deadline=None)
def test_every_mrz_is_without_fault_but_for_the_state_that_does_not_exist_and_the_day(
    kind: str, seed: int, on: dt.date, models: dict[str, DocumentModel]
) -> None:
    model = models[kind]
    mrz = mrz_of(make_holder(model, PORTRAITS, seed, on), model)
    assert FORMATS[mrz.format].verified
    assert mrz.digits
    assert all(digit.agrees for digit in mrz.digits)
    allowed = {"issuer_fictitious", "nationality_fictitious", "expired", "name_possibly_truncated"}
    assert {fault.kind for fault in validate(mrz, on)} - allowed == set()


@given(kind=st.sampled_from(KINDS), seed=SEEDS, on=DAYS)
@settings(max_examples=400, deadline=None)
def test_the_mrz_says_what_is_printed(
    kind: str, seed: int, on: dt.date, models: dict[str, DocumentModel]
) -> None:
    model = models[kind]
    holder = make_holder(model, PORTRAITS, seed, on)
    mrz, style = mrz_of(holder, model), model.state.date_style
    agreement = agrees_with_printed(name_of(mrz), holder.text("surname"), holder.text("given_names"))
    assert agreement.outcome in {"agrees", "agrees_shortened"}
    assert mrz.value("document_number") == holder.number == holder.text("number")
    assert mrz.value("issuing_state") == model.state.code == holder.text("state_code")
    assert mrz.value("document_code").rstrip("<") == holder.text("document_type")
    assert mrz.value("date_of_birth") == f"{holder.birth:%y%m%d}"
    assert holder.text("birth") == printed_date(holder.birth, style)
    assert mrz.value("date_of_expiry") == f"{holder.expiry:%y%m%d}"
    assert printed_date(holder.expiry, style) == (holder.text("expiry") or holder.text("valid_until"))
    assert mrz.value("sex").replace("<", "X") == holder.sex == holder.text("sex")


@given(kind=st.sampled_from(KINDS), seed=SEEDS, on=DAYS)
@settings(max_examples=200, deadline=None)
def test_the_days_of_a_document_make_sense(
    kind: str, seed: int, on: dt.date, models: dict[str, DocumentModel]
) -> None:
    model = models[kind]
    holder = make_holder(model, PORTRAITS, seed, on)
    assert holder.birth < holder.issue <= on
    assert holder.issue < holder.expiry
    assert (holder.expiry - holder.issue).days <= model.years_valid * 366
    age = (holder.issue - holder.birth).days / 365.25
    assert age >= 16
    assert abs(age - holder.portrait.age) <= 4.1


def test_the_same_seed_gives_the_same_holder_and_another_another(models: dict[str, DocumentModel]) -> None:
    model = models["TD3 UTO"]
    assert make_holder(model, PORTRAITS, 7, ON) == make_holder(model, PORTRAITS, 7, ON)
    names = {make_holder(model, PORTRAITS, seed, ON).texts for seed in range(30)}
    assert len(names) == 30


def test_a_holder_stays_who_they_are_when_they_are_shown_on_another_day(
    models: dict[str, DocumentModel],
) -> None:
    one, other = (make_holder(models["TD3 UTO"], PORTRAITS, 7, day) for day in (ON, dt.date(2025, 2, 3)))
    assert one.text("surname") == other.text("surname")
    assert one.portrait == other.portrait
    assert one.number == other.number


@pytest.mark.parametrize("kind", ["TD3 UTO", "MRVA UTO"])
def test_most_documents_are_valid_and_about_the_stated_share_has_run_out(
    kind: str, models: dict[str, DocumentModel]
) -> None:
    expired = sum(make_holder(models[kind], PORTRAITS, seed, ON).expiry < ON for seed in range(600))
    # Four standard deviations of 600 throws.
    assert abs(expired / 600 - EXPIRED) < 0.05


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_that_a_field_may_show_is_there(kind: str, models: dict[str, DocumentModel]) -> None:
    model = models[kind]
    holder = make_holder(model, PORTRAITS, 3, ON)
    assert dict(holder.texts).keys() == ENTRIES[model.format]
    assert all(text for _, text in holder.texts)


def test_a_visa_is_made_out_to_a_foreigner_and_names_their_passport(models: dict[str, DocumentModel]) -> None:
    model = models["MRVA UTO"]
    for seed in range(20):
        holder = make_holder(model, PORTRAITS, seed, ON)
        mrz = mrz_of(holder, model)
        assert mrz.value("nationality") == "QNV"
        assert holder.text("nationality") == "NORVALIAN"
        assert mrz.value("optional_data") == holder.text("passport_number")
        assert holder.text("valid_for") == "REPUBLIC OF UTOPIA"


def test_a_passport_is_made_out_to_a_national_with_their_number(models: dict[str, DocumentModel]) -> None:
    holder = make_holder(models["TD3 QNV"], PORTRAITS, 1, ON)
    mrz = mrz_of(holder, models["TD3 QNV"])
    assert mrz.value("nationality") == "QNV"
    assert mrz.value("optional_data") == holder.text("personal_number")
    assert holder.text("authority") == "PASS OFFICE ŠORNHAVN"
    assert holder.text("birth")[2] == "."


def test_some_names_are_cut_in_the_mrz(models: dict[str, DocumentModel]) -> None:
    model = models["TD1 UTO"]
    cut = [
        name_of(mrz_of(make_holder(model, PORTRAITS, seed, ON), model)).possibly_truncated
        for seed in range(150)
    ]
    assert any(cut)
    assert not all(cut)


def narrow(path: Path, field: str, width: float) -> DocumentModel:
    model: dict[str, Any] = told()
    for entry in model["face"][0]["field"]:
        if entry["name"] == field:
            entry["box"][2] = width
    return read_model(write(model, path))


def test_what_a_narrow_field_cannot_hold_is_not_drawn(tmp_path: Path) -> None:
    model = narrow(tmp_path, "surname", 22.0)
    surnames = [make_holder(model, PORTRAITS, seed, ON).text("surname") for seed in range(60)]
    for surname in surnames:
        set_line(surname, (0.0, 0.0), 2.2, "sans", max_width=22.0)
    assert any(line_width(surname, 2.2, "sans") > 22.0 for surname in surnames), "printers do narrow names"


@pytest.mark.parametrize("field", ["surname", "given_names", "birth_place", "number", "nationality"])
def test_a_field_with_room_for_nothing_is_refused_by_name(field: str, tmp_path: Path) -> None:
    model = narrow(tmp_path, field, 1.0)
    with pytest.raises(WrongUse) as refused:
        make_holder(model, PORTRAITS, 1, ON)
    message = refused.value.message
    assert f"its field {field} is too narrow" in SENTENCES[message.key].format_map(dict(message.values))


SHIPPED = sorted(file.parent for file in (assets_folder() / "documents").glob("*/model.toml"))


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_every_field_of_the_models_that_ship_has_room_for_every_holder(folder: Path) -> None:
    model = read_model(folder)
    for seed in range(100):
        make_holder(model, PORTRAITS, seed, ON)
