"""How the limits are enforced inside a worker, beside the parent's clock."""

import sys
from dataclasses import dataclass
from typing import Protocol

from docdesk.engines.decoding.limits import Limits

_OPEN_FILES = 64
"""A worker has its pipe, the null device and the libraries it loads late; hostile code gets few more."""


class Fence(Protocol):
    """What a worker puts around itself before it sees the first file; it travels to the worker pickled."""

    def enter(self, limits: Limits) -> None:
        """Take away from this process what decoding does not need; never undone."""
        ...


@dataclass(frozen=True, slots=True)
class RlimitFence:
    """The fence of POSIX: bounded address space, no core dumps (they hold the document), no written files.

    CPU time is not bounded here: workers are reused, and the parent's clock ends one that hangs.
    """

    def enter(self, limits: Limits) -> None:
        """Set the resource limits; one that the system already holds lower stays as it is."""
        # Not at the top: Windows has no such module, and the check lets mypy read this on any system.
        if sys.platform == "win32":
            return
        import resource

        for kind, wanted in (
            (resource.RLIMIT_AS, limits.memory_bytes),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_NOFILE, _OPEN_FILES),
        ):
            _, hard = resource.getrlimit(kind)
            bound = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
            resource.setrlimit(kind, (bound, bound))


@dataclass(frozen=True, slots=True)
class NoFence:
    """No fence, where the system offers none: bytes, pixels, frames and time stay bounded, memory is not."""

    def enter(self, limits: Limits) -> None:
        """Do nothing."""


def default_fence() -> Fence:
    """Return the strongest fence this system has."""
    return NoFence() if sys.platform == "win32" else RlimitFence()
