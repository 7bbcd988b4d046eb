"""Plans are written as text that is read as the same plan, and found again in the folders they began."""

import datetime as dt
import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.foundation.errors import WrongUse
from docdesk.synthesis.capturing.last_step import LastStepLimits
from docdesk.synthesis.plans.folder import PLAN, claim
from docdesk.synthesis.plans.plan import MOST_SEED, Capturing, NamedDocument, Plan, Sitting, Weighted, told
from docdesk.synthesis.plans.reading import Known, read_plan
from docdesk.synthesis.plans.spelling import plan_in, plan_told, spelled
from tests.synthesis.plans import stage

KNOWN = Known(("small", "large"), ("scratched",), {"reader": ("VIS", "IR", "UV"), "telephone": ("VIS",)})

FULL = Plan(
    seed=MOST_SEED,
    on=dt.date(2026, 2, 28),
    count=7,
    prevalence=1 / 3,
    models=(Weighted("small", 1.0), Weighted("large", 0.001)),
    alterations=(Weighted("scratched", 2.5),),
    capturings=(
        Capturing(Sitting("reader", ("UV", "VIS"), "front"), 1.0),
        Capturing(Sitting("telephone", ("VIS",)), 3.0),
    ),
    last_step=LastStepLimits((0.5, 0.75), 0.1, (50, 60), ("4:2:2",), 0.0),
    named=(
        NamedDocument("first", "small", None, Sitting("telephone", ("VIS",)), 0),
        NamedDocument("second", "large", "scratched", stage.READER, None),
    ),
)


def read_again(plan: Plan, folder: Path) -> Plan:
    file = folder / "plan.toml"
    file.write_text(spelled(plan), encoding="utf-8")
    return read_plan(file, KNOWN)


def test_a_plan_is_read_as_it_was_written(tmp_path: Path) -> None:
    assert read_again(FULL, tmp_path) == FULL


def test_a_plan_that_only_names_documents_is_read_as_it_was_written(tmp_path: Path) -> None:
    named = replace(FULL, count=0, prevalence=0.0, models=(), alterations=(), capturings=())
    assert read_again(named, tmp_path) == named


@given(prevalence=st.floats(0, 1), weight=st.floats(0.001, 1000))
def test_no_number_loses_a_digit(prevalence: float, weight: float) -> None:
    plan = replace(FULL, prevalence=prevalence, models=(Weighted("small", weight),))
    said = tomllib.loads(spelled(plan))
    assert (said["prevalence"], said["model"][0]["weight"]) == (prevalence, weight)


def test_the_plan_of_a_folder_is_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    claim(folder, FULL, stage.EDITION)
    assert plan_in(folder, KNOWN) == FULL


def test_an_empty_folder_and_none_have_no_plan(tmp_path: Path) -> None:
    assert plan_in(tmp_path, KNOWN) is None
    assert plan_in(tmp_path / "nowhere", KNOWN) is None


@pytest.mark.parametrize("content", ["", "[]", "{", "[" * 100_000, '{"schema": "another"}', "\0"])
def test_what_is_no_plan_of_a_folder_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / PLAN).write_text(content)
    with pytest.raises(WrongUse) as refused:
        plan_in(tmp_path, KNOWN)
    assert refused.value.message.key == "synthesis.folder_not_ours"


@pytest.mark.parametrize("untrusted", [None, [], "plan", {"on": "yesterday"}, {"on": 7}, {}])
def test_what_is_no_plan_is_refused_in_a_sentence(untrusted: object) -> None:
    with pytest.raises(WrongUse):
        plan_told(untrusted, "state", KNOWN)


def test_a_plan_comes_through_json(tmp_path: Path) -> None:
    assert plan_told(json.loads(json.dumps(told(FULL))), "state", KNOWN) == FULL
