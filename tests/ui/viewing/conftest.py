"""What the viewing kit is tested with: a real desk, shown offscreen."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from docdesk.ui.background import Background
from docdesk.ui.look.look import Look
from docdesk.ui.viewing.desk import ViewingDesk
from docdesk.wording.catalogue import Wording
from tests.ui.viewing.drawn_pictures import lights


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


@pytest.fixture
def filled(desk: ViewingDesk) -> ViewingDesk:
    """A desk with three lights of one document, the keys on its view."""
    desk.set_pictures(lights())
    desk.views()[0].setFocus()
    return desk
