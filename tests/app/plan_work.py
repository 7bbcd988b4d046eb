"""Work for plans without printing: functions of a module, since processes are handed them by name."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from docdesk.app.synthesis_work import Films, Task, not_written
from docdesk.foundation.messages import Message


@contextmanager
def noting(folder: str) -> Iterator[Callable[[Task], Iterator[Message]]]:
    """Leave a file for each task; models called so make it refuse, fail, or wait for ever."""
    home = Path(folder)

    def work(task: Task) -> Iterator[Message]:
        if isinstance(task, Films):
            (home / f"films-{task.model}").touch()
            return
        if task.model == "full":
            yield not_written(OSError(28, "No space left on device", "captures"), home)
        elif task.model == "broken":
            raise RuntimeError
        else:
            (home / task.id).write_text(str(os.getpid()))
            while task.model == "endless":
                time.sleep(0.01)

    yield work
