"""A page of paper as it will be printed, as large as its place allows."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from docdesk.wording.catalogue import Wording

MARGIN = 8
"""px round the page, so that its edge is seen."""

LEAST = 240, 340
"""Device-independent px; the heading and the verdict are still legible, and a window of 460 px has room."""


class PaperView(QWidget):
    """Shows a picture of a page on the stage colour; a sentence while there is none."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = wording.term("report_dialog.writing")
        self._image: QImage | None = None
        self._shown: QPixmap | None = None
        self.setAccessibleName(wording.term("report_dialog.page"))
        self.setMinimumSize(QSize(*LEAST))

    def show_page(self, image: QImage) -> None:
        """Show another page."""
        self._image = image
        self._shown = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new place."""
        self._shown = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page, or what is waited for."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Mid))
        if self._image is None:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._waiting)
            return
        pixmap = self._fitted(self._image)
        size = pixmap.deviceIndependentSize().toSize()
        place = QRect(
            (self.width() - size.width()) // 2,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        painter.drawPixmap(place.topLeft(), pixmap)
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def _fitted(self, image: QImage) -> QPixmap:
        if self._shown is None:
            ratio = self.devicePixelRatioF()
            room = QSize(self.width() - 2 * MARGIN, self.height() - 2 * MARGIN) * ratio
            fitted = image.scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._shown = QPixmap.fromImage(fitted)
            self._shown.setDevicePixelRatio(ratio)
        return self._shown
