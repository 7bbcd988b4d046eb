"""The markings of one picture as a table: what each is, its text, what it measures."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from docdesk.ui.viewing.marking.records import Markings
from docdesk.ui.viewing.marking.words import measured, name
from docdesk.ui.viewing.picture import Scale
from docdesk.wording.catalogue import Wording

KIND, TEXT, MEASURE = range(3)
HEADINGS = ("marking.column_kind", "marking.column_text", "marking.column_measure")

Index = QModelIndex | QPersistentModelIndex


class MarkingModel(QAbstractTableModel):
    """Shows markings; their texts can be written.

    Signals:
        written(str, str): a person wrote a text for the marking with this key.
    """

    written = Signal(str, str)

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._markings: Markings = ()
        self._scale: Scale | None = None

    def show(self, markings: Markings, scale: Scale | None) -> None:
        """Show these markings, measured on this scale."""
        same = [each.key for each in markings] == [each.key for each in self._markings]
        if not same:
            self.beginResetModel()
        self._markings, self._scale = markings, scale
        if not same:
            self.endResetModel()
        elif markings:
            self.dataChanged.emit(self.index(0, 0), self.index(len(markings) - 1, MEASURE))

    def key(self, row: int) -> str | None:
        """Return the key of the marking in a row."""
        return self._markings[row].key if 0 <= row < len(self._markings) else None

    def row(self, key: str | None) -> int:
        """Return the row of a marking, -1 where there is none."""
        return next((row for row, each in enumerate(self._markings) if each.key == key), -1)

    # --- Qt's names ---

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Return how many markings there are."""
        return 0 if parent.isValid() else len(self._markings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return what stands in a cell."""
        if not index.isValid() or role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return None
        marking = self._markings[index.row()]
        if index.column() == KIND:
            return name(marking, self._wording)
        return marking.text if index.column() == TEXT else measured(marking, self._scale, self._wording)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Return the heading of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._wording.term(HEADINGS[section])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that texts can be written."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsEditable if index.column() == TEXT else usual

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - Qt's
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Tell of a text that was written; it is shown when the marking has it."""
        key = self.key(index.row())
        if role != Qt.ItemDataRole.EditRole or index.column() != TEXT or key is None:
            return False
        self.written.emit(key, str(value).strip())
        return True
