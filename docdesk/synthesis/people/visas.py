"""What a visa says besides its holder."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from docdesk.synthesis.chance import dice
from docdesk.synthesis.people.dates import EXPIRED, Term
from docdesk.synthesis.people.names import one_of

VISAS: Final = ("MRVA", "MRVB")
"""Formats of visas."""

_LENGTHS: Final = (15, 30, 90, 180, 365)
"""Days from the first to the last day of validity."""

_STAYS: Final = (5, 15, 30, 90)
"""Days that the holder may stay."""

_AHEAD: Final = 60
"""A visa is issued so many days before it holds, at most."""

_PURPOSES: Final = ("TOURISM", "BUSINESS", "STUDY", "FAMILY VISIT", "RESEARCH", "MEDICAL")
_TYPES: Final = ("S", "L", "T")
"""Short stay, long stay, transit: where the document code has no letter for it."""


@dataclass(frozen=True, slots=True)
class VisaTerms:
    """What a visa grants.

    Attributes:
        term: day of issue and last day.
        valid_from: first day.
        stay: days.
        entries: how often the holder may enter: 01, 02 or MULT.
        kind: letter of its type.
        purpose: of the visit.
    """

    term: Term
    valid_from: dt.date
    stay: int
    entries: str
    kind: str
    purpose: str


def drawn_visa(years: int, code: str, on: dt.date, seed: int) -> VisaTerms:
    """Return what a visa grants that holds on a day; `EXPIRED` of them ran out within the year before.

    Args:
        years: that visas of this model hold at most.
        code: of the document: V, with the letter of its type if any.
        on: the day.
        seed: of the holder.
    """
    chosen = dice(seed, "visa")
    length = one_of([days for days in _LENGTHS if days <= years * 365], chosen)
    if chosen.random() < EXPIRED:
        until = on - dt.timedelta(days=int(chosen.integers(1, 365)))
    else:
        until = on + dt.timedelta(days=int(chosen.integers(length)))
    valid_from = until - dt.timedelta(days=length - 1)
    return VisaTerms(
        term=Term(valid_from - dt.timedelta(days=int(chosen.integers(_AHEAD))), until),
        valid_from=valid_from,
        stay=one_of([days for days in _STAYS if days <= length], chosen),
        entries=one_of(("01", "02", "MULT"), chosen),
        kind=code[1:] or one_of(_TYPES, chosen),
        purpose=one_of(_PURPOSES, chosen),
    )
