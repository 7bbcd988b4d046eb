"""The strip of documents: a picture, a name and the sign of the verdict for each, however many there are."""

from collections import OrderedDict

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from docdesk.ui.inspecting.document import UNFINISHED, Document, State
from docdesk.ui.inspecting.strip_model import ROLE_DOCUMENT, StripModel, image_of, sign_of
from docdesk.ui.look.look import Look
from docdesk.ui.look.outside_text import one_line
from docdesk.ui.look.sign import paint_bold, paint_sign
from docdesk.wording.catalogue import Wording

TILE = QSize(112, 84)
"""Of one document; twelve fit beside the verdict on a screen of 1366 pixels."""
GAP = 4
"""Round a tile and within it, px."""
MARK = 18
"""Side of the sign: large enough to be told from the others at arm's length."""
RING = 2
"""Width of the line round the document that has the keys: as thick as round a button."""
KEPT_PIXMAPS = 256
"""Several screens full, so that scrolling back draws nothing anew."""


class _Tile(QStyledItemDelegate):
    """Paints one document."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._pixmaps: OrderedDict[tuple[int, int, float, int, int], QPixmap] = OrderedDict()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a tile."""
        return TILE

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the picture, the name below it and the sign on a plate at the corner."""
        document = index.data(ROLE_DOCUMENT)
        if not isinstance(document, Document):
            return
        rect: QRect = option.rect.adjusted(GAP // 2, GAP // 2, -GAP // 2, -GAP // 2)
        palette: QPalette = option.palette
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        looked_at = selected and self._is_current(index)
        painter.save()
        if looked_at:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        elif selected:
            self._chosen(painter, rect, palette)
        metrics = QFontMetrics(painter.font())
        words = QRect(
            rect.left() + GAP, rect.bottom() - metrics.height(), rect.width() - 2 * GAP, metrics.height()
        )
        place = QRect(
            rect.left() + GAP, rect.top() + GAP, rect.width() - 2 * GAP, words.top() - rect.top() - GAP
        )
        self._picture(painter, place, document, palette)
        role = QPalette.ColorRole.HighlightedText if looked_at else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        name = metrics.elidedText(one_line(document.name), Qt.TextElideMode.ElideMiddle, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), name)
        self._sign(painter, place, document, palette)
        if state & QStyle.StateFlag.State_HasFocus:
            self._ring(painter, option.rect, palette.color(QPalette.ColorRole.Text))
        painter.restore()

    def _is_current(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        view = self.parent()
        return isinstance(view, QListView) and view.currentIndex().row() == index.row()

    def _chosen(self, painter: QPainter, rect: QRect, palette: QPalette) -> None:
        """Paint that a document is chosen beside the one that is looked at, which is filled."""
        painter.fillRect(rect, QColor(self._look.theme.chosen))
        self._ring(painter, rect, palette.color(QPalette.ColorRole.Highlight))

    @staticmethod
    def _ring(painter: QPainter, rect: QRect, colour: QColor) -> None:
        painter.setPen(QPen(colour, RING))
        painter.drawRect(rect.adjusted(RING // 2, RING // 2, -RING // 2, -RING // 2))

    def _picture(self, painter: QPainter, place: QRect, document: Document, palette: QPalette) -> None:
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._pixmap(document, place.size(), ratio)
        if pixmap is None:
            painter.fillRect(place, palette.color(QPalette.ColorRole.AlternateBase))
            return
        size = pixmap.deviceIndependentSize().toSize()
        corner = place.center() - QRect(0, 0, size.width(), size.height()).center()
        painter.drawPixmap(corner, pixmap)

    def _pixmap(self, document: Document, size: QSize, ratio: float) -> QPixmap | None:
        if document.preview is None:
            return None
        turned = next((capture.turned for capture in document.captures if capture.error is None), 0)
        key = (document.ident, turned, ratio, size.width(), size.height())
        pixmap = self._pixmaps.get(key)
        if pixmap is None:
            image = image_of(document.preview).scaled(
                size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(ratio)
            self._pixmaps[key] = pixmap
            if len(self._pixmaps) > KEPT_PIXMAPS:
                self._pixmaps.popitem(last=False)
        return pixmap

    def _sign(self, painter: QPainter, place: QRect, document: Document, palette: QPalette) -> None:
        sign = sign_of(document)
        plate = QRect(place.right() - MARK + 1, place.top(), MARK, MARK)
        if sign is None and document.state not in UNFINISHED:
            return
        painter.fillRect(plate, palette.color(QPalette.ColorRole.Base))
        if sign is None:
            waits = "…" if document.state is State.RUNNING else "·"
            paint_bold(painter, plate, waits, palette.color(QPalette.ColorRole.PlaceholderText))
        else:
            paint_sign(painter, plate, sign, self._look.sign(sign))


class Strip(QListView):
    """The documents in a row; several can be selected to be joined, one is the current one."""

    chosen = Signal(int)
    """The identifier of the document that became the current one."""

    def __init__(
        self, model: StripModel, wording: Wording, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(
            TILE.height() + 2 * self.frameWidth() + self.horizontalScrollBar().sizeHint().height()
        )
        self.setItemDelegate(_Tile(look, self))
        self.setAccessibleName(wording.term("strip.name"))
        look.changed.connect(self.viewport().update)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def choose(self, row: int) -> None:
        """Make the document in this row the current and only selected one."""
        index = self.model().index(row, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Go so many documents on."""
        model: QAbstractItemModel = self.model()
        row = self.currentIndex().row() if self.currentIndex().isValid() else -by
        if model.rowCount():
            self.choose(min(max(row + by, 0), model.rowCount() - 1))

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are commands here, and one that is none must not lead to another document."""

    def selected(self) -> tuple[Document, ...]:
        """Return the selected documents in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = [self.model().index(row, 0).data(ROLE_DOCUMENT) for row in rows]
        return tuple(document for document in found if isinstance(document, Document))

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        document = current.data(ROLE_DOCUMENT)
        if isinstance(document, Document):
            self.chosen.emit(document.ident)
