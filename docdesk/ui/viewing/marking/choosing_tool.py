"""The tool that chooses markings, moves them and changes their points."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from docdesk.foundation.geometry import Point
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.marking.drawing_tool import KEYS
from docdesk.ui.viewing.marking.hand import DRAG, Hand, Surface, in_view, with_shift
from docdesk.ui.viewing.marking.measuring import handles, hit, moved, with_handle
from docdesk.ui.viewing.marking.records import Marking

REACH = 8.0
"""How far beside a line or a point, in px of the view, a press still means it."""

NUDGE, LARGE_NUDGE = 1.0, 10.0
"""How far an arrow key moves a marking, in px of the picture, and how far with Shift."""


class ChoosingTool:
    """Chooses the marking that is pressed, and drags it, or one of its points, along.

    By keys: the arrows move what is chosen, Enter writes its text, Esc chooses none, then puts the tool away.
    A press on no marking is left to the view, which moves the picture.
    """

    def __init__(self, surface: Surface, hand: Hand) -> None:
        self._surface = surface
        self._hand = hand
        self._dragged: Marking | None = None
        self._from: Point = (0.0, 0.0)
        self._handle: int | None = None
        self._moves = False
        self._gesture = 0
        self._over = False

    def drop(self) -> None:
        """Let go of what is dragged."""
        self._dragged = None

    def press(self, point: Point, event: QMouseEvent) -> None:
        """Choose what is pressed and take hold of it; two clicks write its text."""
        picture, store = self._surface.picture, self._hand.store
        if picture is None:
            return
        self._moves = False
        self._gesture += 1
        self._from = point
        chosen = store.chosen_in(picture.key)
        self._handle = None if chosen is None else self._handle_at(chosen, point)
        pressed = chosen if self._handle is not None else self._at(point)
        store.choose(picture.key, None if pressed is None else pressed.key)
        self._dragged = pressed
        if pressed is None:
            event.ignore()
        elif event.type() is QEvent.Type.MouseButtonDblClick:
            self._dragged = None
            self._hand.edit(self._surface, pressed)

    def move(self, point: Point, _event: QMouseEvent) -> None:
        """Drag along what was taken hold of."""
        picture = self._surface.picture
        if picture is None:
            return
        if self._dragged is None:
            self._over = self._at(point) is not None
            return
        self._moves = self._moves or in_view(self._surface.frame, self._from, point) > DRAG
        if not self._moves:
            return
        if self._handle is None:
            by = point[0] - self._from[0], point[1] - self._from[1]
            changed = moved(self._dragged, by)
        else:
            changed = with_handle(self._dragged, self._handle, point)
        self._hand.store.move(picture.key, changed, ("drag", id(self), self._gesture))

    def release(self, _point: Point, _event: QMouseEvent) -> None:
        """Let go."""
        self._dragged = None

    def key(self, event: QKeyEvent) -> bool:
        """Return whether the key was for the tool."""
        picture, store = self._surface.picture, self._hand.store
        chosen = None if picture is None else store.chosen_in(picture.key)
        key = Qt.Key(event.key())
        if picture is None or chosen is None:
            if key == Qt.Key.Key_Escape:
                self._hand.leave()
            return key == Qt.Key.Key_Escape
        if key == Qt.Key.Key_Escape:
            store.choose(picture.key, None)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._hand.edit(self._surface, chosen)
        elif key in KEYS:
            far = LARGE_NUDGE if with_shift(event) else NUDGE
            x, y = KEYS[key]
            store.move(picture.key, moved(chosen, (x * far, y * far)), ("keys", self._gesture))
        else:
            return False
        return True

    def paint(self, painter: QPainter, frame: Frame) -> None:
        """Paint nothing: markings and their handles are painted for all views."""

    def cursor(self) -> Qt.CursorShape:
        """Return a hand over what can be chosen."""
        return Qt.CursorShape.PointingHandCursor if self._over else Qt.CursorShape.ArrowCursor

    def _at(self, point: Point) -> Marking | None:
        picture = self._surface.picture
        if picture is None:
            return None
        return hit(self._hand.store.markings(picture.key), point, REACH / self._surface.frame.zoom)

    def _handle_at(self, marking: Marking, point: Point) -> int | None:
        near = [
            (in_view(self._surface.frame, each, point), index) for index, each in enumerate(handles(marking))
        ]
        distance, index = min(near, default=(REACH + 1, 0))
        return index if distance <= REACH else None
