"""`docdesk report` and `--enter`: what the window does can be done at the terminal too."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.papers.test_inspection_json import CLOSED
from tests.samples.kept import GOOD, WRONG, altered_place


def docdesk(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "docdesk", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_report_is_a_page_and_its_json_and_the_same_twice(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    arguments = ("report", WRONG, "--date", "2026-11-21", "--into")
    ended = docdesk(*arguments, tmp_path)
    assert ended.returncode == 1, "an anomaly"
    pdf, told = (Path(line) for line in ended.stdout.split())
    assert pdf.read_bytes().startswith(b"%PDF")
    CLOSED.validate(json.loads(told.read_text(encoding="utf-8")))
    docdesk(*arguments, tmp_path / "again")
    assert (tmp_path / "again" / pdf.name).read_bytes() == pdf.read_bytes()


def test_what_is_left_out_is_not_in_the_files(tmp_path: Path) -> None:
    ended = docdesk("report", WRONG, "--into", tmp_path, "--leave-out", "file_names")
    assert ended.returncode == 1
    for line in ended.stdout.split():
        assert WRONG.stem.encode() not in Path(line).read_bytes()


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    ended = docdesk("report", WRONG, "--into", tmp_path / "nowhere")
    assert ended.returncode == 2
    assert "There is no folder" in ended.stderr


def test_an_entered_character_is_checked_and_told_beside_what_was_read() -> None:
    line, position, altered, issued = altered_place()
    ended = docdesk("inspect", WRONG, "--enter", f"{line}:{position}={issued}", "--json")
    (inspection,) = json.loads(ended.stdout)["inspections"]
    CLOSED.validate(json.loads(ended.stdout))
    assert inspection["verdict"]["outcome"] == "attention"
    (entry,) = inspection["mrz"]["entered"]
    told = (entry["line"], entry["position"], entry["read"], entry["entered"])
    assert told == (line, position, altered, issued)


@pytest.mark.parametrize("entry", ["9:5=1", "2:5=é", "here"])
def test_an_entry_that_cannot_be_is_wrong_use_with_a_sentence(entry: str) -> None:
    ended = docdesk("inspect", WRONG, "--enter", entry)
    assert ended.returncode == 2
    assert ended.stderr.startswith("docdesk: ")
    assert ended.stdout == ""


def test_characters_are_entered_for_one_document_only() -> None:
    ended = docdesk("inspect", WRONG, GOOD, "--enter", "2:5=1")
    assert ended.returncode == 2


def pages(path: Path, sample: Path, count: int) -> Path:
    """A TIFF file that shows a document on each of its pages."""
    with Image.open(sample) as page:
        page.convert("L").save(path, save_all=True, append_images=[page.convert("L")] * (count - 1))
    return path


def test_documents_of_one_file_and_unreadable_files_have_reports_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    both = pages(tmp_path / "both.tif", WRONG, 2)
    ended = docdesk("report", both, tmp_path / "not there", tmp_path / "nor this", "--into", folder)
    assert ended.returncode == 1
    told = [Path(line) for line in ended.stdout.splitlines()]
    assert len(set(told)) == len(told) == 8
    names = [
        json.loads(path.read_text(encoding="utf-8"))["inspections"][0]["name"]
        for path in told
        if path.suffix == ".json"
    ]
    assert names == ["both #1", "both #2", "not there", "nor this"]


@pytest.mark.parametrize("command", ["inspect", "report"])
def test_no_character_is_entered_into_two_documents_of_one_file(tmp_path: Path, command: str) -> None:
    both = pages(tmp_path / "both.tif", WRONG, 2)
    into = ("--into", tmp_path) if command == "report" else ()
    ended = docdesk(command, both, "--enter", "2:5=1", *into)
    assert ended.returncode == 2
    assert "one document at a time" in ended.stderr
    assert ended.stdout == ""


def test_no_folder_is_not_the_one_that_docdesk_was_started_in(tmp_path: Path) -> None:
    ended = docdesk("report", WRONG, "--into", "")
    assert ended.returncode == 2
    assert ended.stdout == ""
