from docdesk.bench.mrz.alignment import aligned, judged
from tests.inspection.fakes import reading


def differing(lines: tuple[str, ...], printed: tuple[str, ...]) -> list[tuple[int, int, int, str, str]]:
    return [
        (place.line, place.index, place.printed_line, place.printed, place.read)
        for place in judged(reading(*lines), printed)
        if not place.right
    ]


def test_a_character_taken_for_another_stands_at_its_place() -> None:
    assert differing(("ABC", "D0F"), ("ABC", "DOF")) == [(1, 1, 1, "O", "0")]


def test_characters_left_out_and_put_in_shift_nothing_else() -> None:
    assert differing(("ABDE",), ("ABCDE",)) == [(0, 2, 0, "C", "")]
    assert differing(("ABXCD",), ("ABCD",)) == [(0, 2, 0, "", "X")]


def test_a_line_that_was_not_read_is_wrong_as_a_whole_and_the_other_is_not() -> None:
    found = judged(reading("DEF"), ("ABC", "DEF"))
    assert [place.printed for place in found if not place.right] == ["A", "B", "C"]
    assert [place.printed_line for place in found if place.right] == [1, 1, 1]


def test_everything_is_wrong_where_nothing_is_printed() -> None:
    assert [place.right for place in judged(reading("AB", "CD"), ())] == [False] * 4


def test_the_end_of_a_line_stands_beside_no_character() -> None:
    assert (1, 1) not in aligned("A\nB", "AXB")


def test_confidence_and_certainty_come_with_the_character_that_was_read() -> None:
    first, second = judged(reading("AB", doubtful=((0, 1),), confidence=0.9), ("AB",))
    assert (first.confidence, first.certain) == (0.9, True)
    assert (second.confidence, second.certain) == (0.3, False)
