"""`docdesk report` and `--enter`: what the window does can be done at the terminal too."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.papers.test_inspection_json import CLOSED

WRONG = Path("samples") / "utopia-passport-wrong-digit.png"

pytestmark = pytest.mark.skipif(
    shutil.which("tesseract") is None,
    reason="LOUD: Tesseract is not installed: no report was written by the real reader",
)


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
        assert b"wrong-digit" not in Path(line).read_bytes()


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    ended = docdesk("report", WRONG, "--into", tmp_path / "nowhere")
    assert ended.returncode == 2
    assert "There is no folder" in ended.stderr


def test_an_entered_character_is_checked_and_told_beside_what_was_read() -> None:
    ended = docdesk("inspect", WRONG, "--enter", "2:5=1", "--json")
    (inspection,) = json.loads(ended.stdout)["inspections"]
    CLOSED.validate(json.loads(ended.stdout))
    assert inspection["verdict"]["outcome"] == "attention"
    (entry,) = inspection["mrz"]["entered"]
    assert (entry["line"], entry["position"], entry["read"], entry["entered"]) == (2, 5, "4", "1")


@pytest.mark.parametrize("entry", ["9:5=1", "2:5=é", "here"])
def test_an_entry_that_cannot_be_is_wrong_use_with_a_sentence(entry: str) -> None:
    ended = docdesk("inspect", WRONG, "--enter", entry)
    assert ended.returncode == 2
    assert ended.stderr.startswith("docdesk: ")
    assert ended.stdout == ""


def test_characters_are_entered_for_one_document_only() -> None:
    ended = docdesk("inspect", WRONG, WRONG.with_name("utopia-passport-good.png"), "--enter", "2:5=1")
    assert ended.returncode == 2
