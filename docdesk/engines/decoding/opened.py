"""A file open in a worker: asks for frames, checks each answer, owns the memory the pixels come back in."""

from collections.abc import Callable
from typing import TypeVar, cast

import numpy as np

from docdesk.engines.decoding.crew import Bench
from docdesk.engines.decoding.exchange import Measure, Nonsense, checked_frames, checked_measure
from docdesk.engines.decoding.limits import Limits, in_mega
from docdesk.engines.decoding.memory import Segment
from docdesk.engines.decoding.process import WorkerLost, WorkerProcess
from docdesk.engines.decoding.reading import ReadFile
from docdesk.engines.decoding.refusals import Refused
from docdesk.foundation.errors import CaptureError
from docdesk.foundation.progress import Cancelled
from docdesk.inspection.captures.decoding import FileFormat, Frame, Pixels, ResolutionKnown

_WORKERS_PER_FILE = 3
"""One frame that kills its worker does not condemn the next, but a file of 500 such frames must not cost 500
workers and their time limits."""

_T = TypeVar("_T")


class OpenedFile:
    """A file whose header a worker has read. One thread at a time may use it.

    The pixels of a frame are read-only and stay good for as long as they are held, even after closing; while
    they are, they cost their memory and one file descriptor (Python's mmap keeps a copy of it).
    """

    def __init__(self, file: ReadFile, kind: FileFormat, bench: Bench, limits: Limits) -> None:
        """Let a worker read the header.

        Raises:
            CaptureError: it refuses.
        """
        self._file = file
        self._format = kind
        self._bench = bench
        self._limits = limits
        self._lost: list[CaptureError] = []
        self._frames = self._explained(self._opened_frames)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file's bytes, in lower-case hex."""
        return self._file.sha256

    @property
    def format(self) -> FileFormat:
        """What the content is, whatever the name says."""
        return self._format

    @property
    def frames(self) -> int:
        """How many frames the file holds, at least 1."""
        return self._frames

    def frame(self, number: int) -> Frame:
        """Decode the frame with this number, from 1.

        Raises:
            CaptureError: the frame cannot be decoded within the limits, or there is none of this number.
            Cancelled: the pool was closed.
        """
        if not 1 <= number <= self._frames:
            raise CaptureError("no_such_frame", sha256=self.sha256, number=number, frames=self._frames)
        return self._explained(lambda: self._decoded(number))

    def _explained(self, work: Callable[[], _T]) -> _T:
        """Return what the work returns; each way in which it can fail becomes one `CaptureError`."""
        if len(self._lost) >= _WORKERS_PER_FILE:
            last = self._lost[-1]
            raise CaptureError(last.code, sha256=self.sha256, **dict(last.message.values))
        try:
            return work()
        except Refused as refused:
            raise CaptureError(refused.code, sha256=self.sha256, **refused.values) from None
        except (WorkerLost, Nonsense) as lost:
            self._bench.give_up()
            if self._bench.dismissed:
                raise Cancelled from lost
            late = isinstance(lost, WorkerLost) and lost.late
            # A limit under a second is for tests; people read whole seconds.
            error = (
                CaptureError("too_slow", sha256=self.sha256, limit=max(1, round(self._limits.seconds)))
                if late
                else CaptureError("decoder_crashed", sha256=self.sha256)
            )
            self._lost.append(error)
            raise error from lost

    def _opened_frames(self) -> int:
        worker, _ = self._bench.worker()
        return self._open_in(worker)

    def _open_in(self, worker: WorkerProcess) -> int:
        """Let the worker read the header, and return how many frames it found."""
        untrusted_bytes = self._file.untrusted_bytes
        segment = self._segment(len(untrusted_bytes))
        try:
            segment.view[: len(untrusted_bytes)] = untrusted_bytes
            place = {"name": segment.name, "bytes": len(untrusted_bytes)}
            return checked_frames(worker.ask({"do": "open", "format": self._format, **place}), self._limits)
        finally:
            segment.let_go()

    def _decoded(self, number: int) -> Frame:
        worker, new = self._bench.worker()
        if new:  # the one that knew the file was lost
            self._open_in(worker)
        measure = checked_measure(worker.ask({"do": "measure", "number": number}))
        if measure.width * measure.height > self._limits.pixels:
            raise Nonsense  # the worker should have refused
        segment = self._segment(measure.bytes)
        try:
            worker.ask({"do": "decode", "number": number, "name": segment.name, "bytes": measure.bytes})
            pixels = _pixels(segment, measure)
        finally:
            segment.let_go()
        known = cast("ResolutionKnown | None", measure.known)
        return Frame(number, pixels, measure.turned, measure.mirrored, measure.ppi, known)

    def _segment(self, size: int) -> Segment:
        try:
            return Segment(size)
        except (OSError, MemoryError) as error:  # the shared memory of this computer is full
            raise Refused("too_much_memory", limit=in_mega(self._limits.memory_bytes)) from error


def _pixels(segment: Segment, measure: Measure) -> Pixels:
    """Return the segment's bytes as an array that keeps its memory alive."""
    rows, columns, channels = measure.height, measure.width, measure.channels
    shape = (rows, columns) if channels == 1 else (rows, columns, channels)
    pixels: Pixels
    if measure.bits == 16:
        pixels = np.frombuffer(segment.view, np.uint16, rows * columns).reshape(shape)
    else:
        pixels = np.frombuffer(segment.view, np.uint8, rows * columns * channels).reshape(shape)
    pixels.setflags(write=False)  # the original never changes
    return pixels
