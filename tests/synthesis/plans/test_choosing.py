"""What a document is follows from the plan's seed and its number, each choice by chance of its own."""

import datetime as dt
from dataclasses import replace
from itertools import islice

from docdesk.synthesis.capturing.last_step import USUAL
from docdesk.synthesis.plans.choosing import choose, orders
from docdesk.synthesis.plans.plan import Capturing, NamedDocument, Plan, Sitting, Weighted

READER = Sitting("reader", ("VIS", "IR", "UV"))
PLAN = Plan(
    seed=5,
    on=dt.date(2026, 1, 1),
    count=2000,
    prevalence=0.3,
    models=(Weighted("a", 3), Weighted("b", 1)),
    alterations=(Weighted("x", 1), Weighted("y", 1)),
    capturings=(Capturing(READER, 1), Capturing(Sitting("telephone", ("VIS",)), 1)),
    last_step=USUAL,
    named=(),
)


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


def test_a_document_is_the_same_alone_as_among_others() -> None:
    together = list(orders(PLAN))
    assert [order.id for order in together[:2]] == ["000001", "000002"]
    assert choose(PLAN, 1234) == together[1234]
    assert choose(replace(PLAN, count=1235), 1234) == together[1234]


def test_seeds_differ_from_document_to_document_and_from_plan_to_plan() -> None:
    seeds = {order.seed for order in orders(PLAN)}
    assert len(seeds) == PLAN.count
    assert seeds.isdisjoint(order.seed for order in orders(replace(PLAN, seed=6)))


def test_what_is_drawn_keeps_to_the_weights_and_the_prevalence() -> None:
    made = list(orders(PLAN))
    # Three standard deviations of a share over 2,000 are 0.034 at most.
    assert abs(share([order.model == "a" for order in made]) - 0.75) < 0.034
    assert abs(share([order.sitting == READER for order in made]) - 0.5) < 0.034
    assert abs(share([order.alteration is not None for order in made]) - 0.3) < 0.034
    altered = [order.alteration == "x" for order in made if order.alteration]
    assert abs(share(altered) - 0.5) < 0.062


def test_another_prevalence_changes_nothing_but_which_are_altered() -> None:
    none = list(orders(replace(PLAN, prevalence=0.0)))
    every = list(orders(replace(PLAN, prevalence=1.0)))
    assert all(order.alteration is None for order in none)
    assert [replace(order, alteration=None) for order in every] == none
    some = [order.id for order in orders(PLAN) if order.alteration is not None]
    more = {order.id for order in orders(replace(PLAN, prevalence=0.6)) if order.alteration is not None}
    assert more.issuperset(some)


def test_the_last_step_tells_nothing_of_the_alteration() -> None:
    made = list(orders(PLAN))
    groups = [
        [order.step for order in made if bool(order.alteration) is altered] for altered in (True, False)
    ]
    means = [share([step.quality >= 88 for step in group]) for group in groups]
    assert abs(means[0] - means[1]) < 0.075, "three standard deviations for 600 against 1,400"


def test_a_named_document_with_the_seed_of_a_drawn_one_is_that_document() -> None:
    drawn = choose(PLAN, 7)
    named = NamedDocument("again", drawn.model, drawn.alteration, drawn.sitting, drawn.seed)
    (order,) = islice(orders(replace(PLAN, count=0, named=(named,))), 1)
    assert replace(order, id=drawn.id) == drawn


def test_purposes_share_no_chance() -> None:
    order = choose(PLAN, 0)
    purposes = [("holder",), ("sheet",), ("capture", "data"), ("capture", "front"), ("alteration",)]
    assert len({order.number(*purpose) for purpose in purposes}) == len(purposes)
    assert order.number("holder") == order.number("holder")
