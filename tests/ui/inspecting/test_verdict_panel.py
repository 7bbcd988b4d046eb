"""The verdict panel says what an inspection came to, in sign and word, and what to do next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QListWidget, QProgressBar, QPushButton, QScrollArea, QSplitter
from pytestqt.qtbot import QtBot

from docdesk.inspection.report.report import Report
from docdesk.ui.inspecting.verdict_panel import VerdictPanel
from docdesk.ui.look.look import Look
from docdesk.ui.look.sign import SignLabel
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign
from tests.inspection.fakes import reading
from tests.ui.accessibility import nameless
from tests.ui.inspecting.reports import (
    EXPIRED,
    GOOD,
    UTOPIAN,
    WRONG_DIGIT,
    report_of,
    report_on_lines,
    with_entry,
)


@pytest.fixture
def panel(qtbot: QtBot) -> VerdictPanel:
    made = VerdictPanel(Wording(), Look("light"))
    qtbot.addWidget(made)
    made.resize(350, 400)
    made.show()
    return made


def visible(panel: VerdictPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("report", "sign", "word"),
    [
        (report_on_lines(*WRONG_DIGIT), Sign.ANOMALY, "Anomaly"),
        (report_on_lines(*EXPIRED), Sign.ATTENTION, "Attention"),
        (report_on_lines(*GOOD), Sign.NO_ANOMALY, "No anomaly found"),
        (report_on_lines(*WRONG_DIGIT, doubtful=((1, 3),)), Sign.UNDECIDED, "Could not decide"),
        (report_of(None), Sign.NOT_CHECKED, "Not inspected"),
    ],
)
def test_each_verdict_has_its_sign_its_word_its_reasons_and_its_next_step(
    panel: VerdictPanel, report: Report, sign: Sign, word: str
) -> None:
    panel.show_report(report)
    first = next(label for label in panel.findChildren(SignLabel) if label.isVisible())
    assert first.sign is sign
    shown = visible(panel)
    assert shown.splitlines()[0] == word
    assert Wording().say(report.verdict.reasons[0]) in shown
    assert report.next_step is not None
    assert Wording().say(report.next_step) in shown
    assert "checked " in shown
    assert "no picture under UV, IR" in shown
    assert panel.accessibleName().startswith(word)


def test_a_specimen_is_headed_so(panel: VerdictPanel) -> None:
    panel.show_report(report_on_lines(*UTOPIAN))
    assert "FICTITIOUS SPECIMEN" in visible(panel)
    panel.show_report(report_on_lines(*GOOD))
    assert "FICTITIOUS SPECIMEN" not in visible(panel)


def test_entries_by_hand_are_counted(panel: VerdictPanel) -> None:
    panel.show_report(report_of(with_entry(reading(*GOOD), 0, 5, "Z")))
    assert "entered by hand: 1" in visible(panel)
    panel.show_report(report_on_lines(*GOOD))
    assert "entered by hand" not in visible(panel)


def test_many_reasons_unfold_and_none_is_lost(panel: VerdictPanel) -> None:
    report = report_on_lines("P<WSASMITH<<ANNA9MARIA".ljust(44, "<"), "Q" * 44)
    assert len(report.verdict.reasons) > 4
    panel.show_report(report)
    (more,) = panel.findChildren(QPushButton)
    last = Wording().say(report.verdict.reasons[-1])
    assert more.isVisible()
    assert more.text() == f"Further reasons: {len(report.verdict.reasons) - 4}"
    assert last not in visible(panel)
    more.click()
    assert last in visible(panel)
    panel.copy()
    assert last in QGuiApplication.clipboard().text()


def test_running_and_waiting_show_no_verdict(panel: VerdictPanel) -> None:
    panel.show_report(report_on_lines(*WRONG_DIGIT))
    (bar,) = panel.findChildren(QProgressBar)
    panel.show_running("Reading the MRZ.")
    assert "Reading the MRZ." in visible(panel)
    assert bar.isVisible()
    assert "Anomaly" not in visible(panel)
    panel.show_waiting("Waits for its turn.")
    assert "Waits for its turn." in visible(panel)
    assert not bar.isVisible()
    assert not any(label.isVisible() for label in panel.findChildren(SignLabel))


def test_a_failure_of_docdesk_is_no_verdict(panel: VerdictPanel) -> None:
    panel.show_failed("docdesk itself failed.")
    assert "docdesk itself failed." in visible(panel)
    assert next(iter(panel.findChildren(SignLabel))).sign is Sign.ABORTED
    assert "Anomaly" not in visible(panel)


def test_the_word_takes_the_colour_of_the_theme(panel: VerdictPanel, qtbot: QtBot) -> None:
    panel.show_report(report_on_lines(*WRONG_DIGIT))
    word = next(label for label in panel.findChildren(QLabel) if label.text() == "Anomaly")
    assert word.palette().windowText().color() == Look("light").sign(Sign.ANOMALY)
    panel.show_waiting("")
    assert word.palette().windowText().color() != Look("light").sign(Sign.ANOMALY)


def test_what_a_document_says_is_never_taken_for_markup(panel: VerdictPanel) -> None:
    panel.show_failed("<b>bold</b>")
    assert "<b>bold</b>" in visible(panel)
    assert all(
        label.textFormat().name == "PlainText"
        for label in panel.findChildren(QLabel)
        if label.text() and "bold" in label.text()
    )


def test_reasons_fit_their_place_at_any_width(panel: VerdictPanel, qtbot: QtBot) -> None:
    panel.show_report(report_on_lines(*WRONG_DIGIT))
    for width in (250, 350, 500):
        panel.resize(width, 600)
        qtbot.waitUntil(lambda: panel.height() == panel.heightForWidth(panel.width()))
        labels = [label for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]
        assert all(label.height() >= label.heightForWidth(label.width()) for label in labels), width
        (scroll,) = panel.findChildren(QScrollArea)
        assert scroll.height() >= scroll.widget().height(), width


def test_every_control_has_a_name(panel: VerdictPanel) -> None:
    panel.show_report(report_on_lines(*WRONG_DIGIT))
    assert nameless(panel) == []


def test_a_splitter_cuts_no_sentence_off(qtbot: QtBot) -> None:
    splitter = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(splitter)
    inner, other = VerdictPanel(Wording(), Look("light")), QListWidget()
    splitter.addWidget(inner)
    splitter.addWidget(other)
    splitter.resize(350, 500)
    splitter.show()
    inner.show_report(report_on_lines(*WRONG_DIGIT))
    qtbot.waitUntil(lambda: inner.height() == inner.heightForWidth(350))
    tall = inner.height()
    inner.show_waiting("")
    qtbot.waitUntil(lambda: inner.height() < tall)
