"""Text in lines: nothing is lost, nothing is too wide, and what is cut says so."""

from hypothesis import given
from hypothesis import strategies as st

from docdesk.papers.pdf.wrapping import LONGEST_TEXT, wrapped


def lines(text: str, width: float = 10, most: int = 99) -> tuple[str, ...]:
    return wrapped(text, width, lambda part: float(len(part)), most, "...")


def test_words_stay_whole_where_they_can() -> None:
    assert lines("one two three four") == ("one two", "three four")


def test_a_word_wider_than_a_line_is_broken() -> None:
    assert lines("ab abcdefghijklmno p") == ("ab", "abcdefghij", "klmno p")


def test_nothing_is_one_empty_line() -> None:
    assert lines("") == ("",)


def test_what_does_not_fit_is_marked() -> None:
    assert lines("one two three four five six", most=2) == ("one two", "three ...")
    assert lines("x" * 50, most=1) == ("xxxxxx ...",)


def test_a_text_without_end_costs_no_time_and_is_marked() -> None:
    assert lines("x" * (LONGEST_TEXT * 1000), most=3)[-1].endswith("...")
    assert lines("x " * LONGEST_TEXT, width=10**6)[-1].endswith("...")


@given(st.text("ab <&", max_size=200), st.integers(1, 30))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    broken = lines(text, width)
    assert all(len(line) <= width for line in broken)
    assert "".join(broken).replace(" ", "") == text.replace(" ", "")


@given(st.text("ab ", max_size=200), st.integers(1, 30), st.integers(1, 3))
def test_cut_text_keeps_to_its_lines_and_its_width(text: str, width: int, most: int) -> None:
    broken = lines(text, width, most)
    assert len(broken) <= most
    assert all(len(line) <= width for line in broken)
