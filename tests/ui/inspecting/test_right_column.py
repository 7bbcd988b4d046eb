"""Verdict and findings share the height of their column, however low it is."""

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from docdesk.ui.inspecting.findings_panel import FindingsPanel
from docdesk.ui.inspecting.right_column import RightColumn
from docdesk.ui.inspecting.verdict_panel import VerdictPanel
from docdesk.ui.look.look import Look
from docdesk.wording.catalogue import Wording
from tests.ui.inspecting.reports import UTOPIAN, WRONG_DIGIT, report_on_lines

WIDTH = 300


@pytest.fixture
def column(qtbot: QtBot) -> RightColumn:
    wording, look = Wording(), Look("light")
    made = RightColumn(VerdictPanel(wording, look), FindingsPanel(wording, look))
    qtbot.addWidget(made)
    made.resize(WIDTH, 600)
    made.show()
    return made


def parts_of(column: RightColumn) -> tuple[VerdictPanel, FindingsPanel]:
    verdict, findings = column.findChild(VerdictPanel), column.findChild(FindingsPanel)
    assert verdict is not None and findings is not None
    return verdict, findings


def test_neither_covers_the_other_in_a_low_window(column: RightColumn, qtbot: QtBot) -> None:
    verdict, findings = parts_of(column)
    report = report_on_lines(*WRONG_DIGIT)
    verdict.show_report(report)
    findings.show_findings(report)
    column.resize(WIDTH, 300)
    qtbot.waitUntil(lambda: verdict.geometry().bottom() < findings.geometry().top())
    assert findings.geometry().bottom() <= column.height()


def test_reasons_are_whole_again_when_there_is_room_again(column: RightColumn, qtbot: QtBot) -> None:
    verdict, _findings = parts_of(column)
    verdict.show_report(report_on_lines(*UTOPIAN))
    reasons = verdict.findChild(QScrollArea)
    assert reasons is not None
    qtbot.waitUntil(lambda: reasons.height() > 20)
    whole = reasons.height()
    column.resize(WIDTH, 200)
    qtbot.waitUntil(lambda: reasons.height() < whole)
    column.resize(WIDTH, 600)
    qtbot.waitUntil(lambda: reasons.height() == whole)
