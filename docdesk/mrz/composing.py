"""From values to the lines of an MRZ, with every check digit computed."""

from dataclasses import dataclass
from typing import Final, Literal

from docdesk.mrz.alphabet import ALPHABET, DIGITS, FILLER, LETTERS
from docdesk.mrz.check_digits import check_digit
from docdesk.mrz.errors import MrzError
from docdesk.mrz.formats import FORMATS
from docdesk.mrz.layout import DigitPlace, FieldKind, FieldPlace, Format
from docdesk.mrz.records import Mrz
from docdesk.mrz.spans import Span
from docdesk.mrz.transliteration import transliterate
from docdesk.mrz.truncation import fitted_name, fitted_part

COMPOSABLE: Final = ("TD1", "TD2", "TD3", "MRVA", "MRVB", "FRA36")
"""Formats that can be written."""

_ALLOWED: Final[dict[FieldKind, str]] = {
    "code": LETTERS + DIGITS + FILLER,
    "state": LETTERS + FILLER,
    "date": DIGITS + FILLER,
    "sex": LETTERS + FILLER,
}

_BETWEEN_FRENCH_GIVEN_NAMES: Final = FILLER * 2
"""Genuine cards set two fillers, not one, between given names."""

_IN_THE_NUMBER: Final = ("date_of_issue", "issuing_office")
"""Parts of the French number that are fields of their own when read."""


@dataclass(frozen=True, slots=True)
class Content:
    """What an MRZ says, in plain values.

    Codes, dates and sex are as printed, such as `P<`, `D<<`, `740812` and `<`; shorter ones are filled up.
    Names may be written as people write them; an MRZ gives them back in capital letters with single blanks.
    Values that a format has no field for must be empty.
    """

    format: str
    document_code: str
    issuing_state: str
    primary_identifier: str
    date_of_birth: str
    secondary_identifier: str = ""
    document_number: str = ""
    nationality: str = ""
    sex: str = FILLER
    date_of_expiry: str = ""
    optional_data: str = ""
    optional_data_2: str = ""
    administrative_code: str = ""


_VALUES: Final = (
    "document_code",
    "issuing_state",
    "document_number",
    "nationality",
    "date_of_birth",
    "sex",
    "date_of_expiry",
    "optional_data",
    "optional_data_2",
    "administrative_code",
)


def compose(
    content: Content, *, empty_optional_digit: Literal["0", "<"] = "0", hint: str | None = None
) -> tuple[str, ...]:
    """Return the lines that print this content.

    Numbers of more than nine characters run on into the optional data of TD1 and TD2; names are spelled and,
    where too long, cut by the rules of Doc 9303.

    Args:
        content: what to print.
        empty_optional_digit: the digit of a passport's optional data where they are empty; both are allowed.
        hint: three-letter code of the issuer, for national spellings of names.

    Raises:
        MrzError: `no_such_format`, `format_not_composable`, `no_such_field`, `field_required`,
            `field_too_long`, `document_number_too_long`, `character_not_allowed`, `name_missing`,
            `name_too_long` or `character_not_transliterable`.
    """
    layout = _composable(content.format)
    values = {name: str(getattr(content, name)) for name in _VALUES}
    for name, text in values.items():
        if layout.place(name) is None and text:
            raise MrzError("no_such_field")
    rows = [[FILLER] * length for length in layout.lengths]
    long = _run_on(layout, values)
    for place in layout.fields:
        if place.name not in _IN_THE_NUMBER:
            _put(rows, place.span, _printed(place, values, content, hint))
    for digit in layout.digits:
        _put(rows, digit.span, _digit(rows, digit, long=long))
    if content.format == "TD3" and not values["optional_data"].strip(FILLER):
        _put(rows, layout.digits[3].span, empty_optional_digit)
    return tuple("".join(row) for row in rows)


def content_of(mrz: Mrz) -> Content:
    """Return what an MRZ says, so that composing it gives the same values again.

    Raises:
        MrzError: `no_such_format` or `format_not_composable`.
    """
    _composable(mrz.format)
    return Content(
        format=mrz.format,
        primary_identifier=mrz.value("primary_identifier"),
        secondary_identifier=mrz.value("secondary_identifier"),
        **{name: mrz.value(name) for name in _VALUES},
    )


def _composable(name: str) -> Format:
    if name not in FORMATS:
        raise MrzError("no_such_format")
    if name not in COMPOSABLE:
        raise MrzError("format_not_composable")
    return FORMATS[name]


def _run_on(layout: Format, values: dict[str, str]) -> bool:
    """Move the rest of a long number, with its digit, in front of the optional data.

    Raises:
        MrzError: `document_number_too_long`, this format or the room left does not allow it.
    """
    number, place = values["document_number"], layout.place("document_number")
    optional = layout.place("optional_data")
    if place is None or len(number) <= len(place.span):
        return False
    if not layout.long_number or optional is None:
        raise MrzError("document_number_too_long", position=len(place.span))
    head, rest = number[: len(place.span)], number[len(place.span) :]
    _require(number, LETTERS + DIGITS)
    behind = f"{rest}{check_digit(number)}{FILLER}"
    if len(behind) > len(optional.span):
        raise MrzError("document_number_too_long", position=len(number) - 1)
    values["document_number"], values["optional_data"] = head, behind + values["optional_data"]
    return True


def _printed(place: FieldPlace, values: dict[str, str], content: Content, hint: str | None) -> str:
    width = len(place.span)
    if place.kind in ("names", "primary", "secondary"):
        return _name(place, content, hint)
    text = values[place.name]
    _require(text, _ALLOWED.get(place.kind, ALPHABET))
    if len(text) > width:
        raise MrzError("field_too_long", line=place.span.line, position=place.span.start)
    if place.kind in ("code", "state", "date") and (not text or (place.kind == "date" and len(text) < width)):
        raise MrzError("field_required", line=place.span.line, position=place.span.start)
    return text.ljust(width, FILLER)


def _name(place: FieldPlace, content: Content, hint: str | None) -> str:
    primary, secondary = (
        tuple(part for part in transliterate(text, hint=hint).split(FILLER) if part)
        for text in (content.primary_identifier, content.secondary_identifier)
    )
    if not primary:
        raise MrzError("name_missing", line=place.span.line, position=place.span.start)
    if place.kind == "names":
        return fitted_name(primary, secondary, len(place.span))
    if place.kind == "primary":
        return fitted_part(primary, FILLER, len(place.span))
    return fitted_part(secondary, _BETWEEN_FRENCH_GIVEN_NAMES, len(place.span))


def _digit(rows: list[list[str]], digit: DigitPlace, *, long: bool) -> str:
    if long and digit.name == "document_number":
        return FILLER
    return check_digit("".join("".join(rows[span.line][span.start : span.end]) for span in digit.covers))


def _require(text: str, allowed: str) -> None:
    for position, char in enumerate(text):
        if char not in allowed:
            raise MrzError("character_not_allowed", position=position)


def _put(rows: list[list[str]], span: Span, text: str) -> None:
    rows[span.line][span.start : span.end] = text
