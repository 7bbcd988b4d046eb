"""The sentence catalogue: English as source, other languages by gettext."""

import gettext
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from docdesk.foundation.messages import Message, Value
from docdesk.wording.english import (
    benching,
    captures,
    checks,
    documents,
    inspecting,
    papers,
    program,
    readings,
    reference,
    synthesis_alterations,
    synthesis_artwork,
    synthesis_lettering,
    synthesis_models,
    synthesis_plans,
    synthesis_portraits,
    synthesising,
    viewing,
    window,
)
from docdesk.wording.pseudo import CODE, PseudoTranslations

DOMAIN = "docdesk"
LOCALES = Path(__file__).with_name("locale")
"""Where `LANGUAGE/LC_MESSAGES/docdesk.mo` of each translation is looked for."""

TERM = "field"
"""A value of this name is itself a term of the catalogue: `document_number` is said "document number"."""

OTHER_PLACES = "other_places"
"""A value of this name lists what stands elsewhere in the places of "places": the two are compared."""

PLACES = frozenset({"characters", "places", OTHER_PLACES})
"""Values of these names list characters as line:position=character, which is said in words."""

OPINIONS = "second"
"""A value of this name lists what a second opinion reads as line:position=character."""

NAMED_BESIDE_PICTURE = 2
"""Of more characters nobody reads the places one by one where they are underlined below."""

ENTRIES = "entries"
"""A value of this name lists characters entered by hand as line:position=read>entered, said in words too."""


@cache
def english() -> Mapping[str, str]:
    """Return every sentence of the source language by its key.

    Raises:
        ValueError: two parts of the catalogue know the same key.
    """
    parts = (
        benching.SENTENCES,
        captures.SENTENCES,
        readings.SENTENCES,
        checks.SENTENCES,
        program.SENTENCES,
        papers.SENTENCES,
        synthesis_alterations.SENTENCES,
        synthesis_artwork.SENTENCES,
        synthesis_models.SENTENCES,
        synthesis_plans.SENTENCES,
        synthesis_portraits.SENTENCES,
        synthesising.SENTENCES,
        viewing.SENTENCES,
        inspecting.SENTENCES,
        documents.SENTENCES,
        window.SENTENCES,
        synthesis_lettering.SENTENCES,
        reference.SENTENCES,
    )
    sentences: dict[str, str] = {}
    for part in parts:
        twice = sentences.keys() & part.keys()
        if twice:
            raise ValueError(f"said twice: {sorted(twice)}")
        sentences.update(part)
    return sentences


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that sentences can be said in, English first."""
    translated = sorted(path.parents[1].name for path in LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return ("en", *(code for code in translated if code != "en"))


class Wording:
    """Says messages in one language."""

    def __init__(
        self, language: str = "en", locales: Path = LOCALES, *, named_at_most: int | None = None
    ) -> None:
        self._translations = (
            PseudoTranslations()
            if language == CODE
            else gettext.translation(DOMAIN, locales, languages=[language], fallback=True)
        )
        self._language = language
        self._locales = locales
        self._named_at_most = named_at_most

    def beside_picture(self) -> "Wording":
        """Return wording for a window that marks the characters in doubt: it names only a few by place."""
        return Wording(self._language, self._locales, named_at_most=NAMED_BESIDE_PICTURE)

    def say(self, message: Message) -> str:
        """Return the sentence of the message; what is not translated is said in English.

        Raises:
            KeyError: no sentence is known for the key, or it names a value that the message lacks.
        """
        sentence = self._translations.gettext(english()[message.key])
        compared = any(name == OTHER_PLACES for name, _ in message.values)
        return sentence.format_map(
            {name: self._value(name, value, compared=compared) for name, value in message.values}
        )

    @property
    def language(self) -> str:
        """The code of the language."""
        return self._language

    def term(self, key: str) -> str:
        """Return the sentence or word of a key that needs no values."""
        return self._translations.gettext(english()[key])

    def _value(self, name: str, value: Value, *, compared: bool) -> str:
        if name == TERM:
            key = f"{TERM}.{value}"
            return self.term(key) if key in english() else str(value).replace("_", " ")
        if name in PLACES:
            places = str(value).split(", ")
            return self._compared(places) if compared else self._places(places)
        if name == OPINIONS:
            return self._opinions(str(value).split(", "))
        if name == ENTRIES:
            return ", ".join(self._entry(entry) for entry in str(value).split(", "))
        return printable(str(value))

    def _places(self, places: list[str]) -> str:
        if self._many(places):
            return self.term("place.marked")
        return self._each(places, "place")

    def _compared(self, places: list[str]) -> str:
        """Say what stands in these places; in the window, which marks them, the characters alone."""
        return self._each(places, "place") if self._named_at_most is None else _alone(places)

    def _opinions(self, places: list[str]) -> str:
        """Say what a second opinion reads; in the window, where many are marked, the characters alone."""
        return _alone(places) if self._many(places) else self._each(places, "place.opinion")

    def _many(self, places: list[str]) -> bool:
        return self._named_at_most is not None and len(places) > self._named_at_most

    def _each(self, places: list[str], key: str) -> str:
        return ", ".join(self._place(place, key) for place in places)

    def _place(self, place: str, key: str) -> str:
        """Say `2:4=9` by this sentence; what is no such place stands for further ones."""
        where, _, character = place.partition("=")
        line, _, position = where.partition(":")
        if not character:
            return self.term("place.more")
        return self.say(Message.of(key, line=line, position=position, character=character))

    def _entry(self, entry: str) -> str:
        """Say `2:4=8>9`; what is no such entry stands for further ones."""
        where, _, characters = entry.partition("=")
        line, _, position = where.partition(":")
        read, _, entered = characters.partition(">")
        if not entered:
            return self.term("place.more")
        key = "place.confirmed" if read == entered else "place.entered"
        return self.say(Message.of(key, line=line, position=position, read=read, entered=entered))


def _alone(places: list[str]) -> str:
    """Return the characters in these places, without the places."""
    return ", ".join(printable(place.rpartition("=")[2]) for place in places)


def printable(text: str) -> str:
    """Return the text with a question mark for each character that a terminal might obey, not show."""
    return "".join(char if char.isprintable() else "?" for char in text)
