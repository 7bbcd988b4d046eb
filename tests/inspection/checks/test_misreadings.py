"""A check fails only where it is improbable that what is wrong was only misread, and tells how improbable."""

import pytest

from docdesk.inspection.checks import mrz_character_out_of_place
from docdesk.inspection.checks.catalogue import CHECKS
from docdesk.inspection.checks.finding import Finding, Outcome
from docdesk.inspection.readings.entering import entered
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.wording.catalogue import Wording
from docdesk.wording.finding_sentence import finding_sentence
from tests.inspection.checks.test_checks import LINE_1, changed, evidence_on_reading, line_2
from tests.inspection.fakes import certain_but_for, reading

WRONG = changed(line_2(), 3, "9")
NUMBER = "CheckDigitDocumentNumberCheck"


def finding(read: MrzReading, tr03135: str) -> Finding:
    asked = evidence_on_reading(read)
    (found,) = [each for check in CHECKS for each in check.findings(asked) if each.tr03135 == tr03135]
    return found


@pytest.mark.parametrize(("share", "outcome"), [(0.00098, Outcome.FAILED), (0.00102, Outcome.UNDETERMINED)])
def test_a_wrong_digit_fails_where_curing_misreadings_have_under_1_in_1000(
    share: float, outcome: Outcome
) -> None:
    assert finding(certain_but_for((LINE_1, WRONG), {(1, 3): {"4": share}}), NUMBER).outcome is outcome


def test_a_failed_digit_tells_how_improbable_a_misreading_is() -> None:
    found = finding(certain_but_for((LINE_1, WRONG), {(1, 3): {"4": 1 / 40_400}}), NUMBER)
    assert (found.outcome, found.odds) == (Outcome.FAILED, 40_000)
    assert finding_sentence(found, Wording()).endswith(
        "gives 2. The chance that this is only misread is at most 1 in 40,000."
    )


def test_a_doubt_that_cures_nothing_does_not_excuse_a_wrong_digit() -> None:
    told = certain_but_for((LINE_1, WRONG), {(1, 5): {"S": 0.4}})
    assert finding(told, NUMBER).outcome is Outcome.FAILED


def test_a_certain_character_excuses_a_wrong_digit_where_it_may_well_be_another() -> None:
    told = reading(LINE_1, WRONG, confidence=0.999999, alternatives={(1, 3): {"4": 0.01}})
    found = finding(told, NUMBER)
    assert found.outcome is Outcome.UNDETERMINED
    assert dict(found.message.values)["characters"] == "2:4=9"
    assert found.odds is None


def test_characters_read_without_much_confidence_add_up() -> None:
    told = reading(LINE_1, WRONG, confidence=0.98, alternatives={})
    found = finding(told, NUMBER)
    assert found.outcome is Outcome.UNDETERMINED
    assert dict(found.message.values)["characters"]


def test_where_alternatives_are_not_told_every_character_must_be_certain() -> None:
    assert finding(reading(LINE_1, WRONG, confidence=0.5), NUMBER).outcome is Outcome.FAILED
    assert finding(reading(LINE_1, WRONG, doubtful=((1, 3),)), NUMBER).outcome is Outcome.UNDETERMINED


@pytest.mark.parametrize(
    ("others", "outcome"),
    [
        ({"F": 0.3}, Outcome.UNDETERMINED),
        ({"Z": 0.02}, Outcome.FAILED),
        ({"F": 0.0002}, Outcome.FAILED),
    ],
)
def test_an_impossible_sex_fails_unless_a_possible_one_is_likely_enough(
    others: dict[str, float], outcome: Outcome
) -> None:
    told = certain_but_for((LINE_1, line_2(sex="Q")), {(1, 20): others})
    assert finding(told, "SexCheck").outcome is outcome


def test_of_several_impossible_characters_one_that_is_printed_is_enough() -> None:
    lines = ("P<GBRSM1TH<<ANN4".ljust(44, "<"), line_2())
    doubts = {(0, 7): {"I": 0.4}, (0, 15): {"A": 0.0005}}
    found = mrz_character_out_of_place.CHECK.findings(evidence_on_reading(certain_but_for(lines, doubts)))
    assert [each.outcome for each in found] == [Outcome.UNDETERMINED, Outcome.FAILED]


@pytest.mark.parametrize(
    ("confidences", "outcome"),
    [
        ((1 / 11 + 0.001,), Outcome.SUCCESSFUL),
        ((1 / 11 - 0.001,), Outcome.UNDETERMINED),
        ((0.32, 0.3), Outcome.SUCCESSFUL),
        ((0.3, 0.29), Outcome.UNDETERMINED),
    ],
)
def test_a_digit_that_agrees_settles_nothing_where_chance_is_likelier_than_a_right_reading(
    confidences: tuple[float, ...], outcome: Outcome
) -> None:
    doubts = {(1, 3 + place): {"Q": 1 - sure} for place, sure in enumerate(confidences)}
    told = certain_but_for((LINE_1, line_2()), doubts)
    assert finding(told, NUMBER).outcome is outcome
    assert finding(told, "CheckDigitCompositeCheck").outcome is outcome
    assert finding(told, "CheckDigitDateOfBirthCheck").outcome is Outcome.SUCCESSFUL


def test_an_agreement_in_doubt_names_the_weakest_characters_first_and_the_digit_too() -> None:
    told = certain_but_for((LINE_1, line_2()), {(1, 3): {"Q": 0.6}, (1, 9): {"7": 0.9}, (1, 20): {"M": 0.9}})
    found = finding(told, NUMBER)
    assert found.message.key == "mrz_check_digit_mismatch.in_doubt.undetermined"
    assert dict(found.message.values)["characters"] == f"2:10={line_2()[9]}, 2:4=4"
    assert (found.odds, found.margin) == (None, None)
    sentence = finding_sentence(found, Wording())
    assert sentence.startswith(
        "The check digit of the document number agrees, but rests on characters in doubt:"
    )


def test_entering_what_is_in_doubt_settles_an_agreement() -> None:
    told = certain_but_for((LINE_1, line_2()), {(1, 3): {"Q": 0.95}})
    assert finding(told, NUMBER).outcome is Outcome.UNDETERMINED
    assert finding(entered(told, 1, 3, "4"), NUMBER).outcome is Outcome.SUCCESSFUL


def test_where_alternatives_are_not_told_a_digit_that_agrees_is_believed() -> None:
    doubtful = tuple((1, index) for index in range(6))
    assert finding(reading(LINE_1, line_2(), doubtful=doubtful), NUMBER).outcome is Outcome.SUCCESSFUL


def test_a_date_whose_digit_may_agree_by_chance_says_nothing_of_its_day() -> None:
    told = certain_but_for((LINE_1, line_2()), {(1, 22): {"Q": 0.95}})
    found = [each for check in CHECKS for each in check.findings(evidence_on_reading(told))]
    assert {each.outcome for each in found if each.check == "document_expired"} == {Outcome.UNDETERMINED}
