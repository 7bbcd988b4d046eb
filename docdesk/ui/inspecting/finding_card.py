"""Paints the card of a finding: sign, sentence, its place and the reference, what was measured, the rule."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from docdesk.ui.inspecting.finding_cards import Card, Kind
from docdesk.ui.inspecting.finding_layout import BAR_HEIGHT, BAR_WIDTH, CardLayout, lay_out, small
from docdesk.ui.inspecting.findings_model import CARD, FindingsModel
from docdesk.ui.inspecting.wrapped_text import WrappedText
from docdesk.ui.look.look import Look
from docdesk.ui.look.sign import paint_sign
from docdesk.ui.look.style import STEP
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign

ROUND = 4.0
"""Radius of a card's corners, as of buttons."""

TRIANGLE = 4.0
"""Half the width of the mark on the bar: it is seen without its colour."""

ALLOWED_OPACITY = 60
"""Of 255: the allowed half of the bar lies behind the mark, not before it."""


class FindingCard(QStyledItemDelegate):
    """Paints cards and says how high they are. `expert` tells whether the names of checks are shown."""

    def __init__(self, wording: Wording, look: Look, model: FindingsModel, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._model = model
        self._view = view
        self._no_reference = wording.term("findings.no_reference")
        self.expert = False

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the width of the list and the height that the card needs in it."""
        width = self._width
        card = index.data(CARD)
        if not isinstance(card, Card):
            return QSize(width, 0)
        return QSize(width, self._laid_out(card, width).height + _spacing(card))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the card of the row."""
        card = index.data(CARD)
        if not isinstance(card, Card):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        where = QRect(rect.topLeft(), QSize(self._width, rect.height() - _spacing(card)))
        painter.save()
        self._ground(painter, where, card, state)
        painter.translate(where.topLeft())
        self._content(painter, card, self._laid_out(card, where.width()))
        painter.restore()

    @property
    def _width(self) -> int:
        """Of a card: room is kept for the scroll bar, so that lines break alike with it and without."""
        return self._view.width() - self._view.verticalScrollBar().sizeHint().width()

    def _laid_out(self, card: Card, width: int) -> CardLayout:
        return lay_out(card, width, self._view.font(), expert=self.expert)

    def _ground(self, painter: QPainter, where: QRect, card: Card, state: QStyle.StateFlag) -> None:
        theme = self._look.theme
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = chosen and self._view.hasFocus()
        flat = card.kind in {Kind.FOLD, Kind.FURTHER}
        edge = QColor(theme.accent if chosen else theme.line if hovered else theme.hairline)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(edge, 2 if focused else 1) if chosen or hovered or not flat else Qt.PenStyle.NoPen
        )
        painter.setBrush(Qt.BrushStyle.NoBrush if flat else QColor(theme.surface))
        painter.drawRoundedRect(QRectF(where).adjusted(1, 1, -1, -1), ROUND, ROUND)

    def _content(self, painter: QPainter, card: Card, parts: CardLayout) -> None:
        theme, font = self._look.theme, self._view.font()
        painter.setFont(font)
        paint_sign(painter, parts.sign, card.sign, self._look.sign(card.sign))
        painter.setPen(QColor(theme.text))
        WrappedText(card.text, font, parts.text.width()).paint(painter, parts.text.left(), parts.text.top())
        if card.kind is Kind.FOLD:
            self._fold_mark(painter, parts.text)
        if parts.crop is not None:
            self._crop(painter, parts.crop, self._model.crop(card.index))
        painter.setFont(small(font))
        if parts.reference is not None and parts.crop is not None:
            beside = parts.reference.top() == parts.crop.top()
            self._reference(painter, parts.reference, boxed=beside)
        if parts.bar is not None:
            self._bar(painter, parts.bar, card)
        painter.setPen(QColor(theme.faint))
        if parts.foot is not None:
            said = "  ·  ".join(part for part in (card.light, card.source) if part)
            cut = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, parts.foot.width())
            painter.drawText(parts.foot, Qt.AlignmentFlag.AlignVCenter, cut)
        if parts.expert is not None:
            names = WrappedText(card.expert, small(font), parts.expert.width())
            names.paint(painter, parts.expert.left(), parts.expert.top())

    def _fold_mark(self, painter: QPainter, text: QRect) -> None:
        """Paint the triangle that tells whether more stands below."""
        middle = QPointF(text.right() - TRIANGLE, text.top() + text.height() / 2)
        t = TRIANGLE
        down = [QPointF(-t, -t / 2), QPointF(t, -t / 2), QPointF(0, t)]
        right = [QPointF(-t / 2, -t), QPointF(-t / 2, t), QPointF(t, 0)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.faint))
        painter.drawPolygon(
            QPolygonF([middle + corner for corner in (down if self._model.unfolded else right)])
        )

    def _crop(self, painter: QPainter, where: QRect, image: QImage | None) -> None:
        if image is None or image.isNull():
            painter.fillRect(where, QColor(self._look.theme.window))
            return
        size = image.size().scaled(where.size(), Qt.AspectRatioMode.KeepAspectRatio)
        ratio = painter.device().devicePixelRatioF()
        how = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        painter.drawImage(QRect(where.topLeft(), size), image.scaled(size * ratio, *how))

    def _reference(self, painter: QPainter, where: QRect, *, boxed: bool) -> None:
        painter.setPen(QColor(self._look.theme.faint))
        if not boxed:
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self._no_reference)
            return
        inner = where.adjusted(STEP // 2, 0, -STEP // 2, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inner, flags, self._no_reference)
        painter.setPen(QPen(QColor(self._look.theme.line), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5))

    def _bar(self, painter: QPainter, where: QRect, card: Card) -> None:
        """Paint what was measured, in words and as a bar."""
        bar = QRectF(where.left(), where.center().y() - BAR_HEIGHT / 2 + 1, BAR_WIDTH, BAR_HEIGHT)
        if card.sureness is not None:
            sure = QRectF(bar.left(), bar.top(), card.sureness * bar.width(), bar.height())
            painter.fillRect(sure, QColor(self._look.theme.line))
            self._frame(painter, bar)
        elif card.margin is not None:
            self._margin(painter, bar, card.margin)
        painter.setPen(QColor(self._look.theme.text))
        words = where.adjusted(BAR_WIDTH + STEP, 0, 0, 0)
        cut = painter.fontMetrics().elidedText(card.measured, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, cut)

    def _margin(self, painter: QPainter, bar: QRectF, margin: float) -> None:
        """Paint the margin from -1 to 1: right of the middle is what is allowed."""
        allowed = self._look.sign(Sign.NO_ANOMALY)
        allowed.setAlpha(ALLOWED_OPACITY)
        half = QRectF(bar.center().x(), bar.top(), bar.width() / 2, bar.height())
        painter.fillRect(half, allowed)
        self._frame(painter, bar)
        painter.drawLine(half.topLeft(), half.bottomLeft())
        x = bar.left() + (min(max(margin, -1.0), 1.0) + 1) / 2 * bar.width()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.text))
        t = TRIANGLE
        corners = [
            QPointF(x - t, bar.top() - 2),
            QPointF(x + t, bar.top() - 2),
            QPointF(x, bar.top() + 2 * t - 2),
        ]
        painter.drawPolygon(QPolygonF(corners))

    def _frame(self, painter: QPainter, bar: QRectF) -> None:
        painter.setPen(QPen(QColor(self._look.theme.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)


def _spacing(card: Card) -> int:
    """Return the room below a card."""
    return 0 if card.kind is Kind.FURTHER else STEP // 2
