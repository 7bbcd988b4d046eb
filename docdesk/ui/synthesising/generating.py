"""Has a plan carried out, and knows how far it is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from docdesk.foundation.errors import DocdeskError
from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Cancellation, Cancelled, Progress
from docdesk.synthesis.plans.plan import Plan
from docdesk.ui.background import Background
from docdesk.ui.synthesising.remaining import remaining
from docdesk.ui.synthesising.services import Generator, Tally


class Generating(QObject):
    """One plan at a time."""

    began = Signal()
    progressed = Signal(object)
    """A `Progress`, with what is being done."""
    ended = Signal(object)
    """A `Message`: how it ended, well or not; nothing is under way any more."""

    def __init__(
        self,
        generate: Generator,
        background: Background,
        seconds: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._generate = generate
        self._background = background
        self._seconds = seconds
        self._wish: Cancellation | None = None
        self._doing: Message | None = None
        self._since = 0.0
        self.finished: Path | None = None
        """The folder of the documents that were made last, all of them."""

    @property
    def running(self) -> bool:
        """Whether a plan is being carried out, or is being stopped."""
        return self._wish is not None

    @property
    def stopping(self) -> bool:
        """Whether it was asked to stop and has not yet."""
        return self._wish is not None and self._wish.asked

    def start(self, plan: Plan, folder: Path) -> None:
        """Carry out a plan, unless one is being carried out."""
        if self._wish is not None:
            return
        wish = self._wish = Cancellation()
        self.finished = self._doing = None

        def work(_cancellation: Cancellation) -> Tally | None:
            try:
                return self._generate(plan, folder, tell, wish)
            except Cancelled:
                return None

        def tell(progress: Progress) -> None:
            self._background.post(partial(self._progressed, progress))

        self._background.run(work, done=partial(self._done, folder), failed=self._failed)
        self.began.emit()

    def stop(self) -> None:
        """Stop at once; what was made stays."""
        if self._wish is not None:
            self._wish.cancel()

    def left(self, progress: Progress) -> Message | None:
        """Return how long the rest of what is being done will take, None while that is not known."""
        return remaining(progress.done, progress.total, self._seconds() - self._since)

    def _progressed(self, progress: Progress) -> None:
        if self._wish is None or self._wish.asked:
            return
        if progress.doing != self._doing:
            self._doing, self._since = progress.doing, self._seconds()
        self.progressed.emit(progress)

    def _done(self, folder: Path, tally: Tally | None) -> None:
        self._wish = None
        if tally is None:
            self.ended.emit(Message("plan.stopped"))
            return
        self.finished = folder
        if tally.lost:
            values = {"made": tally.made, "before": tally.before, "lost": tally.lost}
            self.ended.emit(Message.of("plan.done_lost", **values))
        else:
            self.ended.emit(Message.of("plan.done", made=tally.made, before=tally.before))

    def _failed(self, error: Exception) -> None:
        self._wish = None
        if not isinstance(error, DocdeskError):
            self.ended.emit(Message("plan.failed"))
            raise error
        self.ended.emit(error.message)
