"""The verdict: sign and word, why, what to do next, and how much it rests on."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from docdesk.foundation.messages import Message
from docdesk.inspection.report.report import Report
from docdesk.ui.actions import action
from docdesk.ui.inspecting.reasons_panel import ReasonsPanel
from docdesk.ui.look.look import Look
from docdesk.ui.look.sign import SignLabel
from docdesk.ui.look.style import STEP, TITLE, faint, heading
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import VERDICTS, Sign, sign_of

SIGN_SIZE = 2.2
"""How much larger than text the sign is: to be seen from where one stands, with the document in hand."""

BAR_HEIGHT = 6
"""Of the bar that shows that work goes on: a hint, no picture."""

HIGHER_THAN_ANY = 100_000
"""Device-independent px: the height of a panel that nothing limits."""


class VerdictPanel(QWidget):
    """Shows what an inspection came to, or how far it is."""

    def __init__(self, wording: Wording, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._look = look
        self._sign = SignLabel(look, wording, Sign.NOT_CHECKED, self)
        self._sign.setFont(_larger(self._sign.font(), SIGN_SIZE))
        self._word = heading("", self, size=TITLE)
        self._heading = heading("", self)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(BAR_HEIGHT)
        self._bar.setAccessibleName(wording.term("verdict_panel.running"))
        self._reasons = ReasonsPanel(wording, look, self)
        self._next = _NextStep(wording, look, self)
        self._coverage = faint("", self)
        for label in (self._word, self._heading, self._coverage):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._colour: Sign | None = None
        self._most = HIGHER_THAN_ANY
        look.changed.connect(self._paint_word)
        action(self, wording, "verdict.copy", self.copy, keys=("Ctrl+C",))
        self._lay_out()
        self.show_waiting("")

    def show_waiting(self, text: str) -> None:
        """Show that nothing was begun, and this sentence."""
        self._show(None, self._wording.term("verdict_panel.waiting"), coverage=text)

    def show_running(self, doing: str) -> None:
        """Show that the inspection goes on, and what it does."""
        self._show(None, self._wording.term("verdict_panel.running"), coverage=doing, running=True)

    def show_failed(self, text: str) -> None:
        """Show that docdesk itself failed, and this sentence."""
        self._show(Sign.ABORTED, self._wording.term("verdict_panel.failed"), reasons=((None, text),))
        self._announce()

    def show_report(self, report: Report) -> None:
        """Show the verdict of a report."""
        verdict = report.verdict
        signs = {finding.message: sign_of(finding) for finding in report.findings}
        self._show(
            VERDICTS[verdict.outcome],
            _titled(self._wording.term(f"verdict.{verdict.outcome.value}")),
            heading="" if report.heading is None else self._wording.say(report.heading),
            reasons=[(signs.get(reason), self._wording.say(reason)) for reason in verdict.reasons],
            next_step="" if report.next_step is None else self._wording.say(report.next_step),
            coverage=self._covered(report),
        )
        self._announce()

    def text(self) -> str:
        """Return everything that is shown, line by line."""
        parts = (self._word.text(), self._heading.text(), *self._reasons.texts(), self._next.text())
        return "\n".join(part for part in (*parts, self._coverage.text()) if part)

    def copy(self) -> None:
        """Put the verdict and its reasons on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())

    def event(self, event: QEvent) -> bool:
        """Take the height that the sentences need: splitters ask for nothing that depends on the width."""
        told = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        return told

    def limit_height(self, most: int) -> None:
        """Be no higher than this, if two lines of the reasons can be seen then."""
        self._most = most
        self._fit()

    def _fit(self) -> None:
        width = self.width()
        rest = self.heightForWidth(width) - self._reasons.height_of_sentences(width)
        if not self._reasons.isHidden():
            self._reasons.fit(width, self._most - rest)
        self.setFixedHeight(max(self.heightForWidth(width), self.fontMetrics().height()))

    def _show(
        self,
        sign: Sign | None,
        word: str,
        *,
        heading: str = "",
        reasons: Sequence[tuple[Sign | None, str]] = (),
        next_step: str = "",
        coverage: str = "",
        running: bool = False,
    ) -> None:
        self._colour = sign
        if sign is not None:
            self._sign.set_sign(sign)
        self._sign.setVisible(sign is not None)
        self._word.setText(word)
        self._paint_word()
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._bar.setVisible(running)
        self._reasons.show_reasons(reasons)
        self._next.set_text(next_step)
        self._coverage.setText(coverage)
        self._coverage.setVisible(bool(coverage))
        self.setAccessibleName(self.text())

    def _covered(self, report: Report) -> str:
        coverage = report.verdict.coverage
        say = self._wording.say
        parts = [say(Message.of("report.checked", run=coverage.run, applicable=coverage.applicable))]
        if coverage.missing_lights:
            lights = ", ".join(light.value for light in coverage.missing_lights)
            parts.append(say(Message.of("report.missing_lights", lights=lights)))
        entered = 0 if report.mrz is None else len(report.mrz.reading.entered)
        if entered:
            parts.append(say(Message.of("verdict_panel.entered", count=entered)))
        return "; ".join(parts)

    def _paint_word(self) -> None:
        colours = QPalette(self.palette())
        if self._colour is not None:
            colours.setColor(QPalette.ColorRole.WindowText, self._look.sign(self._colour))
        self._word.setPalette(colours)

    def _announce(self) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._word)
        words.addWidget(self._heading)
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self._sign)
        head.addLayout(words, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(STEP)
        whole.addLayout(head)
        whole.addWidget(self._bar)
        whole.addWidget(self._reasons)
        whole.addWidget(self._next)
        whole.addWidget(self._coverage)


class _NextStep(QFrame):
    """What the user should do now, set apart by a bar in the accent colour."""

    def __init__(self, wording: Wording, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._title = faint(wording.term("verdict_panel.next_step"), self)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self._label.font()
        font.setWeight(QFont.Weight.DemiBold)
        self._label.setFont(font)
        bar = QFrame(self)
        bar.setFixedWidth(STEP // 2)
        bar.setAutoFillBackground(True)
        bar.setBackgroundRole(QPalette.ColorRole.Highlight)
        inner = QVBoxLayout()
        inner.setContentsMargins(STEP, STEP // 2, STEP, STEP // 2)
        inner.setSpacing(0)
        inner.addWidget(self._title)
        inner.addWidget(self._label)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addLayout(inner, 1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def set_text(self, text: str) -> None:
        """Show this sentence, or nothing at all."""
        self._label.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """Return the sentence."""
        return self._label.text()


def _larger(font: QFont, factor: float) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    return made


def _titled(word: str) -> str:
    """Return a word as it begins a heading."""
    return word[:1].upper() + word[1:]
