"""Asks for documents to be looked at, one at a time: whoever asks for another lets the one before be."""

from PySide6.QtCore import QObject, Signal

from docdesk.foundation.messages import Message
from docdesk.jobs.hands import Answered, Broken, Told
from docdesk.synthesis.plans.plan import Order
from docdesk.ui.synthesising.services import Previewer


class Previewing(QObject):
    """Knows which document is being made."""

    began = Signal(object)
    """An `Order` is being carried out."""
    came = Signal(object)
    """Its `Preview` is here."""
    refused = Signal(object)
    """A `Message`: why there is none."""
    stopped = Signal()
    """Nobody wanted it any more."""

    def __init__(self, previewer: Previewer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previewer = previewer
        self._tickets = 0
        self._waiting: Order | None = None

    @property
    def waiting(self) -> Order | None:
        """What is being made, None for nothing."""
        return self._waiting

    def ask(self, order: Order) -> None:
        """Have a document made in place of whatever is being made."""
        self._take_back()
        self._tickets += 1
        self._waiting = order
        self._previewer.give(self._tickets, order)
        self.began.emit(order)

    def stop(self) -> None:
        """Let be what is being made."""
        if self._take_back():
            self.stopped.emit()

    def hear(self, told: Told) -> None:
        """Take in what the previewer tells; on the UI thread."""
        if self._waiting is None or told.ticket != self._tickets:
            return
        if isinstance(told, Answered):
            self._waiting = None
            (self.refused if isinstance(told.answer, Message) else self.came).emit(told.answer)
        elif isinstance(told, Broken):
            self._waiting = None
            self.refused.emit(Message("synthesise.preview_failed"))

    def _take_back(self) -> bool:
        """Return whether there was anything to take back."""
        if self._waiting is None:
            return False
        self._waiting = None
        self._previewer.take_back((self._tickets,))
        return True
