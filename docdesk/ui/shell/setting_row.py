"""One setting in the dialog: its name, its field, what it means, how to take it back, and what is wrong."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.settings.kinds import Language, OneOf
from docdesk.settings.settings import Setting
from docdesk.ui.look.icons import icon
from docdesk.ui.look.style import STEP, faint
from docdesk.ui.shell.setting_fields import field_for, language_name
from docdesk.wording.catalogue import Wording

MARK = 16
"""Device-independent px of the mark before a remark."""


class Remark(QWidget):
    """One sentence that says what is wrong, with a mark before it; takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = QLabel(self)
        mark.setPixmap(icon("warning").pixmap(MARK, MARK))
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        font = self._sentence.font()
        font.setBold(True)
        self._sentence.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self.hide()

    @property
    def said(self) -> str:
        """The sentence, "" where there is none."""
        return self._sentence.text()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._sentence.setText(sentence)
        self.show()

    def clear(self) -> None:
        """Show none."""
        self._sentence.clear()
        self.hide()


class SettingRow(QObject):
    """Holds what belongs to one setting; `add_to` lays it out."""

    changed = Signal()

    def __init__(
        self,
        setting: Setting[Any],
        value: object,
        languages: Sequence[str],
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setting = setting
        self.name = wording.term(f"setting.{setting.name}")
        self.field = field_for(setting, languages, wording)
        self._means = faint(wording.term(f"setting.{setting.name}.means"))
        self.remark = Remark()
        self._reset = QToolButton()
        self._reset.setIcon(icon("reset"))
        default = _in_words(setting, wording)
        reset = wording.say(Message.of("settings.reset", setting=self.name, default=default))
        self._reset.setToolTip(reset)
        self._reset.setAccessibleName(reset)
        self._reset.clicked.connect(self.reset)
        self.field.show_value(value)
        self.field.changed.connect(self._changed)
        self._changed()

    def value(self) -> object:
        """Return what is entered.

        Raises:
            WrongUse: it is no value of the setting.
        """
        return self.field.value()

    @Slot()
    def reset(self) -> None:
        """Show the default."""
        self.field.show_value(self.setting.default)
        self.field.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with what is entered."""
        self.remark.say(sentence)
        self.field.setFocus()

    def add_to(self, grid: QGridLayout) -> None:
        """Lay the setting out below what the grid holds."""
        row = grid.rowCount()
        label = QLabel(self.name)
        label.setBuddy(self.field.editor)
        high = self.field.sizeHint().height() > 2 * self._reset.sizeHint().height()
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop if high else Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.field, row, 1)
        grid.addWidget(self._reset, row, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._means, row + 1, 1, 1, 2)
        grid.addWidget(self.remark, row + 2, 1, 1, 2)
        grid.setRowMinimumHeight(row + 3, STEP)

    @Slot()
    def _changed(self) -> None:
        self.remark.clear()
        try:
            self._reset.setEnabled(self.value() != self.setting.default)
        except WrongUse:
            self._reset.setEnabled(True)
        self.changed.emit()


def _in_words(setting: Setting[Any], wording: Wording) -> str:
    """Return the default of a setting as it is shown to people."""
    if setting.default in ("", (), {}):
        return wording.term("settings.nothing")
    if isinstance(setting.accepts, OneOf):
        return wording.term(f"setting.{setting.name}.{setting.default}")
    if isinstance(setting.accepts, Language):
        return language_name(setting.default)
    return str(setting.default)
