"""Window state: where the window stood and how its pages were arranged, kept in a file of its own.

Only window state and paths go in here, nothing read from a document. A file that cannot be used is the same
as none: nobody is asked about it.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from platformdirs import user_state_path

from docdesk.foundation.files import write_whole

log = logging.getLogger(__name__)

FILE_NAME = "window.json"
MAX_BYTES = 1_000_000
"""Some sizes and paths; a larger file is no window state."""

FARTHEST = 100_000
"""Device-independent px: further out than any arrangement of screens."""

Rect = tuple[int, int, int, int]
"""x, y, width, height in device-independent px of the whole desktop."""


@dataclass(frozen=True, slots=True)
class WindowState:
    """How a window was left.

    `rect` is where it stands while not maximised, `workspace` the page that was shown, `pages` what each
    workspace keeps of itself, by its name.
    """

    rect: Rect | None = None
    maximised: bool = True
    workspace: str = ""
    pages: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


class StateFile:
    """The file that the window state is kept in."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> WindowState:
        """Return the state as it was kept, or the usual one."""
        try:
            with self._path.open("rb") as file:
                untrusted = json.loads(file.read(MAX_BYTES + 1).decode("utf-8"))
        except (OSError, ValueError, RecursionError):
            return WindowState()
        return _understood(untrusted) if isinstance(untrusted, dict) else WindowState()

    def write(self, state: WindowState) -> None:
        """Write what differs from the usual state, to a temporary file that then replaces the old one."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, json.dumps(_overrides(state), indent=1, sort_keys=True).encode())
        except OSError as error:
            # Nobody loses work by it, and there is nobody to ask while the window closes.
            log.info("the window state could not be kept: %s", type(error).__name__)


def usual_path() -> Path:
    """Return where the window state of this user is kept."""
    return user_state_path("docdesk", appauthor=False) / FILE_NAME


def _overrides(state: WindowState) -> dict[str, object]:
    usual = WindowState()
    kept = {
        "rect": state.rect,
        "maximised": state.maximised,
        "workspace": state.workspace,
        "pages": {name: dict(page) for name, page in state.pages.items() if page},
    }
    return {name: value for name, value in kept.items() if value != getattr(usual, name)}


def _understood(untrusted: dict[str, Any]) -> WindowState:
    maximised, workspace = untrusted.get("maximised", True), untrusted.get("workspace", "")
    pages = untrusted.get("pages", {})
    return WindowState(
        rect=_rect(untrusted.get("rect")),
        maximised=maximised if isinstance(maximised, bool) else True,
        workspace=workspace if isinstance(workspace, str) else "",
        pages={name: page for name, page in pages.items() if isinstance(page, dict)}
        if isinstance(pages, dict)
        else {},
    )


def _rect(untrusted: object) -> Rect | None:
    if not isinstance(untrusted, list) or len(untrusted) != 4:
        return None
    if not all(type(number) is int and abs(number) <= FARTHEST for number in untrusted):
        return None
    x, y, width, height = untrusted
    return (x, y, width, height) if width > 0 and height > 0 else None
