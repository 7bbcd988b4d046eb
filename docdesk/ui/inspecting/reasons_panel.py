"""The reasons of a verdict: the first few at once, the others on demand, in no more room than they have."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from docdesk.foundation.messages import Message
from docdesk.ui.look.look import Look
from docdesk.ui.look.sign import SignLabel
from docdesk.ui.look.style import STEP
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign

SHOWN_AT_ONCE = 4
"""Reasons that are read at a glance; more would push the findings off a screen of 768 rows."""

MOST_LINES, LEAST_LINES = 11, 2
"""Lines of text before the reasons scroll: four of two to three lines each; in a low window no fewer than one
reason."""


class ReasonsPanel(QWidget):
    """A list of sentences, each with its sign."""

    def __init__(self, wording: Wording, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._look = look
        self._reasons: Sequence[tuple[Sign | None, str]] = ()
        self._scroll = _FittingScroll(self)
        self._scroll.setAccessibleName(wording.term("verdict_panel.reasons"))
        self._more = QPushButton(self)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._unfold)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP // 2)
        whole.addWidget(self._scroll)
        whole.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_reasons(self, reasons: Sequence[tuple[Sign | None, str]]) -> None:
        """Show these sentences with their signs; None takes no sign."""
        self._reasons = reasons
        self._more.setChecked(False)
        self._fill()
        self.setVisible(bool(reasons))

    def fit(self, width: int, room: int) -> None:
        """Take no more than `room` px of height for the sentences at this width; the rest is scrolled to."""
        self._scroll.limit(width, room)

    def height_of_sentences(self, width: int) -> int:
        """Return how high the sentences are at this width, as far as they are seen without scrolling."""
        return self._scroll.heightForWidth(width)

    def texts(self) -> tuple[str, ...]:
        """Return all sentences, those too that are folded away."""
        return tuple(text for _, text in self._reasons)

    def _unfold(self, _on: bool) -> None:  # noqa: FBT001 - Qt's signal hands it over so
        self._fill()

    def _fill(self) -> None:
        further = len(self._reasons) - SHOWN_AT_ONCE
        shown = self._reasons if self._more.isChecked() else self._reasons[:SHOWN_AT_ONCE]
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(STEP // 2)
        for sign, text in shown:
            rows.addLayout(self._row(sign, text, content))
        self._scroll.hold(content)
        key = "verdict_panel.fewer" if self._more.isChecked() else "verdict_panel.more"
        self._more.setText(self._wording.say(Message.of(key, count=max(further, 0))))
        self._more.setVisible(further > 0)

    def _row(self, sign: Sign | None, text: str, parent: QWidget) -> QHBoxLayout:
        label = QLabel(text, parent)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(STEP // 2)
        if sign is not None:
            row.addWidget(SignLabel(self._look, self._wording, sign, parent), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return row


class _FittingScroll(QScrollArea):
    """As high as what it holds, up to some lines of text; then it scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # Resized by hand: Qt's own way lets a bar that breaks the lines be the reason for the bar.
        self.setWidgetResizable(False)
        self._limit = self._most
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, content: QWidget) -> None:
        """Show this in place of what was shown."""
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.show()
        self.updateGeometry()
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """Say that the width decides how many lines there are."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return what the content needs at this width, or the most that there is."""
        content = self.widget()
        needed = 0 if content is None else content.heightForWidth(width)
        return min(needed, self._limit)

    def limit(self, width: int, room: int) -> None:
        """Be no higher than the room, two lines in any case; layouts hear of it only if it is a change."""
        content = self.widget()
        if content is None:
            return
        least = LEAST_LINES * self.fontMetrics().lineSpacing()
        wanted = min(content.heightForWidth(width), self._most, max(room, least))
        if wanted != self.heightForWidth(width):
            self._limit = wanted
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return one line: what is missing can be scrolled to."""
        return QSize(0, self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the content the width that is left, less the bar's only where there is more than fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        content = self.widget()
        if content is None:
            return
        width = self.width()
        scrolls = content.heightForWidth(width) > self.height()
        if scrolls:
            width -= self.verticalScrollBar().sizeHint().width()
        content.resize(width, max(content.heightForWidth(width), 0))
        # Only what scrolls is worth a stop of the Tab key.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)

    @property
    def _most(self) -> int:
        return MOST_LINES * self.fontMetrics().lineSpacing()
