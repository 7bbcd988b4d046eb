"""What is left out of a report, and names for its file that name nobody."""

from dataclasses import replace

import pytest

from docdesk.inspection.captures.capture import Capture, Label
from docdesk.inspection.captures.handing_in import Bundle
from docdesk.papers.omitting import Omit, code, file_name, folder, reduced, report_file_name
from tests.inspection.fakes import FakeReader, a_file, reading
from tests.inspection.test_inspect import GOOD, OTHER, FakeDecoder, member, walk
from tests.papers.papers import refused, report, with_captures


@pytest.mark.parametrize(
    ("path", "name", "place"),
    [
        ("/scans/x/a b.png", "a b.png", "/scans/x/"),
        ("C:\\scans\\a.png", "a.png", "C:\\scans\\"),
        ("a.png", "a.png", ""),
        ("..", "..", ""),
    ],
)
def test_a_path_is_a_folder_and_a_name(path: str, name: str, place: str) -> None:
    capture = Capture(path, None, None, 1, Label())
    assert (file_name(capture), folder(capture)) == (name, place)


def test_nothing_is_left_out_unasked() -> None:
    made = with_captures(report(), "/x/b.png")
    assert reduced(made, Omit.NOTHING) == made
    assert reduced(made, Omit.CROPS) == made


def test_folders_go_and_names_stay() -> None:
    made = reduced(with_captures(report(), "/x/b.png"), Omit.FOLDERS)
    assert [capture.path for capture in made.captures] == ["a.png", "b.png"]


def test_names_go_and_digests_stay() -> None:
    made = with_captures(report(name="Anna"), "/x/Anna.png")
    left = reduced(made, Omit.FILE_NAMES)
    assert "Anna" not in str(replace(left, mrz=None, findings=()))
    assert [capture.sha256 for capture in left.captures] == [capture.sha256 for capture in made.captures]
    assert left.verdict == made.verdict


def test_the_file_of_a_report_is_named_by_day_and_digest() -> None:
    made = report(name="Anna Smith")
    name = report_file_name(made, "pdf")
    assert name == f"docdesk-2026-11-21-{a_file('a.png').sha256[:12]}.pdf"


def test_documents_of_one_picture_have_files_and_codes_of_their_own() -> None:
    apart = replace(OTHER, quad=tuple((x, y + 500) for x, y in OTHER.quad))
    bundle = Bundle("Anna", (member("a.png"),))
    both = walk(bundle, FakeDecoder({"a.png": a_file("a")}), FakeReader({1: (GOOD, apart)}))
    assert len({report_file_name(made, "pdf") for made in both}) == 2
    together = {reduced(made, Omit.FILE_NAMES).presented_together for made in both}
    assert len(together) == 1
    assert "Anna" not in str(together)


def test_frames_of_one_file_have_files_of_their_own() -> None:
    made = report()
    second = replace(made, captures=(replace(made.captures[0], frame=2),))
    assert report_file_name(made, "json") != report_file_name(second, "json")


def test_a_file_that_was_not_read_has_a_name_all_the_same() -> None:
    assert code(replace(report(), captures=(refused("x.png"),))) == "unread"
    assert reading("A").lines == ("A",)
