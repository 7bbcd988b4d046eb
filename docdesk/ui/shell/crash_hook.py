"""The last resort of the window: a fault that nobody foresaw is told, and the window lives on.

What an exception says may quote a document, and so may the values in its frames: a `Fault` holds its type and
where it arose, nothing else.
"""

import logging
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

log = logging.getLogger(__name__)

MOST_CAUSES = 10
"""Exceptions that led to one another are followed so far; a circle of them has no end."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong: the type of the exception, where it arose, and the way there, a line for each step."""

    kind: str
    where: str
    steps: tuple[str, ...]


class CrashHook(QObject):
    """Hears of every exception that nobody took, on whatever thread, and tells of it on the UI thread."""

    happened = Signal(object)
    """A `Fault`."""

    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        self._hearing = threading.local()
        self._heard.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of exceptions from now on."""
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._raised
        threading.excepthook = self._raised_on_thread
        sys.unraisablehook = self._not_raisable

    def remove(self) -> None:
        """Leave exceptions to whoever heard of them before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _raised(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):
            # An interruption ends the program, as it does without a window.
            self._before[0](kind, error, trace)
            return
        self._hear(error, trace)

    def _raised_on_thread(self, happened: threading.ExceptHookArgs) -> None:
        if isinstance(happened.exc_value, Exception):
            self._hear(happened.exc_value, happened.exc_traceback)

    def _not_raisable(self, happened: "sys.UnraisableHookArgs") -> None:
        if isinstance(happened.exc_value, Exception):
            self._hear(happened.exc_value, happened.exc_traceback)

    def _hear(self, error: BaseException, trace: TracebackType | None) -> None:
        if getattr(self._hearing, "now", False):
            return  # A fault of telling a fault is not told, or there would be no end.
        self._hearing.now = True
        try:
            fault = fault_of(error, trace)
            log.error("a fault, %s in %s:\n%s", fault.kind, fault.where, "\n".join(fault.steps))
            self._heard.emit(fault)
        finally:
            self._hearing.now = False

    @Slot(object)
    def _tell(self, fault: Fault) -> None:
        self.happened.emit(fault)


def fault_of(error: BaseException, trace: TracebackType | None = None) -> Fault:
    """Return what may be told of an exception."""
    steps = list(_steps(trace or error.__traceback__))
    where = next((step for step in reversed(steps) if step.startswith("docdesk/")), (steps or ["?"])[-1])
    kind = type(error).__name__
    steps.append(kind)
    cause = error.__cause__ or error.__context__
    for _ in range(MOST_CAUSES):
        if cause is None:
            break
        steps += ["after", *_steps(cause.__traceback__), type(cause).__name__]
        cause = cause.__cause__ or cause.__context__
    return Fault(kind, where, tuple(steps))


def _steps(trace: TracebackType | None) -> Iterator[str]:
    """Yield `docdesk/ui/shell/rail.py:42 in show_open` for each frame, the innermost last."""
    while trace is not None:
        code = trace.tb_frame.f_code
        yield f"{_short(code.co_filename)}:{trace.tb_lineno} in {code.co_name}"
        trace = trace.tb_next


def _short(path: str) -> str:
    """Return the path from the package on: what stands before may name a user."""
    parts = PurePath(path).parts
    for package in ("docdesk", "site-packages"):
        if package in parts:
            last = len(parts) - 1 - parts[::-1].index(package)
            return "/".join(parts[last + (package == "site-packages") :])
    return parts[-1] if parts else "?"
