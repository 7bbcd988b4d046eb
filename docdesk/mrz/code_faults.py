"""Faults of document code, issuing state and nationality."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from docdesk.mrz.alphabet import FILLER
from docdesk.mrz.codes import (
    GERMANY_ISO,
    WITHOUT_NATIONALITY,
    CodeStatus,
    name,
    plausible_together,
    status,
)
from docdesk.mrz.date_faults import expiry_of
from docdesk.mrz.document_codes import document_code_faults
from docdesk.mrz.faults import Fault, FaultKind
from docdesk.mrz.records import Field, Mrz

_ISSUER_KINDS: Final[dict[CodeStatus, FaultKind]] = {
    "deprecated": "issuer_deprecated",
    "fictitious": "issuer_fictitious",
    "pseudo": "issuer_pseudo",
    "unknown": "issuer_not_recognised",
    "malformed": "issuer_not_recognised",
}
_NATIONALITY_KINDS: Final[dict[CodeStatus, FaultKind]] = {
    "deprecated": "nationality_deprecated",
    "fictitious": "nationality_fictitious",
    "pseudo": "nationality_pseudo",
    "unknown": "nationality_not_recognised",
    "malformed": "nationality_not_recognised",
}
_OWN_CITIZENS_ONLY: Final = ("P<", "PP", "PD", "PO", "PM", "ID")
"""Documents that a state commonly gives to its own citizens. Visas, residence permits and passports of
refugees, aliens and stateless persons name another nationality as a matter of course."""


def document_code_fault(mrz: Mrz, on: date) -> Iterator[Fault]:
    """Yield what is wrong with the document code."""
    field, expiry = mrz.field("document_code"), expiry_of(mrz, on)
    if field is None:
        return
    sure = expiry is not None and "long_validity" not in expiry.notes
    until = expiry.latest if expiry is not None and sure else None
    for what in document_code_faults(mrz.format, field.text, on, expiry=until):
        harmonising = what.startswith("second_letter")
        kind: FaultKind = "document_code_not_harmonised" if harmonising else "document_code_wrong"
        yield Fault(kind, field.name, field.spans, (("code", field.text), ("what", what)))


def state_faults(mrz: Mrz, fictitious: Collection[str], pseudo: Collection[str]) -> Iterator[Fault]:
    """Yield what there is to say of issuer and nationality, each and together."""
    issuer, nationality = mrz.field("issuing_state"), mrz.field("nationality")
    if issuer is not None:
        found = status(issuer.text, fictitious=fictitious, pseudo=pseudo)
        if found == "recognised" and issuer.text in (GERMANY_ISO, *WITHOUT_NATIONALITY):
            found = "unknown"
        yield from _state_fault(issuer, _ISSUER_KINDS.get(found))
    if nationality is not None:
        if nationality.text == GERMANY_ISO and not {GERMANY_ISO} & {*fictitious, *pseudo}:
            yield _fault("nationality_spelling_unusual", nationality)
        found = status(nationality.text, fictitious=fictitious, pseudo=pseudo)
        blank = not nationality.text.strip(FILLER)
        yield from _state_fault(
            nationality, "nationality_missing" if blank else _NATIONALITY_KINDS.get(found)
        )
    if issuer is not None and nationality is not None and _unusual(mrz, issuer, nationality):
        values = (("issuer", issuer.text), ("nationality", nationality.text))
        yield Fault("issuer_nationality_unusual", nationality.name, nationality.spans, values)


def _unusual(mrz: Mrz, issuer: Field, nationality: Field) -> bool:
    real = all(name(field.text) is not None for field in (issuer, nationality))
    own = mrz.text("document_code") in _OWN_CITIZENS_ONLY
    return real and own and not plausible_together(issuer.text, nationality.text)


def _state_fault(field: Field, kind: FaultKind | None) -> Iterator[Fault]:
    if kind is not None:
        yield _fault(kind, field)


def _fault(kind: FaultKind, field: Field) -> Fault:
    known = name(field.text)
    values: tuple[tuple[str, str | int], ...] = (("code", field.text),)
    return Fault(kind, field.name, field.spans, (*values, ("name", known)) if known else values)
