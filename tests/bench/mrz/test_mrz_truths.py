"""What folders say is printed on their pictures, and what of it is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from docdesk.bench.mrz.finding import truths_in
from docdesk.bench.mrz.truth import Truth
from docdesk.foundation.errors import WrongUse
from tests.bench.mrz.printed import LINES, WRONG

HEAD = "file,doc_type,line1,line2,line3,all_check_digits_valid,scored,same_document_group\n"


def refusal(folder: Path) -> dict[str, Any]:
    with pytest.raises(WrongUse) as refused:
        truths_in(folder)
    return {"key": refused.value.message.key, **dict(refused.value.message.values)}


def test_the_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "truth.csv").write_text(HEAD + "a.png,TD3,AB,CD,,no,yes,\nb.png,NONE,,,,,yes,g\n")
    first, second = truths_in(tmp_path)
    assert first == Truth("a.png", "images/a.png", "TD3", ("AB", "CD"), "a.png", digits_valid=False)
    assert (second.lines, second.digits_valid, second.group) == ((), None, "g")


def test_what_does_not_count_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "truth.csv").write_text(HEAD + "a.png,TD3,AB,CD,,,yes,\nb.png,TD3,AB,CD,,,no,\n")
    assert [truth.file for truth in truths_in(tmp_path)] == ["a.png"]


def test_a_row_that_does_not_count_may_hold_anything(tmp_path: Path) -> None:
    rows = "a.png,TD1,ESPA\u00d1OLA,,,,no,\na.png,TD3,AB,CD,,,yes,\na.png,TD3,AB,CD,,,no,\n../x,,,,,,no,\n"
    (tmp_path / "truth.csv").write_text(HEAD + rows, encoding="utf-8")
    assert [truth.lines for truth in truths_in(tmp_path)] == [("AB", "CD")]


def test_a_name_that_no_file_can_have_is_a_picture_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "truth.csv").write_text(f"{HEAD}{'a' * 300},TD3,A,B,,,yes,\n")
    assert [truth.lines for truth in truths_in(tmp_path)] == [("A", "B")]


def test_a_misprinted_line_may_be_a_little_too_long(tmp_path: Path) -> None:
    (tmp_path / "truth.csv").write_text(f"{HEAD}a.png,TD3,{'A' * 48},B,,,yes,\n")
    assert truths_in(tmp_path)[0].characters == 49


def test_three_columns_are_enough_and_others_are_not_looked_at(tmp_path: Path) -> None:
    rows = f"x,line1,file,line2,difficulty\n1,{LINES[0]},a.png,{LINES[1]},hard\n2,,b.png,,\n"
    (tmp_path / "truth.csv").write_text(rows)
    first, second = truths_in(tmp_path)
    assert (first.doc_type, first.difficulty, first.group) == ("TD3", "hard", "a.png")
    assert (second.doc_type, second.lines) == ("NONE", ())


@pytest.mark.parametrize("text", ["", "file\n", HEAD, "\0,\n", "a;b\n1;2\n"])
def test_a_table_that_cannot_be_used_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "truth.csv").write_text(text)
    assert refusal(tmp_path)["key"] == "program.bad_truth"


@pytest.mark.parametrize(
    "row",
    [
        "../a.png,TD3,A,B,,yes,yes,",
        ",TD3,A,B,,yes,yes,",
        "a.png",
        "a.png,NONE,A,B,,,yes,",
        "a.png,TD3,,,,,yes,",
        "a.png,TD3,AB,Cd,,,yes,",
        "a.png,TD1,A,B,ESPA\u00d1OLA,,yes,",
        f"a.png,TD3,A,{'B' * 49},,,yes,",
        "z.png,TD3,C,D,,,yes,",
        "folder.png,TD3,A,B,,,yes,",
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "images" / "folder.png").mkdir(parents=True)
    (tmp_path / "truth.csv").write_text(f"{HEAD}z.png,TD3,A,B,,,yes,\n{row}\n", encoding="utf-8")
    assert refusal(tmp_path) == {"key": "bench.bad_truth_row", "path": str(tmp_path), "row": 3}


def test_a_folder_that_says_nothing_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path)["key"] == "bench.no_truth"
    (tmp_path / "truth.csv").write_text(HEAD + "b.png,TD3,AB,CD,,,no,\n")
    assert refusal(tmp_path)["key"] == "bench.nothing_counts"


def test_the_real_table_is_read(shared_data: Path) -> None:
    rows = truths_in(shared_data / "data" / "mrz")
    assert sum(bool(row.lines) for row in rows) == 67
    assert sum(not row.lines for row in rows) == 16


def capture(light: str, *lines: str, side: str = "data", file: str = "") -> dict[str, Any]:
    name = file or f"captures/000001/{side}-{light.lower()}.jpg"
    items = [{"name": "mrz", "kind": "mrz", "text": line} for line in lines]
    items.append({"name": "portrait", "kind": "portrait"})
    return {"file": name, "side": side, "light": light, "device": "reader", "items": items}


def made(folder: Path, *captures: dict[str, Any], cue: tuple[str, str] | None = None) -> None:
    cues = [] if cue is None else [{"feature": cue[0], "light": cue[1], "side": "data"}]
    truth = {
        "schema": "docdesk:truth",
        "id": "000001",
        "alterations": [{"name": "digital_retyping", "cues": cues}] if cues else [],
        "captures": list(captures),
    }
    (folder / "truth").mkdir()
    (folder / "truth" / "000001.json").write_text(json.dumps(truth))


def test_made_documents_bring_their_own_truth(tmp_path: Path) -> None:
    made(tmp_path, capture("VIS", *LINES), capture("IR", *LINES), capture("UV", *LINES))
    first, second = truths_in(tmp_path)
    assert first == Truth(
        "000001/data-vis.jpg", "captures/000001/data-vis.jpg", "TD3", LINES, "000001", True, "reader"
    )
    assert second.file == "000001/data-ir.jpg"


def test_a_side_without_an_mrz_counts_as_a_picture_without_one(tmp_path: Path) -> None:
    made(tmp_path, capture("VIS", side="front"), capture("VIS", *WRONG, side="back"))
    front, back = truths_in(tmp_path)
    assert (front.doc_type, front.lines, front.digits_valid) == ("NONE", (), None)
    assert back.digits_valid is False


def test_what_infrared_shows_otherwise_is_left_out(tmp_path: Path) -> None:
    made(tmp_path, capture("VIS", *LINES), capture("IR", *LINES), cue=("lights_differ", "IR"))
    assert [truth.file for truth in truths_in(tmp_path)] == ["000001/data-vis.jpg"]


@pytest.mark.parametrize(
    "entry", [{"file": 1}, capture("VIS", *LINES, file="../secret.jpg"), capture("VIS", file="/etc/passwd")]
)
def test_a_truth_that_leads_elsewhere_or_lacks_something_is_refused(
    tmp_path: Path, entry: dict[str, Any]
) -> None:
    made(tmp_path, entry)
    assert refusal(tmp_path)["key"] == "program.bad_truth_of_document"


def test_the_samples_are_read() -> None:
    truths = truths_in(Path("samples/documents"))
    assert all((Path("samples/documents") / truth.path).is_file() for truth in truths)
    assert {truth.difficulty for truth in truths} == {"reader", "flatbed", "telephone", "screen"}
    assert {truth.doc_type for truth in truths} == {"TD1", "TD3", "MRVA", "NONE"}
    assert "retyped/data-ir.jpg" not in {truth.file for truth in truths}
