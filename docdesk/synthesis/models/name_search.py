"""Searches words for names: as they stand, run together, misspelt by a letter, turned round, in pieces."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from docdesk.synthesis.models.plain_letters import outline, readings

LONG: Final = 6
"""Letters from which a name is found inside longer words; shorter ones stand in too many."""

SURE: Final = 8
"""Letters from which a name is found with one letter wrong, or read backwards."""

_LEAST_PIECED: Final = 4
"""Letters from which a name is looked for in pieces."""

_MOST_JOINED: Final = 24
"""Neighbouring words that are tried as one: the letters of the longest name of one word, and more."""

GLUE: Final = """
A AND BOARD CITIZEN COMMONWEALTH CONSULATE DE DEL DEMOCRATIC DER DES DI DO DU EMBASSY FEDERAL FEDERATION
FREE GOVERNMENT GRAND GREAT HIS ID IDENTITY IN ISLAND ISLANDS KINGDOM KING LA LE MINISTRY NATIONAL NEW NORTH
OF OFFICE OLD PASS PASSPORT PEOPLES PRINCIPALITY QUEEN REPUBLIC REPUBLICA REPUBLIK REPUBLIQUE ROYAL SOUTH
STATE STATES THE UNION UNITED VISA WEST EAST
"""
"""Words that stand before and after names of states, and may be written together with them."""


class Names:
    """Names to be searched for.

    Args:
        names: as they are spelled.
        as_words: names that count only as words of their own.
        ordinary: words that come close to a name and are none.
    """

    def __init__(self, names: Iterable[str], as_words: Collection[str], ordinary: Collection[str]) -> None:
        apart = {word.upper() for word in as_words}
        self._ordinary = frozenset(word.upper() for word in ordinary)
        self._glue = frozenset(GLUE.split())
        self._all = frozenset(
            joined for name in names for words in readings(name.upper()) if len(joined := "".join(words)) > 1
        )
        inside = [name for name in sorted(self._all) if len(name) >= LONG and name not in apart]
        self._inside = tuple(inside)
        self._alike = {outline(name): name for name in sorted(self._all) if len(name) >= LONG - 1}
        self._outlines = tuple((outline(name), name) for name in inside if len(outline(name)) > LONG)
        self._sure = {part: name for name in inside if len(name) >= SURE for part in _without_one(name)}
        self._in_order = tuple(sorted(self._all))
        self._backwards = tuple(name for name in inside if len(name) >= SURE)

    def in_text(self, words: Sequence[str]) -> str:
        """Return a name that the words of one text give; empty where they give none."""
        for joined in _joined(words):
            if joined in self._all or self._glued(joined):
                return joined
        letters = "".join(words)
        return self._within(letters) or self._misspelt(words, letters)

    def in_pieces(self, texts: Iterable[Sequence[str]]) -> str:
        """Return a name that pieces of several texts give, in any order; empty where they give none.

        A piece is a whole text or, for a name that is not too short, the first or last word of one, unless
        it is a single letter: “Issued in / Délivré à” ends with a word.
        """
        spoken = [words for words in texts if words]
        whole = {"".join(words) for words in spoken}
        pieces = whole | {words[end] for words in spoken for end in (0, -1) if len(words[end]) > 1}
        for name in dict.fromkeys(name for piece in sorted(pieces) for name in self._beginning_with(piece)):
            if name not in pieces and _tiled(name, pieces if len(name) >= _LEAST_PIECED else whole):
                return name
        return ""

    def _beginning_with(self, piece: str) -> Sequence[str]:
        first = bisect_left(self._in_order, piece)
        return self._in_order[first : bisect_left(self._in_order, piece + "[", first)]  # [ comes after Z

    def _glued(self, word: str) -> bool:
        """Say whether a word is nothing but names, one at least, and words that stand round them."""
        without, within = {0}, set[int]()
        for end in range(1, len(word) + 1):
            glue = {start for start in without | within if word[start:end] in self._glue}
            if any(
                word[start:end] in self._all for start in without | within if end - start >= _LEAST_PIECED
            ) or (glue & within):
                within.add(end)
            if glue & without:
                without.add(end)
        return len(word) in within

    def _within(self, letters: str) -> str:
        # Twice over, for microprint is repeated; backwards, for a window shows it from the other side.
        around, turned, shape = letters * 2, letters[::-1], outline(letters)
        plain = next((name for name in self._inside if name in around), "")
        alike = next((name for drawn, name in self._outlines if drawn in shape), "")
        return plain or alike or next((name for name in self._backwards if name in turned), "")

    def _misspelt(self, words: Sequence[str], letters: str) -> str:
        for word in (*words, letters):
            if word in self._ordinary:
                continue
            if len(word) >= LONG - 1 and (alike := self._alike.get(outline(word))):
                return alike
            if len(word) >= SURE - 1:
                for part in _without_one(word):
                    if part in self._sure:
                        return self._sure[part]
        return ""


def _joined(words: Sequence[str]) -> Iterator[str]:
    """Yield each word, and neighbouring words written as one."""
    for start in range(len(words)):
        joined = ""
        for word in words[start : start + _MOST_JOINED]:
            joined += word
            yield joined


def _without_one(word: str) -> Iterator[str]:
    """Yield a word, and what is left of it without each of its letters."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _tiled(word: str, pieces: Collection[str]) -> bool:
    """Say whether a word can be laid out of pieces, each used as often as needed; an empty one always can."""
    reached = {0}
    for end in range(1, len(word) + 1):
        if any(word[start:end] in pieces for start in reached):
            reached.add(end)
    return len(word) in reached
