"""One document: what is chosen is made, shown under each light, and its truth told on demand."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.jobs.hands import Answered, Broken
from docdesk.synthesis.plans.preview import preview
from docdesk.synthesis.synthesise import synthesise
from docdesk.ui.synthesising.services import Found
from docdesk.wording.signs import Sign
from tests.ui.accessibility import nameless
from tests.ui.freeing import wait_until_freed
from tests.ui.synthesising.stage_of_synthesis import FOUND, Stage, staged, studio


def choose_alteration(qtbot: QtBot, stage: Stage) -> None:
    """Choose an alteration as a user does, and have the document made."""
    stage.workspace.page.one.alteration.setCurrentIndex(1)
    qtbot.waitUntil(lambda: [order.alteration for _, order in stage.previewer.queue] == ["grey_copy"])
    stage.previewer.work()


def show_truth(stage: Stage) -> None:
    stage.workspace.actions["truth"].trigger()


def test_opening_the_page_asks_for_the_first_document(stage: Stage) -> None:
    ((_, order),) = stage.previewer.queue
    assert (order.model, order.alteration, order.seed) == ("small", None, 1)
    assert order.sitting.lights == ("VIS", "IR", "UV")
    assert stage.workspace.page.one.said == stage.said("synthesise.being_made")


def test_opening_the_page_again_asks_for_nothing(stage: Stage) -> None:
    stage.previewer.work()
    stage.workspace.focus_first()
    assert stage.previewer.queue == []


def test_a_document_is_shown_under_each_light(stage: Stage) -> None:
    stage.previewer.work()
    desk = stage.workspace.page.one.desk
    assert [picture.title for picture in desk.pictures()] == ["VIS", "IR", "UV"]
    assert stage.workspace.page.one.said == ""
    scale = desk.pictures()[0].scale
    assert scale is not None
    assert scale.px_per_mm == pytest.approx(8.0, rel=0.01)


def test_the_sides_of_a_card_are_told_apart(qtbot: QtBot, stage: Stage) -> None:
    stage.previewer.work()
    stage.workspace.page.one.model.setCurrentIndex(1)
    qtbot.waitUntil(lambda: bool(stage.previewer.queue))
    stage.previewer.work()
    titles = [picture.title for picture in stage.workspace.page.one.desk.pictures()]
    assert titles == ["front VIS", "front IR", "front UV", "back VIS", "back IR", "back UV"]


def test_whoever_asks_for_another_lets_the_one_before_be(qtbot: QtBot, stage: Stage) -> None:
    (before, _) = stage.previewer.queue[0]
    qtbot.keyClick(stage.workspace.page.one.model, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    ((ticket, order),) = stage.previewer.queue
    assert stage.previewer.taken_back == [before]
    assert (ticket > before, order.seed) == (True, 2)


def test_news_of_the_one_before_that_were_on_their_way_are_not_heard(stage: Stage) -> None:
    ((before, order),) = stage.previewer.queue
    stage.workspace.actions["another"].trigger()
    stage.workspace.hear(Answered(before, preview(synthesise(order, studio()))))
    stage.workspace.hear(Broken(before))
    assert stage.workspace.page.one.desk.pictures() == ()
    assert stage.workspace.previewing.waiting == stage.previewer.queue[0][1]


def test_changes_that_follow_each_other_ask_once(qtbot: QtBot, stage: Stage) -> None:
    stage.previewer.work()
    one = stage.workspace.page.one
    one.alteration.setCurrentIndex(1)
    one.alteration.setCurrentIndex(2)
    one.device.setCurrentIndex(1)
    qtbot.waitUntil(lambda: bool(stage.previewer.queue))
    ((_, order),) = stage.previewer.queue
    assert (order.alteration, order.sitting.device) == ("digital_retyping", "telephone")


def test_the_document_before_says_that_the_next_is_being_made(stage: Stage) -> None:
    stage.previewer.work()
    stage.workspace.actions["another"].trigger()
    desk = stage.workspace.page.one.desk
    assert len(desk.pictures()) == 3, "it stays to be looked at"
    assert stage.said("synthesise.before_this") in desk.views()[0]._badges
    stage.previewer.work()
    assert desk.views()[0]._badges == ()


def test_a_document_that_cannot_be_made_is_told_in_its_place(stage: Stage) -> None:
    stage.previewer.work(lambda _order: Message.of("synthesis.portrait_missing", file="p01.jpg"))
    assert stage.workspace.page.one.said == stage.said("synthesis.portrait_missing", file="p01.jpg")
    assert stage.workspace.page.one.desk.pictures() == ()


def test_a_fault_on_a_document_is_told_and_another_can_be_made(stage: Stage) -> None:
    stage.previewer.break_down()
    assert stage.workspace.page.one.said == stage.said("synthesise.preview_failed")
    stage.workspace.actions["another"].trigger()
    stage.previewer.work()
    assert stage.workspace.page.one.said == ""


def test_stopping_is_told(stage: Stage) -> None:
    stage.workspace.stop()
    assert stage.previewer.queue == []
    assert stage.workspace.page.one.said == stage.said("synthesise.preview_stopped")


def refusing() -> Found:
    raise WrongUse(Message.of("synthesis.model_folder_unreadable", folder="documents"))


@pytest.mark.parametrize(
    ("find", "said"),
    [
        (lambda: Found({}, (), FOUND.alterations, FOUND.devices), Message("synthesise.no_models")),
        (
            lambda: Found({}, (Message.of("synthesis.model_unreadable", where="x"),), (), {}),
            Message.of("synthesis.model_unreadable", where="x"),
        ),
        (refusing, Message.of("synthesis.model_folder_unreadable", folder="documents")),
    ],
)
def test_without_models_the_page_says_why(qtbot: QtBot, find: object, said: Message) -> None:
    made = staged(find)
    qtbot.addWidget(made.workspace.page)
    made.workspace.focus_first()
    one = made.workspace.page.one
    qtbot.waitUntil(lambda: one.said == made.wording.say(said))
    assert not made.workspace.actions["another"].isEnabled()
    made.close()


# --- The truth ---


def test_the_truth_is_hidden_until_it_is_asked_for(qtbot: QtBot, stage: Stage) -> None:
    choose_alteration(qtbot, stage)
    truth, desk = stage.workspace.page.one.truth, stage.workspace.page.one.desk
    assert truth.words == stage.said("truth.hidden")
    assert truth.clues.count() == 0
    assert desk.views()[0]._marks == ()
    show_truth(stage)
    assert truth.words == ""
    assert truth.clues.count() == 3
    (mark,) = desk.views()[0]._marks
    assert (mark.sign, mark.faint) == (Sign.ATTENTION, True)


def test_clues_are_told_in_words_with_light_and_resolution(qtbot: QtBot, stage: Stage) -> None:
    choose_alteration(qtbot, stage)
    show_truth(stage)
    first, second, _ = (stage.workspace.page.one.truth.clues.item(row).text().split("\n") for row in range(3))
    assert first == [
        stage.said("cue.paper_mottled"),
        "white light, from 385 ppi",
        stage.said("truth.too_coarse"),
    ]
    assert second == [stage.said("cue.uv_glow_local"), "ultraviolet, 365 nm, from 100 ppi"]


def test_a_chosen_clue_is_shown_under_its_light_and_marked(qtbot: QtBot, stage: Stage) -> None:
    choose_alteration(qtbot, stage)
    show_truth(stage)
    stage.workspace.actions["next_clue"].trigger()
    stage.workspace.actions["next_clue"].trigger()
    (view,) = stage.workspace.page.one.desk.views()
    assert view.picture is not None
    assert view.picture.light == "UV"
    assert [mark.label for mark in view._marks if mark.sign is Sign.ANOMALY] == [
        stage.said("cue.uv_glow_local")
    ]


def test_a_device_without_the_light_of_a_clue_says_so(qtbot: QtBot, stage: Stage) -> None:
    stage.workspace.page.one.device.setCurrentIndex(1)
    choose_alteration(qtbot, stage)
    show_truth(stage)
    clues = stage.workspace.page.one.truth.clues
    assert clues.item(1).text().endswith(stage.said("truth.not_captured"))
    clues.setCurrentRow(1)
    (picture,) = stage.workspace.page.one.desk.pictures()
    assert picture.light == "VIS"


def test_a_document_as_issued_has_no_clues(stage: Stage) -> None:
    stage.previewer.work()
    show_truth(stage)
    assert stage.workspace.page.one.truth.words == stage.said("truth.as_issued")
    assert not stage.workspace.actions["next_clue"].isEnabled()


def test_the_truth_of_one_document_is_not_shown_on_the_next(qtbot: QtBot, stage: Stage) -> None:
    choose_alteration(qtbot, stage)
    show_truth(stage)
    stage.workspace.actions["another"].trigger()
    assert stage.workspace.page.one.truth.clues.count() == 0
    assert stage.workspace.page.one.desk.views()[0]._marks == ()
    qtbot.waitUntil(lambda: bool(stage.previewer.queue))
    stage.previewer.work()
    assert stage.workspace.page.one.truth.words == stage.said("truth.hidden"), "look for yourself first"
    assert stage.workspace.page.one.truth.clues.count() == 0


# --- The page ---


def test_esc_leaves_the_full_view_then_the_page(qtbot: QtBot, stage: Stage) -> None:
    stage.previewer.work()
    page = stage.workspace.page
    left: list[bool] = []
    stage.workspace.news.left.connect(lambda: left.append(True))
    qtbot.keyClick(page, Qt.Key.Key_F)
    assert page.full_view
    assert not page.one.model.isVisible()
    qtbot.keyClick(page.one.desk.views()[0], Qt.Key.Key_Escape)
    assert (page.full_view, left) == (False, [])
    assert page.one.model.isVisible()
    qtbot.keyClick(page.one.model, Qt.Key.Key_Escape)
    assert left == [True]


def test_every_control_has_a_name(stage: Stage) -> None:
    stage.previewer.work()
    show_truth(stage)
    assert nameless(stage.workspace.page) == []


def test_the_page_is_freed_with_its_window(qtbot: QtBot) -> None:
    made = staged()
    page = made.workspace.page
    page.deleteLater()
    wait_until_freed(qtbot, page)
    made.background.close()
    made.long_work.close()
