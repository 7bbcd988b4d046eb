"""Many documents: what of a plan can be chosen, the folder, and how far it is."""

import datetime as dt
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QDate, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDateEdit,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from docdesk.foundation.progress import Progress
from docdesk.synthesis.plans.reading import MOST_DOCUMENTS, YEARS
from docdesk.ui.look.elided import ElidedLabel
from docdesk.ui.look.look import Look
from docdesk.ui.look.style import STEP
from docdesk.ui.synthesising.action_button import ActionButton
from docdesk.ui.synthesising.check_list import CheckList
from docdesk.ui.synthesising.plan_form import Chosen
from docdesk.ui.synthesising.seed_box import SeedBox
from docdesk.ui.synthesising.services import Found
from docdesk.wording.catalogue import Wording

DAY = "yyyy-MM-dd"
"""As plans write days, whatever the language."""

BAR_HEIGHT = 8


class ManyPage(QWidget):
    """Lays out, and tells that something of the plan was chosen otherwise."""

    changed = Signal()

    def __init__(self, look: Look, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        say = wording.term
        self.count = QSpinBox(self)
        self.percent = QDoubleSpinBox(self)
        self.on = QDateEdit(self)
        self.seed = SeedBox(say("plan.seed"), say("plan.seed_means"), self)
        self.models = CheckList(say("plan.models"), look, self)
        self.alterations = CheckList(say("plan.alterations"), look, self)
        self.devices = CheckList(say("plan.devices"), look, self)
        self.says = QLabel(self)
        self.folder = ElidedLabel(say("plan.no_folder"), self)
        self.of_folder = QLabel(self)
        self.far = QLabel(self)
        self.outcome = QLabel(self)
        self._bar = QProgressBar(self)
        self._set_up()
        self._controls = (
            self.count, self.percent, self.on, self.seed, self.models, self.alterations, self.devices
        )  # fmt: skip
        for label in (self.says, self.of_folder, self.far, self.outcome):
            label.setWordWrap(True)
        self.rest()

    # --- What is chosen ---

    def offer(self, found: Found) -> None:
        """Offer what documents can be made of."""
        self.models.offer(found.titles)
        for kind, shown, names in (
            ("alteration", self.alterations, found.alterations),
            ("device", self.devices, tuple(found.devices)),
        ):
            shown.offer({name: self._wording.term(f"{kind}.{name}") for name in names})

    def chosen(self) -> Chosen:
        """Return what the controls show."""
        return Chosen(
            seed=self.seed.seed,
            # PySide gives a date of Python; its stubs say an object.
            on=cast("dt.date", self.on.date().toPython()),
            count=self.count.value(),
            percent=round(self.percent.value(), 1),
            models=self.models.checked,
            alterations=self.alterations.checked,
            devices=self.devices.checked,
        )

    def choose(self, chosen: Chosen) -> None:
        """Show what was chosen, without a word."""
        self.models.check(chosen.models)
        self.alterations.check(chosen.alterations)
        self.devices.check(chosen.devices)
        with QSignalBlocker(self.count), QSignalBlocker(self.percent), QSignalBlocker(self.on):
            self.count.setValue(chosen.count)
            self.percent.setValue(chosen.percent)
            self.on.setDate(QDate(chosen.on.year, chosen.on.month, chosen.on.day))
        with QSignalBlocker(self.seed):
            self.seed.set_seed(chosen.seed)

    # --- What is shown ---

    def tell(self, sentence: str) -> None:
        """Say how something ended."""
        self.outcome.setText(sentence)
        self.outcome.setVisible(bool(sentence))

    def tell_far(self, progress: Progress, words: str) -> None:
        """Show how far the work is."""
        self.far.setText(words)
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._bar.setVisible(progress.total > 0)
        self.far.show()

    def tell_folder(self, path: str, words: str) -> None:
        """Show which folder is chosen, and what is known of it."""
        self.folder.setText(path)
        self.of_folder.setText(words)
        self.of_folder.setVisible(bool(words))

    def rest(self) -> None:
        """Show that nothing is under way."""
        self._bar.hide()
        self.far.hide()

    def let_choose(self, *, may: bool) -> None:
        """Let the plan be changed, or hold it while it is carried out."""
        for control in self._controls:
            control.setEnabled(may)

    # --- Putting together ---

    def set_actions(
        self, plans: Sequence[QAction], folders: Sequence[QAction], work: Sequence[QAction]
    ) -> None:
        """Show buttons for plans and for the folder, each beside what is said of it, and for the work."""
        column = QVBoxLayout(self)
        column.setContentsMargins(STEP, STEP, STEP, STEP)
        column.setSpacing(STEP)
        column.addLayout(self._numbers())
        lists = QHBoxLayout()
        lists.setSpacing(2 * STEP)
        for part in (self.models, self.alterations, self.devices):
            lists.addWidget(part, 1)
        column.addLayout(lists, 1)
        column.addLayout(self._row((self.says,), plans))
        column.addLayout(self._row((self._labelled_folder(),), folders))
        column.addWidget(self.of_folder)
        column.addLayout(self._row((), work))
        column.addWidget(self._bar)
        column.addWidget(self.far)
        column.addWidget(self.outcome)

    def _labelled_folder(self) -> QWidget:
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(QLabel(self._wording.term("plan.folder"), both))
        row.addWidget(self.folder, 1)
        return both

    def _row(self, widgets: Sequence[QWidget], actions: Sequence[QAction]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(STEP)
        for widget in widgets:
            row.addWidget(widget, 1)
        for number, each in enumerate(actions):
            button = ActionButton(each, self)
            button.setDefault(not widgets and number == 0)
            row.addWidget(button)
        if not widgets:
            row.addStretch(1)
        return row

    def _numbers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(STEP // 2)
        fields = (
            ("plan.count", self.count),
            ("plan.altered", self.percent),
            ("plan.on", self.on),
            ("plan.seed", self.seed),
        )
        for place, (key, field) in enumerate(fields):
            label = QLabel(self._wording.term(key), self)
            label.setBuddy(field)
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
        grid.setColumnStretch(len(fields), 1)
        return grid

    def _set_up(self) -> None:
        say = self._wording.term
        self.count.setRange(0, MOST_DOCUMENTS)
        self.count.setAccessibleName(say("plan.count"))
        self.percent.setRange(0, 100)
        self.percent.setDecimals(1)
        self.percent.setSuffix(say("plan.percent"))
        self.percent.setAccessibleName(say("plan.altered"))
        self.on.setDisplayFormat(DAY)
        self.on.setDateRange(QDate(YEARS[0], 1, 1), QDate(YEARS[1], 12, 31))
        self.on.setAccessibleName(say("plan.on"))
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(BAR_HEIGHT)
        self._bar.setAccessibleName(say("plan.progress"))
        self.count.valueChanged.connect(self._tell_changed)
        self.percent.valueChanged.connect(self._tell_changed)
        self.on.dateChanged.connect(self._tell_changed)
        for told in (self.seed.seed_changed, *(each.changed for each in self._lists())):
            told.connect(self.changed)

    def _lists(self) -> tuple[CheckList, ...]:
        return self.models, self.alterations, self.devices

    @Slot()
    def _tell_changed(self) -> None:
        self.changed.emit()
