"""The document code: the two characters at the start of an MRZ that say what the document is."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Literal

from docdesk.mrz.alphabet import FILLER

DocumentCodeFault = Literal[
    "first_letter",
    "visa_second_letter",
    "crew_code_on_card",
    "code_not_allowed",
    "second_letter_missing",
    "second_letter_not_harmonised",
]
"""What is wrong with a document code.

- `first_letter`: not the letter that documents of this format begin with;
- `visa_second_letter`: V in second place, kept from cards so that they are not taken for visas;
- `crew_code_on_card`: AC, which only a crew member certificate of TD1 size may bear;
- `code_not_allowed`: AI on TD1;
- `second_letter_missing`, `second_letter_not_harmonised`: no second letter of the table on a passport that
  is valid after the transition has ended.
"""

PASSPORT_CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "PP": "ordinary passport",
        "PE": "emergency passport",
        "PD": "diplomatic passport",
        "PO": "official or service passport",
        "PR": "refugee passport",
        "PT": "passport of an alien or non-citizen",
        "PS": "passport of a stateless person",
        "PL": "laissez-passer",
        "PM": "military passport",
        "PU": "emergency travel document of a single sheet",
    }
)
"""The harmonised codes of passports (ICAO Doc 9303-4, 4.4).

From 1 January 2026 a second letter that is used must be of this table, and from 1 January 2028 every new
passport carries one. As a passport does not state when its rules came into force, neither can be judged.
"""

TRANSITION_ENDS: Final = date(2038, 1, 1)
"""Passports without a letter of the table must expire before this day (ICAO Doc 9303-4, 4.4)."""

_FIRST_LETTERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "TD1": "ACI",
        "TD2": "ACI",
        "TD3": "P",
        "MRVA": "V",
        "MRVB": "V",
        "FRA36": "I",
        "FRA30": "D",
        "CHE30": "F",
    }
)

_CARDS: Final = ("TD1", "TD2")


def document_code_faults(
    format: str, code: str, on: date, *, expiry: date | None = None
) -> tuple[DocumentCodeFault, ...]:
    """Return what is wrong with a document code; nothing where the format is not known here.

    Args:
        format: name of the format.
        code: two characters as printed.
        on: the day of the inspection.
        expiry: the day on which the document expires, where it is known: it, and not the day of the
            inspection, decides whether the transition to harmonised letters is over for this document.
    """
    first, second = code[:1], code[1:2]
    faults: list[DocumentCodeFault] = []
    letters = _FIRST_LETTERS.get(format)
    if letters is None:
        return ()
    if not first or first not in letters:
        faults.append("first_letter")
    if format in _CARDS and second == "V":
        faults.append("visa_second_letter")
    if format == "TD2" and code == "AC":
        faults.append("crew_code_on_card")
    if format == "TD1" and code == "AI":
        faults.append("code_not_allowed")
    if format == "TD3" and first == "P" and code not in PASSPORT_CODES and (expiry or on) >= TRANSITION_ENDS:
        faults.append("second_letter_missing" if second == FILLER else "second_letter_not_harmonised")
    return tuple(faults)
