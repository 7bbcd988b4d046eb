"""A document of the workspace: what was handed in together and what is known of it so far."""

from dataclasses import dataclass
from enum import StrEnum

from docdesk.inspection.captures.capture import Capture
from docdesk.inspection.captures.handing_in import Bundle
from docdesk.inspection.captures.preview import Preview
from docdesk.inspection.checks.evidence import Evidence
from docdesk.inspection.report.report import Report


class State(StrEnum):
    """How far the inspection of a document is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    """docdesk itself failed on it."""
    STOPPED = "stopped"
    """The user stopped it; what was known by then is kept."""


UNFINISHED = frozenset({State.WAITING, State.RUNNING})


@dataclass(frozen=True, slots=True)
class Document:
    """One document.

    `ident` is its own for the session; `ticket` names the piece of work that it came of: a file of several
    frames, or a picture of several documents, makes several documents of one ticket. `previews` keep
    step with `captures`. `read` is the evidence as the reader left it, `evidence` what it is after a
    person's entries.
    """

    ident: int
    ticket: int
    bundle: Bundle
    name: str
    state: State = State.WAITING
    captures: tuple[Capture, ...] = ()
    previews: tuple[Preview | None, ...] = ()
    read: Evidence | None = None
    evidence: Evidence | None = None
    report: Report | None = None

    @property
    def entries(self) -> int:
        """How many characters a person entered."""
        seen = None if self.evidence is None else self.evidence.mrz
        return 0 if seen is None else len(seen.reading.entered)

    @property
    def preview(self) -> Preview | None:
        """The picture for the strip: the first that could be opened."""
        return next((preview for preview in self.previews if preview is not None), None)
