"""Presets of filters: a stack under a name, in a file of its own. Parameters only, nothing from documents.

What the file may hold: `docs/schemas/filter-preset.schema.json`.
"""

import json
from pathlib import Path
from typing import Any

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.files import write_whole
from docdesk.foundation.messages import Message
from docdesk.imaging.filters.filter import Filter
from docdesk.imaging.filters.kinds import KINDS
from docdesk.imaging.filters.stack import Entry, Stack

SCHEMA = "docdesk:filter-preset"

MAX_BYTES = 20_000
"""Ten times the largest stack; a larger file is no preset."""

LONGEST_NAME = 60
"""Characters: fits a menu, and a file name everywhere."""

MOST_NAMES = 200
"""More are no menu."""

PREFIX, SUFFIX = "filters-", ".json"
"""Round the name, so that no name is one that a system keeps for itself (CON, NUL)."""


def is_name(text: str) -> bool:
    """Return whether a preset can have this name: letters, digits, and space, - and _ within."""
    return (
        0 < len(text) <= LONGEST_NAME
        and text == text.strip()
        and all(character.isalnum() or character in " -_" for character in text)
    )


def names(folder: Path) -> tuple[str, ...]:
    """Return the names of the presets in the folder, in alphabetical order; none where there is no folder."""
    try:
        found = [path.name[len(PREFIX) : -len(SUFFIX)] for path in folder.glob(f"{PREFIX}*{SUFFIX}")]
    except OSError:
        return ()
    return tuple(sorted(filter(is_name, found), key=str.casefold)[:MOST_NAMES])


def load(folder: Path, name: str) -> Stack:
    """Return the stack of a preset.

    Raises:
        WrongUse: there is no such preset, or its file cannot be used.
    """
    refusal = WrongUse(Message.of("filter_preset.unusable", name=name))
    if not is_name(name):
        raise refusal
    try:
        with _path(folder, name).open("rb") as file:
            untrusted_bytes = file.read(MAX_BYTES + 1)
        if len(untrusted_bytes) > MAX_BYTES:
            raise refusal
        return _stack(json.loads(untrusted_bytes.decode("utf-8")))
    except (OSError, ValueError, RecursionError) as error:
        raise refusal from error


def save(folder: Path, name: str, stack: Stack) -> None:
    """Write a preset, to a temporary file that then takes its place; one of the same name is replaced.

    Raises:
        WrongUse: it cannot have this name, or the folder cannot be written to.
    """
    if not is_name(name):
        raise WrongUse(Message.of("filter_preset.no_name"))
    path = _path(folder, name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(_written(stack), indent=1).encode())
    except OSError as error:
        raise WrongUse(Message.of("filter_preset.not_saved", name=name)) from error


def remove(folder: Path, name: str) -> None:
    """Remove a preset, if it is there.

    Raises:
        WrongUse: it is there and cannot be removed.
    """
    try:
        if is_name(name):
            _path(folder, name).unlink(missing_ok=True)
    except OSError as error:
        raise WrongUse(Message.of("filter_preset.not_removed", name=name)) from error


def _path(folder: Path, name: str) -> Path:
    return folder / f"{PREFIX}{name}{SUFFIX}"


def _written(stack: Stack) -> dict[str, Any]:
    filters = [
        {"filter": entry.filter.name, "on": entry.on, "parameters": entry.filter.values()}
        for entry in stack.entries
    ]
    return {"schema": SCHEMA, "filters": filters}


def _stack(untrusted: object) -> Stack:
    """Return the stack that a parsed file describes.

    Raises:
        ValueError: it describes none.
    """
    if not isinstance(untrusted, dict) or untrusted.keys() != {"schema", "filters"}:
        raise ValueError("no preset")
    if untrusted["schema"] != SCHEMA or not isinstance(untrusted["filters"], list):
        raise ValueError("no preset")
    return Stack(tuple(_entry(each) for each in untrusted["filters"]))


def _entry(untrusted: object) -> Entry:
    if not isinstance(untrusted, dict) or untrusted.keys() != {"filter", "on", "parameters"}:
        raise ValueError("no filter of a preset")
    if not isinstance(untrusted["on"], bool) or not isinstance(untrusted["parameters"], dict):
        raise ValueError("no filter of a preset")
    return Entry(_filter(untrusted["filter"], untrusted["parameters"]), untrusted["on"])


def _filter(untrusted_name: object, untrusted_values: dict[str, Any]) -> Filter:
    """Return the filter of this name; parameters that are not named have their defaults."""
    for kind in KINDS:
        if kind.name == untrusted_name:
            if untrusted_values.keys() - {parameter.name for parameter in kind.parameters}:
                raise ValueError("a parameter that the filter does not have")
            return kind(**untrusted_values)
    raise ValueError("no such filter")
