"""The guide's chapter on fictitious documents is that of the program: kinds, words, defaults, its example."""

import json
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from docdesk.mrz.geometry import GEOMETRY
from docdesk.synthesis.alterations.catalogue import ALTERATIONS
from docdesk.synthesis.alterations.cues import FEATURES
from docdesk.synthesis.artwork.charges.catalogue import CHARGES
from docdesk.synthesis.artwork.kinds import KINDS
from docdesk.synthesis.capturing.devices import DEVICES
from docdesk.synthesis.capturing.last_step import USUAL
from docdesk.synthesis.lettering.fonts import FACES
from docdesk.synthesis.materials.catalogue import SUBSTRATES
from docdesk.synthesis.models.entries import ENTRIES, NAME_LISTS
from docdesk.synthesis.models.reading import read_model
from docdesk.synthesis.processes.catalogue import PROCESSES

GUIDE = Path("docs/guide.md").read_text(encoding="utf-8")
CHAPTER = GUIDE[GUIDE.index("\n## Fictitious documents") : GUIDE.index("\n## For other programs")]


def rows(head: str) -> list[list[str]]:
    """Return the cells of each row of the table whose head begins so."""
    start = CHAPTER.index(f"\n| {head}") + 1
    lines = CHAPTER[start:].split("\n\n")[0].splitlines()[2:]
    return [line.strip("| ").split(" | ") for line in lines]


def listed(beginning: str) -> set[str]:
    """Return what the paragraph that begins so puts between backticks."""
    start = CHAPTER.index(f"\n{beginning}")
    return set(re.findall(r"`(\w+)`", CHAPTER[start:].strip().split("\n\n")[0]))


def test_every_kind_of_art_has_its_parameters_and_defaults() -> None:
    told = {row[0].strip("`"): row[2:] for row in rows("kind | what it draws")}
    assert list(told) == list(KINDS)
    for name, kind in KINDS.items():
        needed = ", ".join(
            f"`{each.name}`" for each in fields(kind) if each.default is MISSING
        )  # every kind is a dataclass
        others = ", ".join(
            f"`{each.name}` {_told(each.default)}"
            for each in fields(kind)  # as above
            if each.default is not MISSING
        )
        assert told[name] == [needed, others or "-"], name


def _told(default: object) -> str:
    if isinstance(default, str):
        return f"`{default}`" if default else '`""`'
    return f"{default:g}"


def test_every_alteration_has_its_row_and_knows_the_cues_it_names() -> None:
    told = rows("name | code")
    assert {row[0].strip("`"): row[1] for row in told} == {
        each.name: each.code for each in ALTERATIONS.values()
    }
    named = {word for row in told for word in re.findall(r"`(\w+)`", row[3])}
    assert named == set(FEATURES)


def test_every_feature_of_a_cue_has_its_row() -> None:
    assert rows("feature | what an examiner sees") == [
        [f"`{each.name}`", each.meaning, str(each.min_ppi)] for each in FEATURES.values()
    ]


def test_every_device_has_its_row_with_its_lights() -> None:
    told = [(row[0].strip("`"), tuple(row[1].split(", "))) for row in rows("device | lights")]
    assert told == [(each.name, each.lights) for each in DEVICES.values()]


def test_the_last_step_is_the_usual_one() -> None:
    told = {row[0].strip("`"): row[1].strip("`") for row in rows("key of `[last_step]`")}
    assert told == {
        "whole": str(USUAL.whole),
        "scale": str(list(USUAL.scale)),
        "quality": str(list(USUAL.quality)),
        "subsamplings": str(list(USUAL.subsamplings)).replace("'", '"'),
        "png": str(USUAL.png),
    }


def test_every_word_that_a_model_may_use_is_listed() -> None:
    assert listed("Texts: ") >= {name for names in ENTRIES.values() for name in names}
    assert listed("**Faces of lettering**") == set(FACES)
    assert listed("**Charges**") == set(CHARGES)
    assert [row[0].strip("`") for row in rows("process | what it is known by")] == list(PROCESSES)
    assert all(f"`{name}`" in CHAPTER for name in (*SUBSTRATES, *NAME_LISTS, *GEOMETRY))


def test_every_key_of_a_model_is_told() -> None:
    schema = json.loads(Path("docs/schemas/document-model.schema.json").read_text(encoding="utf-8"))
    for key in keys_of(schema):
        assert re.search(rf"`{key}`|\[{key}\b|\.{key}\]|\b{key} `", CHAPTER), key


def keys_of(schema: object) -> Iterator[str]:
    """Yield the keys that a schema names, at any depth."""
    if isinstance(schema, dict):
        properties = schema.get("properties", {})
        yield from properties
        for part in (*schema.values(), *properties.values()):
            yield from keys_of(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from keys_of(part)


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    """Return the model that the guide shows, in a folder of its name."""
    start = CHAPTER.index('    title = "Meridia')
    text = CHAPTER[start : CHAPTER.index("\nA plan that names `meridia-passport`")]
    folder = tmp_path / "meridia-passport"
    folder.mkdir()
    (folder / "model.toml").write_text(re.sub("^ {4}", "", text, flags=re.MULTILINE), encoding="utf-8")
    return folder


def test_the_model_that_the_guide_shows_is_one(shown: Path) -> None:
    model = read_model(shown)
    assert model.state.code == "QMD"
    assert {field.kind for face in model.faces for field in face.fields} == {"text", "mrz", "portrait"}
