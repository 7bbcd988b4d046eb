"""`docdesk synthesise`: a plan in, fictitious documents with their truth out."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from platformdirs import user_cache_path

from docdesk import __version__
from docdesk.app import wiring
from docdesk.app.crash import tell
from docdesk.app.synthesis_work import Films, Site, Task, not_written, synthesising
from docdesk.app.terminal_progress import TerminalProgress, no_progress
from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import ExitCode, WrongUse
from docdesk.foundation.messages import Message
from docdesk.foundation.places import assets_folder
from docdesk.foundation.progress import Progress
from docdesk.jobs.crew import Crew, Lost
from docdesk.jobs.hands import Maker
from docdesk.settings.settings import Settings
from docdesk.synthesis.alterations.catalogue import ALTERATIONS
from docdesk.synthesis.capturing.devices import DEVICES
from docdesk.synthesis.models.finding import models
from docdesk.synthesis.models.reading import read_model
from docdesk.synthesis.people.portraits import load_portraits
from docdesk.synthesis.plans.choosing import orders
from docdesk.synthesis.plans.folder import claim, missing
from docdesk.synthesis.plans.plan import Order, Plan, digest
from docdesk.synthesis.plans.reading import Known, read_plan
from docdesk.synthesis.plans.truth import Edition
from docdesk.wording.catalogue import Wording


def run(arguments: Namespace, settings: Settings, wording: Wording, _clock: Clock) -> ExitCode:
    """Carry out the plan that the arguments name, and return how the command ends."""
    at_once = wiring.workers(settings, arguments.jobs)
    found = models(None if arguments.models is None else Path(arguments.models))
    devices = {device.name: device.lights for device in DEVICES.values()}
    plan = read_plan(Path(arguments.plan), Known(tuple(found), tuple(ALTERATIONS), devices))
    wanted = tuple(orders(plan))
    if arguments.check_plan:
        altered = sum(order.alteration is not None for order in wanted)
        print(wording.say(Message.of("synthesis.plan_said", count=len(wanted), altered=altered)))
        return ExitCode.OK
    site = _site(plan, {name: found[name] for name in _named(wanted)}, Path(arguments.out))
    try:
        claim(site.folder, plan, site.edition)
        rest = missing(site.folder, wanted)
    except OSError as error:
        raise WrongUse(not_written(error, site.folder)) from error
    try:
        lost = carry_out(partial(synthesising, site), rest, at_once, wording)
    except KeyboardInterrupt:
        tell(wording.term("synthesis.interrupted"))
        return ExitCode.INTERRUPTED
    counts = {"made": len(rest) - lost, "before": len(wanted) - len(rest)}
    print(wording.say(Message.of("synthesis.made", path=str(site.folder), **counts)))
    if lost:
        tell(wording.say(Message.of("synthesis.failed", count=lost)))
    return ExitCode.FAULT if lost else ExitCode.OK


def films_folder() -> Path:
    """Return where this user's printed artwork of models is kept; it may be emptied at any time."""
    return user_cache_path("docdesk", appauthor=False) / "films"


def _named(wanted: Iterable[Order]) -> tuple[str, ...]:
    return tuple(sorted({order.model for order in wanted}))


def _site(plan: Plan, folders: dict[str, Path], folder: Path) -> Site:
    found = tuple(read_model(each) for each in folders.values())
    edition = Edition(__version__, digest(plan), tuple((model.name, model.sha256) for model in found))
    portraits = load_portraits(assets_folder() / "portraits")
    return Site(folder, films_folder(), found, portraits, edition)


def carry_out(maker: Maker[Task, Message], rest: tuple[Order, ...], at_once: int, wording: Wording) -> int:
    """Have documents made by so many processes, and return how many were lost by a fault of docdesk.

    Raises:
        WrongUse: one of them cannot be made; the others are let be, for it would be so with them too.
        KeyboardInterrupt: somebody wants no more; what was made stays, and no process is left.
    """
    if not rest:
        return 0
    films = tuple(Films(name) for name in _named(rest))
    with Crew(maker, min(at_once, len(rest))) as crew:
        _all_of(crew, films, "synthesis.films", wording)
        return _all_of(crew, rest, "program.progress", wording)


def _all_of(crew: Crew[Task, Message], tasks: tuple[Task, ...], said: str, wording: Wording) -> int:
    """Have tasks carried out, and return how many were lost."""
    progress = TerminalProgress(wording, said) if sys.stderr.isatty() else no_progress
    lost = 0
    progress(Progress(0, len(tasks)))
    for done, ended in enumerate(crew.work(tasks), start=1):
        if isinstance(ended, Lost):
            lost += 1
        elif ended.answers:
            raise WrongUse(ended.answers[0])
        progress(Progress(done, len(tasks)))
    return lost
