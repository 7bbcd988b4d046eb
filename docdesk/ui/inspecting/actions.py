"""The actions of the workspace: their keys and icons; what they do is the workspace's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from docdesk.ui.actions import action
from docdesk.ui.look.icons import icon
from docdesk.wording.catalogue import Wording


@dataclass(frozen=True, slots=True)
class Way:
    """How an action is reached: its keys, the icon that it has, whether it stays pressed."""

    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


WAYS: Mapping[str, Way] = {
    "open": Way(("Ctrl+O",), "open"),
    "folder": Way(("Ctrl+Shift+O",), "folder"),
    "paste": Way(("Ctrl+V",), "paste"),
    "watch": Way(("Ctrl+Shift+W",), "watch", checkable=True),
    "join": Way(("Ctrl+J",), "join"),
    "split": Way(("Ctrl+Shift+J",), "split"),
    "compare": Way(("C",), "compare", checkable=True),
    "report": Way(("Ctrl+P",), "report"),
    "put_away": Way(("Ctrl+W",), "delete"),
    "anew": Way(("F5",), "reset"),
    "previous": Way((",",), "previous"),
    "next": Way((".",), "next"),
    "previous_finding": Way(("[",), "up"),
    "next_finding": Way(("]",), "down"),
    "expert": Way(("Ctrl+E",), "expert", checkable=True),
    "digest": Way(("Ctrl+Shift+C",), "copy"),
    "undo": Way(("Ctrl+Z",), "undo"),
    "redo": Way(("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    "sample": Way((), "open"),
}
"""In the order of the key sheet (UX: keys)."""

BESIDE_STRIP = ("folder", "paste", "watch", "expert", "join", "compare", "report")
"""What has a button beside the strip, below that of `open`; the rest is done by keys and the palette."""


class Actions:
    """Every action of the workspace, made on its page."""

    def __init__(self, page: QWidget, wording: Wording, runs: Mapping[str, Callable[[], object]]) -> None:
        self._made = {
            name: action(
                page,
                wording,
                f"inspect.{name}",
                runs[name],
                keys=way.keys,
                icon=icon(way.icon) if way.icon else None,
                checkable=way.checkable,
                everywhere=True,
            )
            for name, way in WAYS.items()
        }

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def enable(self, names: tuple[str, ...], *, on: bool) -> None:
        """Enable or disable actions."""
        for name in names:
            self._made[name].setEnabled(on)
