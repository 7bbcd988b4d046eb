"""Files and folders handed in become bundles: the captures that one document's inspection will look at.

Every frame is an inspection of its own unless names or a capture.toml join them.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from docdesk.foundation.errors import CaptureError
from docdesk.foundation.progress import Cancellation
from docdesk.inspection.captures.capture import Label, Light, Side
from docdesk.inspection.captures.decoding import Sniffer
from docdesk.inspection.captures.names import NamedFile, Naming, read_name
from docdesk.inspection.captures.stated import FILE_NAME, MAX_BYTES, StatedDocument, read_stated

PICTURE_SUFFIXES = frozenset(
    {
        *(".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".tif", ".tiff", ".bmp", ".dib"),
        *(".webp", ".jp2", ".j2k", ".j2c", ".jpx", ".heic", ".heif", ".pdf"),
    }
)
"""A file so called in a folder is a picture, or a damaged one: it is never passed over in silence."""

MEGA = 1_000_000
HEAD_BYTES = 1024
"""A PDF may begin with up to 1,024 bytes of something else; every other format shows in its first 64."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a bundle: where it is, what was given, what it shows.

    `frame` None means every frame but those in `without`, which a capture.toml gave to another document.
    `content` holds the bytes of a picture that has no file; `path` then leads nowhere and is not opened.
    """

    path: Path
    given: str
    label: Label
    frame: int | None = None
    without: frozenset[int] = frozenset()
    content: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is to be inspected together. With a `fault` its one member cannot be used, and why is known."""

    name: str
    members: tuple[Member, ...]
    fault: CaptureError | None = None


@dataclass(frozen=True, slots=True)
class HandedIn:
    """All bundles in the order of the paths, and how many files of folders are no pictures."""

    bundles: tuple[Bundle, ...]
    passed_over: int


def hand_in(
    paths: Sequence[str], naming: Naming, sniff: Sniffer, cancellation: Cancellation | None = None
) -> HandedIn:
    """Return the bundles that these files and folders make.

    A path that is not there becomes a bundle all the same: the decoder says what is wrong with it.

    Raises:
        Cancelled: the wish to stop came while folders were looked through.
    """
    check = cancellation.check if cancellation is not None else _go_on
    files: dict[str, str] = {}
    closed: list[Bundle] = []
    walked: set[Path] = set()
    passed_over = 0
    for given in paths:
        if not _is_folder(given):
            files.setdefault(os.path.abspath(given), given)  # noqa: PTH100 - resolve() would follow links
            continue
        for path in _files_below(given, closed):
            check()
            walked.add(Path(os.path.abspath(path)).parent)  # noqa: PTH100 - see below
            if not is_picture(Path(path), sniff):
                passed_over += Path(path).name != FILE_NAME
                continue
            files.setdefault(os.path.abspath(path), path)  # noqa: PTH100 - as before
    folders: dict[Path, list[tuple[Path, str]]] = defaultdict(list)
    for full, given in files.items():
        folders[Path(full).parent].append((Path(full), given))
    bundles = [
        bundle
        for folder, members in folders.items()
        for bundle in _bundle(folder, members, naming, whole=folder in walked)
    ]
    return HandedIn((*closed, *bundles), passed_over)


def pasted(content: bytes, number: int) -> Bundle:
    """Return the bundle of a picture that was pasted, the `number`th of the session: it is on no disk."""
    name = f"pasted-{number}"
    return Bundle(name, (Member(Path(name), name, Label(), content=content),))


def is_picture(path: Path, sniff: Sniffer) -> bool:
    """Return whether a file is a picture by its name, or by its content where its name does not say so."""
    if path.suffix.casefold() in PICTURE_SUFFIXES:
        return True
    try:
        if path.name == FILE_NAME or not path.is_file():
            return False
        with path.open("rb") as file:
            return sniff(file.read(HEAD_BYTES)) is not None
    except OSError:
        return True  # cannot be looked at: the decoder will say why


def in_usual_order(member: Member) -> tuple[int, int]:
    """Return a key for sorting: the data page and the front first, and of each side white light."""
    return list(Side).index(member.label.side), list(Light).index(member.label.light)


def _go_on() -> None:
    """Look through folders to their end."""


def _is_folder(given: str) -> bool:
    try:
        return given != "" and Path(given).is_dir()
    except OSError:
        return False  # the decoder will say why it cannot be opened


def _files_below(folder: str, closed: list[Bundle]) -> Iterator[str]:
    """Yield the files below a folder; folders that may not be read are added to `closed`."""

    def refuse(error: OSError) -> None:
        where = str(error.filename or folder)
        member = Member(Path(where), where, Label())
        closed.append(Bundle(Path(where).name or where, (member,), CaptureError("no_permission")))

    for where, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # os.path.join keeps the path as it was given, where Path would tidy it.
        yield from (os.path.join(where, name) for name in sorted(names) if not name.startswith("."))  # noqa: PTH118


def _bundle(folder: Path, files: list[tuple[Path, str]], naming: Naming, *, whole: bool) -> Iterator[Bundle]:
    """Yield the bundles of one folder's files: stated ones first, then those that names join.

    Where the `whole` folder was handed in, whatever a capture.toml states of it is inspected or refused.
    """
    beside = os.path.dirname(files[0][1])  # noqa: PTH120 - the path as it was given
    stated, fault = _stated_in(folder)
    if fault is not None:
        yield Bundle(FILE_NAME, (_beside(folder, beside, FILE_NAME),), fault)
    here = {path.name: (path, given) for path, given in files}
    claimed: dict[str, set[int]] = defaultdict(set)
    for number, document in enumerate(stated, 1):
        members = []
        for capture in document.captures:
            if capture.file in here:
                members.append(Member(*here[capture.file], capture.label, capture.frame))
                claimed[capture.file].add(capture.frame)
            elif whole or not _exists(folder / capture.file):
                missing = _beside(folder, beside, capture.file)
                members.append(replace(missing, label=capture.label, frame=capture.frame))
        if members:
            yield Bundle(document.name or f"{folder.name} {number}", tuple(members))
    for file, frames in claimed.items():
        path, given = here[file]
        label = read_name(path.stem, naming).label
        yield Bundle(path.stem, (Member(path, given, label, without=frozenset(frames)),))
    yield from _by_name(folder, [(path, given) for path, given in files if path.name not in claimed], naming)


def _beside(folder: Path, given: str, name: str) -> Member:
    return Member(folder / name, os.path.join(given, name), Label())  # noqa: PTH118 - the path as it was given


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _stated_in(folder: Path) -> tuple[tuple[StatedDocument, ...], CaptureError | None]:
    path = folder / FILE_NAME
    try:
        if not path.is_file():
            return (), None
    except OSError:
        return (), None  # nothing tells that there is one; the pictures beside it say what is wrong
    try:
        with path.open("rb") as file:
            untrusted = file.read(MAX_BYTES + 1)
        if len(untrusted) > MAX_BYTES:
            found = -(-path.stat().st_size // MEGA)
            raise CaptureError("too_many_bytes", found=found, limit=MAX_BYTES // MEGA)
        return read_stated(untrusted.decode("utf-8")), None
    except CaptureError as error:
        return (), error
    except UnicodeDecodeError:
        return (), CaptureError("capture_toml", where="UTF-8")
    except PermissionError:
        return (), CaptureError("no_permission")
    except OSError:
        return (), CaptureError("not_readable")


def _by_name(folder: Path, files: list[tuple[Path, str]], naming: Naming) -> Iterator[Bundle]:
    named = [(path, given, read_name(path.stem, naming)) for path, given in files]
    tokens_alone = len(named) > 1 and all(not entry.rest for _, _, entry in named)
    groups: dict[str, list[tuple[Path, str, NamedFile]]] = defaultdict(list)
    for path, given, entry in named:
        joins = entry.rest or tokens_alone
        groups[entry.rest if joins else f"/{path.name}"].append((path, given, entry))
    for rest, group in groups.items():
        joined, alone = _joined(group)
        if joined:
            name = folder.name if not rest else _shown_name(joined, rest)
            members = [Member(path, given, entry.label) for path, given, entry in joined]
            yield Bundle(name, tuple(sorted(members, key=in_usual_order)))
        for path, given, entry in alone:
            yield Bundle(path.stem, (Member(path, given, entry.label),))


def _joined(
    group: list[tuple[Path, str, NamedFile]],
) -> tuple[list[tuple[Path, str, NamedFile]], list[tuple[Path, str, NamedFile]]]:
    """Split files of one stem into those that make one document and those that stand alone.

    A file without a token (`scan.png` beside `scan-ir.png`) is the white-light capture of the set, unless
    there are several, or one is named so: then nothing tells which belongs.
    """
    with_token = [entry for entry in group if entry[2].has_token]
    without = [entry for entry in group if not entry[2].has_token]
    if not with_token:
        return [], group
    taken = {(entry[2].label.side, entry[2].label.light) for entry in with_token}
    if len(without) == 1 and (without[0][2].label.side, Light.VIS) not in taken:
        return [*without, *with_token], []
    return with_token, without


def _shown_name(group: Iterable[tuple[Path, str, NamedFile]], rest: str) -> str:
    """Return the stem that the files share, spelt as the user spelt it where one file bears it."""
    stems = [path.stem for path, _, _ in group]
    return next((stem for stem in stems if stem.casefold() == rest), stems[0] if len(stems) == 1 else rest)
