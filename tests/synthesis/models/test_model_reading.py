import json
import os
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.places import assets_folder
from docdesk.mrz.geometry import GEOMETRY
from docdesk.synthesis.models.reading import MAX_BYTES, read_model
from docdesk.wording.english import synthesis_artwork, synthesis_models
from tests.synthesis.models.written_models import changed, told, write

SCHEMA = json.loads(Path("docs/schemas/document-model.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SENTENCES = {**synthesis_models.SENTENCES, **synthesis_artwork.SENTENCES}
FORMATS = ("TD1", "TD2", "TD3", "MRVA", "MRVB")


def refusal(folder: Path) -> str:
    with pytest.raises(WrongUse) as refused:
        read_model(folder)
    message = refused.value.message
    return SENTENCES[message.key].format_map(dict(message.values))


@pytest.mark.parametrize("form", FORMATS)
def test_a_small_model_of_each_format_is_read_and_fits_the_schema(form: str, tmp_path: Path) -> None:
    VALIDATOR.validate(told(form))
    model = read_model(write(told(form), tmp_path))
    assert (model.name, model.format, model.state.code) == ("small", form, "UTO")
    assert all(face.size == GEOMETRY[form].size for face in model.faces)
    mrz = next(field for field in model.faces[-1].fields if field.kind == "mrz")
    assert mrz.box[0] == GEOMETRY[form].left[0]
    assert mrz.box[1] < GEOMETRY[form].centres[-1] < GEOMETRY[form].centres[0] < mrz.box[1] + mrz.box[3]


def test_what_the_file_says_is_what_the_model_has(tmp_path: Path) -> None:
    model = read_model(write(told(number_pattern="U@#####"), tmp_path))
    assert model.number_pattern == "U@#####"
    rose = model.ink("rose")
    assert len(rose.colours) == 2
    assert (rose.infrared, rose.run_degrees) == (0.1, 20)
    face = model.faces[0]
    assert face.layers[0].art.texts() == ("UTOPIA",)
    assert face.fields[0].name == "surname"
    assert face.zones[0].expects == (("VIS", "visible"), ("UV", "glows"))
    assert face.zones[0].glow == ("red",)


def test_black_need_not_be_mixed_and_absorbs_infrared_but_may_be(tmp_path: Path) -> None:
    assert read_model(write(told(), tmp_path)).ink("black").infrared > 0.9
    mixed = changed("inks.black", {"colours": ["#000000"], "infrared": 0.5})
    assert read_model(write(mixed, tmp_path)).ink("black").infrared == 0.5


def test_the_digest_changes_with_every_byte_of_the_file(tmp_path: Path) -> None:
    first = read_model(write(told(), tmp_path))
    (first.folder / "model.toml").write_text((first.folder / "model.toml").read_text() + "# remark\n")
    assert read_model(first.folder).sha256 != first.sha256


SIGNATURE = {"name": "signature", "kind": "signature", "box": [5, 30, 30, 9], "process": "offset"}

WRONG: tuple[tuple[str, Any, str], ...] = (
    ("title", 7, "small: title must be a text"),
    ("title", "", "small: title must be a text"),
    ("title", "two\nlines", "small: title must be a text"),
    ("title", "x" * 81, "1 to 80 characters"),
    ("artwork", {}, "small: there is no key artwork here"),
    ("format", "TD4", "format cannot be TD4; choose one of TD1"),
    ("format", ["TD3"], "format cannot be list"),
    ("document_code", "V", "V is no document code of the format TD3"),
    ("document_code", "p", "p is no document code"),
    ("document_code", "P1", "P1 is no document code"),
    ("years_valid", 0, "years_valid must lie between 1 and 15"),
    ("years_valid", 2.5, "years_valid must be a whole number"),
    ("years_valid", True, "years_valid must be a number"),
    ("years_valid", 10**400, "years_valid must lie between"),
    ("number_pattern", "########x", "number_pattern cannot be ########x"),
    ("number_pattern", "U1234567", "number_pattern cannot be U1234567"),
    ("number_pattern", "##########", "1 to 9 characters"),
    ("state", "UTO", "small, state must be a table"),
    ("state.code", "UTOO", "small, state: code must be a text of 1 to 3"),
    ("state.places", [], "small, state: places must have between 1 and 60 entries"),
    ("state.places", ["A", 1], "each entry of places must be a text"),
    ("state.places", "AMAUROT", "places must be a list"),
    ("state.names", "english", "names cannot be english"),
    ("state.date_style", "american", "date_style cannot be american"),
    ("state.king", "me", "there is no key king here"),
    ("inks.rose.colours", [], "small, inks.rose: colours must have between 1 and 8 entries"),
    ("inks.rose.colours", ["red"], "colours cannot be red; write a colour as #rrggbb"),
    ("inks.rose.colours", ["#12345g"], "colours cannot be #12345g"),
    ("inks.rose.infrared", 1.5, "infrared must lie between 0 and 1"),
    ("inks.rose.infrared", float("nan"), "infrared must lie between 0 and 1"),
    ("inks.rose.run_degrees", float("inf"), "run_degrees must lie between"),
    ("inks.rose.magic", 1, "there is no key magic here"),
    ("inks.Rose Red", {}, "Rose Red must be a name"),
    ("inks", {f"i{n}": {} for n in range(101)}, "inks must have between 0 and 100 entries"),
    ("face", [], "face must have between 1 and 2 entries"),
    ("face.0.side", "front", "must have these faces, in this order: data"),
    ("face.0.size", [125.0], "small, face 1 (data): size must have between 2 and 2 entries"),
    ("face.0.size", [105.0, 74.0], "must be 125.0 x 88.0 mm"),
    ("face.0.substrate", "gold", "substrate cannot be gold"),
    ("face.0.layer.0.ink", "blue", "small, face 1 (data), layer 1 (waves): ink cannot be blue"),
    ("face.0.layer.0.process", "magic", "process cannot be magic"),
    ("face.0.layer.0.strength", -0.1, "strength must lie between 0 and 1"),
    ("face.0.layer.0.over", 1, "over must be true or false"),
    ("face.0.layer.0.art", "text", "layer 1 (waves), art must be a table"),
    ("face.0.layer.0.art", {"kind": "photograph"}, "layer 1 (waves), art: there is no kind of artwork"),
    ("face.0.layer.0.within", {"kind": "photograph"}, "layer 1 (waves), within: there is no kind"),
    ("face.0.layer.0.name", "Waves!", "name must be a name"),
    ("face.0.field.0.name", "sur_name", "field 1 (sur_name): name cannot be sur_name"),
    ("face.0.field.0.name", "can", "name cannot be can"),
    ("face.0.field.0.face", "comic", "face cannot be comic"),
    ("face.0.field.0.box", [60.0, 70.0, 70.0, 4.0], "reaches beyond the face, which is 125.0 x 88.0 mm"),
    ("face.0.field.0.box", [5.0, 86.0, 70.0, 4.0], "reaches beyond the face"),
    ("face.0.field.0.box", [5.0, 60.0, 0.0, 4.0], "must have a width and a height above 0"),
    ("face.0.field.0.box", [-1.0, 60.0, 10.0, 4.0], "box must lie between"),
    ("face.0.field.0.align", "middle", "align cannot be middle"),
    ("face.0.field.7.box", [6.0, 12.0, 111.76, 10.65], "the box of an MRZ of the format TD3 must be 6, 7.25"),
    ("face.0.field.7.kind", "text", "name cannot be mrz"),
    ("face.0.field.7", SIGNATURE, "there must be one MRZ, on the face data"),
    ("face.0.zone.0.expects", {}, "the zone expects nothing"),
    ("face.0.zone.0.expects", {"UV": "visible"}, "UV cannot be visible; choose one of glows, dull"),
    ("face.0.zone.0.expects", {"XR": "visible"}, "there is no key XR here"),
    ("face.0.zone.0.expects", {"VIS": "visible"}, "must glow under UV"),
    ("face.0.zone.0.glow", ["pink"], "glow cannot be pink"),
)


@pytest.mark.parametrize(
    ("path", "value", "sentence"), WRONG, ids=[f"{p}={str(v)[:20]}" for p, v, _ in WRONG]
)
def test_what_is_wrong_is_refused_with_its_place(
    path: str, value: Any, sentence: str, tmp_path: Path
) -> None:
    assert sentence in refusal(write(changed(path, value), tmp_path))


def test_two_layers_of_one_name_are_refused(tmp_path: Path) -> None:
    model = told()
    model["face"][0]["layer"] *= 2
    assert "two entries layer called waves" in refusal(write(model, tmp_path))


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    model = told()
    del model["face"][0]["layer"][0]["ink"]
    assert "layer 1 (waves): the key ink is missing" in refusal(write(model, tmp_path))


def test_a_portrait_smaller_than_doc_9303_allows_is_refused(tmp_path: Path) -> None:
    model = told()
    portrait = {"name": "portrait", "kind": "portrait", "box": [5.0, 30.0, 20.0, 25.0], "process": "offset"}
    model["face"][0]["field"].append(portrait)
    assert "between 26 x 32 and 35 x 45 mm" in refusal(write(model, tmp_path))


def test_the_box_of_an_mrz_may_be_stated_as_rounded(tmp_path: Path) -> None:
    model = changed("face.0.field.7.box", [6.0, 7.3, 112.0, 10.6])
    stated = read_model(write(model, tmp_path)).faces[0].fields[7].box
    assert stated == pytest.approx((6.0, 7.25, 111.76, 10.65))


@pytest.mark.parametrize("name", ["Small", "a b", "x" * 65, "-small"])
def test_a_folder_that_cannot_name_a_model_is_refused(name: str, tmp_path: Path) -> None:
    assert "cannot be called" in refusal(write(told(), tmp_path, name))


def test_a_folder_without_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "no file model.toml" in refusal(tmp_path / "empty")


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    elsewhere = write(told(), tmp_path, "elsewhere") / "model.toml"
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / "model.toml").symlink_to(elsewhere)
    assert "must be a plain file inside" in refusal(tmp_path / "linked")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "piped").mkdir()
    os.mkfifo(tmp_path / "piped" / "model.toml")
    assert "must be a plain file inside" in refusal(tmp_path / "piped")


def test_a_file_that_is_too_long_is_refused(tmp_path: Path) -> None:
    folder = write(told(), tmp_path)
    with (folder / "model.toml").open("a") as file:
        file.write("#" * MAX_BYTES)
    assert "larger than 256 KiB" in refusal(folder)


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe", b"title = ", b"a = " + b"[" * 100_000, b"a = " + b"9" * 10_000, b'a = "\\ud800"'],
)
def test_what_is_no_toml_is_refused(content: bytes, tmp_path: Path) -> None:
    folder = write(told(), tmp_path)
    (folder / "model.toml").write_bytes(content)
    assert "is no valid TOML text" in refusal(folder)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
).filter(lambda value: value is not None)
PATHS = [path for path, _, _ in WRONG]


@given(path=st.sampled_from(PATHS), value=JSON)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_model_is_read_or_refused_with_a_sentence_and_never_breaks(
    path: str, value: Any, tmp_path: Path
) -> None:
    if "None" in repr(value):
        return
    model = changed(path, value)
    try:
        read_model(write(model, tmp_path))
    except WrongUse as error:
        SENTENCES[error.message.key].format_map(dict(error.message.values))
    else:
        VALIDATOR.validate(model)


SHIPPED = sorted(folder for folder in (assets_folder() / "documents").glob("*") if folder.is_dir())


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_the_models_that_ship_are_read_and_fit_the_schema(folder: Path) -> None:
    VALIDATOR.validate(tomllib.loads((folder / "model.toml").read_text(encoding="utf-8")))
    assert read_model(folder).name == folder.name
