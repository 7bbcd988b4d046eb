"""The benchmark of MRZ readers counts what it says it counts."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docdesk.bench.edit_distance import edit_distance
from docdesk.bench.mrz import Summary, score, summarise
from docdesk.bench.truth import Truth, read_truth
from docdesk.foundation.errors import WrongUse
from docdesk.inspection.readings.mrz_reading import MrzReading
from tests.inspection.checks.test_checks import LINE_1, changed, line_2
from tests.inspection.fakes import FakeDecoder, FakeReader, a_file, reading

HEAD = "file,doc_type,line1,line2,line3,all_check_digits_valid,scored,same_document_group\n"
LINES = (LINE_1, line_2())


@pytest.mark.parametrize(
    ("read", "printed", "distance"),
    [
        ("", "", 0),
        ("ABC", "ABC", 0),
        ("AXC", "ABC", 1),
        ("ABC", "AC", 1),
        ("", "AB", 2),
        ("KITTEN", "SITTING", 3),
    ],
)
def test_edit_distance_counts_changes(read: str, printed: str, distance: int) -> None:
    assert edit_distance(read, printed) == distance


@settings(max_examples=60)
@given(st.text("AB<", max_size=8), st.text("AB<", max_size=8), st.text("AB<", max_size=8))
def test_edit_distance_is_a_distance(a: str, b: str, c: str) -> None:
    assert edit_distance(a, b) == edit_distance(b, a)
    assert (edit_distance(a, b) == 0) == (a == b)
    assert edit_distance(a, c) <= edit_distance(a, b) + edit_distance(b, c)


def truth(file: str, *lines: str, digits: bool | None = True, scored: bool = True, group: str = "") -> Truth:
    return Truth(file, "TD3" if lines else "NONE", lines, scored, digits, group or file)


def scored(truths: list[Truth], *readings: tuple[MrzReading, ...]) -> Summary:
    decoder = FakeDecoder({entry.file: a_file(entry.file, mark=10 * i) for i, entry in enumerate(truths)})
    reader = FakeReader({10 * i + 1: found for i, found in enumerate(readings)})
    return summarise(tuple(score(Path(), tuple(truths), decoder, reader, lambda: 0.0)))


def test_exact_wrong_missed_and_false_are_counted_apart() -> None:
    wrong = (LINE_1, changed(line_2(), 3, "9"))
    summary = scored(
        [truth("a", *LINES), truth("b", *LINES), truth("c", *LINES), truth("d"), truth("e")],
        (reading(*LINES),),
        (reading(*wrong),),
        (),
        (),
        (reading(*LINES),),
    )
    assert (summary.with_mrz, summary.exact, summary.not_found) == (3, 1, 1)
    assert summary.cer == pytest.approx((1 + 88) / (3 * 88))
    assert (summary.wrong_but_certain, summary.wrong_but_digits_agree) == (1, 0)
    assert (summary.without_mrz, summary.false_mrz) == (2, 1)


def test_a_wrong_reading_in_doubt_is_not_counted_as_certain() -> None:
    doubt = reading(LINE_1, changed(line_2(), 3, "9"), doubtful=((1, 3),))
    summary = scored([truth("a", *LINES)], (doubt,))
    assert (summary.wrong_but_certain, summary.with_certain_wrong, summary.characters_certain) == (0, 0, 87)


def test_one_doubtful_filler_does_not_hide_a_certain_wrong_character() -> None:
    summary = scored([truth("a", *LINES)], (reading(LINE_1, changed(line_2(), 3, "9"), doubtful=((0, 40),)),))
    assert (summary.wrong_but_certain, summary.with_certain_wrong, summary.characters_certain_wrong) == (
        0,
        1,
        1,
    )


def test_certain_characters_of_a_line_of_another_length_count_as_wrong() -> None:
    assert scored([truth("a", *LINES)], (reading(LINE_1[:-1], LINES[1]),)).with_certain_wrong == 1


def test_a_wrong_digit_printed_and_read_so_is_exact() -> None:
    wrong = (LINE_1, changed(line_2(), 3, "9"))
    summary = scored([truth("a", *wrong, digits=False)], (reading(*wrong),))
    assert (summary.wrong_digits_printed, summary.wrong_digits_exact) == (1, 1)


def test_a_document_shown_twice_counts_once_by_group() -> None:
    summary = scored([truth("a", *LINES, group="x"), truth("b", *LINES, group="x")], (reading(*LINES),), ())
    assert (summary.exact, summary.groups, summary.groups_exact) == (1, 1, 0)


def test_what_is_not_scored_is_not_read() -> None:
    summary = scored([truth("a", *LINES), truth("b", *LINES, scored=False)], (reading(*LINES),))
    assert summary.with_mrz == 1


def test_the_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "truth.csv").write_text(HEAD + "a.png,TD3,AB,CD,,no,yes,\nb.png,NONE,,,,,yes,g\n")
    first, second = read_truth(tmp_path)
    assert first == Truth("a.png", "TD3", ("AB", "CD"), True, False, "a.png")
    assert (second.lines, second.digits_valid, second.group) == ((), None, "g")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "file\n",
        HEAD,
        HEAD + "../a.png,TD3,A,B,,yes,yes,\n",
        HEAD + ",TD3,A,B,,yes,yes,\n",
        HEAD + "a.png\n",
    ],
)
def test_a_table_that_cannot_be_used_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "truth.csv").write_text(text)
    with pytest.raises(WrongUse):
        read_truth(tmp_path)


def test_a_folder_without_a_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUse):
        read_truth(tmp_path)


def test_the_real_table_is_read(shared_data: Path) -> None:
    rows = read_truth(shared_data / "data" / "mrz")
    assert sum(row.scored and bool(row.lines) for row in rows) == 67
    assert sum(row.scored and not row.lines for row in rows) == 16
