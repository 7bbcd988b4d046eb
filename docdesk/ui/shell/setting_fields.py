"""Fields: how each kind of setting is asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from docdesk.settings.kinds import Codes, Folder, Language, OneOf, Whole, Words
from docdesk.settings.settings import Setting
from docdesk.ui.look.icons import icon
from docdesk.ui.look.style import STEP
from docdesk.ui.shell.setting_lines import codes_in, lines_of, words_in
from docdesk.wording.catalogue import Wording

LINES = 4
"""Lines of a list that are seen at once."""


class Field(QWidget):
    """A place where the value of a setting is entered."""

    changed = Signal()

    def __init__(self, editor: QWidget) -> None:
        super().__init__()
        self.editor = editor
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(STEP // 2)
        self.row.addWidget(editor)
        self.setFocusProxy(editor)

    def value(self) -> object:
        """Return what was entered.

        Raises:
            WrongUse: it is no value of the setting; the sentence says why.
        """
        raise NotImplementedError

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - the kind of setting decides
        """Show a value of the setting."""
        raise NotImplementedError


def field_for(setting: Setting[Any], languages: Sequence[str], wording: Wording) -> Field:
    """Return the field that asks for the setting."""
    name = wording.term(f"setting.{setting.name}")
    field: Field
    match setting.accepts:
        case Whole() as kind:
            field = _WholeField(kind)
        case OneOf(values):
            field = _ChoiceField({value: wording.term(f"setting.{setting.name}.{value}") for value in values})
        case Language():
            field = _ChoiceField({code: language_name(code) for code in languages})
        case Folder():
            field = _FolderField(wording)
        case Words() | Codes() as listing:
            field = _LinesField(listing)
        case kind:
            raise TypeError(kind)
    field.editor.setAccessibleName(name)
    field.editor.setAccessibleDescription(wording.term(f"setting.{setting.name}.means"))
    return field


def language_name(code: str) -> str:
    """Return what a language calls itself, its code where Qt does not know it."""
    world = QLocale(QLocale(code).language(), QLocale.Country.World) if "_" not in code else QLocale(code)
    return code if world.language() is QLocale.Language.C else world.nativeLanguageName()


class _Spin(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, which it is meant to scroll."""
        event.ignore()


class _Combo(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, which it is meant to scroll."""
        event.ignore()


class _WholeField(Field):
    def __init__(self, kind: Whole) -> None:
        self._spin = _Spin()
        super().__init__(self._spin)
        self._spin.setRange(kind.least, kind.most)
        self._spin.setMinimumWidth(14 * STEP)
        self._spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._spin.valueChanged.connect(self.changed)
        self.row.addStretch(1)

    def value(self) -> int:
        return self._spin.value()

    def show_value(self, value: int) -> None:
        self._spin.setValue(value)


class _ChoiceField(Field):
    def __init__(self, choices: dict[str, str]) -> None:
        self._combo = _Combo()
        super().__init__(self._combo)
        for value, words in choices.items():
            self._combo.addItem(words, value)
        self._combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._combo.currentIndexChanged.connect(self.changed)
        self.row.addStretch(1)

    def value(self) -> str:
        return str(self._combo.currentData())

    def show_value(self, value: str) -> None:
        index = self._combo.findData(value)
        if index < 0:
            # What stands in the file is kept until another value is chosen.
            self._combo.addItem(value, value)
            index = self._combo.count() - 1
        self._combo.setCurrentIndex(index)


class _FolderField(Field):
    def __init__(self, wording: Wording) -> None:
        self._line = QLineEdit()
        super().__init__(self._line)
        self._wording = wording
        self._line.setPlaceholderText(wording.term("settings.none_watched"))
        self._line.textChanged.connect(self.changed)
        browse = QPushButton(icon("folder"), wording.term("settings.browse"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self.row.addWidget(browse)

    def value(self) -> str:
        return self._line.text().strip()

    def show_value(self, value: str) -> None:
        self._line.setText(value)

    def _browse(self) -> None:
        dialog = QFileDialog(self, self._wording.term("settings.browse"), self.value() or str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._line.setText)
        dialog.open()


class _Lines(QPlainTextEdit):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the dialog."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the height of some lines."""
        return QSize(super().sizeHint().width(), LINES * self.fontMetrics().lineSpacing() + 2 * STEP)


class _LinesField(Field):
    def __init__(self, kind: Words | Codes) -> None:
        self._text = _Lines()
        super().__init__(self._text)
        self._kind = kind
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(self._text.sizeHint().height())
        self._text.textChanged.connect(self.changed)

    def value(self) -> object:
        text = self._text.toPlainText()
        return words_in(text, self._kind) if isinstance(self._kind, Words) else codes_in(text, self._kind)

    def show_value(self, value: object) -> None:
        self._text.setPlainText(lines_of(value))
