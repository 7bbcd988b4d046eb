"""The tool that draws: it gathers points by clicks, drags and keys, and makes a marking of them."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from docdesk.foundation.geometry import Point
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.marking import ink
from docdesk.ui.viewing.marking.drawing import draw_marking
from docdesk.ui.viewing.marking.hand import DRAG, Hand, Surface, in_view, snapped, with_shift
from docdesk.ui.viewing.marking.plans import Plan
from docdesk.ui.viewing.marking.words import tag

STEP, FINE_STEP = 10.0, 1.0
"""How far an arrow key moves the crosshair, in px of the view, and how far with Shift."""

CROSS = 14.0
"""Half the width of the crosshair that stands in for the mouse, in px."""

KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

NOT_YET = "new"
"""The key of a marking that is being drawn."""


class DrawingTool:
    """Draws markings of one kind in one view, one after the other.

    By mouse: clicks place points, a drag places two at once. By keys: the arrows move a crosshair, Enter
    places a point there. Esc drops what was begun, then puts the tool away.
    """

    def __init__(self, plan: Plan, surface: Surface, hand: Hand) -> None:
        self._plan = plan
        self._surface = surface
        self._hand = hand
        self._points: tuple[Point, ...] = ()
        self._at: Point | None = None
        self._pressed: Point | None = None
        self._dragging = False
        self._by_keys = False

    def drop(self) -> None:
        """Give up what was begun."""
        self._points, self._pressed, self._dragging = (), None, False
        self._surface.update()

    # --- Mouse ---

    def press(self, point: Point, _event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        self._by_keys = False
        self._pressed = self._at = point

    def move(self, point: Point, event: QMouseEvent) -> None:
        """Follow the mouse."""
        self._by_keys = False
        self._at = self._aimed(point, event)
        if self._pressed is None:
            return
        if in_view(self._surface.frame, self._pressed, point) > DRAG:
            self._dragging = True
        if self._dragging and self._plan.freehand:
            begun = self._points or (self._pressed,)
            far = in_view(self._surface.frame, begun[-1], point) >= DRAG
            self._points = (*begun, point) if far else begun

    def release(self, point: Point, event: QMouseEvent) -> None:
        """End a click or a drag."""
        at, start = self._aimed(point, event), self._pressed
        dragged, self._dragging, self._pressed = self._dragging, False, None
        if start is None:
            return
        if self._plan.freehand:
            self._finish(self._points)
        elif dragged and not self._points:
            self._dropped(start, at)
        else:
            self._place(at)

    # --- Keys ---

    def key(self, event: QKeyEvent) -> bool:
        """Return whether the key was for the tool."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            if self._points or self._pressed is not None:
                self.drop()
            else:
                self._hand.leave()
            return True
        if key in KEYS and not self._plan.freehand:
            self._move_crosshair(KEYS[key], FINE_STEP if with_shift(event) else STEP)
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._plan.freehand:
            self._by_keys = True
            self._place(self._at or self._middle())
            return True
        return False

    def cursor(self) -> Qt.CursorShape:
        """Return the cross that marks points exactly."""
        return Qt.CursorShape.CrossCursor

    # --- Painting ---

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Paint what is being drawn as it will be, and the crosshair where keys move it."""
        picture = self._surface.picture
        if picture is None:
            return
        points = self._points
        if self._at is not None and not self._plan.freehand:
            if self._dragging and self._pressed is not None and not points:
                points = self._plan.dragged(frame, self._pressed, self._at)
            elif points:
                points = (*points, self._at)
        marking = self._plan.make(NOT_YET, 0, points, dragged=self._dragging)
        if marking is not None and marking.kind != "label":
            draw_marking(painter, marking, frame, tag(marking, picture.scale, self._hand.wording))
        elif len(points) > 1:
            ink.draw(painter, ink.line(*(frame.to_view(point) for point in points)))
        if self._by_keys:
            self._paint_crosshair(painter, frame.to_view(self._at or self._middle()))

    def _paint_crosshair(self, painter: QPainter, at: Point) -> None:
        path = ink.line((at[0] - CROSS, at[1]), (at[0] + CROSS, at[1]))
        path.moveTo(QPointF(at[0], at[1] - CROSS))
        path.lineTo(QPointF(at[0], at[1] + CROSS))
        ink.draw(painter, path)

    # --- Points ---

    def _aimed(self, point: Point, event: QMouseEvent) -> Point:
        start = self._points[-1] if self._points else self._pressed
        if start is None or not self._plan.snaps or not with_shift(event):
            return point
        return snapped(self._surface.frame, start, point)

    def _middle(self) -> Point:
        return self._surface.frame.centre

    def _move_crosshair(self, way: tuple[int, int], step: float) -> None:
        frame = self._surface.frame
        x, y = frame.to_view(self._at or self._middle())
        moved = (
            min(max(x + way[0] * step, 0.0), frame.view[0]),
            min(max(y + way[1] * step, 0.0), frame.view[1]),
        )
        self._at, self._by_keys = frame.to_picture(moved), True

    def _place(self, at: Point) -> None:
        """Place a point; one where the last or the first is closes a marking of any number of points."""
        near = any(
            in_view(self._surface.frame, at, each) <= DRAG for each in self._points[:1] + self._points[-1:]
        )
        if near:
            self._finish(self._points)
            return
        self._points = (*self._points, at)
        if len(self._points) == self._plan.most:
            self._finish(self._points)

    def _dropped(self, start: Point, at: Point) -> None:
        """End a drag: it draws the whole marking where two points are enough, else the first two points."""
        points = self._plan.dragged(self._surface.frame, start, at)
        if len(points) < self._plan.least:
            self._points = points
        else:
            self._finish(points, dragged=True)

    def _finish(self, points: tuple[Point, ...], *, dragged: bool = False) -> None:
        picture, store = self._surface.picture, self._hand.store
        if picture is None:
            return
        key = store.next_key(picture.key, self._plan.kind)
        marking = self._plan.make(key, store.next_number(picture.key), points, dragged=dragged)
        if marking is None:
            if self._plan.freehand:
                self.drop()
            return
        self.drop()
        store.add(picture.key, marking)
        self._hand.drawn(self._surface, marking)
