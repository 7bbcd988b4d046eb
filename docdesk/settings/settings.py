"""What a user can set, what each means, and what holds when nothing is set."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from docdesk.inspection.captures.capture import Light, Side

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Setting(Generic[Kind]):
    """One thing that can be set.

    `accepts` turns what stands in the file into a value, or raises ValueError or TypeError. `formerly` holds
    names that the setting had before.
    """

    name: str
    default: Kind
    accepts: Callable[[Any], Kind]
    says: str
    formerly: tuple[str, ...] = ()


def whole(least: int, most: int) -> Callable[[Any], int]:
    """Return what accepts whole numbers from `least` to `most`."""

    def accept(untrusted: Any) -> int:  # noqa: ANN401 - whatever stands in the file
        if not isinstance(untrusted, int) or isinstance(untrusted, bool) or not least <= untrusted <= most:
            raise ValueError(untrusted)
        return untrusted

    return accept


def text(untrusted: Any) -> str:  # noqa: ANN401 - whatever stands in the file
    """Accept a text."""
    if not isinstance(untrusted, str):
        raise TypeError(untrusted)
    return untrusted


def texts(untrusted: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever stands in the file
    """Accept a list of texts."""
    if not isinstance(untrusted, list):
        raise TypeError(untrusted)
    return tuple(text(entry) for entry in untrusted)


def codes(untrusted: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever stands in the file
    """Accept a list of three-letter codes."""
    found = texts(untrusted)
    if not all(len(code) == 3 and code.isascii() and code.isupper() and code.isalpha() for code in found):
        raise ValueError(untrusted)
    return found


def one_of_names(names: type[StrEnum]) -> Callable[[Any], Mapping[str, str]]:
    """Return what accepts a table of words of letters and digits, each standing for one of the names.

    A word with a separator in it would never be found, because names of files are split there.
    """

    def accept(untrusted: Any) -> Mapping[str, str]:  # noqa: ANN401 - whatever stands in the file
        if not isinstance(untrusted, dict) or not set(untrusted.values()) <= set(names):
            raise ValueError(untrusted)
        if not all(text(word).isalnum() for word in untrusted):
            raise ValueError(untrusted)
        return {text(word): text(name) for word, name in untrusted.items()}

    return accept


LANGUAGE = Setting("language", "en", text, "The language of sentences, by its two-letter code.")
JOBS = Setting(
    "jobs", 0, whole(0, 64), "Documents inspected at the same time; 0 means one per processor core."
)
PDF_PPI = Setting(
    "pdf_ppi", 300, whole(72, 1200), "The resolution at which pages of a PDF are rendered, in ppi."
)
MAX_FILE_MB = Setting("max_file_mb", 256, whole(1, 4096), "The largest file that is opened, in megabytes.")
MAX_MEGAPIXELS = Setting(
    "max_megapixels", 200, whole(1, 2000), "The largest frame that is decoded, in millions of pixels."
)
MAX_FRAMES = Setting("max_frames", 500, whole(1, 100_000), "The most frames that one file may hold.")
DECODE_SECONDS = Setting(
    "decode_seconds", 30, whole(1, 3600), "The longest that decoding one frame may take, in s."
)
DECODE_MB = Setting(
    "decode_mb", 2048, whole(256, 65_536), "The most memory that decoding one file may take, in megabytes."
)
LIGHT_ALIASES: Setting[Mapping[str, str]] = Setting(
    "light_aliases",
    {},
    one_of_names(Light),
    "Further parts of file names that stand for a light.",
)
SIDE_ALIASES: Setting[Mapping[str, str]] = Setting(
    "side_aliases",
    {},
    one_of_names(Side),
    "Further parts of file names that stand for a side.",
)
PSEUDO_ISSUERS: Setting[tuple[str, ...]] = Setting(
    "pseudo_issuers", (), codes, "Further issuer codes that are known to be pseudo issuers."
)

SETTINGS: tuple[Setting[Any], ...] = (
    LANGUAGE,
    JOBS,
    PDF_PPI,
    MAX_FILE_MB,
    MAX_MEGAPIXELS,
    MAX_FRAMES,
    DECODE_SECONDS,
    DECODE_MB,
    LIGHT_ALIASES,
    SIDE_ALIASES,
    PSEUDO_ISSUERS,
)


class Settings:
    """The settings in force: the defaults and what the user set instead."""

    def __init__(self, overrides: Mapping[str, Any] | None = None) -> None:
        self._overrides = dict(overrides or {})

    def __getitem__(self, setting: Setting[Kind]) -> Kind:
        value: Kind = self._overrides.get(setting.name, setting.default)
        return value

    @property
    def overrides(self) -> Mapping[str, Any]:
        """What the user set, by name."""
        return dict(self._overrides)
