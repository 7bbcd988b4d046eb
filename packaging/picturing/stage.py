"""The real window on a screen that nobody sees, driven step by step, and what it looks like."""

import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, QTimer, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from docdesk.ui.inspecting.document import Document
from docdesk.ui.inspecting.strip_model import ROLE_DOCUMENT
from docdesk.ui.inspecting.workspace import InspectWorkspace
from docdesk.ui.shell.commands import actions_in
from docdesk.ui.shell.main_window import MainWindow
from docdesk.ui.viewing.view import View

EVERY_MS = 120
"""Between two looks at the window."""

STILL = 4
"""So many looks without a change, and everything is painted; a place that pulses does so for less long."""

PATIENCE = 500
"""So many looks: a minute for whatever is waited for. Then something is wrong."""

Part = TypeVar("Part", bound=QWidget)

Ready = Callable[[], bool]
Scene = Callable[["Stage"], Iterator[Ready | None]]
"""Drives the window and yields what it waits for: a condition, after which the window shall come to rest, or
None for the next look: a window in which a bar moves does not rest."""


@dataclass(frozen=True, slots=True)
class StillClock:
    """Stands still, so that ages and expiries are the same on every picture."""

    day: date

    def now(self) -> datetime:
        """Return noon of the day."""
        return datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)

    def today(self) -> date:
        """Return the day."""
        return self.day


def at_once() -> bool:
    """Wait for nothing but the window's rest."""
    return True


class Stage(QObject):
    """The window, its workspace, and the folder that pictures are put into."""

    def __init__(self, window: MainWindow, workspace: InspectWorkspace, pictures: Path) -> None:
        super().__init__(window)
        self.window = window
        self.workspace = workspace
        self._pictures = pictures
        self._play: Iterator[Ready | None] = iter(())
        self._ready: Ready | None = at_once
        self._before = QImage()
        self._still = self._looks = 0
        self.failed = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def play(self, scenes: Sequence[Scene]) -> None:
        """Play the scenes one after the other, then leave the event loop."""
        self._play = (ready for scene in scenes for ready in scene(self))
        self._timer.start(EVERY_MS)

    @Slot()
    def _look(self) -> None:
        """Go on once what is waited for is there and the window looks the same as some looks before."""
        self._looks += 1
        if self._looks > PATIENCE:
            self._end("waited in vain")
            return
        if self._ready is not None and not self._rests(self._ready):
            return
        self._still = 0
        self._looks = 0 if self._ready is not None else self._looks
        try:
            self._ready = next(self._play)
        except StopIteration:
            self._end()
        except Exception:  # noqa: BLE001 - inside of a slot nobody else would hear of it
            self._end(traceback.format_exc())

    def _end(self, failed: str = "") -> None:
        self.failed = failed
        self._timer.stop()
        QApplication.quit()

    def _rests(self, ready: Ready) -> bool:
        now = self.seen().toImage()
        self._still = self._still + 1 if ready() and now == self._before else 0
        self._before = now
        return self._still >= STILL

    # --- Looking ---

    def save(self, name: str) -> None:
        """Save what the window looks like now."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        self.seen().save(str(self._pictures / f"{name}.png"))

    def seen(self) -> QPixmap:
        """Return the window with the dialogs and menus above it, each with a thin edge as its frame."""
        whole = self.window.grab()
        painter = QPainter(whole)
        painter.setPen(QColor(128, 128, 128))
        for above in QApplication.topLevelWidgets():
            if above is not self.window and above.isVisible():
                place = above.pos() - self.window.pos()
                painter.drawPixmap(place, above.grab())
                painter.drawRect(above.rect().translated(place).adjusted(-1, -1, 0, 0))
        painter.end()
        return whole

    # --- Driving ---

    def act(self, name: str) -> None:
        """Do what can be done now by a key or button, by its name."""
        found = next(made for made in actions_in(self.window) if made.objectName() == name)
        if not found.isEnabled():
            raise RuntimeError(f"{name} cannot be done")
        found.trigger()

    def documents(self) -> tuple[Document, ...]:
        """Return the documents of the strip."""
        model = self.workspace.page.strip.model()
        rows = (model.index(row, 0).data(ROLE_DOCUMENT) for row in range(model.rowCount()))
        return tuple(row for row in rows if isinstance(row, Document))

    def current(self) -> Document:
        """Return the document that is looked at."""
        document = self.workspace.presenter.current
        if document is None:
            raise LookupError("no document is looked at")
        return document

    def choose(self, name: str) -> None:
        """Look at a document, by the beginning of its name."""
        names = [document.name for document in self.documents()]
        row = next(row for row, found in enumerate(names) if name.startswith(found))
        self.workspace.page.strip.choose(row)

    def reported(self, count: int) -> Ready:
        """Return whether so many documents have their report."""
        return lambda: self.workspace.finished >= count

    def shown(self, pictures: int) -> Ready:
        """Return whether so many pictures of the document are at the desk."""
        return lambda: len(self.workspace.desk.pictures()) >= pictures

    def view(self) -> View:
        """Return the first view."""
        return self.workspace.desk.views()[0]

    def shown_in(self, place: QWidget, kind: type[Part]) -> Part:
        """Return the one widget of a kind that is shown in a window or dialog."""
        return next(found for found in place.findChildren(kind) if found.isVisible())

    def at(self, view: View, point: tuple[float, float]) -> QPoint:
        """Return where a point of a picture lies in its view."""
        x, y = view.frame.to_view(point)
        return QPoint(round(x), round(y))
