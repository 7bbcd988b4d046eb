"""The list of documents takes in what inspections tell, whatever a piece of work turns out to hold."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docdesk.inspection.captures.capture import Capture, Label
from docdesk.inspection.captures.handing_in import Bundle, Member
from docdesk.inspection.captures.previewed import PreviewedSet
from docdesk.inspection.checks.evidence import Evidence
from docdesk.inspection.report.report import Report
from docdesk.inspection.report.weigh import weigh
from docdesk.ui.inspecting.document import State
from docdesk.ui.inspecting.documents import Documents

DAY = date(2026, 11, 21)


@pytest.fixture
def heard() -> list[tuple[str, int, int]]:
    """What the watcher was told."""
    return []


@pytest.fixture
def documents(heard: list[tuple[str, int, int]]) -> Documents:
    return Documents(lambda what, first, last: heard.append((what, first, last)))


def bundle(name: str) -> Bundle:
    return Bundle(name, (Member(Path(name), name, Label()),))


def capture(name: str, frame: int = 1) -> Capture:
    return Capture(name, "0" * 64, "PNG", frame, Label(), (60, 40))


def frames(name: str, frame: int = 1) -> PreviewedSet:
    return PreviewedSet(f"{name} #{frame}", (capture(name, frame),), (None,))


def evidence(name: str, frame: int = 1) -> Evidence:
    return Evidence((capture(name, frame),), DAY, None)


def report(name: str, seen: Evidence) -> Report:
    return Report(name, DAY, seen.captures, None, (), weigh((), seen))


def names(documents: Documents) -> list[str]:
    return [document.name for document in documents]


def test_many_documents_are_added_in_one_step(
    documents: Documents, heard: list[tuple[str, int, int]]
) -> None:
    documents.add([bundle(str(number)) for number in range(1000)])
    assert heard == [("insert", 0, 999), ("inserted", 0, 999)]
    assert len({document.ticket for document in documents}) == 1000


def test_every_frame_of_a_file_becomes_a_document_behind_the_first(documents: Documents) -> None:
    first, _ = documents.add([bundle("scan.tif"), bundle("other.png")])
    for number in (1, 2, 3):
        seen = evidence("scan.tif", number)
        documents.seen(first.ticket, frames("scan.tif", number))
        documents.seen(first.ticket, seen)
        documents.seen(first.ticket, report(f"scan.tif #{number}", seen))
    assert names(documents) == ["scan.tif #1", "scan.tif #2", "scan.tif #3", "other.png"]
    assert [document.state for document in documents][:3] == [State.DONE] * 3
    assert len({document.ident for document in documents}) == 4


def test_two_documents_on_one_picture_share_its_captures(documents: Documents) -> None:
    (only,) = documents.add([bundle("both.png")])
    documents.seen(only.ticket, frames("both.png"))
    for name in ("both (1)", "both (2)"):
        seen = evidence("both.png")
        documents.seen(only.ticket, seen)
        documents.seen(only.ticket, report(name, seen))
    assert names(documents) == ["both (1)", "both (2)"]
    assert documents.at(0).captures == documents.at(1).captures
    assert documents.at(0).ident == only.ident


def test_what_is_read_at_first_gives_way_to_what_is_read_in_the_end(documents: Documents) -> None:
    (document,) = documents.add([bundle("a")])
    first, whole = replace(evidence("a"), partial=True), evidence("a")
    documents.seen(document.ticket, frames("a"))
    documents.seen(document.ticket, first)
    assert documents.at(0).evidence is first
    documents.seen(document.ticket, whole)
    assert len(documents) == 1
    assert documents.at(0).evidence is whole


def test_a_piece_of_work_of_which_nothing_came_goes(documents: Documents) -> None:
    (only,) = documents.add([bundle("empty.pdf")])
    documents.begun(only.ticket)
    documents.ended(only.ticket, State.DONE)
    assert len(documents) == 0


@pytest.mark.parametrize("state", [State.FAILED, State.STOPPED])
def test_what_failed_or_was_stopped_stays_and_says_so(documents: Documents, state: State) -> None:
    (only,) = documents.add([bundle("scan.png")])
    documents.begun(only.ticket)
    documents.ended(only.ticket, state)
    assert [document.state for document in documents] == [state]


def test_an_ended_piece_of_work_leaves_finished_documents_alone(documents: Documents) -> None:
    (only,) = documents.add([bundle("scan.png")])
    seen = evidence("scan.png")
    documents.seen(only.ticket, frames("scan.png"))
    documents.seen(only.ticket, seen)
    documents.seen(only.ticket, report("scan", seen))
    documents.ended(only.ticket, State.FAILED)
    assert documents.at(0).state is State.DONE


def test_news_of_a_document_that_was_put_away_change_nothing(
    documents: Documents, heard: list[tuple[str, int, int]]
) -> None:
    (only,) = documents.add([bundle("scan.png")])
    documents.remove(only.ident)
    heard.clear()
    assert documents.seen(only.ticket, frames("scan.png")) is None
    assert heard == []


def test_documents_side_by_side_are_removed_in_one_step_and_returned_in_order(
    documents: Documents, heard: list[tuple[str, int, int]]
) -> None:
    added = documents.add([bundle(str(number)) for number in range(1000)])
    heard.clear()
    taken = documents.remove_all({document.ident for document in (*added[500:], *added[10:20])})
    assert heard == [("remove", 500, 999), ("removed", 500, 999), ("remove", 10, 19), ("removed", 10, 19)]
    assert taken == (*added[10:20], *added[500:])
    assert names(documents) == [str(number) for number in (*range(10), *range(20, 500))]
