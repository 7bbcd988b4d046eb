"""Makes holders: a document model, a face and a seed give a person, and all that the document says of them.

Nothing here takes an entry from outside: who could choose a name could write out a document for somebody.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from docdesk.mrz.composing import Content, compose
from docdesk.mrz.formats import FORMATS
from docdesk.synthesis.chance import dice, drawn_seed
from docdesk.synthesis.models.model import DocumentModel, State
from docdesk.synthesis.people.dates import Term, drawn_term, printed_date
from docdesk.synthesis.people.fitting import fits, fitting, too_narrow
from docdesk.synthesis.people.holder import Holder
from docdesk.synthesis.people.homelands import HOMELANDS, Homeland
from docdesk.synthesis.people.names import one_of
from docdesk.synthesis.people.numbers import drawn_can, drawn_number
from docdesk.synthesis.people.person import Person, drawn_person
from docdesk.synthesis.people.portraits import Portrait
from docdesk.synthesis.people.visas import VISAS, VisaTerms, drawn_visa


def make_holder(model: DocumentModel, portraits: Sequence[Portrait], seed: int, on: dt.date) -> Holder:
    """Return the holder that a seed gives; the same seed gives the same one, whatever is made besides.

    Args:
        model: of the document.
        portraits: of which one is taken.
        seed: of this holder.
        on: the day on which the document is shown; a few have run out by then.

    Raises:
        WrongUse: a field of the model has no room for what it must print.
    """
    portrait = one_of(portraits, dice(seed, "portrait"))
    number = drawn_number(model.number_pattern, dice(seed, "number"))
    if model.format in VISAS:
        visa = drawn_visa(model.years_valid, model.document_code, on, seed)
        homeland = _homeland(model.state, seed)
        term = visa.term
        person = drawn_person(model, homeland.state, portrait, term.issue, seed)
        passport = drawn_number(homeland.passport_pattern, dice(seed, "passport"))
        texts = _visa_texts(model, visa, passport)
        optional = passport
    else:
        term = drawn_term(model.years_valid, on, dice(seed, "term"))
        person = drawn_person(model, model.state, portrait, term.issue, seed)
        texts = _own_texts(model, person, term, seed)
        optional = person.personal_number
    texts = {**_person_texts(model, person), **_document_texts(model, number, term, seed), **texts}
    _check_room(model, texts)
    return Holder(
        portrait=portrait,
        sex=person.sex,
        birth=person.birth,
        issue=term.issue,
        expiry=term.expiry,
        number=number,
        texts=tuple(texts.items()),
        mrz=_mrz(model, person, number, term.expiry, optional),
        signature_seed=drawn_seed(dice(seed, "signature")),
    )


def _homeland(issuer: State, seed: int) -> Homeland:
    """Return where the holder of a visa comes from: not from the state that issued it."""
    others = [homeland for code, homeland in HOMELANDS.items() if code != issuer.code]
    return one_of(others, dice(seed, "homeland"))


def _person_texts(model: DocumentModel, person: Person) -> dict[str, str]:
    return {
        "surname": person.surname,
        "given_names": person.given_names,
        "name": f"{person.surname}, {person.given_names}",
        "nationality": person.state.adjective,
        "birth": printed_date(person.birth, model.state.date_style),
        "sex": person.sex,
        "birth_place": person.birth_place,
    }


def _document_texts(model: DocumentModel, number: str, term: Term, seed: int) -> dict[str, str]:
    state = model.state
    town = one_of(fitting(model, "issue_place", state.places), dice(seed, "issue place"))
    offices = fitting(model, "authority", state.authorities or state.places)
    return {
        "number": number,
        "document_type": model.document_code,
        "state_code": state.code,
        "state_name": state.name,
        "authority": one_of(offices, dice(seed, "authority")) if state.authorities else town,
        "issue_place": town,
        "issue": printed_date(term.issue, state.date_style),
    }


def _own_texts(model: DocumentModel, person: Person, term: Term, seed: int) -> dict[str, str]:
    """Return what a state's document says of its own national."""
    texts = {
        "expiry": printed_date(term.expiry, model.state.date_style),
        "personal_number": person.personal_number,
        "height": f"{person.height} CM",
        "residence": person.residence,
    }
    if model.format in ("TD1", "TD2"):
        texts["can"] = drawn_can(dice(seed, "can"))
    return texts


def _visa_texts(model: DocumentModel, visa: VisaTerms, passport: str) -> dict[str, str]:
    style = model.state.date_style
    return {
        "visa_type": visa.kind,
        "valid_for": model.state.name,
        "valid_from": printed_date(visa.valid_from, style),
        "valid_until": printed_date(visa.term.expiry, style),
        "entries": visa.entries,
        "duration": f"{visa.stay}",
        "passport_number": passport,
        "remarks": visa.purpose,
    }


def _check_room(model: DocumentModel, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        if not fits(model, name, text):
            raise too_narrow(model, name, text)


def _mrz(
    model: DocumentModel, person: Person, number: str, expiry: dt.date, optional: str
) -> tuple[str, ...]:
    """Return the lines of the MRZ; the optional data stay empty where they have no room."""
    place = FORMATS[model.format].place("optional_data")
    room = len(place.span) if place is not None else 0
    return compose(
        Content(
            format=model.format,
            document_code=model.document_code,
            issuing_state=model.state.code,
            primary_identifier=person.surname,
            secondary_identifier=person.given_names,
            date_of_birth=f"{person.birth:%y%m%d}",
            document_number=number,
            nationality=person.state.code,
            sex="<" if person.sex == "X" else person.sex,
            date_of_expiry=f"{expiry:%y%m%d}",
            optional_data=optional if len(optional) <= room else "",
        )
    )
