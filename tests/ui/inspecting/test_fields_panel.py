"""The line of fields: what each means, its sign, and everything about it when it unfolds."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from docdesk.inspection.captures.capture import Light
from docdesk.inspection.report.report import Report
from docdesk.mrz.spans import Span
from docdesk.ui.inspecting.field_card import FieldCard
from docdesk.ui.inspecting.field_chip import FieldChip
from docdesk.ui.inspecting.field_entries import FieldEntry, entries_of
from docdesk.ui.inspecting.fields_panel import FieldsPanel
from docdesk.ui.look.look import Look
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign
from tests.inspection.fakes import FakeReader, reading
from tests.inspection.report.test_next_step import last
from tests.ui.accessibility import nameless
from tests.ui.inspecting.reports import EXPIRED, GOOD, WRONG_DIGIT, report_of, report_on_lines

# Popups, which these tests open, are more than the offscreen platform can do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def panel(qtbot: QtBot) -> FieldsPanel:
    made = FieldsPanel(Wording(), Look("light"))
    qtbot.addWidget(made)
    made.resize(1100, 40)
    made.show()
    return made


def show(panel: FieldsPanel, report: Report) -> dict[str, FieldChip]:
    assert report.mrz is not None
    panel.show_fields(report.mrz, report.findings, report.on)
    return {chip.chip.name: chip for chip in panel.findChildren(FieldChip) if not chip.isHidden()}


def entries(report: Report) -> dict[str, FieldEntry]:
    assert report.mrz is not None
    return {entry.name: entry for entry in entries_of(report.mrz, report.findings, report.on, Wording())}


def card_of(panel: FieldsPanel) -> FieldCard:
    (card,) = [card for card in panel.findChildren(FieldCard) if card.isVisible()]
    return card


def texts(card: FieldCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)]


def test_the_line_says_what_the_fields_mean(panel: FieldsPanel) -> None:
    chips = show(panel, report_on_lines(*EXPIRED))
    assert {name: chip.chip.value for name, chip in chips.items()} == {
        "primary_identifier": "SMITH, ANNA MARIA",
        "document_number": "123456789",
        "date_of_birth": "1974-08-12 (52)",
        "date_of_expiry": "2012-04-15, expired",
        "nationality": "GBR United Kingdom",
    }
    assert chips["date_of_expiry"].chip.sign is Sign.ATTENTION
    assert chips["document_number"].accessibleName() == "number 123456789, no anomaly"


def test_a_field_bears_the_gravest_sign_of_its_findings(panel: FieldsPanel) -> None:
    assert show(panel, report_on_lines(*WRONG_DIGIT))["document_number"].chip.sign is Sign.ANOMALY
    doubtful = show(panel, report_on_lines(*WRONG_DIGIT, doubtful=((1, 3),)))["document_number"].chip
    assert doubtful.sign is Sign.UNDECIDED
    assert doubtful.doubtful == {3}


def test_two_states_are_shown_where_they_differ(panel: FieldsPanel) -> None:
    other = GOOD[1].replace("GBR", "DEU")
    assert {"nationality", "issuing_state"} <= show(panel, report_on_lines(GOOD[0], other)).keys()


def test_every_field_and_the_composite_digit_can_be_reached() -> None:
    found = entries(report_on_lines(*GOOD))
    assert list(found) == [
        "document_code",
        "issuing_state",
        "primary_identifier",
        "secondary_identifier",
        "document_number",
        "nationality",
        "date_of_birth",
        "sex",
        "date_of_expiry",
        "optional_data",
        "composite",
    ]
    assert found["document_number"].place == "line 2, characters 1 to 9"
    assert found["sex"].place == "line 2, character 21"
    assert found["document_number"].spans == (Span(1, 0, 9), Span(1, 9, 10))
    assert found["sex"].digit is None


def test_every_outcome_on_a_field_is_told_in_words() -> None:
    number = entries(report_on_lines(*WRONG_DIGIT))["document_number"]
    assert [sign for sign, _ in number.found] == [Sign.ANOMALY, Sign.NO_ANOMALY]
    assert "printed as 7, but 123956789 gives" in number.found[0][1]


def test_a_chip_unfolds_to_the_working_of_its_digit(panel: FieldsPanel, qtbot: QtBot) -> None:
    chips = show(panel, report_on_lines(*GOOD))
    with qtbot.waitSignal(panel.spans_chosen) as heard:
        qtbot.mouseClick(chips["document_number"], Qt.MouseButton.LeftButton)
    assert heard.args == [(Span(1, 0, 9), Span(1, 9, 10))]
    card = card_of(panel)
    (table,) = card.findChildren(QTableWidget)
    columns = [[table.item(row, column).text() for row in range(4)] for column in range(9)]
    assert columns[0] == ["1", "1", "7", "7"]
    assert columns[8] == ["9", "9", "1", "9"]
    total = sum(int(column[3]) for column in columns)
    assert any(f"sum {total}, remainder {total % 10}" in text for text in texts(card))
    assert "document number" in texts(card)


def test_keys_walk_through_all_fields_and_light_them_up(panel: FieldsPanel, qtbot: QtBot) -> None:
    show(panel, report_on_lines(*GOOD))
    heard: list[tuple[Span, ...]] = []
    panel.spans_chosen.connect(heard.append)
    (every,) = panel.findChildren(QPushButton)
    every.setFocus()
    qtbot.keyClick(every, Qt.Key.Key_Space)
    (walk,) = card_of(panel).findChildren(QListWidget)
    qtbot.keyClick(walk, Qt.Key.Key_Down)
    assert heard == [(Span(0, 0, 2),), (Span(0, 2, 5),)]
    assert any("United Kingdom" in text for text in texts(card_of(panel)))
    assert nameless(card_of(panel)) == []


def test_characters_in_doubt_are_underlined_in_the_unfolded_field(panel: FieldsPanel, qtbot: QtBot) -> None:
    chips = show(panel, report_on_lines(*GOOD, doubtful=((1, 3),)))
    qtbot.mouseClick(chips["document_number"], Qt.MouseButton.LeftButton)
    (printed,) = [text for text in texts(card_of(panel)) if "underline" in text]
    assert printed.startswith("123<span")
    assert printed.endswith("</span>56789")


def test_the_unfolded_field_frees_itself(panel: FieldsPanel, qtbot: QtBot) -> None:
    chips = show(panel, report_on_lines(*GOOD))
    qtbot.mouseClick(chips["date_of_birth"], Qt.MouseButton.LeftButton)
    card = card_of(panel)
    heard: list[tuple[Span, ...]] = []
    panel.spans_chosen.connect(heard.append)
    with qtbot.waitSignal(card.destroyed):
        qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert heard == [()], "nothing is lit up any more"


def test_a_narrow_line_hides_the_least_and_keeps_the_button_for_all(panel: FieldsPanel) -> None:
    report = report_on_lines(*GOOD)
    show(panel, report)
    panel.resize(520, 40)
    shown = show(panel, report)
    assert list(shown) == ["document_number", "date_of_birth"]
    assert all(chip.width() >= chip.sizeHint().width() for chip in shown.values())
    (every,) = panel.findChildren(QPushButton)
    assert every.isVisible()
    assert every.geometry().right() <= panel.width()


def test_lines_of_no_format_have_no_fields(panel: FieldsPanel) -> None:
    assert show(panel, report_on_lines(*GOOD)) != {}
    assert show(panel, report_of(reading("ABC", "DEF"))) == {}
    QApplication.sendPostedEvents(None, 52)
    assert panel.findChildren(FieldChip) == []


def test_every_control_has_a_name(panel: FieldsPanel) -> None:
    show(panel, report_on_lines(*GOOD))
    assert nameless(panel) == []


def test_the_unfolded_field_tells_what_a_character_in_doubt_may_be(panel: FieldsPanel, qtbot: QtBot) -> None:
    told = reading(*GOOD, doubtful=((1, 3),), alternatives={(1, 3): {"9": 0.28}, (1, 5): {"S": 0.2}})
    told = replace(told, second_opinion=(" " * 44, "888S8".ljust(44)))
    chips = show(panel, report_of(told))
    qtbot.mouseClick(chips["document_number"], Qt.MouseButton.LeftButton)
    assert any(text.endswith("4 (30 %), 9 (28 %); second opinion: S") for text in texts(card_of(panel)))


def test_a_field_that_two_lights_show_otherwise_does_not_stand_as_right_whatever_its_digit_says() -> None:
    other = reading(GOOD[0], GOOD[1][:14] + "9" + GOOD[1][15:])
    _, report = last(FakeReader({1: (reading(*GOOD),), 11: (other,)}), Light.IR, Light.VIS)
    told = entries(report)
    assert told["date_of_birth"].sign is Sign.ANOMALY
    assert any(said.startswith("Characters of the MRZ differ") for _, said in told["date_of_birth"].found)
    assert told["document_number"].sign is Sign.NO_ANOMALY, "there the pictures agree"
    _, alike = last(FakeReader({1: (reading(*GOOD),), 11: (reading(*GOOD),)}), Light.IR, Light.VIS)
    assert entries(alike)["date_of_birth"].sign is Sign.NO_ANOMALY
