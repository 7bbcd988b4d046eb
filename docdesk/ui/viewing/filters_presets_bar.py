"""Saving the stack of filters under a name, and taking it from there."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from docdesk.foundation.errors import DocdeskError
from docdesk.foundation.messages import Message
from docdesk.ui.asking import ask
from docdesk.ui.background import Background
from docdesk.ui.look.style import STEP
from docdesk.ui.viewing import filters_presets as presets
from docdesk.ui.viewing.filters_model import FilterModel
from docdesk.wording.catalogue import Wording

Answer = TypeVar("Answer")


class PresetBar(QWidget):
    """A menu of the presets that there are, a line for the name of a new one, and what came of it.

    It takes no room until there is something to enter or to tell.
    """

    def __init__(
        self,
        model: FilterModel,
        wording: Wording,
        background: Background,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._wording = wording
        self._background = background
        self._folder = folder
        self._taken: frozenset[str] = frozenset()
        self.menu = QMenu(self)
        self._remove_menu = QMenu(wording.term("filter_preset.remove"), self)
        # Owned by the bar, not the menu: the menu is emptied each time.
        self._save_action = QAction(wording.term("filter_preset.save_as"), self)
        self._save_action.triggered.connect(self.ask_for_name)
        self._line = self._name_line()
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addWidget(self._line)
        column.addWidget(self._told)
        self._line.hide()
        self._told.hide()

    def open_menu(self, at: QPoint) -> None:
        """Show, at a place on the screen, the presets and what can be done; the folder is read each time."""
        self._tell("")

        def show(names: tuple[str, ...]) -> None:
            self._fill(names)
            self.menu.popup(at)

        self._run(lambda: presets.names(self._folder), show)

    def ask_for_name(self) -> None:
        """Show the line for the name under which the stack is to be saved."""
        self._tell("")
        self._name.clear()
        self._line.show()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._run(lambda: presets.names(self._folder), self._know)

    def load(self, name: str) -> None:
        """Take the stack of a preset."""
        self._run(lambda: presets.load(self._folder, name), self._model.take)

    def save(self) -> None:
        """Save the stack under the name in the line."""
        name, stack = self._name.text().strip(), self._model.stack
        if not presets.is_name(name):
            self._tell(self._wording.term("filter_preset.no_name"))
            return

        def saved(_nothing: None) -> None:
            self._line.hide()
            self._say("filter_preset.saved", name)

        self._run(lambda: presets.save(self._folder, name, stack), saved)

    def ask_to_remove(self, name: str) -> None:
        """Ask whether a preset is to go, since that cannot be undone."""
        say = self._wording.term
        ask(
            self,
            title=say("filter_preset.remove"),
            sentence=self._wording.say(Message.of("filter_preset.ask_remove", name=name)),
            yes=say("filter_preset.do_remove"),
            no=say("filter_preset.keep"),
            agreed=partial(self._remove, name),
        )

    def event(self, event: QEvent) -> bool:
        """Keep Esc for the line while there is one."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._line.isVisible()
        if escape and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if escape and event.type() is QEvent.Type.KeyPress:
            self._line.hide()
            return True
        return super().event(event)

    # --- Private ---

    def _name_line(self) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP // 2)
        self._name = QLineEdit(line)
        self._name.setMaxLength(presets.LONGEST_NAME)
        self._name.setPlaceholderText(self._wording.term("filter_preset.name"))
        self._name.setAccessibleName(self._wording.term("filter_preset.name"))
        self._save = QPushButton(line)
        for widget in (self._name, self._save):
            row.addWidget(widget)
        self._name.textChanged.connect(self._name_changed)
        self._name.returnPressed.connect(self.save)
        self._save.clicked.connect(self.save)
        self._name_changed()
        return line

    def _name_changed(self) -> None:
        taken = self._name.text().strip().casefold() in self._taken
        self._save.setText(self._wording.term("filter_preset.replace" if taken else "filter_preset.do_save"))

    def _know(self, names: tuple[str, ...]) -> None:
        self._taken = frozenset(map(str.casefold, names))
        self._name_changed()

    def _fill(self, names: tuple[str, ...]) -> None:
        self.menu.clear()
        self._remove_menu.clear()
        for name in names:
            self.menu.addAction(name, lambda name=name: self.load(name))
            self._remove_menu.addAction(name, lambda name=name: self.ask_to_remove(name))
        if not names:
            self.menu.addAction(self._wording.term("filter_preset.none")).setEnabled(False)
        self.menu.addSeparator()
        self.menu.addAction(self._save_action)
        self.menu.addMenu(self._remove_menu)
        self._save_action.setEnabled(bool(self._model.stack.entries))
        self._remove_menu.setEnabled(bool(names))

    def _remove(self, name: str) -> None:
        self._run(
            lambda: presets.remove(self._folder, name), lambda _: self._say("filter_preset.removed", name)
        )

    def _run(self, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        """Work on files on a thread; what goes wrong in a way that can be told is told here."""

        def failed(error: Exception) -> None:
            if not isinstance(error, DocdeskError):
                raise error
            self._tell(self._wording.say(error.message))

        self._background.run(lambda _cancellation: work(), done=done, failed=failed, to_the_end=True)

    def _say(self, key: str, name: str) -> None:
        self._tell(self._wording.say(Message.of(key, name=name)))

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))
