"""The panel of markings: the tools, the markings of the picture in a list, and what its lengths rest on."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from docdesk.foundation.messages import Message
from docdesk.ui.look.style import STEP, faint
from docdesk.ui.viewing.marking.list_model import KIND, MEASURE, TEXT, MarkingModel
from docdesk.ui.viewing.marking.records import Markings
from docdesk.ui.viewing.picture import Picture, Scale
from docdesk.wording.catalogue import Wording

IN_ROW = 5
"""Buttons in a row: what the narrowest side has room for."""

FEWEST_ROWS, MOST_ROWS = 3, 10
"""The list is as high as its rows, within these; beyond them it scrolls."""


class MarkingPanel(QWidget):
    """Lists the markings of the picture that is looked at.

    Signals:
        chosen(str): the marking with this key was chosen in the list.
        sought(str): it is to be shown in the view.
        written(str, str): the marking with this key got a text.
        left(): Esc was pressed.
    """

    chosen = Signal(str)
    sought = Signal(str)
    written = Signal(str, str)
    left = Signal()

    def __init__(self, wording: Wording, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._model = MarkingModel(wording, self)
        self._model.written.connect(self.written)
        self._hint = faint("", self)
        self._none = faint(wording.term("marking.none"), self)
        self._scale = faint("", self)
        self._table = self._made_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(self._buttons(actions))
        for widget in (self._hint, self._none, self._table, self._scale):
            column.addWidget(widget)
        column.addStretch(1)
        self.tell("")
        self.show_markings(None, (), None)

    def show_markings(self, picture: Picture | None, markings: Markings, chosen: str | None) -> None:
        """Show the markings of a picture, and which of them is chosen."""
        scale = None if picture is None else picture.scale
        self._model.show(markings, scale)
        self._table.setVisible(bool(markings))
        rows = min(max(len(markings), FEWEST_ROWS), MOST_ROWS)
        row = self._table.verticalHeader().defaultSectionSize()
        heading = self._table.horizontalHeader().sizeHint().height()
        self._table.setFixedHeight(heading + rows * row + 2 * self._table.frameWidth())
        self._none.setVisible(not markings)
        self._scale.setText(self._scale_in_words(scale))
        self._scale.setVisible(picture is not None)
        self._choose_row(self._model.row(chosen))

    def _scale_in_words(self, scale: Scale | None) -> str:
        if scale is None:
            return self._wording.term("marking.scale_unknown")
        known = self._wording.term(scale.known)
        return self._wording.say(Message.of("marking.scale", known=known))

    def tell(self, sentence: str) -> None:
        """Say how the tool in hand is used, "" where there is none."""
        self._hint.setText(sentence)
        self._hint.setVisible(bool(sentence))

    def write_chosen(self) -> None:
        """Let a person write the text of the row that is chosen."""
        index = self._table.currentIndex()
        if index.isValid():
            self._table.edit(index.siblingAtColumn(TEXT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Esc; a line that is being written takes its own."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # --- Private ---

    def _buttons(self, actions: Sequence[QAction]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(STEP // 4)
        for number, made in enumerate(actions):
            button = QToolButton(self)
            button.setDefaultAction(made)
            button.setAccessibleName(made.text())
            grid.addWidget(button, number // IN_ROW, number % IN_ROW)
        grid.setColumnStretch(IN_ROW, 1)
        return grid

    def _made_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setAccessibleName(self._wording.term("marking.list"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(triggers.EditKeyPressed | triggers.SelectedClicked)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(KIND, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(MEASURE, QHeaderView.ResizeMode.ResizeToContents)
        table.selectionModel().currentRowChanged.connect(self._row_changed)
        table.activated.connect(self._activated)
        return table

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        key = self._model.key(current.row())
        if key is not None:
            self.chosen.emit(key)

    def _activated(self, index: QModelIndex) -> None:
        key = self._model.key(index.row())
        if key is not None:
            self.sought.emit(key)

    def _choose_row(self, row: int) -> None:
        selection = self._table.selectionModel()
        if row == self._table.currentIndex().row() and (row >= 0) == selection.hasSelection():
            return
        if row < 0:
            selection.clear()
            return
        flags = QItemSelectionModel.SelectionFlag
        selection.setCurrentIndex(self._model.index(row, TEXT), flags.ClearAndSelect | flags.Rows)
