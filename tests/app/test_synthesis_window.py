"""The page of fictitious documents in the real window, and what works behind it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from docdesk.app.synthesis_window import Generating, PreviewHands, found
from docdesk.app.window import opened
from docdesk.foundation.places import assets_folder
from docdesk.foundation.progress import Cancellation, Cancelled
from docdesk.jobs.hands import Answered, Begun, Ended, Told
from docdesk.settings.settings import JOBS, Settings
from docdesk.settings.store import SettingsStore
from docdesk.synthesis.people.portraits import LIST
from docdesk.synthesis.plans.choosing import choose
from docdesk.synthesis.plans.preview import Preview
from docdesk.ui.inspecting.workspace import InspectWorkspace
from docdesk.ui.shell.main_window import MainWindow
from docdesk.ui.synthesising.plan_form import usual_plan
from docdesk.ui.synthesising.workspace import SynthesisWorkspace
from docdesk.wording.catalogue import Wording
from tests.ui.accessibility import nameless
from tests.ui.inspecting.stage import StillClock
from tests.ui.keys import ambiguous_keys

LONG = 120_000
"""Milliseconds: artwork is printed in half a minute on an idle computer."""

DAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Artwork that is printed here is not the user's."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[MainWindow, InspectWorkspace]]:
    """The window with its engines, as `docdesk window` opens it."""
    store = SettingsStore(tmp_path / "settings.json", Settings({JOBS.name: 1}))
    with opened(store, Wording(), StillClock(), tmp_path / "window.json") as (window, workspace):
        window.resize(1366, 740)
        window.show()
        yield window, workspace
        window.close_at_once()


def page_of(window: MainWindow) -> SynthesisWorkspace:
    page = window.current
    assert isinstance(page, SynthesisWorkspace)
    return page


def open_by_palette(qtbot: QtBot, window: MainWindow) -> SynthesisWorkspace:
    """Open the page as a user does who knows a part of its name."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = QApplication.focusWidget()
    assert line is not None
    qtbot.keyClicks(line, "fictitious")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    return page_of(window)


def test_what_documents_can_be_made_of_is_found() -> None:
    here = found()
    assert "utopia-passport" in here.titles
    assert here.troubles == ()
    assert here.devices["reader"] == ("VIS", "IR", "UV")


def test_the_palette_opens_the_page_and_esc_leads_back(
    qtbot: QtBot, started: tuple[MainWindow, InspectWorkspace]
) -> None:
    window, workspace = started
    page = open_by_palette(qtbot, window)
    qtbot.waitUntil(lambda: page.page.one.model.count() > 0, timeout=LONG)
    qtbot.keyClick(page.page.one.model, Qt.Key.Key_Escape)
    assert window.current is workspace


def test_the_window_with_the_page_has_names_and_keys_for_everything(
    qtbot: QtBot, started: tuple[MainWindow, InspectWorkspace]
) -> None:
    window, _ = started
    open_by_palette(qtbot, window)
    assert nameless(window) == []
    assert ambiguous_keys(window) == []


def test_documents_that_were_made_are_handed_to_inspect(
    qtbot: QtBot, started: tuple[MainWindow, InspectWorkspace], tmp_path: Path
) -> None:
    window, workspace = started
    page = open_by_palette(qtbot, window)
    with qtbot.waitSignal(workspace.doing.opened) as handed:
        page.inspect_wanted.emit(str(tmp_path))
    assert handed.args == [(str(tmp_path),)]
    assert window.current is workspace


def test_nothing_is_made_for_whoever_wants_no_more(tmp_path: Path) -> None:
    wish = Cancellation()
    wish.cancel()
    with pytest.raises(Cancelled):
        Generating(1)(usual_plan(found(), DAY), tmp_path / "made", lambda _progress: None, wish)
    assert not (tmp_path / "made").exists()


def test_no_process_is_started_before_a_document_is_asked_for() -> None:
    hands = PreviewHands(lambda _told: None)
    hands.take_back((1,))
    hands.close()


@pytest.mark.slow
def test_a_process_answers_with_a_document(qtbot: QtBot) -> None:
    if not (assets_folder() / "portraits" / LIST).exists():
        pytest.skip("LOUD: the portraits are not there: no document was made")
    heard: list[Told] = []
    hands = PreviewHands(heard.append)
    order = choose(usual_plan(found(), DAY), 0)
    try:
        hands.give(1, order)
        qtbot.waitUntil(lambda: len(heard) == 3, timeout=LONG)
    finally:
        hands.close()
    begun, answered, ended = heard
    assert (begun, ended) == (Begun(1), Ended(1))
    assert isinstance(answered, Answered)
    assert isinstance(answered.answer, Preview)
    assert answered.answer.order == order
    assert len(answered.answer.pictures) >= len(order.sitting.lights)
