"""Waits until Qt has freed a widget that was closed."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid


def wait_until_freed(qtbot: QtBot, widget: QWidget) -> None:
    """Wait; the test fails if the widget is still there after a while."""
    qtbot.waitUntil(lambda: not isValid(widget))
