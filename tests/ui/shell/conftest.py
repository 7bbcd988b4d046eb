"""Windows for the tests of the shell, closed and freed at their end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from docdesk.ui.background import Background
from docdesk.ui.shell.main_window import MainWindow
from tests.ui.shell.fakes import FakeWorkspace, a_window


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def workspaces(qtbot: QtBot) -> tuple[FakeWorkspace, FakeWorkspace]:
    return FakeWorkspace(), FakeWorkspace("second")


@pytest.fixture
def open_window(
    qtbot: QtBot, tmp_path: Path, background: Background, workspaces: tuple[FakeWorkspace, FakeWorkspace]
) -> Callable[[], MainWindow]:
    """Opens a window with two workspaces; its files lie in the folder of the test."""

    def open_it() -> MainWindow:
        made = a_window(tmp_path, *workspaces, background=background)
        qtbot.addWidget(made, before_close_func=free_to_close)
        made.resize(1200, 700)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.current.focus_first()
        return made

    def free_to_close(_window: MainWindow) -> None:
        for page in workspaces:
            page.under_way = page.would_lose = None

    return open_it


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    return open_window()
