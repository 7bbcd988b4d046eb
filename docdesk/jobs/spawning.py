"""How a process is started so that it loads only what it needs and is deaf to the terminal's Ctrl-C."""

import multiprocessing
import signal
import sys
import threading
import types
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

_starting = threading.Lock()
"""Python's book of children is no work for several threads: each start asks after all of them, and who asks a
second time while the first has not written down the answer hears that an ended process runs."""


def start(process: BaseProcess) -> None:
    """Start a process of the context `spawn`; may be called from any thread."""
    with _starting, _main_module_hidden(), _interrupts_held():
        process.start()


def runs(process: BaseProcess) -> bool:
    """Return whether a process that was started runs; may be called from any thread."""
    with _starting:
        return process.is_alive()


def bury(process: BaseProcess, grace: float) -> None:
    """Ask a process to end, make it end after `grace` seconds, and forget it; from any one thread."""
    process.terminate()
    wait([process.sentinel], grace)
    with _starting:
        if process.is_alive():
            process.kill()
        process.join()
        process.close()


def spawn_context() -> "multiprocessing.context.SpawnContext":
    """Return the one way in which docdesk starts processes: a fresh interpreter, no copied locks."""
    return multiprocessing.get_context("spawn")


@contextmanager
def _main_module_hidden() -> Iterator[None]:
    """Keep `spawn` from importing the program's main module into the worker: it could load everything."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let the worker be born deaf to Ctrl-C, which the terminal sends it too; the parent decides its end."""
    if sys.platform == "win32":
        yield
        return
    # Python starts its tracker of shared memory with the first worker and then lets interrupts through.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
