"""Files and folders handed in become bundles."""

import os
from pathlib import Path

import pytest

from docdesk.foundation.progress import Cancellation, Cancelled
from docdesk.inspection.captures.capture import Light, Side
from docdesk.inspection.captures.handing_in import Bundle, HandedIn, hand_in
from docdesk.inspection.captures.names import Naming


def sniff(head: bytes) -> str | None:
    return "PNG" if head.startswith(b"PNG") else None


def folder_with(tmp_path: Path, *names: str) -> Path:
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"PNG")
    return tmp_path


def handed(*paths: Path | str) -> HandedIn:
    return hand_in([str(path) for path in paths], Naming.usual(), sniff)


def shape(bundles: tuple[Bundle, ...]) -> dict[str, list[tuple[str, Light, Side]]]:
    return {
        bundle.name: [(m.path.name, m.label.light, m.label.side) for m in bundle.members]
        for bundle in bundles
    }


def test_names_that_differ_in_a_light_make_one_bundle(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "pass-vis.png", "pass-ir.png", "pass-uv.png", "plain.png")
    assert shape(handed(folder).bundles) == {
        "plain": [("plain.png", Light.VIS, Side.DATA)],
        "pass": [
            ("pass-vis.png", Light.VIS, Side.DATA),
            ("pass-ir.png", Light.IR, Side.DATA),
            ("pass-uv.png", Light.UV, Side.DATA),
        ],
    }


def test_a_folder_of_lights_alone_is_one_document_named_like_the_folder(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "seized 7", "vis.bmp", "ir.bmp", "notes.txt")
    (folder / "notes.txt").write_text("a note")
    result = handed(folder)
    assert list(shape(result.bundles)) == ["seized 7"]
    assert result.passed_over == 1


def test_a_name_of_tokens_beside_other_names_stands_alone(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "vis.png", "ir.png", "scan.png")
    assert sorted(shape(handed(folder).bundles)) == ["ir", "scan", "vis"]


def test_a_file_without_a_light_is_the_white_one_of_its_set(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "scan1.png", "scan1_ir.png", "scan2.png")
    assert shape(handed(folder).bundles) == {
        "scan1": [("scan1.png", Light.VIS, Side.DATA), ("scan1_ir.png", Light.IR, Side.DATA)],
        "scan2": [("scan2.png", Light.VIS, Side.DATA)],
    }


def test_a_file_without_a_light_stands_alone_where_white_is_named(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "scan.png", "scan-vis.png", "scan-ir.png")
    names = sorted(tuple(m.path.name for m in bundle.members) for bundle in handed(folder).bundles)
    assert names == [("scan-vis.png", "scan-ir.png"), ("scan.png",)]


def test_two_formats_of_one_stem_are_two_documents(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "scan.png", "scan.jpg")
    assert len(handed(folder).bundles) == 2


def test_front_and_back_are_one_document(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "id-front.png", "id-back.png")
    assert shape(handed(folder).bundles) == {
        "id": [("id-front.png", Light.VIS, Side.FRONT), ("id-back.png", Light.VIS, Side.BACK)]
    }


def test_same_names_in_two_folders_are_two_documents(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "a/p-vis.png", "b/p-ir.png")
    assert len(handed(folder).bundles) == 2


def test_a_picture_is_known_by_content_and_a_damaged_one_by_its_name(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "scan.dat", "broken.jpg", "readme.md", ".hidden.png")
    (folder / "broken.jpg").write_bytes(b"")
    (folder / "readme.md").write_text("words")
    result = handed(folder)
    assert sorted(shape(result.bundles)) == ["broken", "scan"]
    assert result.passed_over == 1


def test_a_missing_path_is_still_a_bundle(tmp_path: Path) -> None:
    (bundle,) = handed(tmp_path / "nothing.png").bundles
    assert bundle.members[0].given.endswith("nothing.png")


def test_a_file_named_twice_is_inspected_once(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "a.png")
    assert len(handed(folder, folder / "a.png").bundles) == 1


def test_capture_toml_joins_what_names_do_not(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "1.png", "2.png", "3-uv.png")
    (folder / "capture.toml").write_text(
        '[[document]]\nname="A"\n[[document.capture]]\nfile="1.png"\n'
        '[[document.capture]]\nfile="2.png"\nlight="IR"\n'
    )
    result = handed(folder)
    whole = [bundle for bundle in result.bundles if not bundle.members[0].without]
    assert shape(tuple(whole)) == {
        "A": [("1.png", Light.VIS, Side.DATA), ("2.png", Light.IR, Side.DATA)],
        "3-uv": [("3-uv.png", Light.UV, Side.DATA)],
    }
    assert result.passed_over == 0


def test_frames_that_a_capture_toml_does_not_name_are_left_for_inspection(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "1.tif")
    (folder / "capture.toml").write_text('[[document]]\n[[document.capture]]\nfile="1.tif"\nframe=2\n')
    stated, rest = handed(folder).bundles
    assert (stated.members[0].frame, rest.members[0].frame) == (2, None)
    assert rest.members[0].without == {2}


def test_a_file_that_only_a_capture_toml_names_is_reported_missing(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "1.png")
    (folder / "capture.toml").write_text('[[document]]\n[[document.capture]]\nfile="typo.png"\n')
    assert [bundle.members[0].path.name for bundle in handed(folder).bundles] == ["typo.png", "1.png"]


def test_what_a_capture_toml_states_of_a_folder_handed_in_is_never_lost(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "1.png", ".hidden.png")
    (folder / "note.dat").write_text("words")
    (folder / "capture.toml").write_text(
        '[[document]]\n[[document.capture]]\nfile="note.dat"\n[[document.capture]]\nfile=".hidden.png"\n'
    )
    stated, _ = handed(folder).bundles
    assert [member.path.name for member in stated.members] == ["note.dat", ".hidden.png"]


def test_a_file_beside_the_one_handed_in_is_not_pulled_in(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "1.png", "2.png")
    (folder / "capture.toml").write_text(
        '[[document]]\n[[document.capture]]\nfile="1.png"\n[[document.capture]]\nfile="2.png"\n'
    )
    bundles = handed(folder / "1.png").bundles
    assert {member.path.name for bundle in bundles for member in bundle.members} == {"1.png"}


@pytest.mark.parametrize("given", ["./d", "d", "d/", ".//d"])
def test_the_path_is_the_one_that_was_given(
    tmp_path: Path, given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_with(tmp_path / "d", "1.png")
    monkeypatch.chdir(tmp_path)
    (bundle,) = handed(given).bundles
    assert bundle.members[0].given == given.rstrip("/") + "/1.png"
    (bundle,) = handed("./d/1.png").bundles
    assert bundle.members[0].given == "./d/1.png"


def test_a_name_too_long_for_the_system_is_left_to_the_decoder(tmp_path: Path) -> None:
    assert len(handed("x" * 300, tmp_path / ("y" * 300)).bundles) == 2


def test_a_folder_that_may_not_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_with(tmp_path, "a/1.png", "b/2.png")
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("/b"):
            raise PermissionError(13, "no", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)  # root may read every folder
    closed, seen = handed(folder).bundles
    assert closed.fault is not None
    assert (closed.name, closed.fault.code, seen.name) == ("b", "no_permission", "1")


def test_a_bad_capture_toml_is_reported_and_the_pictures_go_on(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "1.png")
    (folder / "capture.toml").write_text("document = 1")
    bad, good = handed(folder).bundles
    assert bad.fault is not None
    assert bad.fault.code == "capture_toml"
    assert good.name == "1"


def test_a_capture_toml_that_is_no_text_is_reported(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "1.png")
    (folder / "capture.toml").write_bytes(b"\xff\xfe\x00")
    assert handed(folder).bundles[0].fault is not None


def test_looking_through_folders_stops_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(Cancelled):
        hand_in([str(tmp_path)], Naming.usual(), sniff, cancellation)
