"""Linked views: what one does, the others do, each through its own picture's link."""

from functools import partial

from PySide6.QtCore import QObject

from docdesk.ui.viewing.frame import Frame
from docdesk.ui.viewing.links import Links
from docdesk.ui.viewing.picture import Picture
from docdesk.ui.viewing.rendering import Layer
from docdesk.ui.viewing.view import View


class Linking(QObject):
    """Keeps the views of a desk on the same spot; one picture at a time may be `free` and move alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.links = Links()
        self._views: list[View] = []
        self._leader: View | None = None
        self._free = ""
        self._carrying = False

    @property
    def free(self) -> str:
        """The key of the picture that moves alone, "" where all are linked."""
        return self._free

    @property
    def leader(self) -> View | None:
        """The view that the others follow, None where there is none to follow."""
        return self._leading()

    def add(self, view: View) -> None:
        """Link a view with the others from now on."""
        self._views.append(view)
        view.moved.connect(partial(self._moved, view))
        view.layer_moved.connect(partial(self._layer_moved, view))
        view.resized.connect(partial(self._resized, view))

    def frame_for(self, picture: Picture, view: View) -> Frame | None:
        """Return the frame in which a view shows a picture as the others show theirs; None where none do."""
        leader = self._leading()
        if leader is None or leader.picture is None:
            return None
        link = self.links.between(picture.key, leader.picture.key)
        size = float(max(view.width(), 1)), float(max(view.height(), 1))
        return leader.frame.through(link, picture.image.size, size)

    def layer_frame(self, view: View, picture: Picture) -> Frame:
        """Return where a second picture lies in a view that shows another."""
        if view.picture is None:
            return Frame.fitting(picture.image.size, view.frame.view)
        link = self.links.between(picture.key, view.picture.key)
        return view.frame.through(link, picture.image.size, view.frame.view)

    def unlock(self, key: str) -> None:
        """Let a picture move alone; the one that did so until now is locked."""
        self.lock()
        self._free = key
        leader = self._leader
        if leader is not None and leader.picture is not None and leader.picture.key == key:
            self._leader = next((view for view in self._shown() if view is not leader), leader)

    def lock(self) -> None:
        """Link the free picture again as it lies now: nothing moves on the screen."""
        key, self._free = self._free, ""
        alone = next((view for view in self._shown() if view.picture and view.picture.key == key), None)
        other = next((view for view in self._shown() if view is not alone), None)
        if alone is not None and other is not None and other.picture is not None:
            self.links = self.links.as_seen(key, alone.frame, other.picture.key, other.frame)

    def follow(self) -> None:
        """Bring all views to where the leader is, after links or pictures changed."""
        leader = self._leading()
        if leader is not None:
            self._carry(leader)

    def lead(self, view: View | None) -> None:
        """Let the others follow this view from now on."""
        self._leader = view

    def _leading(self) -> View | None:
        shown = self._shown()
        if self._leader not in shown:
            self._leader = next((view for view in shown if not self._is_free(view)), None)
        return self._leader

    def _shown(self) -> list[View]:
        """Return the views with a linked picture; one that still shows what is gone leads nobody."""
        return [
            view for view in self._views if view.picture is not None and self.links.know(view.picture.key)
        ]

    def _is_free(self, view: View) -> bool:
        return bool(self._free) and view.picture is not None and view.picture.key == self._free

    def _moved(self, view: View) -> None:
        if not self._is_free(view) and not self._carrying:
            self._leader = view
            self._carry(view)

    def _resized(self, view: View) -> None:
        if view is self._leading():
            self._carry(view)
        elif view.picture is not None and not self._is_free(view) and self._leader is not None:
            frame = self.frame_for(view.picture, view)
            if frame is not None:
                view.set_frame(frame, fits=self._leader.fits)
            self._carry_layer(view)

    def _layer_moved(self, view: View) -> None:
        if view.layer is not None and view.picture is not None:
            layer = view.layer
            self.links = self.links.as_seen(layer.picture.key, layer.frame, view.picture.key, view.frame)

    def _carry(self, leader: View) -> None:
        self._carrying = True
        try:
            self._carry_layer(leader)
            for view in self._shown():
                if view is not leader and not self._is_free(view) and view.picture is not None:
                    frame = self.frame_for(view.picture, view)
                    if frame is not None:
                        view.set_frame(frame, fits=leader.fits)
                    self._carry_layer(view)
        finally:
            self._carrying = False

    def _carry_layer(self, view: View) -> None:
        layer = view.layer
        # A layer whose picture is gone is taken off as soon as the views are dressed anew.
        if layer is not None and self.links.know(layer.picture.key):
            frame = self.layer_frame(view, layer.picture)
            free = layer.picture.key == self._free
            view.set_layer(Layer(layer.picture, frame, layer.composition), free=free)
