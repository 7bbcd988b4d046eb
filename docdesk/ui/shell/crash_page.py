"""The page over the window after a fault: what happened, that nothing is lost, and how to go on."""

import platform
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from docdesk import __version__
from docdesk.foundation.messages import Message
from docdesk.ui.look.look import Look
from docdesk.ui.look.sign import SignLabel
from docdesk.ui.look.style import STEP, TITLE, faint, heading
from docdesk.ui.shell.crash_hook import Fault
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign

TEXT_WIDTH = 80 * STEP
"""Device-independent px: lines that are read at a glance."""


class CrashPage(QFrame):
    """Covers a window until the user goes on; what lies below stays as it is.

    Open dialogs are put aside meanwhile: they lie above the page, and keep its buttons from being pressed.
    """

    close_wanted = Signal()
    left = Signal()
    """The user went on."""

    def __init__(self, over: QWidget, look: Look, wording: Wording) -> None:
        super().__init__(over)
        self._over = over
        self._wording = wording
        self._faults: list[Fault] = []
        self._aside: list[tuple[QWidget, Qt.WindowModality]] = []
        self.setAutoFillBackground(True)
        self._title = heading(wording.term("crash.title"), size=TITLE)
        self._happened = QLabel()
        self._again = faint("")
        self._copied = faint("")
        self._go_on = self._button("crash.go_on", self._leave)
        self._copy = self._button("crash.copy", self._copy_details)
        self._close = self._button("crash.close", self.close_wanted.emit)
        self._go_on.setDefault(True)
        self._lay_out(SignLabel(look, wording, Sign.ABORTED, self))
        over.installEventFilter(self)
        self.hide()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What has happened since the user went on last."""
        return tuple(self._faults)

    def show_fault(self, fault: Fault) -> None:
        """Show the fault; while another is shown it is only counted."""
        self._faults.append(fault)
        if len(self._faults) > 1:
            said = Message.of("crash.again", count=len(self._faults) - 1)
            self._again.setText(self._wording.say(said))
            return
        said = Message.of("crash.happened", kind=fault.kind, where=fault.where)
        self._happened.setText(self._wording.say(said))
        self._again.clear()
        self._copied.clear()
        self._put_dialogs_aside()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._go_on.setFocus()

    def details(self) -> str:
        """Return what a developer needs: versions and where the faults arose, nothing from a document."""
        about = (
            f"docdesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
            f"{platform.platform()}"
        )
        return "\n\n".join((about, *("\n".join(fault.steps) for fault in self._faults)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the window while its size changes."""
        if watched is self._over and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        self._faults.clear()
        self.hide()
        self.left.emit()
        self._bring_dialogs_back()

    def _put_dialogs_aside(self) -> None:
        """Hide open dialogs, the uppermost first, which closes none of them."""
        while (dialog := QApplication.activeModalWidget()) is not None:
            self._aside.append((dialog, dialog.windowModality()))
            dialog.hide()

    def _bring_dialogs_back(self) -> None:
        """Show again, each above the one that it was opened from, the dialogs that are still there."""
        aside, self._aside = self._aside, []
        for dialog, modality in reversed(aside):
            if isValid(dialog):
                dialog.setWindowModality(modality)
                dialog.show()

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
        self._copied.setText(self._wording.term("crash.copied"))

    def _button(self, key: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(self._wording.term(key), self)
        button.setAutoDefault(True)
        button.clicked.connect(lambda _checked=False: run())
        return button

    def _lay_out(self, sign: SignLabel) -> None:
        sign.setFont(self._title.font())
        top = QHBoxLayout()
        top.setSpacing(STEP)
        top.addWidget(sign)
        top.addWidget(self._title, 1)
        kept = QLabel(self._wording.term("crash.kept"))
        loses = faint(self._wording.term("crash.close_loses"))
        row = QHBoxLayout()
        row.setSpacing(STEP)
        for button in (self._go_on, self._copy, self._close):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(2 * STEP)
        column.addStretch(1)
        column.addLayout(top)
        for label in (self._happened, kept, self._again, loses):
            label.setWordWrap(True)
            label.setFixedWidth(TEXT_WIDTH)
            column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self._copied)
        column.addStretch(2)
        middle = QHBoxLayout(self)
        middle.addStretch(1)
        middle.addLayout(column)
        middle.addStretch(1)
