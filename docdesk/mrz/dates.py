"""What a six-character date means on the day of the inspection (ICAO Doc 9303-3, 4.8)."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from docdesk.mrz.alphabet import DIGITS, FILLER

DateKind = Literal["exact", "partial", "unknown", "invalid"]
"""A day; a part of it is not stated; nothing is stated; no such date."""

DateNote = Literal[
    "could_be_infant", "could_be_centenarian", "zero_part", "could_be_unlimited", "long_validity"
]
"""What else a date may mean.

- `could_be_infant`: read as a hundred years ago, but the birth may be of this year;
- `could_be_centenarian`: read as this century, but the birth may be a hundred years earlier;
- `zero_part`: month or day is 00, which some states print where Doc 9303 asks for fillers;
- `could_be_unlimited`: the last year of a century, as printed for the year 9999;
- `long_validity`: further ahead than the rule of TR-03135 reaches, because no document so old exists.
"""

EXPIRY_HORIZON_YEARS: Final = 15
"""An expiry up to so many years ahead lies in the future, else in the past (BSI TR-03135-1, 5.10.2)."""

FIRST_EXPIRY_YEAR: Final = 1980
"""Doc 9303 first appeared in 1980; what expired before it never carried an MRZ."""

LONGEST_LIFE_YEARS: Final = 122
"""The longest life ever documented; nobody presented is older."""

_UNKNOWN: Final = FILLER * 2
_ZERO: Final = "00"
_ALL_ZERO: Final = _ZERO * 3
_YEAR_9999: Final = ("991231", "990101")


@dataclass(frozen=True, slots=True)
class MrzDate:
    """A date as far as it is stated.

    Attributes:
        kind: how much is stated.
        earliest: first day it can be; None where it is unknown or invalid, or where its year is.
        latest: last day it can be; None where `earliest` is.
        notes: what else it may mean.
    """

    kind: DateKind
    earliest: date | None = None
    latest: date | None = None
    notes: tuple[DateNote, ...] = ()


_INVALID: Final = MrzDate("invalid")


def read_birth(text: str, on: date, *, century: int | None = None) -> MrzDate:
    """Return a date of birth; what is no date at all is `invalid`.

    A year that is not before the year of inspection belongs to the century before (BSI TR-03135-1,
    5.6.1.2.11), so a year equal to it gives a person of a hundred, noted as a possible infant.

    Args:
        text: YYMMDD with fillers for unknown parts.
        on: the day of the inspection.
        century: 19 for 19YY; where the printed zone or signed data state it, it goes before the rule.
    """
    parts = _parts(text)
    if parts is None or parts[0] == _UNKNOWN or text == _ALL_ZERO:
        return _without_year(parts)
    this, short = divmod(on.year, 100)
    year = int(parts[0])
    if century is not None:
        return _within(century * 100 + year, parts)
    before = year >= short
    read, other = (_within((this - shift) * 100 + year, parts) for shift in (before, not before))
    possible = other.earliest is not None and other.earliest <= on
    if before and read.kind == "invalid" and possible:
        read = other
    if before and possible:
        return _noted(read, "could_be_infant")
    if not before and possible and on.year - (this - 1) * 100 - year <= LONGEST_LIFE_YEARS:
        return _noted(read, "could_be_centenarian")
    return read


def read_expiry(text: str, on: date, *, after: date | None = None) -> MrzDate:
    """Return a date of expiry; what is no date at all is `invalid`, all fillers are `unknown`.

    Up to `EXPIRY_HORIZON_YEARS` ahead it lies in the future, else in the past, except that no document with
    an MRZ expired before `FIRST_EXPIRY_YEAR`.

    Args:
        text: YYMMDD.
        on: the day of the inspection.
        after: a day before which the expiry cannot lie, such as the birth of the holder of a card that may
            be valid for longer than the rule reaches.
    """
    parts = _parts(text)
    if parts is None or parts[0] == _UNKNOWN or text == _ALL_ZERO:
        return _without_year(parts)
    ahead = (int(parts[0]) - on.year) % 100
    year = on.year + ahead
    if ahead > EXPIRY_HORIZON_YEARS:
        past = _within(year - 100, parts)
        contradicted = after is not None and past.latest is not None and past.latest <= after
        if year - 100 < FIRST_EXPIRY_YEAR or contradicted:
            return _noted(_within(year, parts), "long_validity")
        return _noted(past, "could_be_unlimited") if text in _YEAR_9999 else past
    return _within(year, parts)


def age(birth: MrzDate, on: date) -> tuple[int, int] | None:
    """Return the least and the most completed years of life that a birth gives; None where it gives none.

    Both are negative for a birth after the day of the inspection.
    """
    if birth.earliest is None or birth.latest is None:
        return None
    return _years(birth.latest, on), _years(birth.earliest, on)


def remaining(expiry: MrzDate, on: date) -> tuple[int, int] | None:
    """Return the least and the most days left, 0 on the last day, negative once expired; None if unknown."""
    if expiry.earliest is None or expiry.latest is None:
        return None
    return (expiry.earliest - on).days, (expiry.latest - on).days


def mrz_date(day: date) -> str:
    """Return a day as YYMMDD; the century is lost."""
    return f"{day.year % 100:02}{day.month:02}{day.day:02}"


def _parts(text: str) -> tuple[str, str, str] | None:
    """Return year, month and day, each two digits or two fillers; None where the text has another shape."""
    if len(text) != 6:
        return None
    parts = (text[:2], text[2:4], text[4:])
    good = all(part == _UNKNOWN or all(char in DIGITS for char in part) for part in parts)
    return parts if good else None


def _without_year(parts: tuple[str, str, str] | None) -> MrzDate:
    if parts is None or _within(2000, ("00", *parts[1:])).kind == "invalid":
        return _INVALID
    blank = set(parts) in ({_UNKNOWN}, {_ZERO})
    return MrzDate("unknown" if blank else "partial", notes=_zero_note(parts))


def _within(year: int, parts: tuple[str, str, str]) -> MrzDate:
    """Return the days that month and day leave open in a year; months and days of 00 count as unknown."""
    if not date.min.year <= year <= date.max.year:
        return _INVALID
    months = [int(parts[1])] if parts[1] not in (_UNKNOWN, _ZERO) else list(range(1, 13))
    wanted = int(parts[2]) if parts[2] not in (_UNKNOWN, _ZERO) else None
    days = list(_days(year, months, wanted))
    if not days:
        return _INVALID
    kind: DateKind = "exact" if len(days) == 1 else "partial"
    return MrzDate(kind, days[0], days[-1], _zero_note(parts))


def _days(year: int, months: list[int], wanted: int | None) -> Iterator[date]:
    for month in months:
        last = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
        for day in range(1, last + 1) if wanted is None else (wanted,):
            if 1 <= day <= last:
                yield date(year, month, day)


def _zero_note(parts: tuple[str, str, str]) -> tuple[DateNote, ...]:
    return ("zero_part",) if _ZERO in parts[1:] else ()


def _noted(read: MrzDate, note: DateNote) -> MrzDate:
    if read.kind == "invalid":
        return read
    return MrzDate(read.kind, read.earliest, read.latest, (*read.notes, note))


def _years(since: date, on: date) -> int:
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))
