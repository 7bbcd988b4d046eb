"""A report on a terminal: verdict first, in sign and word, and the reasons below it."""

from dataclasses import replace

from docdesk.inspection.captures.capture import Light
from docdesk.inspection.captures.handing_in import Bundle
from docdesk.papers.report_text import report_text
from docdesk.wording.catalogue import Wording
from tests.inspection.checks.test_checks import LINE_1, changed, line_2
from tests.inspection.fakes import FakeDecoder, FakeReader, a_file, reading
from tests.inspection.report.test_next_step import last, read
from tests.inspection.test_inspect import member, walk
from tests.inspection.test_inspect_again import with_entries


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


def test_the_next_step_follows_the_reasons() -> None:
    text = said(LINE_1, changed(line_2(), 3, "9"))
    step = "  Next step: Refer the document to second line; the reasons say what to look at."
    reasons = [index for index, line in enumerate(text) if "is printed as" in line]
    assert reasons[0] < text.index(step) < text.index("Findings")


def test_an_entered_character_is_marked_below_it_and_named_where_a_finding_rests_on_it() -> None:
    before = last(read(LINE_1, line_2(), doubtful=((1, 3), (1, 10))))
    _, report = with_entries(before, (1, 3, "9"))
    text = report_text(report, Wording()).splitlines()
    assert text[text.index(f"  {changed(line_2(), 3, '9')}") + 1] == "     *      ^"
    assert "  Characters entered by hand, which count as certain: 1." in text
    place = "line 2, character 4 (entered 9, read as 4)"
    assert f"  i Characters entered by hand, which count as certain: {place}." in text
    failed = [
        line for line in text if line.startswith("  ✕ The check digit of the document number is printed")
    ]
    assert failed[-1].endswith(f"gives 2. This rests on characters entered by hand: {place}.")


def test_a_confirmed_character_is_said_to_be_so_and_a_long_list_ends() -> None:
    entries = tuple((1, index, line_2()[index]) for index in range(8))
    _, report = with_entries(last(read(LINE_1, line_2())), *entries)
    text = report_text(report, Wording())
    assert "line 2, character 1 (1 confirmed), line 2, character 2 (2 confirmed)" in text
    assert "(6 confirmed), and others." in text


def test_genuine_is_never_said() -> None:
    text = "\n".join(said(LINE_1, line_2())).lower()
    assert "genuine" not in text
    assert "the document itself was not examined" in text


def test_what_a_doubtful_character_may_be_is_told_below_the_lines() -> None:
    told = reading(LINE_1, line_2(), doubtful=((1, 3),), alternatives={(1, 3): {"9": 0.6, "B": 0.001}})
    _, report = last(FakeReader({1: (told,)}))
    assert "  2:4=4: may be 4 (30 %), 9 (60 %)" in report_text(report, Wording()).splitlines()
    opinion = (" " * 44, "XXX9".ljust(44))
    _, report = last(FakeReader({1: (replace(told, second_opinion=opinion),)}))
    said = report_text(report, Wording())
    assert "  2:4=4: may be 4 (30 %), 9 (60 %); second opinion: 9" in said.splitlines()
    assert "A second opinion reads 9 in line 2, character 4." in said
    assert said.count("second opinion: ") == 1


def test_of_many_characters_that_a_blot_may_hide_only_the_likeliest_are_named() -> None:
    may_be = {"9": 0.2, "B": 0.15, "8": 0.1, "S": 0.05, "Z": 0.04}
    told = reading(LINE_1, line_2(), doubtful=((1, 3),), alternatives={(1, 3): may_be})
    _, report = last(FakeReader({1: (told,)}))
    line = "  2:4=4: may be 4 (30 %), 9 (20 %), B (15 %), 8 (10 %) or others"
    assert line in report_text(report, Wording()).splitlines()


def test_what_another_light_shows_instead_is_told_below_the_lines() -> None:
    infrared, white = reading(LINE_1, line_2()), reading(LINE_1, changed(line_2(), 5, "8"))
    _, report = last(FakeReader({1: (infrared,), 11: (white,)}), Light.IR, Light.VIS)
    assert "  2:6=6: 8 under VIS" in report_text(report, Wording()).splitlines()


def test_what_speaks_against_the_document_stands_first_among_the_findings() -> None:
    line = line_2(nationality="UTO")
    infrared, white = reading(LINE_1, line), reading(LINE_1, changed(line, 5, "8"))
    _, report = last(FakeReader({1: (infrared,), 11: (white,)}), Light.IR, Light.VIS)
    text = report_text(report, Wording()).splitlines()
    signs = [entry.split()[0] for entry in text[text.index("Findings") + 1 :] if entry.strip()]
    assert signs[:2] == ["✕", "▲"]
