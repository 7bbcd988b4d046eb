"""The cards of a report's findings as a list for a view; crops of their places arrive as they are cut."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from docdesk.ui.inspecting.array_image import array_image
from docdesk.ui.inspecting.finding_cards import Card, Kind

AnyIndex = QModelIndex | QPersistentModelIndex

CARD = Qt.ItemDataRole.UserRole
"""The `Card` of a row."""


class FindingsModel(QAbstractListModel):
    """Rows are cards; those of the successful checks are there only while they are unfolded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()
        self._further: tuple[Card, ...] = ()
        self._crops: dict[int, QImage] = {}
        self.unfolded = False

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards, the successful checks folded away."""
        self.beginResetModel()
        self._cards = tuple(card for card in cards if card.kind is not Kind.FURTHER)
        self._further = tuple(card for card in cards if card.kind is Kind.FURTHER)
        self._crops = {}
        self.unfolded = False
        self.endResetModel()

    def fold(self, *, away: bool) -> None:
        """Fold the successful checks away, or show them."""
        first, count = len(self._cards), len(self._further)
        if away is not self.unfolded or not count:
            return
        if away:
            self.beginRemoveRows(QModelIndex(), first, first + count - 1)
            self.unfolded = False
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), first, first + count - 1)
            self.unfolded = True
            self.endInsertRows()
        fold = self.index(first - 1)
        self.dataChanged.emit(fold, fold)

    def set_crop(self, index: int, pixels: NDArray[np.uint8]) -> None:
        """Show this picture of the place of a finding."""
        self._crops[index] = array_image(pixels)
        row = self.row_of(index)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def crop(self, index: int | None) -> QImage | None:
        """Return the picture of the place of a finding, None while it is not cut."""
        return None if index is None else self._crops.get(index)

    def row_of(self, index: int) -> int | None:
        """Return the row of the card that tells of a finding; None where it is folded away."""
        return next(
            (
                row
                for row, card in enumerate(self._shown)
                if index in card.members and card.kind is not Kind.FOLD
            ),
            None,
        )

    def card(self, index: AnyIndex) -> Card | None:
        """Return the card of a row."""
        return self._shown[index.row()] if index.isValid() else None

    def holds_further(self, index: int) -> bool:
        """Return whether a finding is one of the successful checks."""
        return any(card.index == index for card in self._further)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - the signature is Qt's
        """Return how many cards are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return the card, its words, or what of it is only heard."""
        card = self.card(index)
        if card is None:
            return None
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.heard
        if role == Qt.ItemDataRole.ToolTipRole:
            # What a narrow card may end in dots.
            return "\n".join(part for part in (card.measured, card.light, card.source) if part)
        return None

    @property
    def _shown(self) -> tuple[Card, ...]:
        return (*self._cards, *self._further) if self.unfolded else self._cards
