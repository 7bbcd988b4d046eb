"""Window state: comes back as it was kept; what cannot be used is the same as none."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.ui.shell.window_state import MAX_BYTES, StateFile, WindowState

STATE = WindowState((10, 20, 1200, 700), False, "inspect", {"inspect": {"splitter": [3, 1]}})
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def test_a_state_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    file = StateFile(tmp_path / "new" / "window.json")
    file.write(STATE)
    assert file.read() == STATE
    assert [entry.name for entry in (tmp_path / "new").iterdir()] == ["window.json"]


def test_only_what_differs_from_the_usual_is_written(tmp_path: Path) -> None:
    file = StateFile(tmp_path / "window.json")
    file.write(WindowState(workspace="inspect", pages={"inspect": {}}))
    assert json.loads((tmp_path / "window.json").read_text()) == {"workspace": "inspect"}


def test_without_a_file_the_usual_state_holds(tmp_path: Path) -> None:
    assert StateFile(tmp_path / "window.json").read() == WindowState()


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"rect": [1, 2, 3]}',
        b'{"rect": [0, 0, 0, 5]}',
        b'{"rect": [0, 0, 1e9, 5]}',
        b'{"rect": [0, 0, 999999, 5]}',
        b'{"rect": [true, true, true, true]}',
        b'{"maximised": "no", "workspace": 3, "pages": []}',
        b'{"pages": {"inspect": "wide"}}',
        b'{"pages": {"inspect": "' + b"x" * MAX_BYTES + b'"}}',
    ],
)
def test_a_state_that_cannot_be_used_is_ignored(tmp_path: Path, untrusted: bytes) -> None:
    (tmp_path / "window.json").write_bytes(untrusted)
    assert StateFile(tmp_path / "window.json").read() == WindowState()


def test_what_can_be_used_of_a_state_is_used(tmp_path: Path) -> None:
    kept = {
        "rect": "far away",
        "workspace": "inspect",
        "colour": "red",
        "pages": {"inspect": {"a": 1}, "b": 2},
    }
    (tmp_path / "window.json").write_text(json.dumps(kept))
    read = StateFile(tmp_path / "window.json").read()
    assert read == WindowState(workspace="inspect", pages={"inspect": {"a": 1}})


@given(st.dictionaries(st.sampled_from(["rect", "maximised", "workspace", "pages"]), json_values))
def test_no_content_breaks_the_start(
    tmp_path_factory: pytest.TempPathFactory, untrusted: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("state") / "window.json"
    path.write_text(json.dumps(untrusted))
    read = StateFile(path).read()
    assert read.rect is None or (read.rect[2] > 0 and read.rect[3] > 0)
    assert all(isinstance(page, dict) for page in read.pages.values())


def test_a_state_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    StateFile(tmp_path / "file" / "window.json").write(STATE)
