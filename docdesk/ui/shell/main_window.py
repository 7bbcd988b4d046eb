"""The main window: it arranges the workspaces and navigates between them, and decides nothing else."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Progress
from docdesk.settings.settings import THEME, Settings
from docdesk.settings.store import SettingsStore
from docdesk.ui.actions import action
from docdesk.ui.asking import ask
from docdesk.ui.background import Background
from docdesk.ui.look.emblem import emblem
from docdesk.ui.look.icons import icon
from docdesk.ui.look.look import Look
from docdesk.ui.look.palettes import DARK
from docdesk.ui.shell.command_palette import CommandPalette
from docdesk.ui.shell.commands import actions_in
from docdesk.ui.shell.crash_hook import Fault
from docdesk.ui.shell.crash_page import CrashPage
from docdesk.ui.shell.hearing import Hearing
from docdesk.ui.shell.key_sheet import KeySheet
from docdesk.ui.shell.rail import Rail
from docdesk.ui.shell.settings_dialog import SettingsDialog
from docdesk.ui.shell.state_keeping import StateKeeping
from docdesk.ui.shell.status_row import StatusRow
from docdesk.ui.shell.window_state import StateFile
from docdesk.ui.shell.workspace import Workspace
from docdesk.wording.catalogue import Wording

NAME = "docdesk"

LEAST = 860, 460
"""Device-independent px: what a screen of 1366 x 768 leaves to a window at 150 %."""


class MainWindow(QMainWindow):
    """One window, one rail, the workspaces that exist."""

    settings_changed = Signal(object)
    """The `Settings` that are in force from now on."""

    def __init__(
        self,
        workspaces: Sequence[Workspace],
        *,
        look: Look,
        wording: Wording,
        background: Background,
        settings: SettingsStore,
        state_file: StateFile,
        languages: Sequence[str],
        apart: Sequence[Workspace] = (),
    ) -> None:
        """Pages `apart` are reached by their commands alone, and left again to where the user was."""
        super().__init__()
        self._workspaces = (*workspaces, *apart)
        self._on_rail = len(workspaces)
        self._before = 0
        self._look = look
        self._wording = wording
        self._background = background
        self._settings = settings
        self._languages = tuple(languages)
        self._working: dict[int, Progress] = {}
        self._focused: QWidget | None = None
        self._closing = False
        self.setWindowTitle(NAME)
        self.setWindowIcon(emblem())
        self.setMinimumSize(*LEAST)
        self._add_commands()
        self._arrange()
        self._crash = CrashPage(self, look, wording)
        self._crash.close_wanted.connect(self.close_at_once)
        self._crash.left.connect(self._go_on)
        self._keeping = StateKeeping(self, self._workspaces, lambda: self.current, state_file, background)
        opened = self._keeping.restore()
        self._show_page(opened if opened < self._on_rail else 0)

    # --- Navigating ---

    @property
    def current(self) -> Workspace:
        """The workspace that is open."""
        return self._workspaces[self._pages.currentIndex()]

    @Slot(int)
    def open_workspace(self, index: int) -> None:
        """Open the workspace at this place: those of the rail come first, then those apart."""
        self._show_page(index)
        self.current.focus_first()

    def leave(self, index: int) -> None:
        """Go back from a page apart to the workspace that was open before."""
        if index == self._pages.currentIndex():
            self.open_workspace(self._before)

    def show_as_left(self) -> None:
        """Show the window where it was closed, on a screen that exists."""
        self._keeping.show_window()
        self.current.focus_first()

    @Slot(object)
    def show_fault(self, fault: Fault) -> None:
        """Tell of a fault that nobody foresaw; the work stays in place below."""
        if self._crash.isHidden():
            self._focused = self.focusWidget()
            self.centralWidget().setEnabled(False)
        self._crash.show_fault(fault)

    # --- Dialogs ---

    def find_command(self) -> CommandPalette:
        """Open the command palette, or close it if it is open."""
        for palette in self.findChildren(CommandPalette):
            if palette.isVisible():
                palette.close()
                return palette
        palette = CommandPalette(self, actions_in(self), self._wording)
        palette.open()
        return palette

    def show_keys(self) -> KeySheet:
        """Open the sheet of all keys."""
        sheet = KeySheet(self, actions_in(self), self._wording)
        sheet.open()
        return sheet

    def change_settings(self) -> SettingsDialog:
        """Open the settings."""
        dialog = SettingsDialog(self, self._settings, self._languages, self._background, self._wording)
        dialog.kept.connect(self._take_settings)
        dialog.open()
        return dialog

    # --- What a workspace tells ---

    def tell_progress(self, index: int, progress: Progress | None) -> None:
        """Take note of how far the work of a workspace is, None if it rests."""
        if progress is None:
            self._working.pop(index, None)
        else:
            self._working[index] = progress
        self._show_progress()

    def tell_values(self, index: int, values: str) -> None:
        """Show what lies below the cursor in the workspace that is open."""
        if index == self._pages.currentIndex():
            self.status.tell_values(values)

    def make_room(self, index: int, *, full: bool) -> None:
        """Hide rail and status bar while the open workspace wants all of the window."""
        if index == self._pages.currentIndex():
            self._rail.setVisible(not full)
            self.status.setVisible(not full)

    # --- Closing ---

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless something would be lost: then ask once what to do."""
        questions = () if self._closing else self._what_would_be_lost()
        if questions:
            event.ignore()
            self._ask_to_close(" ".join(questions))
            return
        for workspace in self._workspaces:
            workspace.stop()
        self._keeping.end()
        event.accept()

    def _what_would_be_lost(self) -> tuple[str, ...]:
        said = (said for page in self._workspaces for said in (page.busy(), page.may_close()))
        return tuple(sentence for sentence in said if sentence)

    def _ask_to_close(self, sentence: str) -> None:
        say = self._wording.term
        ask(
            self,
            title=say("closing.title"),
            sentence=sentence,
            yes=say("closing.yes"),
            no=say("closing.no"),
            agreed=self.close_at_once,
        )

    @Slot()
    def close_at_once(self) -> None:
        """Close without a question: it was answered, or there is nobody to ask."""
        self._closing = True
        self.close()

    # --- Putting together ---

    def _add_commands(self) -> None:
        def add(name: str, run: Callable[[], object], *keys: str, icon_name: str = "") -> QAction:
            drawn = icon(icon_name) if icon_name else None
            return action(self, self._wording, name, run, keys=keys, icon=drawn, everywhere=True)

        self._go = [
            add(f"go.{page.name}", partial(self.open_workspace, index), *self._keys_of(index))
            for index, page in enumerate(self._workspaces)
        ]
        self._tools = (
            add("window.commands", self.find_command, "Ctrl+K", icon_name="commands"),
            add("window.keys", self.show_keys, "?", "F1", icon_name="keys"),
            add("window.settings", self.change_settings, "Ctrl+,", icon_name="settings"),
        )
        self._stop = add("window.stop", self._stop_work, "Ctrl+.", icon_name="cancel")
        add("window.theme", self._change_theme)
        add("window.quit", self.close, "Ctrl+Q")

    def _arrange(self) -> None:
        entries = [
            (go, self._wording.term(f"workspace.{page.name}"), page.icon_name)
            for go, page in zip(self._go, self._workspaces, strict=True)
        ][: self._on_rail]
        self._rail = Rail(entries, self._tools, self._wording, self)
        self._rail.chosen.connect(self.open_workspace)
        self._pages = QStackedWidget(self)
        for page in self._workspaces:
            self._pages.addWidget(page.widget())
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
        self.status = StatusRow(self._wording, self)
        self.status.progress.follow(self._stop)
        self.status.progress.stop_wanted.connect(self._stop.trigger)
        self.setStatusBar(self.status)
        self._hearing = [Hearing(self, index, page.news) for index, page in enumerate(self._workspaces)]

    def _keys_of(self, index: int) -> tuple[str, ...]:
        return (f"Alt+{index + 1}",) if index < self._on_rail else ()

    def _show_page(self, index: int) -> None:
        on_rail = index < self._on_rail
        if on_rail:
            self._before = index
        self._pages.setCurrentIndex(index)
        self._rail.show_open(index if on_rail else None)
        self.make_room(index, full=False)
        self.status.tell_values("")
        self._show_progress()

    # --- Commands ---

    @Slot()
    def _stop_work(self) -> None:
        """Stop what the status bar shows: the work of the open workspace, or else what runs behind it."""
        index = self._shown_work()
        if index is not None:
            self._workspaces[index].stop()

    def _shown_work(self) -> int | None:
        here = self._pages.currentIndex()
        return here if here in self._working else next(iter(self._working), None)

    def _show_progress(self) -> None:
        index = self._shown_work()
        self._stop.setEnabled(index is not None)
        if index is None:
            self.status.progress.rest()
        else:
            self.status.progress.tell(self._working[index])

    def _change_theme(self) -> None:
        settings = self._settings.settings.with_value(THEME, "light" if self._look.theme is DARK else "dark")
        self._take_settings(settings)
        self._background.run(
            lambda _stop: self._settings.keep(settings), failed=self._not_kept, to_the_end=True
        )

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self.status.say(self._wording.say(Message.of("settings.not_kept", path=str(self._settings.path))))

    @Slot(object)
    def _take_settings(self, settings: Settings) -> None:
        self._look.want(settings[THEME])
        self.settings_changed.emit(settings)

    @Slot()
    def _go_on(self) -> None:
        self.centralWidget().setEnabled(True)
        if self._focused is not None and isValid(self._focused):
            self._focused.setFocus()
        self._focused = None
