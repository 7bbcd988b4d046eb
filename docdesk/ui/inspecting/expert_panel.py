"""Everything that is known of a document, as a tree: captures, digests, raw reading, findings, coverage."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from docdesk.inspection.captures.capture import Capture
from docdesk.inspection.checks.finding import Finding
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.inspection.readings.places import second_opinion
from docdesk.inspection.report.report import Report
from docdesk.ui.inspecting.document import Document
from docdesk.wording.catalogue import Wording

Row = tuple[str, str]

SIZE = 460, 560
"""Device-independent px: half of what the pictures have on a screen of 1366 x 768."""


class ExpertPanel(QWidget):
    """The record behind the page, with the names that the JSON has; any value can be copied.

    A window of its own beside the page, so that nothing on the page moves when it opens.
    """

    closed = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setWindowTitle(wording.term("expert.title"))
        self.resize(*SIZE)
        self._wording = wording
        self._placed = False
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([wording.term("expert.what"), wording.term("expert.value")])
        self.tree.setAccessibleName(wording.term("expert.title"))
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        self.tree.setColumnWidth(0, 150)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree)

    def show_document(self, document: Document | None) -> None:
        """Show a document, or nothing."""
        opened = {self._path(item) for item in self._items() if item.isExpanded()}
        self.tree.clear()
        if document is None:
            return
        for index, capture in enumerate(document.captures):
            self._add(f"capture {index}", capture.label.light.value, _of_capture(capture, self._wording))
        seen = None if document.evidence is None else document.evidence.mrz
        if seen is not None:
            self._add_reading(seen.reading, seen.capture)
            for other in seen.others:
                self._add_reading(other.reading, other.capture)
        if document.report is not None:
            self._add_report(document.report)
        for item in self._items():
            item.setExpanded(self._path(item) in opened or (not opened and item.parent() is None))

    def open_over(self, pictures: QWidget) -> None:
        """Open where the user left it; at first over the right half of the pictures, clear of the verdict."""
        if not self._placed:
            self._placed = True
            self.move(pictures.mapToGlobal(QPoint(pictures.width() - self.width(), 0)))
        self.show()

    def copy(self) -> None:
        """Copy the value that is chosen."""
        item = self.tree.currentItem()
        if item is not None:
            QGuiApplication.clipboard().setText(item.text(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with the usual key."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it was closed."""
        self.closed.emit()
        super().closeEvent(event)

    def _add(self, what: str, value: str, rows: Iterable[Row]) -> QTreeWidgetItem:
        top = QTreeWidgetItem([what, value])
        top.addChildren([QTreeWidgetItem(list(row)) for row in rows])
        self.tree.addTopLevelItem(top)
        return top

    def _add_reading(self, reading: MrzReading, capture: int) -> None:
        rows = [("capture", str(capture)), ("turned", f"{reading.turned}°")]
        rows += [("ocr_b", ", ".join(f"{value:.3f}" for value in reading.ocr_b))] if reading.ocr_b else []
        top = self._add("mrz", reading.format, rows)
        entered = {(entry.line, entry.index): entry for entry in reading.entered}
        for line, text in enumerate(reading.lines):
            parent = QTreeWidgetItem([f"line {line + 1}", text])
            for index, char in enumerate(text):
                entry = entered.get((line, index))
                known = "certain" if reading.certain[line][index] else "doubtful"
                said = f"{char}  {reading.confidence[line][index]:.3f}  {known}"
                if reading.proposed[line][index] != char:
                    said += f"  proposed {reading.proposed[line][index]}"
                if reading.raw and reading.raw[line][index] != char:
                    said += f"  raw {reading.raw[line][index]}"
                if reading.alternatives:
                    others = reading.alternatives[line][index]
                    said += "".join(f"  {other.char} {other.probability:.4f}" for other in others)
                opinion = second_opinion(reading, (line, index))
                said += f"  Tesseract {opinion}" if opinion else ""
                if entry is not None:
                    said += f"  entered; read {entry.read} {entry.confidence:.3f}"
                parent.addChild(QTreeWidgetItem([str(index + 1), said]))
            top.addChild(parent)

    def _add_report(self, report: Report) -> None:
        coverage = report.verdict.coverage
        self._add(
            "verdict",
            report.verdict.outcome.value,
            (
                ("run", str(coverage.run)),
                ("applicable", str(coverage.applicable)),
                ("not_supported", str(coverage.not_supported)),
                ("missing_lights", ", ".join(coverage.missing_lights)),
                ("date", report.on.isoformat()),
            ),
        )
        top = self._add("findings", str(len(report.findings)), ())
        for finding in report.findings:
            child = QTreeWidgetItem([finding.check, finding.outcome.value])
            child.addChildren([QTreeWidgetItem(list(row)) for row in _of_finding(finding, self._wording)])
            top.addChild(child)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        waiting = [self.tree.topLevelItem(number) for number in range(self.tree.topLevelItemCount())]
        while waiting:
            item = waiting.pop()
            if item is not None:
                yield item
                waiting.extend(item.child(number) for number in range(item.childCount()))

    @staticmethod
    def _path(item: QTreeWidgetItem) -> tuple[str, ...]:
        parent = item.parent()
        return (item.text(0),) if parent is None else (*ExpertPanel._path(parent), item.text(0))


def _of_capture(capture: Capture, wording: Wording) -> Iterator[Row]:
    label = capture.label
    yield "path", capture.path
    yield "sha256", capture.sha256 or ""
    yield "format", capture.format or ""
    yield "frame", str(capture.frame)
    yield "side", f"{label.side.value} ({label.side_known.value})"
    yield "light", f"{label.light.value} ({label.light_known.value})"
    if capture.size_px is not None:
        yield "size", f"{capture.size_px[0]} x {capture.size_px[1]} px"
    if capture.ppi is not None:
        yield "ppi", f"{capture.ppi:.1f} ({capture.ppi_known})"
    yield "turned", f"{capture.turned}°{', mirrored' if capture.mirrored else ''}"
    if capture.error is not None:
        yield "error", wording.say(capture.error.message)


def _of_finding(finding: Finding, wording: Wording) -> Iterator[Row]:
    yield "message", wording.say(finding.message)
    yield "weighs", finding.weighs.value
    if finding.tr03135 is not None:
        yield "tr03135", finding.tr03135
    if finding.margin is not None:
        yield "margin", f"{finding.margin:+.3f}"
    if finding.odds is not None:
        yield "misread_at_most_1_in", str(finding.odds)
    yield "source", finding.source
