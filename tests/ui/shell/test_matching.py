"""What was typed finds commands by parts of their words, the best first."""

import pytest

from docdesk.ui.shell.matching import rank

COMMANDS = ("Open files", "Open a folder", "Show all keys", "Rotate by a quarter", "Save the report")


def best(typed: str) -> list[str]:
    found = [(ranked, words) for words in COMMANDS if (ranked := rank(typed, words)) is not None]
    return [words for _, words in sorted(found)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("op", "Open files"),
        ("fold", "Open a folder"),
        ("KEYS", "Show all keys"),
        ("sak", "Show all keys"),
        ("quarter", "Rotate by a quarter"),
        ("sv rp", "Save the report"),
        ("  report ", "Save the report"),
    ],
)
def test_a_part_finds_its_command_first(typed: str, first: str) -> None:
    assert best(typed)[0] == first


def test_nothing_typed_matches_all() -> None:
    assert len(best("")) == len(COMMANDS)


def test_letters_in_another_order_match_nothing() -> None:
    assert best("zzz") == []
    assert rank("neop", "Open") is None


def test_the_start_of_a_word_comes_before_its_middle_and_that_before_scattered_letters() -> None:
    ranks = [rank("rot", words) for words in ("Rotate", "Turn rotated", "Carrot", "Report text")]
    assert ranks == sorted(ranks)
    assert None not in ranks
