"""A view: one picture through one frame, with marks, markings and a tool above it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from docdesk.foundation.geometry import Point, Polygon
from docdesk.foundation.messages import Message
from docdesk.imaging.compositing import Wipe
from docdesk.ui.look.look import Look
from docdesk.ui.viewing.badges import paint_focus
from docdesk.ui.viewing.captions import Caption, paint_caption
from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.gestures import Gestures
from docdesk.ui.viewing.marks import Mark, mark_at, paint_marks
from docdesk.ui.viewing.picture import Picture
from docdesk.ui.viewing.pulse import Pulse
from docdesk.ui.viewing.rendering import Canvas, Layer, Screen, rendered
from docdesk.ui.viewing.tiling import Tiling
from docdesk.ui.viewing.tool import Painter, Tool
from docdesk.ui.viewing.wipe_line import is_near, line_through
from docdesk.wording.catalogue import Wording

LEAST_SIDE = 96
"""A view narrower or lower than this, in px, shows nothing that could be judged."""


class View(QWidget):
    """Paints a picture and lets it be moved, zoomed and turned by mouse, touchpad and keyboard.

    Signals: `frame_changed(Frame)` tells every change; `moved` only what the person did here, `layer_moved`
        the same for a second picture that moves alone; `hovered(point | None)` is in picture px;
        `mark_chosen(key)`; `wiped(at)` tells where the line of a wipe was dragged to.
    """

    frame_changed = Signal(object)
    moved = Signal()
    layer_moved = Signal()
    resized = Signal()
    hovered = Signal(object)
    mark_chosen = Signal(str)
    picture_changed = Signal(object)
    wiped = Signal(float)
    focused = Signal()

    def __init__(self, look: Look, wording: Wording, tiling: Tiling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._wording, self._tiling = look, wording, tiling
        self._picture: Picture | None = None
        self._frame = Frame((1, 1), (1.0, 1.0), (0.5, 0.5), 1.0)
        self._layer: Layer | None = None
        self._layer_is_free = False
        self._marks: tuple[Mark, ...] = ()
        self._under: str | None = None
        self._badges: tuple[str, ...] = ()
        self._tool: Tool | None = None
        self._smooth = True
        self._fits = True
        self._flight: Polygon = ()
        self._canvas: Canvas | None = None
        self._gestures = Gestures(self)
        self.above: list[Painter] = []
        self._pulse = Pulse(self)
        self._pulse.stepped.connect(self.update)
        self.setMinimumSize(LEAST_SIDE, LEAST_SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(wording.term("viewing.view.empty"))
        self.setAccessibleDescription(wording.term("viewing.view.keys"))
        look.changed.connect(self.refresh)
        tiling.ready.connect(self.refresh)

    # --- What is shown ---

    @property
    def picture(self) -> Picture | None:
        """The picture that is shown."""
        return self._picture

    @property
    def frame(self) -> Frame:
        """Where the picture lies; of a view without a picture it means nothing."""
        return self._frame

    @property
    def layer(self) -> Layer | None:
        """The second picture in this view."""
        return self._layer

    @property
    def tool(self) -> Tool | None:
        """The tool that has the left mouse button."""
        return self._tool

    @property
    def fits(self) -> bool:
        """Whether the picture keeps fitting when the view changes its size."""
        return self._fits

    @property
    def smooth(self) -> bool:
        """Whether enlarged pixels are interpolated."""
        return self._smooth

    def set_picture(self, picture: Picture | None, frame: Frame | None = None, *, fits: bool = False) -> None:
        """Show a picture: through `frame`, or as the one before it if it has the same size, or fitted."""
        before, self._picture = self._picture, picture
        same = before is not None and picture is not None and before.image.size == picture.image.size
        if before is None or picture is None or before.key != picture.key:
            self._flight = ()
        name = self._wording.term("viewing.view.empty")
        if picture is not None:
            name = self._wording.say(Message.of("viewing.view.name", title=picture.title))
            if frame is not None:
                self._frame, self._fits = frame, fits
            elif not same:
                self._frame, self._fits = Frame.fitting(picture.image.size, self._size()), True
        self.setAccessibleName(name)
        self.refresh()
        self.picture_changed.emit(picture)
        self.frame_changed.emit(self._frame)

    def set_frame(self, frame: Frame, *, fits: bool = False) -> None:
        """Show the picture so; `fits` lets it fit again when the view changes its size."""
        self._fits, self._flight = fits, ()
        if frame != self._frame:
            self._frame = frame
            self.refresh()
            self.frame_changed.emit(frame)

    def set_layer(self, layer: Layer | None, *, free: bool = False) -> None:
        """Show a second picture with the first, None for the first alone; a `free` one is what gestures
        move."""
        if (layer, free) != (self._layer, self._layer_is_free):
            self._layer, self._layer_is_free = layer, free and layer is not None
            self.refresh()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks over the picture."""
        self._marks = tuple(marks)
        self._under = None
        self.update()

    def set_badges(self, badges: Sequence[str]) -> None:
        """Say these words in the corner, after the picture's title and zoom."""
        if tuple(badges) != self._badges:
            self._badges = tuple(badges)
            self.update()

    def set_tool(self, tool: Tool | None) -> None:
        """Give the left mouse button and the keys to a tool, or take them back."""
        self._tool = tool
        self._show_cursor(None)
        self.update()

    def set_smooth(self, *, smooth: bool) -> None:
        """Interpolate enlarged pixels, or show them as squares."""
        if smooth != self._smooth:
            self._smooth = smooth
            self.refresh()

    # --- Moving ---

    def pan(self, by: Point) -> None:
        """Move the picture by so many px of the view."""
        self._go(self._active.panned(by))

    def zoom_by(self, factor: float, about: Point | None = None) -> None:
        """Zoom by a factor about a point of the view, the middle by default."""
        self._go(self._active.zoomed(factor, about or (self.width() / 2, self.height() / 2)))

    def turn(self, degrees: float) -> None:
        """Turn the picture clockwise; one that fitted still fits."""
        turned = self._active.turned(degrees)
        fits = self._fits and not self._layer_is_free
        self._go(turned.fitted() if fits else turned, fits=fits)

    def fit(self) -> None:
        """Show the whole picture, also when the view changes its size."""
        self._go(self._active.fitted(), fits=True)

    def one_to_one(self) -> None:
        """Show one pixel of the picture as one of the screen."""
        frame = self._active
        self._go(
            frame.zoomed(1 / self.devicePixelRatioF() / frame.zoom, (self.width() / 2, self.height() / 2))
        )

    def fly_to(self, polygon: Polygon) -> None:
        """Bring a place of the picture to the middle with its surroundings, and let it pulse once."""
        if self._picture is None or not polygon:
            return
        self.set_frame(self._frame.flown_to(polygon))
        self._flight = polygon
        self.moved.emit()
        self._pulse.start(polygon)

    @Slot()
    def refresh(self) -> None:
        """Render the picture again at the next turn of the event loop."""
        self._canvas = None
        self.update()

    @property
    def _active(self) -> Frame:
        return self._layer.frame if self._layer is not None and self._layer_is_free else self._frame

    def _go(self, frame: Frame, *, fits: bool = False) -> None:
        if self._picture is None:
            return
        if self._layer is not None and self._layer_is_free:
            self._layer = Layer(self._layer.picture, frame, self._layer.composition)
            self.refresh()
            self.layer_moved.emit()
            return
        self.set_frame(frame, fits=fits)
        self.moved.emit()

    def _size(self) -> tuple[float, float]:
        return float(max(self.width(), 1)), float(max(self.height(), 1))

    # --- Gestures (see `Movable`) ---

    def point_in_picture(self, point: Point) -> Point:
        """Return which point of the picture lies there in the view."""
        return self._frame.to_picture(point)

    def click(self, point: Point) -> None:
        """Choose the mark at a point of the view, if there is one."""
        mark = mark_at(self._marks, self._frame, point)
        if mark is not None:
            self.mark_chosen.emit(mark.key)

    def on_wipe_line(self, point: Point) -> bool:
        """Return whether a point of the view is on the line of a wipe."""
        return self._wipe is not None and is_near(self._wipe, point, self._size())

    def drag_wipe(self, point: Point) -> None:
        """Tell where the line of the wipe is wanted."""
        if self._wipe is not None:
            self.wiped.emit(line_through(self._wipe, point, self._size()))

    @property
    def _wipe(self) -> Wipe | None:
        how = self._layer.composition if self._layer is not None else None
        return how if isinstance(how, Wipe) else None

    # --- Events ---

    def sizeHint(self) -> QSize:
        """Return a size in which a document is seen as a whole."""
        return QSize(640, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is in the middle, or keep fitting, or keep what was flown to."""
        super().resizeEvent(event)
        self._canvas = None
        if self._picture is None:
            return
        frame = self._frame.resized(self._size())
        self._frame = frame.fitted() if self._fits else frame
        if self._flight:
            self._frame = self._frame.flown_to(self._flight)
        self.frame_changed.emit(self._frame)
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag, or let the tool begin."""
        if self._picture is not None:
            self._gestures.press(event, self._tool)
            self._show_cursor((event.position().x(), event.position().y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag on, let the tool go on, and tell where the mouse is."""
        if self._picture is None:
            return
        self._gestures.move(event, self._tool)
        point = event.position().x(), event.position().y()
        mark = mark_at(self._marks, self._frame, point) if self._tool is None else None
        if (mark.key if mark else None) != self._under:
            self._under = mark.key if mark else None
            self.update()
        self._show_cursor(point)
        self.hovered.emit(self._frame.to_picture(point))
        if self._tool is not None:
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        if self._picture is not None:
            self._gestures.release(event)
            self._show_cursor((event.position().x(), event.position().y()))
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the cursor."""
        self._gestures.wheel(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the key to the tool, else move by arrows."""
        if self._tool is not None and self._tool.key(event):
            self.update()
        elif not self._gestures.arrow(event, (self.width(), self.height())):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow two fingers on a touchpad; everything else as ever."""
        if isinstance(event, QNativeGestureEvent) and self._gestures.pinch(event):
            return True
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.refresh()
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse is gone."""
        super().leaveEvent(event)
        self._under = None
        self.hovered.emit(None)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are meant for this view."""
        super().focusInEvent(event)
        self.focused.emit()

    def _show_cursor(self, point: Point | None) -> None:
        if self._wipe is not None and point is not None and self.on_wipe_line(point):
            shapes = Qt.CursorShape
            self.setCursor(shapes.SplitVCursor if self._wipe.below else shapes.SplitHCursor)
        elif self._gestures.moving:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._tool is not None:
            self.setCursor(self._tool.cursor())
        elif self._under is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.setCursor(Qt.CursorShape.CrossCursor)

    # --- Painting ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, then everything above it."""
        painter = QPainter(self)
        if self._picture is None:
            painter.fillRect(self.rect(), QColor(self._look.theme.stage))
        else:
            painter.drawImage(QPointF(0, 0), self._rendered(self._picture))
            self._paint_above(painter, self._picture)
        if self.hasFocus():
            paint_focus(painter, self._look.theme, *self._size())
        painter.end()

    def _rendered(self, picture: Picture) -> QImage:
        if self._canvas is None:
            ratio = self.devicePixelRatioF()
            screen = Screen((self.width(), self.height()), ratio, QColor(self._look.theme.stage))
            layer, tiling = self._layer, self._tiling
            pixels = rendered(picture, self._frame, layer, screen, tiling, smooth=self._smooth)
            self._canvas = Canvas(pixels, ratio)
        return self._canvas.image

    def _paint_above(self, painter: QPainter, picture: Picture) -> None:
        for each in self.above:
            painter.save()
            each.paint(painter, self._frame, picture)
            painter.restore()
        painter.save()
        paint_marks(painter, self._marks, self._frame, self._look, self._under)
        self._pulse.paint(painter, self._frame, QColor(self._look.theme.accent))
        painter.restore()
        if self._tool is not None:
            painter.save()
            self._tool.paint(painter, self._frame)
            painter.restore()
        caption = Caption(picture, self._frame, self._layer, self._badges, self.devicePixelRatioF())
        paint_caption(painter, caption, self._look.theme, self._wording)
