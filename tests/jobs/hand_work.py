"""Work for hands: functions of a module, since processes are handed them by name."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def made(folder: str) -> Iterator[Callable[[object], Iterator[object]]]:
    """Answer with twice the item; words make it wait, fail, die or wait for a file."""
    home = Path(folder)

    def work(item: object) -> Iterator[object]:
        if item == "fail":
            name = "SM"
            raise RuntimeError(f"{name}ITH")
        if item == "die":
            os._exit(3)
        if item == "pid":
            yield os.getpid()
            return
        if item == "for ever":
            yield "begun"
            while True:
                time.sleep(0.01)
        if isinstance(item, tuple):
            while not (home / item[0]).exists():
                time.sleep(0.005)
        yield [item, item]
        yield "last"

    try:
        yield work
    finally:
        (home / f"left-{os.getpid()}").touch()
