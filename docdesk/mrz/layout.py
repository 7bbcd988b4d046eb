"""The shape of a format: which field and which check digit stands where."""

from dataclasses import dataclass
from typing import Literal

from docdesk.mrz.spans import Span

FieldKind = Literal[
    "code", "state", "names", "primary", "secondary", "number", "date", "month", "sex", "optional", "text"
]
"""What a field holds, and so which characters may stand in it.

- `code`: document code; `state`: three-letter code of a state or organisation;
- `names`: primary and secondary identifier with `<<` between; `primary`, `secondary`: one of them alone;
- `number`: document number; `date`: YYMMDD; `month`: YYMM; `sex`: M, F or filler;
- `optional`, `text`: anything of the alphabet.
"""

DigitName = Literal[
    "document_number", "date_of_birth", "date_of_expiry", "optional_data", "composite", "line"
]
"""What a check digit is called: the field it guards, `composite`, or `line` where it guards a whole line."""


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """Where a format prints one field; one field always lies in one line."""

    name: str
    kind: FieldKind
    span: Span


@dataclass(frozen=True, slots=True)
class DigitPlace:
    """Where a format prints one check digit, and over which characters, in this order, it is taken."""

    name: DigitName
    span: Span
    covers: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """A layout of the machine-readable zone.

    Attributes:
        name: TD1, TD2, TD3, MRVA, MRVB, or the name of a national form.
        lengths: number of characters of each line.
        fields: the fields in the order of the lines.
        digits: the check digits in the order of the lines; none where no verdict may rest on them.
        size_mm: nominal width and height of the document.
        verified: False where the layout is not known well enough: show the lines, give no verdict.
        national: True where Doc 9303 does not know this form.
        long_number: whether a document number longer than nine runs on into the optional data.
        empty_digit_may_be_filler: whether the optional data's digit may be a filler where they are empty.
    """

    name: str
    lengths: tuple[int, ...]
    fields: tuple[FieldPlace, ...]
    digits: tuple[DigitPlace, ...]
    size_mm: tuple[float, float]
    verified: bool = True
    national: bool = False
    long_number: bool = False
    empty_digit_may_be_filler: bool = False

    def place(self, name: str) -> FieldPlace | None:
        """Return where a field is printed, or None where this format has no such field."""
        return next((place for place in self.fields if place.name == name), None)

    def name_places(self) -> tuple[FieldPlace, ...]:
        """Return the fields that hold names: one in Doc 9303, one or two in national forms."""
        return tuple(place for place in self.fields if place.kind in ("names", "primary", "secondary"))
