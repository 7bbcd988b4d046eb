"""One filter of the stack as a card: on or off, its parameters, its place."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from docdesk.imaging.filters.filter import Filter
from docdesk.imaging.filters.levels import Levels
from docdesk.imaging.filters.stack import Entry
from docdesk.ui.look.icons import icon
from docdesk.ui.look.style import STEP, faint
from docdesk.ui.viewing.filters_parameters import controls
from docdesk.ui.viewing.filters_words import filter_name
from docdesk.wording.catalogue import Wording


class FilterCard(QFrame):
    """Shows one entry of a stack and tells what a person wants of it.

    Signals:
        switched(bool): on or off.
        changed(Filter, int): other parameters; equal numbers belong to one gesture.
        moved(int): one place up (-1) or down (1).
        removed(): away with it.
        automatic_wanted(): find the parameters for this picture.
        entered(): one of its controls got the focus.
    """

    switched = Signal(bool)
    changed = Signal(object, int)
    moved = Signal(int)
    removed = Signal()
    automatic_wanted = Signal()
    entered = Signal()

    def __init__(
        self, entry: Entry, wording: Wording, tool_tips: tuple[str, str, str], parent: QWidget | None = None
    ) -> None:
        """Make the card; `tool_tips` are those of its buttons up, down and remove, with their keys."""
        super().__init__(parent)
        self._filter: Filter = entry.filter
        self._gesture = 0
        self._wording = wording
        name = filter_name(entry.filter, wording)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP // 2, STEP // 2, STEP)
        column.setSpacing(STEP // 2)
        column.addLayout(self._header(name, tool_tips))
        self._body = QWidget(self)
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, STEP // 2, 0)
        grid.setVerticalSpacing(STEP // 2)
        self._controls = controls(entry.filter, wording, grid, self._body)
        self._no_colours = faint(wording.term("filter.no_colours"), self)
        column.addWidget(self._body)
        column.addWidget(self._no_colours)
        self._no_colours.hide()
        self._automatic = self._automatic_button(grid)
        self._connect()
        self.show_entry(entry)

    @property
    def kind(self) -> type[Filter]:
        """Which filter it is."""
        return type(self._filter)

    def show_entry(self, entry: Entry) -> None:
        """Show the values of an entry with the same kind of filter."""
        self._filter = entry.filter
        self._on.setChecked(entry.on)
        self._body.setEnabled(entry.on)
        for name, control in self._controls:
            control.show_value(getattr(entry.filter, name))

    def set_place(self, *, first: bool, last: bool) -> None:
        """Tell where in the stack it stands."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def set_picture(self, *, colour: bool, known: bool) -> None:
        """Tell what the picture offers: whether it has colours, and whether there is one at all."""
        self._no_colours.setVisible(known and not colour and self._filter.name == "channels")
        if self._automatic is not None:
            self._automatic.setEnabled(known)

    def take_focus(self) -> None:
        """Put the focus into the card."""
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that the focus came in; let a wheel over what has no focus scroll the cards, not change it."""
        if event.type() is QEvent.Type.FocusIn:
            self._gesture += 1
            self.entered.emit()
        elif event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget):
            event.ignore()
            return not watched.hasFocus()
        return super().eventFilter(watched, event)

    # --- Making ---

    def _header(self, name: str, tool_tips: tuple[str, str, str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self._on = QCheckBox(name, self)
        font = self._on.font()
        font.setBold(True)
        self._on.setFont(font)
        self._on.setToolTip(self._wording.term(f"filter_says.{self._filter.name}"))
        row.addWidget(self._on, 1)
        self.up = self._button("up", tool_tips[0], name)
        self.down = self._button("down", tool_tips[1], name)
        self.remove = self._button("cancel", tool_tips[2], name)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        return row

    def _button(self, drawn: str, tool_tip: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(drawn))
        button.setToolTip(tool_tip)
        button.setAccessibleName(f"{name}: {tool_tip}")
        return button

    def _automatic_button(self, grid: QGridLayout) -> QPushButton | None:
        if not isinstance(self._filter, Levels):
            return None
        button = QPushButton(self._wording.term("filter.automatic"), self._body)
        button.setToolTip(self._wording.term("filter.automatic_says"))
        grid.addWidget(button, grid.rowCount(), 1, 1, 2, Qt.AlignmentFlag.AlignRight)
        return button

    def _connect(self) -> None:
        self._on.clicked.connect(self.switched)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(lambda: self.removed.emit())
        if self._automatic is not None:
            self._automatic.clicked.connect(lambda: self.automatic_wanted.emit())
        for name, control in self._controls:
            control.changed.connect(lambda value, name=name: self._changed(name, value))
            control.taken.connect(self._new_gesture)
        for widget in self.findChildren(QWidget):
            widget.installEventFilter(self)
            if isinstance(widget, QSlider | QAbstractSpinBox | QComboBox):
                widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _new_gesture(self) -> None:
        self._gesture += 1

    def _changed(self, name: str, value: Any) -> None:  # noqa: ANN401 - a number, a word or a switch
        self.changed.emit(self._filter.with_values({name: value}), self._gesture)
