"""What is said to be personal is what stands on paper; what is left out stands nowhere."""

import json
from dataclasses import replace

import pytest

from docdesk.inspection.captures.capture import Light
from docdesk.inspection.readings.mrz_reading import MrzReading
from docdesk.inspection.report.report import Report
from docdesk.papers.omitting import Omit
from docdesk.papers.pdf.fonts import BUILT_IN
from docdesk.papers.personal_data import Paper, personal_data
from docdesk.papers.report_json import report_json
from docdesk.wording.catalogue import Wording
from tests.inspection.checks.test_checks import LINE_1, line_2
from tests.inspection.fakes import FakeReader, reading
from tests.inspection.report.test_next_step import last
from tests.papers.papers import found_fonts, page, pdf, refused, report, report_of, with_captures
from tests.papers.test_report_pdf import without_mrz

CARD = (
    "I<GBRAB12345677<<<<<<<<<<<<<<<",
    "7408122F3004159GBR<<<<<<<<<<<6",
    "SMITH<<ANNA<MARIA<<<<<<<<<<<<<",
)


def a_report() -> Report:
    made = report(LINE_1, line_2(optional="ZE184226B"), name="passport of Anna")
    return with_captures(made, "/scans/anna/passport of Anna (IR).png", "C:\\Users\\anna\\uv & more.png")


REPORTS = {
    "passport": a_report(),
    "card": report(*CARD, name="card"),
    "of no format": report("ABC", "DEFG"),
    "without MRZ": without_mrz(FakeReader()),
}


def where(made: Report, omit: Omit = Omit.NOTHING) -> dict[Paper, str]:
    written = json.loads(report_json(made, Wording(), omit))
    return {
        Paper.PDF: page(pdf(made, fonts=found_fonts(), omit=omit)).text,
        Paper.JSON: "".join(json.dumps(written, ensure_ascii=False).replace("\\\\", "\\").split()),
    }


@pytest.mark.parametrize("case", REPORTS)
def test_every_datum_stands_where_it_is_said_to(case: str) -> None:
    papers = where(REPORTS[case])
    for datum in personal_data(REPORTS[case]):
        for paper in datum.where:
            assert "".join(datum.text.split()) in papers[paper], datum


@pytest.mark.parametrize("case", REPORTS)
@pytest.mark.parametrize("omit", [Omit.FOLDERS, Omit.FILE_NAMES, Omit.FILE_NAMES | Omit.CROPS])
def test_what_is_left_out_stands_nowhere(case: str, omit: Omit) -> None:
    papers = where(REPORTS[case], omit)
    told = personal_data(REPORTS[case], omit)
    left = [datum for datum in personal_data(REPORTS[case]) if datum not in told]
    for datum in left:
        assert datum.left_out_by is not None
        if len(datum.text) > 5:
            assert not any("".join(datum.text.split()) in text for text in papers.values()), datum


def test_the_names_number_dates_and_lines_of_a_passport_are_personal() -> None:
    texts = {datum.text for datum in personal_data(a_report())}
    assert texts >= {"SMITH", "ANNA MARIA", "123456789", "740812", "300415", "GBR", "F", "ZE184226B", LINE_1}
    assert "P<" not in texts


def test_only_the_json_names_folders() -> None:
    folders = {
        datum.text: datum.where for datum in personal_data(a_report()) if datum.left_out_by is Omit.FOLDERS
    }
    assert folders == {"/scans/anna/": (Paper.JSON,), "C:\\Users\\anna\\": (Paper.JSON,)}


def test_a_verdict_can_always_be_defended() -> None:
    everything = Omit.THUMBNAILS | Omit.CROPS | Omit.FOLDERS | Omit.FILE_NAMES
    rest = personal_data(a_report(), everything)
    assert {datum.left_out_by for datum in rest} == {None}
    assert LINE_1 in {datum.text for datum in rest}


def test_pictures_are_told_where_there_are_any() -> None:
    told = {datum.left_out_by for datum in personal_data(a_report()) if not datum.text}
    assert told == {Omit.THUMBNAILS, Omit.CROPS}
    assert not [datum for datum in personal_data(a_report(), Omit.THUMBNAILS | Omit.CROPS) if not datum.text]
    unread = refused("gone.png")
    made = without_mrz(FakeReader())
    gone = type(made)("gone", made.on, (unread,), None, (), made.verdict)
    assert [datum.text for datum in personal_data(gone)] == ["gone", "gone.png"]


@pytest.mark.parametrize("case", REPORTS)
def test_every_datum_has_its_sentence(case: str) -> None:
    for datum in personal_data(REPORTS[case]):
        assert datum.text in Wording().say(datum.message)


def test_an_unusual_reading_is_personal_line_by_line() -> None:
    made: MrzReading = reading("ABC", "DEFG")
    assert [datum.text for datum in personal_data(report_of(made))][:2] == ["ABC", "DEFG"]
    assert page(pdf(report_of(made), fonts=BUILT_IN)).says("DEFG")


def test_lines_that_another_light_shows_otherwise_stand_in_the_json_alone() -> None:
    white = replace(reading(LINE_1, line_2(number="998765432")), raw=(LINE_1, line_2(number="99B765432")))
    white = replace(white, second_opinion=(" " * 44, "88B765432".ljust(44)))
    _, made = last(FakeReader({1: (reading(LINE_1, line_2()),), 11: (white,)}), Light.IR, Light.VIS)
    told = {datum.text: datum.where for datum in personal_data(made) if len(datum.text) == 44}
    assert told == {
        LINE_1: (Paper.PDF, Paper.JSON),
        line_2(): (Paper.PDF, Paper.JSON),
        line_2(number="998765432"): (Paper.JSON,),
        line_2(number="99B765432"): (Paper.JSON,),
        "88B765432".ljust(44): (Paper.JSON,),
    }
    written = report_json(made, Wording()).decode()
    assert all(text in written for text in told)
