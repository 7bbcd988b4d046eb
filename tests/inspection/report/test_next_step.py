"""Each verdict ends in one sentence on what to do now."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docdesk.foundation.errors import EngineMissing, ReadingFailed
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Label, Light
from docdesk.inspection.captures.handing_in import Bundle, Member
from docdesk.inspection.checks.evidence import Evidence, Issuers
from docdesk.inspection.checks.finding import Weight
from docdesk.inspection.inspect import Tools, inspect, inspect_again
from docdesk.inspection.readings.entering import entered
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.inspection.report.next_step import FOR_ATTENTION, UNDECIDED
from docdesk.inspection.report.report import Report
from docdesk.wording.catalogue import Wording, english
from tests.inspection.checks.test_checks import LINE_1, TODAY, changed, line_2
from tests.inspection.fakes import FakeDecoder, FakeReader, ListTrace, a_file, reading

FRENCH = ("IDFRALOISEAU<<<<<<<<<<<<<<<<<<<<<<<<", "970675K002774HERVE<<DJAMEL<7303216M4")
MISSING_DIGIT = (
    "I<FRAX4RTBPFW4<<<<<<<<<<<<<<<<",
    "9007138F3002119FRA<<<<<<<<<<<4",
    "MARTIN<<MAELYS<GAELLE<MARIE<<<",
)
SPECIMEN_NAME = LINE_1.replace("SMITH", "SPECIMEN").ljust(44, "<")[:44]
FICTITIOUS = LINE_1.replace("GBR", "UTO")
MANY = tuple((1, index) for index in range(20))


def last(reader: FakeReader, *lights: Light, files: bool = True) -> tuple[Evidence, Report]:
    lights = lights or (Light.VIS,)
    known = {f"{light}.png": a_file(light, mark=10 * place) for place, light in enumerate(lights)}
    members = tuple(
        Member(Path(f"{light}.png"), f"{light}.png", Label(light=light), frame=1) for light in lights
    )
    tools = Tools(FakeDecoder(known if files else {}), reader, ListTrace(), Issuers())
    *_, evidence, report = inspect(Bundle("a", members), tools, TODAY)
    assert isinstance(evidence, Evidence)
    assert isinstance(report, Report)
    return evidence, report


def step(reader: FakeReader, *lights: Light, files: bool = True) -> str:
    _, report = last(reader, *lights, files=files)
    assert report.next_step is not None
    return report.next_step.key.removeprefix("next_step.")


def read(*lines: str, doubtful: tuple[tuple[int, int], ...] = ()) -> FakeReader:
    return FakeReader({1: (reading(*lines, doubtful=doubtful),)})


@pytest.mark.parametrize(
    ("reader", "name"),
    [
        (read(LINE_1, changed(line_2(), 3, "9")), "second_line"),
        (read(FICTITIOUS, changed(line_2(nationality="UTO"), 3, "9")), "second_line"),
        (read(LINE_1, line_2(expiry="200415")), "expired"),
        (read(FICTITIOUS, line_2(nationality="UTO", expiry="200415")), "specimen"),
        (read(SPECIMEN_NAME, line_2()), "specimen_name"),
        (read(*MISSING_DIGIT), "no_digit_printed"),
        (read(LINE_1, changed(line_2(), 3, "9"), doubtful=((1, 3),)), "compare"),
        (read(LINE_1, line_2(), doubtful=((0, 2),)), "compare"),
        (read(LINE_1, line_2(), doubtful=MANY), "capture_again"),
        (read(LINE_1[:-1], line_2()[:-1]), "whole_page"),
        (read(LINE_1[:-1], line_2(), doubtful=((0, 42),)), "whole_page"),
        (read(LINE_1, line_2(expiry="<<<<<<")), "expiry_by_eye"),
        (read("PNRUSIVANOV<<IVAN".ljust(44, "<"), line_2(nationality="RUS")), "no_rules"),
        (
            FakeReader(fails=EngineMissing(Message.of("reader.network_missing", file="mrz-finder.onnx"))),
            "install",
        ),
        (FakeReader(fails=ReadingFailed(Message("reader.tesseract_failed"))), "try_again"),
        (FakeReader(), "no_mrz"),
        (read(LINE_1, line_2()), "more_lights"),
    ],
)
def test_the_step_follows_from_what_was_seen(reader: FakeReader, name: str) -> None:
    assert step(reader) == name


def test_a_file_that_cannot_be_opened_is_put_right_first() -> None:
    assert step(FakeReader(), files=False) == "open_again"


def test_two_documents_among_the_pictures_come_before_all_else() -> None:
    other = reading(FICTITIOUS, line_2(nationality="UTO"))
    known = {"1.png": a_file("1"), "2.png": a_file("2", mark=10)}
    members = tuple(Member(Path(name), name, Label(), frame=1) for name in known)
    tools = Tools(
        FakeDecoder(known),
        FakeReader({1: (other,), 11: (reading(LINE_1, line_2()),)}),
        ListTrace(),
        Issuers(),
    )
    *_, report = inspect(Bundle("a", members), tools, TODAY)
    assert isinstance(report, Report)
    assert report.next_step == Message("next_step.one_document")


def test_missing_lights_are_named_and_with_all_of_them_there_is_no_objection() -> None:
    good = read(LINE_1, line_2())
    _, report = last(good, Light.VIS, Light.UV)
    assert report.next_step == Message.of("next_step.more_lights", lights="IR")
    assert step(good, Light.VIS, Light.UV, Light.IR) == "no_objection"


def again(lines: tuple[str, str], line: int, index: int, char: str) -> str:
    evidence, report = last(read(*lines))
    assert evidence.mrz is not None
    corrected: MrzReading = entered(evidence.mrz.reading, line, index, char)
    _, now = inspect_again(report, evidence, corrected, Issuers())
    assert now.next_step is not None
    return now.next_step.key.removeprefix("next_step.")


def test_an_anomaly_by_entered_characters_alone_is_looked_at_once_more() -> None:
    assert again((LINE_1, line_2()), 1, 3, "9") == "entered_again"


def test_an_anomaly_that_stands_without_the_entered_character_goes_to_second_line() -> None:
    wrong = changed(line_2(), 16, "9")
    assert again((LINE_1, wrong), 0, 10, "A") == "second_line"
    # The digit over all rests on the entered character too, that of the date of birth does not.
    assert again((LINE_1, wrong), 1, 3, "4") == "second_line"


def test_the_step_follows_a_correction() -> None:
    assert again((LINE_1, changed(line_2(), 3, "9")), 1, 3, "4") == "more_lights"


def test_every_attention_that_a_check_can_call_for_has_a_step_of_its_own() -> None:
    for case in ("expired", "specimen", "specimen_name", "no_digit_printed", "one_document"):
        assert case in FOR_ATTENTION.values()


def test_steps_are_made_of_sentences_that_checks_say_and_the_catalogue_knows() -> None:
    assert {*FOR_ATTENTION, *UNDECIDED} <= english().keys()
    steps = [key for key in english() if key.startswith("next_step.")]
    assert {f"next_step.{name}" for name in (*FOR_ATTENTION.values(), *UNDECIDED.values())} <= set(steps)
    for key in steps:
        said = Wording().say(Message.of(key, lights="UV, IR"))
        assert said.endswith(".")
        assert said.count(".") == 1, "one sentence"
        assert not {"genuine", "fake", "forged"} & set(said.lower().split())


def test_the_step_is_the_same_whenever_the_document_is_the_same() -> None:
    reports = [last(read(LINE_1, changed(line_2(), 3, "9"), doubtful=((1, 3), (0, 2))))[1] for _ in range(3)]
    assert len({report.next_step for report in reports}) == 1
    assert replace(reports[0], on=date(2000, 1, 1)).next_step == reports[0].next_step
    assert Weight.ATTENTION in {finding.weighs for finding in reports[0].findings}
