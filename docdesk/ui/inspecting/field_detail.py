"""One field unfolded: where it stands, what is printed there, what it means, how its digit comes about."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from docdesk.foundation.messages import Message
from docdesk.ui.inspecting.digit_table import DigitTable
from docdesk.ui.inspecting.field_entries import FieldEntry
from docdesk.ui.inspecting.reasons_panel import ReasonsPanel
from docdesk.ui.look.look import Look
from docdesk.ui.look.style import STEP, TITLE, faint, heading
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign


class FieldDetail(QWidget):
    """Shows a `FieldEntry`."""

    def __init__(self, wording: Wording, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._look = look
        self._title = heading("", self)
        self._place = faint("", self)
        self._printed = QLabel(self)
        self._printed.setTextFormat(Qt.TextFormat.RichText)
        self._printed.setWordWrap(True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * TITLE)
        self._printed.setFont(font)
        self._meaning = QLabel(self)
        self._meaning.setWordWrap(True)
        self._found = ReasonsPanel(wording, look, self)
        self._works = faint(wording.term("fields.digit_works"), self)
        self._table = DigitTable(wording, self)
        self._sum = QLabel(self)
        self._sum.setWordWrap(True)
        self._rule = faint(wording.term("fields.rule"), self)
        for label in (self._title, self._place, self._meaning, self._sum):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self._printed, self._meaning, self._sum):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        whole = QVBoxLayout(self)
        whole.setSpacing(STEP // 2)
        said: tuple[QWidget, ...] = (self._title, self._place, self._printed, self._meaning, self._found)
        for widget in said:
            whole.addWidget(widget)
        whole.addSpacing(STEP)
        for widget in (self._works, self._table, self._sum, self._rule):
            whole.addWidget(widget)
        whole.addStretch(1)

    def show_entry(self, entry: FieldEntry) -> None:
        """Show this field or check digit."""
        say = self._wording
        self._title.setText(entry.label)
        self._place.setText(entry.place)
        self._printed.setText(self._marked(entry) or escape(say.term("fields.empty")))
        doubt = say.term("fields.doubt") if entry.doubtful else ""
        self._meaning.setText("\n".join(part for part in (entry.meaning, doubt, *entry.likely) if part))
        self._meaning.setVisible(bool(self._meaning.text()))
        self._found.show_reasons(entry.found or ((None, say.term("fields.nothing_said")),))
        digit = entry.digit
        for widget in (self._works, self._table, self._sum, self._rule):
            widget.setVisible(digit is not None)
        if digit is not None:
            self._table.show_digit(digit)
            ends = Message.of("fields.sum", sum=digit.sum, remainder=digit.remainder, printed=digit.printed)
            sign = Sign.NO_ANOMALY if digit.agrees else Sign.ANOMALY
            self._sum.setText(f"{sign.value} {say.say(ends)}")

    def _marked(self, entry: FieldEntry) -> str:
        """Return what is printed, as rich text, what is in doubt underlined."""
        colour = self._look.theme.sign(Sign.UNDECIDED)
        style = f"color:{colour}; text-decoration:underline"
        return "".join(
            f'<span style="{style}">{escape(char)}</span>' if at in entry.doubtful else escape(char)
            for at, char in enumerate(entry.text)
        )
