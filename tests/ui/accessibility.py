"""Which controls have no name for those who hear a window instead of seeing it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QTextEdit,
)

OF_ANOTHER = (QScrollBar,)
"""Parts that their owner speaks for."""


def nameless(window: QWidget) -> list[str]:
    """Return the controls in a window, hidden ones too, that no name tells apart: `CLASS below CLASS`.

    A control is whatever is made to be used, or takes the focus from the keyboard.
    """
    return [
        f"{_class(widget)} below {_class(widget.parentWidget())}"
        for widget in (window, *window.findChildren(QWidget))
        if _is_control(widget) and not _name(widget)
    ]


def _is_control(widget: QWidget) -> bool:
    if widget.objectName().startswith("qt_") or isinstance(widget, OF_ANOTHER) or _is_part(widget):
        return False
    by_tab = Qt.FocusPolicy.TabFocus.value & widget.focusPolicy().value
    return isinstance(widget, CONTROLS) or bool(by_tab)


def _is_part(widget: QWidget) -> bool:
    """Whether Qt made the widget inside of a control: the line of a spin box, the header of a table."""
    owner = widget.parentWidget()
    if owner is None or not _class(widget).startswith("Q"):
        return False
    while owner is not None:
        if isinstance(owner, QAbstractItemView | QAbstractSpinBox | QComboBox | QTabBar | QLineEdit):
            return True
        owner = owner.parentWidget()
    # The tab bar of a tab widget has the name of the tab widget.
    return isinstance(widget, QTabBar)


def _name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name).strip() if found is not None else ""


def _class(widget: QWidget | None) -> str:
    return type(widget).__name__ if widget is not None else "nothing"
