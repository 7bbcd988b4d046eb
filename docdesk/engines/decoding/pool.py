"""The decoder of docdesk: a pool of worker processes behind `inspection.captures.decoding.Decoder`."""

import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from docdesk.engines.decoding.crew import Crew
from docdesk.engines.decoding.fence import Fence, default_fence
from docdesk.engines.decoding.limits import Limits
from docdesk.engines.decoding.opened import OpenedFile
from docdesk.engines.decoding.reading import ReadFile, read_bytes, read_file
from docdesk.engines.decoding.sniff import HEAD_BYTES, sniff, sniff_unsupported
from docdesk.foundation.errors import CaptureError
from docdesk.inspection.captures.decoding import FileFormat

_DEFAULT_LIMITS = Limits()


class DecodingPool:
    """Opens image files in worker processes that are reused; any thread may call it.

    Each open file holds one worker until it is closed, so a thread that holds `workers` files open and asks
    for one more waits for itself: open, take the frames, close. Workers start when first needed, or at
    `warm()`. A file that crashes or hangs its worker costs that worker only.
    """

    def __init__(
        self,
        workers: int = 1,
        *,
        limits: Limits = _DEFAULT_LIMITS,
        fence: Fence | None = None,
        pdf_ppi: int = 300,
    ) -> None:
        """Make a pool; no process starts yet.

        Args:
            workers: how many files can be open at the same time, at least 1.
            limits: what one file may cost.
            fence: how a worker bounds itself; the strongest of this system if not given.
            pdf_ppi: pixels per inch for pages of PDF files; 300 is what Doc 9303 asks of scans at least, and
                a page that would be too large for it is rendered at less, which its frame then states.
        """
        self._limits = limits
        self._slots = threading.BoundedSemaphore(workers)
        self._crew = Crew(limits, fence or default_fence(), pdf_ppi)
        # Also at interpreter exit: no worker outlives the program, whoever forgot to close.
        self._closing = weakref.finalize(self, self._crew.dismiss)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def warm(self) -> None:
        """Start a worker now, without waiting for it, so that the first file finds it ready."""
        self._crew.warm()

    def close(self) -> None:
        """End all workers; who still waits for a frame or opens a file gets `Cancelled`."""
        self._closing()

    @contextmanager
    def open(self, path: Path) -> Iterator[OpenedFile]:
        """Open the file and read its header, as `Decoder.open` says.

        Raises:
            CaptureError: with a code of `refusals.CODES`.
            Cancelled: the pool was closed.
        """
        with self._opened(read_file(path, self._limits)) as file:
            yield file

    @contextmanager
    def open_bytes(self, untrusted: bytes) -> Iterator[OpenedFile]:
        """Open what is in memory, as `Decoder.open_bytes` says; nothing of it goes to a disk.

        Raises:
            CaptureError: with a code of `refusals.CODES`.
            Cancelled: the pool was closed.
        """
        with self._opened(read_bytes(untrusted, self._limits)) as file:
            yield file

    @contextmanager
    def _opened(self, file: ReadFile) -> Iterator[OpenedFile]:
        head = file.untrusted_bytes[:HEAD_BYTES]
        kind = _format_of(head, file.sha256)
        with self._slots, self._crew.working() as bench:
            yield OpenedFile(file, kind, bench, self._limits)


def _format_of(head: bytes, sha256: str) -> FileFormat:
    kind = sniff(head)
    if kind is not None:
        return kind
    what = sniff_unsupported(head)
    if what is not None:
        raise CaptureError("format_not_supported", sha256=sha256, what=what)
    raise CaptureError("not_a_picture", sha256=sha256)
