"""What a tool is to a view: it gets the mouse and the keys, in pixels of the picture, and paints above it."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from docdesk.foundation.geometry import Point
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.picture import Picture


class Tool(Protocol):
    """Takes over the left mouse button of a view; the wheel and the middle button still move the picture.

    Points are in pixels of the picture. A tool that has no use for a press ignores the event
    (`event.ignore()`), and the view moves the picture instead.
    """

    def press(self, point: Point, event: QMouseEvent) -> None:
        """The left button went down on a point."""
        ...

    def move(self, point: Point, event: QMouseEvent) -> None:
        """The mouse moved to a point, with or without the button."""
        ...

    def release(self, point: Point, event: QMouseEvent) -> None:
        """The left button came up on a point."""
        ...

    def key(self, event: QKeyEvent) -> bool:
        """Return whether the tool took the key."""
        ...

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Paint what the tool is about, above everything else; the painter works in pixels of the view."""
        ...

    def cursor(self) -> Qt.CursorShape:
        """Return what the mouse looks like over the view."""
        ...


class Painter(Protocol):
    """Paints above the picture whenever the view does: markings, a grid."""

    def paint(self, painter: QPainter, frame: Frame, picture: Picture) -> None:
        """Paint; the painter works in pixels of the view and is restored afterwards."""
        ...
