"""The report before it leaves: the page, what it tells about people, what can be left out, where it goes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from docdesk.foundation.files import write_whole
from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Cancellation
from docdesk.imaging.shrinking import shrunk
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.report.report import Report
from docdesk.ui.background import Background, Job, Work
from docdesk.ui.inspecting.array_image import array_image
from docdesk.ui.inspecting.paper_view import PaperView
from docdesk.ui.inspecting.report_writing import LeftOut, ReportWriter, Told
from docdesk.ui.look.style import STEP, faint, heading
from docdesk.wording.catalogue import Wording

Answer = TypeVar("Answer")

SIZE = 940, 640
"""Fits a screen of 1366 x 768 with its panels."""

SHOWN = 1270
"""Height in pixels of the page as it is shown: legible at 150 %, and quickly made smaller."""


@dataclass(frozen=True, eq=False)
class Written:
    """A page as PDF, as a picture to print and to show, and what its papers tell about people."""

    pdf: bytes
    page: NDArray[np.uint8]
    shown: QImage
    told: tuple[Told, ...]


class ReportDialog(QDialog):
    """Shows the page of a report and lets it be saved or printed; nothing is written before that."""

    def __init__(
        self,
        report: Report,
        pictures: Mapping[int, Pixels],
        writer: ReportWriter,
        background: Background,
        wording: Wording,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(wording.term("report_dialog.title"))
        # Where there is less room, as at 150 % of a small screen, the page is shown smaller.
        self.resize(QSize(*SIZE) if parent is None else QSize(*SIZE).boundedTo(parent.window().size()))
        self._report = report
        self._pictures = dict(pictures)
        self._writer = writer
        self._background = background
        self._wording = wording
        self.folder = folder
        self._job: Job | None = None
        self._written_now: Written | None = None
        self._leaving = 0
        """Files and prints on their way out."""
        self._wants_to_close = False
        self.paper = PaperView(wording, self)
        self.told = QListWidget(self)
        self.said = QLabel(self)
        self.leave_out = {
            name: QCheckBox(wording.term(f"leave_out.{name}"), self) for name in writer.can_leave_out
        }
        self.save_pdf = QPushButton(wording.term("report_dialog.save_pdf"), self)
        self.save_json = QPushButton(wording.term("report_dialog.save_json"), self)
        self.print_page = QPushButton(wording.term("report_dialog.print"), self)
        self._lay_out()
        self._connect()
        self._write()

    def _lay_out(self) -> None:
        self.told.setAccessibleName(self._wording.term("report_dialog.tells"))
        self.told.setWordWrap(True)
        self.told.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        # The lines of an MRZ do not wrap; nothing else may be drawn as wide as they are.
        self.told.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        right = QVBoxLayout()
        right.setSpacing(STEP)
        right.addWidget(heading(self._wording.term("report_dialog.tells"), self))
        right.addWidget(self.told, 1)
        box = QGroupBox(self._wording.term("report_dialog.leave_out"), self)
        choices = QVBoxLayout(box)
        for choice in self.leave_out.values():
            choices.addWidget(choice)
        right.addWidget(box)
        right.addWidget(faint(self._wording.term("report_dialog.kept"), self))
        right.addWidget(self.said)
        buttons = QHBoxLayout()
        close = QPushButton(self._wording.term("report_dialog.close"), self)
        close.clicked.connect(self.close)
        self.save_pdf.setDefault(True)
        for button in (self.save_pdf, self.save_json, self.print_page, close):
            buttons.addWidget(button)
        right.addLayout(buttons)
        whole = QHBoxLayout(self)
        whole.setSpacing(2 * STEP)
        whole.addWidget(self.paper, 5)
        whole.addLayout(right, 4)

    def _connect(self) -> None:
        for choice in self.leave_out.values():
            choice.toggled.connect(self._write)
        self.save_pdf.clicked.connect(partial(self._ask_where, "pdf"))
        self.save_json.clicked.connect(partial(self._ask_where, "json"))
        self.print_page.clicked.connect(self._ask_printer)

    @property
    def left_out(self) -> LeftOut:
        """What the user wants left out."""
        return frozenset(name for name, choice in self.leave_out.items() if choice.isChecked())

    # --- The page ---

    def _write(self) -> None:
        """Write the page anew, beside the window."""
        if self._job is not None:
            self._job.cancel()
        self._written_now = None
        self._enable()
        report, pictures, writer, left_out = self._report, self._pictures, self._writer, self.left_out

        def work(cancellation: Cancellation) -> Written:
            told = writer.told(report, left_out)
            pdf = writer.pdf(report, pictures, left_out)
            cancellation.check()
            page = writer.page(pdf)
            return Written(pdf, page, array_image(shrunk(page, SHOWN)), told)

        self._job = self._background.run(work, done=self._written)

    def _written(self, written: Written) -> None:
        self._job = None
        self._written_now = written
        self.paper.show_page(written.shown)
        self.told.clear()
        for entry in written.told:
            where = ", ".join(self._wording.term(f"paper.{paper}") for paper in entry.where)
            said = self._wording.say(entry.message)
            self.told.addItem(self._wording.say(Message.of("report_dialog.told", said=said, where=where)))
        if not written.told:
            self.told.addItem(self._wording.term("report_dialog.nothing_told"))
        self._enable()

    def _enable(self) -> None:
        ready = self._written_now is not None
        for button in (self.save_pdf, self.save_json, self.print_page):
            button.setEnabled(ready)

    # --- Out ---

    def _ask_where(self, ending: str) -> None:
        suggested = self.folder / self._writer.file_name(self._report, ending)
        dialog = QFileDialog(self, self._wording.term(f"report_dialog.save_{ending}"), str(suggested))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(partial(self.save, ending))
        dialog.open()

    def save(self, ending: str, path: str) -> None:
        """Write the PDF or JSON to where the user said."""
        self.folder = Path(path).parent
        written, report, writer, left_out = self._written_now, self._report, self._writer, self.left_out
        if written is None:
            return

        def work(_cancellation: Cancellation) -> str:
            content = writer.json(report, left_out) if ending == "json" else written.pdf
            write_whole(Path(path), content)
            return path

        self._send(work, done=self._saved, failed=partial(self._not_saved, path))

    def _send(
        self,
        work: Work[Answer],
        *,
        done: Callable[[Answer], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Let something out, whole even if the program ends meanwhile; who closes the dialog waits for it."""
        self._leaving += 1
        self._background.run(work, done=done, failed=failed, to_the_end=True)

    def _sent(self, *, well: bool) -> None:
        """Close if the user wanted to, unless there is something to be read first."""
        self._leaving -= 1
        self._wants_to_close = self._wants_to_close and well
        if self._wants_to_close and not self._leaving:
            self.close()

    def _saved(self, path: str) -> None:
        self.said.setText(self._wording.say(Message.of("report_dialog.saved", path=path)))
        self._sent(well=True)

    def _not_saved(self, path: str, error: Exception) -> None:
        self._sent(well=False)
        if not isinstance(error, OSError):
            raise error
        self.said.setText(self._wording.say(Message.of("report_dialog.not_saved", path=path)))

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Not `accepted`: QPrintDialog has one of its own, which hands over a printer too.
        dialog.finished.connect(partial(self._printer_chosen, printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _printer_chosen(self, printer: QPrinter, result: int) -> None:
        if result == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the page as it is shown."""
        written = self._written_now
        if written is None:
            return

        def work(_cancellation: Cancellation) -> bool:
            return _printed(written.page, printer)

        self._send(work, done=self._was_printed, failed=self._print_broke)

    def _print_broke(self, error: Exception) -> None:
        self._sent(well=False)
        raise error

    def _was_printed(self, printed: bool) -> None:  # noqa: FBT001 - the answer of the work
        self.said.setText(
            self._wording.term("report_dialog.printed" if printed else "report_dialog.not_printed")
        )
        self._sent(well=printed)

    def done(self, result: int) -> None:
        """Let go of what is under way; what is on its way out is waited for, since it may fail."""
        if self._leaving:
            self._wants_to_close = True
            return
        if self._job is not None:
            self._job.cancel()
        super().done(result)


def _printed(page: NDArray[np.uint8], printer: QPrinter) -> bool:
    """Print a page; Qt lets a thread of its own paint on a printer. Returns whether the printer took it."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    image = array_image(page)
    place = printer.pageLayout().fullRectPixels(printer.resolution())
    margin = printer.pageLayout().paintRectPixels(printer.resolution()).topLeft()
    size = image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.translate(-margin)
    painter.drawImage(
        place.adjusted(0, 0, size.width() - place.width(), size.height() - place.height()), image
    )
    return painter.end()
