"""The page on a stage: real page and presenters; printing, processes and clocks stand in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Cancellation, Progress, ProgressSink
from docdesk.jobs.hands import Answered, Begun, Broken, Ended
from docdesk.synthesis.alterations.alteration import Alteration
from docdesk.synthesis.plans.making import Studio
from docdesk.synthesis.plans.plan import Order, Plan
from docdesk.synthesis.plans.preview import preview
from docdesk.synthesis.synthesise import synthesise
from docdesk.ui.background import Background
from docdesk.ui.look.look import Look
from docdesk.ui.synthesising.services import Found, Services, Tally
from docdesk.ui.synthesising.workspace import SynthesisWorkspace
from docdesk.wording.catalogue import Wording
from tests.synthesis.plans import stage
from tests.ui.inspecting.stage import StillClock

FOUND = Found(
    titles={"small": "Utopia, small", "large": "Utopia, large"},
    troubles=(),
    alterations=("grey_copy", "digital_retyping"),
    devices={"reader": ("VIS", "IR", "UV"), "telephone": ("VIS",)},
)


def studio() -> Studio:
    """Return a studio of paper and string, in which every alteration is a scratch."""
    made = stage.studio(stage.model(name="small"), stage.model("front", "back", name="large"))
    scratches = {name: Alteration(name, "FO-DA", stage.scratch) for name in FOUND.alterations}
    return Studio(made.models, made.portraits, made.printer, scratches, made.devices)


@dataclass
class FakePreviewer:
    """Keeps orders until `work` is called, which carries them out for real."""

    queue: list[tuple[int, Order]] = field(default_factory=list)
    taken_back: list[int] = field(default_factory=list)
    workspace: SynthesisWorkspace | None = None

    def give(self, ticket: int, item: Order, /) -> None:
        self.queue.append((ticket, item))

    def take_back(self, tickets: Iterable[int], /) -> None:
        gone = set(tickets)
        self.taken_back += sorted(gone)
        self.queue = [entry for entry in self.queue if entry[0] not in gone]

    def work(self, answer: Callable[[Order], object] | None = None) -> Order:
        """Carry out the first order, and return it."""
        assert self.workspace is not None
        ticket, order = self.queue.pop(0)
        self.workspace.hear(Begun(ticket))
        made = preview(synthesise(order, studio())) if answer is None else answer(order)
        self.workspace.hear(Answered(ticket, made))
        self.workspace.hear(Ended(ticket))
        return order

    def break_down(self) -> None:
        """Fail on the first order."""
        assert self.workspace is not None
        ticket, _ = self.queue.pop(0)
        self.workspace.hear(Broken(ticket))


@dataclass
class FakeGenerator:
    """Makes nothing, as far as it is let: waits at each document until `go_on` is set."""

    go_on: threading.Event = field(default_factory=threading.Event)
    asked: list[tuple[Plan, Path]] = field(default_factory=list)
    tally: Tally = field(default_factory=lambda: Tally(made=3, before=1, lost=0))
    error: Exception | None = None

    def __call__(self, plan: Plan, folder: Path, told: ProgressSink, cancellation: Cancellation, /) -> Tally:
        self.asked.append((plan, folder))
        if self.error is not None:
            raise self.error
        told(Progress(0, 3, Message("plan.printing")))
        told(Progress(1, 3, Message("plan.making")))
        while not self.go_on.wait(0.005):
            cancellation.check()
        return self.tally


@dataclass
class Stage:
    """The workspace and everything that stands in behind it."""

    workspace: SynthesisWorkspace
    previewer: FakePreviewer
    generator: FakeGenerator
    background: Background
    long_work: Background
    wording: Wording = field(default_factory=Wording)

    def said(self, key: str, /, **values: str | int) -> str:
        return self.wording.say(Message.of(key, **values))

    def close(self) -> None:
        self.workspace.stop()
        self.generator.go_on.set()
        for each in (self.background, self.long_work):
            each.close()


def staged(found: Callable[[], Found] = lambda: FOUND) -> Stage:
    """Return a stage; whoever asks for it closes it."""
    previewer, generator = FakePreviewer(), FakeGenerator()
    background, long_work = Background(), Background(threads=1)
    services = Services(
        wording=Wording(),
        look=Look("light"),
        clock=StillClock(),
        seconds=lambda: 0.0,
        background=background,
        long_work=long_work,
        find=found,
        previewer=previewer,
        generate=generator,
    )
    workspace = previewer.workspace = SynthesisWorkspace(services)
    return Stage(workspace, previewer, generator, background, long_work)
