"""One view in a real widget: mouse, wheel, keys, marks, tools."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from docdesk.foundation.geometry import Point
from docdesk.ui.background import Background
from docdesk.ui.look.look import Look
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.marks import Mark
from docdesk.ui.viewing.picture import Picture
from docdesk.ui.viewing.tiling import Tiling
from docdesk.ui.viewing.view import View
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign
from tests.ui.viewing.drawn_pictures import picture
from tests.ui.viewing.seen import Heard, colour_at, drag

PLACE = ((100, 100), (160, 100), (160, 140), (100, 140))


@pytest.fixture
def view(qtbot: QtBot, background: Background) -> View:
    made = View(Look("light"), Wording(), Tiling(background))
    qtbot.addWidget(made)
    made.resize(500, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.set_picture(picture(value=90))
    return made


class Pen:
    """A tool that remembers what it was told."""

    def __init__(self, *, takes: bool = True) -> None:
        self.told: list[str] = []
        self.points: list[Point] = []
        self._takes = takes

    def press(self, point: Point, event: QMouseEvent) -> None:
        self.told.append("press")
        self.points.append(point)
        event.setAccepted(self._takes)

    def move(self, point: Point, event: QMouseEvent) -> None:
        self.told.append("move")

    def release(self, point: Point, event: QMouseEvent) -> None:
        self.told.append("release")

    def key(self, event: QKeyEvent) -> bool:
        self.told.append("key")
        return event.key() == Qt.Key.Key_Left

    def paint(self, painter: QPainter, frame: Frame) -> None:
        painter.fillRect(0, 380, 20, 20, Qt.GlobalColor.red)

    def cursor(self) -> Qt.CursorShape:
        return Qt.CursorShape.UpArrowCursor


class Stamp:
    """A painter that fills a square round a point of the picture."""

    def paint(self, painter: QPainter, frame: Frame, shown: Picture) -> None:
        x, y = frame.to_view((50, 50))
        painter.fillRect(int(x) - 3, int(y) - 3, 6, 6, Qt.GlobalColor.blue)


def turn_wheel(
    view: View, at: QPoint, *, angle: int = 0, pixels: tuple[int, int] = (0, 0), ctrl: bool = False
) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(*pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_a_picture_is_fitted_and_painted_on_the_stage(view: View) -> None:
    assert view.frame == Frame.fitting((400, 300), (500.0, 400.0))
    assert view.accessibleName() == "View of d/vis"
    assert colour_at(view, (250, 200)) == (90, 90, 90)
    assert colour_at(view, (250, 2)) == (0xD5, 0xD9, 0xDE)


def test_without_a_picture_there_is_the_stage_and_a_name_that_says_so(view: View) -> None:
    view.set_picture(None)
    assert colour_at(view, (250, 200)) == (0xD5, 0xD9, 0xDE)
    assert view.accessibleName() == "View without a picture"
    QTest.keyClick(view, Qt.Key.Key_Left)
    drag(view, QPoint(10, 10), (50, 50))


def test_the_wheel_zooms_to_the_cursor(view: View) -> None:
    under = view.frame.to_picture((400, 100))
    turn_wheel(view, QPoint(400, 100), angle=120)
    assert view.frame.zoom == pytest.approx(1.25 * 1.25)
    assert view.frame.to_picture((400, 100)) == pytest.approx(under)
    turn_wheel(view, QPoint(400, 100), angle=-120)
    assert view.frame.zoom == pytest.approx(1.25)


def test_two_fingers_move_the_picture_and_zoom_it_with_ctrl(view: View) -> None:
    before = view.frame
    turn_wheel(view, QPoint(250, 200), angle=30, pixels=(12, 8))
    assert view.frame.zoom == before.zoom
    assert view.frame.to_view(before.centre) == pytest.approx((262, 208))
    turn_wheel(view, QPoint(250, 200), angle=120, pixels=(0, 8), ctrl=True)
    assert view.frame.zoom > before.zoom


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
def test_dragging_moves_the_picture_with_the_hand(view: View, button: Qt.MouseButton) -> None:
    moved = Heard.of(view.hovered)
    held = view.frame.to_picture((200, 150))
    drag(view, QPoint(200, 150), (60, -40), button)
    assert view.frame.to_picture((260, 110)) == pytest.approx(held)
    assert moved.news
    assert not view.fits


@pytest.mark.parametrize(
    ("key", "way"),
    [
        (Qt.Key.Key_Left, (1, 0)),
        (Qt.Key.Key_Right, (-1, 0)),
        (Qt.Key.Key_Up, (0, 1)),
        (Qt.Key.Key_Down, (0, -1)),
    ],
)
def test_an_arrow_looks_that_way(view: View, key: Qt.Key, way: tuple[int, int]) -> None:
    centre = view.frame.centre
    QTest.keyClick(view, key)
    x, y = view.frame.to_view(centre)
    assert (x - 250, y - 200) == pytest.approx((way[0] * 500 / 8, way[1] * 400 / 8))


def test_resizing_keeps_fitting_until_somebody_moved_the_picture(view: View) -> None:
    view.resize(700, 400)
    assert view.frame == Frame.fitting((400, 300), (700.0, 400.0))
    view.zoom_by(2)
    zoom, centre = view.frame.zoom, view.frame.centre
    view.resize(500, 300)
    assert (view.frame.zoom, view.frame.centre) == (zoom, centre)
    assert view.frame.view == (500, 300)
    view.fit()
    assert view.fits


def test_a_turned_picture_that_fitted_still_fits(view: View) -> None:
    view.turn(90)
    assert view.frame.angle == 90
    assert view.frame.zoom == pytest.approx(1.0)
    view.zoom_by(3)
    view.turn(-90)
    assert view.frame.zoom == pytest.approx(3.0)


def test_one_to_one_is_one_pixel_of_the_screen(view: View) -> None:
    view.one_to_one()
    assert view.frame.zoom * view.devicePixelRatioF() == pytest.approx(1.0)


def test_a_new_picture_of_the_same_size_is_seen_through_the_same_frame(view: View) -> None:
    view.zoom_by(3, (10, 10))
    frame = view.frame
    view.set_picture(picture("d/ir", value=10))
    assert view.frame == frame
    view.set_picture(picture("d/uv", size=(100, 100)))
    assert view.frame == Frame.fitting((100, 100), (500.0, 400.0))


def test_crisp_or_smooth_is_seen(view: View) -> None:
    view.set_picture(picture("d/noise"))
    view.set_frame(Frame((400, 300), (500.0, 400.0), (200.0, 150.0), 64.0))
    smooth = {colour_at(view, (300 + x, 200)) for x in range(0, 40, 4)}
    view.set_smooth(smooth=False)
    crisp = {colour_at(view, (300 + x, 200)) for x in range(0, 40, 4)}
    assert len(crisp) <= 2 < len(smooth)


def test_the_mouse_tells_where_it_is_in_the_picture(view: View) -> None:
    heard = Heard.of(view.hovered)
    QTest.mouseMove(view, QPoint(250, 200))
    # The mouse moves by whole pixels of the screen, which are finer or coarser than those of the view.
    assert heard.last == pytest.approx((200, 150), abs=0.6)


def test_flying_to_a_place_brings_it_to_the_middle_and_marks_it_for_a_moment(
    view: View, qtbot: QtBot
) -> None:
    view.fly_to(PLACE)
    assert view.frame.to_view((130, 120)) == pytest.approx((250, 200))
    during = view.grab().toImage()
    qtbot.waitUntil(lambda: view.grab().toImage() != during)
    qtbot.waitUntil(lambda: colour_at(view, (250, 200)) == (90, 90, 90))
    view.resize(600, 500)
    assert view.frame.to_view((130, 120)) == pytest.approx((300, 250)), "it stays there in another size"
    assert view.frame == view.frame.flown_to(PLACE), "and as large as it would be there"


def test_clicking_a_mark_chooses_it_and_dragging_over_it_does_not(view: View) -> None:
    chosen = Heard.of(view.mark_chosen)
    view.set_marks([Mark("place", PLACE, Sign.ANOMALY, "Digit")])
    at = QPoint(*(int(value) for value in view.frame.to_view((130, 120))))
    drag(view, at, (60, 0))
    assert not chosen.news
    at = QPoint(*(int(value) for value in view.frame.to_view((130, 120))))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert chosen.news == ["place"]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(490, 390))
    assert chosen.news == ["place"]


def test_what_stands_above_the_picture_is_painted(view: View) -> None:
    view.above.append(Stamp())
    view.set_tool(Pen())
    x, y = view.frame.to_view((50, 50))
    assert colour_at(view, (x, y)) == (0, 0, 255)
    assert colour_at(view, (10, 390)) == (255, 0, 0)


def test_a_tool_has_the_left_button_the_keys_and_the_cursor(view: View) -> None:
    pen = Pen()
    view.set_tool(pen)
    frame = view.frame
    drag(view, QPoint(250, 200), (50, 20))
    assert (pen.told[0], pen.told[-1]) == ("press", "release")
    assert pen.points[0] == pytest.approx((200, 150))
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.frame == frame, "the tool took the key"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.frame != frame, "a key that the tool leaves moves the picture"
    assert view.cursor().shape() is Qt.CursorShape.UpArrowCursor
    drag(view, QPoint(250, 200), (50, 20), Qt.MouseButton.MiddleButton)
    assert pen.told.count("press") == 1


def test_a_press_that_a_tool_ignores_moves_the_picture(view: View) -> None:
    view.set_tool(Pen(takes=False))
    held = view.frame.to_picture((250, 200))
    drag(view, QPoint(250, 200), (50, 20))
    assert view.frame.to_picture((300, 220)) == pytest.approx(held)


def test_a_change_of_theme_paints_anew(qtbot: QtBot, background: Background) -> None:
    look = Look("light")
    view = View(look, Wording(), Tiling(background))
    qtbot.addWidget(view)
    view.resize(300, 300)
    with qtbot.waitExposed(view):
        view.show()
    view.set_picture(picture())
    before = colour_at(view, (150, 2))
    look.want("dark")
    assert colour_at(view, (150, 2)) != before
    look.want("light")
