"""From a name as people write it to the letters that an MRZ can hold (ICAO Doc 9303-3, 4.6 and section 6)."""

import unicodedata
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from docdesk.mrz.alphabet import FILLER, LETTERS
from docdesk.mrz.errors import MrzError
from docdesk.mrz.transliteration_tables import (
    ARABIC,
    CYRILLIC,
    LATIN,
    NATIONAL,
    SHADDA,
    TEH_MARBUTA,
    UKRAINIAN_INITIALS,
)

MAX_ALTERNATIVES: Final = 64
"""How many spellings of one name are listed. An issuer spells a letter the same way throughout, so choices
multiply per different letter, not per letter: six different letters with two spellings each give 64. To
compare, use `docdesk.mrz.names`, which weighs every spelling and needs no bound."""

_APOSTROPHES: Final = str.maketrans(dict.fromkeys("'`´¨˜¯¸ʹʻʼʽˈ‘’‛′＇׳", "'"))
_SEPARATORS: Final = frozenset("-‐‑‒–—―−,،<")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One letter as written, and how it may be spelled, the preferred way first.

    The spelling of a blank, hyphen or comma is a filler, that of a dropped character is empty.
    """

    letter: str
    ways: tuple[str, ...]


def transliterate(text: str, *, hint: str | None = None) -> str:
    """Return the preferred spelling of a name, its components separated by single fillers.

    Blanks, hyphens and commas separate; apostrophes and other punctuation are dropped; composed and
    combining accents count alike. A letter outside the tables that carries accents is spelled like the
    letter under them.

    Args:
        text: a name, or one identifier of it.
        hint: three-letter code of the issuer, where its national spellings are to go first.

    Raises:
        MrzError: `character_not_transliterable`, a digit or a letter of another script.
    """
    return "".join(spelling.ways[0] for spelling in spellings(text, hint=hint)).strip(FILLER)


def transliterations(text: str, *, hint: str | None = None) -> tuple[str, ...]:
    """Return the spellings of a name, the preferred one first, no more than `MAX_ALTERNATIVES`.

    Raises:
        MrzError: `character_not_transliterable`, a digit or a letter of another script.
    """
    letters = spellings(text, hint=hint)
    choices = tuple(dict.fromkeys(spelling for spelling in letters if len(spelling.ways) > 1))
    found: dict[str, None] = {}
    for chosen in islice(product(*(spelling.ways for spelling in choices)), MAX_ALTERNATIVES):
        way = dict(zip(choices, chosen, strict=True))
        found["".join(way.get(letter, letter.ways[0]) for letter in letters).strip(FILLER)] = None
    return tuple(found)


def spellings(text: str, *, hint: str | None = None) -> tuple[Spelling, ...]:
    """Return a name letter by letter; separators never stand twice in a row.

    Raises:
        MrzError: `character_not_transliterable`, a digit or a letter of another script.
    """
    written = _normalised(text)
    found: list[Spelling] = []
    for position, char in enumerate(written):
        if char == SHADDA and found and found[-1].letter != FILLER:
            doubled = found.pop()
            found.append(Spelling(doubled.letter + char, tuple(way * 2 for way in doubled.ways)))
            continue
        initial = not found or found[-1].letter == FILLER
        spelling = _spelling(char, hint, initial=initial, final=_ends(written, position))
        if spelling is None or (spelling.letter == FILLER and initial):
            continue
        found.append(spelling)
    return tuple(found)


def has_arabic(text: str) -> bool:
    """Say whether a text holds Arabic letters, whose spelling by sound varies too much to be compared."""
    return any(char in ARABIC for char in _normalised(text))


def _normalised(text: str) -> str:
    """Return capital letters, composed; spacing accents become apostrophes before they can fall apart."""
    composed = unicodedata.normalize("NFKC", text.translate(_APOSTROPHES))
    return unicodedata.normalize("NFC", composed.upper()).translate(_APOSTROPHES)


def _ends(written: str, position: int) -> bool:
    following = next(
        (char for char in written[position + 1 : position + 4] if not unicodedata.combining(char)), " "
    )
    return not following.isalpha()


def _spelling(char: str, hint: str | None, *, initial: bool, final: bool) -> Spelling | None:
    """Return how one character is spelled, or None where it is dropped.

    Raises:
        MrzError: `character_not_transliterable`.
    """
    if char.isspace() or char in _SEPARATORS:
        return Spelling(FILLER, (FILLER,))
    ways = _ways(_known_letter(char), hint, initial=initial, final=final)
    if ways:
        return Spelling(char, ways)
    category = unicodedata.category(char)
    if category[0] in "PSM" or category in ("Cf", "Lm"):
        return None
    raise MrzError("character_not_transliterable")


def _known_letter(char: str) -> str:
    """Return the letter itself, or what is left of it once as few accents as possible are taken off."""
    if char in LETTERS:
        return char
    parts = unicodedata.normalize("NFD", char)
    for end in range(len(parts), 0, -1):
        letter = unicodedata.normalize("NFC", parts[:end])
        if letter in LETTERS or letter in LATIN or letter in CYRILLIC or letter in ARABIC:
            return letter
    return char


def _ways(letter: str, hint: str | None, *, initial: bool, final: bool) -> tuple[str, ...]:
    if letter in LETTERS:
        return (letter,)
    if letter in LATIN:
        return LATIN[letter]
    if letter in ARABIC:
        ways = ARABIC[letter]
        return ways[::-1] if letter == TEH_MARBUTA and final else ways
    if letter not in CYRILLIC:
        return ()
    first = UKRAINIAN_INITIALS.get(letter, ()) if initial else ()
    own = NATIONAL.get(hint or "", {}).get(letter, ())
    others = tuple(way for table in NATIONAL.values() for way in table.get(letter, ()))
    ukrainian = first if hint == "UKR" else ()
    return tuple(dict.fromkeys((*ukrainian, *own, *CYRILLIC[letter], *others, *first)))
