"""Carries out plans, for the command line and the window alike."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from platformdirs import user_cache_path

from docdesk import __version__
from docdesk.app.synthesis_work import Films, Site, Task, not_written
from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.foundation.places import assets_folder
from docdesk.foundation.progress import Cancellation, Progress, ProgressSink
from docdesk.jobs.crew import Crew, Lost
from docdesk.jobs.hands import Maker
from docdesk.synthesis.alterations.alteration import no_variants
from docdesk.synthesis.alterations.catalogue import ALTERATIONS
from docdesk.synthesis.capturing.devices import DEVICES
from docdesk.synthesis.models.model import DocumentModel
from docdesk.synthesis.models.reading import read_model
from docdesk.synthesis.people.portraits import load_portraits
from docdesk.synthesis.plans.choosing import orders
from docdesk.synthesis.plans.folder import claim, missing
from docdesk.synthesis.plans.plan import Order, Plan, digest
from docdesk.synthesis.plans.reading import Known
from docdesk.synthesis.plans.truth import Edition

_WITH_VARIANTS = frozenset(each.name for each in ALTERATIONS.values() if each.variants is not no_variants)
"""Alterations that print from other artwork than the document's own."""

Stage = Literal["films", "documents"]
"""What is made: first the artwork that a model's documents share, then the documents."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a plan still asks for: where and with what, the orders, and how many were carried out before."""

    site: Site
    rest: tuple[Order, ...]
    before: int


def films_folder() -> Path:
    """Return where this user's printed artwork of models is kept; it may be emptied at any time."""
    return user_cache_path("docdesk", appauthor=False) / "films"


def known_of(models: Iterable[str]) -> Known:
    """Return what a plan may name, where there are these models."""
    devices = {device.name: device.lights for device in DEVICES.values()}
    return Known(tuple(models), tuple(ALTERATIONS), devices)


def orders_of(plan: Plan, cancellation: Cancellation | None = None) -> tuple[Order, ...]:
    """Return what a plan asks for.

    Raises:
        Cancelled: nobody wants it any more.
    """
    wanted = []
    for order in orders(plan):
        if cancellation is not None:
            cancellation.check()
        wanted.append(order)
    return tuple(wanted)


def models_of(wanted: Iterable[Order], found: Mapping[str, Path]) -> tuple[DocumentModel, ...]:
    """Read the models that orders name, in the order of the names.

    Raises:
        WrongUse: one of them cannot be used.
    """
    return tuple(read_model(found[name]) for name in _named(wanted))


def prepared(plan: Plan, wanted: tuple[Order, ...], found: Mapping[str, Path], folder: Path) -> Work:
    """Make a folder the one of a plan, and return what is still to be done for it.

    Args:
        plan: to be carried out.
        wanted: its orders.
        found: folders of models, by name.
        folder: for the documents.

    Raises:
        WrongUse: a model or the portraits cannot be used, or the folder cannot.
    """
    site = _site(plan, models_of(wanted, found), folder)
    try:
        claim(folder, plan, site.edition)
        rest = missing(folder, wanted)
    except OSError as error:
        raise WrongUse(not_written(error, folder)) from error
    return Work(site, rest, len(wanted) - len(rest))


def make_all(
    maker: Maker[Task, Message],
    rest: tuple[Order, ...],
    at_once: int,
    telling: Callable[[Stage], ProgressSink],
    cancellation: Cancellation | None = None,
) -> int:
    """Have documents made by so many processes, and return how many were lost by a fault of docdesk.

    Args:
        maker: makes what works in each process.
        rest: what is to be made.
        at_once: number of processes, at most.
        telling: returns what is told how far a stage is, when the stage begins.
        cancellation: a wish to stop, looked at several times a second.

    Raises:
        WrongUse: one of them cannot be made; the others are let be, for it would be so with them too.
        Cancelled, KeyboardInterrupt: somebody wants no more; what was made stays, and no process is left.
    """
    if not rest:
        return 0
    films = [Films(name) for name in _named(rest)]
    variants = {
        (order.model, order.alteration)
        for order in rest
        if order.alteration is not None and order.alteration in _WITH_VARIANTS
    }
    films += [Films(model, alteration) for model, alteration in sorted(variants)]
    with Crew(maker, min(at_once, len(rest))) as crew:
        _all_of(crew, tuple(films), telling("films"), cancellation)
        return _all_of(crew, rest, telling("documents"), cancellation)


def _all_of(
    crew: Crew[Task, Message],
    tasks: tuple[Task, ...],
    told: ProgressSink,
    cancellation: Cancellation | None,
) -> int:
    """Have tasks carried out, and return how many were lost."""
    lost = 0
    told(Progress(0, len(tasks)))
    for done, ended in enumerate(crew.work(tasks, cancellation), start=1):
        if isinstance(ended, Lost):
            lost += 1
        elif ended.answers:
            raise WrongUse(ended.answers[0])
        told(Progress(done, len(tasks)))
    return lost


def _named(wanted: Iterable[Order]) -> tuple[str, ...]:
    return tuple(sorted({order.model for order in wanted}))


def _site(plan: Plan, found: tuple[DocumentModel, ...], folder: Path) -> Site:
    edition = Edition(__version__, digest(plan), tuple((model.name, model.sha256) for model in found))
    portraits = load_portraits(assets_folder() / "portraits")
    return Site(folder, films_folder(), found, portraits, edition)
