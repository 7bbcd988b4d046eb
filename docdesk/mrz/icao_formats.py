"""The five layouts of Doc 9303: three sizes of travel document and two of visa.

Positions are counted from 0 with the end excluded; Doc 9303 counts from 1.
"""

from typing import Final

from docdesk.mrz.layout import DigitPlace, FieldPlace, Format
from docdesk.mrz.spans import Span

ID1_MM: Final = (85.6, 53.98)
"""Bank card size, tolerance 0.75 mm (ICAO Doc 9303-5)."""

ID2_MM: Final = (105.0, 74.0)
"""Tolerance 0.75 mm for TD2 (Doc 9303-6), 1.0 mm for MRV-B (Doc 9303-7)."""

ID3_MM: Final = (125.0, 88.0)
"""Passport page, tolerance 0.75 mm (ICAO Doc 9303-4)."""

MRVA_MM: Final = (120.0, 80.0)
"""Full-size visa sticker, tolerance 1.0 mm (ICAO Doc 9303-7)."""


def _first_line(length: int) -> tuple[FieldPlace, ...]:
    return (
        FieldPlace("document_code", "code", Span(0, 0, 2)),
        FieldPlace("issuing_state", "state", Span(0, 2, 5)),
        FieldPlace("name", "names", Span(0, 5, length)),
    )


def _second_line(length: int) -> tuple[FieldPlace, ...]:
    """All two-line formats agree up to position 28; `length` is where the optional data end."""
    return (
        FieldPlace("document_number", "number", Span(1, 0, 9)),
        FieldPlace("nationality", "state", Span(1, 10, 13)),
        FieldPlace("date_of_birth", "date", Span(1, 13, 19)),
        FieldPlace("sex", "sex", Span(1, 20, 21)),
        FieldPlace("date_of_expiry", "date", Span(1, 21, 27)),
        FieldPlace("optional_data", "optional", Span(1, 28, length)),
    )


_TWO_LINE_DIGITS: Final = (
    DigitPlace("document_number", Span(1, 9, 10), (Span(1, 0, 9),)),
    DigitPlace("date_of_birth", Span(1, 19, 20), (Span(1, 13, 19),)),
    DigitPlace("date_of_expiry", Span(1, 27, 28), (Span(1, 21, 27),)),
)

TD1: Final = Format(
    name="TD1",
    lengths=(30, 30, 30),
    fields=(
        FieldPlace("document_code", "code", Span(0, 0, 2)),
        FieldPlace("issuing_state", "state", Span(0, 2, 5)),
        FieldPlace("document_number", "number", Span(0, 5, 14)),
        FieldPlace("optional_data", "optional", Span(0, 15, 30)),
        FieldPlace("date_of_birth", "date", Span(1, 0, 6)),
        FieldPlace("sex", "sex", Span(1, 7, 8)),
        FieldPlace("date_of_expiry", "date", Span(1, 8, 14)),
        FieldPlace("nationality", "state", Span(1, 15, 18)),
        FieldPlace("optional_data_2", "optional", Span(1, 18, 29)),
        FieldPlace("name", "names", Span(2, 0, 30)),
    ),
    digits=(
        DigitPlace("document_number", Span(0, 14, 15), (Span(0, 5, 14),)),
        DigitPlace("date_of_birth", Span(1, 6, 7), (Span(1, 0, 6),)),
        DigitPlace("date_of_expiry", Span(1, 14, 15), (Span(1, 8, 14),)),
        DigitPlace(
            "composite", Span(1, 29, 30), (Span(0, 5, 30), Span(1, 0, 7), Span(1, 8, 15), Span(1, 18, 29))
        ),
    ),
    size_mm=ID1_MM,
    long_number=True,
)
"""Card (ICAO Doc 9303-5, 4.2.2)."""

TD2: Final = Format(
    name="TD2",
    lengths=(36, 36),
    fields=_first_line(36) + _second_line(35),
    digits=(
        *_TWO_LINE_DIGITS,
        DigitPlace("composite", Span(1, 35, 36), (Span(1, 0, 10), Span(1, 13, 20), Span(1, 21, 35))),
    ),
    size_mm=ID2_MM,
    long_number=True,
)
"""Large card (ICAO Doc 9303-6, 4.2.2)."""

TD3: Final = Format(
    name="TD3",
    lengths=(44, 44),
    fields=_first_line(44) + _second_line(42),
    digits=(
        *_TWO_LINE_DIGITS,
        DigitPlace("optional_data", Span(1, 42, 43), (Span(1, 28, 42),)),
        DigitPlace("composite", Span(1, 43, 44), (Span(1, 0, 10), Span(1, 13, 20), Span(1, 21, 43))),
    ),
    size_mm=ID3_MM,
    empty_digit_may_be_filler=True,
)
"""Passport (ICAO Doc 9303-4, 4.2.2)."""

MRVA: Final = Format(
    name="MRVA",
    lengths=(44, 44),
    fields=_first_line(44) + _second_line(44),
    digits=_TWO_LINE_DIGITS,
    size_mm=MRVA_MM,
)
"""Full-size visa; it has no composite digit (ICAO Doc 9303-7, 4.2.2)."""

MRVB: Final = Format(
    name="MRVB",
    lengths=(36, 36),
    fields=_first_line(36) + _second_line(36),
    digits=_TWO_LINE_DIGITS,
    size_mm=ID2_MM,
)
"""Small visa; it has no composite digit (ICAO Doc 9303-7, 7.2.2)."""
