"""Aligning two pictures by three points, from the first click to the link or to giving up."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor

from docdesk.foundation.messages import Message
from docdesk.imaging.aligning import Unalignable
from docdesk.ui.look.look import Look
from docdesk.ui.viewing.three_points import POINTS, PointTool, ThreePoints
from docdesk.ui.viewing.tool import Tool
from docdesk.ui.viewing.view import View
from docdesk.wording.catalogue import Wording


class Aligning(QObject):
    """Lends two views a tool for the points; `told` says how far it is, `found` the mapping of the second.

    `ended` comes once, whether it was found or given up; the views have their own tools back by then.
    """

    told = Signal(str)
    found = Signal(str, str, object)
    ended = Signal()

    def __init__(self, look: Look, wording: Wording, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._wording = look, wording
        self._points: ThreePoints | None = None
        self._lent: list[tuple[View, Tool | None]] = []

    @property
    def running(self) -> bool:
        """Whether points are being set."""
        return self._points is not None

    def start(self, first: View, second: View) -> None:
        """Let three points be set in each of two views."""
        if first.picture is None or second.picture is None:
            return
        points = ThreePoints(first.picture.key, second.picture.key, self)
        self._points = points
        colour = QColor(self._look.theme.accent)
        for view, key in ((first, points.first), (second, points.second)):
            self._lent.append((view, view.tool))
            view.set_tool(PointTool(points, key, colour))
        points.changed.connect(self._tell)
        points.complete.connect(self._settle)
        points.given_up.connect(self.stop)
        first.setFocus()
        self._tell()

    @Slot()
    def stop(self) -> None:
        """Give up, or end: the views get back the tools that they had."""
        if self._points is None:
            return
        self._points.deleteLater()
        self._points = None
        lent, self._lent = self._lent, []
        for view, tool in lent:
            view.set_tool(tool)
        self.ended.emit()

    @Slot()
    def _tell(self) -> None:
        self._say("viewing.align.set")

    def _say(self, key: str) -> None:
        if self._points is None:
            return
        titles = [view.picture.title if view.picture else "" for view, _ in self._lent]
        counts = [len(self._points.of(each)) for each in (self._points.first, self._points.second)]
        message = Message.of(
            key, first=titles[0], second=titles[1], here=counts[0], there=counts[1], points=POINTS
        )
        self.told.emit(self._wording.say(message))
        for view, _ in self._lent:
            view.update()

    @Slot()
    def _settle(self) -> None:
        points = self._points
        if points is None:
            return
        try:
            mapping = points.mapping()
        except Unalignable as refused:
            points.clear()
            self._say(f"viewing.align.{refused.why}")
            return
        self.found.emit(points.first, points.second, mapping)
        self.stop()
