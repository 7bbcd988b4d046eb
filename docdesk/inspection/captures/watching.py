"""A folder into which a reader or scanner drops its files: which have arrived, whole and all of a document.

Nothing tells when a file is finished but that it has stopped changing. A reader writes the lights of a
document one after the other; by their names they belong together, so they are handed out together.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from docdesk.foundation.messages import Message
from docdesk.inspection.captures.decoding import Sniffer
from docdesk.inspection.captures.handing_in import is_picture
from docdesk.inspection.captures.names import Naming, read_name

UNFINISHED_SUFFIXES = frozenset(
    {".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".lock", ".swp"}
)
"""What programs call a file while they write it; they rename it when it is whole."""


@dataclass(frozen=True, slots=True)
class FileState:
    """What changes when a file is written: its size in bytes and when it was changed, in nanoseconds."""

    size: int
    changed_ns: int


Lister = Callable[[Path], Mapping[str, FileState]]
"""Lists the files of a folder by their path within it; raises OSError where the folder cannot be listed."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds.

    `settled`: a file that has not changed for so long is whole; a network share writes in shorter bursts.
    `quiet`: when no file of a document has come or changed for so long, none will; a reader of several lights
    needs about a second for each (general knowledge, not measured).
    `most`: after so long what is whole is handed out, whatever else still changes; also an empty file.
    """

    settled: float = 1.0
    quiet: float = 2.0
    most: float = 30.0


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What one look at the folder brought.

    `files` have arrived, documents in the order in which they came, the files of one side by side. `waiting`
    counts those still being written. `trouble` says why the folder cannot be looked at; watching goes on.
    """

    files: tuple[Path, ...]
    waiting: int
    trouble: Message | None = None


@dataclass(frozen=True, slots=True)
class _Arriving:
    """A file on its way: its state, since when it has had it, and when it was first seen so."""

    state: FileState
    since: float
    first: float


class FolderWatch:
    """Looks at a folder, and at the folders in it, again and again; one thread at a time may call it.

    What is there at the first look that succeeds is taken as known. A file that is overwritten later is
    handed out again, without others of its document that were not: they may be of the document before. What
    was handed out is remembered for as long as the watch lives, so that a network share that goes and comes
    back brings nothing twice.
    """

    def __init__(
        self,
        folder: Path,
        naming: Naming,
        sniff: Sniffer,
        *,
        patience: Patience | None = None,
        lister: Lister | None = None,
    ) -> None:
        self._folder = folder
        self._naming = naming
        self._sniff = sniff
        self._patience = patience or Patience()
        self._lister = lister or listed
        self._known: dict[str, FileState] | None = None
        self._arriving: dict[str, _Arriving] = {}

    @property
    def folder(self) -> Path:
        """The folder that is watched."""
        return self._folder

    def look(self, now: float) -> Arrivals:
        """Return what has arrived by `now`, in seconds of a clock that never goes back."""
        try:
            listing = self._lister(self._folder)
        except OSError as error:
            return Arrivals((), len(self._arriving), _trouble(error, self._folder))
        if self._known is None:
            self._known = dict(listing)
        known = self._known
        self._take_in({name: state for name, state in listing.items() if known.get(name) != state}, now)
        ready = [name for names in self._documents() for name in self._ready(names, now)]
        for name in ready:
            known[name] = self._arriving.pop(name).state
        paths = (self._folder / name for name in ready)
        return Arrivals(tuple(path for path in paths if is_picture(path, self._sniff)), len(self._arriving))

    def _take_in(self, changed: Mapping[str, FileState], now: float) -> None:
        """Keep count of the files on their way, and forget those that are gone."""
        arriving = {name: entry for name, entry in self._arriving.items() if name in changed}
        for name in sorted(changed):
            before, state = arriving.get(name), changed[name]
            if before is None:
                arriving[name] = _Arriving(state, now, now)
            elif before.state != state:
                arriving[name] = replace(before, state=state, since=now)
        self._arriving = arriving

    def _documents(self) -> Iterable[list[str]]:
        """Return the files on their way, those together that names join."""
        documents: dict[tuple[PurePath, str], list[str]] = defaultdict(list)
        for name in self._arriving:
            path = PurePath(name)
            documents[path.parent, read_name(path.stem, self._naming).rest].append(name)
        return documents.values()

    def _ready(self, names: list[str], now: float) -> list[str]:
        """Return those files of one document that are to be handed out now."""
        entries = [self._arriving[name] for name in names]
        late = now - min(entry.first for entry in entries) >= self._patience.most
        settled = [
            name
            for name, entry in zip(names, entries, strict=True)
            if now - entry.since >= self._patience.settled and (entry.state.size or late)
        ]
        quiet = now - max(entry.since for entry in entries) >= self._patience.quiet
        return settled if late or (quiet and len(settled) == len(names)) else []


def listed(folder: Path) -> dict[str, FileState]:
    """Return the files of a folder and of the folders in it, without hidden and unfinished ones.

    Raises:
        OSError: the folder cannot be listed. A folder in it that cannot is left out.
    """
    found: dict[str, FileState] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                found.update(_listed_below(entry))
            else:
                _note(entry, entry.name, found)
    return found


def _listed_below(folder: "os.DirEntry[str]") -> dict[str, FileState]:
    found: dict[str, FileState] = {}
    try:
        with os.scandir(folder.path) as entries:
            for entry in entries:
                _note(entry, f"{folder.name}/{entry.name}", found)
    except OSError:
        return {}  # it went, or may not be read: what is in it is handed out when it can be
    return found


def _note(entry: "os.DirEntry[str]", name: str, found: dict[str, FileState]) -> None:
    if entry.name.startswith((".", "~")) or entry.name.endswith("~"):
        return
    if PurePath(entry.name).suffix.casefold() in UNFINISHED_SUFFIXES:
        return
    try:
        if entry.is_file():
            status = entry.stat()
            found[name] = FileState(status.st_size, status.st_mtime_ns)
    except OSError:
        return  # it went between the listing and the question


def _trouble(error: OSError, folder: Path) -> Message:
    if isinstance(error, PermissionError):
        return Message.of("watching.no_permission", folder=str(folder))
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Message.of("watching.gone", folder=str(folder))
    return Message.of("watching.not_readable", folder=str(folder))
