"""The area of the views: as many as there are pictures to show, in rows and columns of equal size."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from docdesk.ui.look.look import Look
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.linking import Linking
from docdesk.ui.viewing.picture import Picture
from docdesk.ui.viewing.tiling import Tiling
from docdesk.ui.viewing.view import View
from docdesk.wording.catalogue import Wording

GAP = 1
"""Between views, px: they are seen to be several, and no more."""

MARGIN = 24
"""Round the sentence of an empty area, px."""


class Area(QWidget):
    """Shows pictures, each in a view of its own, or a sentence where there is none."""

    view_added = Signal(object)
    view_focused = Signal(object)

    def __init__(
        self, look: Look, wording: Wording, tiling: Tiling, linking: Linking, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._wording, self._tiling, self._linking = look, wording, tiling, linking
        self._pool: list[View] = []
        self._shown: tuple[View, ...] = ()
        self._active: View | None = None
        look.changed.connect(self.update)
        self._empty = QLabel(wording.term("viewing.empty"), self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.setMinimumSize(240, 160)

    @property
    def views(self) -> tuple[View, ...]:
        """The views that are seen."""
        return self._shown

    @property
    def active(self) -> View:
        """The view that had the keys last, else the first."""
        if self._active is not None and self._active in self._shown:
            return self._active
        return self._shown[0] if self._shown else self._view(0)

    def set_empty_text(self, sentence: str) -> None:
        """Say this where there is no picture."""
        self._empty.setText(sentence)

    def arrange(self, pictures: Sequence[Picture]) -> None:
        """Show these pictures; a view that shows one already goes on doing so, others join where it is."""
        views = [self._view(number) for number in range(len(pictures))]
        leader = self._linking.leader
        fits = leader is None or leader.fits
        # Frames first: setting a picture changes the view that the others are led by.
        frames = [
            self._linking.frame_for(picture, view) for view, picture in zip(views, pictures, strict=True)
        ]
        for view, picture, frame in zip(views, pictures, frames, strict=True):
            _show(view, picture, frame, fits=fits)
        if not views and any(view.hasFocus() for view in self._pool):
            # Held for the next picture: else Qt hands the keys to whatever is near, the MRZ say, and commands
            # would be taken for characters.
            self.setFocus()
        for view in self._pool[len(views) :]:
            if view.hasFocus() and views:
                views[0].setFocus()
            if view.picture is not None:
                view.set_layer(None)
                view.set_marks(())
                view.set_picture(None)
            view.hide()
        self._shown = tuple(views)
        self._empty.setVisible(not views)
        self._place()
        for view in views:
            view.show()
        if views and self.hasFocus():
            views[0].setFocus()
        self._linking.follow()

    def sizeHint(self) -> QSize:
        """Return room for one document."""
        return QSize(800, 560)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what lies behind the views: lines between them, the stage where there is none."""
        if not self._shown:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.stage))
        for view in self._shown:
            around = view.geometry().adjusted(-GAP, -GAP, GAP, GAP)
            painter.fillRect(around, QColor(self._look.theme.line))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the views out anew."""
        super().resizeEvent(event)
        self._place()

    def _view(self, number: int) -> View:
        while number >= len(self._pool):
            view = View(self._look, self._wording, self._tiling, self)
            view.hide()
            view.focused.connect(self._focused)
            self._pool.append(view)
            self._linking.add(view)
            self.view_added.emit(view)
        return self._pool[number]

    def _focused(self) -> None:
        view = self.sender()
        if isinstance(view, View):
            self._active = view
            self.view_focused.emit(view)

    def _place(self) -> None:
        self._empty.setGeometry(self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        count = len(self._shown)
        if not count:
            return
        first = self._shown[0].picture
        columns = best_columns(count, (self.width(), self.height()), first.image.size if first else (4, 3))
        rows = ceil(count / columns)
        for number, view in enumerate(self._shown):
            row, column = divmod(number, columns)
            left, right = ((self.width() + GAP) * edge // columns for edge in (column, column + 1))
            top, bottom = ((self.height() + GAP) * edge // rows for edge in (row, row + 1))
            view.setGeometry(QRect(left, top, right - left - GAP, bottom - top - GAP))


def best_columns(count: int, area: tuple[int, int], picture: tuple[int, int]) -> int:
    """Return in how many columns so many pictures of a size are seen largest."""

    def size(columns: int) -> float:
        rows = ceil(count / columns)
        return min(area[0] / columns / max(picture[0], 1), area[1] / rows / max(picture[1], 1))

    return max(range(1, count + 1), key=size)


def _show(view: View, picture: Picture, frame: Frame | None, *, fits: bool) -> None:
    if view.picture is picture:
        return
    if view.picture is not None and view.picture.key == picture.key:
        view.set_picture(picture)
        return
    size = float(max(view.width(), 1)), float(max(view.height(), 1))
    view.set_picture(picture, frame or Frame.fitting(picture.image.size, size), fits=fits)
