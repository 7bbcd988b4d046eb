"""Documents compared: their pictures stand beside each other, and everything else is as it was."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from docdesk.ui.inspecting.document import Document
from docdesk.ui.viewing.comparing import Mode
from tests.ui.inspecting.stage import GOOD, WRONG, Stage


def two_documents(stage: Stage, qtbot: Any) -> tuple[Document, Document]:
    """Open two passports of two lights each, and look at the first."""
    paths = [
        stage.file("one-vis.png", *WRONG),
        stage.file("one-uv.png"),
        stage.file("two-vis.png", *GOOD),
        stage.file("two-uv.png"),
    ]
    stage.workspace.doing.open(paths)
    documents = stage.workspace.presenter._documents
    qtbot.waitUntil(lambda: len(documents) == 2)
    stage.inspector.work()
    qtbot.waitUntil(lambda: len(titles(stage)) == 2)
    return documents.at(0), documents.at(1)


def titles(stage: Stage) -> list[str]:
    return [picture.title for picture in stage.workspace.desk.pictures()]


def compare(stage: Stage, qtbot: Any) -> tuple[Document, Document]:
    documents = two_documents(stage, qtbot)
    stage.workspace.page.strip.selectAll()
    stage.workspace.actions["compare"].trigger()
    qtbot.waitUntil(lambda: stage.workspace.desk.mode() is Mode.BESIDE)
    return documents


def seen(stage: Stage) -> list[str]:
    return [view.picture.title for view in stage.workspace.desk.views() if view.picture is not None]


def test_chosen_documents_stand_beside_each_other_with_their_names(stage: Stage, qtbot: Any) -> None:
    compare(stage, qtbot)
    assert titles(stage) == ["one VIS", "two VIS", "one UV", "two UV"]
    assert seen(stage) == ["one VIS", "two VIS"]
    assert stage.workspace.actions["compare"].isChecked()


def test_the_light_that_is_looked_at_is_compared(stage: Stage, qtbot: Any) -> None:
    first, _ = two_documents(stage, qtbot)
    stage.workspace.desk.show_picture(f"{first.ident}/1")
    stage.workspace.page.strip.selectAll()
    stage.workspace.actions["compare"].trigger()
    qtbot.waitUntil(lambda: seen(stage) == ["one UV", "two UV"])


def test_every_way_to_compare_takes_the_two_documents(stage: Stage, qtbot: Any) -> None:
    compare(stage, qtbot)
    stage.workspace.desk.to_mode(Mode.DIFFERENCE)
    (view,) = stage.workspace.desk.views()
    assert view.picture is not None
    assert view.layer is not None
    assert (view.picture.title, view.layer.picture.title) == ("one VIS", "two VIS")


def test_verdict_and_findings_stay_those_of_the_document_looked_at(stage: Stage, qtbot: Any) -> None:
    first, _ = compare(stage, qtbot)
    assert stage.workspace.presenter.current == first
    assert "check digit" in stage.workspace.page.verdict.text()


def test_the_same_key_shows_one_document_again(stage: Stage, qtbot: Any) -> None:
    compare(stage, qtbot)
    qtbot.keyClick(stage.workspace.page.strip, Qt.Key.Key_C)
    assert titles(stage) == ["VIS", "UV"]
    assert not stage.workspace.actions["compare"].isChecked()


def test_looking_at_another_document_ends_the_comparison(stage: Stage, qtbot: Any) -> None:
    compare(stage, qtbot)
    stage.workspace.page.strip.choose(1)
    qtbot.waitUntil(lambda: titles(stage) == ["VIS", "UV"])
    assert not stage.workspace.actions["compare"].isChecked()


def test_a_document_put_away_is_compared_no_more(stage: Stage, qtbot: Any) -> None:
    first, second = compare(stage, qtbot)
    stage.workspace.presenter.replace((second,), (), "away")
    assert stage.workspace.presenter.current == first
    assert titles(stage) == ["VIS", "UV"]


def test_one_document_alone_is_told_how_to_choose_more(stage: Stage, qtbot: Any) -> None:
    two_documents(stage, qtbot)
    stage.workspace.page.strip.choose(0)
    with qtbot.waitSignal(stage.workspace.news.said) as said:
        stage.workspace.actions["compare"].trigger()
    assert "Ctrl" in said.args[0]
    assert not stage.workspace.actions["compare"].isChecked()


def test_the_digest_is_that_of_the_picture_looked_at(stage: Stage, qtbot: Any) -> None:
    _, second = compare(stage, qtbot)
    _, other = stage.workspace.desk.views()
    other.setFocus()
    stage.workspace.actions["digest"].trigger()
    assert QGuiApplication.clipboard().text() == second.captures[0].sha256


def test_the_document_looked_at_comes_first_however_late_its_pictures_are(stage: Stage, qtbot: Any) -> None:
    two_documents(stage, qtbot)
    # The pictures of the first are at hand, those of the second have never been decoded.
    stage.workspace.page.strip.choose(1)
    stage.workspace.page.strip.selectAll()
    stage.workspace.actions["compare"].trigger()
    qtbot.waitUntil(lambda: seen(stage) == ["two VIS", "one VIS"])
    assert titles(stage) == ["two VIS", "one VIS", "two UV", "one UV"]


@pytest.mark.parametrize("mode", [Mode.SINGLE, Mode.OVERLAY, Mode.WIPE, Mode.DIFFERENCE])
def test_a_comparison_is_left_from_every_way_to_compare(stage: Stage, qtbot: Any, mode: Mode) -> None:
    _, second = compare(stage, qtbot)
    stage.workspace.desk.show_picture(f"{second.ident}/1")
    stage.workspace.desk.to_mode(mode)
    stage.workspace.actions["compare"].trigger()
    assert titles(stage) == ["VIS", "UV"]
    assert set(seen(stage)) <= {"VIS", "UV"}
