"""Spells a plan as the TOML text of its file, and finds the plan that a folder was begun with."""

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.synthesis.plans.folder import PLAN, SCHEMA
from docdesk.synthesis.plans.plan import Plan, told
from docdesk.synthesis.plans.reading import MAX_BYTES, Known, plan_of

_ABOVE: Final = "# A plan of fictitious documents, for: docdesk synthesise --plan THIS --out FOLDER\n"

_MOST_BYTES: Final = 16 * MAX_BYTES
"""Of a folder's plan.json, which spells out every default."""


def spelled(plan: Plan) -> str:
    """Return a plan as the text of a file that is read as the same plan."""
    said = {**told(plan), "on": plan.on}
    plain = {key: value for key, value in said.items() if not isinstance(value, dict) and not _tables(value)}
    lines = [_ABOVE, *(f"{key} = {_value(value)}" for key, value in plain.items())]
    for key, value in said.items():
        if isinstance(value, dict):
            lines += _table(f"[{key}]", value)
        elif key not in plain:
            for entry in value:
                lines += _table(f"[[{key}]]", entry)
    return "\n".join(lines) + "\n"


def plan_in(folder: Path, known: Known) -> Plan | None:
    """Return the plan that a folder was begun with, None where nobody began anything.

    Raises:
        WrongUse: the folder holds something else, or its plan names what is not known here.
    """
    file = folder / PLAN
    try:
        with file.open("rb") as stream:
            untrusted_content = stream.read(_MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise WrongUse(Message.of("synthesis.plan_unreadable", path=str(file))) from error
    try:
        untrusted = json.loads(untrusted_content)
    except (ValueError, RecursionError):
        untrusted = None
    if not isinstance(untrusted, dict) or untrusted.get("schema") != SCHEMA:
        raise WrongUse(Message.of("synthesis.folder_not_ours", path=str(folder)))
    return plan_told(untrusted.get("plan"), folder.name, known)


def plan_told(untrusted: object, where: str, known: Known) -> Plan:
    """Return the plan that JSON tells, in which the day is a text.

    Raises:
        WrongUse: it is none, or names what is not known here.
    """
    if isinstance(untrusted, dict) and isinstance(untrusted.get("on"), str):
        untrusted = {**untrusted, "on": _day(untrusted["on"])}
    return plan_of(untrusted, where, known)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None  # which no plan takes for a day


def _tables(value: object) -> bool:
    """Return whether a list of tables is meant; an empty one says nothing."""
    return isinstance(value, list) and all(isinstance(entry, Mapping) for entry in value)


def _table(heading: str, entries: Mapping[str, Any]) -> list[str]:
    return ["", heading, *(f"{key} = {_value(value)}" for key, value in entries.items())]


def _value(value: object) -> str:
    """Return a value as TOML writes it; texts in a plan are names, and JSON's strings are TOML's too."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value)
