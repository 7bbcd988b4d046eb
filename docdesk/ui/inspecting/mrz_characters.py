"""What the MRZ panel knows of every character: what it is part of, how sure it is, what was entered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docdesk.foundation.messages import Message
from docdesk.inspection.checks.evidence import MrzEvidence
from docdesk.inspection.readings.mrz_reading import Entered
from docdesk.inspection.readings.places import Place, places
from docdesk.mrz.spans import Span
from docdesk.wording.catalogue import Wording
from docdesk.wording.likely_words import elsewhere, likely
from docdesk.wording.mrz_words import term


@dataclass(frozen=True, slots=True)
class MrzCharacter:
    """One character as the panel shows it.

    `proposed` is what position, digits or codes suggest where that differs from what stands there and nobody
    entered anything. `part` is the field or, where `digit`, what the check digit guards; "" in no format.
    `shape` is what its shape alone would be where a position broke a tie. `likely` says what a doubtful one
    may be, `elsewhere` what other lights show instead, in words, `others` these characters alone; "" where
    there is nothing to say.
    """

    place: Place
    char: str
    certain: bool
    proposed: str | None
    entered: Entered | None
    part: str
    digit: bool
    shape: str | None = None
    likely: str = ""
    elsewhere: str = ""
    others: str = ""

    @property
    def wants_eyes(self) -> bool:
        """Whether a person should look at it: it is in doubt, or something else is suggested or shown."""
        return not self.certain or self.proposed is not None or (bool(self.elsewhere) and not self.entered)


def characters_of(seen: MrzEvidence, wording: Wording) -> tuple[tuple[MrzCharacter, ...], ...]:
    """Return every character of every line."""
    reading = seen.reading
    entered = {(entry.line, entry.index): entry for entry in reading.entered}
    parts = dict(_parts(seen))

    def one(place: Place) -> MrzCharacter:
        line, index = place
        char, proposed, entry = reading.lines[line][index], reading.proposed[line][index], entered.get(place)
        part, digit = parts.get(place, ("", False))
        other = proposed if proposed != char and entry is None else None
        certain = reading.certain[line][index]
        raw = reading.raw[line][index] if reading.raw and entry is None else char
        return MrzCharacter(
            place,
            char,
            certain,
            other,
            entry,
            part,
            digit,
            shape=raw if raw != char else None,
            likely="" if certain else likely(reading, place, wording),
            elsewhere=elsewhere(seen, place, wording),
            others="".join(dict.fromkeys(char for _, char in seen.elsewhere(place))),
        )

    return tuple(
        tuple(one((line, index)) for index in range(len(text))) for line, text in enumerate(reading.lines)
    )


def _parts(seen: MrzEvidence) -> Iterator[tuple[Place, tuple[str, bool]]]:
    if seen.mrz is None:
        return
    for field in seen.mrz.fields:
        yield from ((place, (field.name, False)) for place in places(field.spans))
    for digit in seen.mrz.digits:
        yield from ((place, (digit.name, True)) for place in places((digit.span,)))


def next_place(
    rows: Sequence[Sequence[MrzCharacter]], after: Place, *, backwards: bool = False
) -> Place | None:
    """Return the next character that wants eyes, beginning again at the other end; None where none does."""
    found = [character.place for row in rows for character in row if character.wants_eyes]
    if not found:
        return None
    if backwards:
        return max((place for place in found if place < after), default=found[-1])
    return min((place for place in found if place > after), default=found[0])


def group_of(rows: Sequence[Sequence[MrzCharacter]], place: Place) -> frozenset[Place]:
    """Return the characters of the field or check digit there, and of what goes with it."""
    part = rows[place[0]][place[1]].part
    return frozenset(other.place for row in rows for other in row if part and other.part == part)


def said(character: MrzCharacter, wording: Wording) -> str:
    """Return the character in words: where it stands, what it is, and what is open about it."""
    line, index = character.place
    key, values = _state(character)
    where = wording.say(Message.of("mrz.place", line=line + 1, position=index + 1))
    state = wording.say(Message.of(key, more=_more(character, wording), **values))
    if not character.part:
        return wording.say(Message.of("mrz.said", where=where, state=state))
    part = _part(character, wording)
    return wording.say(Message.of("mrz.said_of_part", where=where, state=state, part=part))


def _state(character: MrzCharacter) -> tuple[str, dict[str, str]]:
    entry = character.entered
    if entry is not None:
        key = "mrz.confirmed" if entry.entered == entry.read else "mrz.entered"
        return key, {"char": character.char, "read": entry.read}
    key = "mrz.certain" if character.certain else "mrz.likely" if character.likely else "mrz.doubtful"
    values = {"char": character.char, "what": character.likely}
    if character.proposed is not None:
        return f"{key}_proposed", {**values, "proposed": character.proposed}
    return key, values


def _more(character: MrzCharacter, wording: Wording) -> str:
    """Return what else is known of a character, each part behind a semicolon."""
    known = (("mrz.shape", character.shape), ("mrz.elsewhere", character.elsewhere))
    return "".join(f"; {wording.say(Message.of(key, what=what))}" for key, what in known if what)


def _part(character: MrzCharacter, wording: Wording) -> str:
    name = term(character.part, wording)
    return wording.say(Message.of("mrz.digit_of", of=name)) if character.digit else name


def within(spans: Sequence[Span]) -> frozenset[Place]:
    """Return the places that the spans cover."""
    return frozenset(places(spans))
