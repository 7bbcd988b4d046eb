"""Joining asks for side and light of each picture and makes one bundle of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from docdesk.inspection.captures.capture import Known, Label, Light, Side
from docdesk.inspection.captures.handing_in import Bundle, Member
from docdesk.ui.inspecting.document import Document
from docdesk.ui.inspecting.join_dialog import JoinDialog
from docdesk.wording.catalogue import Wording
from tests.ui.accessibility import nameless


def document(number: int, name: str) -> Document:
    return Document(number, number, Bundle(name, (Member(Path(name), name, Label()),)), name)


@pytest.fixture
def dialog(qtbot: Any) -> Iterator[JoinDialog]:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = JoinDialog((document(1, "a.png"), document(2, "b.png")), Wording(), owner)
    made.open()
    yield made
    owner.close()


def test_what_was_chosen_is_known_by_the_person(dialog: JoinDialog, qtbot: Any) -> None:
    dialog.name.setText("passport")
    dialog.lights[1].setCurrentIndex(list(Light).index(Light.IR))
    dialog.sides[1].setCurrentIndex(list(Side).index(Side.BACK))
    with qtbot.waitSignal(dialog.made) as made:
        dialog.join()
    bundle = made.args[0]
    assert bundle.name == "passport"
    second = next(member for member in bundle.members if member.given == "b.png")
    assert second.label == Label(Side.BACK, Known.ENTERED, Light.IR, Known.ENTERED)


def test_without_a_name_the_first_document_gives_it(dialog: JoinDialog, qtbot: Any) -> None:
    dialog.name.setText("  ")
    with qtbot.waitSignal(dialog.made) as made:
        dialog.join()
    assert made.args[0].name == "a.png"


def test_every_control_of_it_has_a_name(dialog: JoinDialog) -> None:
    assert nameless(dialog) == []
