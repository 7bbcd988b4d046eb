"""Readers are scored by what is printed: exact, certain, right by its digits, and in what time."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docdesk.bench.edit_distance import edit_distance
from docdesk.bench.mrz.scoring import READING_FAILED, Course, Scored, Told, score
from docdesk.bench.mrz.summary import Summary, by_difficulty, by_type, summarise
from docdesk.bench.mrz.truth import Truth
from docdesk.foundation.errors import ReadingFailed
from docdesk.foundation.messages import Message
from docdesk.inspection.checks.finding import Outcome
from docdesk.inspection.readings.mrz_reading import MrzReading
from tests.bench.mrz.printed import LINES, WRONG, truth
from tests.inspection.checks.test_checks import LINE_1, changed, line_2
from tests.inspection.fakes import FakeDecoder, FakeReader, a_file, reading


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


def scores(
    truths: list[Truth], *readings: tuple[MrzReading, ...], told: Told = "lines"
) -> tuple[Scored, ...]:
    decoder = FakeDecoder({entry.file: a_file(entry.file, mark=10 * i) for i, entry in enumerate(truths)})
    reader = FakeReader({10 * i + 1: found for i, found in enumerate(readings)})
    course = Course(Path(), decoder, (reader,), lambda: 0.0, told)
    return tuple(entry for (entry,) in score(course, truths))


def scored(truths: list[Truth], *readings: tuple[MrzReading, ...]) -> Summary:
    return summarise(scores(truths, *readings))


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


def test_printed_wrong_digits_that_are_found_out_count_as_failed() -> None:
    certain, doubtful = reading(*WRONG), reading(*WRONG, doubtful=((1, 3),))
    bad = [truth(name, *WRONG, digits=False) for name in "abcd"]
    summary = scored(bad, (certain,), (doubtful,), (reading(*LINES),), ())
    assert summary.wrong_digits_printed == 4
    assert (summary.wrong_digits_exact, summary.wrong_digits_failed) == (2, 1)
    assert summary.wrong_digits_undetermined == 1


def test_a_wrong_digit_read_right_is_the_worst_outcome() -> None:
    (entry,) = scores([truth("a", *WRONG, digits=False)], (reading(*LINES),))
    assert entry.wrong_digits is Outcome.SUCCESSFUL
    (entry,) = scores([truth("a", *LINES)], (reading(*LINES),))
    assert entry.wrong_digits is None


def test_a_right_digit_said_to_be_wrong_is_an_accusation() -> None:
    (entry,) = scores([truth("a", *LINES)], (reading(*WRONG),))
    assert entry.accused == ("document_number", "composite")
    (entry,) = scores([truth("a", *WRONG, digits=False)], (reading(*WRONG),))
    assert entry.accused == ()


def test_shapes_alone_are_scored_where_that_is_asked_for() -> None:
    told = replace(reading(*LINES), raw=WRONG)
    truths = [truth("a", *LINES)]
    assert scores(truths, (told,))[0].exact
    (entry,) = scores(truths, (told,), told="raw")
    assert (entry.exact, entry.read) == (False, WRONG)
    assert scores(truths, (reading(*LINES),), told="raw")[0].exact


def test_the_nearest_of_several_readings_counts_and_the_others_are_told() -> None:
    (entry,) = scores([truth("a", *LINES)], (reading(*WRONG), reading(*LINES)))
    assert (entry.exact, entry.further) == (True, 1)


def test_the_first_picture_is_read_once_before_it_counts() -> None:
    reader = FakeReader()
    decoder = FakeDecoder({"b": a_file("b", mark=10), "c": a_file("c", mark=20)})
    truths = [truth("a", *LINES), truth("b", *LINES), truth("c", *LINES)]
    clock = iter(range(100))
    course = Course(Path(), decoder, (reader,), lambda: float(next(clock)))
    first, second, third = (entry for (entry,) in score(course, truths))
    assert reader.asked == [11, 11, 21]
    assert (first.failure, first.exact) == ("not_found", False)
    assert (second.cpu_s, third.cpu_s) == (1.0, 1.0)
    assert summarise((first, second, third)).unreadable == 1


def test_readers_are_measured_on_the_same_picture_one_after_the_other() -> None:
    good, bad = FakeReader({1: (reading(*LINES),)}), FakeReader({1: (reading(*WRONG),)})
    course = Course(Path(), FakeDecoder({"a": a_file("a")}), (good, bad), lambda: 0.0)
    ((first, second),) = score(course, [truth("a", *LINES)])
    assert (first.exact, second.exact) == (True, False)


def test_a_reader_that_breaks_off_fails_that_picture_only() -> None:
    reader = FakeReader(fails=ReadingFailed(Message("reader.tesseract_failed")))
    course = Course(Path(), FakeDecoder({"a": a_file("a")}), (reader,), lambda: 0.0)
    ((entry,),) = score(course, [truth("a")])
    assert (entry.failure, entry.exact) == (READING_FAILED, False)
    assert summarise((entry,)).cpu_median_s is None


def test_figures_are_split_by_type_and_by_difficulty() -> None:
    entries = scores(
        [truth("a", *LINES, difficulty="easy"), truth("b", *LINES, difficulty="hard"), truth("c")],
        (reading(*LINES),),
    )
    assert {name: figures.exact for name, figures in by_difficulty(entries).items()} == {"easy": 1, "hard": 0}
    assert {name: figures.with_mrz for name, figures in by_type(entries).items()} == {"NONE": 0, "TD3": 2}


def test_nineteen_of_twenty_pictures_keep_the_time_of_95_percent() -> None:
    entries = tuple(Scored(truth("a"), cpu_s=float(second)) for second in range(20))
    figures = summarise(entries)
    assert (figures.cpu_median_s, figures.cpu_p95_s) == (9.5, 18.0)
