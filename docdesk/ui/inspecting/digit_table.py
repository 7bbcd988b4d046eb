"""How a check digit comes about, character by character, as a table to follow with a finger."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from docdesk.mrz.explanation import DigitExplanation
from docdesk.ui.inspecting.mrz_painting import mrz_font
from docdesk.ui.look.style import STEP
from docdesk.wording.catalogue import Wording

ROWS = ("fields.character", "fields.value", "fields.weight", "fields.product")

WIDEST = "245"
"""The largest product is 35 times 7."""


class DigitTable(QTableWidget):
    """A column for each character: what it is, what it counts, its weight, the product."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(len(ROWS), 0, parent)
        self.setAccessibleName(wording.term("fields.digit_works"))
        self.setVerticalHeaderLabels([wording.term(key) for key in ROWS])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        # Tab leaves the table for what comes next; arrow keys walk in it.
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setDefaultSectionSize(self.fontMetrics().horizontalAdvance(WIDEST) + STEP)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + STEP // 2)

    def show_digit(self, explained: DigitExplanation) -> None:
        """Show the working of a check digit."""
        self.setColumnCount(len(explained.terms))
        for column, term in enumerate(explained.terms):
            for row, text in enumerate((term.char, str(term.value), str(term.weight), str(term.product))):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                if row == 0:
                    item.setFont(mrz_font(self.fontMetrics().height() - 2, bold=True))
                self.setItem(row, column, item)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of the rows, and of the bar where the columns need one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        frame = 2 * self.frameWidth()
        columns = self.verticalHeader().sizeHint().width() + self.horizontalHeader().length() + frame
        bar = self.horizontalScrollBar().sizeHint().height() if columns > self.width() else 0
        self.setFixedHeight(self.verticalHeader().length() + frame + bar)
