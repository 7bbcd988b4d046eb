"""The status bar: values, sentences for a while, and how far work is."""

import pytest
from pytestqt.qtbot import QtBot

from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Progress
from docdesk.ui.shell.status_row import StatusRow
from docdesk.wording.catalogue import Wording
from tests.ui.accessibility import nameless


@pytest.fixture
def row(qtbot: QtBot) -> StatusRow:
    made = StatusRow(Wording())
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_sentence_stands_for_a_while_before_the_values_come_back(row: StatusRow) -> None:
    row.tell_values("x 1 mm")
    row.say("The number is copied.")
    row.tell_values("x 2 mm")
    assert row.shown == "The number is copied."
    row._said.timeout.emit()
    assert row.shown == "x 2 mm"


def test_progress_tells_what_is_done_and_how_far(row: StatusRow) -> None:
    place = row.progress
    place.tell(Progress(3, 17, Message("progress.name")))
    assert (place._doing.text(), place._far.text()) == ("Work under way", "3 of 17")
    assert (place._bar.value(), place._bar.maximum()) == (3, 17)


def test_progress_without_an_end_shows_no_bar(row: StatusRow) -> None:
    row.progress.tell(Progress(3, 0))
    assert row.progress._doing.text() == "Working"
    assert row.progress._far.text() == ""
    assert not row.progress._bar.isVisible()


def test_its_controls_have_names(row: StatusRow) -> None:
    assert nameless(row) == []
