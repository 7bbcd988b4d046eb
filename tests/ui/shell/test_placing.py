"""A window opens where it was left, on a screen that exists."""

import pytest

from docdesk.ui.shell.placing import placed
from docdesk.ui.shell.window_state import Rect

LEFT: Rect = (0, 0, 1366, 768)
RIGHT: Rect = (1366, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("wanted", "screens", "found"),
    [
        pytest.param((100, 50, 1000, 600), [LEFT], (100, 50, 1000, 600), id="as it was left"),
        pytest.param((1500, 90, 1200, 800), [LEFT, RIGHT], (1500, 90, 1200, 800), id="second screen"),
        pytest.param((1500, 90, 1200, 800), [LEFT], None, id="the second screen is gone"),
        pytest.param((0, 0, 1920, 1080), [LEFT], LEFT, id="larger than the screen"),
        pytest.param((900, 300, 1000, 600), [LEFT], (366, 168, 1000, 600), id="reaches out of the screen"),
        pytest.param((-950, 0, 1000, 600), [LEFT], None, id="only a strip is seen"),
        pytest.param((0, -500, 1000, 600), [LEFT], None, id="its title is above"),
        pytest.param((100, 750, 1000, 600), [LEFT], None, id="its title is below"),
        pytest.param((100, 50, 1000, 600), [], None, id="no screen"),
    ],
)
def test_a_window_is_brought_within_a_screen(wanted: Rect, screens: list[Rect], found: Rect | None) -> None:
    assert placed(wanted, screens) == found
