"""One field in a line of fields: what it is called, what it says, its sign; pressing it unfolds it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from docdesk.ui.inspecting.mrz_painting import wave
from docdesk.ui.look.look import Look
from docdesk.ui.look.sign import paint_sign, sign_in_words
from docdesk.ui.look.style import STEP
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign

GAP = STEP // 2

SLACK = 3
"""Rectangles of whole pixels lose so much; without it a value that just fits would end in dots."""

WAVE_HEIGHT = 4
"""Room for the wave below a value."""


@dataclass(frozen=True, slots=True)
class Chip:
    """What is shown. `doubtful` are positions in the `value`, from 0, that are not certain.

    `kept` is how many characters of the value are shown in any case, in a narrow line too.
    """

    name: str
    label: str
    value: str
    doubtful: frozenset[int]
    sign: Sign | None
    kept: int


class FieldChip(QAbstractButton):
    """A button in one line; too narrow for its value it ends in dots and tells all in its tool tip."""

    def __init__(self, chip: Chip, wording: Wording, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip = chip
        self._look = look
        sign = "" if chip.sign is None else sign_in_words(chip.sign, wording)
        said = ", ".join(part for part in (f"{chip.label} {chip.value}", sign) if part)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return what the whole value needs."""
        return self._size(self.chip.value)

    def minimumSizeHint(self) -> QSize:
        """Return what the beginning of the value needs."""
        short = self.chip.value[: self.chip.kept]
        return self._size(self.chip.value if short == self.chip.value else f"{short}…")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint label, value and sign."""
        painter = QPainter(self)
        theme, metrics = self._look.theme, self.fontMetrics()
        self._frame(painter)
        inner = self.rect().adjusted(STEP, 0, -STEP, -WAVE_HEIGHT // 2)
        painter.setPen(QColor(theme.faint))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle, self.chip.label)
        left = inner.left() + metrics.horizontalAdvance(self.chip.label) + GAP
        right = inner.right()
        if self.chip.sign is not None:
            box = QRect(right - metrics.height(), inner.top(), metrics.height(), inner.height())
            paint_sign(painter, box, self.chip.sign, self._look.sign(self.chip.sign))
            right = box.left() - GAP
        value = QRect(left, inner.top(), max(right - left, 0), inner.height())
        shown = metrics.elidedText(self.chip.value, Qt.TextElideMode.ElideRight, value.width())
        painter.setPen(QColor(theme.text))
        painter.drawText(value, middle, shown)
        self._doubts(painter, value, shown)
        painter.end()

    def _frame(self, painter: QPainter) -> None:
        theme = self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
        elif self.underMouse():
            painter.setPen(QPen(QColor(theme.line), 1))
        else:
            painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.setBrush(QColor(theme.hairline if self.isDown() else theme.surface))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), GAP, GAP)

    def _doubts(self, painter: QPainter, value: QRect, shown: str) -> None:
        metrics = self.fontMetrics()
        bottom = value.center().y() + metrics.height() / 2 - 1
        for at in self.chip.doubtful:
            if at < len(shown):
                start = QPointF(value.left() + metrics.horizontalAdvance(shown[:at]), bottom)
                end = value.left() + metrics.horizontalAdvance(shown[: at + 1])
                wave(painter, start.x(), end, start.y(), self._look.sign(Sign.UNDECIDED))

    def _size(self, value: str) -> QSize:
        metrics = self.fontMetrics()
        sign = 0 if self.chip.sign is None else metrics.height() + GAP
        width = (
            metrics.horizontalAdvance(self.chip.label) + GAP + metrics.horizontalAdvance(value) + SLACK + sign
        )
        return QSize(width + 2 * STEP, chip_height(metrics))


def chip_height(metrics: QFontMetrics) -> int:
    """Return how high a chip is in a font."""
    return metrics.height() + STEP + WAVE_HEIGHT
