"""Finds document models: those that come with docdesk, and those in a folder of the user's."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.foundation.places import assets_folder
from docdesk.synthesis.models.reading import FILE
from docdesk.synthesis.models.tables import FOLDER_NAME

_MOST: Final = 1000
"""Models in one folder: a user who names a whole disk is told so."""


def models(extra_folder: Path | None, own_folder: Path | None = None) -> Mapping[str, Path]:
    """Return the folders of models by the names of the models, in the order of the names; none is read.

    Args:
        extra_folder: of the user's models, one folder to each; None for none.
        own_folder: of the models that come with docdesk; None for where they lie.

    Raises:
        WrongUse: the user's folder cannot be looked through, or a model in it bears the name of docdesk's.
    """
    own = own_folder or assets_folder() / "documents"
    found = {folder.name: folder for folder in (_folders(own) if own.is_dir() else ())}
    if extra_folder is not None:
        for folder in _folders(extra_folder):
            if folder.name in found:
                raise WrongUse(Message.of("synthesis.model_name_taken", model=folder.name))
            found[folder.name] = folder
    return MappingProxyType(dict(sorted(found.items())))


def _folders(folder: Path) -> Iterator[Path]:
    """Yield the folders in a folder that hold a model and may be called by their names."""
    try:
        entries = sorted(entry for entry in folder.iterdir() if FOLDER_NAME.fullmatch(entry.name))
    except OSError as error:
        raise WrongUse(Message.of("synthesis.model_folder_unreadable", folder=folder.name)) from error
    if len(entries) > _MOST:
        raise WrongUse(Message.of("synthesis.model_folder_full", folder=folder.name, most=_MOST))
    yield from (entry for entry in entries if (entry / FILE).is_file())
