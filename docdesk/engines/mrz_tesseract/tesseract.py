"""The program `tesseract`, through pytesseract: a page in, what is read on it out, as hOCR."""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import cv2

from docdesk.foundation.errors import EngineMissing, ReadingFailed
from docdesk.foundation.messages import Message
from docdesk.imaging.grey import Grey

# Seconds after which a whole page is given up: a second is usual, 5 s were seen on a busy machine.
TIMEOUT = 30
LANGUAGE = "eng"
# A directory in memory: what is read is about people and must not lie on a disk, not even deleted.
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - folders in it are made by mkdtemp, for this user alone
PREFIX = "docdesk-mrz-"


class TookTooLong(ReadingFailed):
    """The program was given up after the time that it was given."""


class _OneThread:
    """Holds `OMP_THREAD_LIMIT=1` in the environment while any thread runs Tesseract.

    Without it each call spins on all processors and is up to twenty times slower on a busy machine.
    pytesseract hands its own process's environment to the child and has no other way to set it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._before: str | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        with self._lock:
            if self._inside == 0:
                self._before = os.environ.get("OMP_THREAD_LIMIT")
                os.environ["OMP_THREAD_LIMIT"] = "1"
            self._inside += 1
        try:
            yield
        finally:
            with self._lock:
                self._inside -= 1
                if self._inside == 0:
                    if self._before is None:
                        os.environ.pop("OMP_THREAD_LIMIT", None)
                    else:
                        os.environ["OMP_THREAD_LIMIT"] = self._before


one_thread = _OneThread()


def missing(program: str = "tesseract") -> Message | None:
    """Return what this computer lacks to ask Tesseract, None where all is there."""
    if shutil.which(program) is None:
        return Message.of("reader.tesseract_missing")
    return None if _has_language(program) else Message.of("reader.tesseract_eng_missing")


@lru_cache(maxsize=4)
def _has_language(program: str) -> bool:
    """Return whether the program has the data and answers at all; asked once for each program."""
    try:
        asked = subprocess.run([program, "--list-langs"], capture_output=True, timeout=TIMEOUT, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return LANGUAGE in asked.stdout.decode("ascii", errors="replace").split()


def hocr_of(page: Grey, options: str, program: str = "tesseract", timeout: int = TIMEOUT) -> str:
    """Return what Tesseract says of a page, as hOCR; it is given up after `timeout` seconds.

    Raises:
        EngineMissing: the program or its data is not on this computer.
        TookTooLong: the program had not ended by then.
        ReadingFailed: the program broke off.
    """
    import pytesseract

    lacking = missing(program)
    if lacking is not None:
        raise EngineMissing(lacking)
    home = IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else Path(tempfile.gettempdir())
    _sweep(home)
    with tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-", dir=home) as folder:
        source, target = Path(folder) / "page.png", Path(folder) / "page"
        source.write_bytes(cv2.imencode(".png", page)[1].tobytes())
        try:
            with one_thread.held():
                pytesseract.pytesseract.tesseract_cmd = program
                pytesseract.pytesseract.run_tesseract(
                    str(source), str(target), "hocr", LANGUAGE, config=options, timeout=timeout
                )
        except (
            pytesseract.TesseractNotFoundError,
            pytesseract.TesseractError,
            OSError,
            ValueError,  # what it says on its way out is no UTF-8
        ) as error:
            raise ReadingFailed(Message.of("reader.tesseract_failed")) from error
        except RuntimeError as error:  # what pytesseract raises for a time-out, and for nothing else
            raise TookTooLong(Message.of("reader.tesseract_failed")) from error
        try:
            return target.with_suffix(".hocr").read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise ReadingFailed(Message.of("reader.tesseract_failed")) from error


@lru_cache(maxsize=4)
def _sweep(home: Path) -> None:
    """Remove, once, what a run left behind that was killed: it is a picture of somebody's document."""
    for left in home.glob(f"{PREFIX}*-*"):
        owner = left.name.removeprefix(PREFIX).partition("-")[0]
        if owner.isdecimal() and not _runs(int(owner)):
            shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    if sys.platform == "win32":
        return True  # there, signal 0 would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
