"""Reads a plan from its file: hostile until every key of it is checked.

The contract is `docs/schemas/plan.schema.json`. A plan names models, alterations and devices and says how
often each is taken; nothing in it ends up on a document as text.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast, get_args

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message, Value
from docdesk.foundation.toml_text import parsed
from docdesk.synthesis.capturing.last_step import USUAL, LastStepLimits, Subsampling
from docdesk.synthesis.models.model import Light
from docdesk.synthesis.models.tables import Table, refused, shown
from docdesk.synthesis.plans.plan import (
    MOST_SEED,
    Capturing,
    NamedDocument,
    Plan,
    Sides,
    Sitting,
    Weighted,
)

MAX_BYTES: Final = 1 << 20
"""A plan that names a thousand documents takes about 150 kB."""

MOST_DOCUMENTS: Final = 100_000
"""At 5 MB for a set of three lights half a TB, and a day's work; a plan is chosen through in seconds."""

MOST_NAMED: Final = 10_000
MOST_ENTRIES: Final = 1000
"""Of models, alterations or ways of capturing: more than there are."""

WEIGHTS: Final = 0.001, 1000.0
YEARS: Final = 2000, 2089
"""Two digits of a year in an MRZ are read by the day of the inspection: all dates must lie near it."""

SCALES: Final = 0.25, 1.0
"""A 400 ppi picture at a quarter is 100 ppi, below which nobody inspects anything."""

QUALITIES: Final = 1, 100

NAME: Final = re.compile(r"[a-z][a-z0-9-]{0,63}")
"""Of a document that the plan names: the name of a folder on every system, and no number of a drawn one."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a plan may name.

    Attributes:
        models, alterations: names.
        devices: names, and the lights that each has.
    """

    models: Collection[str]
    alterations: Collection[str]
    devices: Mapping[str, tuple[Light, ...]]


def read_plan(path: Path, known: Known) -> Plan:
    """Return the plan that a file holds.

    Raises:
        WrongUse: it cannot be read, or something in it is wrong; the message names the place and what.
    """
    try:
        with path.open("rb") as file:
            untrusted_content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise WrongUse(Message.of("synthesis.plan_unreadable", path=str(path))) from error
    if len(untrusted_content) > MAX_BYTES:
        raise WrongUse(Message.of("synthesis.plan_too_long", path=str(path), most=MAX_BYTES >> 20))
    try:
        untrusted = parsed(untrusted_content.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # bytes that are no text, text that is no TOML
        raise WrongUse(Message.of("synthesis.plan_malformed", path=str(path))) from error
    return plan_of(untrusted, path.name, known)


def plan_of(untrusted: object, where: str, known: Known) -> Plan:
    """Return the plan that the keys and values of a file say; `where` names the file in sentences.

    Raises:
        WrongUse: something in it is wrong.
    """
    table = Table(untrusted, where)
    plan = Plan(
        seed=table.whole("seed", 0, MOST_SEED),
        on=table.day("on"),
        count=table.whole("count", 0, MOST_DOCUMENTS, 0),
        prevalence=table.number("prevalence", 0, 1, 0.0),
        models=_weighted(table, "model", known.models),
        alterations=_weighted(table, "alteration", known.alterations),
        capturings=tuple(_capturing(entry, known) for entry in table.tables("capture", 0, MOST_ENTRIES)),
        last_step=_last_step(table.table("last_step")) if "last_step" in table else USUAL,
        named=tuple(_named(entry, known) for entry in table.tables("document", 0, MOST_NAMED)),
    )
    table.close()
    _refuse_contradictions(plan, where)
    return plan


def _weighted(table: Table, key: str, known: Collection[str]) -> tuple[Weighted, ...]:
    found = []
    for entry in table.tables(key, 0, MOST_ENTRIES):
        found.append(Weighted(entry.choice("name", known), _weight(entry)))
        entry.close()
    return tuple(found)


def _capturing(table: Table, known: Known) -> Capturing:
    capturing = Capturing(_sitting(table, known), _weight(table))
    table.close()
    return capturing


def _named(table: Table, known: Known) -> NamedDocument:
    name = table.text("name", 64)
    if not NAME.fullmatch(name):
        raise _refused("document_name", table.where, found=shown(name))
    named = NamedDocument(
        name=name,
        model=table.choice("model", known.models),
        alteration=table.choice("alteration", known.alterations) if "alteration" in table else None,
        sitting=_sitting(table, known),
        seed=table.whole("seed", 0, MOST_SEED) if "seed" in table else None,
    )
    table.close()
    return named


def _sitting(table: Table, known: Known) -> Sitting:
    device = table.choice("device", tuple(known.devices))
    lights = _words(table, "lights", known.devices[device], known.devices[device])
    sides = table.choice("sides", get_args(Sides), "all")
    return Sitting(device, cast("tuple[Light, ...]", lights), cast("Sides", sides))


def _weight(table: Table) -> float:
    return table.number("weight", *WEIGHTS, 1.0)


def _last_step(table: Table) -> LastStepLimits:
    lowest, highest = _range(table, "quality", QUALITIES, USUAL.quality)
    if not lowest.is_integer() or not highest.is_integer():
        raise refused("whole_number", table.where, key="quality")
    subsamplings = _words(table, "subsamplings", get_args(Subsampling), USUAL.subsamplings)
    limits = LastStepLimits(
        scale=_range(table, "scale", SCALES, USUAL.scale),
        whole=table.number("whole", 0, 1, USUAL.whole),
        quality=(int(lowest), int(highest)),
        subsamplings=cast("tuple[Subsampling, ...]", subsamplings),
        png=table.number("png", 0, 1, USUAL.png),
    )
    table.close()
    return limits


def _range(
    table: Table, key: str, bounds: tuple[float, float], default: tuple[float, float]
) -> tuple[float, float]:
    low, high = table.numbers(key, 2, *bounds, default)
    if low > high:
        raise _refused("descending", table.where, key=key)
    return low, high


def _words(table: Table, key: str, known: Collection[str], default: tuple[str, ...]) -> tuple[str, ...]:
    """Return some of the words that are known, each once."""
    words = table.texts(key, (1, len(known)), 40, default)
    for word in words:
        if word not in known:
            raise refused("choice", table.where, key=key, found=shown(word), known=", ".join(known))
    if len(set(words)) < len(words):
        raise _refused("repeated", table.where, key=key)
    return words


def _refuse_contradictions(plan: Plan, where: str) -> None:
    if not YEARS[0] <= plan.on.year <= YEARS[1]:
        raise _refused("year", where, key="on", least=YEARS[0], greatest=YEARS[1])
    if not plan.count and not plan.named:
        raise _refused("no_documents", where)
    for key, entries, needed in (
        ("model", plan.models, plan.count > 0),
        ("capture", plan.capturings, plan.count > 0),
        ("alteration", plan.alterations, plan.count > 0 and plan.prevalence > 0),
    ):
        if needed and not entries:
            raise _refused("nothing_to_draw", where, key=key)
    _refuse_twice([each.name for each in plan.models], "model", where)
    _refuse_twice([each.name for each in plan.alterations], "alteration", where)
    _refuse_twice([each.name for each in plan.named], "document", where)


def _refuse_twice(names: list[str], what: str, where: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise _refused("twice", where, what=what, name=name)
        seen.add(name)


def _refused(reason: str, where: str, **values: Value) -> WrongUse:
    """Return a refusal for what only a plan can say wrong; the rest is said as of a model's file."""
    return WrongUse(Message.of(f"synthesis.plan_{reason}", where=where, **values))
