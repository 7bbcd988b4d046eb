"""The keyboard on the page: where the focus goes, what Tab leads to, and that no key is lost."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from docdesk.ui.inspecting.tab_order import next_in_order
from tests.ui.inspecting.stage import GOOD, WRONG, Stage


def opened(stage: Stage, qtbot: Any, *paths: str) -> None:
    stage.workspace.focus_first()
    stage.workspace.doing.open(paths)
    qtbot.waitUntil(lambda: len(stage.workspace.presenter._documents) == len(paths))
    stage.inspector.work()
    qtbot.waitUntil(lambda: len(stage.workspace.desk.pictures()) > 0)


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_the_first_document_gives_the_keys_to_the_strip(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD))
    assert focused() is stage.workspace.page.strip


def test_what_arrives_while_a_character_is_entered_waits_in_the_strip(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD))
    stage.workspace.page.mrz.setFocus()
    with qtbot.waitSignal(stage.workspace.news.said, check_params_cb=lambda said: "late" in said):
        stage.workspace.watching.arrived.emit((stage.file("late.png", *GOOD),))
    assert len(stage.workspace.presenter._documents) == 2
    assert focused() is stage.workspace.page.mrz.lines
    assert stage.workspace.page.strip.currentIndex().row() == 0


def test_what_arrives_while_nothing_is_entered_is_looked_at(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD))
    stage.workspace.watching.arrived.emit((stage.file("late.png", *GOOD),))
    qtbot.waitUntil(lambda: len(stage.workspace.presenter._documents) == 2)
    assert stage.workspace.page.strip.currentIndex().row() == 1


def test_a_document_without_mrz_gives_the_keys_of_the_mrz_to_the_strip(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD), stage.file("b.png"))
    stage.workspace.page.mrz.setFocus()
    qtbot.keyClick(stage.workspace.page.mrz.lines, Qt.Key.Key_Period)
    assert focused() is stage.workspace.page.strip


def test_without_documents_the_button_that_begins_has_the_keys(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD))
    stage.workspace.actions["put_away"].trigger()
    assert focused() is stage.workspace.page.empty.begin


def test_space_blinks_while_the_strip_has_the_keys(stage: Stage, qtbot: Any) -> None:
    stage.workspace.focus_first()
    stage.workspace.doing.open([stage.file("p-vis.png", *GOOD), stage.file("p-uv.png")])
    qtbot.waitUntil(lambda: len(stage.workspace.presenter._documents) == 1)
    stage.inspector.work()
    qtbot.waitUntil(lambda: len(stage.workspace.desk.pictures()) == 2)
    qtbot.keyClick(stage.workspace.page.strip, Qt.Key.Key_Space)
    picture = stage.workspace.desk.current()
    assert picture is not None
    assert picture.title == "UV"


def test_a_letter_that_is_no_command_leads_to_no_other_document(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD), stage.file("y.png", *GOOD))
    qtbot.keyClick(stage.workspace.page.strip, Qt.Key.Key_Y)
    assert stage.workspace.page.strip.currentIndex().row() == 0


def test_f8_leads_from_anywhere_to_the_character_in_doubt(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *WRONG, doubtful=[(1, 3), (1, 5)]))
    page = stage.workspace.page
    qtbot.keyClick(page.strip, Qt.Key.Key_F8)
    assert focused() is page.mrz.lines
    assert page.mrz.lines.cursor_place == (1, 3), "the first one, though the cursor waits there already"
    qtbot.keyClick(page.mrz.lines, Qt.Key.Key_F8)
    assert page.mrz.lines.cursor_place == (1, 5)


def test_the_next_document_has_the_keys_where_the_last_one_had_them(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD), stage.file("b.png", *GOOD))
    desk = stage.workspace.desk
    desk.views()[0].setFocus()
    qtbot.keyClick(desk.views()[0], Qt.Key.Key_Period)
    qtbot.keyClick(focused(), Qt.Key.Key_2)
    assert stage.workspace.undo.count() == 0, "a command in between is no character of the MRZ"
    qtbot.waitUntil(lambda: len(desk.views()) == 1)
    assert focused() is desk.views()[0]


def test_documents_findings_and_escape_work_in_the_full_view(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *GOOD), stage.file("b.png", *WRONG))
    page, desk = stage.workspace.page, stage.workspace.desk
    qtbot.keyClick(page.strip, Qt.Key.Key_F)
    assert page.full_view
    qtbot.keyClick(focused(), Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: len(desk.views()) == 1)
    before = desk.views()[0].frame.zoom
    qtbot.keyClick(focused(), Qt.Key.Key_BracketRight)
    qtbot.waitUntil(lambda: desk.views()[0].frame.zoom > before)
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert not page.full_view


def test_one_view_less_leaves_the_keys_to_the_first(stage: Stage, qtbot: Any) -> None:
    stage.workspace.doing.open([stage.file("p-vis.png", *GOOD), stage.file("p-uv.png")])
    qtbot.waitUntil(lambda: len(stage.workspace.presenter._documents) == 1)
    stage.inspector.work()
    desk = stage.workspace.desk
    qtbot.waitUntil(lambda: len(desk.pictures()) == 2)
    qtbot.keyClick(stage.workspace.page.strip, Qt.Key.Key_B)
    desk.views()[1].setFocus()
    qtbot.keyClick(desk.views()[1], Qt.Key.Key_B)
    assert focused() is desk.views()[0]


def test_tab_goes_from_documents_to_pictures_to_mrz_to_fields_to_findings(stage: Stage, qtbot: Any) -> None:
    opened(stage, qtbot, stage.file("a.png", *WRONG))
    page = stage.workspace.page
    (view,) = stage.workspace.desk.views()
    met: list[QWidget | None] = []
    for _ in range(12):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        met.append(focused())
    assert met[:2] == [view, page.mrz.lines]
    assert all(page.fields.isAncestorOf(each) for each in met[2:7] if each is not None)
    found = next(number for number, each in enumerate(met) if each is page.findings.focusProxy())
    assert not any(page.tools.isAncestorOf(each) for each in met[:found] if each is not None)
    for _ in range(11):
        qtbot.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is view


def test_nothing_on_the_page_moves_when_the_mrz_comes(stage: Stage, qtbot: Any) -> None:
    stage.workspace.doing.open([stage.file("a.png", *GOOD)])
    qtbot.waitUntil(lambda: len(stage.workspace.presenter._documents) == 1)
    desk = stage.workspace.desk
    QApplication.processEvents()
    before = desk.geometry()
    stage.inspector.work()
    qtbot.waitUntil(lambda: len(desk.pictures()) == 1)
    QApplication.processEvents()
    assert desk.geometry() == before


def test_tab_leaves_a_page_at_its_ends(qtbot: Any) -> None:
    window, page = QWidget(), QWidget()
    qtbot.addWidget(window)
    outside, first, second, later = (QPushButton(name) for name in ("outside", "first", "second", "later"))
    column, inner = QVBoxLayout(window), QVBoxLayout(page)
    column.addWidget(outside)
    column.addWidget(page)
    for button in (second, first, later):
        inner.addWidget(button)
    window.show()
    sections = (first, second)
    assert next_in_order(page, sections, first, 1) is second
    assert next_in_order(page, sections, second, -1) is first
    assert next_in_order(page, sections, second, 1) is outside
    assert next_in_order(page, sections, first, -1) is outside
    assert next_in_order(page, sections, later, 1) is None, "what is in no section follows Qt's own order"
    first.setEnabled(False)
    assert next_in_order(page, sections, second, -1) is outside
