"""capture.toml: what no file name tells, stated by a person for the files of one folder.

    [[document]]
    name = "second passport"

    [[document.capture]]
    file = "0007.png"
    frame = 1
    side = "data"
    light = "UV"

The contract is `docs/schemas/capture-toml.schema.json`. The file comes from outside: nothing in it is
believed before it is checked.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docdesk.foundation.errors import CaptureError
from docdesk.foundation.toml_text import parsed
from docdesk.inspection.captures.capture import Known, Label, Light, Side

FILE_NAME = "capture.toml"
MAX_BYTES = 1_000_000
"""A thousand captures take about 100 kB; ten times that is no honest file."""

MAX_NAME = 255
"""Characters; no usual file system takes longer names of files."""
MAX_FRAME = 100_000
"""Far above what any file may hold within the limits of decoding."""

_DOCUMENT_KEYS = {"name", "capture"}
_CAPTURE_KEYS = {"file", "frame", "side", "light"}


@dataclass(frozen=True, slots=True)
class StatedCapture:
    """One capture of a stated document: a file beside the capture.toml, a frame (from 1), its label."""

    file: str
    frame: int
    label: Label


@dataclass(frozen=True, slots=True)
class StatedDocument:
    """Captures that a person says belong to one document."""

    name: str
    captures: tuple[StatedCapture, ...]


def read_stated(untrusted_text: str) -> tuple[StatedDocument, ...]:
    """Return the documents that the text of a capture.toml states.

    Raises:
        CaptureError: `capture_toml`, if the text is not what the schema asks for; the value `where` names the
            place, as a path of keys (`document[2].capture[1].frame`) or as line:column.
    """
    try:
        untrusted = parsed(untrusted_text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        raise _refusal(":".join(place.groups()) if place else "1:1") from error
    except (RecursionError, ValueError) as error:
        # Nested too deeply, a number longer than Python converts, or a line of dots.
        raise _refusal("1:1") from error
    _known_keys(untrusted, {"document"}, "")
    documents = tuple(
        _document(entry, f"document[{number}]")
        for number, entry in enumerate(_tables(untrusted, "document", ""), 1)
    )
    _stated_once(documents)
    return documents


def _document(untrusted: Mapping[str, Any], where: str) -> StatedDocument:
    _known_keys(untrusted, _DOCUMENT_KEYS, where)
    name = untrusted.get("name", "")
    if not isinstance(name, str) or len(name) > MAX_NAME or not name.isprintable():
        raise _refusal(f"{where}.name")
    captures = tuple(
        _capture(entry, f"{where}.capture[{number}]")
        for number, entry in enumerate(_tables(untrusted, "capture", where), 1)
    )
    if not captures:
        raise _refusal(f"{where}.capture")
    return StatedDocument(name, captures)


def _capture(untrusted: Mapping[str, Any], where: str) -> StatedCapture:
    _known_keys(untrusted, _CAPTURE_KEYS, where)
    file = untrusted.get("file")
    if not isinstance(file, str) or not _is_plain_name(file):
        raise _refusal(f"{where}.file")
    frame = untrusted.get("frame", 1)
    if not isinstance(frame, int) or isinstance(frame, bool) or not 1 <= frame <= MAX_FRAME:
        raise _refusal(f"{where}.frame")
    side, light = untrusted.get("side"), untrusted.get("light")
    if side is not None and side not in list(Side):
        raise _refusal(f"{where}.side")
    if light is not None and light not in list(Light):
        raise _refusal(f"{where}.light")
    label = Label(
        side=Side.DATA if side is None else Side(side),
        side_known=Known.ASSUMED if side is None else Known.STATED,
        light=Light.VIS if light is None else Light(light),
        light_known=Known.ASSUMED if light is None else Known.STATED,
    )
    return StatedCapture(file, frame, label)


def _is_plain_name(text: str) -> bool:
    """Return whether the text names a file of the same folder on every system, and no path."""
    forbidden = "/\\:\0"
    return (
        0 < len(text) <= MAX_NAME and text not in {".", ".."} and not any(char in forbidden for char in text)
    )


def _tables(untrusted: Mapping[str, Any], key: str, where: str) -> list[Mapping[str, Any]]:
    tables = untrusted.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise _refusal(f"{where}.{key}")
    return tables


def _known_keys(untrusted: Mapping[str, Any], known: set[str], where: str) -> None:
    for key in untrusted:
        if key not in known:
            raise _refusal(f"{where}.{key}")


def _stated_once(documents: tuple[StatedDocument, ...]) -> None:
    seen = set()
    for number, document in enumerate(documents, 1):
        for index, capture in enumerate(document.captures, 1):
            if (capture.file, capture.frame) in seen:
                raise _refusal(f"document[{number}].capture[{index}]")
            seen.add((capture.file, capture.frame))


def _refusal(where: str) -> CaptureError:
    # A key of the file stands in the sentence: keep it short and on one line, whatever it is.
    printable = "".join(char if char.isprintable() else "?" for char in where.lstrip("."))
    return CaptureError("capture_toml", where=printable[:100])
