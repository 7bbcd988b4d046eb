"""Says what keeps Qt from opening any window on this computer, where Qt would abort."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from docdesk.app.crash import tell
from docdesk.foundation.errors import EngineMissing
from docdesk.foundation.messages import Message
from docdesk.wording.catalogue import Wording


@contextmanager
def looking_for_a_screen(wording: Wording, end: Callable[[int], object] = os._exit) -> Iterator[None]:
    """Make Qt's application in here; where Qt finds no way to a screen, the program ends with a sentence.

    It has to end: whatever is done about the message, Qt aborts after it, which looks like a crash. Nothing
    has been started yet that could be cut off.
    """
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, said: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            heard.append(said)
            return
        what = "; ".join(line.rstrip(".") for line in heard) or said.partition("\n")[0]
        tell(f"docdesk: {wording.say(Message.of('program.no_qt', what=what))}")
        end(EngineMissing.exit_code)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for said in heard:
        tell(said)
