"""One change that a person made, and how to take it back."""

from collections.abc import Callable, Hashable

from docdesk.ui.undo import Step


class Change:
    """A change from one state to another.

    Changes that follow each other with equal `merges` (other than None) are taken back as one: a slider being
    drawn is one change, not hundreds.
    """

    def __init__(
        self,
        words: str,
        *,
        forth: Callable[[], None],
        back: Callable[[], None],
        merges: Hashable | None = None,
    ) -> None:
        self.words = words
        self._forth = forth
        self._back = back
        self._merges = merges

    def redo(self) -> None:
        """Make the change."""
        self._forth()

    def undo(self) -> None:
        """Take it back."""
        self._back()

    def merge(self, other: Step) -> bool:
        """Take over what follows where it goes on with the same."""
        if not isinstance(other, Change) or self._merges is None or other._merges != self._merges:  # noqa: SLF001 - its own kind
            return False
        self._forth = other._forth  # noqa: SLF001 - its own kind
        return True
