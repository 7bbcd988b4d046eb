"""Lets Ctrl+C and the system's wish to end reach a program that waits in Qt's event loop."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QSocketNotifier


@contextmanager
def ending_by_signal(end: Callable[[], object], parent: QObject) -> Iterator[None]:
    """Call `end` on the UI thread when the program is interrupted or asked to end.

    Python runs its handlers between two steps of Python, and there are none while Qt waits: a pipe that a
    signal writes to wakes it.
    """
    ear, mouth = os.pipe()
    os.set_blocking(ear, False)
    os.set_blocking(mouth, False)
    notifier = QSocketNotifier(ear, QSocketNotifier.Type.Read, parent)

    def heard() -> None:
        os.read(ear, 64)
        end()

    notifier.activated.connect(heard)
    before = {number: signal.signal(number, _nothing) for number in (signal.SIGINT, signal.SIGTERM)}
    descriptor = signal.set_wakeup_fd(mouth, warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(descriptor)
        for number, handler in before.items():
            signal.signal(number, handler)
        notifier.setEnabled(False)
        os.close(ear)
        os.close(mouth)


def _nothing(_number: int, _frame: object) -> None:
    """Leave the rest to the pipe."""
