"""The settings dialog, made from the declarations of the settings themselves."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Cancellation
from docdesk.settings import settings as names
from docdesk.settings.settings import Setting, Settings
from docdesk.settings.store import SettingsStore
from docdesk.ui.background import Background, Job
from docdesk.ui.look.style import STEP
from docdesk.ui.shell.setting_row import Remark, SettingRow
from docdesk.wording.catalogue import Wording

SECTIONS = (
    ("general", (names.THEME, names.LANGUAGE, names.WATCHED_FOLDER, names.JOBS)),
    (
        "limits",
        (
            names.PDF_PPI,
            names.MAX_FILE_MB,
            names.MAX_MEGAPIXELS,
            names.MAX_FRAMES,
            names.DECODE_SECONDS,
            names.DECODE_MB,
        ),
    ),
    ("names", (names.LIGHT_ALIASES, names.SIDE_ALIASES, names.PSEUDO_ISSUERS)),
)
"""The pages of the dialog, each with its settings; what is looked for most often comes first."""

SIZE = 88 * STEP, 64 * STEP
"""Device-independent px: the longest page without scrolling, where the window is as large."""


class SettingsDialog(QDialog):
    """Shows all settings and keeps what is changed, off the UI thread."""

    kept = Signal(object)
    """The `Settings` that were written and are in force."""

    def __init__(
        self,
        over: QWidget,
        store: SettingsStore,
        languages: Sequence[str],
        background: Background,
        wording: Wording,
    ) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(wording.term("settings.title"))
        self._store = store
        self._background = background
        self._wording = wording
        self._job: Job | None = None
        self._before = store.settings
        self._tabs = QTabWidget(self)
        self._tabs.setAccessibleName(wording.term("settings.title"))
        self._languages = tuple(languages)
        self._rows: list[SettingRow] = []
        self._pages = tuple(self._add_page(name) for name, _ in SECTIONS)
        self._unfilled = list(zip(self._pages, SECTIONS, strict=True))
        self._filling = QTimer(self)
        self._filling.timeout.connect(self._fill_next)
        self._restart = QLabel(self)
        self._restart.setWordWrap(True)
        self._restart.hide()
        self._refusal = Remark(self)
        self._save = QPushButton(wording.term("settings.save"))
        self._lay_out()
        self.resize(QSize(*SIZE).boundedTo(over.size() - QSize(STEP, 4 * STEP)))
        # The page that is seen is filled at once, the others between events: all at a time would be felt.
        self._fill_next()
        self._filling.start()

    @property
    def rows(self) -> tuple[SettingRow, ...]:
        """All settings, as they are shown."""
        while self._unfilled:
            self._fill_next()
        return tuple(self._rows)

    def done(self, code: int) -> None:
        """Close; what is being looked up for saving is given up."""
        if self._job is not None:
            self._job.cancel()
        super().done(code)

    def save(self) -> None:
        """Keep what is shown, or say beside the first field that cannot be what is wrong."""
        settings = self._before
        self._refusal.clear()
        for row in self.rows:
            try:
                settings = settings.with_value(row.setting, row.value())
            except WrongUse as wrong:
                self._refuse(row, wrong)
                return
        self._save.setEnabled(False)
        before, store = self._before, self._store

        def work(cancellation: Cancellation) -> Settings:
            folder = settings[names.WATCHED_FOLDER]
            if folder and folder != before[names.WATCHED_FOLDER] and not Path(folder).is_dir():
                raise WrongUse(Message("setting_wrong.folder"))
            cancellation.check()
            store.keep(settings)
            return settings

        self._job = self._background.run(work, done=self._done, failed=self._failed)

    def _done(self, settings: Settings) -> None:
        self._job = None
        self.kept.emit(settings)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._save.setEnabled(True)
        if isinstance(error, WrongUse):
            self._refuse(next(row for row in self.rows if row.setting is names.WATCHED_FOLDER), error)
        elif isinstance(error, OSError):
            said = Message.of("settings.not_kept", path=str(self._store.path))
            self._refusal.say(self._wording.say(said))
        else:
            raise error

    def _refuse(self, row: SettingRow, wrong: WrongUse) -> None:
        for index, page in enumerate(self._pages):
            if page.isAncestorOf(row.field):
                self._tabs.setCurrentIndex(index)
                # Once the remark has its place, which it has with the next turn of the event loop.
                QTimer.singleShot(0, page, partial(page.ensureWidgetVisible, row.remark))
        row.refuse(self._wording.say(wrong.message))

    def _tell_restart(self) -> None:
        waiting = [row.name for row in self.rows if not row.setting.at_once and self._is_changed(row)]
        said = Message.of("settings.restart", settings=", ".join(waiting))
        self._restart.setText(self._wording.say(said))
        self._restart.setVisible(bool(waiting))

    def _value(self, setting: Setting[Any]) -> object:
        return self._before[setting]

    def _is_changed(self, row: SettingRow) -> bool:
        try:
            return row.value() != self._value(row.setting)
        except WrongUse:
            return True

    def _add_page(self, name: str) -> QScrollArea:
        words = self._wording.term(f"settings.{name}")
        page = QScrollArea()
        page.setFrameStyle(QFrame.Shape.NoFrame)
        page.setAccessibleName(words)
        page.setWidgetResizable(True)
        self._tabs.addTab(page, words)
        return page

    @Slot()
    def _fill_next(self) -> None:
        if not self._unfilled:
            self._filling.stop()
            return
        page, (_, settings) = self._unfilled.pop(0)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(STEP // 2)
        grid.setColumnStretch(1, 1)
        for setting in settings:
            row = SettingRow(setting, self._value(setting), self._languages, self._wording, self)
            row.add_to(grid)
            row.changed.connect(self._tell_restart)
            self._rows.append(row)
        grid.setRowStretch(grid.rowCount(), 1)
        page.setWidget(inner)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        self._save.setDefault(True)
        self._save.clicked.connect(self.save)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.ActionRole)
        cancel = QPushButton(self._wording.term("settings.cancel"))
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(STEP)
        for part in (self._tabs, self._restart, self._refusal, buttons):
            column.addWidget(part)
