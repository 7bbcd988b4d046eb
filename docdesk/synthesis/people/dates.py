"""The days of a document, and how they are printed."""

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Final

import numpy as np

from docdesk.synthesis.models.model import DateStyle

MONTHS: Final = (
    ("JAN", "JAN"), ("FEB", "FÉV"), ("MAR", "MARS"), ("APR", "AVR"), ("MAY", "MAI"), ("JUN", "JUIN"),
    ("JUL", "JUIL"), ("AUG", "AOÛT"), ("SEP", "SEPT"), ("OCT", "OCT"), ("NOV", "NOV"), ("DEC", "DÉC"),
)  # fmt: skip
"""In English and French, as Doc 9303-3 shortens them."""

EXPIRED: Final = 0.10
"""Share of documents shown after their last day: officers meet them, and must see that it is no forgery."""

_LONG_EXPIRED: Final = 3 * 365
"""Days: who shows a document that ran out longer ago than that?"""

_FRESH: Final = 14
"""Days from issue to the day it is first shown."""

_OUT_OF_TRUE: Final = 3
"""Years by which a portrait's age may miss its holder's: people look older or younger than they are."""

_YOUNGEST: Final = 16
"""The portraits show grown people."""


@dataclass(frozen=True, slots=True)
class Term:
    """From when to when a document holds."""

    issue: dt.date
    expiry: dt.date


def printed_date(day: dt.date, style: DateStyle) -> str:
    """Return a day as a document prints it."""
    english, french = MONTHS[day.month - 1]
    return {
        "two_languages": f"{day.day:02} {english}/{french} {day.year}",
        "english": f"{day.day:02} {english} {day.year}",
        "dots": f"{day.day:02}.{day.month:02}.{day.year}",
        "blanks": f"{day.day:02} {day.month:02} {day.year}",
        "iso": day.isoformat(),
    }[style]


def drawn_term(years: int, on: dt.date, chosen: np.random.Generator) -> Term:
    """Return when a document of so many years was issued and runs out; `EXPIRED` of them before that day."""
    if chosen.random() < EXPIRED:
        expiry = on - dt.timedelta(days=int(chosen.integers(1, _LONG_EXPIRED)))
        return Term(years_later(expiry + dt.timedelta(days=1), -years), expiry)
    longest = (on - years_later(on, -years)).days - 1
    issue = on - dt.timedelta(days=int(chosen.integers(min(_FRESH, longest), longest)))
    return Term(issue, years_later(issue, years) - dt.timedelta(days=1))


def drawn_birth(age: int, issue: dt.date, chosen: np.random.Generator) -> dt.date:
    """Return a birthday that makes somebody about that old on the day of issue."""
    years = max(_YOUNGEST, age + int(chosen.integers(-_OUT_OF_TRUE, _OUT_OF_TRUE + 1)))
    return years_later(issue, -years) - dt.timedelta(days=int(chosen.integers(0, 365)))


def years_later(day: dt.date, years: int) -> dt.date:
    """Return the same day so many years later; 29 February becomes 28 where there is none."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))
