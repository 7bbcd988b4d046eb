"""Reads a file from outside into memory: regular files only, within the limit, hashed as read.

A picture that is in memory already passes the same limits and is hashed alike.
"""

import errno
import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from docdesk.engines.decoding.limits import Limits, in_mega
from docdesk.engines.decoding.refusals import Refused
from docdesk.foundation.errors import CaptureError

_BLOCK = 1 << 20  # bytes per read; larger blocks were no faster

# O_NONBLOCK: a pipe that was put in the file's place between the check and the opening must not hang us.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_CODES = {
    errno.ENOENT: "not_found",
    errno.ENOTDIR: "not_found",
    errno.ELOOP: "not_found",
    errno.ENAMETOOLONG: "not_found",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.EISDIR: "not_a_file",
    errno.ENXIO: "not_a_file",
}


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The bytes of a file as they were read once, and their SHA-256 in lower-case hex."""

    untrusted_bytes: bytes
    sha256: str


def read_file(path: Path, limits: Limits) -> ReadFile:
    """Return what the file holds; what is hashed is exactly what will be decoded.

    Raises:
        CaptureError: there is no such regular file, it cannot be read, it is empty or too large.
    """
    try:
        untrusted_bytes = _bytes_of(path, limits)
    except Refused as refused:
        raise CaptureError(refused.code, sha256=None, **refused.values) from None
    except OSError as error:
        raise CaptureError(_CODES.get(error.errno or 0, "not_readable")) from error
    except ValueError as error:  # a NUL in the path
        raise CaptureError("not_found") from error
    return _hashed(untrusted_bytes)


def read_bytes(untrusted_bytes: bytes, limits: Limits) -> ReadFile:
    """Return what is in memory as if it had been read from a file.

    Raises:
        CaptureError: it is empty or too large.
    """
    try:
        _demand_size(len(untrusted_bytes), limits)
    except Refused as refused:
        raise CaptureError(refused.code, sha256=None, **refused.values) from None
    return _hashed(untrusted_bytes)


def _hashed(untrusted_bytes: bytes) -> ReadFile:
    sha256 = hashlib.sha256(untrusted_bytes).hexdigest()
    if not untrusted_bytes:
        raise CaptureError("empty_file", sha256=sha256)
    return ReadFile(untrusted_bytes, sha256)


def _bytes_of(path: Path, limits: Limits) -> bytes:
    _demand_regular(path.stat())  # before opening: to open a device can already do something
    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        status = os.fstat(descriptor)
        _demand_regular(status)
        _demand_size(status.st_size, limits)
        blocks = []
        size = 0
        # The size was a promise only: the file may grow or shrink while it is read.
        while block := file.read(_BLOCK):
            blocks.append(block)
            size += len(block)
            _demand_size(size, limits)
        return b"".join(blocks)


def _demand_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise Refused("not_a_file")


def _demand_size(size: int, limits: Limits) -> None:
    if size > limits.file_bytes:
        raise Refused("too_many_bytes", found=in_mega(size), limit=in_mega(limits.file_bytes))
