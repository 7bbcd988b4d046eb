"""The desk in a real widget: keys, modes, links, aligning, what is told."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QPushButton, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from docdesk.imaging.aligning import applied
from docdesk.imaging.compositing import colours
from docdesk.imaging.deep import deepened
from docdesk.ui.actions import why_not
from docdesk.ui.viewing.comparing import Mode
from docdesk.ui.viewing.desk import ViewingDesk
from docdesk.ui.viewing.marks import Mark
from docdesk.ui.viewing.picture import Picture
from docdesk.ui.viewing.view import View
from docdesk.wording.signs import Sign
from tests.ui.accessibility import nameless
from tests.ui.keys import ambiguous_keys
from tests.ui.viewing.drawn_pictures import lights, picture
from tests.ui.viewing.seen import Heard, colour_at, drag

VIS, IR, UV = (60, 60, 60), (120, 120, 120), (200, 200, 200)
PLACE = ((100, 100), (160, 100), (160, 140), (100, 140))


@pytest.fixture
def filled(desk: ViewingDesk) -> ViewingDesk:
    """A desk with three lights of one document, the keys on its view."""
    desk.set_pictures(lights())
    desk.views()[0].setFocus()
    return desk


def press(
    desk: ViewingDesk, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    view = desk.views()[0]
    focused = desk.focusWidget() or view
    QTest.keyClick(focused, key, modifiers)


def titles(desk: ViewingDesk) -> list[str]:
    return [view.picture.title for view in desk.views() if view.picture]


def off_middle(view: View) -> tuple[float, float]:
    """A spot that no badge, line or mark covers."""
    return view.width() / 2 + 40, view.height() / 2 + 30


def seen(desk: ViewingDesk, number: int = 0) -> tuple[int, int, int]:
    view = desk.views()[number]
    return colour_at(view, off_middle(view))


def action(desk: ViewingDesk, name: str) -> QAction:
    found = desk.findChild(QAction, f"view.{name}")
    assert found is not None
    return found


# --- Pictures and keys ---


def test_an_empty_desk_teaches(desk: ViewingDesk) -> None:
    desk.set_empty_text("Drop a picture here.")
    shown = [label.text() for label in desk.findChildren(QLabel) if label.isVisible()]
    assert shown == ["Drop a picture here."]
    assert desk.views() == ()
    assert desk.current() is None
    assert why_not(action(desk, "fit")) == "No picture is open."


@pytest.mark.parametrize(("key", "title"), [("1", "VIS"), ("2", "IR"), ("3", "UV")])
def test_number_keys_show_lights(filled: ViewingDesk, key: str, title: str) -> None:
    press(filled, "3")
    press(filled, key)
    assert titles(filled) == [title]


def test_a_key_without_a_picture_says_why_it_does_nothing(filled: ViewingDesk) -> None:
    press(filled, "4")
    assert titles(filled) == ["VIS"]
    assert why_not(action(filled, "show_other")) == "There is no picture under this light."


def test_a_change_of_light_keeps_the_place(filled: ViewingDesk) -> None:
    view = filled.views()[0]
    view.zoom_by(4, (100, 100))
    frame = view.frame
    press(filled, "2")
    assert filled.views()[0].frame.matrix == pytest.approx(frame.matrix)


def test_space_blinks_between_the_last_two(filled: ViewingDesk, qtbot: QtBot) -> None:
    press(filled, "3")
    shown = []
    for _ in range(3):
        shown.append(titles(filled)[0])
        before = titles(filled)
        qtbot.waitUntil(lambda before=before: press(filled, Qt.Key.Key_Space) or titles(filled) != before)
    assert shown == ["UV", "VIS", "UV"]


def test_a_held_space_blinks_no_faster_than_the_eye_may_bear(filled: ViewingDesk) -> None:
    shown = set()
    for _ in range(12):
        press(filled, Qt.Key.Key_Space)
        shown.add(titles(filled)[0])
    assert shown == {"IR"}, "twelve presses within a moment are one blink"


def test_space_on_a_button_presses_the_button(filled: ViewingDesk) -> None:
    button = next(each for each in filled.findChildren(QToolButton) if each.accessibleName() == "Turn right")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert titles(filled) == ["VIS"]
    assert filled.views()[0].frame.angle == 90


@pytest.mark.parametrize(
    ("key", "modifiers", "angle"),
    [
        ("R", Qt.KeyboardModifier.NoModifier, 90),
        ("R", Qt.KeyboardModifier.ShiftModifier, -90),
        ("R", Qt.KeyboardModifier.ControlModifier, 0.5),
        ("R", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, -0.5),
    ],
)
def test_keys_turn(filled: ViewingDesk, key: str, modifiers: Qt.KeyboardModifier, angle: float) -> None:
    press(filled, key, modifiers)
    assert filled.views()[0].frame.angle == angle


def test_keys_zoom_fit_and_show_pixel_for_pixel(filled: ViewingDesk) -> None:
    fitting = filled.views()[0].frame.zoom
    press(filled, "+")
    assert filled.views()[0].frame.zoom == pytest.approx(1.25 * fitting)
    press(filled, "-")
    assert filled.views()[0].frame.zoom == pytest.approx(fitting)
    press(filled, "9")
    assert filled.views()[0].frame.zoom * filled.devicePixelRatioF() == pytest.approx(1)
    press(filled, "0")
    assert filled.views()[0].frame.zoom == pytest.approx(fitting)


def test_s_switches_between_smooth_and_crisp_in_all_views(filled: ViewingDesk) -> None:
    press(filled, "B")
    press(filled, "S")
    assert [view.smooth for view in filled.views()] == [False] * 3
    assert not action(filled, "smooth").isChecked()


def test_f_asks_for_the_whole_window(filled: ViewingDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(filled.full_view_wanted):
        press(filled, "F")


def test_pictures_come_one_by_one_and_stand_in_the_order_of_lights(desk: ViewingDesk) -> None:
    vis, ir, uv = lights()
    for each in (uv, vis, ir):
        desk.set_picture(each)
    assert [each.key for each in desk.pictures()] == ["d/vis", "d/ir", "d/uv"]
    assert titles(desk) == ["VIS"], "until somebody picks one the first light is shown"


def test_a_picture_that_is_replaced_stays_where_it_is(filled: ViewingDesk) -> None:
    filled.views()[0].zoom_by(5, (50, 60))
    frame = filled.views()[0].frame
    filled.set_picture(picture("d/vis", light="VIS", value=77))
    assert filled.views()[0].frame == frame
    assert seen(filled) == (77, 77, 77)


def test_a_picture_that_is_replaced_in_another_size_is_linked_anew(filled: ViewingDesk) -> None:
    press(filled, "B")
    filled.views()[0].zoom_by(3, (20, 30))
    filled.set_picture(picture("d/ir", light="IR", size=(800, 600), value=120))
    assert filled.links().across((100, 100), "d/vis", "d/ir") == (200, 200)
    assert filled.views()[1].frame.zoom == pytest.approx(filled.views()[0].frame.zoom / 2)


def test_another_document_is_shown_from_its_first_picture_fitted(filled: ViewingDesk) -> None:
    press(filled, "3")
    filled.views()[0].zoom_by(5)
    filled.set_pictures([replace(each, key=each.key.replace("d/", "e/")) for each in lights()])
    assert titles(filled) == ["VIS"]
    assert filled.views()[0].fits


def test_a_picture_that_is_gone_makes_room_for_another(filled: ViewingDesk) -> None:
    press(filled, "1")
    filled.set_pictures(lights()[1:])
    assert titles(filled) == ["IR"]
    assert seen(filled) == IR


def test_clearing_leaves_nothing(filled: ViewingDesk) -> None:
    press(filled, "B")
    filled.clear()
    assert filled.views() == ()
    assert filled.pictures() == ()
    assert [view for view in filled.findChildren(View) if view.isVisible() or view.picture] == []


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


def click(view: View, point: tuple[float, float]) -> None:
    x, y = view.frame.to_view(point)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))


def note(desk: ViewingDesk) -> str:
    return next(
        label.text() for label in desk.findChildren(QLabel) if label.isVisible() and len(label.text()) > 30
    )


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


# --- Marks, flights, words ---


def test_marks_follow_their_picture(filled: ViewingDesk, qtbot: QtBot) -> None:
    filled.set_marks("d/uv", [Mark("place", PLACE, Sign.ANOMALY, "Digit")])
    press(filled, "3")
    with qtbot.waitSignal(filled.mark_chosen) as chosen:
        click(filled.views()[0], (130, 120))
    assert chosen.args == ["place"]
    heard = Heard.of(filled.mark_chosen)
    press(filled, "1")
    click(filled.views()[0], (130, 120))
    assert not heard.news


def test_flying_shows_the_right_light_and_brings_the_place_to_the_middle(filled: ViewingDesk) -> None:
    shown = Heard.of(filled.picture_shown)
    filled.fly_to("d/uv", PLACE)
    view = filled.views()[0]
    assert titles(filled) == ["UV"]
    assert shown.news == ["d/uv"]
    assert view.frame.to_view((130, 120)) == pytest.approx((view.width() / 2, view.height() / 2))


def test_flying_to_the_second_of_two_in_one_uses_its_link(filled: ViewingDesk) -> None:
    press(filled, "O")
    filled.fly_to("d/ir", PLACE)
    view = filled.views()[0]
    assert filled.mode() is Mode.OVERLAY
    assert view.layer is not None
    assert view.layer.frame.to_view((130, 120)) == pytest.approx((view.width() / 2, view.height() / 2))


def test_the_cursor_tells_mm_from_bottom_left_and_the_value_in_all_lights(desk: ViewingDesk) -> None:
    grey = Picture("d/ir", "IR", deepened(np.full((300, 400), 1234, np.uint16)), light="IR")
    desk.set_pictures((picture("d/vis", light="VIS", value=60, px_per_mm=10), grey))
    heard = Heard.of(desk.cursor_told)
    view = desk.views()[0]
    view.zoom_by(6)
    x, y = view.frame.to_view((205, 130))
    QTest.mouseMove(view, QPoint(int(x), int(y)))
    assert heard.last == "20.5 mm from left, 17.0 mm from bottom   VIS 60 60 60   IR 1234"


def test_without_a_scale_the_cursor_tells_pixels_and_says_what_is_outside(desk: ViewingDesk) -> None:
    desk.set_pictures((picture("d/vis", light="VIS", value=60), picture("d/ir", light="IR", size=(100, 300))))
    heard = Heard.of(desk.cursor_told)
    view = desk.views()[0]
    view.set_frame(replace(view.frame, zoom=20.0, centre=(399.5, 299.5)))
    QTest.mouseMove(view, QPoint(view.width() // 2, view.height() // 2))
    assert str(heard.last).startswith("Column 399, row 299   VIS 60 60 60   IR ")
    view.fit()
    QTest.mouseMove(view, QPoint(1, 1))
    assert str(heard.last).endswith("VIS -   IR -")


def test_tools_of_others_join_the_row_and_sections_the_side(filled: ViewingDesk) -> None:
    assert why_not(action(filled, "side")) == "There is nothing to show at the side."
    label = QLabel("Levels")
    filled.add_side("Filters", label)
    filled.add_tools([QAction("Measure", filled)])
    assert any(each.text() == "Measure" for each in filled.findChildren(QToolButton))
    press(filled, "P")
    assert label.isVisible()
    press(filled, "P")
    assert not label.isVisible()


def test_in_a_narrow_window_the_rest_of_the_tools_is_in_a_menu(filled: ViewingDesk) -> None:
    filled.resize(360, 400)
    more = next(each for each in filled.findChildren(QToolButton) if each.text() == "More tools")
    assert more.isVisible()
    more.click()
    menu = next(each for each in filled.findChildren(QWidget) if each.inherits("QMenu") and each.isVisible())
    hidden = [each.text() for each in menu.actions() if each.text()]
    menu.close()
    assert "Use the whole window" in hidden
    buttons = {each.accessibleName() for each in filled.findChildren(QToolButton) if each.isVisible()}
    assert not buttons & set(hidden)
    filled.resize(1400, 400)
    assert not more.isVisible()


def test_every_control_has_a_name_and_every_key_one_meaning(filled: ViewingDesk) -> None:
    press(filled, "O")
    assert nameless(filled) == []
    assert ambiguous_keys(filled) == []
