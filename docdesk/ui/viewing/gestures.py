"""What mouse, wheel, touchpad and arrow keys mean to a view."""

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from docdesk.foundation.geometry import Point
from docdesk.ui.viewing.tool import Tool

NOTCH = 120.0
"""What Qt counts for one notch of a wheel."""

PER_NOTCH = 1.25
"""Zoom per notch or key: three of them double what is seen."""

KEY_SHARE = 0.125
"""An arrow key moves the picture by this part of the view, with Shift by a half."""

ARROWS = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
"""Where the picture goes: the arrow says where the eye wants to go, so the picture moves the other way."""


class Movable(Protocol):
    """What gestures need of a view; points are in px of the view."""

    def pan(self, by: Point) -> None:
        """Move the picture."""
        ...

    def zoom_by(self, factor: float, about: Point | None = None) -> None:
        """Zoom about a point, the middle by default."""
        ...

    def turn(self, degrees: float) -> None:
        """Turn the picture clockwise."""
        ...

    def click(self, point: Point) -> None:
        """The person meant this point."""
        ...

    def point_in_picture(self, point: Point) -> Point:
        """Return which point of the picture lies there."""
        ...

    def on_wipe_line(self, point: Point) -> bool:
        """Return whether the line of a wipe can be taken hold of there."""
        ...

    def drag_wipe(self, point: Point) -> None:
        """Move the line of the wipe there."""
        ...


class Gestures:
    """Follows the mouse over one view, from press to release, and tells the view what is meant."""

    def __init__(self, view: Movable) -> None:
        self._view = view
        self._start: QPointF | None = None
        self._last: QPointF | None = None
        self._clicks = False
        self._wipes = False
        self._tool: Tool | None = None

    @property
    def moving(self) -> bool:
        """Whether the picture is being dragged."""
        return self._last is not None and not self._clicks

    def press(self, event: QMouseEvent, tool: Tool | None) -> None:
        """A button went down: it drags the wipe's line, works the tool, or moves the picture."""
        at = event.position()
        if event.button() is Qt.MouseButton.LeftButton:
            if self._view.on_wipe_line(_point(at)):
                self._wipes = True
                return
            if tool is not None:
                event.accept()
                tool.press(self._view.point_in_picture(_point(at)), event)
                if event.isAccepted():
                    self._tool = tool
                    return
        elif event.button() is not Qt.MouseButton.MiddleButton:
            return
        event.accept()
        self._start = self._last = at
        self._clicks = event.button() is Qt.MouseButton.LeftButton and tool is None

    def move(self, event: QMouseEvent, tool: Tool | None) -> None:
        """The mouse moved, with or without a button."""
        at = event.position()
        if self._wipes:
            self._view.drag_wipe(_point(at))
        elif self._start is not None and self._last is not None:
            far = (at - self._start).manhattanLength() >= QApplication.startDragDistance()
            if not self._clicks or far:
                self._clicks = False
                self._view.pan((at.x() - self._last.x(), at.y() - self._last.y()))
                self._last = at
        elif tool is not None:
            tool.move(self._view.point_in_picture(_point(at)), event)

    def release(self, event: QMouseEvent) -> None:
        """A button came up: what never moved was a click."""
        clicked, self._wipes = self._clicks, False
        tool, self._tool = self._tool, None
        self._start = self._last = None
        self._clicks = False
        if tool is not None:
            tool.release(self._view.point_in_picture(_point(event.position())), event)
        elif clicked:
            self._view.click(_point(event.position()))

    def wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms to the cursor; two fingers on a touchpad move the picture, with Ctrl they zoom."""
        about = _point(event.position())
        pad = event.device().type() is QInputDevice.DeviceType.TouchPad or not event.pixelDelta().isNull()
        if pad and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            by = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 4
            self._view.pan((float(by.x()), float(by.y())))
        else:
            notches = (event.angleDelta().y() or event.angleDelta().x()) / NOTCH
            self._view.zoom_by(PER_NOTCH**notches, about)
        event.accept()

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Return whether the event was a pinch or a turn of two fingers, and follow it."""
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self._view.zoom_by(1 + event.value(), _point(event.position()))
            return True
        if event.gestureType() is Qt.NativeGestureType.RotateNativeGesture:
            self._view.turn(event.value())
            return True
        return False

    def arrow(self, event: QKeyEvent, size: tuple[int, int]) -> bool:
        """Return whether the key was an arrow, and move the picture by it."""
        way = ARROWS.get(Qt.Key(event.key()))
        if way is None or event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            return False
        share = 0.5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else KEY_SHARE
        self._view.pan((way[0] * share * size[0], way[1] * share * size[1]))
        return True


def _point(at: QPointF) -> Point:
    return at.x(), at.y()
