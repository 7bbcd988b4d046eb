import hashlib
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docdesk.foundation.errors import WrongUse
from docdesk.reference.reading import read_reference, references

SCHEMA = json.loads(Path("docs/schemas/reference.schema.json").read_text(encoding="utf-8"))
SHIPPED = Path("assets/references")
PICTURE = b"a picture, for this room decodes none"


def told(**changed: object) -> dict[str, Any]:
    zone = {
        "name": "motif",
        "feature": "uv_motif",
        "box_mm": [10, 20.5, 30, 40],
        "expects": {"VIS": "vanishes", "UV": "glows"},
        "glow": ["red"],
    }
    picture = {
        "light": "VIS",
        "file": "data-vis.jpg",
        "sha256": hashlib.sha256(PICTURE).hexdigest(),
        "ppi": 400,
    }
    page = {
        "side": "data",
        "size_mm": [125, 88],
        "corner_radius_mm": 3.18,
        "pictures": [picture],
        "zones": [zone],
    }
    return {
        "schema": "docdesk:reference",
        "name": "utopia-passport",
        "title": "Utopia, passport",
        "state": "UTO",
        "format": "TD3",
        "document_code": "P",
        "fictitious": True,
        "pages": [page],
        **changed,
    }


def kept(folder: Path, content: object, picture: bytes = PICTURE) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "reference.json").write_text(json.dumps(content), encoding="utf-8")
    (folder / "data-vis.jpg").write_bytes(picture)
    return folder


def test_reference_is_read_with_its_zones_in_mm(tmp_path: Path) -> None:
    reference = read_reference(kept(tmp_path / "utopia-passport", told()))
    zone = reference.pages[0].zones[0]
    assert (reference.state, reference.pages[0].size) == ("UTO", (125.0, 88.0))
    assert zone.box == (10.0, 20.5, 30.0, 40.0)
    assert dict(zone.expects) == {"VIS": "vanishes", "UV": "glows"}
    picture = reference.pages[0].picture("VIS")
    assert picture is not None and picture.file.read_bytes() == PICTURE
    assert reference.pages[0].picture("IR") is None


def test_picture_that_was_exchanged_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as refused:
        read_reference(kept(tmp_path / "utopia-passport", told(), picture=b"another"))
    assert refused.value.message.key == "reference.other_picture"


def test_missing_reference_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as refused:
        read_reference(tmp_path)
    assert refused.value.message.key == "reference.unreadable"


def _changed(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    content = told()
    inner: Any = content
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return content


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "docdesk:truth"),
        (("name",), "../utopia"),
        (("title",), "a\x1b[2J"),
        (("fictitious",), 1),
        (("pages",), {}),
        (("pages", 0, "side"), "inside"),
        (("pages", 0, "size_mm"), [125]),
        (("pages", 0, "size_mm", 0), float("nan")),
        (("pages", 0, "size_mm", 0), 1e9),
        (("pages", 0, "pictures", 0, "file"), "../data-vis.jpg"),
        (("pages", 0, "pictures", 0, "light"), "X"),
        (("pages", 0, "pictures", 0, "ppi"), 0),
        (("pages", 0, "pictures", 0, "ppi"), "400"),
        (("pages", 0, "zones", 0, "box_mm"), [1, 2, 3]),
        (("pages", 0, "zones", 0, "box_mm", 2), True),
        (("pages", 0, "zones", 0, "expects"), {"UV": "shines"}),
        (("pages", 0, "zones", 0, "glow"), "red"),
    ],
)
def test_what_the_schema_does_not_allow_is_refused(
    tmp_path: Path, path: tuple[str | int, ...], value: object
) -> None:
    content = _changed(path, value)
    with pytest.raises(WrongUse) as refused:
        read_reference(kept(tmp_path / "utopia-passport", content))
    assert refused.value.message.key == "reference.malformed"
    if value == value and value != "a\x1b[2J":  # the schema knows neither NaN nor control characters
        assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(content)


@pytest.mark.parametrize("what", ["pages", "pictures", "zones"])
def test_what_is_told_twice_is_refused(tmp_path: Path, what: str) -> None:
    content = told()
    inner = content if what == "pages" else content["pages"][0]
    inner[what] = inner[what] * 2
    with pytest.raises(WrongUse) as refused:
        read_reference(kept(tmp_path / "utopia-passport", content))
    assert refused.value.message.key == "reference.malformed"


def test_reference_in_a_folder_of_another_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUse):
        read_reference(kept(tmp_path / "another", told()))


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(content=JSON | st.fixed_dictionaries({"schema": st.just("docdesk:reference"), "pages": JSON}))
@settings(max_examples=60)
def test_any_json_is_read_or_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: object
) -> None:
    with pytest.raises(WrongUse):
        read_reference(kept(tmp_path_factory.mktemp("r"), content))


@pytest.mark.parametrize("folder", sorted(SHIPPED.glob("*/")), ids=lambda folder: folder.name)
def test_shipped_reference_is_whole_and_follows_its_schema(folder: Path) -> None:
    jsonschema.validate(json.loads((folder / "reference.json").read_text(encoding="utf-8")), SCHEMA)
    reference = read_reference(folder)
    assert reference.fictitious
    for page in reference.pages:
        assert {picture.light for picture in page.pictures} == {"VIS", "IR", "UV"}
        for zone in page.zones:
            left, bottom, width, height = zone.box
            assert left + width <= page.size[0] + 0.01
            assert bottom + height <= page.size[1] + 0.01


def test_folder_of_references_is_listed_by_name(tmp_path: Path) -> None:
    kept(tmp_path / "b", told(name="b"))
    kept(tmp_path / "a", told(name="a"))
    assert [reference.name for reference in references(tmp_path)] == ["a", "b"]
    assert references(tmp_path / "none") == ()
