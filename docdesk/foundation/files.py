"""Files written whole or not at all."""

import os
import threading
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that whoever reads it finds the old content or the new, never a part of either.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    # Two programs, or two threads, may write the same file; and a long name leaves no room for more.
    beside = path.with_name(f".docdesk-{os.getpid()}-{threading.get_ident()}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        # Whoever interrupts the program leaves no part behind either.
        beside.unlink(missing_ok=True)
        raise
