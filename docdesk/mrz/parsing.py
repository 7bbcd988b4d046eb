"""From lines to fields and check digits, exactly as printed."""

import re
from collections.abc import Iterator, Sequence

from docdesk.mrz.alphabet import FILLER, require_alphabet
from docdesk.mrz.check_digits import check_digit
from docdesk.mrz.errors import MrzError
from docdesk.mrz.formats import FORMATS, Format, recognise
from docdesk.mrz.layout import DigitPlace, FieldPlace
from docdesk.mrz.long_numbers import LongNumber, long_number
from docdesk.mrz.records import CheckDigit, DigitVariant, Field, Mrz
from docdesk.mrz.spans import Span, joined, slice_of

__all__ = ["CheckDigit", "Field", "Mrz", "parse"]

_AS_PRINTED = ("code", "state", "date", "month", "sex")
"""Kinds of field whose value keeps its fillers, because a filler means something there."""


def parse(lines: Sequence[str], format: str | None = None) -> Mrz:
    """Return the fields and check digits of an MRZ; it reads what is printed and repairs nothing.

    Args:
        lines: the lines from top to bottom, without blanks or line ends.
        format: name of the format to read them by; None recognises it.

    Raises:
        MrzError: `no_such_format`, `line_count`, `line_length` or `character_not_allowed`.
    """
    layout = recognise(lines) if format is None else _asked_for(lines, format)
    long = long_number(layout, lines)
    return Mrz(
        format=layout.name,
        lines=tuple(lines),
        fields=tuple(field for place in layout.fields for field in _fields(place, lines, long)),
        digits=tuple(_digit(layout, place, lines, long) for place in layout.digits),
    )


def _asked_for(lines: Sequence[str], name: str) -> Format:
    if name not in FORMATS:
        raise MrzError("no_such_format")
    layout = FORMATS[name]
    if len(lines) != len(layout.lengths):
        raise MrzError("line_count")
    for number, (line, length) in enumerate(zip(lines, layout.lengths, strict=True)):
        if len(line) != length:
            raise MrzError("line_length", line=number)
    require_alphabet(lines)
    return layout


def _fields(place: FieldPlace, lines: Sequence[str], long: LongNumber | None) -> Iterator[Field]:
    if place.kind in ("names", "primary", "secondary"):
        yield from _identifiers(place, lines)
        return
    spans: tuple[Span, ...] = (place.span,)
    if long is not None and place.name == "document_number":
        spans = long.number
    if long is not None and place.name == "optional_data":
        spans = (long.optional,)
    text = joined(lines, spans)
    value = text if place.kind in _AS_PRINTED else text.rstrip(FILLER)
    yield Field(place.name, text, value, spans)


def _identifiers(place: FieldPlace, lines: Sequence[str]) -> Iterator[Field]:
    """Split a name at its first two fillers; a field of one identifier alone is taken whole."""
    text = slice_of(lines, place.span)
    middle = text.find(FILLER * 2) if place.kind == "names" else len(text)
    middle = len(text) if middle < 0 else middle
    first = "secondary_identifier" if place.kind == "secondary" else "primary_identifier"
    for name, start, end in ((first, 0, middle), ("secondary_identifier", middle, len(text))):
        inner = text[start:end].strip(FILLER)
        if inner:
            at = place.span.start + text.index(inner, start)
            value = " ".join(re.split(f"{FILLER}+", inner))
            yield Field(name, inner, value, (Span(place.span.line, at, at + len(inner)),))


def _digit(layout: Format, place: DigitPlace, lines: Sequence[str], long: LongNumber | None) -> CheckDigit:
    if long is not None and place.name == "document_number":
        return long.digit
    printed, covered = slice_of(lines, place.span), joined(lines, place.covers)
    expected = check_digit(covered)
    variant = _variant(layout, place, covered) if printed == FILLER else None
    agrees = printed == expected or variant == "filler_for_zero"
    return CheckDigit(place.name, place.span, printed, expected, place.covers, agrees, variant)


def _variant(layout: Format, place: DigitPlace, covered: str) -> DigitVariant | None:
    """Say what a filler in place of a digit means; None where it is simply not the digit."""
    empty = not covered.strip(FILLER)
    if place.name == "optional_data" and empty and layout.empty_digit_may_be_filler:
        return "filler_for_zero"
    open_date = place.name in ("date_of_birth", "date_of_expiry") and FILLER in covered
    if empty or open_date or (place.name == "document_number" and layout.long_number):
        return "missing"
    return None
