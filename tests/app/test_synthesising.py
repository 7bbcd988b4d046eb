"""`docdesk synthesise` makes what a plan says, goes on where it was stopped, and says what is wrong."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import jsonschema
import pytest

from docdesk.app.synthesising import carry_out
from docdesk.foundation.errors import WrongUse
from docdesk.foundation.places import assets_folder
from docdesk.synthesis.plans.plan import Order
from docdesk.wording.catalogue import Wording
from tests.synthesis.plans import stage

# The processes must find it by this name too.
sys.path.insert(0, str(Path(__file__).parent))
from plan_work import noting

PLAN = """
seed = 3
on = 2026-01-01

[[document]]
name = "as-issued"
model = "utopia-passport"
device = "reader"

[[document]]
name = "grey"
model = "utopia-passport"
alteration = "grey_copy"
device = "telephone"

[[document]]
name = "pasted"
model = "utopia-passport"
alteration = "photo_substitution_pasted"
device = "flatbed"
"""
TRUTH = jsonschema.Draft202012Validator(
    json.loads(Path("docs/schemas/truth.schema.json").read_text(encoding="utf-8"))
)

with_portraits = pytest.mark.skipif(
    not (assets_folder() / "portraits" / "portraits.toml").exists(),
    reason="LOUD: the portraits are not there: no document was made",
)


def command(plan: Path, *arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "docdesk", "synthesise", "--plan", str(plan), *map(str, arguments)]


def docdesk(plan: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(plan, *arguments), capture_output=True, text=True, check=False, timeout=600)


def plan_in(folder: Path, text: str = PLAN) -> Path:
    path = folder / "plan.toml"
    path.write_text(text, encoding="utf-8")
    return path


def orders(*models: str) -> tuple[Order, ...]:
    return tuple(
        replace(stage.order(), id=f"{number:06d}", model=model) for number, model in enumerate(models, 1)
    )


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- Without printing ---


def test_artwork_is_printed_once_for_each_model_before_the_documents(tmp_path: Path) -> None:
    lost = carry_out(partial(noting, str(tmp_path)), orders("a", "b", "a"), 2, Wording())
    assert lost == 0
    assert names(tmp_path) == ["000001", "000002", "000003", "films-a", "films-b"]


def test_where_nothing_is_missing_nothing_is_started(tmp_path: Path) -> None:
    assert carry_out(partial(noting, str(tmp_path)), (), 2, Wording()) == 0
    assert names(tmp_path) == []


def test_a_full_disk_is_said_in_a_sentence_and_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as refused:
        carry_out(partial(noting, str(tmp_path)), orders("a", "full"), 1, Wording())
    said = Wording().say(refused.value.message)
    assert said.startswith("captures cannot be written or read: No space left on device.")
    assert "000001" in names(tmp_path), "what was made stays"


@pytest.mark.expects_log
def test_a_fault_on_one_document_is_counted_and_the_others_are_made(tmp_path: Path) -> None:
    assert carry_out(partial(noting, str(tmp_path)), orders("broken", "a"), 1, Wording()) == 1
    assert "000002" in names(tmp_path)


def test_a_plan_is_told_without_making_anything(tmp_path: Path) -> None:
    ended = docdesk(plan_in(tmp_path), "--check-plan")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == "Documents of the plan: 3; altered ones among them: 2.\n"
    assert names(tmp_path) == ["plan.toml"]


def test_a_plan_is_told_only_if_its_models_can_be_used(tmp_path: Path) -> None:
    own = tmp_path / "models" / "wrong-passport"
    own.mkdir(parents=True)
    (own / "model.toml").write_text('title = "Wrong"', encoding="utf-8")
    plan = plan_in(tmp_path, PLAN.replace("utopia-passport", "wrong-passport"))
    ended = docdesk(plan, "--check-plan", "--models", tmp_path / "models")
    assert ended.returncode == 2
    assert "wrong-passport: the key" in ended.stderr


@pytest.mark.parametrize(
    ("plan", "arguments", "said"),
    [
        ("seed = ", ("--check-plan",), "is no valid TOML text."),
        (PLAN.replace("grey_copy", "morph"), ("--check-plan",), "alteration cannot be morph; choose one of"),
        (PLAN, ("--check-plan", "--jobs", "65"), "65 jobs cannot be"),
        (PLAN, ("--check-plan", "--models", "nowhere"), "nowhere"),
    ],
)
def test_wrong_use_is_one_sentence(tmp_path: Path, plan: str, arguments: tuple[str, ...], said: str) -> None:
    ended = docdesk(plan_in(tmp_path, plan), *arguments)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


# --- With all of it ---


@with_portraits
def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    plan = plan_in(tmp_path)
    ended = docdesk(plan, "--out", plan / "below")
    assert ended.returncode == 2
    assert "cannot be written or read" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


@with_portraits
def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    ended = docdesk(plan_in(tmp_path), "--out", tmp_path)
    assert ended.returncode == 2
    assert "holds something else" in ended.stderr


def bytes_in(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@with_portraits
@pytest.mark.slow
def test_documents_are_the_same_with_any_number_of_jobs_and_are_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    plan, one, two = plan_in(tmp_path), tmp_path / "one", tmp_path / "two"
    ended = docdesk(plan, "--out", one, "--jobs", "1")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == f"Documents made: 3; there before: 0; all are in {one}.\n"
    assert docdesk(plan, "--out", two, "--jobs", "3").returncode == 0
    made = bytes_in(one)
    assert made == bytes_in(two)
    for truth in (one / "truth").glob("*.json"):
        TRUTH.validate(json.loads(truth.read_text(encoding="utf-8")))

    # What is missing is made again, to the same bytes; the rest is left alone.
    (one / "truth" / "grey.json").unlink()
    kept = (one / "truth" / "pasted.json").stat().st_mtime_ns
    again = docdesk(plan, "--out", one)
    assert again.stdout == f"Documents made: 1; there before: 2; all are in {one}.\n"
    assert (one / "truth" / "pasted.json").stat().st_mtime_ns == kept
    assert bytes_in(one) == made

    # Another plan is not mixed into it.
    other = docdesk(plan_in(tmp_path, PLAN.replace("seed = 3", "seed = 4")), "--out", one)
    assert other.returncode == 2
    assert "was made by another plan" in other.stderr
    assert bytes_in(one) == made


@with_portraits
@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal for one process")
def test_ctrl_c_ends_it_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    out = tmp_path / "out"
    running = subprocess.Popen(
        command(plan_in(tmp_path), "--out", out), stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while not (out / "plan.json").exists():
        assert running.poll() is None
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said.strip() == "Stopped; what was made stays, and the same command goes on from there."
    assert not list(out.rglob(".docdesk-*"))
    assert _all_gone(running.pid)


def _all_gone(group: int) -> bool:
    """Return whether every process of a group ends within seconds; Python's tracker takes a moment."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
