"""Layouts that states print beside Doc 9303: to be recognised and named, never to be called forged."""

from typing import Final

from docdesk.mrz.icao_formats import ID1_MM, ID2_MM, ID3_MM, TD2, TD3
from docdesk.mrz.layout import DigitPlace, FieldPlace, Format
from docdesk.mrz.spans import Span

FRA36: Final = Format(
    name="FRA36",
    lengths=(36, 36),
    fields=(
        FieldPlace("document_code", "code", Span(0, 0, 2)),
        FieldPlace("issuing_state", "state", Span(0, 2, 5)),
        FieldPlace("name", "primary", Span(0, 5, 30)),
        FieldPlace("administrative_code", "text", Span(0, 30, 36)),
        FieldPlace("document_number", "number", Span(1, 0, 12)),
        FieldPlace("date_of_issue", "month", Span(1, 0, 4)),
        FieldPlace("issuing_office", "text", Span(1, 4, 7)),
        FieldPlace("given_names", "secondary", Span(1, 13, 27)),
        FieldPlace("date_of_birth", "date", Span(1, 27, 33)),
        FieldPlace("sex", "sex", Span(1, 34, 35)),
    ),
    digits=(
        DigitPlace("document_number", Span(1, 12, 13), (Span(1, 0, 12),)),
        DigitPlace("date_of_birth", Span(1, 33, 34), (Span(1, 27, 33),)),
        DigitPlace("composite", Span(1, 35, 36), (Span(0, 0, 36), Span(1, 0, 35))),
    ),
    size_mm=ID2_MM,
    national=True,
)
"""French national identity card of 1988 to 2021; issue month and office are part of its number."""

FRA30: Final = Format(
    name="FRA30",
    lengths=(30,),
    fields=(
        FieldPlace("document_code", "code", Span(0, 0, 2)),
        FieldPlace("issuing_state", "state", Span(0, 2, 5)),
        FieldPlace("document_number", "number", Span(0, 5, 14)),
        FieldPlace("date_of_expiry", "date", Span(0, 15, 21)),
        FieldPlace("name", "primary", Span(0, 21, 29)),
    ),
    digits=(
        DigitPlace("document_number", Span(0, 14, 15), (Span(0, 0, 14),)),
        DigitPlace("line", Span(0, 29, 30), (Span(0, 0, 29),)),
    ),
    size_mm=ID1_MM,
    national=True,
)
"""French driving licence, one line; its first digit covers document code and issuer too."""

DRV30: Final = Format(
    name="DRV30",
    lengths=(30,),
    fields=(
        FieldPlace("document_code", "code", Span(0, 0, 2)),
        FieldPlace("issuing_state", "state", Span(0, 2, 5)),
        FieldPlace("optional_data", "optional", Span(0, 5, 30)),
    ),
    digits=(),
    size_mm=ID1_MM,
    verified=False,
    national=True,
)
"""One-line driving licence of another state: each state fills the line in its own way."""

CHE30: Final = Format(
    name="CHE30",
    lengths=(9, 30, 30),
    fields=(
        FieldPlace("document_number", "number", Span(0, 0, 6)),
        FieldPlace("language_code", "text", Span(0, 6, 7)),
        FieldPlace("document_code", "code", Span(1, 0, 2)),
        FieldPlace("issuing_state", "state", Span(1, 2, 5)),
        FieldPlace("personal_number", "text", Span(1, 5, 14)),
        FieldPlace("version_number", "text", Span(1, 14, 17)),
        FieldPlace("date_of_birth", "date", Span(1, 19, 25)),
        FieldPlace("name", "names", Span(2, 0, 30)),
    ),
    digits=(),
    size_mm=ID1_MM,
    national=True,
)
"""Swiss driving licence; it has no check digits."""

RUS44: Final = Format(
    name="RUS44",
    lengths=TD3.lengths,
    fields=TD3.fields,
    digits=(),
    size_mm=ID3_MM,
    verified=False,
    national=True,
)
"""Russian internal passport: the shape of a passport, but names in Cyrillic coded with letters and digits."""

OLD36: Final = Format(
    name="OLD36",
    lengths=TD2.lengths,
    fields=TD2.fields,
    digits=(),
    size_mm=ID2_MM,
    verified=False,
    national=True,
)
"""Old Italian, Romanian, Greek or Bulgarian identity card whose zone follows Doc 9303 only in part."""


def _lines_of_thirty(name: str, count: int) -> Format:
    rest = tuple(
        FieldPlace(f"line_{line + 1}", "text", Span(line, 2 if line == 0 else 0, 30)) for line in range(count)
    )
    return Format(
        name=name,
        lengths=(30,) * count,
        fields=(FieldPlace("document_code", "code", Span(0, 0, 2)), *rest),
        digits=(),
        size_mm=ID1_MM,
        verified=False,
        national=True,
    )


CHN30: Final = _lines_of_thirty("CHN30", 3)
"""Chinese travel permit (Hong Kong, Macau, Taiwan) in three lines."""

CHN30_2: Final = _lines_of_thirty("CHN30_2", 2)
"""Chinese travel permit in two lines."""

CHN30_1: Final = _lines_of_thirty("CHN30_1", 1)
"""Chinese travel permit in one line."""
