"""A report on a terminal: verdict first, in sign and word, and the reasons below it."""

from docdesk.inspection.captures.handing_in import Bundle
from docdesk.papers.report_text import report_text
from docdesk.wording.catalogue import Wording
from tests.inspection.checks.test_checks import LINE_1, changed, line_2
from tests.inspection.fakes import FakeDecoder, FakeReader, a_file, reading
from tests.inspection.test_inspect import member, walk


def said(*lines: str, doubtful: tuple[tuple[int, int], ...] = ()) -> list[str]:
    decoder = FakeDecoder({"a.png": a_file("a")})
    reader = FakeReader({1: (reading(*lines, doubtful=doubtful),)})
    (report,) = walk(Bundle("a", (member("a.png"),)), decoder, reader)
    return report_text(report, Wording()).splitlines()


def test_the_verdict_stands_first_with_its_reason() -> None:
    text = said(LINE_1, changed(line_2(), 3, "9"))
    assert text[:3] == [
        "a",
        "✕ ANOMALY",
        "  The check digit of the document number is printed as 7, but 123956789 gives 2.",
    ]


def test_a_fictitious_document_is_headed_so() -> None:
    text = said(LINE_1.replace("GBR", "UTO"), line_2(nationality="UTO"))
    assert text[0] == "a   FICTITIOUS SPECIMEN"
    assert text[1] == "▲ ATTENTION"


def test_a_doubtful_character_is_marked_below_it() -> None:
    text = said(LINE_1, line_2(), doubtful=((1, 2),))
    assert text[text.index(f"  {line_2()}") + 1] == "    ^"


def test_dates_are_given_a_century_and_an_age() -> None:
    assert any("740812 = 1974-08-12, aged 52" in line for line in said(LINE_1, line_2()))


def test_a_check_digit_is_worked_out() -> None:
    digit = next(line for line in said(LINE_1, line_2()) if "✓ date of birth" in line)
    assert digit.endswith("7x7+4x3+8x7+1x3+2x1 = 122, remainder 2; printed 2")


def test_genuine_is_never_said() -> None:
    text = "\n".join(said(LINE_1, line_2())).lower()
    assert "genuine" not in text
    assert "the document itself was not examined" in text
