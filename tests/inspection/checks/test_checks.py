"""What the checks answer: failed only on certain characters, undetermined in doubt."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from docdesk.inspection.captures.capture import Capture, Label
from docdesk.inspection.captures.opening import FrameSet, Opened
from docdesk.inspection.checks import mrz_characters_doubtful
from docdesk.inspection.checks.catalogue import CHECKS
from docdesk.inspection.checks.evidence import Evidence, Issuers
from docdesk.inspection.checks.fault_check import Faults
from docdesk.inspection.checks.finding import Finding, Outcome, Weight
from docdesk.inspection.checks.gathering import evidence_of
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.mrz.check_digits import check_digit
from docdesk.mrz.validation import FAULT_KINDS
from tests.inspection.fakes import FakeReader, reading

TODAY = date(2026, 11, 21)
LINE_1 = "P<GBRSMITH<<ANNA<MARIA".ljust(44, "<")


def line_2(
    number: str = "123456789",
    nationality: str = "GBR",
    birth: str = "740812",
    sex: str = "F",
    expiry: str = "300415",
    optional: str = "",
) -> str:
    """Return a second line of TD3 whose digits agree."""
    number, optional = number.ljust(9, "<"), optional.ljust(14, "<")
    head = number + check_digit(number)
    born, ends = birth + check_digit(birth), expiry + check_digit(expiry)
    more = optional + check_digit(optional)
    return head + nationality + born + sex + ends + more + check_digit(head + born + ends + more)


def evidence(*lines: str, doubtful: tuple[tuple[int, int], ...] = (), on: date = TODAY) -> Evidence:
    return evidence_on_reading(reading(*lines, doubtful=doubtful), on)


def evidence_on_reading(read: MrzReading, on: date = TODAY) -> Evidence:
    capture = Capture("a.png", "0" * 64, "PNG", 1, Label(), size_px=(60, 40))
    frames = FrameSet("a", (Opened(capture, np.zeros((40, 60), np.uint8)),))
    (found,) = evidence_of(frames, FakeReader({0: (read,)}), Issuers(), on)
    return found


def findings(*lines: str, doubtful: tuple[tuple[int, int], ...] = (), on: date = TODAY) -> list[Finding]:
    asked = evidence(*lines, doubtful=doubtful, on=on)
    return [finding for check in CHECKS for finding in check.findings(asked)]


def failed(*lines: str, on: date = TODAY) -> set[str]:
    return {entry.check for entry in findings(*lines, on=on) if entry.outcome is Outcome.FAILED}


def changed(line: str, position: int, char: str) -> str:
    return line[:position] + char + line[position + 1 :]


def test_an_unaltered_passport_fails_nothing() -> None:
    asked = findings(LINE_1, line_2())
    assert {entry.outcome for entry in asked} == {Outcome.SUCCESSFUL}
    assert len([entry for entry in asked if entry.check == "mrz_check_digit_mismatch"]) == 5


def test_an_altered_number_fails_its_digit_and_the_composite() -> None:
    bad = changed(line_2(), 3, "9")
    names = {
        entry.tr03135
        for entry in findings(LINE_1, bad)
        if entry.outcome is Outcome.FAILED and entry.weighs is Weight.ANOMALY
    }
    assert names == {"CheckDigitDocumentNumberCheck", "CheckDigitCompositeCheck"}


def test_a_wrong_digit_on_a_doubtful_character_is_undetermined_and_names_it() -> None:
    bad = changed(line_2(), 3, "9")
    (number,) = [
        entry
        for entry in findings(LINE_1, bad, doubtful=((1, 3),))
        if entry.tr03135 == "CheckDigitDocumentNumberCheck"
    ]
    assert number.outcome is Outcome.UNDETERMINED
    assert dict(number.message.values)["characters"] == "2:4=9"
    assert number.margin is None


def test_doubt_elsewhere_does_not_excuse_a_wrong_digit() -> None:
    bad = changed(line_2(), 3, "9")
    asked = findings(LINE_1, bad, doubtful=((0, 7), (1, 20)))
    (number,) = [entry for entry in asked if entry.tr03135 == "CheckDigitDocumentNumberCheck"]
    assert number.outcome is Outcome.FAILED


def test_a_failed_digit_shows_its_place_and_how_sure_the_reader_was() -> None:
    asked = findings(LINE_1, changed(line_2(), 3, "9"))
    (number,) = [entry for entry in asked if entry.tr03135 == "CheckDigitDocumentNumberCheck"]
    assert number.margin == -0.99
    assert number.region == ((0.0, 20.0), (100.0, 20.0), (100.0, 35.0), (0.0, 35.0))
    assert number.capture == 0


@pytest.mark.parametrize(
    ("lines", "check"),
    [
        ((LINE_1.replace("GBR", "QQQ"), line_2(nationality="QQQ")), "issuer_not_recognised"),
        ((LINE_1, line_2(nationality="QQQ")), "nationality_not_recognised"),
        ((LINE_1.replace("GBR", "WSA"), line_2(nationality="WSA")), "known_pseudo_issuer"),
        ((LINE_1.replace("GBR", "UTO"), line_2(nationality="UTO")), "specimen_marker"),
        ((LINE_1.replace("SMITH", "SPECIMEN").ljust(44, "<")[:44], line_2()), "specimen_marker"),
        ((LINE_1, line_2(expiry="200415")), "document_expired"),
        ((LINE_1, line_2(birth="741312")), "birth_date_invalid"),
        ((LINE_1, line_2(expiry="300231")), "expiry_date_invalid"),
        ((LINE_1, line_2(sex="Q")), "sex_invalid"),
        ((LINE_1, line_2(nationality="FRA")), "issuer_and_nationality_unusual"),
        ((LINE_1, line_2(number="")), "document_number_malformed"),
        (("P<GBR".ljust(44, "<"), line_2()), "name_malformed"),
        (("P8GBRSMITH<<ANNA".ljust(44, "<"), line_2()), "mrz_character_out_of_place"),
    ],
)
def test_what_is_wrong_is_found_under_its_name(lines: tuple[str, str], check: str) -> None:
    assert check in failed(*lines)


def test_a_fictitious_issuer_is_said_once() -> None:
    asked = findings(LINE_1.replace("GBR", "UTO"), line_2(nationality="UTO"))
    assert sum(entry.check == "specimen_marker" for entry in asked) == 1


@pytest.mark.parametrize("check", ["document_expired", "specimen_marker"])
def test_expired_and_specimen_weigh_attention_only(check: str) -> None:
    lines = (LINE_1.replace("GBR", "UTO"), line_2(nationality="UTO", expiry="200415"))
    weights = {e.weighs for e in findings(*lines) if e.check == check and e.outcome is Outcome.FAILED}
    assert weights == {Weight.ATTENTION}


def test_a_date_that_is_not_sure_says_nothing_of_its_day_unless_its_digit_speaks_for_it() -> None:
    doubt = ((1, 22),)
    backed = findings(LINE_1, line_2(), doubtful=doubt)
    assert {e.outcome for e in backed if e.check == "document_expired"} == {Outcome.SUCCESSFUL}
    broken = findings(LINE_1, changed(line_2(), 22, "4"), doubtful=doubt)
    assert {e.outcome for e in broken if e.check == "document_expired"} == {Outcome.UNDETERMINED}


def test_unknown_birth_parts_pass_and_are_noted() -> None:
    (birth,) = [e for e in findings(LINE_1, line_2(birth="74<<<<")) if e.check == "birth_date_invalid"]
    assert (birth.outcome, birth.message.key) == (Outcome.SUCCESSFUL, "birth_date_invalid.incomplete.noted")


def test_lines_of_no_format_fail_the_length_and_leave_the_rest_unsupported() -> None:
    asked = findings(LINE_1[:-1], line_2())
    outcomes = {entry.check: entry.outcome for entry in asked}
    assert outcomes.pop("mrz_line_length_wrong") is Outcome.FAILED
    assert outcomes.pop("mrz_characters_doubtful") is Outcome.SUCCESSFUL
    assert outcomes.pop("mrz_font_not_ocr_b") is Outcome.SUCCESSFUL
    assert set(outcomes.values()) == {Outcome.NOT_SUPPORTED}


def test_a_length_in_doubt_is_undetermined() -> None:
    asked = findings(LINE_1[:-1], line_2(), doubtful=((0, 42),))
    assert {e.outcome for e in asked if e.check == "mrz_line_length_wrong"} == {Outcome.UNDETERMINED}


def test_a_national_form_of_unknown_rules_is_shown_without_a_verdict() -> None:
    lines = ("PNRUSIVANOV<<IVAN".ljust(44, "<"), line_2(nationality="RUS"))
    outcomes = {e.check: e.outcome for e in findings(*lines)}
    assert outcomes["known_pseudo_issuer"] is Outcome.NOT_SUPPORTED
    assert outcomes["mrz_line_length_wrong"] is Outcome.SUCCESSFUL


def test_a_missing_digit_is_for_attention_and_no_anomaly() -> None:
    lines = (
        "I<FRAX4RTBPFW4<<<<<<<<<<<<<<<<",
        "9007138F3002119FRA<<<<<<<<<<<6",
        "MARTIN<<MAELYS<GAELLE<MARIE<<<",
    )
    asked = [e for e in findings(*lines) if e.message.key == "mrz_check_digit_mismatch.missing.failed"]
    assert [e.weighs for e in asked] == [Weight.ATTENTION]


def test_doubtful_characters_are_named_and_many_are_counted() -> None:
    few = findings(LINE_1, line_2(), doubtful=((0, 5), (1, 0)))
    (entry,) = [e for e in few if e.check == "mrz_characters_doubtful"]
    assert entry.outcome is Outcome.UNDETERMINED
    assert dict(entry.message.values) == {"count": 2, "places": "1:6=S, 2:1=1"}
    many = findings(LINE_1, line_2(), doubtful=tuple((0, index) for index in range(20)))
    (entry,) = [e for e in many if e.check == "mrz_characters_doubtful"]
    assert entry.message.key == "mrz_characters_doubtful.many.undetermined"


def test_what_a_second_opinion_reads_in_places_of_doubt_is_told_and_settles_nothing() -> None:
    doubtful = reading(LINE_1, line_2(), doubtful=((0, 5), (1, 0)))
    opinion = ("P" * 5 + "8" + " " * 38, " " * 44)
    (entry,) = mrz_characters_doubtful.CHECK.findings(
        evidence_on_reading(replace(doubtful, second_opinion=opinion))
    )
    assert entry.outcome is Outcome.UNDETERMINED
    assert entry.message.key == "mrz_characters_doubtful.second.undetermined"
    assert dict(entry.message.values) == {"count": 2, "places": "1:6=S, 2:1=1", "second": "1:6=8"}
    (entry,) = mrz_characters_doubtful.CHECK.findings(
        evidence_on_reading(replace(doubtful, second_opinion=("P" * 5 + " " * 39, " " * 44)))
    )
    assert entry.message.key == "mrz_characters_doubtful.undetermined"


def test_every_check_has_one_name_for_file_and_catalogue_and_says_why() -> None:
    for check in CHECKS:
        module = __import__(f"docdesk.inspection.checks.{check.name}", fromlist=["CHECK"])
        assert module.CHECK is check
        for part in ("Looks for:", "Why it matters:", "Known problems:"):
            assert part in (module.__doc__ or ""), check.name
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def test_every_fault_that_an_mrz_can_have_is_asked_for_by_some_check() -> None:
    asked = {"check_digit_mismatch", "check_digit_missing"}  # read from the digits themselves
    for check in CHECKS:
        faults = getattr(check.answers, "__self__", None)
        if isinstance(faults, Faults):
            asked |= faults.sentences.keys()
    assert asked == set(FAULT_KINDS)


def test_lines_of_one_wrong_length_may_be_cut_off_and_accuse_nobody() -> None:
    asked = findings(LINE_1[:-1], line_2()[:-1])
    (length,) = [e for e in asked if e.check == "mrz_line_length_wrong"]
    assert (length.outcome, length.message.key) == (
        Outcome.UNDETERMINED,
        "mrz_line_length_wrong.cut_off.undetermined",
    )


def test_of_two_impossible_characters_the_certain_one_counts() -> None:
    lines = ("P<GBRSM1TH<<ANN4".ljust(44, "<"), line_2())
    asked = [e for e in findings(*lines, doubtful=((0, 7),)) if e.check == "mrz_character_out_of_place"]
    assert Outcome.FAILED in {e.outcome for e in asked}


def test_of_two_pseudo_codes_the_certain_one_counts() -> None:
    lines = (LINE_1.replace("GBR", "WSA"), line_2(nationality="WSA"))
    asked = [e for e in findings(*lines, doubtful=((0, 3),)) if e.check == "known_pseudo_issuer"]
    assert [e.outcome for e in asked] == [Outcome.FAILED]
