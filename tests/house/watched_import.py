"""Imports the modules that are named, in a fresh interpreter, and prints what that did beyond reading."""

import importlib
import logging
import os
import sys
import threading
from typing import Any

NOTICED = {
    "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link", "os.truncate", "os.chmod",
    "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn",
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto",
}  # fmt: skip

importing = ""


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Print what is not reading."""
    if event in NOTICED:
        print(f"{importing}: {event} {arguments}")
    elif event == "open" and opens_to_write(*arguments[1:3]) and arguments[0] != os.devnull:
        print(f"{importing}: opens {arguments[0]!r} to write")


def opens_to_write(mode: str | None, flags: int) -> bool:
    """Whether `open` (by its mode) or `os.open` (by its flags) would write."""
    if mode is None:
        return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))
    return bool(set(mode) & set("wax+"))


def threads() -> set[str]:
    """The names of the threads that run."""
    return {thread.name for thread in threading.enumerate()}


def logs() -> list[tuple[str, int, int]]:
    """Level and number of handlers of the root logger and of each of docdesk's that somebody set up."""
    named = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] == "docdesk"]
    ours = [log for log in map(logging.getLogger, named) if log.level or log.handlers]
    return [(log.name, log.level, len(log.handlers)) for log in [logging.root, *ours]]


sys.addaudithook(watch)
for importing in sys.argv[1:]:
    before = threads(), logs()
    importlib.import_module(importing)
    if threads() - before[0]:
        print(f"{importing}: starts threads {sorted(threads() - before[0])}")
    if logs() != before[1]:
        print(f"{importing}: configures logging {logs()}")
