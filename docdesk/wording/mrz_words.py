"""What the fields of an MRZ mean and how its check digits come about: for window, terminal and paper."""

from datetime import date

from docdesk.foundation.messages import Message
from docdesk.mrz.codes import name
from docdesk.mrz.date_faults import birth_of, expiry_of
from docdesk.mrz.dates import MrzDate, age, remaining
from docdesk.mrz.explanation import DigitExplanation, explain_digit
from docdesk.mrz.records import Field, Mrz
from docdesk.wording.catalogue import Wording

LONGEST_SUM = 14
"""Sums of up to so many products are written out: the longest field of its own is TD3's optional data. A
composite has 39 and more, which nobody adds up by eye."""


def term(field: str, wording: Wording) -> str:
    """Return what a field is called."""
    return wording.say(Message.of("report.field", field=field))


def meaning(mrz: Mrz, field: Field, on: date, wording: Wording) -> str:
    """Return what the value of a field means on that day, "" where it speaks for itself."""
    if field.name in {"issuing_state", "nationality"}:
        return name(field.value) or ""
    birth = birth_of(mrz, on, None)
    if field.name == "date_of_birth" and birth is not None:
        return _birth(birth, on, wording)
    expiry = expiry_of(mrz, on, birth)
    if field.name == "date_of_expiry" and expiry is not None:
        return _expiry(expiry, on, wording)
    return ""


def _birth(birth: MrzDate, on: date, wording: Wording) -> str:
    years = age(birth, on)
    if years is None:
        return ""
    said = days_of(birth)
    aged = f"{years[0]}" if years[0] == years[1] else f"{years[0]}-{years[1]}"
    key = "report.age_or_infant" if "could_be_infant" in birth.notes else "report.age"
    return f"{said}, {wording.say(Message.of(key, years=aged))}"


def _expiry(expiry: MrzDate, on: date, wording: Wording) -> str:
    days = remaining(expiry, on)
    if days is None:
        return ""
    if "could_be_unlimited" in expiry.notes:
        return wording.term("report.perhaps_unlimited")
    key = "report.days_left" if days[1] >= 0 else "report.days_ago"
    return f"{days_of(expiry)}, {wording.say(Message.of(key, days=abs(days[1])))}"


def days_of(read: MrzDate) -> str:
    """Return a day, or the first and the last that it can be, as ISO 8601."""
    if read.earliest is None or read.latest is None:
        return ""
    first, last = read.earliest.isoformat(), read.latest.isoformat()
    return first if first == last else f"{first}/{last}"


def worked_out(mrz: Mrz, index: int, wording: Wording) -> str:
    """Return how the check digit with this index comes about, in one line."""
    explained = explain_digit(mrz, mrz.digits[index])
    return wording.say(
        Message.of(
            "report.digit",
            sum=_sum(explained),
            remainder=explained.remainder,
            printed=explained.printed,
        )
    )


def _sum(explained: DigitExplanation) -> str:
    if len(explained.terms) > LONGEST_SUM:
        return str(explained.sum)
    products = "+".join(f"{term.value}x{term.weight}" for term in explained.terms if term.value)
    return f"{products or '0'} = {explained.sum}"
