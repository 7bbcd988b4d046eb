"""The documents of the workspace in order, and what changes when news of them arrive. No Qt here."""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import count

from docdesk.inspection.captures.handing_in import Bundle
from docdesk.inspection.captures.previewed import PreviewedSet
from docdesk.inspection.checks.evidence import Evidence
from docdesk.inspection.report.report import Report
from docdesk.ui.inspecting.document import UNFINISHED, Document, State
from docdesk.ui.inspecting.inspector import Seen


class Documents:
    """An ordered list of documents; `watcher` hears of every row that is added, changed or removed.

    The watcher is called with "insert", "change" or "remove" and the first and last row: before an insertion
    or removal takes place and, with "inserted" or "removed", after it.
    """

    def __init__(self, watcher: Callable[[str, int, int], None]) -> None:
        self._rows: list[Document] = []
        self._watcher = watcher
        self._numbers = count(1)
        self._tickets = count(1)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Document]:
        return iter(tuple(self._rows))

    def at(self, row: int) -> Document:
        """Return the document in a row."""
        return self._rows[row]

    def row_of(self, ident: int) -> int | None:
        """Return the row of a document, None when it is gone."""
        return next((row for row, document in enumerate(self._rows) if document.ident == ident), None)

    def of(self, ident: int) -> Document | None:
        """Return a document by its identifier, None when it is gone."""
        row = self.row_of(ident)
        return None if row is None else self._rows[row]

    def of_ticket(self, ticket: int) -> tuple[Document, ...]:
        """Return the documents that came of one piece of work."""
        return tuple(document for document in self._rows if document.ticket == ticket)

    def made(self, bundles: Sequence[Bundle]) -> tuple[Document, ...]:
        """Return new documents that are not in the list yet, each with a ticket of its own."""
        return tuple(
            Document(next(self._numbers), next(self._tickets), bundle, bundle.name) for bundle in bundles
        )

    def with_new_ticket(self, document: Document) -> Document:
        """Return a document not begun yet with a fresh ticket, so that no old news are taken for its own.

        Any other keeps its ticket: it names the documents that came of the same piece of work.
        """
        if document.state is not State.WAITING:
            return document
        return replace(document, ticket=next(self._tickets))

    def add(self, bundles: Sequence[Bundle]) -> tuple[Document, ...]:
        """Add documents at the end and return them."""
        added = self.made(bundles)
        if added:
            self._insert(len(self._rows), added)
        return added

    def insert(self, row: int, document: Document) -> None:
        """Put a document before a row, or at the end where there are fewer."""
        self._insert(min(row, len(self._rows)), (document,))

    def remove(self, ident: int) -> None:
        """Take a document out of the list."""
        row = self.row_of(ident)
        if row is not None:
            self._watcher("remove", row, row)
            del self._rows[row]
            self._watcher("removed", row, row)

    def remove_all(self, idents: Set[int]) -> tuple[Document, ...]:
        """Take documents out of the list and return them in order; rows side by side go in one step.

        Whoever follows the current row looks at what takes its place: once, and not at each of thousands that
        are about to go too.
        """
        gone = [row for row, document in enumerate(self._rows) if document.ident in idents]
        taken = tuple(self._rows[row] for row in gone)
        while gone:
            last = first = gone.pop()
            while gone and gone[-1] == first - 1:
                first = gone.pop()
            self._watcher("remove", first, last)
            del self._rows[first : last + 1]
            self._watcher("removed", first, last)
        return taken

    def put(self, document: Document) -> None:
        """Put a changed document in the place of the one with its identifier."""
        row = self.row_of(document.ident)
        if row is not None:
            self._rows[row] = document
            self._watcher("change", row, row)

    def begun(self, ticket: int) -> None:
        """Note that a piece of work was taken up."""
        for document in self.of_ticket(ticket):
            self.put(replace(document, state=State.RUNNING))

    def seen(self, ticket: int, news: Seen) -> Document | None:
        """Take in what an inspection tells, and return the document that it is about."""
        known = self.of_ticket(ticket)
        if not known:
            return None
        last = known[-1]
        if isinstance(news, PreviewedSet):
            return self._with_frames(last, news)
        if isinstance(news, Evidence):
            return self._with_evidence(last, news)
        return self._with_report(last, news)

    def ended(self, ticket: int, state: State) -> None:
        """Note that nothing more comes of a piece of work; a document of which nothing came goes."""
        for document in self.of_ticket(ticket):
            if document.state in UNFINISHED:
                if state is State.DONE and not document.captures:
                    self.remove(document.ident)
                else:
                    self.put(replace(document, state=state))

    def stopped(self, tickets: Set[int]) -> None:
        """Note that these pieces of work were stopped; the watcher hears of all in one step."""
        rows = [
            row
            for row, document in enumerate(self._rows)
            if document.ticket in tickets and document.state in UNFINISHED
        ]
        for row in rows:
            self._rows[row] = replace(self._rows[row], state=State.STOPPED)
        if rows:
            self._watcher("change", rows[0], rows[-1])

    def _with_frames(self, last: Document, news: PreviewedSet) -> Document:
        if last.captures:
            last = self._another(last)
        document = replace(last, name=news.name, captures=news.captures, previews=news.previews)
        self.put(document)
        return document

    def _with_evidence(self, last: Document, news: Evidence) -> Document:
        if last.evidence is not None and not last.evidence.partial:
            last = self._another(last)
        document = replace(last, captures=news.captures, read=news, evidence=news)
        self.put(document)
        return document

    def _with_report(self, last: Document, news: Report) -> Document:
        document = replace(last, name=news.name, captures=news.captures, report=news, state=State.DONE)
        self.put(document)
        return document

    def _another(self, last: Document) -> Document:
        """Return a further document of the same piece of work, placed behind the last one."""
        document = Document(
            next(self._numbers),
            last.ticket,
            last.bundle,
            last.name,
            State.RUNNING,
            last.captures,
            last.previews,
        )
        row = self.row_of(last.ident)
        self._insert(len(self._rows) if row is None else row + 1, (document,))
        return document

    def _insert(self, row: int, documents: tuple[Document, ...]) -> None:
        last = row + len(documents) - 1
        self._watcher("insert", row, last)
        self._rows[row:row] = documents
        self._watcher("inserted", row, last)
