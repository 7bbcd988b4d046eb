"""A restless hand: it does to the workspace what an officer does, while a folder is being inspected."""

from collections.abc import Callable
from itertools import cycle

from PySide6.QtCore import QObject, QTimer, Slot

from docdesk.ui.inspecting.workspace import InspectWorkspace
from docdesk.ui.viewing.view import View

EVERY_MS = 120
"""Eight deeds a second: faster than anybody works, slow enough that the window paints between them."""


class RestlessHand(QObject):
    """Steps through documents, findings and lights, zooms, enters characters and takes them back."""

    def __init__(
        self,
        workspace: InspectWorkspace,
        seconds: float,
        deed_began: Callable[[str], None],
        finished: Callable[[int], None],
    ) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._left = int(seconds * 1000 / EVERY_MS)
        self._deed_began = deed_began
        self._finished = finished
        self._done = 0
        self._deeds = cycle(self._all_deeds())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin."""
        self._timer.start(EVERY_MS)

    def _all_deeds(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        workspace, page = self._workspace, self._workspace.page
        desk = workspace.desk

        def seen(move: Callable[[View], object]) -> Callable[[], object]:
            """Move the view that is seen, if a picture is there yet."""
            return lambda: [move(view) for view in desk.views()[:1]]

        return (
            ("next document", lambda: page.strip.step(1)),
            ("next finding", lambda: page.findings.step(1)),
            ("zoom", seen(lambda view: view.zoom_by(1.5))),
            ("pan", seen(lambda view: view.pan((40, 25)))),
            ("enter a character", lambda: page.mrz.entered.emit(1, 4, "7")),
            ("undo", workspace.undo.undo),
            ("fit", seen(View.fit)),
            ("seven documents on", lambda: page.strip.step(7)),
            ("expert", workspace.actions["expert"].trigger),
            ("full view", workspace.desk.full_view_wanted.emit),
            ("full view again", workspace.desk.full_view_wanted.emit),
            ("expert again", workspace.actions["expert"].trigger),
            ("back", lambda: page.strip.step(-2)),
        )

    @Slot()
    def _next(self) -> None:
        if self._done >= self._left:
            self._timer.stop()
            self._finished(self._done)
            return
        name, deed = next(self._deeds)
        self._done += 1
        self._deed_began(name)
        deed()
