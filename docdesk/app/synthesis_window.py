"""Fictitious documents for the window: the page, wired to processes that make them."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from docdesk.app import wiring
from docdesk.app.plan_running import Stage, films_folder, make_all, orders_of, prepared
from docdesk.app.synthesis_work import not_written, synthesising
from docdesk.engines.threads import one_thread_each
from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import DocdeskError
from docdesk.foundation.messages import Message
from docdesk.foundation.places import assets_folder
from docdesk.foundation.progress import Cancellation, Progress, ProgressSink
from docdesk.jobs.hands import Hands, Told
from docdesk.settings.settings import Settings
from docdesk.synthesis.alterations.catalogue import ALTERATIONS
from docdesk.synthesis.capturing.devices import DEVICES
from docdesk.synthesis.models.finding import models
from docdesk.synthesis.models.model import DocumentModel
from docdesk.synthesis.models.reading import read_model
from docdesk.synthesis.people.portraits import load_portraits
from docdesk.synthesis.plans.making import Studio
from docdesk.synthesis.plans.plan import Order, Plan
from docdesk.synthesis.plans.preview import preview
from docdesk.synthesis.printing.press import Press
from docdesk.synthesis.synthesise import synthesise
from docdesk.ui.background import Background
from docdesk.ui.look.look import Look
from docdesk.ui.synthesising.services import Answer, Found, Services, Tally
from docdesk.ui.synthesising.workspace import SynthesisWorkspace
from docdesk.wording.catalogue import Wording

DOING: dict[Stage, Message] = {"films": Message("plan.printing"), "documents": Message("plan.making")}
"""How the window says what a stage does."""


def found() -> Found:
    """Return what documents can be made of; models that cannot be used are told of."""
    titles: dict[str, str] = {}
    troubles: list[Message] = []
    for name, folder in models(None).items():
        try:
            titles[name] = read_model(folder).title
        except DocdeskError as error:
            troubles.append(error.message)
    devices = {device.name: device.lights for device in DEVICES.values()}
    return Found(titles, tuple(troubles), tuple(ALTERATIONS), devices)


@contextmanager
def synthesis_workspace(
    settings: Settings, wording: Wording, look: Look, clock: Clock, background: Background
) -> Iterator[SynthesisWorkspace]:
    """Give the page with what works behind it; stop and end it all afterwards."""
    long_work = Background(threads=1)

    def hear(told: Told) -> None:
        background.post(partial(made.hear, told))

    previews = PreviewHands(hear)
    made = SynthesisWorkspace(
        Services(
            wording=wording,
            look=look,
            clock=clock,
            seconds=time.monotonic,
            background=background,
            long_work=long_work,
            find=found,
            previewer=previews,
            generate=Generating(wiring.workers(settings, None)),
        )
    )
    try:
        yield made
    finally:
        made.generating.stop()
        previews.close()
        long_work.close()


class Generating:
    """Carries out plans with so many processes; the real `Generator` of the page."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once

    def __call__(self, plan: Plan, folder: Path, told: ProgressSink, cancellation: Cancellation, /) -> Tally:
        """Make what the folder lacks of the plan, as the command line does."""
        wanted = orders_of(plan, cancellation)
        work = prepared(plan, wanted, models(None), folder)

        def telling(stage: Stage) -> ProgressSink:
            return lambda progress: told(Progress(progress.done, progress.total, DOING[stage]))

        lost = make_all(partial(synthesising, work.site), work.rest, self._at_once, telling, cancellation)
        return Tally(len(work.rest) - lost, work.before, lost)


class PreviewHands:
    """One process that makes documents to be looked at, started when the first is asked for."""

    def __init__(self, told: Callable[[Told], None]) -> None:
        self._told = told
        self._hands: Hands[Order, Answer] | None = None

    def give(self, ticket: int, item: Order, /) -> None:
        """Put an order at the end of the queue."""
        if self._hands is None:
            self._hands = Hands(previewing, 1, self._told)
        self._hands.give(ticket, item)

    def take_back(self, tickets: Iterable[int], /) -> None:
        """Stop these, or never begin them."""
        if self._hands is not None:
            self._hands.take_back(tickets)

    def close(self) -> None:
        """Stop everything and wait until the process is gone."""
        if self._hands is not None:
            self._hands.close()


@contextmanager
def previewing() -> Iterator[Callable[[Order], Iterator[Answer]]]:
    """Give what makes documents to be looked at, or says why it cannot; run in a process of its own."""
    logging.basicConfig(level=logging.WARNING)
    one_thread_each()
    press = Press(films_folder())
    read: dict[str, DocumentModel] = {}

    def work(order: Order) -> Iterator[Answer]:
        try:
            if order.model not in read:
                read[order.model] = read_model(models(None)[order.model])
            portraits = load_portraits(assets_folder() / "portraits")
            studio = Studio(read, portraits, press, ALTERATIONS, DEVICES)
            answer: Answer = preview(synthesise(order, studio))
        except DocdeskError as error:
            answer = error.message
        except OSError as error:
            answer = not_written(error, films_folder())
        yield answer

    yield work
