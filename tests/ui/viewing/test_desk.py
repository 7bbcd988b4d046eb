"""The desk in a real widget: keys, modes, links, aligning, what is told."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

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
from tests.ui.viewing.desk_hand import (
    IR,
    PLACE,
    action,
    click,
    press,
    seen,
    titles,
)
from tests.ui.viewing.drawn_pictures import lights, picture
from tests.ui.viewing.seen import Heard

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
