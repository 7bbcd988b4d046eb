"""Measuring and marking by hand, on real views: clicks, drags, keys, undo, the list, the grid."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt

from docdesk.foundation.geometry import Point
from docdesk.ui.viewing.marking.records import Angle, Arrow, Label, Region, Ruler
from docdesk.ui.viewing.marking.words import measured
from docdesk.wording.catalogue import Wording
from tests.ui.viewing.marking.bench import SHIFT, Bench, near

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
