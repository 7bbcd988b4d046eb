"""Files and folders handed in become bundles: the captures that one document's inspection will look at.

Every frame is an inspection of its own unless names or a capture.toml join them.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docdesk.foundation.errors import CaptureError
from docdesk.inspection.captures.capture import Label, Light
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
    """One file of a bundle: where it is, what to call it, what it shows. `frame` None means every frame."""

    path: Path
    given: str
    label: Label
    frame: int | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is to be inspected together. A member with a `fault` is the capture.toml that cannot be used."""

    name: str
    members: tuple[Member, ...]
    fault: CaptureError | None = None


@dataclass(frozen=True, slots=True)
class HandedIn:
    """All bundles in the order of the paths, and how many files of folders are no pictures."""

    bundles: tuple[Bundle, ...]
    passed_over: int


def hand_in(paths: Sequence[str], naming: Naming, sniff: Sniffer) -> HandedIn:
    """Return the bundles that these files and folders make.

    A path that is not there becomes a bundle all the same: the decoder says what is wrong with it.
    """
    files: dict[Path, str] = {}
    passed_over = 0
    for given in paths:
        if Path(given).is_dir():
            found = list(_files_below(Path(given)))
            pictures = [path for path in found if _is_picture(path, sniff)]
            passed_over += len(found) - len(pictures)
        else:
            pictures = [Path(given)]
        for path in pictures:
            files.setdefault(Path(os.path.abspath(path)), str(path))  # noqa: PTH100 - resolve() follows links
    folders: dict[Path, list[tuple[Path, str]]] = defaultdict(list)
    for path, given in files.items():
        folders[path.parent].append((path, given))
    return HandedIn(
        tuple(bundle for folder, members in folders.items() for bundle in _bundle(folder, members, naming)),
        passed_over,
    )


def _files_below(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(names) if not name.startswith("."))


def _is_picture(path: Path, sniff: Sniffer) -> bool:
    if path.suffix.casefold() in PICTURE_SUFFIXES:
        return True
    if path.name == FILE_NAME or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return sniff(file.read(HEAD_BYTES)) is not None
    except OSError:
        return True  # cannot be looked at: the decoder will say why


def _bundle(folder: Path, files: list[tuple[Path, str]], naming: Naming) -> Iterator[Bundle]:
    """Yield the bundles of one folder's files: stated ones first, then those that names join."""
    stated, fault = _stated_in(folder)
    if fault is not None:
        given = str(Path(files[0][1]).parent / FILE_NAME)
        yield Bundle(FILE_NAME, (Member(folder / FILE_NAME, given, Label()),), fault)
    here = {path.name: (path, given) for path, given in files}
    claimed: set[str] = set()
    for number, document in enumerate(stated, 1):
        members = [
            Member(*here[capture.file], capture.label, capture.frame)
            for capture in document.captures
            if capture.file in here
        ]
        if members:
            claimed.update(member.path.name for member in members)
            yield Bundle(document.name or f"{folder.name} {number}", tuple(members))
    left = [(path, given) for path, given in files if path.name not in claimed]
    yield from _by_name(folder, left, naming)


def _stated_in(folder: Path) -> tuple[tuple[StatedDocument, ...], CaptureError | None]:
    path = folder / FILE_NAME
    try:
        if not path.is_file():
            return (), None
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
    except OSError:
        return (), CaptureError("no_permission")


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
            yield Bundle(name, tuple(Member(path, given, entry.label) for path, given, entry in joined))
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
