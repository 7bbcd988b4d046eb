"""The markings of all pictures of a session, changed step by step, each step one that can be taken back."""

from collections.abc import Hashable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from docdesk.foundation.messages import Message
from docdesk.ui.undo import UndoStack
from docdesk.ui.viewing.change import Change
from docdesk.ui.viewing.marking.records import Label, Marking, Markings
from docdesk.ui.viewing.marking.words import name
from docdesk.wording.catalogue import Wording


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which marking of which picture is chosen, by their keys."""

    picture: str
    marking: str


class MarkingStore(QObject):
    """Holds markings by the key of their picture, in memory only, and which of them is chosen.

    Signals:
        changed(str): the markings of this picture are others now.
        choice_changed(): another marking, or none, is chosen.
    """

    changed = Signal(str)
    choice_changed = Signal()

    def __init__(self, wording: Wording, undo: UndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._undo = undo
        self._markings: dict[str, Markings] = {}
        self._chosen: Chosen | None = None

    def markings(self, picture: str) -> Markings:
        """Return the markings of a picture, in the order in which they were drawn."""
        return self._markings.get(picture, ())

    def find(self, picture: str, key: str) -> Marking | None:
        """Return a marking by its key."""
        return next((each for each in self.markings(picture) if each.key == key), None)

    # --- The choice ---

    @property
    def chosen(self) -> Chosen | None:
        """Which marking is chosen."""
        return self._chosen

    def chosen_in(self, picture: str) -> Marking | None:
        """Return the marking that is chosen, if it is one of this picture."""
        if self._chosen is None or self._chosen.picture != picture:
            return None
        return self.find(picture, self._chosen.marking)

    def choose(self, picture: str, key: str | None) -> None:
        """Choose a marking, or none."""
        chosen = None if key is None else Chosen(picture, key)
        if chosen != self._chosen:
            self._chosen = chosen
            self.choice_changed.emit()

    # --- Changes ---

    def next_key(self, picture: str, kind: str) -> str:
        """Return a key that no marking of the picture has."""
        numbers = [int(each.key.rpartition("-")[2]) for each in self.markings(picture) if _is_ours(each.key)]
        return f"{kind}-{max(numbers, default=0) + 1}"

    def next_number(self, picture: str) -> int:
        """Return the number of the next label."""
        return max((each.number for each in self.markings(picture) if isinstance(each, Label)), default=0) + 1

    def add(self, picture: str, marking: Marking) -> None:
        """Put a marking on top, and choose it."""
        self._push("add", picture, (*self.markings(picture), marking), marking)
        self.choose(picture, marking.key)

    def move(self, picture: str, marking: Marking, gesture: Hashable | None = None) -> None:
        """Put a marking in the place of the one with its key; moves of one gesture are taken back as one."""
        self._put("move", picture, marking, gesture)

    def write(self, picture: str, key: str, text: str) -> None:
        """Give a marking another text."""
        marking = self.find(picture, key)
        if marking is not None:
            self._put("text", picture, replace(marking, text=text))

    def remove(self, picture: str, key: str) -> None:
        """Take a marking away."""
        marking = self.find(picture, key)
        if marking is not None:
            rest = tuple(each for each in self.markings(picture) if each.key != key)
            self._push("remove", picture, rest, marking)

    def set_markings(self, picture: str, markings: Markings) -> None:
        """Take over markings from elsewhere; that is no step that can be taken back."""
        self._set(picture, markings)

    def _put(self, what: str, picture: str, marking: Marking, gesture: Hashable | None = None) -> None:
        after = tuple(marking if each.key == marking.key else each for each in self.markings(picture))
        merges = None if gesture is None else (id(self), picture, marking.key, gesture)
        self._push(what, picture, after, marking, merges)

    def _push(
        self, what: str, picture: str, after: Markings, subject: Marking, merges: Hashable | None = None
    ) -> None:
        before = self.markings(picture)
        if after == before:
            return
        words = self._wording.say(Message.of(f"marking_change.{what}", marking=name(subject, self._wording)))
        self._undo.push(
            Change(
                words,
                forth=lambda: self._set(picture, after),
                back=lambda: self._set(picture, before),
                merges=merges,
            )
        )

    def _set(self, picture: str, markings: Markings) -> None:
        self._markings[picture] = markings
        chosen = self._chosen
        if chosen is not None and chosen.picture == picture and self.find(picture, chosen.marking) is None:
            self.choose(picture, None)
        self.changed.emit(picture)


def _is_ours(key: str) -> bool:
    return key.rpartition("-")[2].isdecimal()
