"""The main fields of the MRZ in one line, each with what it means and its sign; each unfolds."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from docdesk.foundation.messages import Message
from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.inspection.checks.finding import Finding
from docdesk.mrz.records import Mrz
from docdesk.ui.inspecting.field_card import FieldCard
from docdesk.ui.inspecting.field_chip import Chip, FieldChip, chip_height
from docdesk.ui.inspecting.field_entries import (
    FieldEntry,
    day_of_birth,
    day_of_expiry,
    entries_of,
    gravest,
)
from docdesk.ui.look.look import Look
from docdesk.ui.look.style import STEP
from docdesk.wording.catalogue import Wording
from docdesk.wording.signs import Sign

MAIN = ("document_number", "date_of_birth", "date_of_expiry")
"""What is compared first, in this order, after the name; these are never cut short."""

NAMES = ("primary_identifier", "secondary_identifier")
STATES = ("nationality", "issuing_state")

KEPT_OF_NAME = 8
"""Characters of a name that are shown in any case; the MRZ above shows all of it."""

KEPT_OF_STATE = 3
"""The code; what it means may be cut short."""

LAST_SHOWN = ("primary_identifier", "secondary_identifier", "issuing_state", "nationality")
"""Which fields give way first where a line has no room for all; they are among all fields too."""


class FieldsPanel(QWidget):
    """Shows fields and says whose characters are to light up."""

    spans_chosen = Signal(tuple)
    """Spans of the field that the user looks at, with its check digit."""

    def __init__(self, wording: Wording, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self._look = look
        self._entries: tuple[FieldEntry, ...] = ()
        self._chips: list[FieldChip] = []
        self._all = QPushButton(self)
        self._all.setToolTip(wording.term("fields.all_tip"))
        self._all.setAccessibleName(wording.term("fields.all_tip"))
        self._all.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._all.clicked.connect(self._unfold_first)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        # The panel hides what has no room; it does not make the window wider.
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.setSpacing(STEP // 2)
        self._row.addStretch(1)
        self._row.addWidget(self._all)
        self.clear()

    def show_fields(self, seen: MrzEvidence, findings: Sequence[Finding], on: date) -> None:
        """Show the fields of an MRZ as of a day; in no known format there are none."""
        self.clear()
        if seen.mrz is None:
            return
        self._entries = entries_of(seen, findings, on, self._wording)
        for chip in self._main(seen.mrz, on):
            made = FieldChip(chip, self._wording, self._look, self)
            made.clicked.connect(self._unfold_sender)
            self._row.insertWidget(len(self._chips), made)
            self._chips.append(made)
        self._all.setText(self._wording.say(Message.of("fields.all", count=len(self._entries))))
        self._all.setVisible(True)
        self._fit()

    def clear(self) -> None:
        """Show no fields."""
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips, self._entries = [], ()
        self._all.setVisible(False)

    def sizeHint(self) -> QSize:
        """Return room for one line, where there are no fields yet too: nothing moves when they come."""
        height = max(self._all.sizeHint().height(), chip_height(self.fontMetrics()))
        return self._row.sizeHint().expandedTo(QSize(0, height))

    def minimumSizeHint(self) -> QSize:
        """Return the room of the button that shows all fields: the rest gives way."""
        return self._all.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many fields as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        def rank(chip: FieldChip) -> int:
            name = chip.chip.name
            return LAST_SHOWN.index(name) if name in LAST_SHOWN else len(LAST_SHOWN)

        room = self.width() - self._all.sizeHint().width()
        for chip in sorted(self._chips, key=rank, reverse=True):
            room -= chip.minimumSizeHint().width() + self._row.spacing()
            chip.setVisible(room >= 0)

    def _main(self, mrz: Mrz, on: date) -> Iterator[Chip]:
        entries = {entry.name: entry for entry in self._entries}
        names = [entries[name] for name in NAMES if name in entries]
        if names:
            value = ", ".join(entry.value for entry in names)
            doubt = _all_of(value) if any(entry.doubtful for entry in names) else frozenset[int]()
            yield Chip(names[0].name, self._short("name"), value, doubt, _gravest(names), KEPT_OF_NAME)
        for name in MAIN:
            if name in entries:
                yield self._chip(entries[name], mrz, on)
        states = [entries[name] for name in STATES if name in entries]
        if len({entry.value for entry in states}) == 1 and len(states) > 1:
            yield self._state(states[0], "state", _gravest(states))
        else:
            yield from (self._state(entry, entry.name, entry.sign) for entry in states)

    def _state(self, entry: FieldEntry, label: str, sign: Sign | None) -> Chip:
        value = f"{entry.value} {entry.meaning}".strip()
        return Chip(entry.name, self._short(label), value, entry.doubtful, sign, KEPT_OF_STATE)

    def _chip(self, entry: FieldEntry, mrz: Mrz, on: date) -> Chip:
        said = {"date_of_birth": day_of_birth, "date_of_expiry": day_of_expiry}.get(entry.name)
        day = "" if said is None else said(mrz, on, self._wording)
        # A day in words has other characters than those printed: the whole of it is in doubt.
        doubtful = _all_of(day) if day and entry.doubtful else entry.doubtful
        value = day or entry.value
        return Chip(entry.name, self._short(entry.name), value, doubtful, entry.sign, len(value))

    def _short(self, name: str) -> str:
        return self._wording.term(f"fields.short.{name}")

    def _unfold_sender(self) -> None:
        sender = self.sender()
        if isinstance(sender, FieldChip):
            self._unfold(sender.chip.name, sender)

    def _unfold_first(self) -> None:
        if self._entries:
            self._unfold(self._entries[0].name, self._all)

    def _unfold(self, name: str, beside: QWidget) -> None:
        card = FieldCard(self._entries, self._wording, self._look, self)
        card.spans_chosen.connect(self.spans_chosen)
        card.open_at(name, beside)


def _all_of(value: str) -> frozenset[int]:
    return frozenset(range(len(value)))


def _gravest(entries: Sequence[FieldEntry]) -> Sign | None:
    return gravest([found for entry in entries for found in entry.found])
