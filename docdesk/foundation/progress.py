"""How long work says where it is, and how it is told to stop."""

import threading
from dataclasses import dataclass
from typing import Protocol

from docdesk.foundation.messages import Message


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a piece of work is: `done` of `total` steps, and what it does now."""

    done: int
    total: int
    doing: Message | None = None


class ProgressSink(Protocol):
    """Where progress is told; called from any thread."""

    def __call__(self, progress: Progress, /) -> None:
        """Take note of the progress."""
        ...


class Cancelled(Exception):
    """The work stopped because it was asked to."""


class Cancellation:
    """A wish to stop, made by one thread and noticed by others."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._event.set()

    @property
    def asked(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise `Cancelled` if somebody asked the work to stop."""
        if self._event.is_set():
            raise Cancelled
