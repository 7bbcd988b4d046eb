"""The column at the right of the pictures: the verdict, and below it the findings, which always have room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from docdesk.ui.inspecting.findings_panel import FindingsPanel
from docdesk.ui.inspecting.verdict_panel import VerdictPanel
from docdesk.ui.look.style import STEP

EDGE = STEP // 2
"""Round the column, px."""

FINDINGS_ROOM = 14 * STEP
"""Device-independent px kept for the findings: their heading and what the first one says."""


class RightColumn(QWidget):
    """Divides its height: where it is low the reasons of the verdict are what is scrolled."""

    def __init__(self, verdict: VerdictPanel, findings: FindingsPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict = verdict
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(STEP)
        column.addWidget(verdict)
        column.addWidget(findings, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the findings their room."""
        super().resizeEvent(event)
        self._verdict.limit_height(self.height() - FINDINGS_ROOM - STEP - 2 * EDGE)
