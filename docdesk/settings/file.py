"""The settings file: JSON, overrides only, written whole or not at all."""

import json
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.files import write_whole
from docdesk.foundation.messages import Message
from docdesk.settings.settings import SETTINGS, Settings

FILE_NAME = "settings.json"
MAX_BYTES = 1_000_000
"""Aliases by the thousand fit; a larger file is no settings file."""


def usual_path() -> Path:
    """Return where the settings of this user are kept."""
    return user_config_path("docdesk", appauthor=False) / FILE_NAME


def load(path: Path, *, must_exist: bool = False) -> Settings:
    """Return the settings in force; without a file, the defaults unless it must exist.

    Raises:
        WrongUse: the file cannot be used; the sentence names the entry.
    """
    try:
        with path.open("rb") as file:
            untrusted = json.loads(file.read(MAX_BYTES + 1).decode("utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        if must_exist:
            raise _refusal(path, FILE_NAME) from error
        return Settings()
    except (OSError, ValueError, RecursionError) as error:
        raise _refusal(path, FILE_NAME) from error
    if not isinstance(untrusted, dict):
        raise _refusal(path, FILE_NAME)
    known = {name: setting for setting in SETTINGS for name in (setting.name, *setting.formerly)}
    overrides: dict[str, Any] = {}
    for name, value in untrusted.items():
        if name not in known:
            raise _refusal(path, name)
        try:
            overrides[known[name].name] = known[name].accepts(value)
        except (ValueError, TypeError) as error:
            raise _refusal(path, name) from error
    return Settings(overrides)


def save(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults, to a temporary file that then takes the place of the old one."""
    defaults = {setting.name: setting.default for setting in SETTINGS}
    kept = {name: value for name, value in settings.overrides.items() if value != defaults[name]}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(kept, indent=2, sort_keys=True).encode())


def _refusal(path: Path, name: str) -> WrongUse:
    return WrongUse(Message.of("program.bad_settings", path=str(path), name=name[:100]))
