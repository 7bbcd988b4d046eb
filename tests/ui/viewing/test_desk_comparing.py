"""Pictures compared at the desk: beside and over each other, linked, and aligned by three points."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QPushButton, QSlider

from docdesk.imaging.aligning import applied
from docdesk.imaging.compositing import colours
from docdesk.ui.actions import why_not
from docdesk.ui.viewing.comparing import Mode
from docdesk.ui.viewing.desk import ViewingDesk
from tests.ui.viewing.desk_hand import IR, VIS, action, click, note, press, seen, titles
from tests.ui.viewing.drawn_pictures import lights, picture
from tests.ui.viewing.seen import colour_at, drag

# --- Compared ---


def test_beside_each_other_all_views_show_the_same_spot(filled: ViewingDesk) -> None:
    press(filled, "B")
    assert titles(filled) == ["VIS", "IR", "UV"]
    first, second, third = filled.views()
    turn = second.frame
    second.zoom_by(3, (40, 50))
    second.turn(20)
    assert second.frame != turn
    drag(third, QPoint(100, 100), (30, 10))
    for point in ((10, 10), (120, 90)):
        here = [
            view.frame.to_picture((view.width() / 2 + point[0], view.height() / 2 + point[1]))
            for view in filled.views()
        ]
        assert here[0] == pytest.approx(here[1])
        assert here[0] == pytest.approx(here[2])
    assert first.frame.zoom == pytest.approx(second.frame.zoom)


def test_other_documents_beside_each_other_show_the_same_mm(desk: ViewingDesk) -> None:
    one = picture("a/vis", size=(400, 300), px_per_mm=4)
    other = picture("b/vis", size=(1000, 800), px_per_mm=8)
    desk.set_pictures((one, other))
    desk.to_mode(Mode.BESIDE)
    left, right = desk.views()
    left.zoom_by(2, (30, 30))
    x = [view.frame.to_picture((view.width() / 2 + 80, view.height() / 2))[0] for view in (left, right)]
    middle = [view.frame.centre[0] for view in (left, right)]
    assert (x[0] - middle[0]) / 4 == pytest.approx((x[1] - middle[1]) / 8)


@pytest.mark.parametrize("leader", [0, 1])
def test_views_that_change_their_size_stay_on_the_same_spot(desk: ViewingDesk, leader: int) -> None:
    desk.set_pictures((picture("a/vis", size=(400, 300)), picture("b/vis", size=(300, 500))))
    desk.to_mode(Mode.BESIDE)
    left, right = desk.views()
    desk.views()[leader].fit()
    desk.resize(1101, 377)
    assert left.fits
    spots = [view.frame.to_picture((view.width() / 2 + 50, view.height() / 2 - 40)) for view in (left, right)]
    assert desk.links().across(spots[0], "a/vis", "b/vis") == pytest.approx(spots[1])


def test_overlay_mixes_by_its_slider(filled: ViewingDesk) -> None:
    press(filled, "O")
    assert seen(filled) == (90, 90, 90)
    slider = next(each for each in filled.findChildren(QSlider) if each.isVisible())
    slider.setValue(100)
    assert seen(filled) == IR
    slider.setValue(0)
    assert seen(filled) == VIS


def test_wipe_shows_one_picture_on_each_side_and_its_line_can_be_dragged(filled: ViewingDesk) -> None:
    press(filled, "W")
    view = filled.views()[0]
    high = view.height() / 2 + 40
    assert colour_at(view, (view.width() / 2 - 30, high)) == VIS
    assert colour_at(view, (view.width() / 2 + 30, high)) == IR
    frame = view.frame
    drag(view, QPoint(view.width() // 2, int(high)), (-100, 0))
    assert view.frame == frame, "the line moved, not the picture"
    assert colour_at(view, (view.width() / 2 - 30, high)) == IR
    press(filled, "W", Qt.KeyboardModifier.ShiftModifier)
    assert colour_at(view, (view.width() / 2 + 40, view.height() * 0.2)) == VIS
    assert colour_at(view, (view.width() / 2 + 40, view.height() * 0.7)) == IR
    press(filled, "W")
    assert filled.mode() is Mode.SINGLE


def test_difference_is_strengthened_and_carries_a_colour_bar(filled: ViewingDesk) -> None:
    press(filled, "D")
    # 60 grey values apart: four times that still fits below 255.
    assert seen(filled) == tuple(colours()[240])
    gain = next(each for each in filled.findChildren(QComboBox) if each.accessibleName() == "Strengthen")
    assert gain.currentText() == "4 times"
    view = filled.views()[0]
    with_bar = view.grab().toImage()
    gain.setCurrentIndex(0)
    gain.activated.emit(0)
    assert seen(filled) == tuple(colours()[60])
    assert view.grab().toImage() != with_bar


def test_where_one_of_two_pictures_is_missing_nothing_differs(desk: ViewingDesk) -> None:
    small = picture("e/vis", light="VIS", size=(400, 100), value=200)
    desk.set_pictures((picture("d/vis", light="VIS", value=60), small))
    desk.to_mode(Mode.DIFFERENCE)
    view = desk.views()[0]
    inside, outside = view.frame.to_view((220, 160)), view.frame.to_view((220, 90))
    assert colour_at(view, inside) == tuple(colours()[140])
    assert colour_at(view, outside) == (0xD5, 0xD9, 0xDE)


def test_the_pair_can_be_chosen(filled: ViewingDesk) -> None:
    press(filled, "O")
    second = next(
        each for each in filled.findChildren(QComboBox) if each.accessibleName() == "Second picture"
    )
    second.setCurrentIndex(2)
    second.activated.emit(2)
    assert seen(filled) == (130, 130, 130)


def test_one_picture_alone_cannot_be_compared_and_says_why(desk: ViewingDesk) -> None:
    desk.set_pictures(lights()[:1])
    desk.views()[0].setFocus()
    press(desk, "W")
    assert desk.mode() is Mode.SINGLE
    assert why_not(action(desk, "wipe")) == "This needs two pictures."


# --- Moved alone, aligned ---


def test_what_moves_alone_is_locked_as_it_is_seen(filled: ViewingDesk) -> None:
    press(filled, "B")
    first, second, _ = filled.views()
    second.setFocus()
    press(filled, "L")
    still = first.frame
    drag(second, QPoint(100, 100), (37, -11))
    second.turn(4)
    second.zoom_by(1.3)
    assert first.frame == still, "the others stay"
    lies = second.frame
    press(filled, "L")
    assert second.frame.matrix == pytest.approx(lies.matrix), "locking moves nothing"
    first.zoom_by(2, (60, 70))
    link = filled.links().between("d/vis", "d/ir")
    spot = first.frame.to_picture((first.width() / 2 + 25, first.height() / 2 - 15))
    assert second.frame.to_picture((second.width() / 2 + 25, second.height() / 2 - 15)) == pytest.approx(
        applied(link, spot)
    )
    assert applied(link, (100, 100)) != pytest.approx((100, 100))


def test_over_another_the_second_picture_moves_alone_and_stays_so(filled: ViewingDesk) -> None:
    press(filled, "O")
    press(filled, "L")
    view = filled.views()[0]
    frame = view.frame
    drag(view, QPoint(300, 200), (50, 20))
    assert view.frame == frame
    press(filled, "L")
    moved = filled.links().across((100, 100), "d/ir", "d/vis")
    assert moved == pytest.approx((100 + 50 / frame.zoom, 100 + 20 / frame.zoom))
    press(filled, "T", Qt.KeyboardModifier.ShiftModifier)
    assert filled.links().across((100, 100), "d/ir", "d/vis") == pytest.approx((100, 100))


def test_the_angle_of_what_moves_alone_can_be_typed(filled: ViewingDesk) -> None:
    press(filled, "B")
    press(filled, "L")
    spin = next(each for each in filled.findChildren(QDoubleSpinBox) if each.isVisible())
    spin.setValue(12.5)
    assert filled.views()[0].frame.angle == pytest.approx(12.5)
    filled.views()[0].turn(1)
    assert spin.value() == pytest.approx(13.5)
    lock = next(each for each in filled.findChildren(QPushButton) if each.text() == "Lock")
    lock.click()
    assert not spin.isVisible()


def test_another_way_of_showing_locks_what_moved_alone(filled: ViewingDesk) -> None:
    press(filled, "B")
    press(filled, "L")
    press(filled, "O")
    assert not action(filled, "free").isChecked()


THREE = ((60.0, 60.0), (340.0, 80.0), (150.0, 240.0))


def test_three_points_in_each_picture_align_them(filled: ViewingDesk) -> None:
    press(filled, "T")
    left, right = filled.views()
    assert "0 and 0 of 3" in note(filled)
    for point in THREE:
        click(left, point)
        click(right, (point[0] + 20, point[1] - 10))
    aligned = filled.links().between("d/vis", "d/ir")
    # Clicks land on whole pixels of the view, a little beside what was aimed at.
    for point in THREE:
        assert applied(aligned, point) == pytest.approx((point[0] + 20, point[1] - 10), abs=1.5)
    assert right.tool is None
    assert filled.mode() is Mode.BESIDE
    off = left.width() / 2 + 30, left.height() / 2 + 20
    spot = applied(aligned, left.frame.to_picture(off))
    assert right.frame.to_picture((right.width() / 2 + 30, right.height() / 2 + 20)) == pytest.approx(spot)


def test_a_point_that_was_set_can_be_dragged(filled: ViewingDesk) -> None:
    press(filled, "T")
    left, right = filled.views()
    click(left, THREE[0])
    left.grab()
    x, y = left.frame.to_view(THREE[0])
    drag(left, QPoint(round(x), round(y)), (30, 0))
    assert "1 and 0 of 3" in note(filled)
    click(left, THREE[1])
    click(left, THREE[2])
    for point in (left.frame.to_picture((round(x) + 30, round(y))), *THREE[1:]):
        click(right, point)
    assert filled.links().across((200, 150), "d/vis", "d/ir") == pytest.approx((200, 150), abs=1.5)


def test_points_that_tell_nothing_are_asked_for_again(filled: ViewingDesk) -> None:
    press(filled, "T")
    left, right = filled.views()
    for point in THREE:
        click(left, point)
    for x in (50, 150, 250):
        click(right, (x, 100))
    assert "one line" in note(filled)
    assert filled.links().across((100, 100), "d/vis", "d/ir") == (100, 100)
    assert right.tool is not None


def test_escape_gives_up_aligning_and_leads_back(filled: ViewingDesk) -> None:
    press(filled, "W")
    press(filled, "T")
    assert filled.mode() is Mode.BESIDE
    click(filled.views()[0], THREE[0])
    QTest.keyClick(filled.views()[0], Qt.Key.Key_Escape)
    assert filled.mode() is Mode.WIPE
    assert filled.views()[0].tool is None
    assert not action(filled, "align").isChecked()
