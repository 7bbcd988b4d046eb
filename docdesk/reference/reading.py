"""References are read from folders; what comes from outside is checked before it is believed."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar, get_args

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.reference.page import (
    Box,
    Light,
    Reaction,
    Reference,
    ReferencePage,
    ReferencePicture,
    Side,
    Zone,
)

SCHEMA: Final = "docdesk:reference"
FILE: Final = "reference.json"

_MOST_BYTES: Final = 1 << 20
"""Of reference.json: a thousand zones."""

_MOST_PICTURE_BYTES: Final = 64 << 20
"""Of a picture: an A4 page at 600 ppi, hardly compressed."""

_MOST_MM: Final = 300.0
"""An A4 page is 297 mm high; no identity or travel document is larger."""

_PPI: Final = (72, 2400)
"""From what a screen shows to what no scanner of documents exceeds."""

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_FILE_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\.(jpg|png)")
_WORD: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_MOST_TEXT: Final = 200

Kind = TypeVar("Kind")


def references(folder: Path) -> tuple[Reference, ...]:
    """Return the references in the folders of a folder, by name.

    Raises:
        WrongUse: one of them cannot be believed.
    """
    if not folder.is_dir():
        return ()
    return tuple(read_reference(entry.parent) for entry in sorted(folder.glob(f"*/{FILE}")))


def read_reference(folder: Path) -> Reference:
    """Return the reference that a folder holds.

    Raises:
        WrongUse: it is none, it is damaged, or a picture is not the one that it names.
    """
    name = folder.name
    try:
        with (folder / FILE).open("rb") as file:
            untrusted_bytes = file.read(_MOST_BYTES + 1)
        if len(untrusted_bytes) > _MOST_BYTES:
            raise ValueError
        untrusted = json.loads(untrusted_bytes)
        return _reference(folder, _table(untrusted))
    except OSError as error:
        raise WrongUse(Message.of("reference.unreadable", name=name)) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise WrongUse(Message.of("reference.malformed", name=name)) from error


def _reference(folder: Path, untrusted: Mapping[str, Any]) -> Reference:
    if untrusted["schema"] != SCHEMA:
        raise ValueError(SCHEMA)
    return Reference(
        name=_folder_name(folder, untrusted["name"]),
        title=_text(untrusted["title"]),
        state=_text(untrusted["state"]),
        format=_text(untrusted["format"]),
        document_code=_text(untrusted["document_code"]),
        fictitious=_of_kind(bool, untrusted["fictitious"]),
        pages=_unlike((_page(folder, page) for page in _tables(untrusted["pages"])), lambda page: page.side),
        folder=folder,
    )


def _page(folder: Path, untrusted: Mapping[str, Any]) -> ReferencePage:
    width, height = (_millimetres(value) for value in _of_kind(list, untrusted["size_mm"]))
    return ReferencePage(
        side=_one_of(get_args(Side), untrusted["side"]),
        size=(width, height),
        corner_radius=_millimetres(untrusted["corner_radius_mm"]),
        pictures=_unlike(
            (_picture(folder, picture) for picture in _tables(untrusted["pictures"])), lambda one: one.light
        ),
        zones=_unlike((_zone(zone) for zone in _tables(untrusted["zones"])), lambda zone: zone.name),
    )


def _picture(folder: Path, untrusted: Mapping[str, Any]) -> ReferencePicture:
    file = folder / _matching(_FILE_NAME, untrusted["file"])
    if file.is_symlink() or file.stat().st_size > _MOST_PICTURE_BYTES:
        raise ValueError(file.name)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    if digest != untrusted["sha256"]:
        raise WrongUse(Message.of("reference.other_picture", name=folder.name, file=file.name))
    ppi = _number(untrusted["ppi"], *_PPI)
    return ReferencePicture(_one_of(get_args(Light), untrusted["light"]), file, digest, ppi)


def _zone(untrusted: Mapping[str, Any]) -> Zone:
    left, bottom, width, height = (_millimetres(value) for value in _of_kind(list, untrusted["box_mm"]))
    box: Box = (left, bottom, width, height)
    return Zone(
        name=_matching(_WORD, untrusted["name"]),
        feature=_matching(_WORD, untrusted["feature"]),
        box=box,
        expects=tuple(
            (_one_of(get_args(Light), light), _one_of(get_args(Reaction), reaction))
            for light, reaction in _table(untrusted["expects"]).items()
        ),
        glow=tuple(_matching(_WORD, word) for word in _of_kind(list, untrusted.get("glow", []))),
    )


def _folder_name(folder: Path, untrusted: object) -> str:
    """Return the name of a reference: that of its folder, so that no two of one name lie side by side."""
    if untrusted != folder.name:
        raise ValueError(folder.name)
    return _matching(_NAME, untrusted)


def _unlike(records: Iterable[Kind], key: Callable[[Kind], str]) -> tuple[Kind, ...]:
    """Return the records, no two of which may share a key."""
    found = tuple(records)
    if len({key(one) for one in found}) < len(found):
        raise ValueError("twice")
    return found


def _tables(untrusted: object) -> Iterator[Mapping[str, Any]]:
    return (_table(entry) for entry in _of_kind(list, untrusted))


def _table(untrusted: object) -> Mapping[str, Any]:
    return _of_kind(dict, untrusted)


def _of_kind(kind: type[Kind], untrusted: object) -> Kind:
    if not isinstance(untrusted, kind):
        raise TypeError(kind)
    return untrusted


def _one_of(words: tuple[Any, ...], untrusted: object) -> Any:  # noqa: ANN401 - one of the words of a Literal
    if untrusted not in words:
        raise ValueError(untrusted)
    return untrusted


def _matching(pattern: re.Pattern[str], untrusted: object) -> str:
    text = _text(untrusted)
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text


def _text(untrusted: object) -> str:
    text = _of_kind(str, untrusted)
    if not 0 < len(text) <= _MOST_TEXT or not text.isprintable():
        raise ValueError
    return text


def _millimetres(untrusted: object) -> float:
    return _number(untrusted, 0, _MOST_MM)


def _number(untrusted: object, least: float, greatest: float) -> float:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int | float):
        raise TypeError(untrusted)
    # Written so that nan is refused too.
    if not least <= untrusted <= greatest:
        raise ValueError(untrusted)
    return float(untrusted)
