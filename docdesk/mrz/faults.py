"""What can be wrong, or worth knowing, in a parsed MRZ: the kinds, each told in one line."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

from docdesk.mrz.spans import Span

FaultKind = Literal[
    "check_digit_mismatch",
    "check_digit_missing",
    "long_number_variant",
    "character_not_allowed",
    "document_code_wrong",
    "document_code_not_harmonised",
    "issuer_not_recognised",
    "issuer_deprecated",
    "issuer_pseudo",
    "issuer_fictitious",
    "nationality_missing",
    "nationality_not_recognised",
    "nationality_deprecated",
    "nationality_pseudo",
    "nationality_fictitious",
    "nationality_spelling_unusual",
    "issuer_nationality_unusual",
    "birth_date_invalid",
    "birth_date_incomplete",
    "birth_date_zero_part",
    "birth_date_in_future",
    "expiry_date_invalid",
    "expiry_date_incomplete",
    "expiry_date_zero_part",
    "expiry_date_unlimited",
    "expired",
    "expiry_not_after_birth",
    "validity_implausible",
    "issue_date_invalid",
    "sex_invalid",
    "sex_x_printed",
    "name_missing",
    "name_malformed",
    "name_possibly_truncated",
    "specimen_name",
    "document_number_missing",
    "document_number_malformed",
]

KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "check_digit_mismatch": "A check digit is not the one that its characters give.",
        "check_digit_missing": "A filler stands where some states print no check digit; worth knowing.",
        "long_number_variant": "The digit of a long number is taken in a national way; worth knowing.",
        "character_not_allowed": "A field holds a character that it cannot hold, such as a letter in a date.",
        "document_code_wrong": "The document code cannot stand on a document of this format.",
        "document_code_not_harmonised": "A passport valid beyond 2037 lacks a harmonised second letter.",
        "issuer_not_recognised": "The issuing state is no code of Doc 9303.",
        "issuer_deprecated": "The issuing state has ended; its documents are old.",
        "issuer_pseudo": "The issuer is one that no state recognises.",
        "issuer_fictitious": "The issuer is the state of specimens or training.",
        "nationality_missing": "No nationality is printed, as on some permits and visas.",
        "nationality_not_recognised": "The nationality is no code of Doc 9303.",
        "nationality_deprecated": "The nationality is of a state that has ended.",
        "nationality_pseudo": "The nationality is of an issuer that no state recognises.",
        "nationality_fictitious": "The nationality is of the state of specimens or training.",
        "nationality_spelling_unusual": "A German is DEU instead of D, as some states print it; harmless.",
        "issuer_nationality_unusual": "Issuer and nationality seldom go together in this document; lawful.",
        "birth_date_invalid": "The date of birth is no date.",
        "birth_date_incomplete": "A part of the date of birth is not stated, as Doc 9303 allows.",
        "birth_date_zero_part": "Month or day of birth is 00 instead of fillers, as some states print it.",
        "birth_date_in_future": "The date of birth, its century known from elsewhere, has not come yet.",
        "expiry_date_invalid": "The date of expiry is no date.",
        "expiry_date_incomplete": "A part of the date of expiry is not stated.",
        "expiry_date_zero_part": "Month or day of expiry is 00.",
        "expiry_date_unlimited": "The date of expiry is left open, as on documents valid without limit.",
        "expired": "The document has expired.",
        "expiry_not_after_birth": "The document expired on or before the day of birth.",
        "validity_implausible": "The expiry lies further ahead than documents of this size are valid.",
        "issue_date_invalid": "The month of issue is no month.",
        "sex_invalid": "The sex is neither M nor F nor a filler.",
        "sex_x_printed": "The sex is X, where Doc 9303 asks for a filler; seen in genuine documents.",
        "name_missing": "No name is printed.",
        "name_malformed": "The fillers in the name stand otherwise than Doc 9303 sets them.",
        "name_possibly_truncated": "The name fills its field, so that it may have been cut; worth knowing.",
        "specimen_name": "A part of the name is a word that specimens bear; some people bear it too.",
        "document_number_missing": "No document number is printed.",
        "document_number_malformed": "Fillers stand first, or doubled within, in the document number.",
    }
)
"""Every kind of fault, with its meaning."""

FAULT_KINDS: Final[tuple[FaultKind, ...]] = get_args(FaultKind)
"""Every kind of fault, in the order of `KINDS`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong or worth knowing.

    Attributes:
        kind: which, see `KINDS`.
        field: name of the field or check digit concerned.
        spans: where it is printed, exactly.
        values: details by name, such as `printed` and `expected`.
    """

    kind: FaultKind
    field: str
    spans: tuple[Span, ...]
    values: tuple[tuple[str, str | int], ...] = ()
