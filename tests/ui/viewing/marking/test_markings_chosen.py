"""Markings that are there: chosen, moved, written upon, listed, and seen on any picture."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from docdesk.foundation.geometry import Point
from docdesk.imaging.deep import deepened
from docdesk.ui.viewing.marking.commands import TOOLS
from docdesk.ui.viewing.marking.records import Label, Region, Ruler
from docdesk.ui.viewing.marking.words import measured
from docdesk.ui.viewing.picture import Picture
from docdesk.ui.viewing.view import View
from docdesk.wording.catalogue import Wording, english
from tests.ui.viewing.marking.bench import LEFT, SHIFT, Bench, near, picture

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
