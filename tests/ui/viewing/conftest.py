"""What the viewing kit is tested with: a real desk, shown offscreen."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from docdesk.ui.background import Background
from docdesk.ui.look.look import Look
from docdesk.ui.viewing.desk import ViewingDesk
from docdesk.wording.catalogue import Wording


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot, background: Background) -> ViewingDesk:
    made = ViewingDesk(Look("light"), Wording(), background)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made
