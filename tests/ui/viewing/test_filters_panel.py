"""The panel of filters in a real widget: what is chosen is shown, undone, saved and reset."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from docdesk.imaging.deep import deepened
from docdesk.imaging.filters.channels import Channels
from docdesk.imaging.filters.kinds import KINDS
from docdesk.imaging.filters.levels import Levels
from docdesk.imaging.filters.sharpen import Sharpen
from docdesk.imaging.filters.stack import Entry, Stack
from docdesk.ui.background import Background
from docdesk.ui.undo import UndoStack
from docdesk.ui.viewing import filters_presets as presets
from docdesk.ui.viewing.filters_card import FilterCard
from docdesk.ui.viewing.filters_panel import FiltersPanel, automatic_levels
from docdesk.ui.viewing.filters_presets_bar import PresetBar
from docdesk.ui.viewing.filters_words import badge
from docdesk.ui.viewing.picture import Picture
from docdesk.ui.viewing.side import Side
from docdesk.wording.catalogue import Wording, english


class Bench:
    """A desk with the panel in it and something else that can have the focus."""

    def __init__(self, qtbot: QtBot, background: Background, folder: Path) -> None:
        self.qtbot = qtbot
        self.desk = QWidget()
        qtbot.addWidget(self.desk)
        self.undo = UndoStack(self.desk)
        self.panel = FiltersPanel(Wording(), self.undo, background, folder, self.desk)
        self.view = QPushButton("view", self.desk)
        row = QHBoxLayout(self.desk)
        row.addWidget(self.view)
        row.addWidget(self.panel)
        self.shown: list[Stack] = []
        self.panel.stack_changed.connect(self.shown.append)
        self.desk.resize(600, 700)
        with qtbot.waitExposed(self.desk):
            self.desk.show()
        self.view.setFocus()

    @property
    def names(self) -> list[str]:
        return [entry.filter.name for entry in self.panel.stack.entries]

    @property
    def cards(self) -> list[FilterCard]:
        return [card for card in self.panel.findChildren(FilterCard) if not card.isHidden()]

    def action(self, name: str) -> QAction:
        found = self.desk.findChild(QAction, name)
        assert isinstance(found, QAction)
        return found

    def named(self, kind: type, name: str) -> QWidget:
        found = [
            each
            for each in self.panel.findChildren(kind)
            if each.accessibleName() == name and each.isVisible()
        ]
        assert len(found) == 1, name
        return found[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "presets"


@pytest.fixture
def bench(qtbot: QtBot, folder: Path) -> Iterator[Bench]:
    background = Background()
    yield Bench(qtbot, background, folder)
    background.close()


def picture(pixels: np.ndarray) -> Picture:
    return Picture("a/VIS", "VIS", deepened(pixels))


# --- The stack ---


@pytest.mark.parametrize("kind", KINDS)
def test_every_filter_can_be_added_and_shows_a_control_for_each_parameter(bench: Bench, kind: type) -> None:
    bench.action(f"filter.add_{kind.name}").trigger()
    assert bench.panel.stack == Stack((Entry(kind()),))
    assert bench.shown == [bench.panel.stack]
    controls = [
        each
        for each in bench.cards[0].findChildren(QWidget)
        if isinstance(each, QSlider | QComboBox) or each.accessibleName().endswith("Negative")
    ]
    assert len(controls) == len(kind.parameters)


def test_a_slider_and_its_number_follow_each_other(bench: Bench) -> None:
    bench.action("filter.add_sharpen").trigger()
    slider = bench.named(QSlider, "Sharpening: Strength")
    spin = bench.named(QDoubleSpinBox, "Sharpening: Strength")
    assert isinstance(slider, QSlider)
    assert isinstance(spin, QDoubleSpinBox)
    slider.setValue(5)
    assert bench.panel.stack.entries[0].filter == Sharpen(amount=50)
    assert spin.value() == 50
    spin.setValue(200)
    assert bench.panel.stack.entries[0].filter == Sharpen(amount=200)
    assert slider.value() == 20


def test_dragging_a_slider_is_taken_back_as_one_step(bench: Bench) -> None:
    bench.action("filter.add_sharpen").trigger()
    slider = bench.named(QSlider, "Sharpening: Strength")
    assert isinstance(slider, QSlider)
    for value in (11, 12, 13):
        slider.setValue(value)
    slider.sliderPressed.emit()
    slider.setValue(20)
    assert bench.undo.count() == 3
    bench.undo.undo()
    assert bench.panel.stack.entries[0].filter == Sharpen(amount=130)
    assert slider.value() == 13
    bench.undo.undo()
    assert bench.panel.stack.entries[0].filter == Sharpen()
    bench.undo.undo()
    assert bench.panel.stack == Stack()
    assert not bench.cards
    bench.undo.redo()
    bench.undo.redo()
    assert bench.panel.stack.entries[0].filter == Sharpen(amount=130)
    bench.undo.redo()
    assert bench.panel.stack.entries[0].filter == Sharpen(amount=200)


def test_a_choice_and_a_switch_change_the_filter(bench: Bench) -> None:
    bench.action("filter.add_channels").trigger()
    box = bench.named(QComboBox, "Channels: Show")
    box.setFocus()
    bench.qtbot.keyClick(box, Qt.Key.Key_Down)
    bench.qtbot.mouseClick(
        bench.named(QAbstractButton, "Channels: Negative"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8)
    )
    assert bench.panel.stack.entries[0].filter == Channels("red", negative=True)


def test_a_filter_can_be_switched_off_and_its_controls_rest(bench: Bench) -> None:
    bench.action("filter.add_sharpen").trigger()
    switch = next(
        each for each in bench.cards[0].findChildren(QAbstractButton) if each.text() == "Sharpening"
    )
    switch.click()
    assert bench.panel.stack == Stack((Entry(Sharpen(), on=False),))
    assert not bench.named(QSlider, "Sharpening: Strength").isEnabled()


def test_filters_are_moved_and_removed_by_keys_and_the_focus_goes_with_them(bench: Bench) -> None:
    for name in ("levels", "sharpen", "background"):
        bench.action(f"filter.add_{name}").trigger()
    slider = bench.named(QSlider, "Levels: Black at")
    slider.setFocus()
    bench.qtbot.keyClick(slider, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert bench.names == ["sharpen", "levels", "background"]
    focused = bench.desk.focusWidget()
    assert bench.cards[1].isAncestorOf(focused)
    bench.qtbot.keyClick(focused, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert bench.names == ["levels", "sharpen", "background"]
    bench.qtbot.keyClick(bench.desk.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert bench.names == ["levels", "sharpen", "background"], "there is no place above the first"
    bench.qtbot.keyClick(bench.desk.focusWidget(), Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert bench.names == ["sharpen", "background"]


def test_buttons_move_and_remove(bench: Bench) -> None:
    for name in ("levels", "sharpen"):
        bench.action(f"filter.add_{name}").trigger()
    assert not bench.cards[0].up.isEnabled()
    assert not bench.cards[1].down.isEnabled()
    bench.cards[1].up.click()
    assert bench.names == ["sharpen", "levels"]
    bench.cards[0].remove.click()
    assert bench.names == ["levels"]


def test_one_key_resets_and_undo_brings_all_back(bench: Bench) -> None:
    for name in ("levels", "sharpen"):
        bench.action(f"filter.add_{name}").trigger()
    bench.view.setFocus()
    bench.qtbot.keyClick(bench.view, Qt.Key.Key_Backspace)
    assert bench.panel.stack == Stack()
    bench.undo.undo()
    assert bench.names == ["levels", "sharpen"]


def test_a_full_stack_takes_no_more(bench: Bench) -> None:
    for _ in range(9):
        bench.action("filter.add_levels").trigger()
    assert len(bench.panel.stack.entries) == 8
    assert not bench.action("filter.add_levels").isEnabled()


# --- The original ---


def test_the_original_is_seen_while_the_key_is_held(bench: Bench) -> None:
    bench.action("filter.add_sharpen").trigger()
    chosen = bench.panel.stack
    bench.view.setFocus()
    bench.qtbot.keyPress(bench.view, Qt.Key.Key_H)
    assert bench.shown[-1] == bench.panel.stack == Stack()
    bench.qtbot.keyRelease(bench.view, Qt.Key.Key_H)
    assert bench.shown[-1] == bench.panel.stack == chosen
    assert bench.undo.count() == 1


def test_the_original_is_seen_while_the_button_is_held(bench: Bench) -> None:
    bench.action("filter.add_sharpen").trigger()
    eye = bench.named(QAbstractButton, "See the original while the key is held")
    bench.qtbot.mousePress(eye, Qt.MouseButton.LeftButton)
    assert bench.shown[-1] == Stack()
    bench.qtbot.mouseRelease(eye, Qt.MouseButton.LeftButton)
    assert bench.shown[-1] == Stack((Entry(Sharpen()),))


def test_what_is_changed_while_the_original_is_seen_is_shown_afterwards(bench: Bench) -> None:
    bench.action("filter.add_sharpen").trigger()
    bench.panel.model.look_at_original(on=True)
    bench.action("filter.add_levels").trigger()
    assert bench.shown[-1] == Stack()
    bench.panel.model.look_at_original(on=False)
    assert [entry.filter.name for entry in bench.shown[-1].entries] == ["sharpen", "levels"]


# --- The picture ---


def test_levels_are_fitted_to_the_picture_as_the_filters_below_show_it(bench: Bench) -> None:
    dull = np.linspace(90, 140, 90_000).reshape(300, 300).astype(np.uint8)
    bench.panel.set_picture(picture(dull))
    bench.action("filter.add_channels").trigger()
    bench.panel.model.change(0, Channels(negative=True))
    bench.action("filter.add_levels").trigger()
    fit = next(each for each in bench.panel.findChildren(QPushButton) if each.text() == "Fit to picture")
    fit.click()
    bench.qtbot.waitUntil(lambda: bench.panel.stack.entries[1].filter != Levels())
    assert bench.panel.stack.entries[1].filter == Levels(116, 165)
    bench.undo.undo()
    assert bench.panel.stack.entries[1].filter == Levels()


def test_levels_are_found_from_a_small_copy_of_a_large_picture() -> None:
    ramp = np.repeat(np.linspace(50, 200, 3000)[None], 2000, axis=0).astype(np.uint8)
    found = automatic_levels(deepened(ramp), Stack())
    assert abs(found.black - 50) <= 2
    assert abs(found.white - 200) <= 2


def test_that_a_picture_has_no_colours_is_said_beside_the_channels(bench: Bench) -> None:
    words = english()["filter.no_colours"]

    def said() -> bool:
        return any(
            label.isVisible()
            for label in bench.panel.findChildren(QWidget)
            if getattr(label, "text", str)() == words
        )

    bench.action("filter.add_channels").trigger()
    assert not said()
    bench.panel.set_picture(picture(np.zeros((20, 20), np.uint8)))
    assert said()
    bench.panel.set_picture(picture(np.zeros((20, 20, 3), np.uint8)))
    assert not said()


# --- Presets ---


def test_a_stack_is_saved_under_a_name_and_taken_from_there(bench: Bench, folder: Path) -> None:
    bench.action("filter.add_sharpen").trigger()
    bar = bench.panel.findChild(PresetBar)
    assert isinstance(bar, PresetBar)
    bar.ask_for_name()
    line = bench.named(QLineEdit, "Name of the preset")
    bench.qtbot.keyClicks(line, "Fine print")
    bench.qtbot.keyClick(line, Qt.Key.Key_Return)
    bench.qtbot.waitUntil(lambda: presets.names(folder) == ("Fine print",))
    bench.qtbot.waitUntil(lambda: not line.isVisible())
    bench.panel.model.reset()
    bar.load("Fine print")
    bench.qtbot.waitUntil(lambda: bench.names == ["sharpen"])
    bench.undo.undo()
    assert bench.names == []


def test_a_name_that_is_taken_is_replaced_in_so_many_words(bench: Bench, folder: Path) -> None:
    presets.save(folder, "mine", Stack())
    bar = bench.panel.findChild(PresetBar)
    assert isinstance(bar, PresetBar)
    bar.ask_for_name()
    line = bench.named(QLineEdit, "Name of the preset")
    bench.qtbot.keyClicks(line, "MINE")

    def button() -> str:
        return next(
            each.text() for each in bar.findChildren(QPushButton) if each.text() in {"Save", "Replace"}
        )

    bench.qtbot.waitUntil(lambda: button() == "Replace")
    bench.qtbot.keyClicks(line, "2")
    assert button() == "Save"
    bench.qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()


def test_a_preset_that_cannot_be_used_is_told_and_changes_nothing(bench: Bench, folder: Path) -> None:
    bench.action("filter.add_sharpen").trigger()
    folder.mkdir()
    (folder / "filters-bad.json").write_text("{")
    bar = bench.panel.findChild(PresetBar)
    assert isinstance(bar, PresetBar)
    bar.load("bad")
    bench.qtbot.waitUntil(
        lambda: any(
            "bad" in label.text() and label.isVisible()
            for label in bar.findChildren(QWidget)
            if hasattr(label, "text")
        )
    )
    assert bench.names == ["sharpen"]


# A screen that is not there raises nothing and grabs no keys.
@pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)", extend=True)
def test_the_menu_lists_presets_and_removing_asks_once(bench: Bench, folder: Path) -> None:
    presets.save(folder, "mine", Stack())
    bar = bench.panel.findChild(PresetBar)
    assert isinstance(bar, PresetBar)
    bar.open_menu(QPoint(10, 10))
    bench.qtbot.waitUntil(bar.menu.isVisible)
    assert bar.menu.actions()[0].text() == "mine"
    bar.menu.close()
    bar.ask_to_remove("mine")
    box = bar.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert presets.names(folder) == ("mine",)
    next(each for each in box.buttons() if each.text() == "Remove").click()
    bench.qtbot.waitUntil(lambda: presets.names(folder) == ())
    bench.qtbot.waitUntil(lambda: bar.findChild(QMessageBox) is None)


# --- Words ---


def test_the_badge_names_what_is_at_work_and_is_silent_where_nothing_is() -> None:
    stack = Stack((Entry(Sharpen()), Entry(Levels()), Entry(Channels("red")), Entry(Sharpen(), on=False)))
    assert badge(stack, Wording()) == "Filtered: Sharpening, Channels"
    assert badge(Stack((Entry(Levels()),)), Wording()) == ""


def test_every_control_has_a_name_and_every_filter_its_words(bench: Bench) -> None:
    for kind in KINDS:
        bench.action(f"filter.add_{kind.name}").trigger()
        assert english()[f"filter_says.{kind.name}"].endswith(".")
    kinds = QAbstractButton, QAbstractSlider, QComboBox, QAbstractSpinBox
    unnamed = [
        each
        for each in bench.panel.findChildren(QWidget)
        if isinstance(each, kinds)
        and each.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not (each.accessibleName() or getattr(each, "text", str)())
    ]
    assert not unnamed


def test_a_wheel_over_a_control_without_focus_changes_nothing(bench: Bench) -> None:
    bench.action("filter.add_sharpen").trigger()
    spin = bench.named(QDoubleSpinBox, "Sharpening: Strength")
    assert spin.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_side_becomes_as_wide_as_the_filters_in_it_need(bench: Bench) -> None:
    side = Side("side", bench.desk)
    side.add("Filters", bench.panel)
    bench.desk.layout().addWidget(side)
    for kind in KINDS:
        bench.action(f"filter.add_{kind.name}").trigger()
    needed = bench.panel.minimumSizeHint().width()
    bench.qtbot.waitUntil(lambda: side.viewport().width() >= needed)
