"""What the page lets a person choose of a plan changes that and nothing else."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.foundation.messages import Message
from docdesk.synthesis.capturing.last_step import LastStepLimits
from docdesk.synthesis.plans.plan import Capturing, NamedDocument, Plan, Sitting, Weighted
from docdesk.ui.synthesising.plan_form import chosen_in, lacking, said_of, usual_plan, with_chosen
from docdesk.ui.synthesising.remaining import remaining
from tests.ui.synthesising.stage_of_synthesis import FOUND

DAY = dt.date(2026, 11, 21)
RICH = Plan(
    seed=5,
    on=DAY,
    count=10,
    prevalence=1 / 3,
    models=(Weighted("large", 2.0),),
    alterations=(Weighted("grey_copy", 0.5),),
    capturings=(
        Capturing(Sitting("reader", ("UV",), "front"), 3.0),
        Capturing(Sitting("reader", ("VIS",)), 1.0),
    ),
    last_step=LastStepLimits(png=1.0),
    named=(NamedDocument("one", "small", None, Sitting("telephone", ("VIS",)), 1),),
)


@given(st.floats(0, 1))
def test_a_plan_in_which_nothing_was_changed_is_the_same_to_the_last_digit(prevalence: float) -> None:
    plan = replace(RICH, prevalence=prevalence)
    assert with_chosen(plan, chosen_in(plan), FOUND.devices) == plan


def test_what_stays_keeps_its_weight_and_lights_and_what_is_added_gets_the_usual_ones() -> None:
    chosen = replace(
        chosen_in(RICH), models=("small", "large"), devices=("telephone", "reader"), percent=20.0
    )
    plan = with_chosen(RICH, chosen, FOUND.devices)
    assert plan.models == (Weighted("large", 2.0), Weighted("small", 1.0))
    assert plan.capturings == (*RICH.capturings, Capturing(Sitting("telephone", ("VIS",)), 1.0))
    assert plan.prevalence == 0.2
    assert (plan.last_step, plan.named) == (RICH.last_step, RICH.named)


def test_what_is_taken_out_is_gone() -> None:
    chosen = replace(chosen_in(RICH), devices=("telephone",), alterations=())
    plan = with_chosen(RICH, chosen, FOUND.devices)
    assert [each.sitting.device for each in plan.capturings] == ["telephone"]
    assert plan.alterations == ()


def test_a_plan_may_only_name_documents() -> None:
    bare = replace(usual_plan(FOUND, DAY), count=0)
    assert lacking(bare) == Message("plan.no_documents")
    assert lacking(replace(bare, named=RICH.named)) is None


def test_a_plan_without_altered_documents_needs_no_alteration() -> None:
    none = replace(usual_plan(FOUND, DAY), alterations=())
    assert lacking(none) == Message("plan.no_alterations")
    assert lacking(replace(none, prevalence=0.0)) is None


def test_documents_that_are_named_are_told_of() -> None:
    assert said_of(RICH) == Message.of("plan.says_named", count=10, altered=3, named=1)


@pytest.mark.parametrize(
    ("done", "total", "seconds", "said"),
    [
        (2, 100, 60.0, None),
        (50, 100, 4.0, None),
        (100, 100, 60.0, None),
        (90, 100, 60.0, Message("plan.left_seconds")),
        (10, 100, 60.0, Message.of("plan.left_minutes", count=10)),
        (10, 1000, 100.0, Message.of("plan.left_hours", count=3)),
    ],
)
def test_what_is_left_is_told_as_far_as_it_is_known(
    done: int, total: int, seconds: float, said: Message | None
) -> None:
    assert remaining(done, total, seconds) == said
