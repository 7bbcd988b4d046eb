"""What the MRZ looks like under several lights, and in which font: each is a finding with its place."""

from dataclasses import replace

import numpy as np
import pytest

from docdesk.inspection.captures.capture import Capture, Label, Light, Side
from docdesk.inspection.captures.decoding import Pixels
from docdesk.inspection.captures.opening import FrameSet, Opened
from docdesk.inspection.checks import mrz_absent_in_infrared, mrz_differs_between_captures, mrz_font_not_ocr_b
from docdesk.inspection.checks.check import Check
from docdesk.inspection.checks.evidence import Evidence, Issuers
from docdesk.inspection.checks.finding import Finding, Outcome, Weight
from docdesk.inspection.checks.gathering import evidence_of
from docdesk.inspection.readings.mrz_reading import MrzReading
from tests.inspection.checks.test_checks import LINE_1, TODAY, changed, evidence_on_reading, line_2
from tests.inspection.fakes import FakeReader, reading

GOOD = reading(LINE_1, line_2())
RETYPED = reading(LINE_1, changed(line_2(), 3, "9"))
OTHER = reading(LINE_1.replace("SMITH<<ANNA<MARIA", "BAKERS<<ZOE<ELLEN"), line_2(number="998765432"))
SIZE = (480, 120)


def shown(light: Light, mark: int, side: Side = Side.DATA, size: tuple[int, int] = SIZE) -> Opened:
    """Return a sharp picture of a square, and of nothing where the MRZ is; its corner tells the reader."""
    pixels = np.full((size[1], size[0]), 255, np.uint8)
    pixels[60:100, 200:300] = 0
    pixels[0, 0] = mark
    return Opened(Capture(f"{light}.png", "0" * 64, "PNG", 1, Label(side=side, light=light), size), pixels)


def seen(*shots: tuple[Opened, MrzReading | None]) -> Evidence:
    readings: dict[int, tuple[MrzReading, ...]] = {}
    for opened, read in shots:
        assert opened.pixels is not None
        readings[int(opened.pixels[0, 0])] = () if read is None else (read,)
    frames = FrameSet("a", tuple(opened for opened, _ in shots))
    (found,) = evidence_of(frames, FakeReader(readings), Issuers(), TODAY)
    return found


def asked(check: Check, evidence: Evidence) -> list[Finding]:
    return list(check.findings(evidence))


def test_a_character_that_infrared_shows_otherwise_is_an_anomaly_placed_on_the_other_picture() -> None:
    evidence = seen((shown(Light.VIS, 1), RETYPED), (shown(Light.IR, 2), GOOD))
    (found,) = asked(mrz_differs_between_captures.CHECK, evidence)
    assert (found.outcome, found.weighs) == (Outcome.FAILED, Weight.ANOMALY)
    assert (found.capture, found.lights) == (0, (Light.VIS, Light.IR))
    assert found.region == ((30.0, 20.0), (40.0, 20.0), (40.0, 35.0), (30.0, 35.0))
    assert dict(found.message.values) == {
        "light": "IR",
        "other_light": "VIS",
        "places": "2:4=4",
        "other_places": "2:4=9",
    }


@pytest.mark.parametrize(
    "other",
    [
        (shown(Light.VIS, 1), OTHER),
        (shown(Light.VIS, 1, side=Side.BACK), RETYPED),
        (shown(Light.VIS, 1, size=(484, 120)), RETYPED),
        (shown(Light.IR, 1), RETYPED),
    ],
    ids=["much differs", "another side", "another size", "the same light"],
)
def test_pictures_that_may_be_of_two_documents_call_for_attention(
    other: tuple[Opened, MrzReading],
) -> None:
    (found,) = asked(mrz_differs_between_captures.CHECK, seen((shown(Light.IR, 2), GOOD), other))
    assert (found.outcome, found.weighs) == (Outcome.FAILED, Weight.ATTENTION)
    assert found.capture == 1


def test_a_difference_that_is_not_certain_on_both_is_none() -> None:
    unsure = reading(LINE_1, changed(line_2(), 3, "9"), doubtful=((1, 3),))
    evidence = seen((shown(Light.VIS, 1), unsure), (shown(Light.IR, 2), GOOD))
    (found,) = asked(mrz_differs_between_captures.CHECK, evidence)
    assert found.outcome is Outcome.SUCCESSFUL


def test_lines_seen_in_part_are_compared_only_if_they_are_certain() -> None:
    part = reading(LINE_1[:-1], line_2(), doubtful=((0, 5),))
    evidence = seen((shown(Light.VIS, 1), part), (shown(Light.IR, 2), GOOD))
    assert asked(mrz_differs_between_captures.CHECK, evidence) == []
    whole = seen((shown(Light.VIS, 1), reading(LINE_1[:-1], line_2())), (shown(Light.IR, 2), GOOD))
    (found,) = asked(mrz_differs_between_captures.CHECK, whole)
    assert (found.outcome, found.region) == (Outcome.FAILED, GOOD.quad)


def test_the_clearer_light_counts_and_infrared_of_equals() -> None:
    dim = reading(LINE_1, line_2(), doubtful=((1, 3),))
    equal = seen((shown(Light.VIS, 1), GOOD), (shown(Light.IR, 2), GOOD)).mrz
    worse = seen((shown(Light.VIS, 1), GOOD), (shown(Light.IR, 2), dim)).mrz
    assert equal is not None
    assert worse is not None
    assert (equal.capture, worse.capture) == (1, 0)
    assert [other.light for other in worse.others] == [Light.IR]


def test_an_mrz_that_infrared_does_not_show_calls_for_attention_at_its_place() -> None:
    evidence = seen((shown(Light.VIS, 1), GOOD), (shown(Light.IR, 2), None))
    (found,) = asked(mrz_absent_in_infrared.CHECK, evidence)
    assert (found.outcome, found.weighs, found.capture) == (Outcome.FAILED, Weight.ATTENTION, 1)
    assert found.region is not None


def test_an_mrz_that_infrared_shows_is_as_it_should_be() -> None:
    evidence = seen((shown(Light.VIS, 1), GOOD), (shown(Light.IR, 2), GOOD))
    (found,) = asked(mrz_absent_in_infrared.CHECK, evidence)
    assert found.outcome is Outcome.SUCCESSFUL


def blurred(pixels: Pixels) -> Pixels:
    ramp = np.linspace(100, 200, pixels.shape[1]).astype(np.uint8)
    return np.where(pixels == 2, pixels, np.broadcast_to(ramp, pixels.shape)).astype(np.uint8)


def printed(pixels: Pixels) -> Pixels:
    pixels = pixels.copy()
    pixels[2:34, 2:440:4] = 60
    return pixels


@pytest.mark.parametrize("make", [blurred, printed])
def test_an_infrared_picture_that_is_blurred_or_shows_something_there_tells_nothing(make: object) -> None:
    infrared = shown(Light.IR, 2)
    assert callable(make)
    evidence = seen((shown(Light.VIS, 1), GOOD), (replace(infrared, pixels=make(infrared.pixels)), None))
    (found,) = asked(mrz_absent_in_infrared.CHECK, evidence)
    assert found.outcome is Outcome.NOT_SUPPORTED


@pytest.mark.parametrize("infrared", [shown(Light.IR, 2, Side.BACK), shown(Light.UV, 2)])
def test_without_an_infrared_picture_of_its_side_the_question_does_not_arise(infrared: Opened) -> None:
    assert asked(mrz_absent_in_infrared.CHECK, seen((shown(Light.VIS, 1), GOOD), (infrared, None))) == []


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ((0.9, 0.5), Outcome.SUCCESSFUL),
        ((0.05, 0.01), Outcome.FAILED),
        ((0.9, 0.01), Outcome.UNDETERMINED),
        ((0.3, 0.3), Outcome.UNDETERMINED),
        ((), Outcome.NOT_SUPPORTED),
    ],
)
def test_the_font_is_judged_by_all_lines(told: tuple[float, ...], outcome: Outcome) -> None:
    evidence = evidence_on_reading(replace(GOOD, ocr_b=told))
    (found,) = asked(mrz_font_not_ocr_b.CHECK, evidence)
    assert found.outcome is outcome


def test_a_font_in_doubt_is_for_information_and_another_font_for_attention() -> None:
    weighs = [
        asked(mrz_font_not_ocr_b.CHECK, evidence_on_reading(replace(GOOD, ocr_b=told)))[0].weighs
        for told in ((0.3, 0.3), (0.01, 0.01))
    ]
    assert weighs == [Weight.INFORMATION, Weight.ATTENTION]


def test_places_of_another_light_follow_when_its_picture_is_turned_as_the_one_read() -> None:
    sideways = reading(LINE_1, line_2(), turned=90)
    evidence = seen((shown(Light.VIS, 1), GOOD), (shown(Light.IR, 2), sideways)).mrz
    assert evidence is not None
    (other,) = evidence.others
    assert (evidence.reading.turned, other.reading.turned) == (90, 90)
    # The upright frame of 480 x 120 becomes 120 x 480: its top-left corner is then top-right.
    assert other.reading.quad[0] == (119.0, 0.0)


def test_a_picture_of_another_side_is_turned_as_its_own_mrz_lies() -> None:
    back = shown(Light.VIS, 2, Side.BACK)
    evidence = seen((shown(Light.VIS, 1), GOOD), (back, reading(LINE_1, line_2(), turned=180)))
    assert [capture.turned for capture in evidence.captures] == [0, 180]
