"""The workers of a pool: who is idle, who works, and who has to go."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from docdesk.engines.decoding.fence import Fence
from docdesk.engines.decoding.limits import Limits
from docdesk.engines.decoding.process import WorkerLost, WorkerProcess
from docdesk.engines.decoding.refusals import Refused
from docdesk.foundation.progress import Cancelled

_FILES_PER_WORKER = 200
"""A library that leaks a little on each hostile file must not starve the files after it; a new worker costs
0.2 s, so 1 ms a file."""


class Bench:
    """The place of one worker while a file is open; a lost worker is replaced when the next is asked for."""

    def __init__(self, crew: "Crew") -> None:
        self._crew = crew
        self._worker: WorkerProcess | None = None

    def worker(self) -> tuple[WorkerProcess, bool]:
        """Return the worker of this place and whether it is a new one, which knows nothing of the file."""
        if self._worker is not None and self._worker.alive:
            return self._worker, False
        self.give_up()
        self._worker = self._crew.take()
        return self._worker, True

    @property
    def dismissed(self) -> bool:
        """Whether the pool was closed: a worker lost then was ended by us, not by the file."""
        return self._crew.dismissed

    def give_up(self) -> None:
        """End the worker of this place, if there is one."""
        if self._worker is not None:
            self._crew.end(self._worker)
            self._worker = None

    def leave(self) -> None:
        """Give the worker back for the next file; it forgets this one."""
        if self._worker is None:
            return
        try:
            self._worker.ask({"do": "close"})
        except (WorkerLost, Refused):
            self._crew.end(self._worker)
        else:
            self._crew.give(self._worker)
        self._worker = None


class Crew:
    """All workers of a pool; any thread may call it."""

    def __init__(self, limits: Limits, fence: Fence, pdf_ppi: int) -> None:
        self._limits = limits
        self._fence = fence
        self._pdf_ppi = pdf_ppi
        self._lock = threading.Lock()
        self._idle: list[WorkerProcess] = []
        self._all: set[WorkerProcess] = set()
        self.dismissed = False

    @contextmanager
    def working(self) -> Iterator[Bench]:
        """Give a place at which a file can be worked on."""
        bench = Bench(self)
        try:
            yield bench
        finally:
            bench.leave()

    def warm(self) -> None:
        """Start a worker if none is idle."""
        with self._lock:
            if not self._idle:
                self._idle.append(self._hired())

    def take(self) -> WorkerProcess:
        """Return an idle worker, or a new one.

        Raises:
            Cancelled: the pool was closed.
        """
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.alive:
                    return worker
                self._all.discard(worker)
                worker.kill()
            return self._hired()

    def give(self, worker: WorkerProcess) -> None:
        """Take the worker back after a file; one that has served long goes."""
        worker.served += 1
        if worker.served < _FILES_PER_WORKER and worker.alive:
            with self._lock:
                if not self.dismissed:
                    self._idle.append(worker)
                    return
        self.end(worker)

    def end(self, worker: WorkerProcess) -> None:
        """End this worker."""
        with self._lock:
            self._all.discard(worker)
        worker.kill()

    def dismiss(self) -> None:
        """End all workers; no more are hired."""
        with self._lock:
            self.dismissed = True
            idle, busy = set(self._idle), self._all - set(self._idle)
            self._all.clear()
            self._idle.clear()
        for worker in busy:
            worker.strike()
        for worker in idle:
            worker.kill()

    def _hired(self) -> WorkerProcess:
        if self.dismissed:
            raise Cancelled
        worker = WorkerProcess(self._limits, self._fence, self._pdf_ppi)
        self._all.add(worker)
        return worker
