"""The row at the foot of the window: values below the cursor at left, work under way at right."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Progress
from docdesk.ui.look.elided import ElidedLabel
from docdesk.ui.look.icons import icon
from docdesk.ui.look.style import STEP
from docdesk.wording.catalogue import Wording

SAID_MS = 8000
"""How long a sentence stays that need not be answered: time to look up from a document and read it twice."""

BAR_WIDTH, BAR_HEIGHT = 120, 6
"""Device-independent px: wide enough to see a hundredth of the way."""


class ProgressPlace(QWidget):
    """What is being done, how far it is, and a button that stops it; not to be seen while nothing is done."""

    stop_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._doing = QLabel(self)
        self._far = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(wording.term("progress.name"))
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(BAR_WIDTH, BAR_HEIGHT)
        self._stop = QToolButton(self)
        self._stop.setIcon(icon("cancel"))
        self._stop.setAccessibleName(wording.term("progress.stop"))
        self._stop.clicked.connect(self.stop_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        for part in (self._doing, self._far, self._bar, self._stop):
            row.addWidget(part)
        self.hide()

    def follow(self, stop: QAction) -> None:
        """Let the button tell the key of the action that does the same."""
        self._stop.setToolTip(stop.toolTip())

    @Slot(object)
    def tell(self, progress: Progress) -> None:
        """Show how far the work is; with a total of 0 only what is done is told."""
        doing = self._wording.say(progress.doing or Message("progress.working"))
        far = self._wording.say(Message.of("progress.of", done=progress.done, total=progress.total))
        known = progress.total > 0
        self._doing.setText(doing)
        self._far.setText(far if known else "")
        self._bar.setVisible(known)
        if known:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(min(progress.done, progress.total))
        self.show()

    @Slot()
    def rest(self) -> None:
        """Show nothing: no work is under way."""
        self.hide()


class StatusRow(QStatusBar):
    """The foot of the window."""

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = ProgressPlace(wording, self)
        self._left = ElidedLabel(parent=self)
        self._values = ""
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(SAID_MS)
        self._said.timeout.connect(self._show_values)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(STEP, 0, STEP, 0)
        self.addWidget(self._left, 1)
        self.addPermanentWidget(self.progress)

    @property
    def shown(self) -> str:
        """What stands at the left."""
        return self._left.text()

    @Slot(str)
    def tell_values(self, values: str) -> None:
        """Show what lies below the cursor; it gives way to a sentence that was just said."""
        self._values = values
        if not self._said.isActive():
            self._show_values()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Show a sentence for a while, then the values again."""
        self._left.setText(sentence)
        self._said.start()

    @Slot()
    def _show_values(self) -> None:
        self._left.setText(self._values)
