"""Markings are kept by picture, and each step is taken back and done again."""

import pytest

from docdesk.ui.undo import UndoStack
from docdesk.ui.viewing.marking.measuring import moved
from docdesk.ui.viewing.marking.records import Label, Ruler
from docdesk.ui.viewing.marking.store import Chosen, MarkingStore
from docdesk.wording.catalogue import Wording

RULER = Ruler("ruler-1", ((0, 0), (10, 0)))
LABEL = Label("label-2", ((5, 5),), 1)


@pytest.fixture
def undo(qapp: object) -> UndoStack:
    return UndoStack()


@pytest.fixture
def store(undo: UndoStack) -> MarkingStore:
    return MarkingStore(Wording(), undo)


def test_each_step_is_taken_back_and_done_again(store: MarkingStore, undo: UndoStack) -> None:
    store.add("a", RULER)
    store.add("a", LABEL)
    store.move("a", moved(RULER, (1, 1)))
    store.write("a", "label-2", "here")
    store.remove("a", "ruler-1")
    states = [store.markings("a")]
    while undo.can_undo():
        undo.undo()
        states.append(store.markings("a"))
    assert [len(state) for state in states] == [1, 2, 2, 2, 1, 0]
    assert states[1][1].text == "here"
    assert states[2][1].text == ""
    assert states[3][0] == RULER
    while undo.can_redo():
        undo.redo()
    assert store.markings("a") == states[0]


def test_moves_of_one_gesture_are_one_step_and_those_of_another_are_not(
    store: MarkingStore, undo: UndoStack
) -> None:
    store.add("a", RULER)
    for step in range(1, 5):
        store.move("a", moved(RULER, (step, 0)), "first")
    store.move("a", moved(RULER, (9, 0)), "second")
    assert undo.count() == 3
    undo.undo()
    assert store.markings("a") == (moved(RULER, (4, 0)),)
    undo.undo()
    assert store.markings("a") == (RULER,)


def test_pictures_keep_their_own(store: MarkingStore) -> None:
    store.add("a", RULER)
    store.add("b", LABEL)
    assert store.markings("a") == (RULER,)
    assert store.markings("b") == (LABEL,)
    assert store.markings("c") == ()


def test_what_changes_nothing_is_no_step(store: MarkingStore, undo: UndoStack) -> None:
    store.add("a", RULER)
    store.move("a", RULER)
    store.write("a", "ruler-1", "")
    store.write("a", "none", "text")
    store.remove("a", "none")
    assert undo.count() == 1


def test_steps_are_named_in_words(store: MarkingStore, undo: UndoStack) -> None:
    store.add("a", LABEL)
    assert undo.undo_words() == "Draw: Label 1"


def test_what_was_drawn_is_chosen_and_what_is_gone_is_not(store: MarkingStore, undo: UndoStack) -> None:
    store.add("a", RULER)
    assert store.chosen == Chosen("a", "ruler-1")
    assert store.chosen_in("a") == RULER
    assert store.chosen_in("b") is None
    undo.undo()
    assert store.chosen is None


def test_keys_and_numbers_are_not_given_twice(store: MarkingStore) -> None:
    assert store.next_key("a", "ruler") == "ruler-1"
    assert store.next_number("a") == 1
    store.add("a", RULER)
    store.add("a", LABEL)
    store.remove("a", "ruler-1")
    assert store.next_key("a", "ruler") == "ruler-3"
    assert store.next_number("a") == 2


def test_markings_taken_over_are_no_step(store: MarkingStore, undo: UndoStack) -> None:
    heard: list[str] = []
    store.changed.connect(heard.append)
    store.set_markings("a", (RULER,))
    assert store.markings("a") == (RULER,)
    assert heard == ["a"]
    assert not undo.can_undo()
