"""What a user changes in the workspace: characters entered, documents joined, split, put away; all undone."""

from typing import Any

from PySide6.QtCore import QItemSelectionModel

from docdesk.inspection.captures.capture import Known, Light
from docdesk.inspection.report.report import VerdictOutcome
from docdesk.jobs.hands import Begun, Ended
from docdesk.ui.inspecting.document import State
from tests.ui.inspecting.stage import GOOD, WRONG, Stage, documents, opened, outcome, seen_lines

# --- Characters entered by hand ---


def test_an_entered_character_is_checked_again_at_once(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *WRONG))
    assert outcome(stage) is VerdictOutcome.ANOMALY
    stage.workspace.page.mrz.entered.emit(1, 5, "0")
    assert seen_lines(stage) == GOOD
    assert outcome(stage) is VerdictOutcome.ATTENTION
    document = stage.workspace.presenter.current
    assert document is not None
    assert document.entries == 1
    assert document.read is not None
    assert document.read.mrz is not None
    assert document.read.mrz.reading.lines == WRONG, "what was read is kept"


def test_entries_are_undone_and_redone_step_by_step(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *WRONG))
    stage.workspace.page.mrz.entered.emit(1, 5, "0")
    stage.workspace.page.mrz.entered.emit(1, 0, "X")
    stage.workspace.actions["undo"].trigger()
    assert seen_lines(stage) == GOOD
    stage.workspace.actions["undo"].trigger()
    assert seen_lines(stage) == WRONG
    assert outcome(stage) is VerdictOutcome.ANOMALY
    stage.workspace.actions["redo"].trigger()
    assert seen_lines(stage) == GOOD


def test_undoing_an_entry_elsewhere_shows_the_document_that_changed(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *WRONG), stage.file("b.png", *GOOD))
    stage.workspace.page.mrz.entered.emit(1, 5, "0")
    stage.workspace.page.strip.choose(1)
    stage.workspace.actions["undo"].trigger()
    assert stage.workspace.presenter.current == documents(stage)[0]
    assert seen_lines(stage) == WRONG


def test_a_character_that_no_mrz_holds_changes_nothing(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *WRONG))
    with qtbot.waitSignal(stage.workspace.news.said):
        stage.workspace.page.mrz.entered.emit(1, 5, "é")
    assert seen_lines(stage) == WRONG
    assert not stage.workspace.undo.can_undo()


def test_closing_says_that_entries_would_be_lost(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *WRONG))
    assert stage.workspace.may_close() is None
    stage.workspace.page.mrz.entered.emit(1, 5, "0")
    assert "by hand" in (stage.workspace.may_close() or "")


# --- Joined, split, put away ---


def test_joined_documents_become_one_and_undo_brings_both_back_as_they_were(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("one.png", *WRONG), stage.file("two.png", *GOOD))
    stage.workspace.page.mrz.entered.emit(1, 5, "0")
    before = documents(stage)
    stage.workspace.page.strip.selectAll()
    dialog = stage.workspace.doing.ask_to_join()
    assert dialog is not None
    dialog.lights[1].setCurrentIndex(list(Light).index(Light.UV))
    dialog.join()
    stage.inspector.work()
    (document,) = documents(stage)
    assert [capture.label.light for capture in document.captures] == [Light.VIS, Light.UV]
    assert document.captures[1].label.light_known is Known.ENTERED
    stage.workspace.actions["undo"].trigger()
    assert documents(stage) == before, "entries and reports too"


def test_joining_a_picture_with_itself_is_refused_with_a_sentence(stage: Stage, qtbot: Any) -> None:
    path = stage.file("one.png", *GOOD)
    opened(stage, qtbot, path)
    opened(stage, qtbot, path)
    stage.workspace.page.strip.selectAll()
    dialog = stage.workspace.doing.ask_to_join()
    assert dialog is not None
    dialog.join()
    assert dialog.said.text()
    assert len(documents(stage)) == 2
    dialog.reject()


def test_a_set_is_split_into_its_pictures(stage: Stage, qtbot: Any) -> None:
    paths = stage.file("p-vis.png", *GOOD), stage.file("p-uv.png")
    opened(stage, qtbot, *paths, count=1)
    stage.workspace.actions["split"].trigger()
    stage.inspector.work()
    assert [len(document.captures) for document in documents(stage)] == [1, 1]


def test_put_away_documents_come_back_by_undo(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD), stage.file("b.png", *WRONG))
    before = documents(stage)
    stage.workspace.actions["put_away"].trigger()
    assert documents(stage) == before[1:]
    assert stage.workspace.presenter.current == before[1]
    stage.workspace.actions["undo"].trigger()
    assert documents(stage) == before


def test_putting_the_last_document_away_shows_the_empty_page(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD))
    stage.workspace.actions["put_away"].trigger()
    assert stage.workspace.page.empty.isVisible()
    assert stage.workspace.desk.pictures() == ()


# --- News that come too late ---


def test_news_that_were_on_their_way_when_work_was_stopped_change_nothing(stage: Stage, qtbot: Any) -> None:
    stage.workspace.doing.open([stage.file("a.png", *GOOD)])
    qtbot.waitUntil(lambda: bool(stage.inspector.queue))
    on_their_way = list(stage.inspector.queue)
    stage.workspace.stop()
    stage.inspector.queue = on_their_way
    stage.inspector.work()
    assert [document.state for document in documents(stage)] == [State.STOPPED]
    assert documents(stage)[0].report is None
    assert stage.workspace.busy() is None


def test_news_of_work_before_an_undo_are_not_taken_for_those_after_it(stage: Stage, qtbot: Any) -> None:
    stage.workspace.doing.open([stage.file("a.png", *GOOD)])
    qtbot.waitUntil(lambda: bool(stage.inspector.queue))
    on_their_way = list(stage.inspector.queue)
    stage.workspace.doing.put_away()
    stage.workspace.undo.undo()
    stage.inspector.queue += on_their_way
    stage.inspector.work()
    assert [document.state for document in documents(stage)] == [State.DONE]
    assert len(documents(stage)) == 1


def test_putting_many_away_looks_at_none_that_goes_too(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, *(stage.file(f"{number}.png", *GOOD) for number in range(12)))
    looked_at: list[int] = []
    stage.workspace.page.strip.chosen.connect(looked_at.append)
    rest = documents(stage)[-1].ident
    stage.workspace.page.strip.selectAll()
    last = stage.workspace.page.strip.model().index(11, 0)
    stage.workspace.page.strip.selectionModel().select(last, QItemSelectionModel.SelectionFlag.Deselect)
    stage.workspace.doing.put_away()
    assert looked_at == [rest]
    assert [document.ident for document in documents(stage)] == [rest]


def test_a_document_that_went_by_itself_does_not_hinder_redoing(stage: Stage, qtbot: Any) -> None:
    stage.workspace.doing.open([stage.file("a.png", *GOOD), stage.file("b.png", *GOOD)])
    qtbot.waitUntil(lambda: len(stage.inspector.queue) == 2)
    stage.workspace.page.strip.selectAll()
    stage.workspace.doing.put_away()
    stage.workspace.undo.undo()
    ticket, _ = stage.inspector.queue.pop(0)
    stage.workspace.hear(Begun(ticket))
    stage.workspace.hear(Ended(ticket))
    assert len(documents(stage)) == 1, "nothing came of the other one"
    stage.workspace.undo.redo()
    assert documents(stage) == []
    stage.workspace.undo.undo()
    assert len(documents(stage)) == 1
