"""Settings that hold several entries, as text with one entry on each line."""

from collections.abc import Iterator, Mapping, Sequence

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.settings.kinds import Codes, Words

EQUALS = "="


def lines_of(value: object) -> str:
    """Return a table or a list as its lines."""
    if isinstance(value, Mapping):
        return "\n".join(f"{word} {EQUALS} {name}" for word, name in value.items())
    return "\n".join(str(entry) for entry in value) if isinstance(value, tuple) else ""


def words_in(text: str, kind: Words) -> Mapping[str, str]:
    """Return the table that the lines give; names count in capitals and small letters alike.

    Raises:
        WrongUse: a line is no entry; the sentence says which.
    """
    names = {name.casefold(): name for name in kind.names}
    table: dict[str, str] = {}
    for number, line in _filled(text):
        word, equals, name = (part.strip() for part in line.partition(EQUALS))
        if not equals or not word.isalnum() or name.casefold() not in names:
            raise WrongUse(
                Message.of("setting_wrong.word", line=number, names=", ".join(map(str, kind.names)))
            )
        if word.casefold() in map(str.casefold, table):
            raise WrongUse(Message.of("setting_wrong.twice", line=number, word=word))
        table[word] = names[name.casefold()]
    return kind(table)


def codes_in(text: str, kind: Codes) -> tuple[str, ...]:
    """Return the codes that the lines give, in capitals.

    Raises:
        WrongUse: a line is no code; the sentence says which.
    """
    found: list[str] = []
    for number, line in _filled(text):
        code = line.upper()
        found += _accepted([code], kind, number)
        if code in found[:-1]:
            raise WrongUse(Message.of("setting_wrong.twice", line=number, word=code))
    return tuple(found)


def _accepted(code: Sequence[str], kind: Codes, number: int) -> tuple[str, ...]:
    try:
        return kind(code)
    except ValueError as error:
        raise WrongUse(Message.of("setting_wrong.code", line=number)) from error


def _filled(text: str) -> Iterator[tuple[int, str]]:
    """Yield the number of each line that is not empty, and the line."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield number, line.strip()
