"""Chooses what each document of a plan is: it follows from the plan's seed and the document's number alone.

Each choice has chance of its own: with another prevalence the same documents are made, captured and saved in
the same way, only others of them altered.
"""

from collections.abc import Iterator, Sequence

from docdesk.synthesis.capturing.last_step import draw_last_step
from docdesk.synthesis.chance import dice
from docdesk.synthesis.plans.plan import MOST_SEED, NamedDocument, Order, Plan, Sitting


def orders(plan: Plan) -> Iterator[Order]:
    """Yield the order of each document: named ones as they stand in the plan, then those that are drawn."""
    for named in plan.named:
        yield order_of(plan, named)
    for index in range(plan.count):
        yield choose(plan, index)


def choose(plan: Plan, index: int) -> Order:
    """Return the order of a drawn document, by its number from 0. Its id tells nothing but the number."""
    seed = _seed(plan, "document", index)
    capturing = _one_of([each.weight for each in plan.capturings], dice(seed, "device").random())
    altered = dice(seed, "altered").random() < plan.prevalence
    kind = _one_of([each.weight for each in plan.alterations], dice(seed, "kind").random()) if altered else 0
    model = _one_of([each.weight for each in plan.models], dice(seed, "model").random())
    return _order(
        plan,
        f"{index + 1:06d}",
        seed,
        plan.models[model].name,
        plan.alterations[kind].name if altered else None,
        plan.capturings[capturing].sitting,
    )


def order_of(plan: Plan, named: NamedDocument) -> Order:
    """Return the order of a document that the plan names."""
    seed = _seed(plan, "named", named.name) if named.seed is None else named.seed
    return _order(plan, named.name, seed, named.model, named.alteration, named.sitting)


def _order(plan: Plan, name: str, seed: int, model: str, alteration: str | None, sitting: Sitting) -> Order:
    step = draw_last_step(dice(seed, "last step"), plan.last_step)
    return Order(name, seed, plan.on, model, alteration, sitting, step)


def _seed(plan: Plan, *path: str | int) -> int:
    return int(dice(plan.seed, *path).integers(MOST_SEED + 1))


def _one_of(weights: Sequence[float], share: float) -> int:
    """Return the place of the weight within which a share of their sum falls."""
    rest = share * sum(weights)
    for place, weight in enumerate(weights):
        rest -= weight
        if rest < 0:
            return place
    return len(weights) - 1
