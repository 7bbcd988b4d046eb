"""The documents as a Qt model for the strip: preview, name, sign and words of each."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from docdesk.inspection.captures.preview import Preview
from docdesk.ui.inspecting.document import Document, State
from docdesk.ui.inspecting.documents import Documents
from docdesk.ui.look.outside_text import one_line, tip
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import VERDICTS, Sign

Index = QModelIndex | QPersistentModelIndex

ROLE_DOCUMENT = int(Qt.ItemDataRole.UserRole) + 1

STATE_SIGNS = {
    State.FAILED: Sign.ABORTED,
    State.STOPPED: Sign.NOT_CHECKED,
}
_NOWHERE = QModelIndex()


def sign_of(document: Document) -> Sign | None:
    """Return the sign of a document, None while nothing is known of it."""
    if document.report is not None:
        return VERDICTS[document.report.verdict.outcome]
    return STATE_SIGNS.get(document.state)


class StripModel(QAbstractListModel):
    """Shows `documents`, which it makes and owns."""

    def __init__(self, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.documents = Documents(self._changed)
        self._changes: dict[str, Callable[[int, int], None]] = {
            "insert": lambda first, last: self.beginInsertRows(_NOWHERE, first, last),
            "inserted": lambda _first, _last: self.endInsertRows(),
            "remove": lambda first, last: self.beginRemoveRows(_NOWHERE, first, last),
            "removed": lambda _first, _last: self.endRemoveRows(),
            "change": self._rows_changed,
        }

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many documents there are."""
        return 0 if parent.isValid() else len(self.documents)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a role asks of a document."""
        if not index.isValid() or index.row() >= len(self.documents):
            return None
        document = self.documents.at(index.row())
        tell: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: one_line(document.name),
            Qt.ItemDataRole.ToolTipRole: lambda: tip(self._told(document)),
            Qt.ItemDataRole.AccessibleTextRole: partial(self._told, document),
            ROLE_DOCUMENT: lambda: document,
        }
        return tell[role]() if role in tell else None

    def _told(self, document: Document) -> str:
        """Return name and verdict, or how far it is, in words."""
        if document.report is None:
            said = self._wording.term(f"strip.{document.state.value}")
        else:
            said = self._wording.term(f"verdict.{document.report.verdict.outcome.value}")
        return f"{one_line(document.name)}: {said}"

    def _changed(self, what: str, first: int, last: int) -> None:
        self._changes[what](first, last)

    def _rows_changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first), self.index(last))


def image_of(preview: Preview) -> QImage:
    """Return a preview as an image with memory of its own."""
    made = QImage(preview.rgb, preview.width, preview.height, 3 * preview.width, QImage.Format.Format_RGB888)
    return made.copy()
