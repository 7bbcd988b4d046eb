"""One document: what it shall be at the left, its pictures at the right, and its truth on demand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from docdesk.ui.look.style import STEP
from docdesk.ui.synthesising.action_button import ActionButton
from docdesk.ui.synthesising.seed_box import SeedBox
from docdesk.ui.synthesising.truth_panel import TruthPanel
from docdesk.ui.viewing.desk import ViewingDesk
from docdesk.wording.catalogue import Wording

WIDTH, LEAST_WIDTH = 320, 240
"""Device-independent px of the column at the left: names of alterations on one line; narrower they elide."""

SETTLED_MS = 300
"""After the last change: whoever goes through a list by its arrow keys asks for the last alone."""

BUSY_HEIGHT = 6


class OnePage(QWidget):
    """Lays out, and tells that another document is wanted."""

    wanted = Signal()
    """The choices have changed, and have settled."""

    def __init__(self, desk: ViewingDesk, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.desk = desk
        self.model = self._choice("synthesise.model")
        self.alteration = self._choice("synthesise.alteration")
        self.device = self._choice("synthesise.device")
        self.seed = SeedBox(wording.term("synthesise.seed"), wording.term("synthesise.seed_means"), self)
        self.seed.setValue(1)
        self.truth = TruthPanel(wording, self)
        self._busy = QProgressBar(self)
        self._said = QLabel(self)
        self._left = QFrame(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(self.wanted)
        for choice in (self.model, self.alteration, self.device):
            choice.currentIndexChanged.connect(self._changed)
        self.seed.seed_changed.connect(self._changed)
        self._lay_out()
        self.say("", busy=False)

    # --- Choices ---

    def offer(self, titles: Mapping[str, str], alterations: Sequence[str], devices: Sequence[str]) -> None:
        """Offer these models with their titles, and these alterations and devices, without a word."""
        entries = (
            (self.model, dict(titles)),
            (self.alteration, self._words("alteration", ("as_issued", *alterations))),
            (self.device, self._words("device", devices)),
        )
        for choice, words in entries:
            with QSignalBlocker(choice):
                choice.clear()
                for name, shown in words.items():
                    choice.addItem(shown, name)
            choice.setToolTip(choice.currentText())

    def choose(self, choice: QComboBox, name: str) -> None:
        """Choose what has this name in one of the lists, if it is there, without a word."""
        place = choice.findData(name)
        if place >= 0:
            with QSignalBlocker(choice):
                choice.setCurrentIndex(place)
            choice.setToolTip(choice.currentText())

    def set_seed(self, seed: int) -> None:
        """Show a seed without a word."""
        with QSignalBlocker(self.seed):
            self.seed.set_seed(seed)

    def _words(self, kind: str, names: Sequence[str]) -> dict[str, str]:
        return {name: self._wording.term(f"{kind}.{name}") for name in names}

    def ask_at_once(self) -> None:
        """Do not wait for the choices to settle."""
        self._settling.stop()
        self.wanted.emit()

    @Slot()
    def _changed(self) -> None:
        self._settling.start()

    # --- What is shown ---

    @property
    def said(self) -> str:
        """What stands below the choices."""
        return self._said.text()

    def say(self, sentence: str, *, busy: bool) -> None:
        """Say what is under way, or why nothing came of it, with a bar that moves while it is `busy`."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._busy.setVisible(busy)

    def set_actions(self, another: QAction, truth: QAction) -> None:
        """Give the buttons what they do."""
        button = ActionButton(another, self)
        self._column.insertWidget(1, button, 0, Qt.AlignmentFlag.AlignLeft)
        self.truth.set_action(truth)

    def show_only_pictures(self, *, only: bool) -> None:
        """Give the pictures the whole page, or give the column its place back."""
        self._left.setVisible(not only)
        if only and self.desk.views():
            self.desk.views()[0].setFocus()

    # --- Putting together ---

    def _choice(self, key: str) -> QComboBox:
        choice = QComboBox(self)
        choice.setAccessibleName(self._wording.term(key))
        # A long entry must not make the column wide: the list that opens shows all of it.
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setMinimumContentsLength(12)
        choice.currentTextChanged.connect(choice.setToolTip)
        return choice

    def _lay_out(self) -> None:
        say = self._wording.term
        form = QFormLayout()
        form.setSpacing(STEP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(say("synthesise.model"), self.model)
        form.addRow(say("synthesise.alteration"), self.alteration)
        form.addRow(say("synthesise.device"), self.device)
        form.addRow(say("synthesise.seed"), self.seed)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedHeight(BUSY_HEIGHT)
        self._busy.setAccessibleName(say("synthesise.previewing"))
        self._said.setWordWrap(True)
        # What lies below must not move while somebody aims at it.
        room = self._busy.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(room)
        column = self._column = QVBoxLayout(self._left)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addLayout(form)
        column.addWidget(self._busy)
        column.addWidget(self._said)
        column.addWidget(self.truth, 1)
        self._left.setMinimumWidth(LEAST_WIDTH)
        across = QSplitter(Qt.Orientation.Horizontal, self)
        across.setChildrenCollapsible(False)
        across.addWidget(self._left)
        across.addWidget(self.desk)
        across.setStretchFactor(1, 1)
        across.setSizes([WIDTH, 3 * WIDTH])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(across)
