"""What runs inside a hand: makes its engines, then answers items until the pipe closes or it has to end."""

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from types import FrameType
from typing import Any

_NICENESS = 5
"""A little behind the window in the queue for a core, well before what the system calls idle."""


def serve(
    pipe: "Connection[Any, Any]",
    maker: Callable[[], AbstractContextManager[Callable[[Any], Iterable[Any]]]],
) -> None:
    """Answer items: ("answer", it) for each answer, then ("end", None) or ("broken", where)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    if sys.platform != "win32":
        os.nice(_NICENESS)
        threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(KeyboardInterrupt, EOFError, BrokenPipeError, ConnectionResetError), maker() as work:
        while True:
            item = pipe.recv()
            pipe.send(_answered(pipe, work, item))


def _answered(
    pipe: "Connection[Any, Any]", work: Callable[[Any], Iterable[Any]], item: object
) -> tuple[str, str | None]:
    try:
        for answer in work(item):
            pipe.send(("answer", answer))
    except (BrokenPipeError, ConnectionResetError):
        raise
    except Exception as error:  # noqa: BLE001 - a fault on one item must not end the rest
        # What an exception says may quote a document: only its type and where it arose are told.
        where = "".join(traceback.format_tb(error.__traceback__))
        return "broken", f"{type(error).__name__}\n{where}"
    return "end", None


def _end_with_parent() -> None:
    """Leave in order when the program is gone, also in the middle of an item: nobody waits for it."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)


def _end(_number: int, _frame: FrameType | None) -> None:
    """Leave by the way on which files are removed and children ended, and hear of it only once."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt
