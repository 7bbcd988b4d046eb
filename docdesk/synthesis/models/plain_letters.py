"""Reduces a text to the letters that a reader sees in it, however it was written to hide them."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from docdesk.mrz.alphabet import LETTERS
from docdesk.mrz.transliteration_tables import LATIN

PUNCTUATION: Final = frozenset(" .,;:'’‘“”\"-–—/()&·•*+#%°ºª!?№=")
"""What a text of a model may have besides letters and digits. No `<`: an MRZ is composed, never drawn."""

ALLOWED: Final = frozenset(LETTERS + LETTERS.lower() + "0123456789") | PUNCTUATION | frozenset(
    letter for capital in LATIN for letter in (capital, capital.lower()) if len(letter) == 1
)  # fmt: skip
"""Latin letters with the accents that Doc 9303-3 spells; no letters that only look like them."""

_SEEN: Final = str.maketrans(
    {"Ø": "O", "Þ": "P", "ß": "B", "ẞ": "B", "Ð": "D", "Đ": "D", "Ł": "L", "Ħ": "H", "Ŧ": "T", "Ŋ": "N",
     "Æ": "AE", "Œ": "OE", "Ĳ": "IJ", "Ŀ": "L", "ı": "I"}
)  # fmt: skip
"""Letters without an accent that comes off, as a hasty reader takes them."""

_SPELLED: Final = str.maketrans({letter: ways[0] for letter, ways in LATIN.items()})
"""Letters as Doc 9303-3 spells them: Ö is OE."""

_SIGNS: Final = str.maketrans("02345678(+°!ºª", "OZEASGTBCTOIOA")
"""Digits and signs that stand for letters; 1 and 9, which stand for several, are tried in each way."""

_TWO_WAYS: Final = (str.maketrans("19", "IG"), str.maketrans("19", "LP"), str.maketrans("19", "TQ"))

_NO_LETTERS: Final = frozenset("0123456789(+°!ºª")
"""What is read as a letter besides being itself."""

_ALIKE: Final = str.maketrans({"W": "V", "U": "V", "M": "RN", "L": "I", "J": "I", "Q": "O", "G": "C"})
"""Letters that pass for one another in a word that one knows; VV for W falls together by the collapse."""


def foreign_character(text: str) -> str:
    """Return the first character that no text of a model may have; empty where there is none."""
    return next((sign for sign in text if sign not in ALLOWED), "")


def readings(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a text, A to Z, in each way that it can be read."""
    ways = (_upper(text).translate(_SEEN), _spelled(text), _upper(text.replace("l", "I")).translate(_SEEN))
    for plain in dict.fromkeys(unicodedata.normalize("NFD", way) for way in ways):
        bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
        yield _words(bare)
        if not _NO_LETTERS.isdisjoint(bare):
            yield _words("".join(sign for sign in bare if sign not in _NO_LETTERS))
            for table in _TWO_WAYS:
                yield _words(bare.translate(_SIGNS).translate(table))


def outline(letters: str) -> str:
    """Return letters with those that look alike made one, and no letter twice in a row."""
    return "".join(sign for sign, _ in groupby(letters.translate(_ALIKE)))


def _spelled(text: str) -> str:
    return unicodedata.normalize("NFC", _upper(text)).translate(_SPELLED)


def _upper(text: str) -> str:
    return text.replace("ß", "ẞ").upper()


def _words(text: str) -> tuple[str, ...]:
    return tuple("".join(sign if sign in LETTERS else " " for sign in text).split())
