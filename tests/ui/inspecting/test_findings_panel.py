"""Findings as cards: what needs eyes first, nothing lost, chosen by mouse and by keys."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QAbstractListModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from docdesk.inspection.checks.finding import Outcome
from docdesk.inspection.readings.mrz_reading import Entered
from docdesk.inspection.report.report import Report
from docdesk.ui.inspecting.finding_cards import Card, Kind, cards_of
from docdesk.ui.inspecting.findings_model import CARD
from docdesk.ui.inspecting.findings_panel import FindingsPanel
from docdesk.ui.look.look import Look
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign
from tests.ui.accessibility import nameless
from tests.ui.inspecting.reports import EXPIRED, GOOD, WRONG_DIGIT, report_of, report_on_lines

EVERYTHING = report_on_lines(WRONG_DIGIT[0], EXPIRED[1][:3] + "9" + EXPIRED[1][4:], doubtful=((0, 7),))


@pytest.fixture
def panel(qtbot: QtBot) -> FindingsPanel:
    made = FindingsPanel(Wording(), Look("light"))
    qtbot.addWidget(made)
    made.resize(360, 500)
    made.show()
    return made


@pytest.fixture
def chosen(panel: FindingsPanel) -> list[int]:
    heard: list[int] = []
    panel.finding_chosen.connect(heard.append)
    return heard


def view(panel: FindingsPanel) -> QListView:
    (found,) = panel.findChildren(QListView)
    return found


def cards(panel: FindingsPanel) -> list[Card]:
    model = view(panel).model()
    assert isinstance(model, QAbstractListModel)
    return [model.index(row).data(CARD) for row in range(model.rowCount())]


def click(panel: FindingsPanel, row: int, qtbot: QtBot) -> None:
    where = view(panel).visualRect(view(panel).model().index(row, 0)).center()
    qtbot.mouseClick(view(panel).viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_what_needs_eyes_stands_first() -> None:
    signs = [card.sign for card in cards_of(EVERYTHING, Wording()) if card.kind is Kind.FINDING]
    assert signs == [Sign.ANOMALY, Sign.ANOMALY, Sign.UNDECIDED, Sign.ATTENTION]


@pytest.mark.parametrize("report", [EVERYTHING, report_of(None), report_on_lines(*GOOD)])
def test_every_finding_stands_on_one_card(report: Report) -> None:
    told = [card.members for card in cards_of(report, Wording()) if card.kind is not Kind.FOLD]
    assert sorted(index for members in told for index in members) == list(range(len(report.findings)))


def test_a_card_says_on_which_entered_characters_it_rests_where_it_speaks_against_the_document() -> None:
    entry = Entered(1, 3, "9", "4", 0.41, certain=False)
    report = report_on_lines(*WRONG_DIGIT)
    resting = replace(
        report, findings=tuple(replace(finding, entered=(entry,)) for finding in report.findings)
    )
    said = "This rests on characters entered by hand: line 2, character 4 (entered 9, read as 4)."
    told = {card.sign: said in card.text and said in card.heard for card in cards_of(resting, Wording())}
    assert told[Sign.ANOMALY]
    assert not told[Sign.NO_ANOMALY]


def test_checks_that_could_not_be_made_for_one_reason_are_one_card() -> None:
    (card,) = cards_of(report_of(None), Wording())
    assert card.kind is Kind.TOGETHER
    assert card.sign is Sign.NOT_CHECKED
    assert f"could not be made: {len(card.members)}" in card.source


def test_broken_off_checks_say_their_reason_once_and_keep_their_sign() -> None:
    report = report_of(None)
    aborted = replace(
        report, findings=tuple(replace(entry, outcome=Outcome.ABORTED) for entry in report.findings)
    )
    (card,) = cards_of(aborted, Wording())
    assert card.sign is Sign.ABORTED
    assert "could not be finished" in card.source


def test_what_agrees_is_folded_away_and_unfolds(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.show_findings(report_on_lines(*GOOD))
    (fold,) = cards(panel)
    count = len(report_on_lines(*GOOD).findings)
    assert fold.text == f"Further checks that agree: {count}"
    click(panel, 0, qtbot)
    assert len(cards(panel)) == count + 1
    qtbot.keyClick(view(panel), Qt.Key.Key_Return)
    assert len(cards(panel)) == 1


def test_a_click_flies_to_the_finding(panel: FindingsPanel, chosen: list[int], qtbot: QtBot) -> None:
    panel.show_findings(EVERYTHING)
    click(panel, 1, qtbot)
    click(panel, 1, qtbot)
    index = cards(panel)[1].index
    assert chosen == [index, index]


def test_keys_walk_through_the_findings(panel: FindingsPanel, chosen: list[int], qtbot: QtBot) -> None:
    panel.show_findings(EVERYTHING)
    panel.step(1)
    qtbot.keyClick(view(panel), Qt.Key.Key_Down)
    qtbot.keyClick(view(panel), Qt.Key.Key_Return)
    qtbot.keyClick(view(panel), Qt.Key.Key_Up)
    first, second = (card.index for card in cards(panel)[:2])
    assert chosen == [first, second, second, first]


def test_steps_end_at_the_ends(panel: FindingsPanel, chosen: list[int]) -> None:
    panel.show_findings(EVERYTHING)
    for _ in range(10):
        panel.step(1)
    singles = [card.index for card in cards(panel) if card.index is not None]
    assert chosen == singles
    for _ in range(10):
        panel.step(-1)
    assert chosen[len(singles) :] == singles[-2::-1]


def test_choosing_from_outside_is_not_told_and_unfolds(panel: FindingsPanel, chosen: list[int]) -> None:
    panel.show_findings(EVERYTHING)
    agreeing = next(
        index for index, entry in enumerate(EVERYTHING.findings) if entry.outcome is Outcome.SUCCESSFUL
    )
    panel.choose(agreeing)
    current = view(panel).currentIndex().data(CARD)
    assert current.index == agreeing
    assert chosen == []
    panel.copy()
    assert Wording().say(EVERYTHING.findings[agreeing].message) in QGuiApplication.clipboard().text()


def test_crops_take_the_room_that_was_kept_for_them(panel: FindingsPanel) -> None:
    panel.show_findings(EVERYTHING)
    model = view(panel).model()
    before = [view(panel).visualRect(model.index(row, 0)) for row in range(model.rowCount())]
    index = cards(panel)[0].index
    assert index is not None
    place = before[0]
    blank = panel.grab().toImage()
    panel.set_crop(index, np.zeros((30, 300, 3), np.uint8))
    after = [view(panel).visualRect(model.index(row, 0)) for row in range(model.rowCount())]
    assert after == before
    assert place.height() > 0
    assert panel.grab().toImage() != blank


def test_expert_names_the_check_and_moves_nothing_above(panel: FindingsPanel, qtbot: QtBot) -> None:
    panel.show_findings(EVERYTHING)
    plain = view(panel).visualRect(view(panel).model().index(0, 0))
    panel.set_expert(True)
    grown = view(panel).visualRect(view(panel).model().index(0, 0))
    assert grown.top() == plain.top()
    assert grown.height() > plain.height()
    expert = cards(panel)[0].expert
    assert "mrz_check_digit_mismatch, failed, margin −0.99" in expert
    assert "CheckDigitDocumentNumberCheck" in expert
    panel.set_expert(False)
    assert view(panel).visualRect(view(panel).model().index(0, 0)) == plain


def test_expert_keeps_the_top_card_in_its_place_when_scrolled(panel: FindingsPanel) -> None:
    panel.resize(360, 220)
    panel.show_findings(EVERYTHING)
    panel.choose(cards(panel)[2].index or 0)
    assert view(panel).verticalScrollBar().value() > 0
    held = view(panel).indexAt(QPoint(8, 8))
    before = view(panel).visualRect(held).top()
    panel.set_expert(True)
    assert view(panel).visualRect(held).top() == before


def test_the_chosen_card_stays_chosen_when_the_report_comes_again(panel: FindingsPanel) -> None:
    panel.show_findings(EVERYTHING)
    panel.step(1)
    panel.step(1)
    said = view(panel).currentIndex().data(CARD).text
    panel.show_findings(EVERYTHING)
    assert view(panel).currentIndex().data(CARD).text == said


def test_a_card_is_heard_with_its_sign_in_words(panel: FindingsPanel) -> None:
    panel.show_findings(EVERYTHING)
    heard = view(panel).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("anomaly. The check digit of the document number")
    assert "weakest character: 0.99 of 1" in heard
    assert "VIS" in heard


def test_where_the_chance_of_a_misreading_is_told_no_single_character_is_measured(
    panel: FindingsPanel,
) -> None:
    first = next(entry for entry in EVERYTHING.findings if entry.outcome is Outcome.FAILED)
    panel.show_findings(replace(EVERYTHING, findings=(replace(first, odds=23_000),)))
    heard = view(panel).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "The chance that this is only misread is at most 1 in 23,000." in heard
    assert "weakest character" not in heard


def test_without_findings_a_sentence_stands_in_their_place(panel: FindingsPanel) -> None:
    panel.show_findings(replace(EVERYTHING, findings=()))
    assert not view(panel).isVisible()
    panel.show_findings(EVERYTHING)
    assert view(panel).isVisible()
    panel.clear("Nothing was inspected.")
    assert not view(panel).isVisible()
    assert cards(panel) == []


def test_sixty_findings_that_need_eyes_are_all_shown(panel: FindingsPanel) -> None:
    one = next(entry for entry in EVERYTHING.findings if entry.outcome is Outcome.FAILED)
    panel.show_findings(replace(EVERYTHING, findings=(one,) * 60))
    panel.grab()
    assert len(cards(panel)) == 60


def test_every_control_has_a_name(panel: FindingsPanel) -> None:
    panel.show_findings(EVERYTHING)
    assert nameless(panel) == []
