"""Memory that parent and worker share. The parent makes, owns and removes every piece of it."""

import contextlib
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import mmap
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path


class _Piece(SharedMemory):
    """Shared memory that can be closed while arrays over its bytes live on."""

    _buf: memoryview | None
    _mmap: mmap | None

    @property
    def view(self) -> memoryview:
        """The bytes, at least as many as asked for."""
        view = self.buf
        if view is None:
            msg = "the memory was let go"
            raise ValueError(msg)
        return view

    def leave(self) -> None:
        """Close it: now, or where arrays over it live on, with the last of them."""
        try:
            self.close()
        except BufferError:  # leave the mapping to the arrays, and close the descriptor only
            self._buf = None
            self._mmap = None
            self.close()


class Segment(_Piece):
    """A piece of shared memory of the parent.

    After `let_go` its name is gone and no process can leak it; arrays over its bytes stay good for as long as
    they live, and the memory goes with the last of them.
    """

    def __init__(self, size: int) -> None:
        # The process id lets tests and people see whose memory it is; macOS allows 31 characters.
        super().__init__(f"docdesk_{os.getpid()}_{secrets.token_hex(6)}", create=True, size=size)
        try:
            _reserve(self.name, size)
        except OSError:
            self.let_go()
            raise

    def let_go(self) -> None:
        """Remove the name now and the memory with the last array over it."""
        with contextlib.suppress(FileNotFoundError):  # a worker gone wrong may have removed it
            self.unlink()
        self.leave()


class _Borrowed(_Piece):
    """A segment of the parent, in a worker."""

    def unlink(self) -> None:
        """Leave the removing to the parent: Python would do it where there is no room to attach."""


@contextmanager
def attached(name: str, size: int) -> Iterator[memoryview]:
    """Give the first `size` bytes of the parent's segment; for workers.

    Spawned workers share the parent's resource tracker, so that attaching here cannot remove the segment.
    """
    piece = _Borrowed(name)
    try:
        yield piece.view[:size]
    finally:
        piece.leave()


def _reserve(name: str, size: int) -> None:
    """Take the memory at once, so that a full /dev/shm is an error here and no fatal signal later."""
    if sys.platform != "linux":
        return
    descriptor = os.open(Path("/dev/shm") / name, os.O_RDWR)  # noqa: S108 - where Linux keeps shared memory
    try:
        os.posix_fallocate(descriptor, 0, size)
    finally:
        os.close(descriptor)
