"""What of a plan the page lets a person choose; the rest of a plan stays as it is."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from docdesk.foundation.messages import Message
from docdesk.synthesis.capturing.last_step import USUAL
from docdesk.synthesis.models.model import Light
from docdesk.synthesis.plans.plan import Capturing, Plan, Sitting, Weighted
from docdesk.ui.synthesising.services import Found

USUAL_COUNT = 100
"""Enough to train or to try on, made in some minutes."""

USUAL_PREVALENCE = 0.5
"""As many altered as not: whoever is trained or measured sees both."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the controls of the page show of a plan.

    Attributes:
        seed, on, count: of the plan.
        percent: altered, of a hundred, to a tenth.
        models, alterations, devices: names that take part.
    """

    seed: int
    on: dt.date
    count: int
    percent: float
    models: tuple[str, ...]
    alterations: tuple[str, ...]
    devices: tuple[str, ...]


def usual_plan(found: Found, on: dt.date) -> Plan:
    """Return a plan in which everything takes part, each as often as the others."""
    return Plan(
        seed=1,
        on=on,
        count=USUAL_COUNT,
        prevalence=USUAL_PREVALENCE,
        models=_each(found.titles),
        alterations=_each(found.alterations),
        capturings=tuple(_capturing(name, lights) for name, lights in found.devices.items()),
        last_step=USUAL,
        named=(),
    )


def chosen_in(plan: Plan) -> Chosen:
    """Return what the controls show of a plan."""
    return Chosen(
        seed=plan.seed,
        on=plan.on,
        count=plan.count,
        percent=_percent(plan),
        models=tuple(each.name for each in plan.models),
        alterations=tuple(each.name for each in plan.alterations),
        devices=tuple(dict.fromkeys(each.sitting.device for each in plan.capturings)),
    )


def with_chosen(plan: Plan, chosen: Chosen, devices: Mapping[str, tuple[Light, ...]]) -> Plan:
    """Return a plan with what was chosen; what takes part as before keeps its weight and its lights.

    Where nothing was changed it is the same plan to the last digit, so that a folder can be gone on with.
    """
    there = {each.sitting.device for each in plan.capturings}
    return replace(
        plan,
        seed=chosen.seed,
        on=chosen.on,
        count=chosen.count,
        prevalence=plan.prevalence if _percent(plan) == chosen.percent else chosen.percent / 100,
        models=_weighted(plan.models, chosen.models),
        alterations=_weighted(plan.alterations, chosen.alterations),
        capturings=(
            *(each for each in plan.capturings if each.sitting.device in chosen.devices),
            *(_capturing(name, devices[name]) for name in chosen.devices if name not in there),
        ),
    )


def lacking(plan: Plan) -> Message | None:
    """Return what a plan lacks to be carried out, None where it lacks nothing."""
    if not plan.count:
        return None if plan.named else Message("plan.no_documents")
    if not plan.models:
        return Message("plan.no_models")
    if plan.prevalence > 0 and not plan.alterations:
        return Message("plan.no_alterations")
    return None if plan.capturings else Message("plan.no_devices")


def said_of(plan: Plan) -> Message:
    """Return what a plan makes."""
    altered = round(plan.count * plan.prevalence)
    if not plan.named:
        return Message.of("plan.says", count=plan.count, altered=altered)
    return Message.of("plan.says_named", count=plan.count, altered=altered, named=len(plan.named))


def _percent(plan: Plan) -> float:
    return round(100 * plan.prevalence, 1)


def _each(names: Iterable[str]) -> tuple[Weighted, ...]:
    return tuple(Weighted(name, 1.0) for name in names)


def _weighted(before: Sequence[Weighted], names: Sequence[str]) -> tuple[Weighted, ...]:
    there = {each.name for each in before}
    return (
        *(each for each in before if each.name in names),
        *_each(name for name in names if name not in there),
    )


def _capturing(device: str, lights: tuple[Light, ...]) -> Capturing:
    return Capturing(Sitting(device, lights), 1.0)
