"""The panel of display filters: the stack as it is seen, changed, saved and put back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from docdesk.imaging.deep import DeepImage
from docdesk.imaging.filters.filter import Filter
from docdesk.imaging.filters.kinds import KINDS
from docdesk.imaging.filters.levels import Levels, automatic
from docdesk.imaging.filters.stack import Entry, Stack
from docdesk.ui.actions import action
from docdesk.ui.background import Background, Job
from docdesk.ui.look.icons import icon
from docdesk.ui.look.style import STEP, faint
from docdesk.ui.undo import UndoStack
from docdesk.ui.viewing.filters_card import FilterCard
from docdesk.ui.viewing.filters_hold import HoldOriginal
from docdesk.ui.viewing.filters_model import FilterModel
from docdesk.ui.viewing.filters_presets_bar import PresetBar
from docdesk.ui.viewing.picture import Picture
from docdesk.wording.catalogue import Wording

ENOUGH_PIXELS = 200_000
"""The smallest copy of a picture with so many pixels is enough to find its levels from."""


class FiltersPanel(QWidget):
    """The stack of display filters.

    Signals:
        stack_changed(Stack): what views are to show from now on; the empty stack while the original is seen.
    """

    stack_changed = Signal(object)

    def __init__(
        self,
        wording: Wording,
        undo: UndoStack,
        background: Background,
        presets: Path,
        keys_in: QWidget,
    ) -> None:
        """Make the panel.

        Args:
            wording: says everything.
            undo: takes every change; its undo and redo are somebody else's keys.
            background: works on files and pictures off the UI thread.
            presets: the folder of presets; made when the first is saved.
            keys_in: the widget within which the keys act, the desk of views.
        """
        super().__init__(keys_in)
        self._wording = wording
        self._background = background
        self._picture: Picture | None = None
        self._finding: Job | None = None
        self._cards: list[FilterCard] = []
        self._current = 0
        self.model = FilterModel(wording, undo, self)
        self._hold = HoldOriginal(self.model, Qt.Key.Key_H, self)
        self._bar = PresetBar(self.model, wording, background, presets, self)
        self._make_actions(keys_in)
        self._lay_out()
        self.model.chosen.connect(self._show)
        self.model.shown.connect(self.stack_changed)
        self._show(self.model.stack)

    @property
    def stack(self) -> Stack:
        """What views are to show now."""
        return Stack() if self.model.original else self.model.stack

    def set_picture(self, picture: Picture | None) -> None:
        """Tell which picture is looked at: automatic levels are found from it."""
        self._picture = picture
        if self._finding is not None:
            self._finding.cancel()
        self._tell_cards()

    # --- Making ---

    def _make_actions(self, keys_in: QWidget) -> None:
        make = partial(action, keys_in, self._wording)
        self._adding = tuple(
            make(f"filter.add_{kind.name}", partial(self._add, kind), icon=icon("add")) for kind in KINDS
        )
        for kind, adding in zip(KINDS, self._adding, strict=True):
            adding.setToolTip(self._wording.term(f"filter_says.{kind.name}"))
        self._original = make("filter.original", self._hold.begin, keys=("H",), icon=icon("eye"))
        self._original.setAutoRepeat(False)
        self._reset = make("filter.reset", self.model.reset, keys=("Backspace",), icon=icon("reset"))
        here = partial(action, self, self._wording)
        self._up = here("filter.move_up", lambda: self._move(self._current, -1), keys=("Alt+Up",))
        self._down = here("filter.move_down", lambda: self._move(self._current, 1), keys=("Alt+Down",))
        self._remove = here("filter.remove", lambda: self._take_away(self._current), keys=("Alt+Delete",))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addLayout(self._top())
        column.addWidget(self._bar)
        self._empty = faint(self._wording.term("filter.none"), self)
        column.addWidget(self._empty)
        self._stacked = QVBoxLayout()
        self._stacked.setSpacing(STEP)
        column.addLayout(self._stacked)
        column.addStretch(1)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(STEP // 2)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions(list(self._adding))
        self._add_button = QPushButton(icon("add"), self._wording.term("filter.add"), self)
        self._add_button.clicked.connect(lambda: menu.popup(_below(self._add_button)))
        presets = QPushButton(self._wording.term("filter.presets"), self)
        presets.clicked.connect(lambda: self._bar.open_menu(_below(presets)))
        self._eye = _tool_button(self._original, self)
        self._eye.pressed.connect(lambda: self.model.look_at_original(on=True))
        self._eye.released.connect(lambda: self.model.look_at_original(on=False))
        reset = _tool_button(self._reset, self)
        reset.clicked.connect(self.model.reset)
        self._reset_button = reset
        row.addWidget(self._add_button)
        row.addWidget(presets)
        row.addStretch(1)
        row.addWidget(self._eye)
        row.addWidget(reset)
        return row

    # --- What a person does ---

    def _add(self, kind: type[Filter]) -> None:
        self._current = len(self.model.stack.entries)
        self.model.add(kind())

    def _move(self, index: int, by: int) -> None:
        if 0 <= index < len(self._cards) and 0 <= index + by < len(self._cards):
            self._current = index + by
            self.model.move(index, index + by)

    def _take_away(self, index: int) -> None:
        if 0 <= index < len(self._cards):
            self._current = min(index, len(self._cards) - 2)
            self.model.remove(index)

    def _find_automatic(self, index: int) -> None:
        """Find levels for the picture as the filters below this one show it."""
        if self._picture is None:
            return
        image = self._picture.image
        below = Stack(self.model.stack.entries[:index])

        def found(levels: Levels) -> None:
            entries = self.model.stack.entries
            if index < len(entries) and isinstance(entries[index].filter, Levels):
                self.model.change(index, levels)

        self._finding = self._background.run(lambda _cancellation: automatic_levels(image, below), done=found)

    # --- What is shown ---

    def _show(self, stack: Stack) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and any(card.isAncestorOf(focused) for card in self._cards)
        if [type(entry.filter) for entry in stack.entries] != [card.kind for card in self._cards]:
            self._rebuild(stack.entries)
            if had_focus and self._cards:
                self._cards[max(0, min(self._current, len(self._cards) - 1))].take_focus()
            elif had_focus:
                self._add_button.setFocus()
        for card, entry in zip(self._cards, stack.entries, strict=True):
            card.show_entry(entry)
        self._empty.setVisible(not stack.entries)
        self._add_button.setEnabled(not stack.full)
        for adding in self._adding:
            adding.setEnabled(not stack.full)
        for needing in (self._original, self._reset, self._up, self._down, self._remove):
            needing.setEnabled(bool(stack.entries))
        self._eye.setEnabled(bool(stack.entries))
        self._reset_button.setEnabled(bool(stack.entries))

    def _rebuild(self, entries: tuple[Entry, ...]) -> None:
        # The focus wanders through what is being hidden; where it ends is decided afterwards.
        for card in self._cards:
            card.entered.disconnect()
        for card in self._cards:
            self._stacked.removeWidget(card)
            card.hide()
            card.deleteLater()
        tool_tips = self._up.toolTip(), self._down.toolTip(), self._remove.toolTip()
        self._cards = [FilterCard(entry, self._wording, tool_tips, self) for entry in entries]
        for index, card in enumerate(self._cards):
            self._stacked.insertWidget(index, card)
            card.show()
            card.set_place(first=index == 0, last=index == len(entries) - 1)
            card.switched.connect(partial(self._switched, index))
            card.changed.connect(partial(self.model.change, index))
            card.moved.connect(partial(self._move, index))
            card.removed.connect(partial(self._take_away, index))
            card.automatic_wanted.connect(partial(self._find_automatic, index))
            card.entered.connect(partial(self._entered, index))
        self._tell_cards()

    def _tell_cards(self) -> None:
        known = self._picture is not None
        colour = self._picture is not None and self._picture.image.original.ndim == 3
        for card in self._cards:
            card.set_picture(colour=colour, known=known)

    def _switched(self, index: int, on: bool) -> None:  # noqa: FBT001 - as the signal hands it over
        self.model.switch(index, on=on)

    def _entered(self, index: int) -> None:
        self._current = index


def automatic_levels(image: DeepImage, below: Stack) -> Levels:
    """Return the levels that use the whole range for a picture as a stack of filters shows it."""
    fine = [level for level in image.levels if level.shape[0] * level.shape[1] >= ENOUGH_PIXELS]
    level = fine[-1] if fine else image.levels[0]
    return automatic(below.apply(level, level.shape[1] / image.size[0]))


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(0, widget.height()))


def _tool_button(of: QAction, parent: QWidget) -> QToolButton:
    """Return a button that looks like an action and does what is connected to it."""
    button = QToolButton(parent)
    button.setIcon(of.icon())
    button.setToolTip(of.toolTip())
    button.setAccessibleName(of.text())
    return button
