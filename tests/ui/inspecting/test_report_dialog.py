"""The report dialog shows what leaves before it leaves, and writes nothing by itself."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from docdesk.ui.inspecting.report_dialog import ReportDialog
from tests.ui.accessibility import nameless
from tests.ui.inspecting.stage import GOOD, Stage, staged


@pytest.fixture
def stage(qtbot: Any, tmp_path: Path) -> Iterator[Stage]:
    made = staged(tmp_path)
    qtbot.addWidget(made.workspace.page)
    made.workspace.page.show()
    made.workspace.doing.open([made.file("a.png", *GOOD)])
    qtbot.waitUntil(lambda: bool(made.inspector.queue))
    made.inspector.work()
    qtbot.waitUntil(lambda: len(made.workspace.desk.pictures()) == 1)
    yield made
    made.background.close()


@pytest.fixture
def dialog(stage: Stage, qtbot: Any) -> ReportDialog:
    """The dialog with its page written."""
    made = stage.workspace.doing.show_report()
    assert made is not None
    qtbot.waitUntil(made.save_pdf.isEnabled)
    return made


def told(dialog: ReportDialog) -> list[str]:
    return [dialog.told.item(row).text() for row in range(dialog.told.count())]


def test_nothing_is_written_before_the_user_says_where(dialog: ReportDialog, stage: Stage) -> None:
    assert sorted(path.name for path in stage.folder.iterdir()) == ["a.png"]


def test_what_the_report_tells_about_people_is_listed_with_its_papers(dialog: ReportDialog) -> None:
    assert any("P<UTO" in line and "PDF, JSON" in line for line in told(dialog))
    assert len(told(dialog)) == 2


def test_what_is_left_out_goes_from_list_and_page(dialog: ReportDialog, stage: Stage, qtbot: Any) -> None:
    dialog.leave_out["thumbnails"].setChecked(True)
    assert not dialog.save_pdf.isEnabled(), "until the page is written anew"
    qtbot.waitUntil(dialog.save_pdf.isEnabled)
    assert len(told(dialog)) == 1
    place = stage.folder / "out.pdf"
    dialog.save("pdf", str(place))
    qtbot.waitUntil(place.exists)
    assert place.read_bytes() == b"PDF a [0] ['thumbnails']"


def test_the_json_is_saved_too(dialog: ReportDialog, stage: Stage, qtbot: Any) -> None:
    place = stage.folder / "out.json"
    dialog.save("json", str(place))
    qtbot.waitUntil(lambda: str(place) in dialog.said.text())
    assert place.read_bytes() == b"JSON a []"


def test_a_place_that_cannot_be_written_is_said(dialog: ReportDialog, stage: Stage, qtbot: Any) -> None:
    place = stage.folder / "no such folder" / "out.pdf"
    dialog.save("pdf", str(place))
    qtbot.waitUntil(lambda: bool(dialog.said.text()))
    assert str(place) in dialog.said.text()


def test_closing_waits_until_the_report_is_saved(dialog: ReportDialog, stage: Stage, qtbot: Any) -> None:
    place = stage.folder / "out.pdf"
    with qtbot.waitSignal(dialog.destroyed):
        dialog.save("pdf", str(place))
        dialog.close()
        assert dialog.isVisible(), "it may have to tell that nothing was saved"
    assert place.exists()


def test_a_dialog_that_was_closed_stays_to_say_that_nothing_was_saved(
    dialog: ReportDialog, stage: Stage, qtbot: Any
) -> None:
    place = stage.folder / "no such folder" / "out.pdf"
    dialog.save("pdf", str(place))
    dialog.close()
    qtbot.waitUntil(lambda: bool(dialog.said.text()))
    assert dialog.isVisible()
    assert str(place) in dialog.said.text()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


@pytest.mark.parametrize(("answer", "printed"), [(1, True), (0, False)])
def test_the_page_is_printed_where_the_user_said_and_not_where_they_said_no(
    dialog: ReportDialog, stage: Stage, qtbot: Any, *, answer: int, printed: bool
) -> None:
    place = stage.folder / "asked.pdf"
    dialog.print_page.click()
    (asking,) = dialog.findChildren(QPrintDialog)
    asking.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    asking.printer().setOutputFileName(str(place))
    asking.done(answer)
    if printed:
        qtbot.waitUntil(lambda: dialog.said.text() == "The page was handed to the printer.")
    assert place.exists() is printed


def test_the_page_is_printed(dialog: ReportDialog, stage: Stage, qtbot: Any) -> None:
    printer = QPrinter()
    place = stage.folder / "printed.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(place))
    dialog.print_on(printer)
    qtbot.waitUntil(lambda: bool(dialog.said.text()))
    assert place.read_bytes().startswith(b"%PDF")


def test_the_dialog_is_freed_when_it_is_closed(dialog: ReportDialog, qtbot: Any) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_every_control_of_the_dialog_has_a_name(dialog: ReportDialog) -> None:
    assert nameless(dialog) == []


def test_ctrl_p_opens_it(stage: Stage, qtbot: Any) -> None:
    qtbot.keyClick(stage.workspace.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(stage.workspace.page.findChildren(ReportDialog)))
