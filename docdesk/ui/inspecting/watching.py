"""The watched folder: looked at every moment off the UI thread; what has arrived and settled is handed in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Cancellation
from docdesk.inspection.captures.decoding import Sniffer
from docdesk.inspection.captures.names import Naming
from docdesk.inspection.captures.watching import Arrivals, FolderWatch
from docdesk.ui.background import Background, Job

EVERY_MS = 500
"""A file is whole when it has not changed for a second; looking twice as often loses no more than half
of one. A look at a folder on a network share is a few requests."""


class Watching(QObject):
    """Watches one folder at a time."""

    arrived = Signal(tuple)
    """Paths, as texts, of pictures that have settled."""
    troubled = Signal(object)
    """A `Message`: the folder cannot be looked at (any more); it is tried on."""
    recovered = Signal(str)
    """The folder, as text, can be looked at again."""

    def __init__(
        self,
        background: Background,
        naming: Naming,
        sniff: Sniffer,
        now: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._naming = naming
        self._sniff = sniff
        self._now = now
        self._watch: FolderWatch | None = None
        self._job: Job | None = None
        self._trouble: Message | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(EVERY_MS)
        self._clock.timeout.connect(self.look)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched."""
        return None if self._watch is None else self._watch.folder

    def watch(self, folder: Path | None) -> None:
        """Watch this folder from now on, or none; what lies in it already is left alone."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._trouble = None
        self._watch = None if folder is None else FolderWatch(folder, self._naming, self._sniff)
        if self._watch is None:
            self._clock.stop()
        else:
            self.look()
            self._clock.start()

    @Slot()
    def look(self) -> None:
        """Look at the folder, unless the last look is still under way."""
        watch, now = self._watch, self._now
        if watch is None or self._job is not None:
            return

        def work(_cancellation: Cancellation) -> Arrivals:
            return watch.look(now())

        self._job = self._background.run(work, done=self._looked)

    def _looked(self, seen: Arrivals) -> None:
        self._job = None
        if seen.trouble is not None and seen.trouble != self._trouble:
            self.troubled.emit(seen.trouble)
        elif seen.trouble is None and self._trouble is not None:
            self.recovered.emit(str(self.folder))
        self._trouble = seen.trouble
        if seen.files:
            self.arrived.emit(tuple(str(path) for path in seen.files))
