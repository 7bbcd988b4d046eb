"""What makes a model useless to a forger: its state does not exist, by its code and by every word printed.

A code must be one that can never belong to a state. A word is refused if it names a real state, its people, a
territory or an international body, in any of the ways that it can be written so as to be read and yet not
found: spaced out, accented, with digits for letters, in pieces over several texts, in another order.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.mrz.codes import DEPRECATED, GERMANY, PSEUDO, SPECIAL
from docdesk.mrz.countries import COUNTRIES
from docdesk.synthesis.models.model import DocumentModel, Face
from docdesk.synthesis.models.name_search import Names
from docdesk.synthesis.models.plain_letters import foreign_character, readings
from docdesk.synthesis.models.real_names import (
    ACCENTED,
    BODIES,
    NEAR_WORDS,
    ORDINARY_CODES,
    STATES,
    TERRITORIES,
    WITHIN_WORDS,
)

UTOPIA: Final = "UTO"
"""The state of specimens (ICAO Doc 9303-2)."""

USER_ASSIGNED: Final = re.compile(r"AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]")
"""What ISO 3166-1 keeps free for users, and so for no state."""

_IN_USE: Final = frozenset(("XKX", "XCT"))
"""User-assigned codes that stand for Kosovo and Northern Cyprus elsewhere than in Doc 9303."""

_OF_PERSONS: Final = frozenset(("XXA", "XXB", "XXC", "XXX"))
"""Codes whose names are ordinary words: stateless person, refugee."""


def refuse_real(model: DocumentModel) -> None:
    """Refuse a model that bears the code or the name of a real state or body anywhere.

    Raises:
        WrongUse: it does, or a text has characters that are no Latin letters, digits or usual signs.
    """
    if not permitted_code(model.state.code):
        raise WrongUse(Message.of("synthesis.real_code", model=model.name, code=model.state.code))
    own = tuple(_own_texts(model))
    for texts in (own, *((*own, *_face_texts(face)) for face in model.faces)):
        refuse_words(model.name, texts)


def permitted_code(code: str) -> bool:
    """Say whether a code can only be that of a state that does not exist."""
    taken = code in SPECIAL or code in DEPRECATED or code in PSEUDO or code in COUNTRIES or code in _IN_USE
    return code == UTOPIA or (USER_ASSIGNED.fullmatch(code) is not None and not taken)


def refuse_words(model: str, texts: Iterable[str]) -> None:
    """Refuse texts of one face that name a real state or body, alone or together.

    Raises:
        WrongUse: they do, or one has characters that are no Latin letters, digits or usual signs.
    """
    names = _names()
    ways: list[tuple[str, ...]] = []
    for text in texts:
        if sign := foreign_character(text):
            raise WrongUse(
                Message.of("synthesis.foreign_character", model=model, text=text, sign=f"U+{ord(sign):04X}")
            )
        if text.strip(" .") in _codes():
            raise WrongUse(Message.of("synthesis.real_name", model=model, text=text, name=text.strip(" .")))
        if found := next((name for name in ACCENTED if name in text.upper()), ""):
            raise WrongUse(Message.of("synthesis.real_name", model=model, text=text, name=found))
        for words in readings(text):
            if found := names.in_text(words):
                raise WrongUse(Message.of("synthesis.real_name", model=model, text=text, name=found))
            ways.append(words)
    if found := names.in_pieces(ways):
        raise WrongUse(Message.of("synthesis.real_name_in_pieces", model=model, name=found))


def _own_texts(model: DocumentModel) -> Iterator[str]:
    """Yield what a model says outside its faces; all of it may be printed on any of them."""
    state = model.state
    yield from (model.name, model.title, state.name, state.adjective)
    yield from state.places
    yield from state.authorities
    yield model.number_pattern.replace("#", " ").replace("@", " ")


def _face_texts(face: Face) -> Iterator[str]:
    # What bounds a layer has no words (`extent`).
    for layer in face.layers:
        yield from layer.art.texts()


@cache
def _names() -> Names:
    tables = (table.replace("\n", ",").split(",") for table in (STATES, TERRITORIES, BODIES))
    told = [
        *(name for table in tables for name in table),
        *COUNTRIES.values(),
        *DEPRECATED.values(),
        *(name for code, name in SPECIAL.items() if code not in _OF_PERSONS),
        *PSEUDO,
    ]
    return Names((re.split(r"[,(]", name)[0] for name in told), WITHIN_WORDS.split(), NEAR_WORDS.split())


@cache
def _codes() -> frozenset[str]:
    codes = {*COUNTRIES, *SPECIAL, *DEPRECATED, *PSEUDO}
    return frozenset(codes - {GERMANY, *ORDINARY_CODES.split()})
