"""The stage on which the tests of the workspace play."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.inspecting.stage import Stage, staged


@pytest.fixture
def stage(qtbot: Any, tmp_path: Path) -> Iterator[Stage]:
    made = staged(tmp_path)
    qtbot.addWidget(made.workspace.page)
    made.workspace.page.resize(1366, 740)
    made.workspace.page.show()
    made.workspace.page.activateWindow()
    yield made
    made.background.close()
