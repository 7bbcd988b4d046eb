"""The page of fictitious documents: what they are, one to look at, many to make, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from docdesk.ui.look.look import Look
from docdesk.ui.look.style import STEP, TITLE, heading
from docdesk.ui.synthesising.action_button import ActionButton
from docdesk.ui.synthesising.many_page import ManyPage
from docdesk.ui.synthesising.one_page import OnePage
from docdesk.ui.viewing.desk import ViewingDesk
from docdesk.wording.catalogue import Wording

ONE, MANY = range(2)


class SynthesisPage(QWidget):
    """Lays out; Esc leaves the full view, then the page."""

    left = Signal()
    """The user goes back to where they were."""
    full_view_changed = Signal(bool)

    def __init__(
        self, desk: ViewingDesk, look: Look, wording: Wording, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wording = wording
        self.one = OnePage(desk, wording)
        self.many = ManyPage(look, wording)
        self._above = QWidget(self)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName(wording.term("synthesise.title"))
        self._tabs.addTab(self.one, wording.term("synthesise.one"))
        self._tabs.addTab(self.many, wording.term("synthesise.many"))
        self._full = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, STEP, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self._above)
        column.addWidget(self._tabs, 1)

    def set_leave(self, leave: QAction) -> None:
        """Give the button that leads back what it does."""
        title = QVBoxLayout()
        title.setSpacing(0)
        title.addWidget(heading(self._wording.term("synthesise.title"), self._above, size=TITLE))
        what = QLabel(self._wording.term("synthesise.what"), self._above)
        what.setWordWrap(True)
        title.addWidget(what)
        row = QHBoxLayout(self._above)
        row.setContentsMargins(STEP, 0, STEP, 0)
        row.setSpacing(2 * STEP)
        row.addLayout(title, 1)
        row.addWidget(ActionButton(leave, self._above), 0, Qt.AlignmentFlag.AlignTop)

    @property
    def part(self) -> int:
        """Which part is shown: `ONE` or `MANY`."""
        return self._tabs.currentIndex()

    def show_part(self, part: int) -> None:
        """Show a part, and give it the focus."""
        self._tabs.setCurrentIndex(part)
        (self.one.model if part == ONE else self.many.count).setFocus()

    # --- Full view ---

    @property
    def full_view(self) -> bool:
        """Whether the pictures have the whole page."""
        return self._full

    def set_full_view(self, *, full: bool) -> None:
        """Give the pictures the whole page, or give everything its place back."""
        self._full = full
        self._above.setVisible(not full)
        self._tabs.tabBar().setVisible(not full)
        self.one.show_only_pictures(only=full)
        self.full_view_changed.emit(full)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the full view with Esc, or else the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._full:
            self.set_full_view(full=False)
        else:
            self.left.emit()
