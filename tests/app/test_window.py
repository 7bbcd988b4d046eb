"""The officer's walk in the real window with the real engines: open, read, correct, look, report, close."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from docdesk.app.window import TRIED_FIRST, opened, samples
from docdesk.inspection.report.report import Report, VerdictOutcome
from docdesk.settings.settings import JOBS, Settings
from docdesk.settings.store import SettingsStore
from docdesk.ui.inspecting.report_dialog import ReportDialog
from docdesk.ui.inspecting.workspace import InspectWorkspace
from docdesk.ui.shell.main_window import MainWindow
from docdesk.wording.catalogue import Wording
from tests.samples.kept import WRONG, altered_place, truth
from tests.ui.accessibility import nameless
from tests.ui.keys import ambiguous_keys

LONG = 60_000
"""Milliseconds: two seconds on an idle computer, CI may be busy with other work."""


class StillClock:
    """Stands still on the day of the tests."""

    def now(self) -> datetime:
        return datetime(2026, 11, 21, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 11, 21)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where settings and state are kept."""
    return tmp_path


@pytest.fixture
def started(qtbot: Any, place: Path) -> Iterator[tuple[MainWindow, InspectWorkspace]]:
    """The window with its engines, as `docdesk window` opens it."""
    store = SettingsStore(place / "settings.json", Settings({JOBS.name: 1}))
    with opened(store, Wording(), StillClock(), place / "window.json") as (window, workspace):
        window.resize(1366, 740)
        window.show()
        yield window, workspace
        workspace.undo.clear()
        window.close_at_once()


def drop(workspace: InspectWorkspace, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    how = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(100, 100), *how)
    QApplication.sendEvent(workspace.page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(workspace.page, QDropEvent(QPointF(100, 100), *how))


def report(workspace: InspectWorkspace) -> Report:
    document = workspace.presenter.current
    assert document is not None
    assert document.report is not None
    return document.report


def enter_what_was_issued(workspace: InspectWorkspace) -> None:
    line, position, _altered, issued = altered_place()
    workspace.page.mrz.entered.emit(line - 1, position - 1, issued)


def test_an_officer_drops_reads_corrects_looks_and_reports(
    started: tuple[MainWindow, InspectWorkspace], qtbot: Any, place: Path
) -> None:
    window, workspace = started
    with qtbot.waitSignal(workspace.verdict_shown, timeout=LONG):
        drop(workspace, WRONG)
    assert report(workspace).verdict.outcome is VerdictOutcome.ANOMALY
    qtbot.waitUntil(lambda: len(workspace.desk.pictures()) == 1)

    (view,) = workspace.desk.views()
    before = view.frame
    qtbot.keyClick(window, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: view.frame.zoom > before.zoom)

    enter_what_was_issued(workspace)
    assert report(workspace).verdict.outcome is VerdictOutcome.ATTENTION

    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = workspace.page.findChildren(ReportDialog)
    qtbot.waitUntil(dialog.save_pdf.isEnabled, timeout=LONG)
    dialog.save("pdf", str(place / "report.pdf"))
    qtbot.waitUntil((place / "report.pdf").exists)
    assert (place / "report.pdf").read_bytes().startswith(b"%PDF")
    dialog.close()


def test_what_a_newcomer_tries_first_is_there() -> None:
    assert [path.name for path in samples()] == list(TRIED_FIRST)


def test_the_whole_window_has_names_for_all_and_no_key_for_two(
    started: tuple[MainWindow, InspectWorkspace], qtbot: Any
) -> None:
    window, workspace = started
    with qtbot.waitSignal(workspace.verdict_shown, timeout=LONG):
        drop(workspace, WRONG)
    assert nameless(window) == []
    assert ambiguous_keys(window) == []


def test_closing_asks_once_about_what_would_be_lost_and_keeps_the_state(
    started: tuple[MainWindow, InspectWorkspace], qtbot: Any, place: Path
) -> None:
    window, workspace = started
    with qtbot.waitSignal(workspace.verdict_shown, timeout=LONG):
        workspace.doing.open([str(WRONG)])
    enter_what_was_issued(workspace)
    assert not window.close()
    assert window.isVisible()
    workspace.undo.undo()
    assert window.close()
    kept = json.loads((place / "window.json").read_text())
    assert kept["pages"]["inspect"]["paths"] == [str(WRONG)]
    surname = truth("digit-altered")["holder"]["texts"]["surname"]
    assert surname not in (place / "window.json").read_text()
