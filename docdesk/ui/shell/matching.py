"""How well what was typed matches the words of a command."""

from enum import IntEnum

Rank = tuple[int, int, int]
"""How it matches, where, and how long the words are; the smallest is the best."""


class _Manner(IntEnum):
    START_OF_WORD = 0
    WITHIN = 1
    STARTS_OF_WORDS = 2
    SCATTERED = 3


def rank(typed: str, words: str) -> Rank | None:
    """Return how well the letters typed are found in the words, in their order; None if they are not.

    Upper and lower case count the same, spaces typed do not count; nothing typed matches everything.
    """
    wanted, said = typed.casefold(), words.casefold()
    for needle in (wanted.strip(), wanted.replace(" ", "")):
        place = said.find(needle)
        if place >= 0:
            starts = place == 0 or not said[place - 1].isalnum()
            return (_Manner.START_OF_WORD if starts else _Manner.WITHIN), place, len(said)
    letters = wanted.replace(" ", "")
    initials = "".join(word[0] for word in said.split())
    if _in_order(letters, initials):
        return _Manner.STARTS_OF_WORDS, 0, len(said)
    return (_Manner.SCATTERED, 0, len(said)) if _in_order(letters, said) else None


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
