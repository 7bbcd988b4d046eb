"""Somebody who does not exist, before a document is made out to them."""

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from docdesk.synthesis.chance import dice
from docdesk.synthesis.models.model import DocumentModel, State
from docdesk.synthesis.people.dates import drawn_birth
from docdesk.synthesis.people.fitting import fits, fitting, too_narrow
from docdesk.synthesis.people.names import NAMES, drawn_given_names, drawn_surname, one_of
from docdesk.synthesis.people.numbers import drawn_personal_number
from docdesk.synthesis.people.portraits import Portrait

Sex = Literal["F", "M", "X"]

UNSPECIFIED_SEX: Final = 0.01
"""Share of documents with X, which an MRZ prints as a filler."""

_TRIES: Final = 200
"""Names that are drawn before a field is called too narrow: one in twelve is as long as names get."""

_HEIGHTS: Final = {"F": (164.0, 7.0), "M": (177.0, 7.5)}
"""Mean and deviation in cm of grown people, roughly."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who a document is made out to.

    Attributes:
        state: whose national they are.
        surname, given_names: as printed, in capitals.
        sex: as stated in documents.
        birth: day.
        birth_place, residence: towns.
        height: cm.
        personal_number: by which their state knows them.
    """

    state: State
    surname: str
    given_names: str
    sex: Sex
    birth: dt.date
    birth_place: str
    residence: str
    height: int
    personal_number: str


def drawn_person(model: DocumentModel, state: State, portrait: Portrait, issue: dt.date, seed: int) -> Person:
    """Return a national of a state who looks like a portrait when a document of this model is issued.

    Raises:
        WrongUse: a field of the model is too narrow for any name or town.
    """
    surname, given_names = _name(model, state, portrait, seed)
    birth = drawn_birth(portrait.age, issue, dice(seed, "birth"))
    towns = fitting(model, "birth_place", state.places)
    mean, deviation = _HEIGHTS[portrait.sex]
    return Person(
        state=state,
        surname=surname,
        given_names=given_names,
        sex="X" if dice(seed, "sex").random() < UNSPECIFIED_SEX else portrait.sex,
        birth=birth,
        birth_place=one_of(towns, dice(seed, "birth place")),
        residence=one_of(fitting(model, "residence", state.places), dice(seed, "residence")),
        height=round(dice(seed, "height").normal(mean, deviation)),
        personal_number=drawn_personal_number(state.names, birth, dice(seed, "personal number")),
    )


def _name(model: DocumentModel, state: State, portrait: Portrait, seed: int) -> tuple[str, str]:
    """Return the first surname and given names drawn that the fields of the model have room for."""
    names, chosen = NAMES[state.names], dice(seed, "name")
    narrow, printed = None, dict[str, str]()
    for _ in range(_TRIES):
        surname = drawn_surname(names, chosen)
        given = drawn_given_names(names, portrait.sex, chosen)
        printed = {"surname": surname, "given_names": given, "name": f"{surname}, {given}"}
        narrow = next((name for name, text in printed.items() if not fits(model, name, text)), None)
        if narrow is None:
            return surname, given
    assert narrow is not None, "the last name drawn had no room either"
    raise too_narrow(model, narrow, printed[narrow])
