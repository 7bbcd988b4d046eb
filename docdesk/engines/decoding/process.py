"""One worker process, seen from the parent: started, asked, and killed when it does not answer."""

import threading
from collections.abc import Mapping

from docdesk.engines.decoding import entry
from docdesk.engines.decoding.exchange import MESSAGE_BYTES, Nonsense, pack, unpack_reply
from docdesk.engines.decoding.fence import Fence
from docdesk.engines.decoding.limits import Limits
from docdesk.jobs.spawning import spawn_context, start

_START_SECONDS = 60.0
"""A worker is ready in 0.2 s on an idle computer; only a broken or drowning one takes a minute."""

_BURY_SECONDS = 5.0
"""A killed process is gone at once, unless the system holds it in a disk read; do not wait for that."""


class WorkerLost(Exception):
    """The worker is gone: it crashed, talked nonsense, or was killed since its time was up (`late`)."""

    def __init__(self, *, late: bool) -> None:
        super().__init__()
        self.late = late


class WorkerProcess:
    """A worker and the pipe to it. One thread at a time may use it; `strike` may come from any."""

    def __init__(self, limits: Limits, fence: Fence, pdf_ppi: int) -> None:
        """Start the process and return without waiting for it."""
        context = spawn_context()
        self._limits = limits
        self._ready = False
        self._late = False
        self.served = 0
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=entry.run, args=(theirs, limits, fence, pdf_ppi), name="docdesk-decoder", daemon=True
        )
        start(self._process)
        theirs.close()

    @property
    def pid(self) -> int | None:
        """The process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.is_alive()

    def ask(self, request: Mapping[str, object]) -> Mapping[str, object]:
        """Return the fields of the worker's answer.

        Raises:
            Refused: the worker refuses the file or the frame; it can be asked on.
            WorkerLost: the worker did not answer in time or is gone; it has been killed.
        """
        if not self._ready:
            self._exchange(None, _START_SECONDS)
            self._ready = True
        return self._exchange(pack(request), self._limits.seconds)

    def strike(self) -> None:
        """End the process from a thread that does not use it; the one that does will find it lost."""
        self._process.kill()

    def kill(self) -> None:
        """End the process at once and bury it; harmless if it has ended already."""
        self._process.kill()
        self._process.join(_BURY_SECONDS)
        self._pipe.close()

    def _exchange(self, request: bytes | None, seconds: float) -> Mapping[str, object]:
        # A clock that kills, not a wait with a timeout: a worker gone wrong may send half a message and stop.
        clock = threading.Timer(seconds, self._time_up)
        clock.daemon = True
        clock.start()
        try:
            untrusted = self._talk(request)
        except (EOFError, OSError) as error:
            self._stop(clock)
            self.kill()
            raise WorkerLost(late=self._late) from error
        except BaseException:  # Ctrl-C: what the worker answers later would be taken for the next answer
            self._stop(clock)
            self.kill()
            raise
        self._stop(clock)
        if self._late:
            self.kill()
            raise WorkerLost(late=True)
        try:
            return unpack_reply(untrusted)
        except Nonsense as error:
            self.kill()
            raise WorkerLost(late=False) from error

    def _talk(self, request: bytes | None) -> bytes:
        if request is not None:
            self._pipe.send_bytes(request)
        return self._pipe.recv_bytes(MESSAGE_BYTES)

    def _time_up(self) -> None:
        self._late = True
        self._process.kill()

    @staticmethod
    def _stop(clock: threading.Timer) -> None:
        clock.cancel()
        clock.join()  # so that a clock which is just striking cannot strike the next request
