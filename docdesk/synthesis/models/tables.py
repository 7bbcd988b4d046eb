"""Takes a table of a model's file apart.

Anybody may have written it, so nothing of it is believed unchecked.
"""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message, Value

NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
"""Of anything that is referred to by name."""

FOLDER_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
"""Of a model, which is called as its folder is."""

_SHOWN: Final = 40
"""Characters of a wrong value that its sentence repeats."""

_CALLED: Final = ("name", "side")
"""What a table of a list is called by in sentences, besides its number."""

_Bounds = tuple[float, float]


def refused(reason: str, where: str, **values: Value) -> WrongUse:
    """Return the refusal of a model: a sentence `synthesis.model_REASON` that names the place."""
    return WrongUse(Message.of(f"synthesis.model_{reason}", where=where, **values))


class Table:
    """A table: each key is taken once and checked; `close` refuses what nobody took.

    `where` is the place in the file, for sentences.
    """

    def __init__(self, untrusted: object, where: str) -> None:
        if not isinstance(untrusted, dict):
            raise refused("table", where)
        self._untrusted = untrusted
        self._taken: set[str] = set()
        self.where = where

    def __contains__(self, key: str) -> bool:
        self._taken.add(key)
        return key in self._untrusted

    def close(self) -> None:
        """Refuse keys that were not asked for.

        Raises:
            WrongUse: there are any.
        """
        for key in self._untrusted:
            if key not in self._taken:
                raise refused("unknown", self.where, key=shown(key), known=", ".join(sorted(self._taken)))

    def text(self, key: str, most: int, default: str | None = None) -> str:
        """Return a text of one to so many characters that can be seen."""
        found = self._take(key, default)
        if not isinstance(found, str) or not 1 <= len(found) <= most or not found.isprintable():
            raise refused("text", self.where, key=key, most=most)
        return found

    def texts(
        self, key: str, count: _Bounds, most: int, default: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """Return a list of texts; `count` is how few and how many it may have."""
        entries = self._list(key, count, default)
        for entry in entries:
            if not isinstance(entry, str) or not 1 <= len(entry) <= most or not entry.isprintable():
                raise refused("texts", self.where, key=key, most=most)
        return tuple(str(entry) for entry in entries)

    def name(self, key: str) -> str:
        """Return a name: lower-case letters, digits, hyphens and low lines."""
        found = self._take(key, None)
        if not isinstance(found, str) or not NAME.fullmatch(found):
            raise refused("name", self.where, key=key)
        return found

    def choice(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """Return one of the words that are known."""
        found = self._take(key, default)
        if not isinstance(found, str) or found not in known:
            raise refused("choice", self.where, key=key, found=shown(found), known=", ".join(known))
        return found

    def number(self, key: str, least: float, greatest: float, default: float | None = None) -> float:
        """Return a number between two, both allowed."""
        return self._number(key, self._take(key, default), (least, greatest))

    def whole(self, key: str, least: int, greatest: int, default: int | None = None) -> int:
        """Return a whole number between two, both allowed."""
        number = self._number(key, self._take(key, default), (least, greatest))
        if not number.is_integer():
            raise refused("whole_number", self.where, key=key)
        return int(number)

    def day(self, key: str) -> dt.date:
        """Return a day, written as TOML writes days."""
        found = self._take(key, None)
        # A moment is a day too, to Python.
        if not isinstance(found, dt.date) or isinstance(found, dt.datetime):
            raise refused("day", self.where, key=key)
        return found

    def numbers(
        self, key: str, count: int, least: float, greatest: float, default: tuple[float, ...] | None = None
    ) -> tuple[float, ...]:
        """Return a list of so many numbers, each between two, both allowed."""
        entries = self._list(key, (count, count), default)
        return tuple(self._number(key, entry, (least, greatest)) for entry in entries)

    def flag(self, key: str) -> bool:
        """Return true or false; false where the key is missing."""
        found = self._take(key, default=False)
        if not isinstance(found, bool):
            raise refused("flag", self.where, key=key)
        return found

    def table(self, key: str) -> "Table":
        """Return the table under a key."""
        return Table(self._take(key, None), f"{self.where}, {key}")

    def raw(self, key: str) -> tuple[Mapping[str, object], str]:
        """Return the table under a key for somebody else to check, and its place."""
        untrusted, where = self._take(key, None), f"{self.where}, {key}"
        if not isinstance(untrusted, dict):
            raise refused("table", where)
        return untrusted, where

    def named_tables(self, key: str, most: int) -> Iterator[tuple[str, "Table"]]:
        """Yield the tables inside the table under a key, each with its name; none where it is missing."""
        if key not in self:
            return
        untrusted, where = self.raw(key)
        if len(untrusted) > most:
            raise refused("count", self.where, key=key, least=0, most=most)
        for name, entry in untrusted.items():
            if not NAME.fullmatch(name):
                raise refused("name", where, key=shown(name))
            yield name, Table(entry, f"{where}.{name}")

    def tables(self, key: str, least: int, most: int) -> Iterator["Table"]:
        """Yield the tables of a list."""
        for number, entry in enumerate(self._list(key, (least, most), () if least == 0 else None), start=1):
            where = f"{self.where}, {key} {number}"
            called = (
                next((entry[word] for word in _CALLED if word in entry), "")
                if isinstance(entry, dict)
                else ""
            )
            known = isinstance(called, str) and NAME.fullmatch(called)
            yield Table(entry, f"{where} ({called})" if known else where)

    def _take(self, key: str, default: object) -> object:
        self._taken.add(key)
        if key in self._untrusted:
            return self._untrusted[key]
        if default is None:
            raise refused("missing", self.where, key=key)
        return default

    def _list(self, key: str, count: _Bounds, default: object = None) -> list[object]:
        found = self._take(key, default)
        if not isinstance(found, list | tuple):
            raise refused("list", self.where, key=key)
        if not count[0] <= len(found) <= count[1]:
            raise refused("count", self.where, key=key, least=int(count[0]), most=int(count[1]))
        return list(found)

    def _number(self, key: str, found: object, bounds: _Bounds) -> float:
        if isinstance(found, bool) or not isinstance(found, int | float):
            raise refused("number", self.where, key=key)
        # Written so that nan is refused too; a whole number beyond any float is compared before it is one.
        if not bounds[0] <= found <= bounds[1]:
            raise refused("range", self.where, key=key, least=bounds[0], greatest=bounds[1])
        return float(found)


def shown(found: object) -> str:
    """Return what a file says, short enough for a sentence."""
    return (found if isinstance(found, str) else type(found).__name__)[:_SHOWN]
