"""The models that come with docdesk: each is read, keeps to Doc 9303, has room, and bears what it should."""

import datetime as dt
import json
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import jsonschema
import numpy as np
import pytest

from docdesk.mrz.geometry import CAN_LENGTH, CLEAR_MARGIN_MM, GEOMETRY, PORTRAIT_MM
from docdesk.synthesis.alterations.missing_security import is_pair
from docdesk.synthesis.artwork.dovid import Dovid
from docdesk.synthesis.artwork.emblem import Emblem
from docdesk.synthesis.artwork.microprinting import MicroprintArc, MicroprintField, MicroprintWave
from docdesk.synthesis.artwork.rosettes import Rosette, Spirograph
from docdesk.synthesis.artwork.words import Text
from docdesk.synthesis.drawing import Box, Drawing, bounds
from docdesk.synthesis.materials.catalogue import SUBSTRATES
from docdesk.synthesis.models.faces import mrz_box
from docdesk.synthesis.models.finding import models
from docdesk.synthesis.models.model import DocumentModel, Face, Layer
from docdesk.synthesis.models.reading import FILE, read_model
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.people.making import make_holder
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.printing.personal import text_drawing

FOLDERS = dict(models(None))
SCHEMA = json.loads(Path("docs/schemas/document-model.schema.json").read_text(encoding="utf-8"))

HOLDERS = 200
ON = dt.date(2026, 3, 1)

MICROPRINT_MM = 0.3
"""Capitals no higher than this are small print that no reader resolves."""

FEATURES = ("substrate", "guilloche", "rainbow", "microprint", "uv_motif", "ir_split", "dovid", "portrait",
            "text", "signature", "mrz", "emblem", "title")  # fmt: skip
"""What every document made up by docdesk must tell its reader to look for."""

PHOTOGRAPHED = tuple(
    Portrait(sex, sex, 34, ((330, 480), (500, 480)), (413, 150), (413, 800), Path(), Path(), "", "")
    for sex in ("F", "M")
)
"""Nobody prints these; a holder only has to be of one sex or the other."""


@cache
def model_of(name: str) -> DocumentModel:
    return read_model(FOLDERS[name])


@cache
def holders_of(name: str) -> tuple[Holder, ...]:
    return tuple(make_holder(model_of(name), PHOTOGRAPHED, seed, ON) for seed in range(HOLDERS))


def layers(name: str) -> Iterator[Layer]:
    for face in model_of(name).faces:
        yield from face.layers


def overlap(one: Box, other: Box) -> bool:
    return all(
        one[axis] < other[axis] + other[axis + 2] and other[axis] < one[axis] + one[axis + 2]
        for axis in (0, 1)
    )


def contains(outer: Box, inner: Box, slack: float) -> bool:
    return all(
        outer[axis] - slack <= inner[axis]
        and inner[axis] + inner[axis + 2] <= outer[axis] + outer[axis + 2] + slack
        for axis in (0, 1)
    )


def letter_boxes(drawing: Drawing) -> list[Box]:
    """Return the box of each mark: of each letter of outlines, of each stroke of a drawn one."""
    return [box for mark in drawing if (box := bounds((mark,))) is not None]


def meet(some: list[Box], others: list[Box]) -> bool:
    one, other = round_about(some), round_about(others)
    return overlap(one, other) and any(overlap(box, beside) for box in some for beside in others)


def round_about(boxes: list[Box]) -> Box:
    edges = np.array(boxes)
    low = edges[:, :2].min(axis=0)
    left, bottom, width, height = (*low, *((edges[:, :2] + edges[:, 2:]).max(axis=0) - low))
    return float(left), float(bottom), float(width), float(height)


def glowing(model: DocumentModel, face: Face) -> Iterator[tuple[Layer, Box]]:
    """Yield the layers of a face that glow and lie over what is personal, and where."""
    for layer in face.layers:
        box = bounds(layer.art.draw()) if layer.over and any(model.ink(layer.ink).glow) else None
        if box is not None:
            yield layer, box


def test_a_passport_a_card_and_a_visa_of_two_states_come_with_docdesk() -> None:
    assert {model_of(name).format for name in FOLDERS} >= {"TD1", "TD3", "MRVA"}
    assert {model_of(name).state.code for name in FOLDERS} == {"UTO", "QNV"}


@pytest.mark.parametrize("name", FOLDERS)
def test_own_models_fit_the_schema_that_others_write_theirs_by(name: str) -> None:
    jsonschema.validate(tomllib.loads((FOLDERS[name] / FILE).read_text(encoding="utf-8")), SCHEMA)


@pytest.mark.parametrize("name", FOLDERS)
def test_faces_have_the_size_of_their_format_and_every_zone_lies_on_its_face(name: str) -> None:
    model = model_of(name)
    for face in model.faces:
        assert face.size == GEOMETRY[model.format].size
        assert face.zones
        for zone in face.zones:
            assert contains((0, 0, *face.size), zone.box, 0.05), zone.name


@pytest.mark.parametrize("name", FOLDERS)
def test_mrz_stands_where_doc_9303_has_it_and_nothing_personal_in_its_zone_with_it(name: str) -> None:
    model = model_of(name)
    face, geometry = model.faces[-1], GEOMETRY[model.format]
    (mrz,) = (field for field in face.fields if field.kind == "mrz")
    assert mrz.box == mrz_box(model.format)
    height, tolerance = geometry.zone_height
    for field in face.fields:
        if field is not mrz:
            assert field.box[1] > height - tolerance, field.name


@pytest.mark.parametrize("name", FOLDERS)
def test_no_words_cross_the_lines_of_the_mrz_in_white_light(name: str) -> None:
    model = model_of(name)
    geometry = GEOMETRY[model.format]
    bands = [
        (0.0, centre - geometry.band / 2, model.faces[-1].size[0], geometry.band)
        for centre in geometry.centres
    ]
    for layer in model.faces[-1].layers:
        if layer.art.texts() and not any(model.ink(layer.ink).glow):
            letters = letter_boxes(layer.art.draw())
            assert not any(overlap(box, band) for box in letters for band in bands), layer.name


@pytest.mark.parametrize("name", FOLDERS)
def test_portrait_has_a_size_that_its_format_allows(name: str) -> None:
    model = model_of(name)
    (portrait,) = (field for face in model.faces for field in face.fields if field.kind == "portrait")
    (least_width, least_height), (most_width, most_height) = PORTRAIT_MM[model.format]
    assert least_width <= portrait.box[2] <= most_width
    assert least_height <= portrait.box[3] <= most_height


@pytest.mark.parametrize("name", FOLDERS)
def test_nothing_personal_lies_upon_anything_else_personal_nor_in_the_margin(name: str) -> None:
    for face in model_of(name).faces:
        for one, other in combinations(face.fields, 2):
            assert not overlap(one.box, other.box), (one.name, other.name)
        inner = tuple(side - 2 * CLEAR_MARGIN_MM for side in face.size)
        for field in face.fields:
            assert contains((CLEAR_MARGIN_MM, CLEAR_MARGIN_MM, inner[0], inner[1]), field.box, 0.0), (
                field.name
            )


@pytest.mark.parametrize("name", FOLDERS)
def test_every_text_of_two_hundred_holders_is_there_and_keeps_to_its_field(name: str) -> None:
    for holder in holders_of(name):
        for face in model_of(name).faces:
            for field in (field for field in face.fields if field.kind == "text"):
                text = holder.text(field.name)
                assert text, field.name
                box = bounds(text_drawing(field, text))
                assert box is not None
                # Letters with a hook or an accent reach under the base line and over the capitals.
                left, bottom, width, _ = field.box
                room = (left, bottom - 0.45 * field.cap_height, width, 2.0 * field.cap_height)
                assert contains(room, box, 0.12), (field.name, text)


@pytest.mark.parametrize("name", FOLDERS)
def test_texts_with_their_accents_meet_neither_captions_nor_each_other(name: str) -> None:
    model = model_of(name)
    for face in model.faces:
        captions = [
            (layer.name, letter_boxes(layer.art.draw()))
            for layer in face.layers
            if isinstance(layer.art, Text) and not layer.over
        ]
        for holder in holders_of(name)[:60]:
            drawn = [
                (field.name, letter_boxes(text_drawing(field, holder.text(field.name))))
                for field in face.fields
                if field.kind == "text"
            ]
            for (one, letters), (other, beside) in combinations((*captions, *drawn), 2):
                assert not meet(letters, beside), (one, other, holder.text(other))


@pytest.mark.parametrize("name", FOLDERS)
def test_zones_tell_of_every_feature_that_such_a_document_has(name: str) -> None:
    told = {zone.feature for face in model_of(name).faces for zone in face.zones}
    assert set(FEATURES) <= told


@pytest.mark.parametrize("name", FOLDERS)
def test_ground_has_rainbows_in_two_inks_rosettes_and_small_print(name: str) -> None:
    model = model_of(name)
    rainbows = {layer.ink for layer in layers(name) if len(model.ink(layer.ink).colours) > 1}
    assert len(rainbows) >= 2
    assert {Rosette, Spirograph} & {type(layer.art) for layer in layers(name)}
    small = [
        each.art
        for each in layers(name)
        if isinstance(each.art, MicroprintArc | MicroprintField | MicroprintWave)
    ]
    assert len(small) >= 3
    assert all(art.cap_height <= MICROPRINT_MM for art in small)
    assert all("SPECIMEN" in art.words for art in small)


@pytest.mark.parametrize("name", FOLDERS)
def test_substrate_is_dull_and_motifs_glow_in_two_colours_and_across_the_portrait(name: str) -> None:
    model = model_of(name)
    for face in model.faces:
        assert max(SUBSTRATES[face.substrate].glow) < 0.03
        inks = {layer.ink for layer, _ in glowing(model, face)}
        assert len({model.ink(ink).glow for ink in inks}) >= 2
        for field in face.fields:
            if field.kind == "portrait":
                assert any(overlap(field.box, box) for _, box in glowing(model, face))


@pytest.mark.parametrize("name", FOLDERS)
def test_two_inks_of_one_colour_part_in_infrared_where_the_zones_say_so(name: str) -> None:
    model = model_of(name)
    used = [model.ink(ink) for ink in sorted({layer.ink for layer in layers(name)})]
    assert any(is_pair(one, other) for one, other in combinations(used, 2))
    split = {
        dict(zone.expects)["IR"] for face in model.faces for zone in face.zones if zone.feature == "ir_split"
    }
    assert split == {"absorbs", "vanishes"}


@pytest.mark.parametrize("name", FOLDERS)
def test_emblem_patch_title_signature_and_name_of_the_state_are_on_it(name: str) -> None:
    model = model_of(name)
    assert {Emblem, Dovid} <= {type(layer.art) for layer in layers(name)}
    assert all(layer.over for layer in layers(name) if isinstance(layer.art, Dovid))
    assert model.state.name in {text for layer in layers(name) for text in layer.art.texts()}
    assert "signature" in {field.kind for face in model.faces for field in face.fields}


@pytest.mark.parametrize("name", [name for name in FOLDERS if model_of(name).format == "TD1"])
def test_a_card_has_a_ghost_and_its_access_number_in_ocr_b_on_the_front(name: str) -> None:
    front = model_of(name).faces[0]
    assert "ghost" in {field.kind for field in front.fields}
    (can,) = (field for field in front.fields if field.name == "can")
    assert can.face == "ocr_b"
    assert all(len(holder.text("can")) == CAN_LENGTH for holder in holders_of(name))


@pytest.mark.parametrize("name", [name for name in FOLDERS if model_of(name).format.startswith("MRV")])
def test_a_visa_is_numbered_in_letterpress_with_an_ink_that_glows(name: str) -> None:
    model = model_of(name)
    (number,) = (field for field in model.faces[0].fields if field.name == "number")
    assert number.process == "letterpress"
    assert any(model.ink(number.ink).glow)


def test_states_are_known_by_emblems_of_their_own() -> None:
    charges = {
        (model_of(name).state.code, layer.art.charge)
        for name in FOLDERS
        for layer in layers(name)
        if isinstance(layer.art, Emblem)
    }
    assert len({code for code, _ in charges}) == len({charge for _, charge in charges}) == len(charges)
