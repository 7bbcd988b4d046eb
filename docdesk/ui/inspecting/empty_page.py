"""What the workspace shows before there is a document: what it is for, where to begin, a sample to try."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from docdesk.ui.look.icons import icon
from docdesk.ui.look.style import STEP, TITLE, faint, heading
from docdesk.wording.catalogue import Wording

WIDTH = 560
"""A line of text of about 80 characters, which reads well."""


class EmptyPage(QWidget):
    """Teaches in three sentences and begins with one button."""

    sample_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._column = QWidget(self)
        self._column.setMaximumWidth(WIDTH)
        column = QVBoxLayout(self._column)
        column.setSpacing(2 * STEP)
        column.addWidget(heading(wording.term("empty.title"), self._column, size=TITLE))
        column.addWidget(self._text("empty.what"))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(STEP)
        column.addLayout(self._buttons)
        self._again_row = QHBoxLayout()
        column.addLayout(self._again_row)
        self.lacking = QLabel(self._column)
        self.lacking.setWordWrap(True)
        self.lacking.hide()
        column.addWidget(self.lacking)
        column.addWidget(faint(wording.term("empty.limits"), self._column))
        self.sample = QPushButton(wording.term("empty.sample"), self._column)
        self.sample.clicked.connect(self.sample_wanted)
        self.again = QPushButton(wording.term("empty.again"), self._column)
        self.again.clicked.connect(self.again_wanted)
        self.again.hide()
        # In a row of its own: three buttons side by side do not fit in every language.
        self._again_row.addWidget(self.again)
        self._again_row.addStretch(1)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(self._column, 4, Qt.AlignmentFlag.AlignVCenter)
        outer.addStretch(1)

    def set_begin(self, begin: QAction) -> None:
        """Show the button that begins."""
        self.begin = QPushButton(begin.text(), self._column)
        self.begin.setDefault(True)
        self.setFocusProxy(self.begin)
        self.begin.setToolTip(begin.toolTip())
        self.begin.setIcon(icon("open", QPalette.ColorRole.HighlightedText))
        self.begin.clicked.connect(begin.trigger)
        for button in (self.begin, self.sample):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def offer_again(self, count: int) -> None:
        """Offer to open what was open when the window was closed."""
        self.again.setVisible(count > 0)

    def tell_lacking(self, sentence: str) -> None:
        """Say what this computer lacks so that nothing can be read."""
        self.lacking.setText(sentence)
        self.lacking.setVisible(bool(sentence))

    def _text(self, key: str) -> QLabel:
        label = QLabel(self._wording.term(key), self._column)
        label.setWordWrap(True)
        return label
