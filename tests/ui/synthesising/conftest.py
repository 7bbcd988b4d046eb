"""The page of fictitious documents, opened, and closed at the end of the test."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.synthesising.stage_of_synthesis import Stage, staged


@pytest.fixture
def closed_stage(qtbot: QtBot) -> Iterator[Stage]:
    """A page that nobody has opened yet."""
    made = staged()
    qtbot.addWidget(made.workspace.page)
    made.workspace.page.resize(1280, 700)
    yield made
    made.close()


@pytest.fixture
def stage(qtbot: QtBot, closed_stage: Stage) -> Stage:
    """A page that is open, with the first document asked for."""
    page = closed_stage.workspace.page
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    closed_stage.workspace.focus_first()
    qtbot.waitUntil(lambda: bool(closed_stage.previewer.queue))
    return closed_stage


@pytest.fixture
def closed_again(qtbot: QtBot) -> Iterator[Stage]:
    """A second page, that nobody has opened yet either."""
    made = staged()
    qtbot.addWidget(made.workspace.page)
    yield made
    made.close()
