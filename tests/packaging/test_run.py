"""The run script with a stand-in for docdesk: what it says and how it ends."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
HINT = "Or in a window: sh packaging/run.sh window"


def script(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A checkout whose docdesk tells its arguments and its folder, and reaches the verdict in $VERDICT."""
    checkout = tmp_path / "border desk"
    (checkout / "packaging").mkdir(parents=True)
    shutil.copy(CHECKOUT / "packaging" / "run.sh", checkout / "packaging")
    script(checkout / "packaging" / "setup.sh", 'exit "$READY"')
    script(checkout / ".venv" / "bin" / "python", f'exec "{sys.executable}" "$@"')
    inspections = [
        {"name": name, "verdict": {"outcome": outcome}}
        for name, outcome in (("digit-altered", "VERDICT"), ("utopia-passport", "attention"))
    ]
    answer = json.dumps({"inspections": inspections}).replace("VERDICT", "'\"$VERDICT\"'")
    script(
        checkout / ".venv" / "bin" / "docdesk",
        f'case "$*" in *--json*) echo \'{answer}\' ;; *) echo "docdesk $* in $PWD" ;; esac; exit 1',
    )
    return checkout


def run(
    place: Path, *arguments: str, ready: int = 0, verdict: str = "anomaly", **environment: str
) -> tuple[int, str]:
    done = subprocess.run(
        ["sh", str(place / "packaging" / "run.sh"), *arguments],
        cwd=place.parent, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        env={"PATH": os.environ["PATH"], "READY": str(ready), "VERDICT": verdict, **environment},
    )  # fmt: skip
    return done.returncode, done.stdout


def test_the_expected_verdicts_end_well_and_no_window_is_named_where_there_is_no_screen(place: Path) -> None:
    code, said = run(place)
    assert code == 0
    assert "These are the verdicts that the samples were made for." in said
    assert (HINT in said) is (sys.platform == "darwin")
    assert "docdesk window" not in said


@pytest.mark.parametrize("screen", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_where_there_is_a_screen_the_window_is_named_and_not_opened(place: Path, screen: str) -> None:
    code, said = run(place, **{screen: ":0"})
    assert code == 0
    assert HINT in said
    assert "docdesk window" not in said


def test_what_a_window_lacks_is_in_the_way_of_no_verdict(place: Path) -> None:
    code, said = run(place, ready=3, DISPLAY=":0")
    assert code == 0
    assert HINT not in said


def test_verdicts_that_cannot_be_reached_yet_end_as_the_set_up_did(place: Path) -> None:
    code, said = run(place, ready=3, verdict="undetermined")
    assert code == 3
    assert "while this computer lacks what is named above" in said


def test_another_verdict_is_a_failure(place: Path) -> None:
    code, said = run(place, verdict="no_anomaly_found")
    assert code == 1
    assert "expected were 1 and" in said


def test_a_set_up_that_failed_ends_everything(place: Path) -> None:
    assert run(place, "window", ready=1) == (1, "")


@pytest.mark.parametrize("ready", [0, 3])
def test_arguments_go_to_docdesk_in_the_folder_one_is_in(place: Path, ready: int) -> None:
    assert run(place, "window", "a b.png", ready=ready) == (1, f"docdesk window a b.png in {place.parent}\n")
