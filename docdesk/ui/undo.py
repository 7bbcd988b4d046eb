"""Steps that a person made, in order, and the way back and forth between them.

Qt has such a stack, but its steps would be objects that Python and Qt own together: where a window ends, the
one may free them while the other still holds them, and the program dies.
"""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

MOST_STEPS = 500
"""Steps back that are kept: more than anybody takes, and few enough that what they hold does not pile up."""


class Step(Protocol):
    """Something that a person did and can take back."""

    @property
    def words(self) -> str:
        """What it is called."""
        ...

    def redo(self) -> None:
        """Do it, the first time too."""
        ...

    def undo(self) -> None:
        """Take it back."""
        ...

    def merge(self, other: "Step", /) -> bool:
        """Take over a later step that goes on with the same; return whether it did."""
        ...


class UndoStack(QObject):
    """The steps of one workspace, whatever made them."""

    can_undo_changed = Signal(bool)
    can_redo_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []
        self._done = 0
        self._told = (False, False)

    def push(self, step: Step) -> None:
        """Do a step and keep it; what was taken back before it cannot be done again."""
        step.redo()
        del self._steps[self._done :]
        if not (self._steps and self._steps[-1].merge(step)):
            self._steps.append(step)
            del self._steps[:-MOST_STEPS]
        self._done = len(self._steps)
        self._tell()

    @Slot()
    def undo(self) -> None:
        """Take the last step back, if there is one."""
        if self.can_undo():
            self._steps[self._done - 1].undo()
            self._done -= 1
            self._tell()

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back last, if there is anything."""
        if self.can_redo():
            self._steps[self._done].redo()
            self._done += 1
            self._tell()

    def clear(self) -> None:
        """Forget all steps; what they did stays."""
        self._steps.clear()
        self._done = 0
        self._tell()

    def can_undo(self) -> bool:
        """Return whether there is a step to take back."""
        return self._done > 0

    def can_redo(self) -> bool:
        """Return whether there is a step to do again."""
        return self._done < len(self._steps)

    def count(self) -> int:
        """Return how many steps are kept."""
        return len(self._steps)

    def undo_words(self) -> str:
        """Return what the step is called that would be taken back, "" for none."""
        return self._steps[self._done - 1].words if self.can_undo() else ""

    def _tell(self) -> None:
        before, self._told = self._told, (self.can_undo(), self.can_redo())
        if before[0] != self._told[0]:
            self.can_undo_changed.emit(self._told[0])
        if before[1] != self._told[1]:
            self.can_redo_changed.emit(self._told[1])
