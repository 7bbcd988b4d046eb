"""The committed samples are whole, all that they should be, and what their plan makes."""

import hashlib
import json
from pathlib import Path
from typing import Any

import cv2
import jsonschema
import pytest

from docdesk.app.plan_running import known_of, orders_of
from docdesk.foundation.places import assets_folder
from docdesk.mrz.parsing import parse
from docdesk.synthesis.alterations.catalogue import ALTERATIONS
from docdesk.synthesis.capturing.devices import DEVICES
from docdesk.synthesis.models.finding import models
from docdesk.synthesis.models.reading import read_model
from docdesk.synthesis.people.portraits import load_portraits
from docdesk.synthesis.plans.making import Studio
from docdesk.synthesis.plans.plan import Order, Plan, digest
from docdesk.synthesis.plans.reading import read_plan
from docdesk.synthesis.plans.truth import Edition
from docdesk.synthesis.plans.writing import write
from docdesk.synthesis.printing.press import Press
from docdesk.synthesis.synthesise import synthesise
from tests.samples.kept import DOCUMENTS, names, truth

PLAN = DOCUMENTS.parent / "plan.toml"
LARGEST = 25_000_000
"""Bytes of all together: everybody who clones docdesk fetches them."""

DRAWN_AGAIN = ("norvalia-card", "photo-pasted")
"""The model whose artwork is printed soonest: as issued, and altered by hand."""

GREY_LEVELS = 1.0
"""Mean difference that another processor or library may make; another sheet or portrait makes tens."""

SCHEMA = json.loads(Path("docs/schemas/truth.schema.json").read_text(encoding="utf-8"))


def plan() -> Plan:
    return read_plan(PLAN, known_of(models(None)))


def files_of(told: dict[str, Any]) -> set[str]:
    """Every file that a truth names, relative to the folder of all."""
    captures, alterations = told["captures"], told["alterations"]
    return (
        {each["file"] for each in captures}
        | {each["mask"] for each in captures if "mask" in each}
        | {mask["file"] for each in alterations for mask in each["masks"]}
        | {cue["mask"] for each in alterations for cue in each["cues"]}
    )


# --- What there is ---


def test_the_plan_names_every_sample_and_made_it() -> None:
    made_by = plan()
    assert names() == sorted(named.name for named in made_by.named)
    assert {truth(name)["plan_sha256"] for name in names()} == {digest(made_by)}


def test_there_are_every_model_as_issued_and_every_alteration() -> None:
    told = [truth(name) for name in names()]
    assert {each["model"] for each in told if each["genuine"]} == set(models(None))
    by_reader = [each for each in told if each["device"] == "reader"]
    altered = [alteration["name"] for each in by_reader for alteration in each["alterations"]]
    assert sorted(altered) == sorted(ALTERATIONS)
    assert {each["device"] for each in told} == set(DEVICES)
    for each in by_reader:
        lights = {(capture["side"], capture["light"]) for capture in each["captures"]}
        assert len(lights) == 3 * len({side for side, _light in lights}), each["id"]


def test_the_samples_are_of_the_models_that_come_with_docdesk() -> None:
    now = {name: read_model(where).sha256 for name, where in models(None).items()}
    old = sorted(name for name in names() if truth(name)["model_sha256"] != now[truth(name)["model"]])
    assert old == [], "a model has changed since: make the samples again, see samples/README.md"


def test_the_samples_stay_small_together() -> None:
    assert sum(path.stat().st_size for path in DOCUMENTS.rglob("*") if path.is_file()) < LARGEST


def test_no_file_is_missing_and_none_is_too_many() -> None:
    named = {file for name in names() for file in files_of(truth(name))}
    stated = {f"captures/{name}/capture.toml" for name in names() if len(truth(name)["captures"]) == 1}
    told = {f"truth/{name}.json" for name in names()}
    there = {path.relative_to(DOCUMENTS).as_posix() for path in DOCUMENTS.rglob("*") if path.is_file()}
    assert there == named | stated | told | {"plan.json"}


# --- Each of them ---


@pytest.mark.parametrize("name", names())
def test_a_truth_is_as_its_schema_says(name: str) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(truth(name))


@pytest.mark.parametrize("name", names())
def test_captures_are_those_that_the_truth_was_told_of(name: str) -> None:
    for capture in truth(name)["captures"]:
        content = (DOCUMENTS / capture["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == capture["sha256"]


@pytest.mark.parametrize("name", names())
def test_check_digits_are_wrong_where_nobody_corrected_them(name: str) -> None:
    wrong = {digit.name for digit in parse(truth(name)["mrz"]).digits if not digit.agrees}
    assert wrong == ({"document_number", "composite"} if name == "digit-altered" else set())
    if "mrz_original" in truth(name):
        issued = parse(truth(name)["mrz_original"])
        assert all(digit.agrees for digit in issued.digits)


# --- Made again ---


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    found = {name: read_model(where) for name, where in models(None).items()}
    portraits = load_portraits(assets_folder() / "portraits")
    return Studio(found, portraits, Press(tmp_path_factory.mktemp("films")), ALTERATIONS, DEVICES)


def wanted(name: str) -> Order:
    return next(order for order in orders_of(plan()) if order.id == name)


def assert_alike(made: Any, kept: Any, where: str) -> None:
    """Compare two truths: digests of pictures and the last decimals of places may differ by processor."""
    if isinstance(kept, dict):
        assert made.keys() == kept.keys(), where
        for key in kept.keys() - {"sha256"}:
            assert_alike(made[key], kept[key], f"{where}.{key}")
    elif isinstance(kept, list):
        assert len(made) == len(kept), where
        for number, pair in enumerate(zip(made, kept, strict=True)):
            assert_alike(*pair, f"{where}.{number}")
    else:
        assert made == (pytest.approx(kept, abs=0.02) if isinstance(kept, float) else kept), where


@pytest.mark.slow
@pytest.mark.parametrize("name", DRAWN_AGAIN)
def test_the_plan_makes_the_committed_samples(name: str, studio: Studio, tmp_path: Path) -> None:
    kept = truth(name)
    edition = Edition(kept["docdesk"], digest(plan()), ((kept["model"], kept["model_sha256"]),))
    write(synthesise(wanted(name), studio), tmp_path, edition)
    assert_alike(json.loads((tmp_path / "truth" / f"{name}.json").read_text(encoding="utf-8")), kept, name)
    for file in files_of(kept):
        made, there = (cv2.imread(str(home / file)) for home in (tmp_path, DOCUMENTS))
        assert made.shape == there.shape, file
        assert cv2.absdiff(made, there).mean() < GREY_LEVELS, file
