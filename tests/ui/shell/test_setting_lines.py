"""Settings of several entries as lines of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docdesk.foundation.errors import WrongUse
from docdesk.settings.kinds import Codes, Words
from docdesk.ui.shell.setting_lines import codes_in, lines_of, words_in

LIGHTS = Words(("VIS", "UV"))
words = st.text(st.characters(whitelist_categories=["Lu", "Ll", "Nd"]), min_size=1)
tables = st.dictionaries(words, st.sampled_from(LIGHTS.names)).filter(
    lambda table: len({word.casefold() for word in table}) == len(table)
)


@given(tables)
def test_a_table_comes_back_from_its_lines(table: dict[str, str]) -> None:
    assert words_in(lines_of(table), LIGHTS) == table


@given(st.lists(st.from_regex("[A-Z]{3}", fullmatch=True), unique=True))
def test_codes_come_back_from_their_lines(codes: list[str]) -> None:
    assert codes_in(lines_of(tuple(codes)), Codes()) == tuple(codes)


def test_spaces_empty_lines_and_small_letters_do_not_matter() -> None:
    assert words_in("\n  tag=vis \n\n black = UV\n", LIGHTS) == {"tag": "VIS", "black": "UV"}
    assert codes_in("\n wsa \n\nXPO", Codes()) == ("WSA", "XPO")


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("tag VIS", "setting_wrong.word", 1),
        ("tag = VIS\nred = RED", "setting_wrong.word", 2),
        ("white-light = VIS", "setting_wrong.word", 1),
        ("= VIS", "setting_wrong.word", 1),
        ("tag = VIS\n\nTag = UV", "setting_wrong.twice", 3),
    ],
)
def test_a_line_that_is_no_entry_is_named(text: str, key: str, line: int) -> None:
    with pytest.raises(WrongUse) as refused:
        words_in(text, LIGHTS)
    assert refused.value.message.key == key
    assert dict(refused.value.message.values)["line"] == line


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("WSA\nABCD", "setting_wrong.code", 2),
        ("W1A", "setting_wrong.code", 1),
        ("WSA\nwsa", "setting_wrong.twice", 2),
    ],
)
def test_a_line_that_is_no_code_is_named(text: str, key: str, line: int) -> None:
    with pytest.raises(WrongUse) as refused:
        codes_in(text, Codes())
    assert refused.value.message.key == key
    assert dict(refused.value.message.values)["line"] == line
