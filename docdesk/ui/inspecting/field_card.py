"""All fields unfolded: a list to walk through, and the field chosen in it with everything that is known."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QWidget

from docdesk.mrz.spans import Span
from docdesk.ui.inspecting.field_detail import FieldDetail
from docdesk.ui.inspecting.field_entries import FieldEntry
from docdesk.ui.look.look import Look
from docdesk.ui.look.sign import paint_sign, sign_in_words
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign

SIZE = QSize(720, 380)
"""Fits above the strip of the MRZ on a screen of 1366 x 768, at 150 % too."""

LIST_WIDTH = 230
"""The longest names of fields fit without dots."""


class FieldCard(QFrame):
    """A popup: a click beside it or Esc closes it, and it frees itself."""

    spans_chosen = Signal(tuple)

    def __init__(
        self, entries: Sequence[FieldEntry], wording: Wording, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setAccessibleName(wording.term("fields.name"))
        self._entries = tuple(entries)
        self._detail = FieldDetail(wording, look)
        self._list = self._made_list(wording, look)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(wording.term("fields.detail"))
        scroll.setWidget(self._detail)
        whole = QHBoxLayout(self)
        whole.addWidget(self._list)
        whole.addWidget(scroll, 1)
        self._list.currentRowChanged.connect(self._show_row)

    def open_at(self, name: str, beside: QWidget) -> None:
        """Show the field of this name, the popup above the given widget or wherever the screen has room."""
        row = next((row for row, entry in enumerate(self._entries) if entry.name == name), 0)
        self._list.setCurrentRow(row)
        self.setGeometry(_place(beside))
        self.show()
        self._list.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Light nothing up any more."""
        self.spans_chosen.emit(())
        super().closeEvent(event)

    def _made_list(self, wording: Wording, look: Look) -> QListWidget:
        made = QListWidget(self)
        made.setFixedWidth(LIST_WIDTH)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setSpacing(2)
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        colours = made.palette()
        # On the accent colour signs would lose theirs.
        colours.setColor(QPalette.ColorRole.Highlight, QColor(look.theme.chosen))
        colours.setColor(QPalette.ColorRole.HighlightedText, QColor(look.theme.text))
        made.setPalette(colours)
        made.setAccessibleName(wording.term("fields.name"))
        for entry in self._entries:
            item = QListWidgetItem(entry.label)
            said = "" if entry.sign is None else sign_in_words(entry.sign, wording)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{entry.label}, {said}" if said else entry.label
            )
            if entry.sign is not None:
                item.setIcon(_icon(entry.sign, look, self))
            made.addItem(item)
        return made

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self._entries):
            self._detail.show_entry(self._entries[row])
            spans: tuple[Span, ...] = self._entries[row].spans
            self.spans_chosen.emit(spans)


def _icon(sign: Sign, look: Look, beside: QWidget) -> QIcon:
    """Return the sign as large as text, in the same colour where its row is chosen."""
    side, ratio = beside.fontMetrics().height(), beside.devicePixelRatioF()
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(beside.font())
    paint_sign(painter, QRect(0, 0, side, side), sign, look.sign(sign))
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(picture, mode)
    return icon


def _place(beside: QWidget) -> QRect:
    """Return where the popup stands: above the widget, within its screen."""
    screen = beside.screen() or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    size = SIZE.boundedTo(room.size())
    corner = beside.mapToGlobal(QPoint(0, 0)) - QPoint(0, size.height())
    left = min(max(corner.x(), room.left()), room.right() - size.width() + 1)
    top = min(max(corner.y(), room.top()), room.bottom() - size.height() + 1)
    return QRect(QPoint(left, top), size)
