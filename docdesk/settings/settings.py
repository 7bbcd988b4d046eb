"""What a user can set, and what holds when nothing is set.

What each setting is called and means is said in `wording`: `setting.NAME` and `setting.NAME.means`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from docdesk.inspection.captures.capture import Light, Side
from docdesk.settings.kinds import Codes, Folder, Language, OneOf, Whole, Words

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Setting(Generic[Kind]):
    """One thing that can be set.

    `accepts` turns what stands in the file into a value, or raises ValueError or TypeError; a window sees by
    it what to ask for. `at_once` tells that a change holds before docdesk starts again. `formerly` holds
    names that the setting had before.
    """

    name: str
    default: Kind
    accepts: Callable[[Any], Kind]
    at_once: bool = False
    formerly: tuple[str, ...] = ()


ThemeName = Literal["system", "light", "dark"]
THEMES: tuple[ThemeName, ...] = ("system", "light", "dark")

THEME: Setting[ThemeName] = Setting("theme", "system", OneOf(THEMES), at_once=True)
LANGUAGE = Setting("language", "en", Language())
WATCHED_FOLDER = Setting("watched_folder", "", Folder(), at_once=True)
JOBS = Setting("jobs", 0, Whole(0, 64))
PDF_PPI = Setting("pdf_ppi", 300, Whole(72, 1200))
MAX_FILE_MB = Setting("max_file_mb", 256, Whole(1, 4096))
MAX_MEGAPIXELS = Setting("max_megapixels", 200, Whole(1, 2000))
MAX_FRAMES = Setting("max_frames", 500, Whole(1, 100_000))
DECODE_SECONDS = Setting("decode_seconds", 30, Whole(1, 3600))
DECODE_MB = Setting("decode_mb", 2048, Whole(256, 65_536))
LIGHT_ALIASES: Setting[Mapping[str, str]] = Setting("light_aliases", {}, Words(tuple(Light)))
SIDE_ALIASES: Setting[Mapping[str, str]] = Setting("side_aliases", {}, Words(tuple(Side)))
PSEUDO_ISSUERS: Setting[tuple[str, ...]] = Setting("pseudo_issuers", (), Codes())

SETTINGS: tuple[Setting[Any], ...] = (
    THEME,
    LANGUAGE,
    WATCHED_FOLDER,
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

    def with_value(self, setting: Setting[Kind], value: Kind) -> "Settings":
        """Return these settings with another value for one of them."""
        return Settings({**self._overrides, setting.name: value})
