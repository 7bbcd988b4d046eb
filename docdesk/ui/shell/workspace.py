"""What the shell asks of a workspace, and the news that a workspace has for the shell.

A workspace knows nothing of the window that it stands in, nor of other workspaces.
"""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class News(QObject):
    """What a workspace tells while it is worked with; sentences arrive already in words."""

    progressed = Signal(object)
    """A `Progress`: work is under way. The shell shows it with a way to stop it."""

    rested = Signal()
    """No work is under way any more."""

    values_told = Signal(str)
    """What lies below the cursor, "" when it has left."""

    said = Signal(str)
    """A sentence for the status bar that need not be answered, such as what was copied."""

    left = Signal()
    """The user is done with a page that no rail leads to, and goes back to where they were."""

    full_view = Signal(bool)
    """Whether the rail and the status bar should make room."""


class Workspace(Protocol):
    """One of the pages that the rail leads to."""

    @property
    def name(self) -> str:
        """The name in the state file; the words on the rail are `workspace.NAME`."""
        ...

    @property
    def icon_name(self) -> str:
        """The icon on the rail."""
        ...

    @property
    def news(self) -> News:
        """What the shell listens to; lives as long as the workspace."""
        ...

    def widget(self) -> QWidget:
        """Return the page, always the same; the window takes it into its care."""
        ...

    def focus_first(self) -> None:
        """Give the focus to where a user would begin."""
        ...

    def stop(self) -> None:
        """Stop the work under way at once; what is finished stays."""
        ...

    def busy(self) -> str | None:
        """Return the sentence that says what is under way, None if nothing is."""
        ...

    def may_close(self) -> str | None:
        """Return None where closing loses nothing, or the sentence that says what would be lost."""
        ...

    def state(self) -> Mapping[str, object]:
        """Return how the page is arranged, as JSON can hold it: sizes and paths, nothing from a document."""
        ...

    def restore(self, untrusted: Mapping[str, object]) -> None:
        """Arrange the page as it was; whatever does not fit is ignored without a word."""
        ...
