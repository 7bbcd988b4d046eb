"""What the workspace asks of whoever inspects beside it. No Qt here: working processes import this too."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from docdesk.inspection.captures.handing_in import Bundle
from docdesk.inspection.captures.previewed import PreviewedSet
from docdesk.inspection.checks.evidence import Evidence
from docdesk.inspection.report.report import Report


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be inspected together, and as of which day."""

    bundle: Bundle
    on: date


Seen = PreviewedSet | Evidence | Report
"""What an inspection tells as it goes, in the order of the walk: frames, then evidence and report of each."""


class Inspector(Protocol):
    """Inspects tasks in the order given, unless others are preferred; `jobs.hands.Hands` is the real one."""

    def give(self, ticket: int, item: Task, /) -> None:
        """Put a task at the end of the queue."""
        ...

    def prefer(self, tickets: Iterable[int], /) -> None:
        """Put these at the head of the queue."""
        ...

    def take_back(self, tickets: Iterable[int], /) -> None:
        """Stop these, or never begin them; nothing more is told of them."""
        ...
