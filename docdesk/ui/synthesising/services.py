"""What the page asks of whoever makes documents beside the window. Working processes import this too."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from docdesk.foundation.clock import Clock
from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Cancellation, ProgressSink
from docdesk.synthesis.models.model import Light
from docdesk.synthesis.plans.plan import Order, Plan
from docdesk.synthesis.plans.preview import Preview
from docdesk.synthesis.plans.reading import Known
from docdesk.ui.background import Background
from docdesk.ui.look.look import Look
from docdesk.wording.catalogue import Wording

Answer = Preview | Message
"""A document to be looked at, or why it cannot be made."""


@dataclass(frozen=True, slots=True)
class Found:
    """What documents can be made of.

    Attributes:
        titles: of the document models, by name; in no language but their own.
        troubles: why others cannot be used.
        alterations: names.
        devices: names, and the lights that each has.
    """

    titles: Mapping[str, str]
    troubles: tuple[Message, ...]
    alterations: tuple[str, ...]
    devices: Mapping[str, tuple[Light, ...]]

    @property
    def known(self) -> Known:
        """What a plan may name."""
        return Known(tuple(self.titles), self.alterations, self.devices)


@dataclass(frozen=True, slots=True)
class Tally:
    """How a plan was carried out: documents made now, there before, and lost by a fault of docdesk."""

    made: int
    before: int
    lost: int


class Previewer(Protocol):
    """Makes documents to be looked at; what it tells are `Answer`s."""

    def give(self, ticket: int, item: Order, /) -> None:
        """Put an order at the end of the queue."""
        ...

    def take_back(self, tickets: Iterable[int], /) -> None:
        """Stop these, or never begin them; nothing more is told of them."""
        ...


class Generator(Protocol):
    """Carries out plans."""

    def __call__(self, plan: Plan, folder: Path, told: ProgressSink, cancellation: Cancellation, /) -> Tally:
        """Make what a folder lacks of a plan; may take hours.

        Raises:
            WrongUse: it cannot be done.
            Cancelled: nobody wants it any more; what was made stays.
        """
        ...


@dataclass(frozen=True, eq=False)
class Services:
    """Words, threads and engines for the page.

    Attributes:
        wording, look, clock: of the window.
        seconds: a clock that never goes back.
        background: for what is short.
        long_work: for what may take hours, so that nothing else waits for it.
        find: looks for what documents can be made of; reads files.
        previewer, generate: make documents.
    """

    wording: Wording
    look: Look
    clock: Clock
    seconds: Callable[[], float]
    background: Background
    long_work: Background
    find: Callable[[], Found]
    previewer: Previewer
    generate: Generator
