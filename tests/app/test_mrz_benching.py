"""`docdesk bench mrz` as its user meets it."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from docdesk.app import mrz_benching
from docdesk.app.command_line import main
from docdesk.bench.mrz.scoring import Course
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.wording.catalogue import Wording
from tests.bench.mrz.printed import LINES, truth
from tests.inspection.fakes import FakeDecoder, FakeReader, a_file, reading

SCHEMA = json.loads(Path("docs/schemas/mrz-benchmark.schema.json").read_text(encoding="utf-8"))
SAMPLE = Path("samples/documents")
NAME = "utopia-passport"

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="LOUD: Tesseract is not installed: no reader was measured"
)


def of_one_passport(folder: Path) -> Path:
    (folder / "truth").mkdir()
    shutil.copytree(SAMPLE / "captures" / NAME, folder / "captures" / NAME)
    shutil.copy(SAMPLE / "truth" / f"{NAME}.json", folder / "truth")
    return folder


@needs_tesseract
def test_two_readers_are_measured_on_made_documents_and_written_down(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, record, html = of_one_passport(tmp_path), tmp_path / "run.json", tmp_path / "run.html"
    asked = ["bench", "mrz", str(folder), "--beside", "tesseract"]
    assert main([*asked, "--json", str(record), "--html", str(html)]) == 0
    run = json.loads(record.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(run)
    assert [reader["name"] for reader in run["readers"]] == ["docdesk", "tesseract"]
    assert [each["file"] for each in run["readers"][0]["pictures"]] == [
        f"{NAME}/data-vis.jpg",
        f"{NAME}/data-ir.jpg",
    ]
    assert run["readers"][1]["summary"]["cpu_median_s"] > 0
    assert html.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split() == ["docdesk", "tesseract"]
    assert rows[0].split() == ["with_mrz", "2", "2"]


@needs_tesseract
def test_a_record_may_be_shown_in_place_of_the_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = of_one_passport(tmp_path)
    assert main(["bench", "mrz", str(folder), "--reader", "tesseract", "--no-priors", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["scored"] == "raw"


@needs_tesseract
def test_a_picture_that_could_not_be_read_is_told_by_the_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = of_one_passport(tmp_path)
    (folder / "captures" / NAME / "data-ir.jpg").write_bytes(b"no picture")
    assert main(["bench", "mrz", str(folder), "--reader", "tesseract", "--json", "-"]) == 4
    (reader,) = json.loads(capsys.readouterr().out)["readers"]
    assert reader["summary"]["unreadable"] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--beside", "docdesk"), "name another reader"),
        (("--json", "no/such/folder/run.json"), "Nothing could be written"),
        (("--html", "no/such/folder/run.html"), "Nothing could be written"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    assert main(["bench", "mrz", str(of_one_passport(tmp_path)), *arguments]) == 2
    assert said in capsys.readouterr().err


class _Interrupted(FakeReader):
    def read(self, pixels: Pixels) -> tuple[MrzReading, ...]:
        if int(pixels[0, 0]) > 20:
            raise KeyboardInterrupt
        return super().read(pixels)


def test_an_interruption_leaves_what_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    names = "abc"
    decoder = FakeDecoder({name: a_file(name, mark=10 * place) for place, name in enumerate(names)})
    course = Course(Path(), decoder, (_Interrupted({1: (reading(*LINES),)}),), lambda: 0.0)
    scored, complete = mrz_benching._scored(course, [truth(name, *LINES) for name in names], Wording())
    assert [entry.exact for (entry,) in scored] == [True, False]
    assert not complete
    assert "Stopped" in capsys.readouterr().err


def test_each_failure_is_told_with_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    reader = FakeReader({1: (reading(LINES[0]),)})
    course = Course(Path(), FakeDecoder({"a": a_file("a")}), (reader,), lambda: 0.0)
    scored, _ = mrz_benching._scored(course, [truth("a", *LINES)], Wording())
    mrz_benching._tell(scored[0][0])
    assert capsys.readouterr().out.splitlines() == [
        "a (TD3): 44 errors, certain ",
        f"  printed {LINES[0]}",
        f"  read    {LINES[0]}",
        f"  printed {LINES[1]}",
        "  read    ",
    ]
