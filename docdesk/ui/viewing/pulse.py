"""The pulse of a place that was flown to: a ring that closes in on it once."""

from PySide6.QtCore import QObject, QPointF, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from docdesk.foundation.geometry import Polygon
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.marks import halo_of

DURATION = 700
"""Milliseconds: long enough to be caught by an eye that comes from the list beside."""

FAR, NEAR = 46.0, 6.0
"""How far outside the place, in px, the ring begins and ends."""


class Pulse(QObject):
    """Runs once from `start`; `stepped` asks for painting."""

    stepped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._place: Polygon = ()
        self._run = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=DURATION)
        self._run.valueChanged.connect(self._step)
        self._run.finished.connect(self._end)

    def start(self, place: Polygon) -> None:
        """Let a place of the picture pulse."""
        self._run.stop()
        self._place = place
        self._run.start()

    def paint(self, painter: QPainter, frame: Frame, colour: QColor) -> None:
        """Paint the ring as it is now."""
        if not self._place:
            return
        phase = float(self._run.currentValue())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QPolygonF([QPointF(*frame.to_view(corner)) for corner in self._place]).boundingRect()
        away = FAR + (NEAR - FAR) * phase
        faded = QColor(colour)
        faded.setAlphaF(min(1.0, 2 - 2 * phase))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(halo_of(faded), 6), QPen(faded, 3)):
            painter.setPen(pen)
            painter.drawRoundedRect(place.adjusted(-away, -away, away, away), 4, 4)

    @Slot()
    def _step(self) -> None:
        self.stepped.emit()

    @Slot()
    def _end(self) -> None:
        self._place = ()
        self.stepped.emit()
