"""How the workspace was left: borders and paths that were open. Nothing read from a document."""

from collections.abc import Mapping
from dataclasses import dataclass

MOST_PATHS = 200
"""Paths kept for the next start; whoever opens thousands of files opens their folder, which is one path."""
LONGEST_PATH = 4096
WIDEST = 20_000
"""No border stands further than this many pixels from another."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The state of the workspace between two runs."""

    widths: tuple[int, ...] = ()
    folder: str = ""
    paths: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Return it as JSON can hold it."""
        return {
            "widths": list(self.widths),
            "folder": self.folder,
            "paths": list(self.paths[-MOST_PATHS:]),
        }


def understood(untrusted: Mapping[str, object]) -> Kept:
    """Return the state that a file holds; what does not fit is left out."""
    paths = untrusted.get("paths")
    return Kept(
        _sizes(untrusted.get("widths")),
        _path(untrusted.get("folder")),
        tuple(filter(None, map(_path, paths)))[-MOST_PATHS:] if isinstance(paths, list) else (),
    )


def _path(untrusted: object) -> str:
    """Return a path, "" for what is none."""
    is_one = isinstance(untrusted, str) and len(untrusted) <= LONGEST_PATH and "\0" not in untrusted
    return str(untrusted) if is_one else ""


def _sizes(untrusted: object) -> tuple[int, ...]:
    if not isinstance(untrusted, list) or not all(
        isinstance(size, int) and not isinstance(size, bool) and 0 <= size <= WIDEST for size in untrusted
    ):
        return ()
    return tuple(untrusted)
