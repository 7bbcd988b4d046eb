"""Kinds of settings: each accepts what stands in the file, or refuses it, and can be asked what it accepts.

All raise ValueError or TypeError for what they do not accept. A kind has no say in how it is asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Choice = TypeVar("Choice", bound=str)


@dataclass(frozen=True, slots=True)
class Whole:
    """Whole numbers from `least` to `most`."""

    least: int
    most: int

    def __call__(self, untrusted: Any) -> int:  # noqa: ANN401 - whatever stands in the file
        """Return the number."""
        if not isinstance(untrusted, int) or isinstance(untrusted, bool):
            raise TypeError(untrusted)
        if not self.least <= untrusted <= self.most:
            raise ValueError(untrusted)
        return untrusted


@dataclass(frozen=True, slots=True)
class Language:
    """The code of a language, such as `de` or `pt_BR`; what has no translation is said in English."""

    def __call__(self, untrusted: Any) -> str:  # noqa: ANN401 - whatever stands in the file
        """Return the code."""
        code = _text(untrusted)
        if not code.replace("_", "").isalnum() or not code.isascii():
            raise ValueError(untrusted)
        return code


@dataclass(frozen=True, slots=True)
class Folder:
    """The path of a folder, "" for none; it need not be there at this moment."""

    def __call__(self, untrusted: Any) -> str:  # noqa: ANN401 - whatever stands in the file
        """Return the path."""
        path = _text(untrusted)
        if "\0" in path:
            raise ValueError(untrusted)
        return path


@dataclass(frozen=True, slots=True)
class OneOf(Generic[Choice]):
    """One of some words."""

    values: tuple[Choice, ...]

    def __call__(self, untrusted: Any) -> Choice:  # noqa: ANN401 - whatever stands in the file
        """Return the word."""
        for value in self.values:
            if value == _text(untrusted):
                return value
        raise ValueError(untrusted)


@dataclass(frozen=True, slots=True)
class Codes:
    """A list of codes of three capital letters."""

    def __call__(self, untrusted: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever stands in the file
        """Return the codes."""
        if not isinstance(untrusted, list):
            raise TypeError(untrusted)
        found = tuple(_text(entry) for entry in untrusted)
        if not all(len(code) == 3 and code.isascii() and code.isupper() and code.isalpha() for code in found):
            raise ValueError(untrusted)
        return found


@dataclass(frozen=True, slots=True)
class Words:
    """A table of words of letters and digits, each standing for one of the names.

    A word with a separator in it would never be found, because names of files are split there.
    """

    names: tuple[str, ...]

    def __call__(self, untrusted: Any) -> Mapping[str, str]:  # noqa: ANN401 - whatever stands in the file
        """Return the table."""
        if not isinstance(untrusted, dict):
            raise TypeError(untrusted)
        if not all(_text(word).isalnum() and _text(name) in self.names for word, name in untrusted.items()):
            raise ValueError(untrusted)
        return {_text(word): _text(name) for word, name in untrusted.items()}


def _text(untrusted: object) -> str:
    if not isinstance(untrusted, str):
        raise TypeError(untrusted)
    return untrusted
