"""Which entry a forger changes, and what then stands in the printed zone and in the MRZ."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.mrz.alphabet import DIGITS, FILLER
from docdesk.mrz.check_digits import check_digit
from docdesk.mrz.formats import FORMATS
from docdesk.mrz.layout import Format
from docdesk.mrz.spans import Span, joined
from docdesk.synthesis.models.model import DocumentModel
from docdesk.synthesis.people.holder import Holder

Entry = Literal["birth", "expiry", "number", "surname"]
Where = Literal["both", "printed", "mrz"]

MRZ_NAMES: Final[dict[Entry, str]] = {
    "birth": "date_of_birth",
    "expiry": "date_of_expiry",
    "number": "document_number",
    "surname": "name",
}
"""Each entry's field in the MRZ."""

_PRINTED: Final[dict[Entry, tuple[str, ...]]] = {
    "birth": ("birth",),
    "expiry": ("expiry", "valid_until"),
    "number": ("number",),
    "surname": ("surname", "name"),
}
"""Names that an entry has in the printed zone; a model prints one of them."""

_ALIKE: Final = ("AEIOU", "BCDFGHJKLMNPQRSTVWXYZ")
"""A letter is changed to another of its kind, so that the name can still be spoken."""

_LEAST_AGE: Final = 16
_MOST_AGE: Final = 75
"""On the day of issue, after the change: a younger or older holder would draw the eye."""

_LONGER: Final = 10
"""Years by which a forger makes a document run longer, at most."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of one entry.

    Attributes:
        entry: which.
        field: name of its field in the printed zone.
        holder: what the document says after it, check digits included.
        printed: the entry as printed before and after; equal where only the MRZ is changed.
        mrz: places of the MRZ that change, as line and position from 0.
        digits: those places of `mrz` that are check digits made to fit.
    """

    entry: Entry
    field: str
    holder: Holder
    printed: tuple[str, str]
    mrz: tuple[tuple[int, int], ...] = ()
    digits: tuple[tuple[int, int], ...] = ()

    @property
    def positions(self) -> tuple[int, ...]:
        """Positions of the printed entry that change, from 0."""
        before, after = self.printed
        return tuple(n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old != new)


def drawn_entry(
    model: DocumentModel, holder: Holder, rng: np.random.Generator, *, with_digit: bool = False
) -> Entry:
    """Return one of the entries that can be changed.

    Args:
        model, holder: of the document.
        rng: draws it.
        with_digit: whether a check digit must cover it; none covers a name.

    Raises:
        WrongUse: the document prints no such entry.
    """
    entries = [one for one in possible(model, holder) if not (with_digit and one == "surname")]
    if not entries:
        raise WrongUse(Message.of("synthesis.no_entry_to_alter", model=model.name))
    return entries[int(rng.integers(len(entries)))]


def possible(model: DocumentModel, holder: Holder) -> tuple[Entry, ...]:
    """Return the entries that stand both in the printed zone and in the MRZ, letter for letter."""
    return tuple(entry for entry in MRZ_NAMES if any(True for _ in _options(model, holder, entry)))


def revise(
    model: DocumentModel,
    holder: Holder,
    entry: Entry,
    where: Where,
    rng: np.random.Generator,
    *,
    corrected: bool,
) -> Revision:
    """Return one of the changes of an entry, drawn at random.

    Args:
        model, holder: of the document.
        entry: one of those that are `possible`.
        where: whether the printed zone, the MRZ or both are changed.
        rng: draws the change.
        corrected: whether check digits and composite are made to fit.
    """
    options = list(_options(model, holder, entry))
    option = options[int(rng.integers(len(options)))]
    field = _printed_name(model, entry)
    before = holder.text(field)
    after = holder
    if where != "mrz":
        after = replace(option.stated, texts=holder.with_texts(**{field: option.text}).texts)
    if where == "printed":
        return Revision(entry, field, after, (before, option.text))
    lines = option.mrz
    digits: tuple[tuple[int, int], ...] = ()
    if corrected:
        lines, digits = _fitted(FORMATS[model.format], holder.mrz, option.mrz)
    changed = tuple(_differing(holder.mrz, lines))
    text = before if where == "mrz" else option.text
    return Revision(entry, field, replace(after, mrz=lines), (before, text), changed, digits)


@dataclass(frozen=True, slots=True)
class _Option:
    """A change that can be made: the printed text, the MRZ before its digits, and the holder it states."""

    text: str
    mrz: tuple[str, ...]
    stated: Holder


def _printed_name(model: DocumentModel, entry: Entry) -> str:
    """Return the name of the field that prints an entry; empty where the model prints it nowhere."""
    names = {field.name for face in model.faces for field in face.fields if field.kind == "text"}
    return next((name for name in _PRINTED[entry] if name in names), "")


def _options(model: DocumentModel, holder: Holder, entry: Entry) -> Iterator[_Option]:
    place = FORMATS[model.format].place(MRZ_NAMES[entry])
    text = holder.text(_printed_name(model, entry))
    if place is None or not holder.mrz or not text:
        return
    if entry == "number":
        yield from _numbers(holder, text, place.span)
    elif entry == "surname":
        yield from _surnames(holder, text, place.span)
    else:
        yield from _dates(holder, entry, text, place.span)


def _dates(holder: Holder, entry: Entry, text: str, span: Span) -> Iterator[_Option]:
    """Yield other years that differ in one digit."""
    day = holder.birth if entry == "birth" else holder.expiry
    for place in (2, 3):
        for digit in DIGITS:
            year = f"{day.year:04}"[:place] + digit + f"{day.year:04}"[place + 1 :]
            moved = _in_year(day, int(year))
            if moved is None or moved == day or text.count(f"{day.year}") != 1:
                continue
            if entry == "birth" and not _earlier(holder.issue, _MOST_AGE) < moved < _earlier(
                holder.issue, _LEAST_AGE
            ):
                continue
            if entry == "expiry" and not 0 < moved.year - day.year <= _LONGER:
                continue
            stated = replace(holder, birth=moved) if entry == "birth" else replace(holder, expiry=moved)
            mrz = _put(holder.mrz, Span(span.line, span.start, span.start + 2), year[2:])
            yield _Option(text.replace(f"{day.year}", year), mrz, stated)


def _numbers(holder: Holder, text: str, span: Span) -> Iterator[_Option]:
    """Yield the number with one of its digits changed."""
    if text.count(holder.number) != 1:
        return
    first = text.index(holder.number)
    for place, old in enumerate(holder.number[: len(span)]):
        for digit in DIGITS if old in DIGITS else "":
            if digit != old:
                number = holder.number[:place] + digit + holder.number[place + 1 :]
                at = span.start + place
                yield _Option(
                    text[:first] + number + text[first + len(number) :],
                    _put(holder.mrz, Span(span.line, at, at + 1), digit),
                    replace(holder, number=number),
                )


def _surnames(holder: Holder, text: str, span: Span) -> Iterator[_Option]:
    """Yield the surname with one letter changed; its start must be spelled alike in both zones."""
    printed = holder.mrz[span.line][span.start : span.end]
    for place, (old, there) in enumerate(zip(text, printed, strict=False)):
        if old != there:
            return
        # The first letter is left alone: a name that begins otherwise is filed otherwise.
        kind = next((letters for letters in _ALIKE if old in letters), "")
        for letter in kind if place else "":
            if letter != old:
                at = span.start + place
                yield _Option(
                    text[:place] + letter + text[place + 1 :],
                    _put(holder.mrz, Span(span.line, at, at + 1), letter),
                    holder,
                )


def _fitted(
    layout: Format, before: tuple[str, ...], lines: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return the lines with check digits that fit, and where digits changed."""
    fitted = lines
    for digit in layout.digits:
        # A filler in a digit's place means that a long number runs on elsewhere.
        if fitted[digit.span.line][digit.span.start] != FILLER:
            fitted = _put(fitted, digit.span, check_digit(joined(fitted, digit.covers)))
    changed = set(_differing(before, fitted))
    places = [(digit.span.line, digit.span.start) for digit in layout.digits]
    return fitted, tuple(place for place in places if place in changed)


def _differing(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for line, (old, new) in enumerate(zip(before, after, strict=True)):
        for place, (one, other) in enumerate(zip(old, new, strict=True)):
            if one != other:
                yield line, place


def _put(lines: tuple[str, ...], span: Span, text: str) -> tuple[str, ...]:
    line = lines[span.line]
    changed = line[: span.start] + text + line[span.end :]
    return (*lines[: span.line], changed, *lines[span.line + 1 :])


def _in_year(day: dt.date, year: int) -> dt.date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # the 29th of February
        return None


def _earlier(day: dt.date, years: int) -> dt.date:
    return dt.date(day.year - years, day.month, min(day.day, 28))
