"""The command line as its user meets it: real files, the real decoder, the real reader."""

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from docdesk.app.command_line import main
from tests.papers.test_inspection_json import CLOSED
from tests.samples.kept import GOOD, WRONG, blotted, folder

SCHEMA = json.loads(Path("docs/schemas/inspection.schema.json").read_text())


needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None,
    reason="LOUD: Tesseract is not installed: its opinion was not asked",
)

HOMELESS = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}


def docdesk(*arguments: str | Path, **settings: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "docdesk", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        **settings,
    )


def inspected(output: str) -> list[dict[str, Any]]:
    whole = json.loads(output)
    CLOSED.validate(whole)
    return list(whole["inspections"])


def test_the_sample_with_good_digits_is_a_specimen_for_attention() -> None:
    ended = docdesk("inspect", GOOD, "--json", "--date", "2026-11-21")
    (inspection,) = inspected(ended.stdout)
    assert ended.returncode == 1
    assert inspection["verdict"]["outcome"] == "attention"
    assert inspection["heading"] == "FICTITIOUS SPECIMEN"
    assert set(inspection["mrz"]["check_digits"].values()) == {"successful"}
    assert ended.stderr == ""


def test_the_sample_with_a_wrong_digit_is_an_anomaly() -> None:
    ended = docdesk("inspect", WRONG, "--json")
    (inspection,) = inspected(ended.stdout)
    assert ended.returncode == 1
    assert inspection["verdict"]["outcome"] == "anomaly"
    assert inspection["mrz"]["check_digits"]["document_number"] == "failed"


def test_a_folder_of_lights_and_a_folder_of_sides_are_one_document_each() -> None:
    ended = docdesk("inspect", folder("norvalia-visa"), folder("by-flatbed"), "--json")
    lights, card = inspected(ended.stdout)
    assert (lights["name"], card["name"]) == ("norvalia-visa", "by-flatbed")
    assert {capture["light"] for capture in lights["captures"]} == {"VIS", "IR", "UV"}
    assert lights["verdict"]["coverage"]["missing_lights"] == []
    assert {capture["side"] for capture in card["captures"]} == {"front", "back"}
    assert card["mrz"]["format"] == "TD1"


def test_each_line_of_json_lines_is_one_inspection(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(b"no picture")
    ended = docdesk("inspect", tmp_path, "--json-lines")
    inspection = {"$schema": SCHEMA["$schema"], "$defs": SCHEMA["$defs"], "$ref": "#/$defs/inspection"}
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    for line in lines:
        jsonschema.validate(line, inspection)
    assert [line["name"] for line in lines] == ["a", "b"]


def test_an_unreadable_file_ends_with_4_and_one_clear_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(GOOD.read_bytes()[:20_000])
    ended = docdesk("inspect", broken)
    assert ended.returncode == 4
    assert "ends in the middle of the picture" in ended.stdout
    assert "Traceback" not in ended.stderr


def test_a_broken_file_does_not_stop_the_batch_and_an_anomaly_goes_before_it(tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"\xff\xd8\xff")
    ended = docdesk("inspect", tmp_path, WRONG, "--json")
    assert [entry["verdict"]["outcome"] for entry in inspected(ended.stdout)] == ["not_inspected", "anomaly"]
    assert ended.returncode == 1


def test_a_missing_path_ends_with_4() -> None:
    ended = docdesk("inspect", "nothing.png", "--json")
    assert ended.returncode == 4
    assert inspected(ended.stdout)[0]["captures"][0]["error"]["code"] == "not_found"


@pytest.mark.parametrize(
    "arguments",
    [
        ("inspect",),
        ("inspect", "a.png", "--date", "21.11.2026"),
        ("inspect", "a.png", "--date", "2026-02-30"),
        ("inspect", "a.png", "--date", "20261121"),
        ("inspect", "a.png", "--date", "0001-01-01"),
        ("--settings", "no/such/settings.json", "inspect", "a.png"),
        ("bench", "captures", "--mutations", "-5"),
        ("inspect", "a.png", "--json", "--json-lines"),
        ("inspect", "a.png", "--jobs", "-1"),
        ("inspect", "a.png", "--jobs", "two"),
        ("bench", "mrz", "no/such/folder"),
        ("bench", "mrz", "docs"),
    ],
)
def test_wrong_use_ends_with_2_and_says_why(arguments: tuple[str, ...]) -> None:
    ended = docdesk(*arguments)
    assert ended.returncode == 2
    assert ended.stderr
    assert "Traceback" not in ended.stderr


SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


@pytest.mark.parametrize("arguments", [(), ("window",), ("window", "a.png"), ("bench", "window")])
def test_without_a_screen_the_window_says_how_to_go_on(arguments: tuple[str, ...]) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    ended = docdesk(*arguments, env=environment)
    assert ended.returncode == 2
    assert "docdesk inspect" in ended.stderr


def test_a_screen_that_qt_cannot_reach_ends_with_one_sentence() -> None:
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    ended = docdesk("window", env={**environment, "QT_QPA_PLATFORM": "no_such_screen"})
    assert ended.returncode == 4
    assert ended.stderr.startswith("docdesk: The window cannot be opened: Qt lacks something")
    assert "no_such_screen" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_an_empty_folder_is_wrong_use(tmp_path: Path) -> None:
    ended = docdesk("inspect", tmp_path)
    assert (ended.returncode, str(tmp_path) in ended.stderr) == (2, True)


def test_a_picture_without_an_mrz_ends_with_3(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (300, 200), "white").save(tmp_path / "blank.png")
    ended = docdesk("inspect", tmp_path / "blank.png", "--json")
    (inspection,) = inspected(ended.stdout)
    assert (ended.returncode, inspection["mrz"]) == (3, None)
    assert inspection["verdict"]["outcome"] == "not_inspected"


def test_without_tesseract_everything_is_read_and_nobody_is_troubled() -> None:
    ended = docdesk("inspect", GOOD, "--json", "--date", "2026-11-21", env={**os.environ, "PATH": "/nowhere"})
    (inspection,) = inspected(ended.stdout)
    assert ended.returncode == 1
    assert ended.stderr == ""
    assert set(inspection["mrz"]["check_digits"].values()) == {"successful"}
    assert inspection["mrz"]["second_opinion"] == []


@needs_tesseract
def test_what_is_covered_is_in_doubt_and_the_second_opinion_stands_beside(tmp_path: Path) -> None:
    ended = docdesk("inspect", blotted(tmp_path / "blot.png"), "--json", "--date", "2026-11-21")
    (inspection,) = inspected(ended.stdout)
    mrz = inspection["mrz"]
    doubtful = [
        (line, index)
        for line, row in enumerate(mrz["certain"])
        for index, certain in enumerate(row)
        if not certain
    ]
    assert doubtful
    assert mrz["second_opinion"][1][:5] == mrz["lines"][1][:5]
    assert all(mrz["second_opinion"][line][index] == " " for line, index in doubtful)


def test_qt_is_not_imported() -> None:
    code = "import sys, docdesk.app.command_line; print([m for m in sys.modules if 'PySide' in m])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def test_settings_of_the_user_are_obeyed(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"max_file_mb": 1, "light_aliases": {"tag": "OBL"}}')
    big = tmp_path / "p-tag.png"
    big.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(1_000_001))
    ended = docdesk("--settings", tmp_path / "settings.json", "inspect", big, "--json")
    (capture,) = inspected(ended.stdout)[0]["captures"]
    assert (capture["light"], capture["error"]["code"]) == ("OBL", "too_many_bytes")


def test_a_bad_settings_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"jobs": "many"}')
    ended = docdesk("--settings", tmp_path / "settings.json", "inspect", GOOD)
    assert ended.returncode == 2
    assert "look at jobs" in ended.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interruption_shows_what_was_finished_and_leaves_nothing_behind(tmp_path: Path) -> None:
    from PIL import Image

    for number in range(60):
        Image.new("RGB", (1200, 900), "white").save(tmp_path / f"{number:02}.png")
    running = subprocess.Popen(
        [sys.executable, "-m", "docdesk", "inspect", str(tmp_path), "--json-lines"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    running.stdout.readline()
    running.send_signal(signal.SIGINT)
    began = time.monotonic()
    _, stderr = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Stopped" in stderr
    assert "Traceback" not in stderr
    assert time.monotonic() - began < 30


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("docdesk ")


POSIX = pytest.mark.skipif(sys.platform == "win32", reason="has no such devices and signals")


@POSIX
def test_output_that_cannot_be_written_is_no_verdict() -> None:
    command = f"{shlex.quote(sys.executable)} -m docdesk inspect nothing.png --json > /dev/full"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 70
    assert "OSError" in ended.stderr


@POSIX
@pytest.mark.parametrize("closed", ["2>&-", "<&-", "<&- 2>&-"])
def test_closed_streams_do_not_change_the_verdict(closed: str) -> None:
    command = f"{shlex.quote(sys.executable)} -m docdesk inspect samples/README.md --json {closed}"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 4
    assert inspected(ended.stdout)[0]["captures"][0]["error"]["code"] == "not_a_picture"


def test_names_of_files_keep_their_bytes_in_json_and_cannot_command_a_terminal(tmp_path: Path) -> None:
    name = "\x1b[2J Жук.png"
    (tmp_path / name).write_bytes(b"no picture")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    as_json = docdesk("inspect", tmp_path, "--json", env=environment)
    assert inspected(as_json.stdout)[0]["captures"][0]["path"] == str(tmp_path / name)
    assert "\x1b" not in docdesk("inspect", tmp_path).stdout


@POSIX
@needs_tesseract
def test_a_program_asked_to_end_leaves_no_picture_behind(tmp_path: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "docdesk", "inspect", str(blotted(tmp_path / "blot.png")), str(WRONG)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def pictures() -> list[Path]:
        places = ("/dev/shm", "/tmp")
        return [path for place in places for path in Path(place).glob(f"docdesk-mrz-{running.pid}-*")]

    while running.poll() is None and not pictures():
        time.sleep(0.005)
    running.terminate()
    assert running.wait(timeout=60) in {130, 1}
    assert pictures() == []


@POSIX
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("--settings /nonexistent inspect x", 2),
        ("inspect /nonexistent.png > /dev/full", 70),
        ("inspect docdesk/jobs", 2),
    ],
)
def test_a_standard_error_that_cannot_be_written_changes_no_exit_code(arguments: str, code: int) -> None:
    command = f"{shlex.quote(sys.executable)} -m docdesk {arguments} 2> /dev/full"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == code


@POSIX
@pytest.mark.parametrize("home", ["/dev/null", "/nonexistent"])
def test_a_user_without_a_home_is_served(home: str) -> None:
    ended = docdesk("inspect", "/not/there.png", env={**HOMELESS, "HOME": home})
    assert ended.returncode == 4
    assert ended.stderr == ""


@POSIX
def test_no_file_in_the_home_is_run(tmp_path: Path) -> None:
    for name in (".reportlab_mods", ".reportlab_settings"):
        (tmp_path / name).write_text("open('it ran', 'w').close()")
    python = [sys.executable, "-m", "docdesk", "--version"]
    env = {**HOMELESS, "HOME": str(tmp_path), "PYTHONPATH": str(Path.cwd())}
    assert subprocess.run(python, env=env, cwd=tmp_path, check=False, capture_output=True).returncode == 0
    assert not (tmp_path / "it ran").exists()
