"""Document numbers of more than nine characters, which run on into the optional data (TD1 and TD2).

The first nine stand in their field, a filler in place of the check digit, and the rest, the check digit and a
filler at the start of the optional data (ICAO Doc 9303-5, 4.2.4 and note j; Doc 9303-6, note j).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from docdesk.mrz.alphabet import FILLER
from docdesk.mrz.check_digits import check_digit
from docdesk.mrz.layout import Format
from docdesk.mrz.records import CheckDigit, DigitVariant
from docdesk.mrz.spans import Span, joined, slice_of

FILLER_COUNTING_ISSUERS: Final = ("BEL",)
"""States known to have counted the filler: older Belgian cards. For any other issuer a digit that fits only
so is a digit that does not fit, because one wrong number in ten would pass."""


@dataclass(frozen=True, slots=True)
class LongNumber:
    """A number that runs on: its characters, its digit, and what is left of the optional data."""

    number: tuple[Span, ...]
    digit: CheckDigit
    optional: Span


def long_number(layout: Format, lines: Sequence[str]) -> LongNumber | None:
    """Return the long number of these lines, or None where the number stands in its field alone.

    A number is long where its field is full, its digit's place holds a filler, and the optional data do not
    begin with one.
    """
    if not layout.long_number:
        return None
    number, optional = layout.place("document_number"), layout.place("optional_data")
    issuer, digit = layout.place("issuing_state"), layout.digits[0]
    if number is None or optional is None or issuer is None:
        return None
    tail = slice_of(lines, optional.span).partition(FILLER)[0]
    full = not slice_of(lines, number.span).endswith(FILLER)
    if not (full and tail) or slice_of(lines, digit.span) != FILLER:
        return None
    line, start = optional.span.line, optional.span.start
    end = start + len(tail)
    parts = (number.span, Span(line, start, end - 1)) if len(tail) > 1 else (number.span,)
    counts_filler = slice_of(lines, issuer.span) in FILLER_COUNTING_ISSUERS
    return LongNumber(
        number=parts,
        digit=_digit(lines, parts, digit.span, Span(line, end - 1, end), counts_filler=counts_filler),
        optional=Span(line, min(end + 1, optional.span.end), optional.span.end),
    )


def _digit(
    lines: Sequence[str], parts: tuple[Span, ...], gap: Span, place: Span, *, counts_filler: bool
) -> CheckDigit:
    printed = slice_of(lines, place)
    variant: DigitVariant = "icao" if len(parts) > 1 else "moved"
    covers = parts
    expected = check_digit(joined(lines, covers))
    if printed != expected and counts_filler and len(parts) > 1:
        with_filler = (parts[0], gap, parts[1])
        if check_digit(joined(lines, with_filler)) == printed:
            covers, expected, variant = with_filler, printed, "filler_counted"
    return CheckDigit("document_number", place, printed, expected, covers, printed == expected, variant)
