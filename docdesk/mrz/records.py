"""What a parsed MRZ is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from docdesk.mrz.layout import DigitName
from docdesk.mrz.spans import Span, joined, slice_of

DigitVariant = Literal["icao", "filler_counted", "moved", "filler_for_zero", "missing"]
"""How a check digit departs from the plain case, in which its variant is None.

- `icao`: a long document number whose digit stands behind its rest and is taken without the filler between
  (ICAO Doc 9303-5, 4.2.4);
- `filler_counted`: the same, but the filler was counted as a character: older Belgian cards;
- `moved`: the digit stands in the optional data although the number is not longer than nine characters;
- `filler_for_zero`: a filler instead of 0 where the optional data are empty: allowed (ICAO Doc 9303-4);
- `missing`: a filler instead of a digit, where some states print none: it does not agree, yet nothing
  contradicts it.
"""


@dataclass(frozen=True, slots=True)
class Field:
    """One field as printed.

    Attributes:
        name: snake-case name, such as `document_number`.
        text: the characters printed, fillers too; a long document number is joined. A name begins and ends
            with its first and last letter.
        value: the text without trailing fillers; names have single spaces between their components; dates,
            sex, document code and state codes are as printed.
        spans: where the text stands, exactly; more than one only for a long document number.
    """

    name: str
    text: str
    value: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CheckDigit:
    """One check digit as printed, beside the one that its characters give.

    Attributes:
        name: the field it guards, `composite`, or `line`.
        span: where it stands.
        printed: the character found there, which need not be a digit.
        expected: the digit that the covered characters give.
        covers: the characters it is taken over, in this order.
        agrees: whether it is what Doc 9303, or a known national habit, asks for.
        variant: see `DigitVariant`; None in the plain case.
    """

    name: DigitName
    span: Span
    printed: str
    expected: str
    covers: tuple[Span, ...]
    agrees: bool
    variant: DigitVariant | None = None


@dataclass(frozen=True, slots=True)
class Mrz:
    """A machine-readable zone taken apart; nothing in it has been repaired.

    Attributes:
        format: name of its format in `docdesk.mrz.formats.FORMATS`.
        lines: the lines as printed.
        fields: the fields in the order of the lines; an identifier that is not printed is absent.
        digits: the check digits in the order of the lines; none where the format is not verified.
    """

    format: str
    lines: tuple[str, ...]
    fields: tuple[Field, ...]
    digits: tuple[CheckDigit, ...]

    def field(self, name: str) -> Field | None:
        """Return a field by its name, or None where this MRZ has none."""
        return next((field for field in self.fields if field.name == name), None)

    def text(self, name: str) -> str:
        """Return the raw characters of a field, or "" where this MRZ has none."""
        field = self.field(name)
        return field.text if field else ""

    def value(self, name: str) -> str:
        """Return the value of a field, or "" where this MRZ has none."""
        field = self.field(name)
        return field.value if field else ""

    def digit(self, name: str) -> CheckDigit | None:
        """Return a check digit by its name, or None where this MRZ has none."""
        return next((digit for digit in self.digits if digit.name == name), None)

    def at(self, span: Span) -> str:
        """Return the characters at a span.

        Raises:
            MrzError: `no_such_place`, the span lies outside the lines.
        """
        return slice_of(self.lines, span)

    def over(self, spans: Sequence[Span]) -> str:
        """Return the characters of several spans, one after another.

        Raises:
            MrzError: `no_such_place`, a span lies outside the lines.
        """
        return joined(self.lines, spans)
