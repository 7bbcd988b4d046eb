"""What a document can say of its holder in words: the names that text fields may bear."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_PERSON: Final = (
    "surname",
    "given_names",
    "name",
    "nationality",
    "birth",
    "sex",
    "birth_place",
)
_DOCUMENT: Final = (
    "number",
    "document_type",
    "state_code",
    "state_name",
    "authority",
    "issue_place",
    "issue",
)
_OF_OWN_STATE: Final = ("expiry", "personal_number", "height", "residence")
_CARD: Final = ("can",)
_VISA: Final = (
    "visa_type",
    "valid_for",
    "valid_from",
    "valid_until",
    "entries",
    "duration",
    "passport_number",
    "remarks",
)

ENTRIES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "TD1": frozenset((*_PERSON, *_DOCUMENT, *_OF_OWN_STATE, *_CARD)),
        "TD2": frozenset((*_PERSON, *_DOCUMENT, *_OF_OWN_STATE, *_CARD)),
        "TD3": frozenset((*_PERSON, *_DOCUMENT, *_OF_OWN_STATE)),
        "MRVA": frozenset((*_PERSON, *_DOCUMENT, *_VISA)),
        "MRVB": frozenset((*_PERSON, *_DOCUMENT, *_VISA)),
    }
)
"""By format of the MRZ.

`name` is surname and given names on one line; `issue_place` a town, `authority` the office that issued;
`valid_for` a visa's territory; `can` the card access number.
"""

NAME_LISTS: Final = ("utopian", "norvalian")
"""The lists of names that the people of a state may have (people/names)."""
