"""What a working process does for the window: it makes its own engines and inspects what it is handed."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from docdesk.app import wiring
from docdesk.app.logs import LogTrace
from docdesk.inspection.captures.opening import FrameSet
from docdesk.inspection.captures.previewed import previewed
from docdesk.inspection.inspect import inspect
from docdesk.settings.settings import Settings
from docdesk.ui.inspecting.inspector import Seen, Task


@contextmanager
def inspecting(settings: Settings) -> Iterator[Callable[[Task], Iterator[Seen]]]:
    """Give what inspects a task and tells, step by step, what it sees."""
    logging.basicConfig(level=logging.WARNING)
    with wiring.decoder(settings, 1) as decoder:
        tools = wiring.tools(settings, decoder, LogTrace())
        # The networks are loaded now, and not when an officer waits for the first document.
        tools.reader.missing()

        def work(task: Task) -> Iterator[Seen]:
            for step in inspect(task.bundle, tools, task.on):
                yield previewed(step) if isinstance(step, FrameSet) else step

        yield work
