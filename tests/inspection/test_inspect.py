"""The walk from files to reports, with a decoder and a reader that are told what to give."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docdesk.foundation.errors import EngineMissing, ReadingFailed
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Label, Light, Side
from docdesk.inspection.captures.handing_in import Bundle, Member, pasted
from docdesk.inspection.captures.opening import FrameSet
from docdesk.inspection.checks.evidence import Evidence, Issuers
from docdesk.inspection.inspect import Tools, inspect
from docdesk.inspection.report.report import Report, VerdictOutcome
from tests.inspection.checks.test_checks import LINE_1, TODAY, changed, line_2
from tests.inspection.fakes import FakeDecoder, FakeReader, ListTrace, a_file, reading

GOOD = reading(LINE_1, line_2())
OTHER = reading(LINE_1.replace("ANNA", "JOHN"), line_2(number="777777777"))


def member(name: str, light: Light = Light.VIS, side: Side = Side.DATA, frame: int | None = None) -> Member:
    return Member(Path(name), name, Label(side=side, light=light), frame)


def walk(bundle: Bundle, decoder: FakeDecoder, reader: FakeReader, on: date = TODAY) -> list[Report]:
    trace = ListTrace()
    steps = list(inspect(bundle, Tools(decoder, reader, trace, Issuers()), on))
    assert decoder.open_now == 0
    assert decoder.most_open <= 1, "one bundle must never hold two of the decoder's workers"
    return [step for step in steps if isinstance(step, Report)]


def test_steps_come_in_the_order_of_the_walk() -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    tools = Tools(decoder, FakeReader({1: (GOOD,)}), ListTrace(), Issuers())
    steps = [type(step) for step in inspect(Bundle("a", (member("a.png"),)), tools, TODAY)]
    assert steps == [FrameSet, Evidence, Report]


def test_a_good_passport_is_no_anomaly_found() -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    (report,) = walk(Bundle("a", (member("a.png"),)), decoder, FakeReader({1: (GOOD,)}))
    assert report.verdict.outcome is VerdictOutcome.NO_ANOMALY_FOUND
    assert report.verdict.coverage.missing_lights == (Light.UV, Light.IR)
    assert report.heading is None


def test_each_frame_of_a_file_is_an_inspection_of_its_own() -> None:
    decoder = FakeDecoder({"a.tif": a_file("a", frames=3, broken_frames=frozenset({2}))})
    reports = walk(Bundle("a", (member("a.tif"),)), decoder, FakeReader({1: (GOOD,), 3: (OTHER,)}))
    assert [report.name for report in reports] == ["a #1", "a #2", "a #3"]
    assert [report.verdict.outcome.value for report in reports] == [
        "no_anomaly_found",
        "not_inspected",
        "no_anomaly_found",
    ]
    assert reports[1].captures[0].error is not None
    assert reports[1].captures[0].sha256 == reports[0].captures[0].sha256


def test_a_missing_file_is_reported_and_not_inspected() -> None:
    (report,) = walk(Bundle("a", (member("a.png"),)), FakeDecoder(), FakeReader())
    assert report.verdict.outcome is VerdictOutcome.NOT_INSPECTED
    assert report.verdict.reasons == (Message("capture.not_found"),)
    assert (report.verdict.coverage.run, report.verdict.coverage.applicable, report.findings) == (0, 0, ())


def test_a_broken_light_leaves_the_others_and_is_missing_in_coverage() -> None:
    decoder = FakeDecoder({"a-vis.png": a_file("v")})
    bundle = Bundle("a", (member("a-vis.png"), member("a-ir.png", Light.IR)))
    (report,) = walk(bundle, decoder, FakeReader({1: (GOOD,)}))
    assert report.verdict.outcome is VerdictOutcome.NO_ANOMALY_FOUND
    assert [capture.error is None for capture in report.captures] == [True, False]
    assert Light.IR in report.verdict.coverage.missing_lights


def test_infrared_is_read_where_white_light_shows_no_mrz() -> None:
    decoder = FakeDecoder({"a-vis.png": a_file("v"), "a-ir.png": a_file("i", mark=10)})
    bundle = Bundle("a", (member("a-vis.png"), member("a-ir.png", Light.IR)))
    (report,) = walk(bundle, decoder, FakeReader({11: (GOOD,)}))
    assert report.mrz is not None
    assert report.mrz.capture == 1
    assert {finding.lights for finding in report.findings} == {(Light.IR,)}


def test_every_light_is_read_infrared_first() -> None:
    decoder = FakeDecoder({"a-vis.png": a_file("v"), "a-ir.png": a_file("i", mark=10)})
    reader = FakeReader({1: (GOOD,), 11: (GOOD,)})
    (report,) = walk(Bundle("a", (member("a-vis.png"), member("a-ir.png", Light.IR))), decoder, reader)
    assert reader.asked == [11, 1]
    assert report.mrz is not None
    assert (report.mrz.capture, [other.capture for other in report.mrz.others]) == (1, [0])


def test_the_first_reading_is_shown_before_the_other_lights_are_read() -> None:
    decoder = FakeDecoder({"a-vis.png": a_file("v"), "a-ir.png": a_file("i", mark=10)})
    reader = FakeReader({1: (GOOD,), 11: (reading(LINE_1, line_2(), doubtful=((1, 3),)),)})
    bundle = Bundle("a", (member("a-vis.png"), member("a-ir.png", Light.IR)))
    steps = inspect(bundle, Tools(decoder, reader, ListTrace(), Issuers()), TODAY)
    _, first = next(steps), next(steps)
    assert isinstance(first, Evidence)
    assert (first.partial, reader.asked) == (True, [11])
    whole, report = steps
    assert isinstance(whole, Evidence)
    assert isinstance(report, Report)
    assert first.mrz is not None
    assert report.mrz is not None
    assert (whole.partial, first.mrz.capture, report.mrz.capture) == (False, 1, 0)


def test_two_documents_on_one_picture_are_two_inspections_that_share_a_name() -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    reports = walk(Bundle("a", (member("a.png"),)), decoder, FakeReader({1: (GOOD, OTHER)}))
    assert [report.name for report in reports] == ["a (1)", "a (2)"]
    assert reports[0].presented_together == reports[1].presented_together is not None


def test_the_same_mrz_twice_on_a_picture_is_one_document() -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    assert len(walk(Bundle("a", (member("a.png"),)), decoder, FakeReader({1: (GOOD, GOOD)}))) == 1


def test_of_two_captures_of_one_side_the_clearer_one_counts() -> None:
    decoder = FakeDecoder({"1.png": a_file("1"), "2.png": a_file("2", mark=10)})
    dim = replace(GOOD, lines=(LINE_1, changed(line_2(), 3, "9")), confidence=((0.5,) * 44,) * 2)
    bundle = Bundle("a", (member("1.png", frame=1), member("2.png", frame=1)))
    (report,) = walk(bundle, decoder, FakeReader({1: (dim,), 11: (GOOD,)}))
    assert report.mrz is not None
    assert report.mrz.capture == 1


def test_two_pictures_of_one_document_with_different_mrzs_call_for_attention() -> None:
    decoder = FakeDecoder({"1.png": a_file("1"), "2.png": a_file("2", mark=10)})
    bundle = Bundle("a", (member("1.png", frame=1), member("2.png", frame=1)))
    (report,) = walk(bundle, decoder, FakeReader({1: (GOOD,), 11: (OTHER,)}))
    (finding,) = [entry for entry in report.findings if entry.check == "mrz_differs_between_captures"]
    assert finding.outcome.value == "failed"
    assert report.verdict.outcome is VerdictOutcome.ATTENTION
    (same,) = walk(bundle, decoder, FakeReader({1: (GOOD,), 11: (GOOD,)}))
    assert same.verdict.outcome is VerdictOutcome.NO_ANOMALY_FOUND


def test_much_doubt_is_one_reason_and_asks_for_a_better_picture() -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    doubtful = reading(LINE_1, line_2(), doubtful=tuple((0, index) for index in range(44)))
    (report,) = walk(Bundle("a", (member("a.png"),)), decoder, FakeReader({1: (doubtful,)}))
    assert [message.key for message in report.verdict.reasons] == [
        "mrz_characters_doubtful.many.undetermined"
    ]


def test_a_page_read_sideways_is_turned_with_all_lights_of_its_side() -> None:
    decoder = FakeDecoder(
        {"v.png": a_file("v"), "i.png": a_file("i", mark=10), "b.png": a_file("b", mark=20)}
    )
    bundle = Bundle("a", (member("v.png"), member("i.png", Light.IR), member("b.png", Light.VIS, Side.BACK)))
    (report,) = walk(bundle, decoder, FakeReader({1: (replace(GOOD, turned=90),)}))
    assert [(capture.turned, capture.size_px) for capture in report.captures] == [
        (90, (40, 60)),
        (90, (40, 60)),
        (0, (60, 40)),
    ]


def test_a_stated_frame_of_a_file_is_taken() -> None:
    decoder = FakeDecoder({"a.tif": a_file("a", frames=3)})
    (report,) = walk(Bundle("a", (member("a.tif", frame=2),)), decoder, FakeReader({2: (GOOD,)}))
    assert report.captures[0].frame == 2
    assert report.mrz is not None


def test_frames_of_joined_files_go_together_number_by_number() -> None:
    decoder = FakeDecoder({"v.tif": a_file("v", frames=2), "i.tif": a_file("i", frames=3, mark=10)})
    bundle = Bundle("a", (member("v.tif"), member("i.tif", Light.IR)))
    reports = walk(bundle, decoder, FakeReader())
    assert [[capture.frame for capture in report.captures] for report in reports] == [[1, 1], [2, 2], [3]]


def test_frames_that_another_document_took_are_left_out() -> None:
    decoder = FakeDecoder({"a.tif": a_file("a", frames=3)})
    rest = Member(Path("a.tif"), "a.tif", Label(), without=frozenset({2}))
    reports = walk(Bundle("a", (rest,)), decoder, FakeReader({1: (GOOD,), 3: (OTHER,)}))
    assert [report.captures[0].frame for report in reports] == [1, 3]
    missing = Member(Path("b.tif"), "b.tif", Label(), without=frozenset({1}))
    assert walk(Bundle("b", (missing,)), decoder, FakeReader()) == []


def test_frames_that_another_document_took_are_left_out_of_joined_files_too() -> None:
    decoder = FakeDecoder({"a.tif": a_file("a", frames=3), "b.png": a_file("b")})
    rest = Member(Path("a.tif"), "a.tif", Label(), without=frozenset({2}))
    reports = walk(Bundle("a", (rest, member("b.png"))), decoder, FakeReader())
    assert [[capture.frame for capture in report.captures] for report in reports] == [[1, 1], [3]]


def test_a_pasted_picture_is_inspected_from_memory() -> None:
    decoder = FakeDecoder({"bytes": a_file("a")})
    (report,) = walk(pasted(b"bytes", 1), decoder, FakeReader({1: (GOOD,)}))
    assert (report.name, report.captures[0].path) == ("pasted-1", "pasted-1")
    assert report.captures[0].sha256 == a_file("a").sha256
    assert report.verdict.outcome is VerdictOutcome.NO_ANOMALY_FOUND


def test_the_bytes_of_a_pasted_picture_are_never_shown_by_accident() -> None:
    assert "secret" not in repr(pasted(b"secret", 1))


def test_two_sides_of_one_document_read_differently_are_still_one_document() -> None:
    decoder = FakeDecoder({"f.png": a_file("f"), "b.png": a_file("b", mark=10)})
    worse = replace(GOOD, lines=(LINE_1.replace("ANNA", "ANMA"), line_2()), confidence=((0.5,) * 44,) * 2)
    bundle = Bundle("a", (member("f.png", side=Side.FRONT), member("b.png", side=Side.BACK)))
    (report,) = walk(bundle, decoder, FakeReader({1: (worse,), 11: (GOOD,)}))
    assert report.mrz is not None
    assert (report.mrz.capture, report.presented_together) == (1, None)


@pytest.mark.parametrize("places", [((0, 2),), ((1, 10),), ((0, 0),)])
def test_a_code_that_is_not_read_for_certain_is_not_recognised_and_no_anomaly_is_not_said(
    places: tuple[tuple[int, int], ...],
) -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    doubtful = reading(LINE_1, line_2(), doubtful=places)
    (report,) = walk(Bundle("a", (member("a.png"),)), decoder, FakeReader({1: (doubtful,)}))
    assert report.verdict.outcome is VerdictOutcome.UNDETERMINED


def test_without_the_reading_program_nothing_has_passed() -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    reader = FakeReader(fails=EngineMissing(Message.of("reader.network_missing", file="mrz-finder.onnx")))
    (report,) = walk(Bundle("a", (member("a.png"),)), decoder, reader)
    coverage = report.verdict.coverage
    assert report.verdict.outcome is VerdictOutcome.NOT_INSPECTED
    assert report.verdict.reasons == (Message.of("reader.network_missing", file="mrz-finder.onnx"),)
    assert (coverage.run, coverage.not_supported) == (0, coverage.applicable)


def test_a_reader_that_breaks_off_aborts_the_checks() -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    reader = FakeReader(fails=ReadingFailed(Message("reader.tesseract_failed")))
    (report,) = walk(Bundle("a", (member("a.png"),)), decoder, reader)
    assert {finding.outcome.value for finding in report.findings} == {"aborted"}
    assert report.verdict.outcome is VerdictOutcome.NOT_INSPECTED


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        ((LINE_1, changed(line_2(), 3, "9")), VerdictOutcome.ANOMALY),
        ((LINE_1, line_2(expiry="200415")), VerdictOutcome.ATTENTION),
        ((LINE_1.replace("GBR", "UTO"), line_2(nationality="UTO")), VerdictOutcome.ATTENTION),
        ((LINE_1.replace("GBR", "UTO"), changed(line_2(nationality="UTO"), 3, "9")), VerdictOutcome.ANOMALY),
        ((LINE_1, line_2(expiry="<<<<<<")), VerdictOutcome.UNDETERMINED),
        (("PNRUSIVANOV<<IVAN".ljust(44, "<"), line_2(nationality="RUS")), VerdictOutcome.UNDETERMINED),
    ],
)
def test_findings_weigh_into_the_verdict(lines: tuple[str, str], outcome: VerdictOutcome) -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    (report,) = walk(Bundle("a", (member("a.png"),)), decoder, FakeReader({1: (reading(*lines),)}))
    assert report.verdict.outcome is outcome
    assert report.verdict.reasons


def test_a_wrong_digit_in_doubt_is_undetermined() -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    doubtful = reading(LINE_1, changed(line_2(), 3, "9"), doubtful=((1, 3),))
    (report,) = walk(Bundle("a", (member("a.png"),)), decoder, FakeReader({1: (doubtful,)}))
    assert report.verdict.outcome is VerdictOutcome.UNDETERMINED


def test_a_document_of_an_invented_state_is_headed_fictitious() -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    specimen = reading(LINE_1.replace("GBR", "UTO"), line_2(nationality="UTO"))
    (report,) = walk(Bundle("a", (member("a.png"),)), decoder, FakeReader({1: (specimen,)}))
    assert report.heading == Message("report.fictitious_specimen")


def test_coverage_counts_every_finding_once() -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    (report,) = walk(Bundle("a", (member("a.png"),)), decoder, FakeReader({1: (GOOD,)}))
    coverage = report.verdict.coverage
    assert coverage.run == coverage.applicable == len(report.findings) == 23


def test_two_faults_of_one_check_are_one_question() -> None:
    decoder = FakeDecoder({"a.png": a_file("a")})
    two = reading("P<G8RSM1TH<<ANNA".ljust(44, "<"), line_2())
    (report,) = walk(Bundle("a", (member("a.png"),)), decoder, FakeReader({1: (two,)}))
    asked = {(finding.check, finding.tr03135) for finding in report.findings}
    assert report.verdict.coverage.applicable == len(asked) < len(report.findings)


def test_the_trace_names_digests_and_never_files() -> None:
    decoder = FakeDecoder({"JOHN SMITH.png": a_file("a")})
    trace = ListTrace()
    tools = Tools(decoder, FakeReader({1: (GOOD,)}), trace, Issuers())
    list(inspect(Bundle("JOHN SMITH", (member("JOHN SMITH.png"), member("b.png"))), tools, TODAY))
    assert [event.kind for event in trace.events] == ["capture_opened", "capture_refused", "inspection_made"]
    assert "SMITH" not in repr(trace.events)
