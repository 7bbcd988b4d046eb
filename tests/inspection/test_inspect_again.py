"""The checks run again at once with what a person entered, and every report says so."""

from dataclasses import replace

import pytest

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.inspection.checks.evidence import Evidence, Issuers
from docdesk.inspection.checks.finding import Finding, Outcome
from docdesk.inspection.inspect import inspect_again
from docdesk.inspection.readings.entering import as_read, entered
from docdesk.inspection.report.report import Report, VerdictOutcome
from tests.inspection.checks.test_checks import LINE_1, changed, line_2
from tests.inspection.fakes import FakeReader, reading
from tests.inspection.report.test_next_step import last, read

MISREAD = changed(line_2(), 3, "9")


def with_entries(before: tuple[Evidence, Report], *entries: tuple[int, int, str]) -> tuple[Evidence, Report]:
    evidence, report = before
    assert evidence.mrz is not None
    corrected = evidence.mrz.reading
    for line, index, char in entries:
        corrected = entered(corrected, line, index, char)
    return inspect_again(report, evidence, corrected, Issuers())


def of(report: Report, check: str, tr03135: str | None = None) -> list[Finding]:
    return [entry for entry in report.findings if entry.check == check and tr03135 in {None, entry.tr03135}]


def test_a_correction_settles_the_doubt_and_the_verdict_says_that_it_was_entered() -> None:
    before = last(read(LINE_1, MISREAD, doubtful=((1, 3),)))
    assert before[1].verdict.outcome is VerdictOutcome.UNDETERMINED
    evidence, report = with_entries(before, (1, 3, "4"))
    assert report.verdict.outcome is VerdictOutcome.NO_ANOMALY_FOUND
    assert report.verdict.reasons[-1] == Message.of("verdict.entered", count=1)
    assert report.mrz == evidence.mrz
    assert (report.name, report.captures, report.on) == (before[1].name, before[1].captures, before[1].on)


def test_a_wrong_digit_on_an_entered_character_fails_and_shows_what_it_rests_on() -> None:
    _, report = with_entries(last(read(LINE_1, MISREAD, doubtful=((1, 3),))), (1, 3, "9"))
    (digit,) = of(report, "mrz_check_digit_mismatch", "CheckDigitDocumentNumberCheck")
    assert digit.outcome is Outcome.FAILED
    assert [(entry.line, entry.index, entry.read, entry.entered) for entry in digit.entered] == [
        (1, 3, "9", "9")
    ]
    assert digit.region is not None
    (birth,) = of(report, "mrz_check_digit_mismatch", "CheckDigitDateOfBirthCheck")
    assert birth.entered == ()


def test_what_was_entered_is_a_finding_with_its_place_and_no_further_question() -> None:
    before = last(read(LINE_1, MISREAD, doubtful=((1, 3),)))
    _, report = with_entries(before, (1, 3, "4"))
    (noted,) = of(report, "mrz_characters_doubtful")
    assert (noted.outcome, noted.message.key) == (Outcome.SUCCESSFUL, "mrz_characters_doubtful.entered.noted")
    assert dict(noted.message.values)["entries"] == "2:4=9>4"
    assert noted.region == ((30.0, 20.0), (40.0, 20.0), (40.0, 35.0), (30.0, 35.0))
    assert report.verdict.coverage.applicable == before[1].verdict.coverage.applicable


def test_what_stays_in_doubt_counts_beside_what_was_entered() -> None:
    before = last(read(LINE_1, MISREAD, doubtful=((1, 3), (1, 10))))
    _, report = with_entries(before, (1, 3, "4"))
    keys = [entry.message.key for entry in of(report, "mrz_characters_doubtful")]
    assert keys == ["mrz_characters_doubtful.undetermined", "mrz_characters_doubtful.entered.noted"]
    assert report.verdict.outcome is VerdictOutcome.UNDETERMINED


def test_who_overrules_the_reader_is_told_apart_from_who_settles_a_doubt() -> None:
    _, report = with_entries(last(read(LINE_1, MISREAD, doubtful=((0, 7),))), (1, 3, "4"), (0, 7, "T"))
    keys = {entry.message.key: dict(entry.message.values) for entry in of(report, "mrz_characters_doubtful")}
    assert keys["mrz_characters_doubtful.overruled.noted"]["entries"] == "2:4=9>4"
    assert keys["mrz_characters_doubtful.entered.noted"]["entries"] == "1:8=I>T"


def test_who_confirms_what_was_certain_overrules_nobody() -> None:
    _, report = with_entries(last(read(LINE_1, line_2())), (1, 3, "4"))
    assert [entry.message.key for entry in of(report, "mrz_characters_doubtful")] == [
        "mrz_characters_doubtful.entered.noted"
    ]


def test_taking_every_entry_back_gives_the_first_report_again() -> None:
    before = last(read(LINE_1, MISREAD, doubtful=((1, 3),)))
    evidence, report = with_entries(before, (1, 3, "4"), (0, 0, "V"))
    assert report != before[1]
    assert evidence.mrz is not None
    assert inspect_again(report, evidence, as_read(evidence.mrz.reading), Issuers()) == before


def test_the_heading_follows_the_correction() -> None:
    before = last(read(LINE_1.replace("GBR", "UT0"), line_2()))
    _, report = with_entries(before, (0, 4, "O"))
    assert before[1].heading is None
    assert report.heading == Message("report.fictitious_specimen")


def test_issuers_that_the_user_knows_are_asked_for_again() -> None:
    evidence, report = last(read(LINE_1, line_2()))
    assert evidence.mrz is not None
    known = Issuers(pseudo=frozenset({"GBR"}))
    _, now = inspect_again(report, evidence, evidence.mrz.reading, known)
    assert now.verdict.outcome is VerdictOutcome.ANOMALY


def test_a_correction_keeps_the_place_of_the_document_among_those_presented_together() -> None:
    evidence, report = last(read(LINE_1, line_2()))
    together = replace(report, presented_together="a@0000.1", name="a (2)")
    _, now = with_entries((evidence, together), (1, 3, "4"))
    assert (now.presented_together, now.name) == ("a@0000.1", "a (2)")


def test_without_an_mrz_there_is_nothing_to_correct() -> None:
    evidence, report = last(FakeReader())
    with pytest.raises(WrongUse) as refused:
        inspect_again(report, evidence, reading(LINE_1, line_2()), Issuers())
    assert refused.value.message.key == "entering.no_mrz"
