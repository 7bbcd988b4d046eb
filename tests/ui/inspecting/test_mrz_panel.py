"""The MRZ under its picture: the cursor walks, typing says what a person saw, nothing changes by itself."""

from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from docdesk.inspection.captures.capture import Light
from docdesk.inspection.readings.mrz_on_set import Sighting
from docdesk.mrz.spans import Span
from docdesk.ui.inspecting.mrz_characters import characters_of
from docdesk.ui.inspecting.mrz_lines import MrzLines
from docdesk.ui.inspecting.mrz_panel import MrzPanel
from docdesk.ui.inspecting.mrz_pictures import CELL, line_pictures
from docdesk.ui.look.look import Look
from docdesk.wording.catalogue import Wording
from tests.inspection.fakes import reading
from tests.ui.accessibility import nameless
from tests.ui.inspecting.reports import GOOD, evidence_on, proposing, with_entry

DOUBTFUL = ((0, 5), (1, 3))


@dataclass
class Heard:
    """What the panel asked for."""

    entered: list[tuple[int, int, str]] = field(default_factory=list)
    restored: list[tuple[int, int]] = field(default_factory=list)
    chosen: list[tuple[int, int]] = field(default_factory=list)


@pytest.fixture
def panel(qtbot: QtBot) -> MrzPanel:
    made = MrzPanel(Wording(), Look("light"))
    qtbot.addWidget(made)
    made.resize(980, 150)
    made.show_mrz(evidence_on(reading(*GOOD, doubtful=DOUBTFUL)), None)
    made.show()
    made.lines.setFocus()
    return made


@pytest.fixture
def heard(panel: MrzPanel) -> Heard:
    news = Heard()
    panel.entered.connect(lambda line, index, char: news.entered.append((line, index, char)))
    panel.restored.connect(lambda line, index: news.restored.append((line, index)))
    panel.character_chosen.connect(lambda line, index: news.chosen.append((line, index)))
    return news


def press(qtbot: QtBot, panel: MrzPanel, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(panel.lines, key)


def go_to(panel: MrzPanel, line: int, index: int, qtbot: QtBot) -> None:
    middle = panel.lines.grid().text(line, index).center().toPoint()
    qtbot.mouseClick(panel.lines, Qt.MouseButton.LeftButton, pos=middle)


def shows(panel: MrzPanel, words: str) -> bool:
    return any(words in label.text() for label in panel.findChildren(QLabel))


def test_the_cursor_begins_at_the_first_character_in_doubt(panel: MrzPanel) -> None:
    assert panel.lines.cursor_place == (0, 5)
    assert "line 1, character 6 (surname): S, in doubt" in panel.lines.accessibleName()


def test_typing_says_what_was_seen_and_goes_on(panel: MrzPanel, heard: Heard, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.lines, "5<o")
    assert heard.entered == [(0, 5, "5"), (0, 6, "<"), (0, 7, "O")]
    assert panel.lines.cursor_place == (0, 8)


def test_typing_changes_nothing_by_itself(panel: MrzPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.lines, "5")
    panel.lines.copy()
    assert QGuiApplication.clipboard().text() == "\n".join(GOOD)


def test_what_no_mrz_holds_is_ignored_with_a_hint(panel: MrzPanel, heard: Heard, qtbot: QtBot) -> None:
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Adiaeresis, Qt.KeyboardModifier.NoModifier, "ä")
    QApplication.sendEvent(panel.lines, key)
    assert heard.entered == []
    assert shows(panel, "only A to Z")


def test_enter_confirms_what_was_read_and_goes_to_the_next_in_doubt(
    panel: MrzPanel, heard: Heard, qtbot: QtBot
) -> None:
    press(qtbot, panel, Qt.Key.Key_Return)
    assert heard.entered == [(0, 5, "S")]
    assert panel.lines.cursor_place == (1, 3)


def test_delete_takes_back_only_what_was_entered(panel: MrzPanel, heard: Heard, qtbot: QtBot) -> None:
    press(qtbot, panel, Qt.Key.Key_Delete)
    assert heard.restored == []
    assert shows(panel, "Nothing was entered here")
    panel.show_mrz(evidence_on(with_entry(reading(*GOOD, doubtful=DOUBTFUL), 0, 5, "Z")), None)
    press(qtbot, panel, Qt.Key.Key_Backspace)
    assert heard.restored == [(0, 5)]


def test_enter_on_what_was_entered_does_not_enter_it_again(
    panel: MrzPanel, heard: Heard, qtbot: QtBot
) -> None:
    panel.show_mrz(evidence_on(with_entry(reading(*GOOD, doubtful=DOUBTFUL), 0, 5, "Z")), None)
    press(qtbot, panel, Qt.Key.Key_Return)
    assert heard.entered == []
    assert panel.lines.cursor_place == (1, 3)


def test_enter_on_a_certain_character_only_goes_on(panel: MrzPanel, heard: Heard, qtbot: QtBot) -> None:
    press(qtbot, panel, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert heard.entered == []
    assert panel.lines.cursor_place == (1, 3)


def test_what_is_undone_has_the_cursor_again(panel: MrzPanel, qtbot: QtBot) -> None:
    read = reading(*GOOD, doubtful=DOUBTFUL)
    panel.entered.connect(lambda *entry: panel.show_mrz(evidence_on(with_entry(read, *entry)), None))
    press(qtbot, panel, Qt.Key.Key_Z)
    assert panel.lines.cursor_place == (0, 6), "typing goes on"
    panel.show_mrz(evidence_on(read), None)
    assert panel.lines.cursor_place == (0, 5)


def test_keys_walk_and_the_ends_hold(panel: MrzPanel, heard: Heard, qtbot: QtBot) -> None:
    press(qtbot, panel, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert panel.lines.cursor_place == (0, 0)
    press(qtbot, panel, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert panel.lines.cursor_place == (1, 43)
    assert heard.chosen[-1] == (1, 43)


def test_f8_goes_round_the_characters_in_doubt(panel: MrzPanel, qtbot: QtBot) -> None:
    panel.lines.go_to_next()
    assert panel.lines.cursor_place == (1, 3)
    panel.lines.go_to_next()
    assert panel.lines.cursor_place == (0, 5)
    panel.lines.go_to_previous()
    assert panel.lines.cursor_place == (1, 3)


def test_letters_are_not_taken_for_keys_of_the_page(panel: MrzPanel) -> None:
    def taken(key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
        event.ignore()
        QApplication.sendEvent(panel.lines, event)
        return event.isAccepted()

    none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    assert taken(Qt.Key.Key_R, "r", none)
    assert taken(Qt.Key.Key_1, "1", none)
    assert not taken(Qt.Key.Key_K, "\x0b", control)
    assert not taken(Qt.Key.Key_Space, " ", none)


def test_a_click_chooses_the_character_below_the_pointer(panel: MrzPanel, heard: Heard, qtbot: QtBot) -> None:
    go_to(panel, 1, 20, qtbot)
    assert heard.chosen == [(1, 20)]
    qtbot.mouseClick(panel.lines, Qt.MouseButton.LeftButton, pos=QPoint(979, 1))
    assert heard.chosen == [(1, 20)]


def test_an_entry_keeps_the_cursor_and_is_told(panel: MrzPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.lines, "5")
    panel.show_mrz(evidence_on(with_entry(reading(*GOOD, doubtful=DOUBTFUL), 0, 5, "5")), None)
    assert panel.lines.cursor_place == (0, 6)
    press(qtbot, panel, Qt.Key.Key_Left)
    assert "5 entered by hand, S was read" in panel.lines.accessibleName()
    assert shows(panel, "in doubt: 1, entered: 1")


def test_another_reading_begins_anew_without_the_pictures_of_the_last(panel: MrzPanel) -> None:
    first = reading(*GOOD, doubtful=DOUBTFUL)
    black = tuple(np.zeros((CELL[1], CELL[0] * 44, 3), np.uint8) for _ in GOOD)
    panel.show_mrz(evidence_on(first), black)
    panel.highlight((Span(0, 0, 44),))
    middle = panel.lines.grid().line_picture(0).center().toPoint()
    assert panel.lines.grab().toImage().pixelColor(middle).lightness() < 30
    moved = replace(first, characters=tuple(tuple(row[::-1]) for row in first.characters))
    panel.show_mrz(evidence_on(moved), None)
    assert panel.lines.grab().toImage().pixelColor(middle).lightness() > 150
    assert panel.lines.cursor_place == (0, 5)
    corner = panel.lines.grid().text(0, 20).topLeft().toPoint() + QPoint(2, 2)
    assert panel.lines.grab().toImage().pixelColor(corner) == panel.palette().window().color()


def test_a_suggestion_is_told_and_never_put_in(panel: MrzPanel) -> None:
    seen = evidence_on(proposing(reading(*GOOD), 1, 3, "A"))
    panel.show_mrz(seen, None)
    panel.lines.go_to_next()
    assert panel.lines.cursor_place == (1, 3)
    assert "4; A would fit better" in panel.lines.accessibleName()
    panel.lines.copy()
    assert QGuiApplication.clipboard().text() == "\n".join(GOOD)


def test_what_a_person_confirmed_is_proposed_nothing_for() -> None:
    read = with_entry(proposing(reading(*GOOD, doubtful=DOUBTFUL), 1, 3, "A"), 1, 3, "4")
    character = characters_of(evidence_on(read), Wording())[1][3]
    assert character.proposed is None
    assert not character.wants_eyes


def test_a_chosen_field_lights_up(panel: MrzPanel) -> None:
    def tinted(index: int) -> bool:
        corner = panel.lines.grid().text(1, index).topLeft().toPoint() + QPoint(2, 2)
        colour = panel.lines.grab().toImage().pixelColor(corner)
        return colour.blue() > colour.red() + 20

    assert not tinted(14)
    panel.highlight((Span(1, 13, 19),))
    assert tinted(14)
    assert not tinted(20)


def test_without_an_mrz_the_reason_stands_in_its_place(panel: MrzPanel) -> None:
    panel.clear("No machine-readable zone was found.")
    assert shows(panel, "No machine-readable zone was found.")
    assert not panel.lines.isVisible()


def test_lines_of_any_shape_are_shown(panel: MrzPanel) -> None:
    for lines in (("A", ""), ("I<UTO" + "<" * 25,) * 3, ("A" * 90,)):
        panel.show_mrz(evidence_on(reading(*lines)), None)
        panel.lines.grab()


def test_every_control_has_a_name(panel: MrzPanel) -> None:
    assert nameless(panel) == []


def test_pictures_keep_step_with_the_characters() -> None:
    pictures = line_pictures(np.full((60, 480), 128, np.uint8), reading(*GOOD, ""))
    assert [picture.shape for picture in pictures] == [(CELL[1], CELL[0] * count, 3) for count in (44, 44, 0)]


def test_the_grid_finds_what_it_places(qtbot: QtBot) -> None:
    lines = MrzLines(Wording(), Look("light"))
    qtbot.addWidget(lines)
    lines.resize(700, 130)
    lines.show_rows(characters_of(evidence_on(reading(*GOOD, doubtful=DOUBTFUL)), Wording()), same=False)
    grid = lines.grid()
    assert grid.height <= 130
    assert all(
        grid.place_at(grid.text(line, index).center()) == (line, index)
        for line in range(2)
        for index in range(44)
    )


def test_the_panel_is_as_high_whatever_it_shows_and_lower_in_a_narrow_window(panel: MrzPanel) -> None:
    with_lines = panel.heightForWidth(900)
    panel.clear("Nothing was read.\n" * 20)
    assert panel.heightForWidth(900) == with_lines
    assert panel.heightForWidth(500) < with_lines


def test_a_character_in_doubt_tells_what_else_it_may_be_and_how_likely(panel: MrzPanel, qtbot: QtBot) -> None:
    told = reading(*GOOD, doubtful=((1, 3),), confidence=0.71, alternatives={(1, 3): {"B": 0.28, "3": 0.004}})
    rows = [list(row) for row in told.confidence]
    rows[1][3] = 0.71
    told = replace(told, confidence=tuple(map(tuple, rows)), raw=(GOOD[0], "123B" + GOOD[1][4:]))
    told = replace(told, second_opinion=(" " * 44, "8888".ljust(44)))
    panel.show_mrz(evidence_on(told), None)
    go_to(panel, 1, 3, qtbot)
    assert panel.lines.accessibleName() == (
        "line 2, character 4 (document number): may be 4 (71 %), B (28 %); second opinion: 8; "
        "by its shape alone B; type it, Enter confirms"
    )


def test_what_another_light_shows_instead_is_counted_told_and_looked_at_next(
    panel: MrzPanel, qtbot: QtBot
) -> None:
    other = reading(GOOD[0], "1239" + GOOD[1][4:])
    seen = replace(evidence_on(reading(*GOOD)), others=(Sighting(other, 1, Light.VIS),))
    panel.show_mrz(seen, None)
    assert shows(panel, "differ in other pictures: 1")
    panel.lines.go_to_next()
    assert panel.lines.cursor_place == (1, 3)
    assert panel.lines.accessibleName() == (
        "line 2, character 4 (document number): 4; other pictures show 9 under VIS"
    )


def test_what_another_light_shows_instead_stands_below_its_character(panel: MrzPanel) -> None:
    other = reading(GOOD[0], "1239" + GOOD[1][4:])
    panel.show_mrz(replace(evidence_on(reading(*GOOD)), others=(Sighting(other, 1, Light.VIS),)), None)
    painted = panel.lines.grab().toImage()

    def darkest(index: int) -> int:
        mark = panel.lines.grid().mark(1, index).toRect()
        across, down = (range(mark.left(), mark.right()), range(mark.top() + 4, mark.bottom()))
        return min(painted.pixelColor(x, y).lightness() for x in across for y in down)

    assert darkest(3) < 100
    assert darkest(8) > 200


def test_where_another_light_shows_the_same_nothing_is_said(panel: MrzPanel) -> None:
    seen = evidence_on(reading(*GOOD))
    panel.show_mrz(replace(seen, others=(Sighting(seen.reading, 1, Light.VIS),)), None)
    assert not shows(panel, "other pictures")
