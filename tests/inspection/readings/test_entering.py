"""What a person enters is certain, and what the reader had read is never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.inspection.readings.entering import as_read, entered, parse_entry, restored
from docdesk.inspection.readings.mrz_reading import Entered
from docdesk.mrz.alphabet import ALPHABET
from tests.inspection.checks.test_checks import LINE_1, changed, line_2
from tests.inspection.fakes import reading

DOUBTED = reading(LINE_1, line_2(), doubtful=((1, 3),))


def test_an_entered_character_is_certain_and_what_was_read_is_kept() -> None:
    now = entered(DOUBTED, 1, 3, "9")
    assert now.lines == (LINE_1, changed(line_2(), 3, "9"))
    assert (now.confidence[1][3], now.certain[1][3]) == (1.0, True)
    assert now.entered == (Entered(1, 3, "9", "4", 0.3, certain=False),)
    assert (now.proposed, now.characters) == (DOUBTED.proposed, DOUBTED.characters)


def test_an_entered_character_has_no_alternatives_until_it_is_taken_back() -> None:
    told = reading(
        LINE_1, line_2(), doubtful=((1, 3),), alternatives={(1, 3): {"9": 0.6}, (1, 4): {"S": 0.1}}
    )
    now = entered(told, 1, 3, "9")
    assert (now.alternatives[1][3], now.alternatives[1][4]) == ((), told.alternatives[1][4])
    assert now.entered[0].alternatives == told.alternatives[1][3]
    assert restored(now, 1, 3) == told


def test_entering_what_was_read_confirms_it() -> None:
    now = entered(DOUBTED, 1, 3, "4")
    assert now.lines == DOUBTED.lines
    assert now.certain[1][3]
    assert now.entered[0].entered == now.entered[0].read == "4"


def test_entering_again_replaces_the_entry_and_keeps_the_first_reading() -> None:
    now = entered(entered(DOUBTED, 1, 3, "9"), 1, 3, "8")
    assert now.lines[1][3] == "8"
    assert now.entered == (Entered(1, 3, "8", "4", 0.3, certain=False),)


def test_entries_stand_in_the_order_of_their_places() -> None:
    now = entered(entered(entered(DOUBTED, 1, 3, "9"), 0, 7, "A"), 1, 0, "B")
    assert [(entry.line, entry.index) for entry in now.entered] == [(0, 7), (1, 0), (1, 3)]


def test_one_entry_is_taken_back_and_the_others_stay() -> None:
    both = entered(entered(DOUBTED, 1, 3, "9"), 0, 7, "A")
    assert restored(both, 0, 7) == entered(DOUBTED, 1, 3, "9")
    assert restored(DOUBTED, 0, 7) is DOUBTED


def test_a_first_letter_of_a_visa_makes_it_one() -> None:
    now = entered(DOUBTED, 0, 0, "V")
    assert (DOUBTED.format, now.format, as_read(now).format) == ("TD3", "MRVA", "TD3")


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 43), st.sampled_from(ALPHABET)), max_size=12))
def test_without_its_entries_a_reading_is_what_the_reader_read(entries: list[tuple[int, int, str]]) -> None:
    now = DOUBTED
    for line, index, char in entries:
        now = entered(now, line, index, char)
    for entry in now.entered:
        assert now.lines[entry.line][entry.index] == entry.entered
    assert len(now.entered) == len({entry[:2] for entry in entries})
    assert as_read(now) == DOUBTED


@pytest.mark.parametrize("char", ["a", "", "AB", "Ä", " ", "4<", "٣"])
def test_what_no_mrz_can_hold_is_refused(char: str) -> None:
    with pytest.raises(WrongUse) as refused:
        entered(DOUBTED, 1, 3, char)
    assert refused.value.message.key == "entering.not_in_alphabet"


@pytest.mark.parametrize("place", [(2, 0), (-1, 0), (0, 44), (0, -1)])
def test_a_place_that_is_not_there_is_refused(place: tuple[int, int]) -> None:
    with pytest.raises(WrongUse) as refused:
        entered(DOUBTED, *place, "A")
    assert refused.value.message == Message.of(
        "entering.no_such_place", line=place[0] + 1, position=place[1] + 1
    )


@pytest.mark.parametrize(
    ("text", "entry"), [("2:4=9", (1, 3, "9")), ("1:44=<", (0, 43, "<")), ("1:1=p", (0, 0, "P"))]
)
def test_an_entry_is_written_as_line_position_and_character_from_1(
    text: str, entry: tuple[int, int, str]
) -> None:
    assert parse_entry(text) == entry


@pytest.mark.parametrize(
    "text", ["", "2:4", "2:4=", "0:4=9", "2:0=9", "2:4=99", "2:4=ß", "2:4=ı", "x:4=9", "٢:4=9"]
)
def test_any_other_writing_is_refused(text: str) -> None:
    with pytest.raises(WrongUse) as refused:
        parse_entry(text)
    assert refused.value.message == Message.of("entering.not_understood", text=text)
