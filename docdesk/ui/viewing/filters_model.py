"""The stack of filters in force, changed by a person step by step, each step one that can be taken back."""

from collections.abc import Hashable

from PySide6.QtCore import QObject, Signal

from docdesk.foundation.messages import Message
from docdesk.imaging.filters.filter import Filter
from docdesk.imaging.filters.stack import Stack
from docdesk.ui.undo import UndoStack
from docdesk.ui.viewing.change import Change
from docdesk.wording.catalogue import Wording


class FilterModel(QObject):
    """Holds the stack that was chosen, and tells what is to be shown: that stack, or the original.

    Signals:
        chosen(Stack): another stack is chosen.
        shown(Stack): views are to show this stack from now on; the empty one while the original is looked at.
    """

    chosen = Signal(object)
    shown = Signal(object)

    def __init__(self, wording: Wording, undo: UndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._undo = undo
        self._stack = Stack()
        self._original = False

    @property
    def stack(self) -> Stack:
        """The stack that is chosen."""
        return self._stack

    @property
    def original(self) -> bool:
        """Whether the original is looked at, whatever is chosen."""
        return self._original

    def look_at_original(self, *, on: bool) -> None:
        """Show the original, or again the stack that is chosen."""
        if on != self._original:
            self._original = on
            self.shown.emit(Stack() if on else self._stack)

    def add(self, added: Filter) -> None:
        """Lay a filter on top."""
        if not self._stack.full:
            self._push("add", self._stack.added(added), added)

    def remove(self, index: int) -> None:
        """Take the filter at `index` away."""
        self._push("remove", self._stack.removed(index), self._stack.entries[index].filter)

    def move(self, index: int, to: int) -> None:
        """Move a filter to another place, if there is that place."""
        if 0 <= to < len(self._stack.entries) and to != index:
            self._push("move", self._stack.moved(index, to), self._stack.entries[index].filter)

    def switch(self, index: int, *, on: bool) -> None:
        """Switch a filter on or off."""
        switched = self._stack.switched(index, on=on)
        self._push("switch", switched, self._stack.entries[index].filter)

    def change(self, index: int, changed: Filter, gesture: Hashable | None = None) -> None:
        """Give a filter other parameters; changes of one gesture are taken back as one."""
        merges = None if gesture is None else (id(self), index, gesture)
        self._push("change", self._stack.changed(index, changed), changed, merges)

    def reset(self) -> None:
        """Take all filters away."""
        self._push("reset", Stack())

    def take(self, stack: Stack) -> None:
        """Take another stack, such as that of a preset."""
        self._push("take", stack)

    def _push(
        self, what: str, after: Stack, subject: Filter | None = None, merges: Hashable | None = None
    ) -> None:
        before = self._stack
        if after == before:
            return
        name = self._wording.term(f"filter.{subject.name}") if subject is not None else ""
        words = self._wording.say(Message.of(f"filter_change.{what}", filter=name))
        self._undo.push(
            Change(words, forth=lambda: self._set(after), back=lambda: self._set(before), merges=merges)
        )

    def _set(self, stack: Stack) -> None:
        self._stack = stack
        self.chosen.emit(stack)
        if not self._original:
            self.shown.emit(stack)
