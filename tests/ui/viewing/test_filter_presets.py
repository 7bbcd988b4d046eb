"""Presets come back as they were saved, and a file that is none is refused with a sentence."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.foundation.errors import WrongUse
from docdesk.imaging.filters.channels import Channels
from docdesk.imaging.filters.levels import Levels
from docdesk.imaging.filters.stack import Entry, Stack
from docdesk.ui.viewing import filters_presets as presets
from docdesk.wording.catalogue import Wording
from tests.imaging.filters.drawn_filters import stacks

SCHEMA = json.loads(Path("docs/schemas/filter-preset.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def write(folder: Path, text: str) -> None:
    (folder / "filters-mine.json").write_text(text)


@given(stack=stacks())
def test_a_preset_comes_back_as_it_was_saved_and_keeps_the_schema(
    stack: Stack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("presets")
    presets.save(folder, "mine", stack)
    assert presets.load(folder, "mine") == stack
    VALIDATOR.validate(json.loads((folder / "filters-mine.json").read_text()))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
near_values = st.sampled_from(
    ["black", "red", 0, 5, 255, 256, 0.5, -1, True, float("nan"), float("inf"), 10**400, {}, []]
)
hostile_filters = st.fixed_dictionaries(
    {
        "filter": st.sampled_from(["levels", "sharpen", "channels", "none"]) | json_values,
        "on": st.booleans() | json_values,
        "parameters": st.dictionaries(
            st.sampled_from(["black", "white", "gamma", "radius", "amount", "part", "negative", "size"]),
            near_values | json_values,
            max_size=2,
        )
        | json_values,
    }
)
hostile = (
    st.fixed_dictionaries(
        {"schema": st.just(presets.SCHEMA), "filters": st.lists(hostile_filters, max_size=2) | json_values}
    )
    | json_values
)


@given(content=hostile)
def test_what_the_schema_refuses_is_refused_and_nothing_else(
    content: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("presets")
    text = json.dumps(content)
    write(folder, text)
    # NaN is outside JSON, so the schema has no word on it.
    good = VALIDATOR.is_valid(content) and "NaN" not in text
    try:
        loaded = presets.load(folder, "mine")
    except WrongUse as error:
        assert not good
        assert "mine" in Wording().say(error.message)
    else:
        assert good
        assert isinstance(loaded, Stack)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "[" * 15_000,
        '{"schema": "docdesk:filter-preset", "filters": []}' + " " * presets.MAX_BYTES,
        '{"schema": "docdesk:filter-preset", "filters": [' + "9" * 10_000 + "]}",
        json.dumps(
            {
                "schema": presets.SCHEMA,
                "filters": [{"filter": "levels", "on": True, "parameters": {}}] * 9,
            }
        ),
    ],
    ids=["empty", "nul", "deep", "large", "long number", "too many"],
)
def test_hostile_files_are_refused(text: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    with pytest.raises(WrongUse):
        presets.load(tmp_path, "mine")


def test_a_preset_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUse):
        presets.load(tmp_path, "mine")


@pytest.mark.parametrize("name", ["", " a", "../a", "a/b", "a\\b", "a.b", "a:b", "a\n", "x" * 61, "\x00"])
def test_names_that_could_leave_the_folder_are_no_names(name: str, tmp_path: Path) -> None:
    assert not presets.is_name(name)
    with pytest.raises(WrongUse):
        presets.save(tmp_path, name, Stack())
    with pytest.raises(WrongUse):
        presets.load(tmp_path, name)
    presets.remove(tmp_path, name)
    assert not list(tmp_path.iterdir())


def test_names_are_listed_in_order_and_what_is_none_is_passed_over(tmp_path: Path) -> None:
    for name in ("b", "A", "Über 2"):
        presets.save(tmp_path, name, Stack())
    (tmp_path / "filters-.json").touch()
    (tmp_path / "filters-a..b.json").touch()
    (tmp_path / "other.json").touch()
    assert presets.names(tmp_path) == ("A", "b", "Über 2")
    assert presets.names(tmp_path / "none") == ()


def test_saving_replaces_and_leaves_nothing_else_behind(tmp_path: Path) -> None:
    folder = tmp_path / "made"
    presets.save(folder, "mine", Stack((Entry(Levels(10, 20)),)))
    presets.save(folder, "mine", Stack((Entry(Channels("red"), on=False),)))
    assert presets.load(folder, "mine") == Stack((Entry(Channels("red"), on=False),))
    assert [path.name for path in folder.iterdir()] == ["filters-mine.json"]
    presets.remove(folder, "mine")
    assert presets.names(folder) == ()


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WrongUse) as told:
        presets.save(tmp_path / "file", "mine", Stack())
    assert Wording().say(told.value.message).endswith(".")


def test_a_parameter_that_is_not_named_has_its_default(tmp_path: Path) -> None:
    content = {
        "schema": presets.SCHEMA,
        "filters": [{"filter": "levels", "on": True, "parameters": {"black": 7}}],
    }
    write(tmp_path, json.dumps(content))
    assert presets.load(tmp_path, "mine").entries == (Entry(Levels(black=7)),)
