"""Settings: overrides only, every bad entry named, nothing half written."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.foundation.errors import WrongUse
from docdesk.settings.file import load, save
from docdesk.settings.settings import LIGHT_ALIASES, PDF_PPI, SETTINGS, Settings
from docdesk.settings.store import SettingsStore
from docdesk.wording.catalogue import english


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings = load(tmp_path / "settings.json")
    assert settings[PDF_PPI] == 300
    assert settings.overrides == {}


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    save(path, Settings({"pdf_ppi": 400, "jobs": 0, "light_aliases": {"tag": "VIS"}}))
    assert json.loads(path.read_text()) == {"pdf_ppi": 400, "light_aliases": {"tag": "VIS"}}
    assert load(path)[LIGHT_ALIASES] == {"tag": "VIS"}
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{", "settings.json"),
        ("[]", "settings.json"),
        ('{"colour": 1}', "colour"),
        ('{"pdf_ppi": "300"}', "pdf_ppi"),
        ('{"pdf_ppi": true}', "pdf_ppi"),
        ('{"jobs": 65}', "jobs"),
        ('{"light_aliases": {"x": "RED"}}', "light_aliases"),
        ('{"light_aliases": {"x": []}}', "light_aliases"),
        ('{"light_aliases": {"white-light": "UV"}}', "light_aliases"),
        ('{"pseudo_issuers": "WSA"}', "pseudo_issuers"),
        ('{"pseudo_issuers": ["wsb"]}', "pseudo_issuers"),
        ('{"language": 5}', "language"),
        ('{"language": "../de"}', "language"),
        ('{"theme": "pink"}', "theme"),
        ('{"watched_folder": "a\\u0000b"}', "watched_folder"),
    ],
)
def test_a_bad_entry_is_named(tmp_path: Path, text: str, name: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    with pytest.raises(WrongUse) as refused:
        load(path)
    assert dict(refused.value.message.values)["name"] == name


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner)))
def test_no_value_of_a_file_breaks_the_program(
    tmp_path_factory: pytest.TempPathFactory, value: object
) -> None:
    path = tmp_path_factory.mktemp("s") / "settings.json"
    for setting in SETTINGS:
        path.write_text(json.dumps({setting.name: value}))
        try:
            load(path)
        except WrongUse as refused:
            assert dict(refused.message.values)["name"] == setting.name


def test_every_setting_has_its_own_name_and_says_what_it_is_for() -> None:
    assert len({name for s in SETTINGS for name in (s.name, *s.formerly)}) == len(SETTINGS)
    for setting in SETTINGS:
        assert english()[f"setting.{setting.name}"]
        assert english()[f"setting.{setting.name}.means"].endswith(".")


def test_a_store_keeps_settings_in_its_file_and_hands_them_out(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json", Settings())
    store.keep(store.settings.with_value(PDF_PPI, 400))
    assert store.settings[PDF_PPI] == load(store.path)[PDF_PPI] == 400


def test_settings_that_cannot_be_written_do_not_come_into_force(tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json", Settings())
    store.path.mkdir()
    with pytest.raises(OSError):
        store.keep(store.settings.with_value(PDF_PPI, 400))
    assert store.settings[PDF_PPI] == 300
