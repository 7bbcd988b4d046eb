"""Listens to one workspace and passes on to the shell what it tells, and which workspace told it."""

from typing import Protocol

from PySide6.QtCore import QObject, Slot

from docdesk.foundation.progress import Progress
from docdesk.ui.shell.status_row import StatusRow
from docdesk.ui.shell.workspace import News


class Shell(Protocol):
    """What the news are for."""

    status: StatusRow

    def tell_progress(self, index: int, progress: Progress | None) -> None:
        """Take note of how far a workspace is."""
        ...

    def tell_values(self, index: int, values: str) -> None:
        """Take note of what lies below the cursor of a workspace."""
        ...

    def make_room(self, index: int, *, full: bool) -> None:
        """Give a workspace all of the window, or take it back."""
        ...

    def leave(self, index: int) -> None:
        """Go back from a workspace to where the user was before."""
        ...


class Hearing(QObject):
    """The ear for one workspace; it ends with the shell, so that no news reaches a window that is gone."""

    def __init__(self, shell: Shell, index: int, news: News) -> None:
        super().__init__(shell if isinstance(shell, QObject) else None)
        self._shell = shell
        self._index = index
        news.progressed.connect(self._progressed)
        news.rested.connect(self._rested)
        news.values_told.connect(self._values_told)
        news.said.connect(self._said)
        news.left.connect(self._left)
        news.full_view.connect(self._full_view)

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        self._shell.tell_progress(self._index, progress)

    @Slot()
    def _rested(self) -> None:
        self._shell.tell_progress(self._index, None)

    @Slot(str)
    def _values_told(self, values: str) -> None:
        self._shell.tell_values(self._index, values)

    @Slot(str)
    def _said(self, sentence: str) -> None:
        self._shell.status.say(sentence)

    @Slot()
    def _left(self) -> None:
        self._shell.leave(self._index)

    @Slot(bool)
    def _full_view(self, full: bool) -> None:  # noqa: FBT001 - a signal hands it over by position
        self._shell.make_room(self._index, full=full)
