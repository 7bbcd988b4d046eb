"""The page of the workspace Inspect: it lays out, and emits what the user wants."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from docdesk.ui.inspecting.document import Document, State
from docdesk.ui.inspecting.empty_page import EmptyPage
from docdesk.ui.inspecting.fields_panel import FieldsPanel
from docdesk.ui.inspecting.findings_panel import FindingsPanel
from docdesk.ui.inspecting.intake import takes
from docdesk.ui.inspecting.mrz_panel import MrzPanel
from docdesk.ui.inspecting.right_column import RightColumn
from docdesk.ui.inspecting.strip import Strip
from docdesk.ui.inspecting.strip_model import StripModel
from docdesk.ui.inspecting.tab_order import next_in_order
from docdesk.ui.inspecting.tool_block import ToolBlock
from docdesk.ui.inspecting.verdict_panel import VerdictPanel
from docdesk.ui.look.look import Look
from docdesk.ui.viewing.desk import ViewingDesk
from docdesk.wording.catalogue import Wording

RIGHT_WIDTH, LEAST_RIGHT = 372, 300
"""Of verdict and findings: a sentence of 60 characters takes two lines, or three where it must be narrow."""


class InspectPage(QWidget):
    """Strip above, pictures in the middle, the MRZ below them, verdict and findings at the right."""

    dropped = Signal(object)
    """The QMimeData of what was dropped."""
    said = Signal(str)
    """A sentence for the status bar."""
    full_view_changed = Signal(bool)

    def __init__(
        self,
        model: StripModel,
        desk: ViewingDesk,
        wording: Wording,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self.setAcceptDrops(True)
        self.desk = desk
        self.tools = ToolBlock(wording, self)
        self.strip = Strip(model, wording, look, self)
        self.verdict = VerdictPanel(wording, look, self)
        self.findings = FindingsPanel(wording, look, self)
        self.mrz = MrzPanel(wording, look, self)
        self.fields = FieldsPanel(wording, look, self)
        self.empty = EmptyPage(wording, self)
        self._above = QWidget(self)
        self._below = QWidget(self)
        self._right = RightColumn(self.verdict, self.findings, self)
        self._across = QSplitter(Qt.Orientation.Horizontal, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        views, *desk_tools = desk.tab_sections()
        looked_at = (self.empty, self.strip, views)
        judged = (self.mrz, self.fields, self.verdict, self.findings)
        self._sections: tuple[QWidget, ...] = (*looked_at, *judged, *desk_tools, self.tools)
        desk.lend_blink(self.strip)
        self.mrz.keys_let_go.connect(self.strip.setFocus)
        self._full = False
        self._right_width: int | None = RIGHT_WIDTH
        self.show_empty()

    def _lay_out(self) -> None:
        above = QHBoxLayout(self._above)
        above.setContentsMargins(4, 4, 4, 0)
        above.setSpacing(4)
        above.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        above.addWidget(self.strip, 1)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(4, 0, 4, 4)
        below.setSpacing(4)
        below.addWidget(self.mrz)
        below.addWidget(self.fields)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.desk, 1)
        column.addWidget(self._below)
        self._right.setMinimumWidth(LEAST_RIGHT)
        self._across.addWidget(left)
        self._across.addWidget(self._right)
        self._across.setStretchFactor(0, 1)
        self._across.setChildrenCollapsible(False)
        self._across.setSizes([1000, RIGHT_WIDTH])
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._across)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self._above)
        whole.addWidget(self._stack, 1)

    # --- What is shown ---

    def show_empty(self) -> None:
        """Show what the page is for."""
        focused = self.focusWidget()
        self.strip.setVisible(False)
        self._stack.setCurrentWidget(self.empty)
        if focused is not None:
            self.empty.setFocus()

    def show_state(self, document: Document) -> None:
        """Show the document's verdict, or how far its inspection is."""
        if self._stack.currentWidget() is not self._across:
            self._begin()
        if document.report is not None:
            self.verdict.show_report(document.report)
        elif document.state is State.FAILED:
            self.verdict.show_failed(self._wording.term("inspect.failed"))
        elif document.state is State.RUNNING:
            reading = document.evidence is None
            self.verdict.show_running(
                self._wording.term("inspect.reading" if reading else "inspect.checking")
            )
        else:
            self.verdict.show_waiting(self._wording.term(f"inspect.{document.state.value}"))

    def _begin(self) -> None:
        """Show the panels; the keys go to the strip, not to what Qt finds next to a button that is gone."""
        focused = self.focusWidget()
        lost = focused is None or self.empty.isAncestorOf(focused)
        self.strip.setVisible(True)
        if lost:
            self.strip.setFocus()
        self._stack.setCurrentWidget(self._across)
        self._place_border()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Go through the page as an officer does: documents, pictures, MRZ, fields, findings; then tools."""
        found = next_in_order(self, self._sections, self.focusWidget(), 1 if forwards else -1)
        if found is None:
            return super().focusNextPrevChild(forwards)
        found.setFocus(Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason)
        return True

    @property
    def at_work(self) -> bool:
        """Whether a person enters or writes something, or answers a dialog: nothing else comes up then."""
        focused = QApplication.focusWidget()
        asked = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return asked is not None or focused is self.mrz.lines or isinstance(focused, QLineEdit)

    def say(self, sentence: str) -> None:
        """Say a sentence in the status bar."""
        self.said.emit(sentence)

    # --- Full view ---

    @property
    def full_view(self) -> bool:
        """Whether the pictures have the whole page."""
        return self._full

    def set_full_view(self, full: bool) -> None:  # noqa: FBT001 - a Qt slot of a checkable action
        """Give the pictures the whole page, or give the panels their places back."""
        self._full = full
        if full and self.desk.views():
            self.desk.views()[0].setFocus()
        for panel in (self._above, self._below, self._right):
            panel.setVisible(not full)
        self.full_view_changed.emit(full)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the full view with Escape."""
        if event.key() == Qt.Key.Key_Escape and self._full:
            self.set_full_view(False)
            return
        super().keyPressEvent(event)

    # --- Drops ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and pictures."""
        if takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    # --- Where things stand ---

    def widths(self) -> tuple[int, ...]:
        """Return how wide pictures and verdict are, in device-independent pixels."""
        if self._right_width is not None:
            return 1, self._right_width  # nothing was shown yet: only the verdict's width is known
        return tuple(self._across.sizes())

    def set_widths(self, widths: tuple[int, ...]) -> None:
        """Make pictures and verdict as wide as they were."""
        if len(widths) == len(self._across.sizes()) and all(widths):
            self._right_width = widths[-1]

    def _place_border(self) -> None:
        """Give the verdict its width, once, when there is first something to show; then it is the user's."""
        if self._right_width is not None:
            self._across.resize(self._stack.size())
            self._across.setSizes([self._stack.width() - self._right_width, self._right_width])
            self._right_width = None
