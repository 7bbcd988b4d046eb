"""The findings as cards, in the order of what needs eyes."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QStackedWidget, QVBoxLayout, QWidget

from docdesk.inspection.report.report import Report
from docdesk.ui.actions import action
from docdesk.ui.inspecting.finding_card import FindingCard
from docdesk.ui.inspecting.finding_cards import Kind, cards_of
from docdesk.ui.inspecting.findings_model import FindingsModel
from docdesk.ui.look.look import Look
from docdesk.ui.look.style import STEP, faint, heading
from docdesk.wording.catalogue import Wording

ROW_STEP = 3 * STEP
"""A notch of the wheel moves three times so much: about one card."""


class FindingsPanel(QWidget):
    """Shows the findings of a report and says which one the user chose."""

    finding_chosen = Signal(int)
    """Which of the report's findings."""

    def __init__(self, wording: Wording, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._model = FindingsModel(self)
        self._list = _CardList(self)
        self._list.setModel(self._model)
        self._list.setAccessibleName(wording.term("report.findings"))
        self._list.setAccessibleDescription(wording.term("findings.keys"))
        self._card = FindingCard(wording, look, self._model, self._list)
        self._list.setItemDelegate(self._card)
        self._list.clicked.connect(self._act)
        self._list.wanted.connect(self._act)
        self._list.walked.connect(self._tell)
        look.changed.connect(self._list.viewport().update)
        self._instead = faint("", self)
        self._instead.setTextFormat(Qt.TextFormat.PlainText)
        self._instead.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._instead)
        self._stack.addWidget(self._list)
        action(self, wording, "findings.copy", self.copy, keys=("Ctrl+C",))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP // 2)
        self._title: QLabel = heading(wording.term("report.findings"), self)
        whole.addWidget(self._title)
        whole.addWidget(self._stack, 1)
        self.setFocusProxy(self._list)

    def hasHeightForWidth(self) -> bool:
        """Say that it takes what height is left: what it shows scrolls."""
        return False

    def show_findings(self, report: Report) -> None:
        """Show the findings of a report; the card that was chosen stays chosen if it says the same."""
        before = self._said_now()
        self._model.show_cards(cards_of(report, self._wording))
        self._instead.setText(self._wording.term("findings.none"))
        self._stack.setCurrentWidget(self._list if report.findings else self._instead)
        for row in range(self._model.rowCount()):
            card = self._model.card(self._model.index(row))
            if card is not None and card.heard == before:
                self._list.setCurrentIndex(self._model.index(row))

    def clear(self, text: str = "") -> None:
        """Show no findings, and this sentence in their place."""
        self._model.show_cards(())
        self._instead.setText(text)
        self._stack.setCurrentWidget(self._instead)

    def set_crop(self, index: int, pixels: NDArray[np.uint8]) -> None:
        """Show this picture of the place of a finding, rows x columns or rows x columns x 3 (RGB)."""
        self._model.set_crop(index, pixels)

    def choose(self, index: int) -> None:
        """Make the card of a finding the chosen one and show it; nothing is emitted."""
        if self._model.row_of(index) is None and self._model.holds_further(index):
            self._model.fold(away=False)
        row = self._model.row_of(index)
        if row is not None:
            self._list.setCurrentIndex(self._model.index(row))
            self._list.scrollTo(self._model.index(row))

    def step(self, by: int) -> None:
        """Choose the next finding (1) or the one before (-1), and emit it; at the ends it stays."""
        current = self._list.currentIndex()
        row = current.row() + by if current.isValid() else (0 if by > 0 else self._model.rowCount() - 1)
        while 0 <= row < self._model.rowCount():
            card = self._model.card(self._model.index(row))
            if card is not None and card.index is not None:
                self.choose(card.index)
                self.finding_chosen.emit(card.index)
                return
            row += by

    def set_expert(self, expert: bool) -> None:  # noqa: FBT001 - the state of a button is handed on
        """Show or hide the names of checks; the card at the top stays where it is."""
        held = self._list.indexAt(QPoint(STEP, STEP))
        top = self._list.visualRect(held).top()
        self._card.expert = expert
        self._list.scheduleDelayedItemsLayout()
        self._list.doItemsLayout()
        bar = self._list.verticalScrollBar()
        bar.setValue(bar.value() + self._list.visualRect(held).top() - top)

    def copy(self) -> None:
        """Put what the chosen card says on the clipboard."""
        QGuiApplication.clipboard().setText(self._said_now())

    def _said_now(self) -> str:
        card = self._model.card(self._list.currentIndex())
        return "" if card is None else card.heard

    def _act(self, index: QModelIndex) -> None:
        """Do what a click or Enter asks for: fly to the finding, or fold."""
        card = self._model.card(index)
        if card is not None and card.kind is Kind.FOLD:
            self._model.fold(away=self._model.unfolded)
        else:
            self._tell(index)

    def _tell(self, index: QModelIndex) -> None:
        card = self._model.card(index)
        if card is not None and card.index is not None:
            self.finding_chosen.emit(card.index)


class _CardList(QListView):
    """A list that tells of walking by keys, and of Enter."""

    walked = Signal(QModelIndex)
    wanted = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(ROW_STEP)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, and tell of it; Enter acts on the current card."""
        before = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and before.isValid():
            self.wanted.emit(before)
            return
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.walked.emit(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines of the cards anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
