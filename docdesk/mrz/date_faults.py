"""Faults of dates, each by itself and all together."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from docdesk.mrz.dates import MrzDate, read_birth, read_expiry
from docdesk.mrz.faults import Fault
from docdesk.mrz.records import Field, Mrz
from docdesk.mrz.spans import Span

LONGEST_PASSPORT_YEARS: Final = 15
"""Passports and visas run ten years at most in practice; the expiry rule of TR-03135 itself reaches 15."""

LONGEST_CARD_YEARS: Final = 30
"""The longest fixed term known is 30 years, of cards for old people (Belgium); some have no limit at all."""

OLDEST_TRAVELLER_YEARS: Final = 110
"""Beyond this age a birth is not read a hundred years earlier only to spare a contradiction of dates."""

_BOOKLETS: Final = ("TD3", "MRVA", "MRVB")
_CARDS: Final = ("TD1", "TD2")


def birth_of(mrz: Mrz, on: date, century: int | None) -> MrzDate | None:
    """Return the date of birth, or None where the format has none."""
    field = mrz.field("date_of_birth")
    return read_birth(field.text, on, century=century) if field else None


def expiry_of(mrz: Mrz, on: date, birth: MrzDate | None = None) -> MrzDate | None:
    """Return the date of expiry, or None where the format has none.

    A card may be valid for so long that only the birth of its holder tells the century of its expiry.
    """
    field = mrz.field("date_of_expiry")
    after = birth.earliest if birth is not None and mrz.format in _CARDS else None
    return read_expiry(field.text, on, after=after) if field else None


def date_faults(mrz: Mrz, on: date, century: int | None) -> Iterator[Fault]:
    """Yield the faults of birth, expiry and issue.

    Args:
        mrz: what was parsed.
        on: the day of the inspection.
        century: of birth, where it is known from elsewhere.
    """
    birth = birth_of(mrz, on, century)
    expiry = expiry_of(mrz, on, birth)
    for field in mrz.fields:
        if field.name == "date_of_birth" and birth is not None:
            yield from _birth_faults(field, birth, on)
        elif field.name == "date_of_expiry" and expiry is not None:
            yield from _expiry_faults(mrz, field, expiry, on)
        elif field.name == "date_of_issue" and not _is_month(field.text):
            yield Fault("issue_date_invalid", field.name, field.spans)
    if birth is not None and expiry is not None and _out_of_order(birth, expiry, on):
        spans = tuple(
            span for name in ("date_of_birth", "date_of_expiry") for span in _spans(mrz.field(name))
        )
        yield Fault("expiry_not_after_birth", "date_of_expiry", spans)


def _spans(field: Field | None) -> tuple[Span, ...]:
    return field.spans if field else ()


def _birth_faults(field: Field, birth: MrzDate, on: date) -> Iterator[Fault]:
    if birth.kind == "invalid":
        yield Fault("birth_date_invalid", field.name, field.spans)
    elif "zero_part" in birth.notes:
        yield Fault("birth_date_zero_part", field.name, field.spans, _range(birth))
    elif birth.kind in ("partial", "unknown"):
        yield Fault("birth_date_incomplete", field.name, field.spans, _range(birth))
    if birth.earliest is not None and birth.earliest > on:
        yield Fault("birth_date_in_future", field.name, field.spans, _range(birth))


def _expiry_faults(mrz: Mrz, field: Field, expiry: MrzDate, on: date) -> Iterator[Fault]:
    if expiry.kind == "invalid":
        yield Fault("expiry_date_invalid", field.name, field.spans)
    elif "zero_part" in expiry.notes:
        yield Fault("expiry_date_zero_part", field.name, field.spans, _range(expiry))
    elif expiry.kind == "unknown":
        yield Fault("expiry_date_unlimited", field.name, field.spans, (("what", "fillers"),))
    elif expiry.kind == "partial":
        yield Fault("expiry_date_incomplete", field.name, field.spans, _range(expiry))
    if "could_be_unlimited" in expiry.notes and mrz.format in _CARDS:
        yield Fault("expiry_date_unlimited", field.name, field.spans, (("what", "year_9999"),))
    elif expiry.latest is not None and expiry.latest < on:
        values = (("date", expiry.latest.isoformat()), ("days", (on - expiry.latest).days))
        yield Fault("expired", field.name, field.spans, values)
    longest = LONGEST_PASSPORT_YEARS if mrz.format in _BOOKLETS else LONGEST_CARD_YEARS
    if expiry.earliest is not None and expiry.earliest.year - on.year > longest:
        values = (("date", expiry.earliest.isoformat()), ("years", longest))
        yield Fault("validity_implausible", field.name, field.spans, values)


def _out_of_order(birth: MrzDate, expiry: MrzDate, on: date) -> bool:
    """Say whether the document expired before its holder was born, under every likely reading of the dates.

    A birth that may lie a hundred years earlier is no contradiction, nor is an expiry without limit.
    """
    if birth.earliest is None or expiry.latest is None or "could_be_unlimited" in expiry.notes:
        return False
    older = on.year - birth.earliest.year + 100
    if "could_be_centenarian" in birth.notes and older <= OLDEST_TRAVELLER_YEARS:
        return False
    return expiry.latest <= birth.earliest


def _is_month(text: str) -> bool:
    return text[2:] in tuple(f"{month:02}" for month in range(1, 13))


def _range(read: MrzDate) -> tuple[tuple[str, str | int], ...]:
    if read.earliest is None or read.latest is None:
        return ()
    return (("earliest", read.earliest.isoformat()), ("latest", read.latest.isoformat()))
