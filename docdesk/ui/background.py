"""The one way off the UI thread and back: work runs on threads, its news arrive where widgets live."""

import logging
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from docdesk.foundation.progress import Cancellation, Cancelled

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")
Work = Callable[[Cancellation], Answer]
"""What runs off the UI thread: it looks at the cancellation between its steps."""

THREADS = 3
"""Work that waits (for a disk, for a decoder's process) beside work that computes; more gain nothing on the
two cores that a border desk has."""


class Job:
    """A piece of work under way. After `cancel` nothing more is heard of it."""

    def __init__(self, *, to_the_end: bool = False) -> None:
        self.to_the_end = to_the_end
        self.cancellation = Cancellation()

    def cancel(self) -> None:
        """Ask the work to stop, and let its news go unheard."""
        self.cancellation.cancel()


class Background(QObject):
    """Runs work on threads and hands its news to the UI thread; lives as long as the program."""

    _news = Signal(object)

    def __init__(self, parent: QObject | None = None, *, threads: int = THREADS) -> None:
        super().__init__(parent)
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="background")
        self._open = True
        self._jobs: set[Job] = set()
        self._news.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Work[Answer],
        *,
        done: Callable[[Answer], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        to_the_end: bool = False,
    ) -> Job:
        """Run the work on a thread; call back on the UI thread, unless the job was cancelled meanwhile.

        What is `to_the_end` keeps something for the user: it is done even if the program ends before it is
        its turn. Without `done` nobody waits for the answer. What `failed` is not there to take is raised on
        the UI thread, where the crash page hears of it.
        """
        job = Job(to_the_end=to_the_end)
        if not self._open:
            job.cancel()
            return job
        self._jobs.add(job)

        def go() -> None:
            try:
                job.cancellation.check()
                answer = work(job.cancellation)
            except Cancelled:
                self.post(lambda: self._jobs.discard(job))
            except Exception as error:  # noqa: BLE001 - jobs are where a fault of one must not end the rest
                where = "".join(traceback.format_tb(error.__traceback__))
                log.debug("background work ended by %s:\n%s", type(error).__name__, where)
                fault = error
                self._post(job, lambda: self._failed(job, fault, failed))
            else:
                self._post(job, lambda: self._done(job, answer, done))

        self._threads.submit(go)
        return job

    def post(self, news: Callable[[], None]) -> None:
        """Call this on the UI thread, soon; may be called from any thread."""
        if self._open:
            self._news.emit(news)

    @property
    def busy(self) -> bool:
        """Whether work is under way whose end has not been told."""
        return bool(self._jobs)

    def close(self) -> None:
        """Cancel work, but for what is done to its end, and wait for the threads; no news arrive then."""
        self._open = False
        for job in tuple(self._jobs):
            if not job.to_the_end:
                job.cancel()
        self._jobs.clear()
        self._threads.shutdown(wait=True)

    def _post(self, job: Job, news: Callable[[], None]) -> None:
        def unless_cancelled() -> None:
            if not job.cancellation.asked:
                news()
            else:
                self._jobs.discard(job)

        self.post(unless_cancelled)

    def _done(self, job: Job, answer: Answer, done: Callable[[Answer], None] | None) -> None:
        self._jobs.discard(job)
        if done is not None:
            done(answer)

    def _failed(self, job: Job, error: Exception, failed: Callable[[Exception], None] | None) -> None:
        self._jobs.discard(job)
        if failed is None:
            raise error
        failed(error)

    @Slot(object)
    def _deliver(self, news: Callable[[], None]) -> None:
        if self._open:
            news()
