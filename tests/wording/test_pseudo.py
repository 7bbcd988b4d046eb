"""The language that nobody speaks keeps every value and makes every sentence longer."""

from string import Formatter

import pytest

from docdesk.foundation.messages import Message
from docdesk.wording.catalogue import Wording, english, languages
from docdesk.wording.pseudo import CODE, LONGER, pseudo


def values(sentence: str) -> list[tuple[str, str | None, str | None]]:
    return [(name, spec, how) for _, name, spec, how in Formatter().parse(sentence) if name is not None]


def letters(sentence: str) -> int:
    return sum(len(text) for text, *_ in Formatter().parse(sentence))


@pytest.mark.parametrize("key", english())
def test_every_sentence_grows_and_keeps_its_values(key: str) -> None:
    sentence = english()[key]
    grown = pseudo(sentence)
    assert values(grown) == values(sentence)
    assert letters(grown) >= round(letters(sentence) * LONGER)
    assert sentence.endswith(".") == grown.endswith(".")


def test_it_is_chosen_by_its_code() -> None:
    wording = Wording(CODE)
    assert wording.term("settings.save") == "Sävéüb"
    said = wording.say(Message.of("progress.of", done=3, total=17))
    assert said.startswith("3 öf 17")
    assert CODE not in languages()


def test_braces_that_are_meant_stay() -> None:
    assert pseudo("{{a}} {b}").format(b=1).startswith("{ä} 1")


def test_nothing_stays_nothing() -> None:
    assert pseudo("") == ""
