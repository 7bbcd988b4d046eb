"""Pages that no button of the rail leads to: opened by their command, left to where the user was."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from docdesk.settings.settings import Settings
from docdesk.settings.store import SettingsStore
from docdesk.ui.background import Background
from docdesk.ui.look.look import Look
from docdesk.ui.shell.commands import actions_in
from docdesk.ui.shell.main_window import MainWindow
from docdesk.ui.shell.rail import Rail
from docdesk.ui.shell.window_state import StateFile
from tests.ui.keys import ambiguous_keys
from tests.ui.shell.fakes import WORDS, FakeWording, FakeWorkspace

Pages = tuple[FakeWorkspace, FakeWorkspace, FakeWorkspace]


class MoreWording(FakeWording):
    """Knows the page apart too."""

    def term(self, key: str) -> str:
        return {"workspace.aside": "Aside", "command.go.aside": "Step aside"}.get(key) or super().term(key)


@pytest.fixture
def pages(qtbot: QtBot) -> Pages:
    """Two on the rail and one apart."""
    return FakeWorkspace(), FakeWorkspace("second"), FakeWorkspace("aside")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, background: Background, pages: Pages) -> MainWindow:
    made = opened(tmp_path, background, pages)
    qtbot.addWidget(made)
    made.show()
    return made


def opened(folder: Path, background: Background, pages: Pages) -> MainWindow:
    return MainWindow(
        pages[:2],
        apart=pages[2:],
        look=Look("light"),
        wording=MoreWording(),
        background=background,
        settings=SettingsStore(folder / "settings.json", Settings()),
        state_file=StateFile(folder / "window.json"),
        languages=("en",),
    )


def on_rail(window: MainWindow) -> list[QToolButton]:
    rail = window.findChild(Rail)
    assert rail is not None
    return [button for button in rail.findChildren(QToolButton) if button.isCheckable()]


def test_the_rail_has_no_button_for_a_page_apart(window: MainWindow) -> None:
    assert [button.text() for button in on_rail(window)] == [
        WORDS["workspace.first"],
        WORDS["workspace.second"],
    ]


def test_its_command_opens_it_and_no_button_is_down(window: MainWindow, pages: Pages) -> None:
    (step,) = [each for each in actions_in(window) if each.text() == "Step aside"]
    assert not step.shortcuts()
    step.trigger()
    assert window.current is pages[2]
    assert pages[2].line.hasFocus() or not window.isActiveWindow()
    assert not any(button.isChecked() for button in on_rail(window))


def test_leaving_it_goes_back_to_where_the_user_was(window: MainWindow, pages: Pages) -> None:
    window.open_workspace(1)
    window.open_workspace(2)
    pages[2].news.left.emit()
    assert window.current is pages[1]
    assert [button.isChecked() for button in on_rail(window)] == [False, True]


def test_a_button_of_the_rail_leads_away_from_it(window: MainWindow, pages: Pages) -> None:
    window.open_workspace(2)
    on_rail(window)[0].click()
    assert window.current is pages[0]
    assert [button.isChecked() for button in on_rail(window)] == [True, False]


def test_what_is_not_open_cannot_be_left(window: MainWindow, pages: Pages) -> None:
    window.open_workspace(1)
    pages[2].news.left.emit()
    assert window.current is pages[1]


def test_its_state_is_kept_but_the_window_opens_on_the_rail(
    qtbot: QtBot, tmp_path: Path, background: Background, window: MainWindow, pages: Pages
) -> None:
    pages[2].kept = {"part": 1}
    window.open_workspace(2)
    window.close_at_once()
    again: Pages = (FakeWorkspace(), FakeWorkspace("second"), FakeWorkspace("aside"))
    second = opened(tmp_path, background, again)
    qtbot.addWidget(second)
    assert second.current is again[0]
    assert again[2].restored == {"part": 1}


def test_keys_of_different_pages_do_not_meet(window: MainWindow) -> None:
    assert ambiguous_keys(window) == []
