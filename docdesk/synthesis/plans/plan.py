"""A plan: how many documents of which kinds are made, and the orders that follow from it."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from docdesk.synthesis.capturing.last_step import LastStep, LastStepLimits
from docdesk.synthesis.chance import dice
from docdesk.synthesis.models.model import Light

MOST_SEED = 2**53 - 1
"""The greatest whole number that every reader of JSON takes exactly."""

Sides = Literal["all", "front", "back"]
"""Which sides are captured; a document of one side shows that one, whatever is asked."""


@dataclass(frozen=True, slots=True)
class Weighted:
    """A name and how often it is drawn, against the weights of the others."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Sitting:
    """How a document is captured.

    Attributes:
        device: name of a device.
        lights: under which, in the order of the shots.
        sides: which.
    """

    device: str
    lights: tuple[Light, ...]
    sides: Sides = "all"


@dataclass(frozen=True, slots=True)
class Capturing:
    """A sitting and how often it is drawn, against the weights of the others."""

    sitting: Sitting
    weight: float


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document that the plan asks for by name.

    Attributes:
        name: its id.
        model: name of a document model.
        alteration: name of an alteration; None for none.
        sitting: how it is captured.
        seed: of the document; None draws one from the plan's seed and the name.
    """

    name: str
    model: str
    alteration: str | None
    sitting: Sitting
    seed: int | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a plan says; it needs nothing from anywhere else to be carried out alike.

    Attributes:
        seed: of everything.
        on: the day on which the documents are shown.
        count: of documents that are drawn.
        prevalence: share of those that are altered.
        models, alterations, capturings: of which they are drawn.
        last_step: what the files may be like, whatever was done to a document.
        named: documents besides those that are drawn.
    """

    seed: int
    on: dt.date
    count: int
    prevalence: float
    models: tuple[Weighted, ...]
    alterations: tuple[Weighted, ...]
    capturings: tuple[Capturing, ...]
    last_step: LastStepLimits
    named: tuple[NamedDocument, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """One document to be made; everything in it follows from these values.

    Attributes:
        id: name of its folder and of its truth.
        seed: of the document; a plan that names it with the same seed makes the same document alone.
        on: the day on which it is shown.
        model: name of a document model.
        alteration: name of an alteration; None for a document as it was issued.
        sitting: how it is captured.
        step: the last step before its files.
    """

    id: str
    seed: int
    on: dt.date
    model: str
    alteration: str | None
    sitting: Sitting
    step: LastStep

    def dice(self, *purpose: str) -> np.random.Generator:
        """Return chance for one purpose, which no other purpose of this document shares."""
        return dice(self.seed, *purpose)

    def number(self, *purpose: str) -> int:
        """Return a seed for one purpose."""
        return int(self.dice(*purpose).integers(MOST_SEED + 1))


def told(plan: Plan) -> dict[str, Any]:
    """Return a plan as its file would say it, every default spelt out; the day is text."""
    limits = plan.last_step
    return {
        "seed": plan.seed,
        "on": plan.on.isoformat(),
        "count": plan.count,
        "prevalence": plan.prevalence,
        "model": [{"name": each.name, "weight": each.weight} for each in plan.models],
        "alteration": [{"name": each.name, "weight": each.weight} for each in plan.alterations],
        "capture": [{**_told(each.sitting), "weight": each.weight} for each in plan.capturings],
        "last_step": {
            "scale": list(limits.scale),
            "whole": limits.whole,
            "quality": list(limits.quality),
            "subsamplings": list(limits.subsamplings),
            "png": limits.png,
        },
        "document": [_told_document(each) for each in plan.named],
    }


def digest(plan: Plan) -> str:
    """Return the SHA-256 of what a plan says: comments and order of its file do not count."""
    return hashlib.sha256(json.dumps(told(plan), sort_keys=True).encode()).hexdigest()


def _told(sitting: Sitting) -> dict[str, Any]:
    return {"device": sitting.device, "lights": list(sitting.lights), "sides": sitting.sides}


def _told_document(named: NamedDocument) -> Mapping[str, Any]:
    return {
        "name": named.name,
        "model": named.model,
        **({"alteration": named.alteration} if named.alteration is not None else {}),
        **_told(named.sitting),
        **({"seed": named.seed} if named.seed is not None else {}),
    }
