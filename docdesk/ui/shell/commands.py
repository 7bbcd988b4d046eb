"""Commands: the actions that can be reached in a window now, for the palette and the key sheet."""

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from docdesk.ui.actions import group_of


@dataclass(frozen=True, slots=True)
class Reachable:
    """An action and the widget that has it."""

    action: QAction
    owner: QWidget


def actions_in(window: QWidget) -> tuple[QAction, ...]:
    """Return the actions of what is shown in the window, each once, in the order of their groups.

    Those of hidden pages and panels are left out: their keys do not act either.
    """
    found = {id(each.action): each.action for each in reachable_in(window)}
    groups = {group_of(each): None for each in found.values()}
    places = {group: place for place, group in enumerate(groups)}
    return tuple(sorted(found.values(), key=lambda each: places[group_of(each)]))


def reachable_in(window: QWidget) -> tuple[Reachable, ...]:
    """Return each action of what is shown in the window with each of its owners, the window's own last."""
    shown = [
        place
        for place in window.findChildren(QWidget)
        if place.window() is window and place.isVisibleTo(window)
    ]
    return tuple(
        Reachable(each, owner) for owner in (*shown, window) for each in owner.actions() if group_of(each)
    )


def keys_of(action: QAction) -> tuple[str, ...]:
    """Return the keys of an action as the user's system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return tuple(keys.toString(native) for keys in action.shortcuts())
