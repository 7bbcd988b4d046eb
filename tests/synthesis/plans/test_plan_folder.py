"""A folder belongs to the plan, the program and the models that began it."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from docdesk.foundation.errors import WrongUse
from docdesk.synthesis.plans.folder import claim, missing
from docdesk.synthesis.plans.plan import digest
from docdesk.synthesis.plans.truth import Edition
from tests.synthesis.plans import stage

PLAN = stage.plan()
EDITION = Edition("0.1.0", digest(PLAN), (("small", "ab" * 32),))


def refusal(folder: Path, edition: Edition = EDITION) -> str:
    with pytest.raises(WrongUse) as refused:
        claim(folder, PLAN, edition)
    return refused.value.message.key


def test_a_new_folder_keeps_the_plan_and_is_known_again(tmp_path: Path) -> None:
    folder = tmp_path / "below" / "here"
    claim(folder, PLAN, EDITION)
    kept = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    assert kept["plan_sha256"] == digest(PLAN)
    assert kept["plan"]["seed"] == 3
    claim(folder, PLAN, EDITION)


@pytest.mark.parametrize(
    ("edition", "reason"),
    [
        (replace(EDITION, plan_sha256="0" * 64), "other_plan"),
        (replace(EDITION, docdesk="0.2.0"), "other_edition"),
        (replace(EDITION, models=(("small", "0" * 64),)), "other_models"),
    ],
)
def test_what_would_mix_two_makings_is_refused(tmp_path: Path, edition: Edition, reason: str) -> None:
    claim(tmp_path, PLAN, EDITION)
    assert refusal(tmp_path, edition) == f"synthesis.folder_{reason}"


@pytest.mark.parametrize("content", ["", "[]", "{}", "[" * 100_000])
def test_a_plan_that_is_none_of_ours_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "plan.json").write_text(content)
    assert refusal(tmp_path) == "synthesis.folder_not_ours"


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").touch()
    assert refusal(tmp_path) == "synthesis.folder_not_ours"
    assert [entry.name for entry in tmp_path.iterdir()] == ["holiday.jpg"]


def test_a_document_without_its_truth_is_missing(tmp_path: Path) -> None:
    one, two = stage.order(), replace(stage.order(), id="000002")
    (tmp_path / "captures" / "000002").mkdir(parents=True)
    (tmp_path / "truth").mkdir()
    (tmp_path / "truth" / "000001.json").touch()
    assert missing(tmp_path, (one, two)) == (two,)


def test_the_schema_of_plans_holds_for_what_is_kept(tmp_path: Path) -> None:
    claim(tmp_path, replace(PLAN, count=0), EDITION)
    kept = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))["plan"]
    schema = json.loads(Path("docs/schemas/plan.schema.json").read_text(encoding="utf-8"))
    # A plan that makes nothing is no plan; all else of it is as the schema says.
    errors = [error.validator for error in jsonschema.Draft202012Validator(schema).iter_errors(kept)]
    assert errors == ["anyOf"]
