"""Scenes of documents: none, being inspected, each verdict, what failed, entries, the dialogs about them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QPoint
from PySide6.QtWidgets import QDialog

from docdesk.jobs.hands import Begun, Broken
from docdesk.ui.inspecting.field_card import FieldCard
from docdesk.ui.inspecting.field_chip import FieldChip
from docdesk.ui.inspecting.report_dialog import ReportDialog
from docdesk.ui.inspecting.strip_model import StripModel
from picturing.inputs import (
    ALL,
    ARRIVED,
    CARD,
    DAMAGED,
    GOOD,
    NO_MRZ,
    PASTED,
    SINGLE,
    STAINED,
    WRONG,
    truth_of_good,
)
from picturing.stage import Ready, Stage, at_once

WATCHED = "incoming"

BELOW_TOOLS = QPoint(12, 44)
"""Of the desk, device-independent px."""


def empty(stage: Stage) -> Iterator[Ready | None]:
    """Before anything was handed in."""
    yield at_once
    stage.save("empty")


def running(stage: Stage) -> Iterator[Ready | None]:
    """While all documents are being inspected; a bar that moves comes to no rest, so no rest is awaited."""
    stage.workspace.doing.open(ALL)
    while not (stage.documents() and stage.documents()[0].captures and stage.workspace.desk.pictures()):
        yield None
    stage.save("running")
    yield stage.reported(len(ALL))


def verdicts(stage: Stage) -> Iterator[Ready | None]:
    """Each verdict that a sample has, or a damaged copy of one.

    That no anomaly was found is never said of Utopia, which does not exist, and no document of a real state
    is drawn for a picture.
    """
    for name, of, pictures in (
        ("anomaly", WRONG, 3),
        ("attention", GOOD, 3),
        ("two-sides", CARD, 6),
        ("undetermined", STAINED, 1),
        ("not-inspected", NO_MRZ, 1),
        ("damaged-file", DAMAGED, 0),
    ):
        stage.choose(of)
        yield stage.shown(pictures)
        stage.save(name)


def pasted(stage: Stage) -> Iterator[Ready | None]:
    """A photograph whose paper glows under ultraviolet light."""
    stage.choose(PASTED)
    yield stage.shown(6)
    stage.act("view.show_uv")
    yield at_once
    stage.save("pasted")
    stage.act("view.show_vis")
    yield at_once


def finding(stage: Stage) -> Iterator[Ready | None]:
    """A finding chosen: the viewer has flown to its place."""
    stage.choose(WRONG)
    yield stage.shown(3)
    stage.act("inspect.next_finding")
    yield at_once
    stage.save("finding")
    stage.act("view.fit")
    yield at_once


def fields(stage: Stage) -> Iterator[Ready | None]:
    """A field unfolded to its positions, digits and sum."""
    chips = {chip.chip.name: chip for chip in stage.workspace.page.fields.findChildren(FieldChip)}
    chips["document_number"].click()
    yield at_once
    stage.save("field")
    for card in stage.workspace.page.fields.findChildren(FieldCard):
        card.close()
    yield at_once


def entries(stage: Stage) -> Iterator[Ready | None]:
    """Characters in doubt, then one of them entered, then the question before closing."""
    stage.choose(STAINED)
    yield stage.shown(1)
    lines = stage.workspace.page.mrz.lines
    lines.setFocus()
    stage.act("mrz.next_doubtful")
    yield at_once
    stage.save("mrz-doubtful")
    place = lines.cursor_place
    if place is None:
        raise LookupError("no character is in doubt")
    line, index = place
    stage.workspace.page.mrz.entered.emit(line, index, truth_of_good()[line][index])
    yield at_once
    stage.act("mrz.next_doubtful")
    yield at_once
    stage.save("mrz-entered")
    stage.window.close()
    yield at_once
    stage.save("closing")
    stage.shown_in(stage.window, QDialog).close()
    stage.act("inspect.undo")
    yield at_once


def failed_document(stage: Stage) -> Iterator[Ready | None]:
    """A document on which docdesk itself failed, told as the inspector tells it."""
    documents = _model(stage).documents
    (broken,) = documents.made([stage.current().bundle])
    documents.insert(len(documents), broken)
    stage.workspace.page.strip.choose(len(documents) - 1)
    for told in (Begun(broken.ticket), Broken(broken.ticket)):
        stage.workspace.hear(told)
    yield at_once
    stage.save("failed-document")
    stage.act("inspect.put_away")
    yield at_once


def stopped(stage: Stage) -> Iterator[Ready | None]:
    """A document whose inspection was stopped."""
    count = len(stage.documents())
    stage.workspace.doing.open([GOOD])
    while len(stage.documents()) == count:
        yield None
    stage.workspace.stop()
    yield at_once
    stage.save("stopped")
    stage.act("inspect.put_away")
    yield at_once


def expert(stage: Stage) -> Iterator[Ready | None]:
    """Everything that is known of a document."""
    stage.choose(WRONG)
    yield stage.shown(3)
    stage.act("inspect.expert")
    # A window manager would place it; the strip, the tools and the sign of the verdict stay in sight.
    stage.workspace.expert.move(stage.workspace.page.desk.mapToGlobal(BELOW_TOOLS))
    yield at_once
    stage.save("expert")
    stage.act("inspect.expert")
    yield at_once


def report(stage: Stage) -> Iterator[Ready | None]:
    """The report before it is saved or printed."""
    dialog = stage.workspace.doing.show_report()
    if not isinstance(dialog, ReportDialog):
        raise LookupError("there is no report")
    yield dialog.save_pdf.isEnabled
    stage.save("report")
    dialog.close()
    yield at_once


def joining(stage: Stage) -> Iterator[Ready | None]:
    """Two pictures whose names do not tell, joined by hand."""
    finished = stage.workspace.finished
    stage.workspace.doing.open(SINGLE)
    yield stage.reported(finished + len(SINGLE))
    strip = stage.workspace.page.strip
    for row in range(strip.model().rowCount() - len(SINGLE), strip.model().rowCount()):
        strip.selectionModel().select(strip.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select)
    dialog = stage.workspace.doing.ask_to_join()
    yield at_once
    stage.save("join")
    if dialog is not None:
        dialog.reject()
    stage.act("inspect.put_away")
    yield at_once


def documents_compared(stage: Stage) -> Iterator[Ready | None]:
    """Two documents beside each other."""
    stage.choose(WRONG)
    yield stage.shown(3)
    strip = stage.workspace.page.strip
    strip.selectionModel().select(strip.model().index(1, 0), QItemSelectionModel.SelectionFlag.Select)
    stage.act("inspect.compare")
    yield stage.shown(2)
    stage.save("documents-compared")
    stage.act("inspect.compare")
    stage.act("view.fit")
    yield at_once


def watching(stage: Stage) -> Iterator[Ready | None]:
    """A picture that has arrived in the watched folder."""
    finished = stage.workspace.finished
    Path(WATCHED).mkdir()
    stage.workspace.watch(WATCHED)
    yield at_once
    stage.save("watching")
    shutil.copyfile(Path(GOOD) / ARRIVED, Path(WATCHED) / "reader-0001.jpg")
    yield stage.reported(finished + 1)
    stage.save("arrived")
    stage.act("inspect.put_away")
    stage.workspace.watch("")
    yield at_once


def _model(stage: Stage) -> StripModel:
    model = stage.workspace.page.strip.model()
    if not isinstance(model, StripModel):
        raise TypeError(type(model))
    return model


SCENES = (
    empty,
    running,
    verdicts,
    pasted,
    finding,
    fields,
    entries,
    failed_document,
    stopped,
    expert,
    report,
    joining,
)

LAST = (documents_compared, watching)
"""What these say at the foot of the window stays there for some seconds, so nothing is shown after them."""
