"""Which keys of a window Qt could not decide between."""

from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from docdesk.ui.actions import group_of


def ambiguous_keys(window: QWidget) -> list[str]:
    """Return `KEY: ACTION, ACTION` for each two actions that one key could mean at one place of the window.

    All actions count, hidden and disabled ones too, for they may come back.
    """
    reached = [
        (owner, each)
        for owner in (window, *window.findChildren(QWidget))
        for each in owner.actions()
        if each.shortcuts()
    ]
    return sorted(
        {
            f"{keys.toString()}: {', '.join(sorted((_name(one), _name(other))))}"
            for (owner, one), (other_owner, other) in combinations(reached, 2)
            if one is not other and _meet(owner, one, other_owner, other)
            for keys in one.shortcuts()
            if keys in other.shortcuts()
        }
    )


def _meet(owner: QWidget, one: QAction, other_owner: QWidget, other: QAction) -> bool:
    """Whether there is a place of the focus at which both actions would hear their keys."""
    everywhere = Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut
    if owner.window() is not other_owner.window() or _on_other_pages(owner, other_owner):
        return False
    if one.shortcutContext() in everywhere or other.shortcutContext() in everywhere:
        return True
    return owner is other_owner or owner.isAncestorOf(other_owner) or other_owner.isAncestorOf(owner)


def _on_other_pages(owner: QWidget, other: QWidget) -> bool:
    """Whether the two stand on different pages of a stack, of which only one is ever seen."""
    below, page = owner, owner.parentWidget()
    while page is not None:
        if isinstance(page, QStackedWidget) and page.isAncestorOf(other):
            return below is not other and not below.isAncestorOf(other)
        below, page = page, page.parentWidget()
    return False


def _name(action: QAction) -> str:
    return action.objectName() if group_of(action) else action.text()
