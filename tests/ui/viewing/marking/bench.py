"""A view with its markings, and the hand that draws them: what the tests of markings drive."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from docdesk.foundation.geometry import Point
from docdesk.imaging.deep import deepened
from docdesk.ui.background import Background
from docdesk.ui.look.look import Look
from docdesk.ui.undo import UndoStack
from docdesk.ui.viewing.marking.desk import MarkingDesk
from docdesk.ui.viewing.marking.records import Marking
from docdesk.ui.viewing.picture import Picture, Scale
from docdesk.ui.viewing.tiling import Tiling
from docdesk.ui.viewing.view import View
from docdesk.wording.catalogue import Wording

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def picture(key: str, scale: Scale | None = None) -> Picture:
    return Picture(key, key, deepened(np.full((300, 400), 128, np.uint8)), scale)


class Bench:
    """Two views of pictures of 400 x 300 px, shown one to one, with a desk of markings."""

    def __init__(self, qtbot: QtBot, background: Background) -> None:
        self.qtbot = qtbot
        self.host = QWidget()
        qtbot.addWidget(self.host)
        look, wording = Look("light"), Wording()
        tiling = Tiling(background, self.host)
        self.undo = UndoStack(self.host)
        self.desk = MarkingDesk(self.host, wording, self.undo)
        self.views = [View(look, wording, tiling, self.host) for _ in range(2)]
        row = QHBoxLayout(self.host)
        for view in self.views:
            view.setFixedSize(400, 300)
            row.addWidget(view)
        row.addWidget(self.desk.panel)
        self.views[0].set_picture(picture("d/VIS", Scale(10.0, "marking.scale_unknown")))
        self.views[1].set_picture(picture("d/UV"))
        for view in self.views:
            self.desk.attach(view)
        self.hints: list[str] = []
        self.desk.told.connect(self.hints.append)
        with qtbot.waitExposed(self.host):
            self.host.show()
        for view in self.views:
            view.fit()
        self.view.setFocus()

    @property
    def view(self) -> View:
        return self.views[0]

    @property
    def drawn(self) -> tuple[Marking, ...]:
        return self.desk.markings("d/VIS")

    @property
    def table(self) -> QTableView:
        found = self.desk.panel.findChild(QTableView)
        assert isinstance(found, QTableView)
        return found

    @property
    def line(self) -> QLineEdit | None:
        found = [each for each in self.view.findChildren(QLineEdit) if each.isVisible()]
        return found[0] if found else None

    def action(self, name: str) -> QAction:
        found = self.host.findChild(QAction, f"mark.{name}")
        assert isinstance(found, QAction)
        return found

    def mouse(
        self, kind: QEvent.Type, at: Point, keys: Qt.KeyboardModifier = NONE, *, down: bool = True
    ) -> None:
        """Send a mouse event at a point of the first picture, as exactly as a mouse has it."""
        local = QPointF(*self.view.frame.to_view(at))
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
        buttons = LEFT if down else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, local, self.view.mapToGlobal(local), button, buttons, keys)
        QApplication.sendEvent(self.view, event)

    def click(self, *points: Point, keys: Qt.KeyboardModifier = NONE) -> None:
        for at in points:
            self.mouse(QEvent.Type.MouseMove, at, keys, down=False)
            self.mouse(QEvent.Type.MouseButtonPress, at, keys)
            self.mouse(QEvent.Type.MouseButtonRelease, at, keys, down=False)

    def drag(self, *points: Point, keys: Qt.KeyboardModifier = NONE) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, points[0], keys)
        for at in points[1:]:
            self.mouse(QEvent.Type.MouseMove, at, keys)
        self.mouse(QEvent.Type.MouseButtonRelease, points[-1], keys, down=False)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            self.qtbot.keyClick(self.view, key, keys)


def near(points: tuple[Point, ...]) -> list[tuple[float, float]]:
    return [(round(x, 3), round(y, 3)) for x, y in points]
