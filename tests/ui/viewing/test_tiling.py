"""Filters over pictures that are worked out beside the window."""

from dataclasses import dataclass
from threading import Event
from weakref import ref

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from docdesk.imaging.deep import DeepImage, deepened
from docdesk.imaging.showing import Sight
from docdesk.ui.background import Background
from docdesk.ui.viewing.desk import ViewingDesk
from docdesk.ui.viewing.tiling import Tiling
from tests.ui.viewing.drawn_pictures import picture
from tests.ui.viewing.seen import colour_at


@dataclass(frozen=True)
class Lighter:
    """Adds to every pixel; waits for `go` where it has one."""

    by: int
    go: Event | None = None

    @property
    def key(self) -> int:
        return self.by

    def margin(self, scale: float) -> int:
        return 0

    def apply(self, part: np.ndarray, scale: float) -> np.ndarray:
        if self.go is not None:
            assert self.go.wait(20)
        return part + np.uint8(self.by)


class Broken(Lighter):
    """Fails on every part."""

    def apply(self, part: np.ndarray, scale: float) -> np.ndarray:
        raise ArithmeticError


@pytest.fixture
def image() -> DeepImage:
    return deepened(np.full((900, 1200), 50, np.uint8))


@pytest.fixture
def tiling(qtbot: QtBot, background: Background) -> Tiling:
    return Tiling(background)


def value(tiling: Tiling, image: DeepImage) -> int:
    """The value that would be shown now of a sight of four tiles."""
    seen = Sight(0, (100, 100, 1000, 800))
    cut = tiling.cut(image, seen)
    return 50 if cut is None else int(cut(seen.level, seen.box).max())


def settle(qtbot: QtBot, tiling: Tiling, image: DeepImage, expected: int) -> None:
    qtbot.waitUntil(lambda: value(tiling, image) == expected)


def test_the_picture_as_it_is_until_the_filtered_one_is_ready(
    tiling: Tiling, image: DeepImage, qtbot: QtBot
) -> None:
    go = Event()
    tiling.set_filters(Lighter(100, go))
    assert value(tiling, image) == 50
    go.set()
    settle(qtbot, tiling, image, 150)


def test_the_filters_before_stay_until_the_new_ones_are_ready(
    tiling: Tiling, image: DeepImage, qtbot: QtBot
) -> None:
    tiling.set_filters(Lighter(100))
    settle(qtbot, tiling, image, 150)
    go = Event()
    tiling.set_filters(Lighter(20, go))
    assert value(tiling, image) == 150
    go.set()
    settle(qtbot, tiling, image, 70)


def test_filters_that_are_taken_away_are_gone_at_once(tiling: Tiling, image: DeepImage, qtbot: QtBot) -> None:
    tiling.set_filters(Lighter(100))
    settle(qtbot, tiling, image, 150)
    tiling.set_filters(None)
    assert value(tiling, image) == 50


def test_all_tiles_of_a_sight_get_ready_in_the_end(
    tiling: Tiling, image: DeepImage, background: Background, qtbot: QtBot
) -> None:
    tiling.set_filters(Lighter(1))
    settle(qtbot, tiling, image, 51)
    while True:
        value(tiling, image)
        if not background.busy:
            break
        with qtbot.waitSignal(tiling.ready):
            pass
    assert tiling.cut(image, Sight(0, (0, 0, 5, 5))) is not None


def test_filters_that_fail_leave_the_picture_as_it_is_and_are_not_tried_again(
    tiling: Tiling, image: DeepImage, qtbot: QtBot
) -> None:
    tiling.set_filters(Broken(3))
    with qtbot.captureExceptions() as faults:
        value(tiling, image)
        qtbot.waitUntil(lambda: bool(faults))
    assert faults[0][0] is ArithmeticError
    assert tiling.filters is None
    assert value(tiling, image) == 50


def test_a_picture_that_is_gone_is_not_kept_alive(tiling: Tiling, qtbot: QtBot) -> None:
    image = deepened(np.full((900, 1200), 50, np.uint8))
    gone = ref(image)
    go = Event()
    tiling.set_filters(Lighter(1, go))
    value(tiling, image)
    tiling.forget(image)
    go.set()
    del image
    qtbot.waitUntil(lambda: gone() is None)


def test_a_view_shows_the_filtered_picture_by_itself_and_says_so(desk: ViewingDesk, qtbot: QtBot) -> None:
    desk.set_pictures((picture("d/vis", light="VIS", value=60),))
    view = desk.views()[0]
    plain = view.grab().toImage()
    spot = view.width() / 2, view.height() / 2
    desk.set_filters(Lighter(100), "Filtered: lighter")
    qtbot.waitUntil(lambda: colour_at(view, spot) == (160, 160, 160))
    desk.set_filters(None)
    assert colour_at(view, spot) == (60, 60, 60)
    assert view.grab().toImage() == plain, "without filters nothing is said of them"
