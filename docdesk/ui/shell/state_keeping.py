"""Keeps the state of a window: restores it at the start, writes it now and then and at the end."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from docdesk.ui.background import Background
from docdesk.ui.shell.placing import placed
from docdesk.ui.shell.window_state import Rect, StateFile, WindowState
from docdesk.ui.shell.workspace import Workspace

EVERY_MS = 60_000
"""How often the state is written besides at the end: at most a minute of arranging is lost with the power."""


class StateKeeping(QTimer):
    """Knows how a window was left, and how it stands; lives as long as the window."""

    def __init__(
        self,
        window: QWidget,
        workspaces: Sequence[Workspace],
        current: Callable[[], Workspace],
        file: StateFile,
        background: Background,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspaces = tuple(workspaces)
        self._current = current
        self._file = file
        self._background = background
        self._kept = file.read()
        self.setInterval(EVERY_MS)
        self.timeout.connect(self._keep)

    def restore(self) -> int:
        """Arrange window and pages as they were left; return which workspace was open."""
        screens = [_rect(screen.availableGeometry()) for screen in QGuiApplication.screens()]
        rect = placed(self._kept.rect, screens) if self._kept.rect else None
        if rect:
            self._window.setGeometry(*rect)
        for page in self._workspaces:
            page.restore(self._kept.pages.get(page.name, {}))
        names = [page.name for page in self._workspaces]
        return names.index(self._kept.workspace) if self._kept.workspace in names else 0

    def show_window(self) -> None:
        """Show the window, maximised if it was, and keep its state from now on."""
        if self._kept.maximised:
            self._window.showMaximized()
        else:
            self._window.show()
        self.start()

    def end(self) -> None:
        """Keep the state at once: the window closes, and nothing waits for a thread any more."""
        self.stop()
        self._file.write(self._state())

    @Slot()
    def _keep(self) -> None:
        state = self._state()
        if state != self._kept:
            self._kept = state
            self._background.run(lambda _stop: self._file.write(state))

    def _state(self) -> WindowState:
        return WindowState(
            rect=_rect(self._window.normalGeometry()),
            maximised=self._window.isMaximized(),
            workspace=self._current().name,
            pages={page.name: dict(page.state()) for page in self._workspaces},
        )


def _rect(rect: QRect) -> Rect:
    return rect.x(), rect.y(), rect.width(), rect.height()
