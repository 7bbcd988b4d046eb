"""What a person changed, as steps that can be taken back: a reading, or which documents there are."""

from collections.abc import Callable, Sequence
from typing import Protocol

from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.ui.inspecting.document import Document
from docdesk.ui.undo import Step


class EntryMade:
    """A reading took the place of another one in a document."""

    def __init__(
        self,
        ident: int,
        before: MrzReading,
        after: MrzReading,
        put: Callable[[int, MrzReading], None],
        words: str,
    ) -> None:
        self.words = words
        self._ident = ident
        self._before = before
        self._after = after
        self._put = put

    def redo(self) -> None:
        """Put the later reading in place."""
        self._put(self._ident, self._after)

    def undo(self) -> None:
        """Put the earlier reading back."""
        self._put(self._ident, self._before)

    def merge(self, _other: Step) -> bool:
        """Keep each character a step of its own."""
        return False


class Arranger(Protocol):
    """Takes documents out of the list and puts them in."""

    def take_out(self, documents: Sequence[Document]) -> tuple[Document, ...]:
        """Take documents out and return them as they are by now."""
        ...

    def put_in(self, rows: Sequence[tuple[int, Document]]) -> None:
        """Put documents in at their rows."""
        ...


class Replaced:
    """Some documents took the place of others; nothing known of either is lost by going back and forth."""

    def __init__(
        self,
        old: tuple[tuple[int, Document], ...],
        new: tuple[int, tuple[Document, ...]],
        arranger: Arranger,
        words: str,
    ) -> None:
        self.words = words
        self._old = old
        self._row, self._new = new
        self._arranger = arranger

    def redo(self) -> None:
        """Put the new ones in the place of the old ones."""
        rows = {document.ident: row for row, document in self._old}
        now = self._arranger.take_out([document for _, document in self._old])
        # One of which nothing came has gone by itself.
        self._old = tuple((rows[document.ident], document) for document in now)
        self._arranger.put_in([(self._row + number, entry) for number, entry in enumerate(self._new)])

    def undo(self) -> None:
        """Put the old ones back."""
        self._new = self._arranger.take_out(self._new)
        self._arranger.put_in(self._old)

    def merge(self, _other: Step) -> bool:
        """Keep each rearrangement a step of its own."""
        return False
