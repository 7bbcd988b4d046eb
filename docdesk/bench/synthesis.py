"""Measures how long a document takes from its order to the bytes of its captures."""

import datetime as dt
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docdesk.synthesis.capturing.last_step import LastStep
from docdesk.synthesis.plans.making import Made, Studio
from docdesk.synthesis.plans.plan import Order, Sitting

ON = dt.date(2026, 1, 1)

READER = Sitting("reader", ("VIS", "IR", "UV"))
"""White light, infrared and ultraviolet at 400 dpi, of every side."""

STEP = LastStep(scale=1.0, kind="jpeg", quality=90, subsampling="4:2:0")
"""The usual one; its choice hardly changes the time."""


@dataclass(frozen=True, slots=True)
class MakingTime:
    """CPU seconds of one document of a model, once warm.

    Attributes:
        model, alteration: which; "as issued" without one.
        sides: how many; each gives a set of three captures.
        documents: how many were made.
        median, greatest: CPU seconds of a document.
    """

    model: str
    alteration: str
    sides: int
    documents: int
    median: float
    greatest: float


def making_times(
    studio: Studio,
    make: Callable[[Order, Studio], Made],
    models: Sequence[str],
    alterations: Sequence[str | None],
    documents: int,
) -> Iterator[MakingTime]:
    """Make documents one after the other on this thread, and yield how long they took.

    The first of each kind is not counted: it prints artwork and fills caches.
    """
    for model in models:
        for alteration in alterations:
            seconds = []
            for number in range(documents + 1):
                order = Order(f"{number}", number, ON, model, alteration, READER, STEP)
                began = time.thread_time()
                make(order, studio)
                seconds.append(time.thread_time() - began)
            counted = sorted(seconds[1:])
            yield MakingTime(
                model,
                alteration or "as issued",
                len(studio.models[model].faces),
                documents,
                counted[len(counted) // 2],
                counted[-1],
            )
