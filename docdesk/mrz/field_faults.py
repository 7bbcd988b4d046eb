"""Faults of single characters: check digits, alphabets of fields, sex and document number."""

from collections.abc import Iterator
from typing import Final

from docdesk.mrz.alphabet import ALPHABET, DIGITS, FILLER, LETTERS
from docdesk.mrz.faults import Fault, FaultKind
from docdesk.mrz.formats import FORMATS
from docdesk.mrz.layout import FieldKind
from docdesk.mrz.records import Field, Mrz
from docdesk.mrz.spans import Span

_ALLOWED: Final[dict[FieldKind, str]] = {
    "state": LETTERS + FILLER,
    "date": DIGITS + FILLER,
    "month": DIGITS,
}
"""What a field may hold; fields not named here hold any character, the sex is judged by itself."""

_LETTER_CODES: Final = ("TD3", "MRVA", "MRVB")
"""Formats whose document code has letters only; cards are known with a digit in second place."""

_NAME_ALPHABET: Final = LETTERS + FILLER
_IDENTIFIERS: Final = ("primary_identifier", "secondary_identifier")


def digit_faults(mrz: Mrz) -> Iterator[Fault]:
    """Yield a fault for each check digit that does not agree, or agrees only in a national way."""
    for digit in mrz.digits:
        spans = (*digit.covers, digit.span)
        values = (("printed", digit.printed), ("expected", digit.expected))
        if digit.variant == "missing":
            yield Fault("check_digit_missing", digit.name, spans, values)
        elif not digit.agrees:
            yield Fault("check_digit_mismatch", digit.name, spans, values)
        elif digit.variant in ("filler_counted", "moved"):
            yield Fault("long_number_variant", digit.name, spans, (("variant", digit.variant),))


def character_faults(mrz: Mrz) -> Iterator[Fault]:
    """Yield a fault for each field with characters that it cannot hold, and their places."""
    for field in mrz.fields:
        allowed = _allowed(mrz, field.name)
        single = (Span(span.line, at, at + 1) for span in field.spans for at in range(span.start, span.end))
        places = tuple(place for place in single if mrz.at(place) not in allowed)
        if places:
            yield Fault("character_not_allowed", field.name, places, (("characters", mrz.over(places)),))


def sex_faults(mrz: Mrz) -> Iterator[Fault]:
    """Yield a fault where the sex is not M, F or a filler."""
    field = mrz.field("sex")
    if field is None or field.text in ("M", "F", FILLER):
        return
    kind: FaultKind = "sex_x_printed" if field.text == "X" else "sex_invalid"
    yield Fault(kind, field.name, field.spans)


def number_faults(mrz: Mrz) -> Iterator[Fault]:
    """Yield a fault where the document number is missing, begins with a filler or holds two together.

    A single filler within is no fault: it stands for a blank or hyphen of the printed number.
    """
    field = mrz.field("document_number")
    if field is None:
        return
    if not field.value:
        yield Fault("document_number_missing", field.name, field.spans)
    elif field.value.startswith(FILLER):
        yield _malformed(field, "leading_filler")
    elif FILLER * 2 in field.value:
        yield _malformed(field, "double_filler")


def _malformed(field: Field, what: str) -> Fault:
    return Fault("document_number_malformed", field.name, field.spans, (("what", what),))


def _allowed(mrz: Mrz, name: str) -> str:
    if name in _IDENTIFIERS:
        return _NAME_ALPHABET
    if name == "document_code" and mrz.format in _LETTER_CODES:
        return _NAME_ALPHABET
    place = FORMATS[mrz.format].place(name)
    return _ALLOWED.get(place.kind, ALPHABET) if place else ALPHABET
