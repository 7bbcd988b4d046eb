"""What a view really shows, read back from its pixels."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from docdesk.foundation.geometry import Point
from docdesk.ui.viewing.view import View


def colour_at(view: View, point: Point) -> tuple[int, int, int]:
    """Return the colour that a view paints at a point, in px of the view."""
    image = view.grab().toImage()
    ratio = image.devicePixelRatio()
    colour: QColor = image.pixelColor(int(point[0] * ratio), int(point[1] * ratio))
    return colour.red(), colour.green(), colour.blue()


def middle(view: QWidget) -> QPoint:
    """Return the middle of a widget."""
    return view.rect().center()


def drag(
    view: QWidget, start: QPoint, by: tuple[int, int], button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """Drag the mouse over a widget, in steps as a hand does."""
    QTest.mousePress(view, button, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(view, start + QPoint(by[0] * step // 5, by[1] * step // 5))
    QTest.mouseRelease(view, button, pos=start + QPoint(*by))


@dataclass
class Heard:
    """Collects what a signal said."""

    news: list[object]

    @classmethod
    def of(cls, signal: object) -> "Heard":
        """Listen to a signal."""
        heard = cls([])
        connect: Callable[[Callable[[object], None]], None] = signal.connect
        connect(heard.news.append)
        return heard

    @property
    def last(self) -> object:
        """What was said last."""
        return self.news[-1]
