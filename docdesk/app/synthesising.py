"""`docdesk synthesise`: a plan in, fictitious documents with their truth out."""

import sys
from argparse import Namespace
from functools import partial
from pathlib import Path

from docdesk.app import wiring
from docdesk.app.crash import tell
from docdesk.app.plan_running import Stage, known_of, make_all, models_of, orders_of, prepared
from docdesk.app.synthesis_work import Task, synthesising
from docdesk.app.terminal_progress import TerminalProgress, no_progress
from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import ExitCode
from docdesk.foundation.messages import Message
from docdesk.foundation.progress import ProgressSink
from docdesk.jobs.hands import Maker
from docdesk.settings.settings import Settings
from docdesk.synthesis.models.finding import models
from docdesk.synthesis.plans.plan import Order
from docdesk.synthesis.plans.reading import read_plan
from docdesk.wording.catalogue import Wording

SAID: dict[Stage, str] = {"films": "synthesis.films", "documents": "program.progress"}
"""How the terminal says how far a stage is."""


def run(arguments: Namespace, settings: Settings, wording: Wording, _clock: Clock) -> ExitCode:
    """Carry out the plan that the arguments name, and return how the command ends."""
    at_once = wiring.workers(settings, arguments.jobs)
    found = models(None if arguments.models is None else Path(arguments.models))
    plan = read_plan(Path(arguments.plan), known_of(found))
    wanted = orders_of(plan)
    if arguments.check_plan:
        models_of(wanted, found)  # refuses a model that cannot be used now, not when it is to be printed
        altered = sum(order.alteration is not None for order in wanted)
        print(wording.say(Message.of("synthesis.plan_said", count=len(wanted), altered=altered)))
        return ExitCode.OK
    work = prepared(plan, wanted, found, Path(arguments.out))
    try:
        lost = carry_out(partial(synthesising, work.site), work.rest, at_once, wording)
    except KeyboardInterrupt:
        tell(wording.term("synthesis.interrupted"))
        return ExitCode.INTERRUPTED
    counts = {"made": len(work.rest) - lost, "before": work.before}
    print(wording.say(Message.of("synthesis.made", path=str(work.site.folder), **counts)))
    if lost:
        tell(wording.say(Message.of("synthesis.failed", count=lost)))
    return ExitCode.FAULT if lost else ExitCode.OK


def carry_out(maker: Maker[Task, Message], rest: tuple[Order, ...], at_once: int, wording: Wording) -> int:
    """Have documents made, tell the terminal how far it is, and return how many were lost; see `make_all`."""

    def telling(stage: Stage) -> ProgressSink:
        return TerminalProgress(wording, SAID[stage]) if sys.stderr.isatty() else no_progress

    return make_all(maker, rest, at_once, telling)
