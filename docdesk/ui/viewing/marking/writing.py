"""Writing the text of a marking on the picture itself, without a dialog in the way."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from docdesk.foundation.messages import Message
from docdesk.ui.viewing.marking.measuring import anchor
from docdesk.ui.viewing.marking.records import Marking
from docdesk.ui.viewing.marking.store import MarkingStore
from docdesk.ui.viewing.marking.text_line import TextLine
from docdesk.ui.viewing.marking.words import name
from docdesk.ui.viewing.view import View
from docdesk.wording.catalogue import Wording

BESIDE = 14.0
"""From a marking to the line in which its text is written, in px."""


class Writing(QObject):
    """Opens one line at a time beside a marking, and keeps it there while the picture moves."""

    def __init__(self, store: MarkingStore, wording: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._wording = wording
        self._line: TextLine | None = None
        self._view: View | None = None
        self._at = (0.0, 0.0)

    @property
    def line(self) -> QWidget | None:
        """The line that is open."""
        return self._line

    def begin(self, view: View, marking: Marking) -> None:
        """Let the text of a marking be written; what was being written is kept."""
        if view.picture is None:
            return
        if self._line is not None:
            self._line.finish()
        said = Message.of("marking.text_of", marking=name(marking, self._wording))
        written = partial(self._store.write, view.picture.key, marking.key)
        hint = self._wording.term("marking.text_hint")
        self._line = TextLine(marking.text, self._wording.say(said), written, view, hint=hint)
        self._line.gone.connect(self._forget)
        self._view, self._at = view, anchor(marking)
        self.place()
        self._line.show()
        self._line.setFocus()

    def drop(self, view: View) -> None:
        """Give up what is being written in a view."""
        if self._line is not None and self._view is view:
            self._line.drop()

    @Slot()
    def place(self) -> None:
        """Put the line beside its marking again."""
        if self._line is not None and self._view is not None:
            x, y = self._view.frame.to_view(self._at)
            self._line.show_at((x + BESIDE, y + BESIDE))

    @Slot()
    def _forget(self) -> None:
        self._line = self._view = None
