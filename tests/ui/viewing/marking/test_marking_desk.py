"""Measuring and marking by hand, on real views: clicks, drags, keys, undo, the list, the grid."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from docdesk.foundation.geometry import Point
from docdesk.imaging.deep import deepened
from docdesk.ui.background import Background
from docdesk.ui.look.look import Look
from docdesk.ui.undo import UndoStack
from docdesk.ui.viewing.marking.commands import TOOLS
from docdesk.ui.viewing.marking.desk import MarkingDesk
from docdesk.ui.viewing.marking.records import Angle, Arrow, Label, Marking, Region, Ruler
from docdesk.ui.viewing.marking.words import measured
from docdesk.ui.viewing.picture import Picture, Scale
from docdesk.ui.viewing.tiling import Tiling
from docdesk.ui.viewing.view import View
from docdesk.wording.catalogue import Wording, english

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def picture(key: str, scale: Scale | None = None) -> Picture:
    return Picture(key, key, deepened(np.full((300, 400), 128, np.uint8)), scale)


class Bench:
    """Two views of pictures of 400 x 300 px, shown one to one, with a desk of markings."""

    def __init__(self, qtbot: QtBot, background: Background) -> None:
        self.qtbot = qtbot
        self.host = QWidget()
        qtbot.addWidget(self.host)
        look, wording = Look("light"), Wording()
        tiling = Tiling(background, self.host)
        self.undo = UndoStack(self.host)
        self.desk = MarkingDesk(self.host, wording, self.undo)
        self.views = [View(look, wording, tiling, self.host) for _ in range(2)]
        row = QHBoxLayout(self.host)
        for view in self.views:
            view.setFixedSize(400, 300)
            row.addWidget(view)
        row.addWidget(self.desk.panel)
        self.views[0].set_picture(picture("d/VIS", Scale(10.0, "marking.scale_unknown")))
        self.views[1].set_picture(picture("d/UV"))
        for view in self.views:
            self.desk.attach(view)
        self.hints: list[str] = []
        self.desk.told.connect(self.hints.append)
        with qtbot.waitExposed(self.host):
            self.host.show()
        for view in self.views:
            view.fit()
        self.view.setFocus()

    @property
    def view(self) -> View:
        return self.views[0]

    @property
    def drawn(self) -> tuple[Marking, ...]:
        return self.desk.markings("d/VIS")

    @property
    def table(self) -> QTableView:
        found = self.desk.panel.findChild(QTableView)
        assert isinstance(found, QTableView)
        return found

    @property
    def line(self) -> QLineEdit | None:
        found = [each for each in self.view.findChildren(QLineEdit) if each.isVisible()]
        return found[0] if found else None

    def action(self, name: str) -> QAction:
        found = self.host.findChild(QAction, f"mark.{name}")
        assert isinstance(found, QAction)
        return found

    def mouse(
        self, kind: QEvent.Type, at: Point, keys: Qt.KeyboardModifier = NONE, *, down: bool = True
    ) -> None:
        """Send a mouse event at a point of the first picture, as exactly as a mouse has it."""
        local = QPointF(*self.view.frame.to_view(at))
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
        buttons = LEFT if down else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, local, self.view.mapToGlobal(local), button, buttons, keys)
        QApplication.sendEvent(self.view, event)

    def click(self, *points: Point, keys: Qt.KeyboardModifier = NONE) -> None:
        for at in points:
            self.mouse(QEvent.Type.MouseMove, at, keys, down=False)
            self.mouse(QEvent.Type.MouseButtonPress, at, keys)
            self.mouse(QEvent.Type.MouseButtonRelease, at, keys, down=False)

    def drag(self, *points: Point, keys: Qt.KeyboardModifier = NONE) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, points[0], keys)
        for at in points[1:]:
            self.mouse(QEvent.Type.MouseMove, at, keys)
        self.mouse(QEvent.Type.MouseButtonRelease, points[-1], keys, down=False)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            self.qtbot.keyClick(self.view, key, keys)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    background = Background()
    yield Bench(qtbot, background)
    background.close()


def near(points: tuple[Point, ...]) -> list[tuple[float, float]]:
    return [(round(x, 3), round(y, 3)) for x, y in points]


# --- Measuring ---


def test_m_measures_by_a_drag(bench: Bench) -> None:
    bench.key(Qt.Key.Key_M)
    bench.drag((50, 60), (100, 90), (150, 60))
    assert isinstance(bench.drawn[0], Ruler)
    assert near(bench.drawn[0].points) == [(50, 60), (150, 60)]
    assert measured(bench.drawn[0], bench.view.picture.scale, Wording()) == "10.0 mm"


def test_m_measures_by_two_clicks(bench: Bench) -> None:
    bench.key(Qt.Key.Key_M)
    bench.click((50, 60))
    assert bench.drawn == ()
    bench.click((50, 160))
    assert near(bench.drawn[0].points) == [(50, 60), (50, 160)]


def test_a_drag_after_a_click_ends_what_the_click_began(bench: Bench) -> None:
    bench.key(Qt.Key.Key_M)
    bench.click((50, 60))
    bench.drag((100, 90), (150, 60))
    assert near(bench.drawn[0].points) == [(50, 60), (150, 60)]


@pytest.mark.parametrize(
    ("to", "snapped"), [((150, 70), (150, 60)), ((60, 160), (50, 160)), ((140, 160), (145, 155))]
)
def test_shift_keeps_to_level_upright_and_diagonal(bench: Bench, to: Point, snapped: Point) -> None:
    bench.key(Qt.Key.Key_M)
    bench.drag((50, 60), to, keys=SHIFT)
    assert near(bench.drawn[0].points) == [(50, 60), snapped]


def test_shift_snaps_to_what_is_level_as_seen(bench: Bench) -> None:
    bench.view.turn(90)
    bench.key(Qt.Key.Key_M)
    start = bench.view.frame.to_picture((100, 100))
    aside = bench.view.frame.to_picture((200, 110))
    bench.drag(start, aside, keys=SHIFT)
    ends = [bench.view.frame.to_view(point) for point in bench.drawn[0].points]
    assert ends[1] == pytest.approx((200, 100))


def test_an_angle_takes_three_clicks(bench: Bench) -> None:
    bench.key(Qt.Key.Key_M, SHIFT)
    bench.click((200, 100), (100, 100), (100, 200))
    assert isinstance(bench.drawn[0], Angle)
    assert measured(bench.drawn[0], None, Wording()) == "90.0°"


def test_tools_go_on_drawing_until_they_are_put_away(bench: Bench) -> None:
    bench.key(Qt.Key.Key_M)
    bench.drag((50, 60), (150, 60))
    bench.drag((50, 80), (150, 80))
    assert [each.key for each in bench.drawn] == ["ruler-1", "ruler-2"]
    bench.key(Qt.Key.Key_M)
    assert bench.view.tool is None
    assert not bench.action("measure").isChecked()


# --- Marking ---


def test_an_arrow_is_drawn_from_tail_to_tip_and_its_text_written_at_once(bench: Bench) -> None:
    bench.key(Qt.Key.Key_A)
    bench.drag((200, 200), (100, 100))
    assert isinstance(bench.drawn[0], Arrow)
    assert near(bench.drawn[0].points) == [(200, 200), (100, 100)]
    line = bench.line
    assert line is not None
    assert line.hasFocus()
    assert line.accessibleName() == "Text of: Arrow"
    bench.qtbot.keyClicks(line, "ma")
    bench.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert bench.drawn[0].text == "ma", "the letters are no tools while a text is written"
    assert bench.line is None
    assert bench.view.hasFocus()
    bench.undo.undo()
    assert bench.drawn[0].text == ""


def test_labels_count_up(bench: Bench) -> None:
    bench.key(Qt.Key.Key_A, SHIFT)
    for at in ((50, 50), (90, 90), (130, 130)):
        bench.click(at)
        bench.qtbot.keyClick(bench.line, Qt.Key.Key_Escape)
    assert [(each.number, near(each.points)) for each in bench.drawn if isinstance(each, Label)] == [
        (1, [(50, 50)]),
        (2, [(90, 90)]),
        (3, [(130, 130)]),
    ]
    assert bench.view.tool is not None, "Esc dropped the text, not the tool"


def test_a_text_is_kept_when_the_focus_goes_elsewhere(bench: Bench) -> None:
    bench.key(Qt.Key.Key_A, SHIFT)
    bench.click((50, 50))
    bench.qtbot.keyClicks(bench.line, "seen")
    bench.views[1].setFocus()
    assert bench.drawn[0].text == "seen"
    assert bench.line is None


def test_a_text_line_stays_beside_its_marking(bench: Bench) -> None:
    bench.key(Qt.Key.Key_A, SHIFT)
    bench.click((50, 50))
    line = bench.line
    assert line is not None
    before = line.pos()
    bench.view.pan((30, 10))
    assert line.pos() == before + QPoint(30, 10)


def test_a_drag_marks_a_rectangle_and_clicks_a_polygon(bench: Bench) -> None:
    bench.key(Qt.Key.Key_E)
    bench.drag((50, 50), (150, 120))
    bench.click((200, 50), (300, 50), (300, 150), (200, 50))
    rectangle, polygon = bench.drawn
    assert isinstance(rectangle, Region)
    assert isinstance(polygon, Region)
    assert (rectangle.shape, near(rectangle.points)) == (
        "rectangle",
        [(50, 50), (150, 50), (150, 120), (50, 120)],
    )
    assert (polygon.shape, near(polygon.points)) == ("polygon", [(200, 50), (300, 50), (300, 150)])


def test_a_double_click_closes_a_polygon(bench: Bench) -> None:
    bench.key(Qt.Key.Key_E)
    bench.click((200, 50), (300, 50), (300, 150))
    bench.mouse(QEvent.Type.MouseButtonDblClick, (300, 150))
    bench.mouse(QEvent.Type.MouseButtonRelease, (300, 150), down=False)
    assert len(bench.drawn[0].points) == 3


def test_a_rectangle_is_upright_as_seen(bench: Bench) -> None:
    bench.view.turn(30)
    bench.key(Qt.Key.Key_E)
    frame = bench.view.frame
    bench.drag(frame.to_picture((120, 100)), frame.to_picture((250, 180)))
    seen = near(tuple(frame.to_view(point) for point in bench.drawn[0].points))
    assert seen == [(120, 100), (250, 100), (250, 180), (120, 180)]


def test_a_region_is_drawn_freehand(bench: Bench) -> None:
    bench.key(Qt.Key.Key_E, SHIFT)
    bench.drag((50, 50), (100, 40), (150, 60), (140, 120), (60, 110))
    region = bench.drawn[0]
    assert isinstance(region, Region)
    assert region.shape == "outline"
    assert len(region.points) == 5
    bench.drag((50, 50), (57, 50))
    assert len(bench.drawn) == 1, "two points enclose nothing"


def test_a_click_is_no_drag(bench: Bench) -> None:
    bench.key(Qt.Key.Key_E)
    bench.drag((50, 50), (52, 51))
    assert bench.drawn == ()


# --- By keys alone ---


def test_a_length_is_measured_by_keys_alone(bench: Bench) -> None:
    bench.key(Qt.Key.Key_M)
    bench.key(Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_Right, times=5)
    bench.key(Qt.Key.Key_Right, SHIFT, times=3)
    bench.key(Qt.Key.Key_Return)
    start, end = bench.drawn[0].points
    assert near((start,)) == [(200, 150)]
    assert end[0] - start[0] == pytest.approx(53)
    assert end[1] == pytest.approx(start[1])


def test_esc_drops_what_was_begun_and_then_the_tool(bench: Bench) -> None:
    bench.key(Qt.Key.Key_M)
    bench.click((50, 60))
    bench.key(Qt.Key.Key_Escape)
    assert bench.view.tool is not None
    bench.click((50, 160))
    assert bench.drawn == ()
    bench.key(Qt.Key.Key_Escape)
    bench.key(Qt.Key.Key_Escape)
    assert bench.view.tool is None
    assert bench.hints[-1] == ""


def test_without_a_tool_arrow_keys_move_the_picture(bench: Bench) -> None:
    before = bench.view.frame.centre
    bench.key(Qt.Key.Key_Right)
    assert bench.view.frame.centre != before


# --- Choosing ---


def with_rectangle(bench: Bench) -> None:
    corners = ((50.0, 50.0), (150.0, 50.0), (150.0, 120.0), (50.0, 120.0))
    bench.desk.set_markings("d/VIS", (Region("region-1", corners, "rectangle"),))
    bench.key(Qt.Key.Key_V)


def test_a_marking_is_dragged_and_the_drag_is_one_step(bench: Bench) -> None:
    with_rectangle(bench)
    bench.drag((100, 80), (105, 85), (110, 90), (120, 100))
    assert near(bench.drawn[0].points)[0] == (70, 70)
    assert bench.undo.count() == 1
    bench.undo.undo()
    assert near(bench.drawn[0].points)[0] == (50, 50)


def test_a_corner_is_dragged_once_the_marking_is_chosen(bench: Bench) -> None:
    with_rectangle(bench)
    bench.click((100, 80))
    bench.drag((150, 120), (160, 130), (200, 160))
    assert near(bench.drawn[0].points) == [(50, 50), (200, 50), (200, 160), (50, 160)]


def test_arrow_keys_move_what_is_chosen(bench: Bench) -> None:
    with_rectangle(bench)
    bench.click((100, 80))
    bench.key(Qt.Key.Key_Right, times=3)
    bench.key(Qt.Key.Key_Down, SHIFT)
    assert near(bench.drawn[0].points)[0] == (53, 60)


def test_delete_deletes_and_undo_brings_back(bench: Bench) -> None:
    with_rectangle(bench)
    bench.click((100, 80))
    bench.key(Qt.Key.Key_Delete)
    assert bench.drawn == ()
    bench.undo.undo()
    assert len(bench.drawn) == 1


def test_two_clicks_or_enter_write_the_text(bench: Bench) -> None:
    with_rectangle(bench)
    bench.click((100, 80))
    bench.mouse(QEvent.Type.MouseButtonDblClick, (100, 80))
    bench.mouse(QEvent.Type.MouseButtonRelease, (100, 80), down=False)
    assert bench.line is not None
    bench.qtbot.keyClicks(bench.line, "a")
    bench.qtbot.keyClick(bench.line, Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_Return)
    bench.qtbot.keyClicks(bench.line, "b")
    bench.qtbot.keyClick(bench.line, Qt.Key.Key_Return)
    assert bench.drawn[0].text == "b"


def test_a_press_on_no_marking_moves_the_picture(bench: Bench) -> None:
    with_rectangle(bench)
    bench.view.zoom_by(2)
    before = bench.view.frame.to_view((0, 0))
    bench.mouse(QEvent.Type.MouseButtonPress, (250, 200))
    bench.mouse(QEvent.Type.MouseMove, (230, 190))
    bench.mouse(QEvent.Type.MouseButtonRelease, (230, 190), down=False)
    assert bench.view.frame.to_view((0, 0)) != before
    assert near(bench.drawn[0].points)[0] == (50, 50)


# --- Pictures ---


def test_another_picture_has_its_own_markings_and_they_come_back(bench: Bench) -> None:
    bench.key(Qt.Key.Key_M)
    bench.drag((50, 60), (150, 60))
    kept = bench.drawn
    bench.view.set_picture(picture("e/VIS"))
    assert bench.table.model().rowCount() == 0
    bench.drag((50, 60), (150, 60))
    assert measured(bench.desk.markings("e/VIS")[0], None, Wording()) == "100 px"
    bench.view.set_picture(picture("d/VIS"))
    assert bench.drawn == kept
    assert bench.table.model().rowCount() == 1


def test_what_was_begun_on_one_picture_does_not_end_on_another(bench: Bench) -> None:
    bench.key(Qt.Key.Key_M)
    bench.click((50, 60))
    bench.view.set_picture(picture("e/VIS"))
    bench.click((150, 60))
    assert bench.desk.markings("e/VIS") == ()


def test_a_tool_works_in_every_view(bench: Bench) -> None:
    bench.key(Qt.Key.Key_M)
    assert bench.views[1].tool is not None
    bench.qtbot.mouseClick(bench.views[1], LEFT, pos=QPoint(50, 50))
    bench.qtbot.mouseClick(bench.views[1], LEFT, pos=QPoint(90, 50))
    assert len(bench.desk.markings("d/UV")) == 1


def test_without_a_picture_nothing_can_be_drawn_and_it_says_why(bench: Bench) -> None:
    for view in bench.views:
        view.set_picture(None)
    for kind in TOOLS:
        made = bench.action(kind.name)
        assert not made.isEnabled()
        assert english()["marking.no_picture"] in made.toolTip()


class Foreign:
    """A tool of somebody else."""

    def press(self, point: Point, event: object) -> None: ...
    def move(self, point: Point, event: object) -> None: ...
    def release(self, point: Point, event: object) -> None: ...
    def key(self, event: object) -> bool:
        return False

    def paint(self, painter: object, frame: object) -> None: ...
    def cursor(self) -> Qt.CursorShape:
        return Qt.CursorShape.ArrowCursor


def test_a_view_that_is_lent_out_keeps_the_tool_that_it_has(bench: Bench) -> None:
    bench.key(Qt.Key.Key_M)
    own, foreign = bench.view.tool, Foreign()
    bench.view.set_tool(foreign)
    for key in (Qt.Key.Key_A, Qt.Key.Key_M):
        bench.key(key)
        assert bench.view.tool is foreign
        assert bench.hints[-1] == english()["marking.busy"]
        assert bench.action("measure").isChecked()
    bench.view.set_tool(own)
    bench.key(Qt.Key.Key_M)
    assert bench.view.tool is None


# --- The list ---


def test_the_list_says_what_there_is(bench: Bench) -> None:
    bench.desk.set_markings(
        "d/VIS", (Ruler("ruler-1", ((0, 0), (100, 0)), "width"), Label("label-2", ((9, 9),), 1))
    )
    model = bench.table.model()
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert rows == [["Length", "width", "10.0 mm"], ["Label 1", "", ""]]
    bench.views[1].setFocus()
    assert bench.table.model().rowCount() == 0


def test_a_row_chooses_renames_and_deletes(bench: Bench) -> None:
    ruler, label = Ruler("ruler-1", ((0, 0), (100, 0))), Label("label-2", ((9, 9),), 1)
    bench.desk.set_markings("d/VIS", (ruler, label))
    bench.table.setFocus()
    bench.table.setCurrentIndex(bench.table.model().index(1, 0))
    bench.qtbot.keyClick(bench.table, Qt.Key.Key_F2)
    editor = bench.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    bench.qtbot.keyClicks(editor, "here")
    bench.qtbot.keyClick(editor, Qt.Key.Key_Return)
    bench.qtbot.waitUntil(lambda: bench.drawn[1].text == "here")
    bench.qtbot.keyClick(bench.table, Qt.Key.Key_Delete)
    assert bench.drawn == (ruler,)


def test_what_is_chosen_on_the_picture_is_chosen_in_the_list(bench: Bench) -> None:
    with_rectangle(bench)
    assert not bench.table.selectionModel().hasSelection()
    bench.click((100, 80))
    assert bench.table.currentIndex().row() == 0
    bench.key(Qt.Key.Key_Escape)
    assert not bench.table.selectionModel().hasSelection()


def test_enter_on_a_row_flies_there(bench: Bench) -> None:
    corners = ((300.0, 200.0), (320.0, 200.0), (320.0, 220.0), (300.0, 220.0))
    bench.desk.set_markings("d/VIS", (Region("region-1", corners, "rectangle"),))
    bench.table.setFocus()
    bench.table.setCurrentIndex(bench.table.model().index(0, 0))
    bench.qtbot.keyClick(bench.table, Qt.Key.Key_Return)
    assert bench.view.frame.centre == pytest.approx((310, 210))


# --- Painting ---


def painted(view: View) -> np.ndarray:
    image = QImage(view.size(), QImage.Format.Format_RGB888)
    painter = QPainter(image)
    view.render(painter, QPoint())
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_markings_are_seen_on_any_picture(bench: Bench, grey: int) -> None:
    flat = Picture("d/VIS", "VIS", deepened(np.full((300, 400), grey, np.uint8)))
    bench.view.set_picture(flat)
    bench.desk.set_markings("d/VIS", (Ruler("ruler-1", ((50, 200), (350, 200))),))
    across = painted(bench.view)[190:211, 80].mean(axis=1)
    assert across.max() - across.min() > 150


def test_the_grid_is_on_and_off_by_its_key(bench: Bench) -> None:
    before = painted(bench.view)
    bench.key(Qt.Key.Key_G)
    with_grid = painted(bench.view)
    assert (with_grid != before).any(axis=2).mean() > 0.02
    bench.key(Qt.Key.Key_G)
    assert np.array_equal(painted(bench.view), before)


# --- Words ---


def test_every_tool_says_how_it_is_used(bench: Bench) -> None:
    for kind in TOOLS:
        bench.action(kind.name).trigger()
        assert bench.hints[-1] == english()[f"marking_hint.{kind.name}"]
        assert bench.hints[-1].endswith(".")


def test_every_button_has_a_name_and_shows_its_key(bench: Bench) -> None:
    buttons = [
        each
        for each in bench.desk.panel.findChildren(QAbstractButton)
        if each.accessibleName() or each.text()
    ]
    assert {each.accessibleName() for each in buttons} >= {made.text() for made in bench.desk.actions}
    for made in bench.desk.actions:
        assert made.shortcut().toString() in made.toolTip()
    assert bench.table.accessibleName()
