"""A hand at the desk of views, and what an eye sees there."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from docdesk.ui.viewing.desk import ViewingDesk
from docdesk.ui.viewing.view import View
from tests.ui.viewing.seen import colour_at

VIS, IR, UV = (60, 60, 60), (120, 120, 120), (200, 200, 200)
PLACE = ((100, 100), (160, 100), (160, 140), (100, 140))


def press(
    desk: ViewingDesk, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    view = desk.views()[0]
    focused = desk.focusWidget() or view
    QTest.keyClick(focused, key, modifiers)


def titles(desk: ViewingDesk) -> list[str]:
    return [view.picture.title for view in desk.views() if view.picture]


def off_middle(view: View) -> tuple[float, float]:
    """A spot that no badge, line or mark covers."""
    return view.width() / 2 + 40, view.height() / 2 + 30


def seen(desk: ViewingDesk, number: int = 0) -> tuple[int, int, int]:
    view = desk.views()[number]
    return colour_at(view, off_middle(view))


def action(desk: ViewingDesk, name: str) -> QAction:
    found = desk.findChild(QAction, f"view.{name}")
    assert found is not None
    return found


def click(view: View, point: tuple[float, float]) -> None:
    x, y = view.frame.to_view(point)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))


def note(desk: ViewingDesk) -> str:
    return next(
        label.text() for label in desk.findChildren(QLabel) if label.isVisible() and len(label.text()) > 30
    )
