"""The report of one page: all that it must say, on one page, the same bytes for the same inspection."""

import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docdesk.foundation.errors import EngineMissing, ReadingFailed
from docdesk.foundation.messages import Message
from docdesk.inspection.captures.capture import Light
from docdesk.inspection.captures.handing_in import Bundle
from docdesk.inspection.checks.finding import Outcome
from docdesk.inspection.readings.mrz_reading import Entered
from docdesk.inspection.report.report import Report
from docdesk.papers.omitting import Omit
from docdesk.papers.pdf.fonts import BUILT_IN, PaperFonts
from docdesk.papers.pdf.sheet import MARGIN
from docdesk.papers.report_json import report_json
from docdesk.wording.catalogue import Wording
from tests.inspection.checks.test_checks import LINE_1, line_2
from tests.inspection.fakes import FakeDecoder, FakeReader, a_file
from tests.inspection.test_inspect import GOOD, OTHER, member, walk
from tests.papers.papers import (
    Talkative,
    a_picture,
    entered,
    found_fonts,
    page,
    pdf,
    refused,
    report,
    report_of,
    with_captures,
)


def without_mrz(reader: FakeReader) -> Report:
    (made,) = walk(Bundle("a", (member("a.png"),)), FakeDecoder({"a.png": a_file("a")}), reader)
    return made


def is_inside(data: bytes) -> bool:
    read = page(data)
    return (
        read.left >= MARGIN - 1
        and read.bottom >= MARGIN - 3
        and read.right <= 595.3 - MARGIN + 1
        and read.top <= 841.9 - MARGIN + 1
    )


# --- The same bytes ---


@pytest.mark.parametrize("fonts", [BUILT_IN, found_fonts()], ids=["built in", "found"])
def test_the_same_inspection_gives_the_same_bytes(fonts: PaperFonts) -> None:
    made = with_captures(report(doubtful=((1, 2),)), "b.png")
    assert pdf(made, fonts=fonts) == pdf(made, {0: a_picture().copy()}, fonts)


def test_another_process_writes_the_same_bytes() -> None:
    code = (
        "import hashlib, sys; from tests.papers.papers import found_fonts, pdf, report;"
        "sys.stdout.write(hashlib.sha256(pdf(report(), fonts=found_fonts())).hexdigest())"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == hashlib.sha256(pdf(report(), fonts=found_fonts())).hexdigest()


def test_the_only_day_in_the_file_is_that_of_the_inspection() -> None:
    data = pdf(replace(report(), on=date(2027, 3, 4)))
    assert set(re.findall(rb"D:(\d+)", data)) == {b"20270304"}


def test_another_report_has_another_identifier() -> None:
    def identifier(data: bytes) -> bytes:
        found = re.search(rb"/ID\s*(\[.*?\])", data, re.DOTALL)
        assert found is not None
        return found[1]

    assert identifier(pdf(report())) == identifier(pdf(report()))
    assert identifier(pdf(report())) != identifier(pdf(report(name="b")))


def test_title_language_and_producer_are_stated() -> None:
    data = pdf(report())
    assert b"/Lang (en)" in data
    assert b"/Title (Report of an inspection 2026-11-21" in data
    assert b"/Producer (docdesk 9.8.7, Reader 6.5, reportlab)" in data
    assert b"/DisplayDocTitle true" in data


# --- What it says ---


def test_the_page_says_what_the_report_says() -> None:
    made = replace(report(doubtful=((0, 6),)), next_step=Message("capture.damaged"))
    read, wording = page(pdf(made)), Wording()
    assert read.says("ANOMALY")
    for reason in made.verdict.reasons:
        assert read.says(wording.say(reason))
    assert made.next_step is not None
    assert read.says("Next step" + wording.say(made.next_step))
    assert read.says(f"Answered {made.verdict.coverage.run} of {made.verdict.coverage.applicable}")
    assert read.says("No picture under ultraviolet 365 nm (UV), infrared (IR).")
    for finding in made.findings:
        if finding.outcome is not Outcome.SUCCESSFUL:
            assert read.says(wording.say(finding.message))
            assert read.says(f"rule: {finding.source}")
    successful = sum(finding.outcome is Outcome.SUCCESSFUL for finding in made.findings)
    assert read.says(f"Further checks that were successful: {successful}.")
    assert made.captures[0].sha256 is not None
    assert read.says(made.captures[0].sha256)
    assert read.says("60 x 40 px")
    assert read.says("300 ppi (stated by the file)")
    assert read.says("data page (taken for granted)")
    assert read.says("From images only; the document itself was not examined.")
    assert read.says("Characters that are not read for certain: 1.")
    assert read.says("Made with docdesk 9.8.7, Reader 6.5.")


def test_genuine_is_never_said() -> None:
    text = page(pdf(report(LINE_1, line_2()))).text.lower()
    assert "genuine" not in text
    assert "noanomalyfound" in text


def test_a_line_of_the_mrz_is_copied_as_one_word() -> None:
    read = page(pdf(report(), fonts=found_fonts()))
    assert read.says(report().mrz.reading.lines[1])


def test_a_character_in_doubt_makes_its_digit_undecided_not_wrong() -> None:
    read = page(pdf(report(doubtful=((1, 3),))))
    assert read.says("document number: could not decide")
    assert read.says("date of birth: agrees")
    assert page(pdf(report())).says("document number: does not agree")


def test_what_a_person_entered_stands_beside_what_was_read() -> None:
    entries = (Entered(1, 3, "9", "4", 0.41, certain=False), Entered(0, 5, "S", "S", 0.3, certain=False))
    read = page(pdf(entered(report(), *entries)))
    assert read.says("Line 2, character 4: entered as 9, read as 4.")
    assert read.says("Line 1, character 6: read as S, confirmed by a person.")
    assert read.says("Boxed: entered by a person.")


def test_a_finding_that_rests_on_an_entered_character_says_so() -> None:
    entry = Entered(1, 3, "9", "4", 0.41, certain=False)
    made = report(doubtful=((1, 4),))
    resting = replace(made, findings=tuple(replace(finding, entered=(entry,)) for finding in made.findings))
    said = "This rests on characters entered by hand: line 2, character 4 (entered 9, read as 4)."
    assert page(pdf(resting)).says(said)
    assert not page(pdf(made)).says("This rests on")


def test_a_fictitious_document_is_headed_so() -> None:
    assert page(pdf(report(LINE_1.replace("GBR", "UTO"), line_2(nationality="UTO")))).says(
        "FICTITIOUS SPECIMEN"
    )


def test_checks_that_broke_off_are_told_once_with_their_number() -> None:
    made = without_mrz(FakeReader(fails=ReadingFailed(Message("reader.tesseract_failed"))))
    read = page(pdf(made))
    assert read.says(f"Checks that were broken off: {len(made.findings)}.")
    assert read.text.count("Checksthatwerebrokenoff") == 1


def test_checks_that_could_not_be_made_are_told_with_their_reason() -> None:
    made = without_mrz(
        FakeReader(fails=EngineMissing(Message.of("reader.network_missing", file="mrz-finder.onnx")))
    )
    read = page(pdf(made))
    assert read.says("No MRZ was read.")
    assert read.says("No check could be made.")
    assert not read.says("No finding asks for a look.")
    assert read.says(
        f"Checks that could not be made: {len(made.findings)}. The network mrz-finder.onnx is not there"
    )


def test_a_file_that_could_not_be_read_is_told() -> None:
    made = replace(report(), captures=(report().captures[0], refused("/scans/x/gone.png")))
    read = page(pdf(made))
    assert read.says("gone.png")
    assert read.says("There is no such file.")
    assert not read.says("/scans/x")


def test_documents_of_one_picture_are_told_to_be_together() -> None:
    assert page(pdf(report_of(GOOD, OTHER))).says("One picture shows this document together with others")


def test_the_json_that_belongs_to_it_is_named_by_its_digest() -> None:
    for omit in (Omit.NOTHING, Omit.FILE_NAMES):
        digest = hashlib.sha256(report_json(report(), Wording(), omit)).hexdigest()
        assert page(pdf(report(), omit=omit)).says(digest)


# --- Pictures ---


def test_the_mrz_each_finding_and_each_capture_have_their_picture() -> None:
    made = report()
    placed = sum(
        finding.region is not None and finding.outcome is not Outcome.SUCCESSFUL for finding in made.findings
    )
    assert page(pdf(made)).pictures == 2 + placed + 1


def test_without_pictures_at_hand_everything_else_is_there() -> None:
    read = page(pdf(report(), {}))
    assert read.pictures == 0
    assert read.says("The picture of the MRZ is not in this report.")
    assert read.says(report().mrz.reading.lines[0])


def test_deep_and_grey_pictures_are_shown() -> None:
    deep = (np.arange(40 * 440).reshape(40, 440) % 4096).astype(np.uint16)
    assert page(pdf(report(), {0: deep})).pictures > 2


def test_an_outline_without_an_area_is_passed_over() -> None:
    made = report()
    flat = tuple(tuple(((1.0, 1.0),) * 4 for _ in row) for row in made.mrz.reading.characters)
    read = page(pdf(replace(made, mrz=replace(made.mrz, reading=replace(made.mrz.reading, characters=flat)))))
    assert read.says("The picture of the MRZ is not in this report.")


# --- One page, whatever comes ---


@settings(max_examples=25)
@given(
    findings=st.integers(0, 70),
    captures=st.integers(0, 60),
    refusals=st.integers(0, 30),
    reason=st.text(min_size=0, max_size=600),
    name=st.text(min_size=0, max_size=300),
    found=st.booleans(),
)
def test_it_is_one_page_and_nothing_stands_outside_its_margins(
    findings: int, captures: int, refusals: int, reason: str, name: str, found: bool
) -> None:
    base = report(doubtful=((1, 3), (0, 4)))
    said = Message.of("document_number_malformed.failed", quoted=reason)
    (number,) = (entry for entry in base.findings if entry.check == "document_number_malformed")
    more = tuple(replace(number, outcome=Outcome.FAILED, message=said) for _ in range(findings))
    reasons = tuple(Message.of("no_mrz.not_found", number=number) for number in range(findings))
    made = replace(
        with_captures(base, *(f"{name}{number}" for number in range(captures))),
        name=name,
        findings=(*base.findings, *more),
        verdict=replace(base.verdict, reasons=(*base.verdict.reasons, said, *reasons)),
    )
    made = replace(made, captures=(*made.captures, *(refused(name) for _ in range(refusals))))
    pictures = dict.fromkeys(range(0, captures, 2), a_picture())
    assert is_inside(pdf(made, {0: a_picture(), **pictures}, found_fonts() if found else BUILT_IN))


@pytest.mark.parametrize("times", [2, 4, 30])
def test_a_language_of_many_words_keeps_to_the_page(times: int) -> None:
    made = with_captures(report(doubtful=((1, 3),)), "b.png", "c.png")
    assert is_inside(pdf(made, wording=Talkative(times)))


def test_what_there_is_no_room_for_is_counted() -> None:
    base = report()
    made = with_captures(
        replace(base, findings=base.findings * 30), *(f"{number}.png" for number in range(50))
    )
    text = page(pdf(made)).text
    worth = 30 * sum(finding.outcome is not Outcome.SUCCESSFUL for finding in base.findings)
    cards = text.count("margin-1.00") + text.count("margin-0.99")
    assert f"FurtherfindingsintheJSON:{worth - cards}." in text
    assert f"FurtherpicturesintheJSON:{51 - text.count('SHA-256c') - text.count('Picture1:')}." in text


def test_pictures_give_way_before_lists_are_cut() -> None:
    crowded = with_captures(report(), *(f"{number}.png" for number in range(9)))
    pictures = dict.fromkeys(range(10), np.zeros((300, 400), np.uint8))
    assert not page(pdf(crowded, pictures)).says("in the JSON:")


# --- Hostile names ---


@pytest.mark.parametrize("fonts", [BUILT_IN, found_fonts()], ids=["built in", "found"])
def test_names_are_text_and_nothing_else(fonts: PaperFonts) -> None:
    name = "<b>&amp;</b><font size=99>) Tj \\n%PDF"
    file = "<i>&amp;<font size=99>) Tj (%PDF.png"
    read = page(pdf(with_captures(report(name=name), file), fonts=fonts))
    assert read.says(name)
    assert read.says(file)


def test_what_a_terminal_or_a_reader_might_obey_is_made_visible() -> None:
    read = page(pdf(report(name="a\x1b[2J\u202egpj\x00"), fonts=found_fonts()))
    assert read.says("a?[2J?gpj?")


def test_long_names_wrap_and_are_whole() -> None:
    name = "x" * 70 + " " + "y" * 60
    assert page(pdf(replace(report(), name=name))).says(name)


def test_a_name_without_end_is_cut_and_says_so() -> None:
    read = page(pdf(replace(report(), name="x" * 100_000)))
    assert read.says("... (the rest is in the JSON)")


def test_a_character_that_no_font_has_is_told() -> None:
    assert page(pdf(report(name="\u0141\u00f3d\u017a"))).says("?\u00f3d?")
    said = "This computer lacks fonts for some characters"
    assert page(pdf(report(name="\u0141\u00f3d\u017a"))).says(said)
    assert not page(pdf(report(name="L\u00f3d"))).says(said)


# --- What is left out ---


def test_pictures_and_names_can_be_left_out_and_the_page_says_so() -> None:
    made = with_captures(report(name="Anna Smith"), "/scans/anna/passport of Anna.png")
    omit = Omit.THUMBNAILS | Omit.CROPS | Omit.FILE_NAMES
    data = pdf(made, {0: a_picture(), 1: a_picture()}, omit=omit)
    read = page(data)
    assert read.pictures == 0
    assert b"Anna Smith" not in data
    assert not read.says("Anna Smith")
    assert not read.says("passport of Anna")
    assert read.says("Whole pictures were left out on request.")
    assert read.says("Parts of pictures were left out on request.")
    assert read.says("Names of files were left out on request.")
    assert read.says(made.captures[1].sha256)
    assert made.captures[1].label.light is Light.IR
