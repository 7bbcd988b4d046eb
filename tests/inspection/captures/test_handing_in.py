"""Files and folders handed in become bundles."""

from pathlib import Path

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
    return hand_in([str(path) for path in paths], Naming.usual(), sniff)  # type: ignore[arg-type]


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
            ("pass-ir.png", Light.IR, Side.DATA),
            ("pass-uv.png", Light.UV, Side.DATA),
            ("pass-vis.png", Light.VIS, Side.DATA),
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
    assert names == [("scan-ir.png", "scan-vis.png"), ("scan.png",)]


def test_two_formats_of_one_stem_are_two_documents(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "scan.png", "scan.jpg")
    assert len(handed(folder).bundles) == 2


def test_front_and_back_are_one_document(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "id-front.png", "id-back.png")
    assert shape(handed(folder).bundles) == {
        "id": [("id-back.png", Light.VIS, Side.BACK), ("id-front.png", Light.VIS, Side.FRONT)]
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
    assert shape(handed(folder).bundles) == {
        "A": [("1.png", Light.VIS, Side.DATA), ("2.png", Light.IR, Side.DATA)],
        "3-uv": [("3-uv.png", Light.UV, Side.DATA)],
    }


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
