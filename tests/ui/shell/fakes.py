"""A small workspace and a window around it, for tests of the shell."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from docdesk.settings.settings import Settings
from docdesk.settings.store import SettingsStore
from docdesk.ui.actions import action, refuse
from docdesk.ui.background import Background
from docdesk.ui.look.look import Look
from docdesk.ui.shell.main_window import MainWindow
from docdesk.ui.shell.window_state import StateFile
from docdesk.ui.shell.workspace import News
from docdesk.wording.catalogue import Wording

WORDS = {
    "workspace.first": "First",
    "workspace.second": "Second",
    "command.go.first": "Go to First",
    "command.go.second": "Go to Second",
    "command_group.paper": "Paper",
    "command.paper.fold": "Fold the paper",
    "command.paper.burn": "Burn the paper",
}


class FakeWording(Wording):
    """Knows the words of the fake workspaces besides."""

    def term(self, key: str) -> str:
        return WORDS.get(key) or super().term(key)


class FakeWorkspace:
    """A page with a line, a button and two commands, one of which cannot be done."""

    icon_name = "inspect"

    def __init__(self, name: str = "first") -> None:
        self.name = name
        self.news = News()
        self.page = QWidget()
        self.line = QLineEdit()
        self.line.setAccessibleName("a line")
        self.button = QPushButton("press")
        column = QVBoxLayout(self.page)
        column.addWidget(self.line)
        column.addWidget(self.button)
        said = FakeWording()
        self.fold = action(self.page, said, "paper.fold", self.do, keys=("Ctrl+T",))
        self.burn = action(self.page, said, "paper.burn", self.do, keys=("B",))
        refuse(self.burn, "It is the only one.")
        self.done = 0
        self.stopped = 0
        self.kept: Mapping[str, object] = {}
        self.restored: Mapping[str, object] | None = None
        self.under_way: str | None = None
        self.would_lose: str | None = None

    def widget(self) -> QWidget:
        return self.page

    def focus_first(self) -> None:
        self.line.setFocus()

    def do(self) -> None:
        self.done += 1

    def stop(self) -> None:
        self.stopped += 1

    def busy(self) -> str | None:
        return self.under_way

    def may_close(self) -> str | None:
        return self.would_lose

    def state(self) -> Mapping[str, object]:
        return self.kept

    def restore(self, untrusted: Mapping[str, object]) -> None:
        self.restored = untrusted


def a_window(
    folder: Path,
    *workspaces: FakeWorkspace,
    background: Background,
    settings: Settings | None = None,
    wording: Wording | None = None,
) -> MainWindow:
    """Return a window whose files lie in a folder."""
    return MainWindow(
        workspaces or (FakeWorkspace(), FakeWorkspace("second")),
        look=Look("light"),
        wording=wording or FakeWording(),
        background=background,
        settings=SettingsStore(folder / "settings.json", settings or Settings()),
        state_file=StateFile(folder / "window.json"),
        languages=("en", "de"),
    )
