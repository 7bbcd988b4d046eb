"""Steps are taken back and done again in order, merge where they go on with the same, and end somewhere."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from docdesk.ui.undo import MOST_STEPS, Step, UndoStack


@dataclass
class Noted:
    """A step that notes what is done with it; steps of one `kind` other than "" merge."""

    words: str
    notes: list[str]
    kind: str = ""
    merged: list[str] = field(default_factory=list)

    def redo(self) -> None:
        self.notes.append(f"+{self.words}")

    def undo(self) -> None:
        self.notes.append(f"-{self.words}")

    def merge(self, other: Step) -> bool:
        assert isinstance(other, Noted)
        if not self.kind or other.kind != self.kind:
            return False
        self.merged.append(other.words)
        return True


@pytest.fixture
def stack(qapp: Any) -> UndoStack:
    return UndoStack()


def test_a_pushed_step_is_done_at_once_and_goes_back_and_forth(stack: UndoStack) -> None:
    notes: list[str] = []
    stack.push(Noted("a", notes))
    stack.push(Noted("b", notes))
    stack.undo()
    assert stack.undo_words() == "a"
    stack.undo()
    stack.undo()
    stack.redo()
    assert notes == ["+a", "+b", "-b", "-a", "+a"]


def test_a_new_step_ends_what_was_taken_back(stack: UndoStack) -> None:
    notes: list[str] = []
    stack.push(Noted("a", notes))
    stack.undo()
    stack.push(Noted("b", notes))
    assert not stack.can_redo()
    assert stack.count() == 1


def test_steps_that_go_on_with_the_same_are_one(stack: UndoStack) -> None:
    notes: list[str] = []
    first = Noted("a", notes, "slider")
    for step in (first, Noted("b", notes, "slider"), Noted("c", notes)):
        stack.push(step)
    assert first.merged == ["b"]
    assert stack.count() == 2


def test_what_is_possible_is_told_once_when_it_changes(stack: UndoStack) -> None:
    undo: list[bool] = []
    redo: list[bool] = []
    stack.can_undo_changed.connect(undo.append)
    stack.can_redo_changed.connect(redo.append)
    stack.push(Noted("a", []))
    stack.push(Noted("b", []))
    stack.undo()
    stack.clear()
    assert undo == [True, False]
    assert redo == [True, False]


def test_only_so_many_steps_are_kept(stack: UndoStack) -> None:
    notes: list[str] = []
    for number in range(MOST_STEPS + 3):
        stack.push(Noted(str(number), notes))
    while stack.can_undo():
        stack.undo()
    assert notes[-1] == "-3"


def test_a_step_that_fails_changes_nothing(stack: UndoStack) -> None:
    class Failing(Noted):
        def redo(self) -> None:
            raise RuntimeError

    stack.push(Noted("a", []))
    with pytest.raises(RuntimeError):
        stack.push(Failing("b", []))
    assert stack.undo_words() == "a"
    assert stack.count() == 1
