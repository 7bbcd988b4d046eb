"""The workspace as its user has it: documents in, news shown, characters entered, joined, undone."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPixmap

from docdesk.inspection.report.report import VerdictOutcome
from docdesk.ui.inspecting.document import State
from tests.ui.accessibility import nameless
from tests.ui.inspecting.stage import GOOD, WRONG, Stage, documents, opened, outcome

# --- In ---


def test_the_empty_page_teaches_and_hides_the_strip(stage: Stage) -> None:
    page = stage.workspace.page
    assert page.empty.isVisible()
    assert not page.strip.isVisible()
    assert page.empty.begin.isEnabled()


def test_opened_pictures_are_inspected_and_the_first_is_shown(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *WRONG), stage.file("b.png", *GOOD))
    assert [document.state for document in documents(stage)] == [State.DONE, State.DONE]
    assert stage.workspace.presenter.current == documents(stage)[0]
    assert outcome(stage) is VerdictOutcome.ANOMALY
    assert stage.workspace.page.strip.isVisible()


def test_the_picture_of_the_shown_document_arrives_in_the_viewer(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD))
    qtbot.waitUntil(lambda: len(stage.workspace.desk.pictures()) == 1)
    picture = stage.workspace.desk.current()
    assert picture is not None
    assert picture.title == "VIS"
    assert picture.scale is not None


def test_a_file_that_cannot_be_opened_says_why(stage: Stage, qtbot: Any) -> None:
    path = stage.folder / "gone.png"
    path.write_bytes(b"picture gone")
    opened(stage, qtbot, str(path))
    assert outcome(stage) is VerdictOutcome.NOT_INSPECTED


def test_files_that_names_join_are_one_document_with_a_picture_for_each_light(
    stage: Stage, qtbot: Any
) -> None:
    paths = stage.file("p-vis.png", *GOOD), stage.file("p-uv.png")
    opened(stage, qtbot, *paths, count=1)
    qtbot.waitUntil(lambda: len(stage.workspace.desk.pictures()) == 2)
    assert [picture.title for picture in stage.workspace.desk.pictures()] == ["VIS", "UV"]


def test_dropped_files_are_opened(stage: Stage, qtbot: Any) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(stage.file("a.png", *GOOD))])
    stage.workspace.page.dropped.emit(mime)
    qtbot.waitUntil(lambda: len(documents(stage)) == 1)


def test_a_pasted_picture_stays_in_memory(stage: Stage, qtbot: Any) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    mime = QMimeData()
    mime.setImageData(image)
    before = sorted(stage.folder.iterdir())
    assert stage.workspace.doing.take(mime)
    qtbot.waitUntil(lambda: len(documents(stage)) == 1)
    content = documents(stage)[0].bundle.members[0].content
    assert content is not None
    assert content.startswith(b"\x89PNG")
    assert sorted(stage.folder.iterdir()) == before


def test_a_folder_without_pictures_says_so(stage: Stage, qtbot: Any) -> None:
    empty = stage.folder / "empty"
    empty.mkdir()
    with qtbot.waitSignal(stage.workspace.news.said) as said:
        stage.workspace.doing.open([str(empty)])
    assert "no pictures" in said.args[0]


def test_a_thousand_files_are_listed_and_inspected_from_where_the_user_looks(
    stage: Stage, qtbot: Any
) -> None:
    paths = [stage.file(f"{number:04}.png", *GOOD) for number in range(1000)]
    stage.workspace.doing.open(paths)
    qtbot.waitUntil(lambda: len(documents(stage)) == 1000)
    stage.workspace.page.strip.choose(500)
    stage.inspector.work(3)
    done = [row for row, document in enumerate(documents(stage)) if document.state is State.DONE]
    assert done == [500, 501, 502]


def test_a_watched_folder_hands_in_what_arrives(stage: Stage, qtbot: Any) -> None:
    now = [0.0]
    stage.workspace.watching._now = lambda: now[0]
    stage.workspace.watch(str(stage.folder))
    qtbot.waitUntil(lambda: stage.workspace.watching._job is None)
    stage.file("late.png", *GOOD)

    def arrived() -> bool:
        now[0] += 2.0
        stage.workspace.watching.look()
        return len(documents(stage)) == 1

    qtbot.waitUntil(arrived)
    stage.workspace.watch("")
    assert stage.workspace.watching.folder is None


def test_a_watched_folder_that_is_gone_and_comes_back_is_told_of(stage: Stage, qtbot: Any) -> None:
    folder, away = stage.folder / "reader", stage.folder / "away"
    folder.mkdir()
    told: list[str] = []
    stage.workspace.news.said.connect(told.append)
    stage.workspace.watch(str(folder))

    def look_until(words: str) -> None:
        told.clear()

        def seen() -> bool:
            stage.workspace.watching.look()
            return any(words in sentence for sentence in told)

        qtbot.waitUntil(seen)

    folder.rename(away)
    look_until("is not there")
    away.rename(folder)
    look_until("Watching")
    stage.workspace.watch("")


# --- News ---


def test_progress_is_told_until_everything_rests(stage: Stage, qtbot: Any) -> None:
    told: list[tuple[int, int]] = []
    stage.workspace.news.progressed.connect(lambda progress: told.append((progress.done, progress.total)))
    stage.workspace.doing.open([stage.file("a.png", *GOOD), stage.file("b.png", *GOOD)])
    qtbot.waitUntil(lambda: len(documents(stage)) == 2)
    with qtbot.waitSignal(stage.workspace.news.rested):
        stage.inspector.work()
    assert (0, 2) in told
    assert (1, 2) in told


def test_stopping_keeps_what_is_finished_and_marks_the_rest(stage: Stage, qtbot: Any) -> None:
    stage.workspace.doing.open([stage.file(f"{name}.png", *GOOD) for name in "abc"])
    qtbot.waitUntil(lambda: len(documents(stage)) == 3)
    stage.inspector.work(1)
    assert stage.workspace.busy() is not None
    stage.workspace.stop()
    assert [document.state for document in documents(stage)] == [State.DONE, State.STOPPED, State.STOPPED]
    assert stage.workspace.busy() is None
    assert stage.inspector.queue == []


def test_a_stopped_document_can_be_inspected_again(stage: Stage, qtbot: Any) -> None:
    stage.workspace.doing.open([stage.file("a.png", *GOOD)])
    qtbot.waitUntil(lambda: len(documents(stage)) == 1)
    stage.workspace.stop()
    stage.workspace.presenter.inspect_anew()
    stage.inspector.work()
    assert [document.state for document in documents(stage)] == [State.DONE]


# --- Keys and places ---


def test_comma_and_full_stop_walk_through_the_strip(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, *(stage.file(f"{name}.png", *GOOD) for name in "abc"))
    stage.workspace.page.strip.setFocus()
    qtbot.keyClick(stage.workspace.page.strip, Qt.Key.Key_Period)
    qtbot.keyClick(stage.workspace.page.strip, Qt.Key.Key_Period)
    qtbot.keyClick(stage.workspace.page.strip, Qt.Key.Key_Comma)
    assert stage.workspace.presenter.current == documents(stage)[1]


def test_a_finding_flies_the_viewer_to_its_place(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *WRONG))
    qtbot.waitUntil(lambda: len(stage.workspace.desk.pictures()) == 1)
    (view,) = stage.workspace.desk.views()
    before = view.frame
    qtbot.keyClick(stage.workspace.page, Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: view.frame != before)
    assert view.frame.zoom > before.zoom


def test_full_view_hides_the_panels_and_escape_brings_them_back(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD))
    page = stage.workspace.page
    stage.workspace.desk.full_view_wanted.emit()
    assert not page.verdict.isVisible()
    assert stage.workspace.desk.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.verdict.isVisible()


def test_expert_opens_beside_the_page_and_moves_nothing_on_it(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD))
    page = stage.workspace.page
    places = [panel.geometry() for panel in (page.verdict, page.findings, page.mrz, page.fields, page.desk)]
    stage.workspace.actions["expert"].trigger()
    assert stage.workspace.expert.isVisible()
    assert stage.workspace.expert.tree.topLevelItemCount() > 0
    after = [panel.geometry() for panel in (page.verdict, page.findings, page.mrz, page.fields, page.desk)]
    assert after == places
    stage.workspace.expert.close()
    assert not stage.workspace.actions["expert"].isChecked()


def test_expert_opens_clear_of_the_verdict_and_then_where_it_was_left(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD))
    page, expert, action = stage.workspace.page, stage.workspace.expert, stage.workspace.actions["expert"]
    action.trigger()
    assert expert.x() + expert.width() <= page.verdict.mapToGlobal(QPoint(0, 0)).x()
    expert.move(30, 40)
    action.trigger()
    assert not expert.isVisible()
    action.trigger()
    assert expert.pos() == QPoint(30, 40)
    expert.close()


def test_the_file_dialog_lists_what_docdesk_reads_and_lets_everything_be_seen(
    stage: Stage, qtbot: Any
) -> None:
    dialog = stage.workspace.doing.ask_for_files()
    first, every = dialog.nameFilters()
    assert "*.png" in first
    assert "*.pdf" in first
    assert every.endswith("(*)")
    dialog.reject()


def test_every_control_has_a_name(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *WRONG))
    assert nameless(stage.workspace.page) == []


def test_actions_that_need_a_document_wait_for_one(stage: Stage, qtbot: Any) -> None:
    actions = stage.workspace.actions
    assert not actions["report"].isEnabled()
    assert actions["open"].isEnabled()
    opened(stage, qtbot, stage.file("a.png", *GOOD))
    assert actions["report"].isEnabled()


# --- State ---


def test_paths_and_borders_are_kept_and_nothing_of_a_document(stage: Stage, qtbot: Any) -> None:
    path = stage.file("a.png", *GOOD)
    opened(stage, qtbot, path)
    state = stage.workspace.state()
    assert state["paths"] == [path]
    assert "ERIKSSON" not in str(state)
    assert "L898902C3" not in str(state)


@pytest.mark.parametrize(
    "untrusted",
    [
        {"widths": "wide", "paths": 3, "folder": ["x"]},
        {"widths": [-1, 10**9], "paths": [None, 7, "\0"], "folder": 5},
        {"paths": ["x" * 100_000]},
    ],
)
def test_a_state_that_makes_no_sense_is_ignored(stage: Stage, untrusted: dict[str, object]) -> None:
    stage.workspace.restore(untrusted)
    assert not stage.workspace.page.empty.again.isVisible()


def test_what_was_open_is_offered_again(stage: Stage, qtbot: Any) -> None:
    path = stage.file("a.png", *GOOD)
    stage.workspace.restore({"paths": [path]})
    again = stage.workspace.page.empty.again
    assert again.isVisible()
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(documents(stage)) == 1)


@pytest.mark.parametrize("kind", ["application/x-qt-image", "image/png", "text/plain"])
def test_what_only_calls_itself_a_picture_is_not_taken(stage: Stage, kind: str) -> None:
    mime = QMimeData()
    mime.setData(kind, b"garbage")
    assert not stage.workspace.doing.take(mime)


@pytest.mark.parametrize("url", ["file:", "http://example.org/a.png"])
def test_a_drop_that_names_no_file_here_is_not_taken(stage: Stage, url: str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(url)])
    assert not stage.workspace.doing.take(mime)


def test_a_pixmap_is_taken_like_an_image(stage: Stage, qtbot: Any) -> None:
    mime = QMimeData()
    mime.setImageData(QPixmap(4, 4))
    assert stage.workspace.doing.take(mime)
    qtbot.waitUntil(lambda: len(documents(stage)) == 1)


def test_paths_are_kept_so_that_they_lead_there_from_anywhere(
    stage: Stage, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(stage.file("a.png", *GOOD))
    monkeypatch.chdir(path.parent)
    opened(stage, qtbot, "a.png")
    state = stage.workspace.state()
    assert state["paths"] == [str(path)]
    assert state["folder"] == str(path.parent)


def test_looking_through_folders_is_told_and_can_be_stopped(stage: Stage, qtbot: Any) -> None:
    told: list[str] = []
    stage.workspace.news.progressed.connect(lambda progress: told.append(progress.doing.key))
    stage.file("a.png", *GOOD)
    stage.workspace.doing.open([str(stage.folder)])
    assert told == ["inspect.looking"]
    with qtbot.waitSignal(stage.workspace.news.rested):
        stage.workspace.stop()
    qtbot.waitUntil(lambda: not stage.background.busy)
    assert documents(stage) == []
