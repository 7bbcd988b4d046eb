"""What the tests of markings share."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from docdesk.ui.background import Background
from tests.ui.viewing.marking.bench import Bench


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    background = Background()
    yield Bench(qtbot, background)
    background.close()
