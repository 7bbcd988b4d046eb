"""Decides in the workspace Inspect: what is handed in is inspected, news are shown, entries checked again."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from docdesk.foundation.clock import Clock
from docdesk.foundation.errors import DocdeskError
from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Progress
from docdesk.inspection.captures.handing_in import Bundle
from docdesk.inspection.checks.evidence import Issuers
from docdesk.inspection.inspect import inspect_again
from docdesk.inspection.readings.entering import entered, restored
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.jobs.hands import Answered, Begun, Broken, Ended, Told
from docdesk.ui.inspecting.changes import EntryMade, Replaced
from docdesk.ui.inspecting.document import UNFINISHED, Document, State
from docdesk.ui.inspecting.inspector import Inspector, Seen, Task
from docdesk.ui.inspecting.page import InspectPage
from docdesk.ui.inspecting.showing import Showing
from docdesk.ui.inspecting.strip_model import StripModel
from docdesk.ui.undo import UndoStack
from docdesk.wording.catalogue import Wording

AHEAD = 6
"""Documents inspected next: the one that is looked at, and those that an officer comes to within seconds."""


class InspectPresenter(QObject):
    """The documents of the workspace and the one that is looked at."""

    progressed = Signal(object)
    rested = Signal()
    verdict_shown = Signal(int)
    """The identifier of a document whose report has just been shown for the first time."""
    choice_changed = Signal()
    changed = Signal()
    """Something new is known of the document that is looked at."""

    def __init__(
        self,
        page: InspectPage,
        model: StripModel,
        showing: Showing,
        inspector: Inspector,
        issuers: Issuers,
        clock: Clock,
        undo: UndoStack,
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._documents = model.documents
        self._showing = showing
        self._inspector = inspector
        self._issuers = issuers
        self._clock = clock
        self._undo = undo
        self._wording = wording
        self._given: set[int] = set()
        """Tickets of work that was neither ended nor taken back."""
        self._hear: dict[type, Callable[..., None]] = {
            Begun: self._begun,
            Answered: self._answered,
            Ended: lambda news: self._ended(news.ticket, State.DONE),
            Broken: lambda news: self._ended(news.ticket, State.FAILED),
        }
        page.strip.chosen.connect(self.choose)
        page.mrz.entered.connect(self.enter)
        page.mrz.restored.connect(self.restore)

    # --- Documents in ---

    @Slot(tuple)
    def add(self, bundles: Sequence[Bundle]) -> None:
        """Take in what was handed in, and begin to inspect it; the first of it is looked at."""
        self._take(bundles, look=True)

    @Slot(tuple)
    def add_arrived(self, bundles: Sequence[Bundle]) -> None:
        """Take in what a watched folder got; it is looked at unless that would tear somebody from work."""
        look = not (self._page.at_work or self._showing.comparing)
        self._take(bundles, look=look)
        if not look:
            names = ", ".join(bundle.name for bundle in bundles)
            self._page.say(self._wording.say(Message.of("inspect.arrived", names=names)))

    def _take(self, bundles: Sequence[Bundle], *, look: bool) -> None:
        added = self._documents.add(bundles)
        self._give(added)
        if added and look:
            row = self._documents.row_of(added[0].ident)
            self._page.strip.choose(row or 0)
        self.tell_progress()

    def _give(self, documents: Sequence[Document]) -> None:
        for document in documents:
            self._given.add(document.ticket)
            self._inspector.give(document.ticket, Task(document.bundle, self._clock.today()))

    def replace(self, old: Sequence[Document], bundles: Sequence[Bundle], words: str) -> None:
        """Put what was joined or split, or nothing, in the place of documents; this can be undone.

        `words` name it for the undo. The files stay where they are.
        """
        idents = {document.ident for document in old}
        there = [(row, entry) for row, entry in enumerate(self._documents) if entry.ident in idents]
        first = there[0][0] if there else 0
        new = self._documents.made(bundles)
        self._undo.push(Replaced(tuple(there), (first, new), self, words))

    def take_out(self, documents: Sequence[Document]) -> tuple[Document, ...]:
        """Take documents out of the list and return them as they are by now; their work is stopped."""
        idents = {document.ident for document in documents}
        self._showing.part_from(idents)
        now = self._documents.remove_all(idents)
        self._stop({document.ticket for document in now if document.state in UNFINISHED})
        self._show_current()
        self.tell_progress()
        return tuple(
            replace(document, state=State.STOPPED) if document.state is State.RUNNING else document
            for document in now
        )

    def put_in(self, rows: Sequence[tuple[int, Document]]) -> None:
        """Put documents into the list at their rows; those not begun are inspected next."""
        put_in = [(row, self._documents.with_new_ticket(document)) for row, document in rows]
        for row, document in put_in:
            self._documents.insert(row, document)
        waiting = [document for _, document in put_in if document.state is State.WAITING]
        self._give(waiting)
        self._inspector.prefer([document.ticket for document in waiting])
        if rows:
            self._page.strip.choose(rows[0][0])
        self.tell_progress()

    def stop(self) -> None:
        """Stop everything that is under way or waiting; what is finished stays."""
        self._stop({document.ticket for document in self._documents if document.state in UNFINISHED})

    def _stop(self, tickets: set[int]) -> None:
        self._given -= tickets
        self._inspector.take_back(tickets)
        self._documents.stopped(tickets)
        shown = self._showing.document
        if shown is not None and shown.ticket in tickets:
            self._show_again(shown.ticket)
        self.tell_progress()

    def inspect_anew(self) -> None:
        """Inspect the document that is looked at once more, as of today."""
        document = self._showing.document
        if document is not None:
            old = self._documents.of_ticket(document.ticket)
            self.replace(old, (document.bundle,), self._wording.term("undo.anew"))

    # --- News of inspections ---

    def hear(self, told: Told) -> None:
        """Take in what the inspector tells; on the UI thread.

        News may have been on their way when their work was stopped: nobody waits for them any more.
        """
        if told.ticket in self._given:
            self._hear[type(told)](told)

    def _begun(self, news: Begun) -> None:
        self._documents.begun(news.ticket)
        self._show_again(news.ticket)

    def _answered(self, news: Answered[Seen]) -> None:
        document = self._documents.seen(news.ticket, news.answer)
        if document is not None:
            self._show_again(news.ticket)

    def _ended(self, ticket: int, state: State) -> None:
        self._given.discard(ticket)
        self._documents.ended(ticket, state)
        self._show_again(ticket)
        self.tell_progress()

    def _show_again(self, ticket: int) -> None:
        shown = self._showing.document
        if shown is None or shown.ticket != ticket:
            return
        now = self._documents.of(shown.ident)
        if now is None:
            self._show_current()
            return
        self._show(now)

    @Slot()
    def tell_progress(self) -> None:
        """Tell how many documents are inspected, of how many."""
        total = len(self._documents)
        done = sum(document.state not in UNFINISHED for document in self._documents)
        if done == total:
            self.rested.emit()
        else:
            self.progressed.emit(Progress(done, total, Message("inspect.doing")))

    # --- The document looked at ---

    @property
    def current(self) -> Document | None:
        """The document that is looked at."""
        return self._showing.document

    @Slot(int)
    def choose(self, ident: int) -> None:
        """Look at a document; it and those after it are inspected next."""
        row = self._documents.row_of(ident)
        if row is None:
            return
        ahead = range(row, min(row + AHEAD, len(self._documents)))
        self._inspector.prefer([self._documents.at(number).ticket for number in ahead])
        self._show(self._documents.at(row))
        self.choice_changed.emit()

    def _show(self, document: Document) -> None:
        before = self._showing.document
        first = document.report is not None and (
            before is None or before.ident != document.ident or before.report is None
        )
        self._showing.show(document)
        self.changed.emit()
        if first:
            self.verdict_shown.emit(document.ident)

    def _show_current(self) -> None:
        """Show whatever the strip has as its current document now."""
        row = self._page.strip.currentIndex().row()
        if 0 <= row < len(self._documents):
            self._show(self._documents.at(row))
        else:
            self._showing.nothing()
        self.choice_changed.emit()

    # --- Characters entered by a person ---

    @Slot(int, int, str)
    def enter(self, line: int, index: int, char: str) -> None:
        """Take a character that a person saw on the picture, and check again at once."""
        self._change_reading(lambda reading: entered(reading, line, index, char))

    @Slot(int, int)
    def restore(self, line: int, index: int) -> None:
        """Take an entry back."""
        self._change_reading(lambda reading: restored(reading, line, index))

    def _change_reading(self, change: Callable[[MrzReading], MrzReading]) -> None:
        document = self._showing.document
        seen = None if document is None or document.evidence is None else document.evidence.mrz
        if document is None or document.report is None or seen is None:
            return
        try:
            reading = change(seen.reading)
        except DocdeskError as error:
            self._page.say(self._wording.say(error.message))
            return
        if reading != seen.reading:
            words = self._wording.term("undo.entry")
            self._undo.push(EntryMade(document.ident, seen.reading, reading, self.check_again, words))

    def check_again(self, ident: int, reading: MrzReading) -> None:
        """Put a reading in the place of a document's, and ask every question anew."""
        document = self._documents.of(ident)
        if document is None or document.report is None or document.evidence is None:
            return
        evidence, report = inspect_again(document.report, document.evidence, reading, self._issuers)
        changed = replace(document, evidence=evidence, report=report)
        self._documents.put(changed)
        row = self._documents.row_of(ident)
        if self._showing.document is not None and self._showing.document.ident == ident:
            self._show(changed)
        elif row is not None:
            # Undone from elsewhere: what has changed must be seen.
            self._page.strip.choose(row)
