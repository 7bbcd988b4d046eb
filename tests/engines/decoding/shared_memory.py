"""Which shared memory of docdesk is there."""

import os
from pathlib import Path


def segments(pid: int | None = None) -> list[str]:
    """The names of the decoder's segments of a process, this one if none is named."""
    return sorted(path.name for path in Path("/dev/shm").glob(f"docdesk_{pid or os.getpid()}_*"))
