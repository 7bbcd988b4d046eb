"""The guide's table of keys is that of the window, action by action."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from docdesk.settings.settings import Settings
from docdesk.settings.store import SettingsStore
from docdesk.ui.actions import group_of
from docdesk.ui.look.look import Look
from docdesk.ui.shell.main_window import MainWindow
from docdesk.ui.shell.window_state import StateFile
from docdesk.wording.catalogue import Wording
from tests.ui.inspecting.stage import staged

GUIDE = Path("docs/guide.md").read_text(encoding="utf-8")
HEAD = "| where | key | what it does |\n|---|---|---|\n"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    stage = staged(tmp_path)
    made = MainWindow(
        (stage.workspace,),
        look=Look("light"),
        wording=Wording(),
        background=stage.background,
        settings=SettingsStore(tmp_path / "settings.json", Settings()),
        state_file=StateFile(tmp_path / "window.json"),
        languages=("en",),
    )
    qtbot.addWidget(made)
    yield made
    stage.background.close()


def test_the_guide_lists_every_key_of_the_window(window: MainWindow) -> None:
    table = HEAD + "".join(f"{row}\n" for row in rows_of(window))
    start = GUIDE.index(HEAD)
    there = GUIDE[start : GUIDE.index("\n\n", start) + 1]
    assert there == table, f"put this into docs/guide.md:\n{table}"


def rows_of(window: QWidget) -> list[str]:
    """Return a row for each action that has a key, hidden ones too, by group."""
    wording = Wording()
    found: dict[str, dict[str, QAction]] = {}
    for owner in (window, *window.findChildren(QWidget)):
        for each in owner.actions():
            if group_of(each) and each.shortcuts():
                found.setdefault(group_of(each), {})[each.objectName()] = each
    return [
        f"| {wording.term(f'command_group.{group}')} | {_keys(each)} | {each.text().removesuffix('…')} |"
        for group, actions in found.items()
        for each in actions.values()
    ]


def _keys(action: QAction) -> str:
    portable = QKeySequence.SequenceFormat.PortableText
    return " ".join(f"`{keys.toString(portable)}`" for keys in action.shortcuts())
