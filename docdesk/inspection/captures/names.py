"""Lights and sides by the names of files.

A token is a part of the stem set off by `-`, `_`, `.` or a space; case does not matter. `passport-uv.png`
is a capture under ultraviolet light of what `passport-vis.png` shows under white light.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from docdesk.inspection.captures.capture import Known, Label, Light, Side

LIGHT_ALIASES: Mapping[str, Light] = {
    **dict.fromkeys(("vis", "visible", "white", "wht"), Light.VIS),
    **dict.fromkeys(("ir", "nir", "infrared", "b900"), Light.IR),
    **dict.fromkeys(("uv", "uva", "uv365", "ultraviolet"), Light.UV),
    **dict.fromkeys(("uv254", "uvc"), Light.UV254),
    **dict.fromkeys(("uv313", "uvb"), Light.UV313),
    **dict.fromkeys(("obl", "oblique", "raking"), Light.OBL),
    **dict.fromkeys(("ax", "coax", "coaxial"), Light.AX),
    **dict.fromkeys(("trl", "transmitted", "transmission"), Light.TRL),
    **dict.fromkeys(("mag", "macro"), Light.MAG),
    **dict.fromkeys(("photo", "phone"), Light.PHOTO),
}
SIDE_ALIASES: Mapping[str, Side] = {
    **dict.fromkeys(("data", "datapage"), Side.DATA),
    **dict.fromkeys(("front", "recto"), Side.FRONT),
    **dict.fromkeys(("back", "verso", "rear"), Side.BACK),
    "other": Side.OTHER,
}

Named = TypeVar("Named", Light, Side)

_SEPARATORS = re.compile(r"[-_. ]+")


@dataclass(frozen=True, slots=True)
class Naming:
    """Which tokens, in lower case, name which light and side."""

    lights: Mapping[str, Light]
    sides: Mapping[str, Side]

    @classmethod
    def usual(cls) -> "Naming":
        """Return the naming that docdesk comes with."""
        return cls(LIGHT_ALIASES, SIDE_ALIASES)

    def with_aliases(self, lights: Mapping[str, str], sides: Mapping[str, str]) -> "Naming":
        """Return this naming with further tokens.

        Raises:
            ValueError: a value is not the name of a light or side.
        """
        return Naming(
            {**self.lights, **{alias.casefold(): Light(name) for alias, name in lights.items()}},
            {**self.sides, **{alias.casefold(): Side(name) for alias, name in sides.items()}},
        )


@dataclass(frozen=True, slots=True)
class NamedFile:
    """What a stem says: its label, and what is left of it without the tokens of light and side.

    `rest` is empty for a name of tokens alone (`vis.bmp`, `front-ir.png`).
    """

    label: Label
    rest: str

    @property
    def has_token(self) -> bool:
        """Whether the name tells a light or a side."""
        return Known.NAMED in (self.label.light_known, self.label.side_known)


def read_name(stem: str, naming: Naming) -> NamedFile:
    """Return what the stem of a file's name says of light and side.

    A stem that names two different lights (or sides) names none: nothing tells which one is meant.
    """
    tokens = [token for token in _SEPARATORS.split(stem.casefold()) if token]
    light, rest = _take(tokens, naming.lights)
    side, rest = _take(rest, naming.sides)
    return NamedFile(
        Label(
            side=side or Side.DATA,
            side_known=Known.NAMED if side else Known.ASSUMED,
            light=light or Light.VIS,
            light_known=Known.NAMED if light else Known.ASSUMED,
        ),
        "-".join(rest),
    )


def _take(tokens: list[str], aliases: Mapping[str, Named]) -> tuple[Named | None, list[str]]:
    """Return what the one fitting token names, and the tokens without it."""
    joined = [(index, 2, a + b) for index, (a, b) in enumerate(pairwise(tokens)) if a + b in aliases]
    single = [(index, 1, token) for index, token in enumerate(tokens) if token in aliases]
    # "uv-254" is one name, though "uv" alone is one too.
    hits = joined or single
    if len({aliases[text] for _, _, text in hits}) != 1:
        return None, tokens
    index, width, text = hits[0]
    return aliases[text], tokens[:index] + tokens[index + width :]
