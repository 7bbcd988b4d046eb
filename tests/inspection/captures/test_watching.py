"""A watched folder hands out what has arrived: whole, once, and all of a document together."""

import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.foundation.messages import Message
from docdesk.inspection.captures.handing_in import hand_in
from docdesk.inspection.captures.names import Naming
from docdesk.inspection.captures.watching import FileState, FolderWatch, Patience, listed
from docdesk.wording.catalogue import english

FOLDER = Path("/watched")
PATIENCE = Patience(settled=1.0, quiet=2.0, most=30.0)


def sniff(head: bytes) -> None:
    """Know nothing: names of pictures are enough here."""


@dataclass
class FakeFolder:
    """A folder whose files are written when the test says so."""

    files: dict[str, FileState] = field(default_factory=dict)
    away: OSError | None = None
    written: int = 0

    def write(self, *names: str, size: int = 1000) -> None:
        for name in names:
            self.written += 1
            self.files[name] = FileState(size, self.written)

    def list(self, folder: Path) -> dict[str, FileState]:
        assert folder == FOLDER
        if self.away is not None:
            raise self.away
        return dict(self.files)


def watch(folder: FakeFolder) -> FolderWatch:
    return FolderWatch(
        FOLDER,
        Naming.usual(),
        sniff,
        patience=PATIENCE,
        lister=folder.list,
    )


def names(watching: FolderWatch, *moments: float) -> list[list[str]]:
    """What is handed out at each moment."""
    return [
        [path.relative_to(FOLDER).as_posix() for path in watching.look(moment).files] for moment in moments
    ]


def test_what_was_there_before_is_not_handed_out() -> None:
    folder = FakeFolder()
    folder.write("old.png")
    assert names(watch(folder), 0, 10, 100) == [[], [], []]


def test_a_new_file_is_handed_out_once_when_it_has_settled() -> None:
    folder = FakeFolder()
    watching = watch(folder)
    watching.look(0)
    folder.write("a.png")
    assert names(watching, 1, 2, 2.9, 3, 4, 100) == [[], [], [], ["a.png"], [], []]


def test_a_file_that_grows_is_waited_for() -> None:
    folder = FakeFolder()
    watching = watch(folder)
    watching.look(0)
    for moment in range(1, 8):
        folder.write("a.png", size=moment)
        assert watching.look(moment).waiting == 1
    assert names(watching, 8, 9) == [[], ["a.png"]]


def test_the_lights_of_a_document_come_together_though_written_one_after_the_other() -> None:
    folder = FakeFolder()
    watching = watch(folder)
    watching.look(0)
    folder.write("7-vis.png")
    watching.look(1)
    folder.write("7-ir.png")
    watching.look(2.5)
    folder.write("7-uv.png")
    assert names(watching, 4, 5, 6, 7) == [[], [], ["7-vis.png", "7-ir.png", "7-uv.png"], []]


def test_another_document_that_arrives_holds_none_back() -> None:
    folder = FakeFolder()
    watching = watch(folder)
    watching.look(0)
    folder.write("1.png")
    watching.look(1)
    folder.write("2.png")
    assert names(watching, 2.5, 3, 4.5) == [[], ["1.png"], ["2.png"]]


def test_a_file_that_never_ends_holds_its_document_back_for_a_while_only() -> None:
    folder = FakeFolder()
    watching = watch(folder)
    watching.look(0)
    folder.write("7-vis.png")
    handed = []
    for moment in range(1, 40):
        folder.write("7-ir.png", size=moment)
        handed += [(moment, path.name) for path in watching.look(moment).files]
    assert handed == [(31, "7-vis.png")]
    assert names(watching, 39.5, 40) == [[], ["7-ir.png"]]


def test_an_empty_file_is_waited_for_and_in_the_end_reported() -> None:
    folder = FakeFolder()
    watching = watch(folder)
    watching.look(0)
    folder.write("a.png", size=0)
    assert names(watching, 1, 10, 30, 31) == [[], [], [], ["a.png"]]


def test_a_file_that_is_overwritten_is_handed_out_again_without_the_others_of_its_name() -> None:
    folder = FakeFolder()
    watching = watch(folder)
    watching.look(0)
    folder.write("vis.bmp", "ir.bmp", "uv.bmp")
    assert names(watching, 1, 3) == [[], ["ir.bmp", "uv.bmp", "vis.bmp"]]
    folder.write("vis.bmp", "ir.bmp")
    assert names(watching, 4, 6) == [[], ["ir.bmp", "vis.bmp"]]


def test_a_file_that_was_there_and_is_overwritten_is_new() -> None:
    folder = FakeFolder()
    folder.write("scan.jpg")
    watching = watch(folder)
    watching.look(0)
    folder.write("scan.jpg")
    assert names(watching, 1, 3) == [[], ["scan.jpg"]]


def test_a_file_that_goes_before_it_is_whole_is_forgotten() -> None:
    folder = FakeFolder()
    watching = watch(folder)
    watching.look(0)
    folder.write("a.png")
    watching.look(1)
    folder.files.clear()
    arrivals = watching.look(3)
    assert (arrivals.files, arrivals.waiting) == ((), 0)


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (FileNotFoundError(2, "gone"), "watching.gone"),
        (NotADirectoryError(20, "a file"), "watching.gone"),
        (PermissionError(13, "no"), "watching.no_permission"),
        (OSError(5, "input/output"), "watching.not_readable"),
    ],
)
def test_a_folder_that_goes_is_told_and_brings_nothing_twice_when_it_returns(
    error: OSError, key: str
) -> None:
    folder = FakeFolder()
    watching = watch(folder)
    watching.look(0)
    folder.write("a.png")
    assert names(watching, 1, 3) == [[], ["a.png"]]
    folder.away = error
    assert watching.look(4).trouble == Message.of(key, folder=str(FOLDER))
    assert key in english()
    folder.away = None
    folder.write("b.png")
    assert watching.look(5).trouble is None
    assert names(watching, 7, 20) == [["b.png"], []]


def test_a_folder_emptied_for_a_while_brings_nothing_twice() -> None:
    folder = FakeFolder()
    folder.write("a.png", "b.png")
    watching = watch(folder)
    watching.look(0)
    here = dict(folder.files)
    folder.files.clear()
    watching.look(1)
    folder.files.update(here)
    assert names(watching, 2, 10) == [[], []]


def test_a_folder_that_is_not_there_yet_is_known_by_what_it_then_holds() -> None:
    folder = FakeFolder(away=FileNotFoundError(2, "gone"))
    watching = watch(folder)
    assert watching.look(0).trouble is not None
    folder.away = None
    folder.write("old.png")
    assert names(watching, 1, 5) == [[], []]
    folder.write("new.png")
    assert names(watching, 6, 8) == [[], ["new.png"]]


def test_same_names_in_two_folders_are_two_documents() -> None:
    folder = FakeFolder()
    watching = watch(folder)
    watching.look(0)
    folder.write("1/vis.png")
    watching.look(1)
    folder.write("2/vis.png")
    assert names(watching, 2, 3, 4) == [[], ["1/vis.png"], ["2/vis.png"]]


def test_what_is_no_picture_is_not_handed_out(tmp_path: Path) -> None:
    watching = FolderWatch(tmp_path, Naming.usual(), lambda head: "PNG" if head == b"PNG" else None)
    watching.look(0)
    (tmp_path / "scan.dat").write_bytes(b"PNG")
    (tmp_path / "log.txt").write_bytes(b"words")
    (tmp_path / "capture.toml").write_bytes(b"")
    watching.look(1)
    assert [path.name for path in watching.look(40).files] == ["scan.dat"]


def test_what_is_handed_out_makes_one_document(tmp_path: Path) -> None:
    watching = FolderWatch(tmp_path, Naming.usual(), sniff)
    watching.look(0)
    for name in ("7-vis.png", "7-uv.png"):
        (tmp_path / name).write_bytes(b"x")
    watching.look(1)
    files = watching.look(5).files
    (bundle,) = hand_in([str(path) for path in files], Naming.usual(), sniff).bundles
    assert len(bundle.members) == 2


def test_hidden_and_unfinished_files_are_not_listed_and_folders_are_looked_into_once(tmp_path: Path) -> None:
    for name in (
        *("a.png", ".hidden.png", "~lock.png", "b.png~", "c.png.part", "d.TMP"),
        *("doc/vis.png", "doc/.hidden", "doc/below/e.png", ".git/f.png"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"12345")
    found = listed(tmp_path)
    assert sorted(found) == ["a.png", "doc/vis.png"]
    assert found["a.png"] == FileState(5, (tmp_path / "a.png").stat().st_mtime_ns)
    with pytest.raises(FileNotFoundError):
        listed(tmp_path / "nowhere")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="LOUD: no pipes with names on this system")
def test_pipes_and_circles_are_not_listed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    (tmp_path / "circle").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dangling.png").symlink_to(tmp_path / "nowhere")
    assert listed(tmp_path) == {}


NAMES = ("1-vis.png", "1-ir.png", "2.png", "3/vis.png", "3/uv.png")
EVENTS = st.lists(
    st.tuples(st.floats(0, 5), st.lists(st.sampled_from(NAMES), max_size=3)), min_size=1, max_size=25
)


@given(EVENTS)
def test_each_version_that_lasts_is_handed_out_once_and_never_while_it_changes(
    events: list[tuple[float, list[str]]],
) -> None:
    folder = FakeFolder()
    watching = watch(folder)
    watching.look(0)
    now = 0.0
    first_seen: dict[str, tuple[FileState, float]] = {}
    handed: Counter[tuple[str, FileState]] = Counter()

    def look() -> None:
        for name, state in folder.files.items():
            if first_seen.get(name, (None, 0.0))[0] != state:
                first_seen[name] = state, now
        for path in watching.look(now).files:
            name = path.relative_to(FOLDER).as_posix()
            handed[name, folder.files[name]] += 1
            assert now - first_seen[name][1] >= PATIENCE.settled

    for pause, written in events:
        now += pause
        folder.write(*written)
        look()
    now += PATIENCE.most
    look()
    assert watching.look(now).waiting == 0
    assert {name for name, _ in handed} == folder.files.keys()
    assert all((name, state) in handed for name, state in folder.files.items()), "the last version of each"
    assert set(handed.values()) <= {1}
