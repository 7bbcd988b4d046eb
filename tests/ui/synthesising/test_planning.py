"""Many documents: a plan is chosen, kept, opened, carried out, stopped and gone on with."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from docdesk.foundation.errors import WrongUse
from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Progress
from docdesk.synthesis.plans.folder import claim
from docdesk.synthesis.plans.plan import Plan
from docdesk.synthesis.plans.reading import read_plan
from docdesk.synthesis.plans.truth import Edition
from docdesk.ui.actions import why_not
from docdesk.ui.synthesising.page import MANY
from docdesk.ui.synthesising.services import Tally
from tests.ui.synthesising.stage_of_synthesis import FOUND, Stage

EDITION = Edition("0.1.0", "cd" * 32, ())


@pytest.fixture
def many(stage: Stage) -> Stage:
    """The part that makes many documents."""
    stage.workspace.page.show_part(MANY)
    return stage


def plan_of(stage: Stage) -> Plan:
    plan = stage.workspace.planning.plan
    assert plan is not None
    return plan


def choose_folder(qtbot: QtBot, stage: Stage, folder: Path) -> None:
    planning = stage.workspace.planning
    planning.set_folder(str(folder))
    qtbot.waitUntil(lambda: planning._looking is None)


def told(stage: Stage) -> str:
    return stage.workspace.page.many.outcome.text()


# --- The plan ---


def test_at_first_everything_takes_part(many: Stage) -> None:
    plan = plan_of(many)
    assert [each.name for each in plan.models] == list(FOUND.titles)
    assert [each.name for each in plan.alterations] == list(FOUND.alterations)
    assert [each.sitting.device for each in plan.capturings] == list(FOUND.devices)
    assert many.workspace.page.many.says.text() == many.said("plan.says", count=100, altered=50)


def test_what_is_unchecked_takes_no_part(qtbot: QtBot, many: Stage) -> None:
    models = many.workspace.page.many.models.list
    models.setFocus()
    models.setCurrentRow(1)
    qtbot.keyClick(models, Qt.Key.Key_Space)
    assert [each.name for each in plan_of(many).models] == ["small"]


@pytest.mark.parametrize(
    ("take", "said"),
    [
        (lambda page: page.models.check(()), "plan.no_models"),
        (lambda page: page.alterations.check(()), "plan.no_alterations"),
        (lambda page: page.devices.check(()), "plan.no_devices"),
        (lambda page: page.count.setValue(0), "plan.no_documents"),
    ],
)
def test_what_a_plan_lacks_is_said_and_it_cannot_be_carried_out(
    qtbot: QtBot, many: Stage, tmp_path: Path, take: object, said: str
) -> None:
    choose_folder(qtbot, many, tmp_path)
    take(many.workspace.page.many)
    many.workspace.page.many.changed.emit()
    assert many.workspace.page.many.says.text() == many.said(said)
    generate = many.workspace.actions["generate"]
    assert (generate.isEnabled(), why_not(generate)) == (False, many.said(said))


def test_a_saved_plan_is_opened_again(qtbot: QtBot, many: Stage, tmp_path: Path) -> None:
    page = many.workspace.page.many
    page.count.setValue(7)
    page.seed.set_seed(2**53 - 1)
    saved = plan_of(many)
    file = tmp_path / "plan.toml"
    many.workspace.planning.write(str(file))
    qtbot.waitUntil(lambda: told(many) == many.said("plan.saved", path=str(file)))
    assert read_plan(file, FOUND.known) == saved
    page.count.setValue(9)
    many.workspace.planning.read(str(file))
    qtbot.waitUntil(lambda: told(many) == many.said("plan.opened", path=str(file)))
    assert plan_of(many) == saved


def test_a_hostile_plan_is_refused_in_one_sentence_and_changes_nothing(
    qtbot: QtBot, many: Stage, tmp_path: Path
) -> None:
    before = plan_of(many)
    file = tmp_path / "plan.toml"
    file.write_text('seed = 1\non = 2026-01-01\nevil = "\\u0000"')
    many.workspace.planning.read(str(file))
    qtbot.waitUntil(lambda: bool(told(many)))
    assert "there is no key evil here" in told(many)
    assert plan_of(many) == before


def test_a_place_that_cannot_be_written_is_said(qtbot: QtBot, many: Stage, tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "plan.toml"
    many.workspace.planning.write(str(file))
    qtbot.waitUntil(lambda: told(many).startswith(f"The plan cannot be written to {file}"))


def test_dialogs_for_plans_and_folders_are_freed(qtbot: QtBot, many: Stage) -> None:
    for ask in ("open_plan", "save_plan", "folder"):
        many.workspace.actions[ask].trigger()
        (dialog,) = many.workspace.page.many.findChildren(QFileDialog)
        dialog.reject()
        qtbot.waitUntil(lambda: not many.workspace.page.many.findChildren(QFileDialog))


# --- The folder ---


def test_without_a_folder_nothing_is_made(many: Stage) -> None:
    many.workspace.planning.start()
    assert many.generator.asked == []
    assert why_not(many.workspace.actions["generate"]) == many.said("plan.choose_folder")


def test_a_folder_begun_with_this_plan_is_gone_on_with(qtbot: QtBot, many: Stage, tmp_path: Path) -> None:
    claim(tmp_path / "made", plan_of(many), EDITION)
    choose_folder(qtbot, many, tmp_path / "made")
    assert many.workspace.page.many.of_folder.text() == many.said("plan.folder_begun")
    assert many.workspace.actions["generate"].isEnabled()


def test_the_plan_of_a_folder_can_be_taken_over(qtbot: QtBot, many: Stage, tmp_path: Path) -> None:
    other = replace(plan_of(many), count=7, prevalence=1 / 3, seed=8)
    claim(tmp_path / "made", other, EDITION)
    choose_folder(qtbot, many, tmp_path / "made")
    assert many.workspace.page.many.of_folder.text() == many.said("plan.folder_of_another")
    assert not many.workspace.actions["generate"].isEnabled()
    many.workspace.actions["take_plan"].trigger()
    assert plan_of(many) == other
    assert many.workspace.actions["generate"].isEnabled()
    assert not many.workspace.actions["take_plan"].isVisible()


def test_a_folder_of_other_things_is_refused(qtbot: QtBot, many: Stage, tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text("{}")
    choose_folder(qtbot, many, tmp_path)
    said = many.said("synthesis.folder_not_ours", path=str(tmp_path))
    assert many.workspace.page.many.of_folder.text() == said
    assert why_not(many.workspace.actions["generate"]) == said


# --- The work ---


def begin(qtbot: QtBot, stage: Stage, folder: Path) -> None:
    """Choose a folder and have the documents made, up to the first."""
    choose_folder(qtbot, stage, folder)
    qtbot.keyClick(stage.workspace.page.many.count, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    doing = stage.said("plan.making")
    far = stage.said("plan.far", doing=doing, done=1, total=3)
    qtbot.waitUntil(lambda: stage.workspace.page.many.far.text() == far)


def test_a_plan_is_carried_out_and_its_folder_handed_to_inspect(
    qtbot: QtBot, many: Stage, tmp_path: Path
) -> None:
    progress: list[Progress] = []
    many.workspace.news.progressed.connect(progress.append)
    begin(qtbot, many, tmp_path)
    assert many.generator.asked == [(plan_of(many), tmp_path)]
    assert progress[-1] == Progress(1, 3, Message("plan.making"))
    assert many.workspace.busy() == many.said("plan.busy")
    assert not many.workspace.page.many.count.isEnabled()
    many.generator.go_on.set()
    qtbot.waitUntil(lambda: told(many) == many.said("plan.done", made=3, before=1))
    assert many.workspace.busy() is None
    assert many.workspace.page.many.count.isEnabled()
    with qtbot.waitSignal(many.workspace.inspect_wanted) as handed:
        many.workspace.actions["inspect"].trigger()
    assert handed.args == [str(tmp_path / "captures")]


def test_work_that_is_stopped_can_be_gone_on_with(qtbot: QtBot, many: Stage, tmp_path: Path) -> None:
    begin(qtbot, many, tmp_path)
    many.workspace.actions["stop"].trigger()
    qtbot.waitUntil(lambda: told(many) == many.said("plan.stopped"))
    assert not many.workspace.actions["inspect"].isVisible()
    many.generator.go_on.set()
    qtbot.waitUntil(many.workspace.actions["generate"].isEnabled)
    many.workspace.actions["generate"].trigger()
    qtbot.waitUntil(lambda: told(many) == many.said("plan.done", made=3, before=1))
    assert len(many.generator.asked) == 2


def test_work_that_is_stopped_before_it_begins_ends_too(qtbot: QtBot, many: Stage, tmp_path: Path) -> None:
    choose_folder(qtbot, many, tmp_path)
    many.workspace.actions["generate"].trigger()
    many.workspace.actions["stop"].trigger()
    qtbot.waitUntil(lambda: told(many) == many.said("plan.stopped"))


def test_documents_lost_by_a_fault_are_counted(qtbot: QtBot, many: Stage, tmp_path: Path) -> None:
    many.generator.tally = Tally(made=2, before=0, lost=1)
    many.generator.go_on.set()
    choose_folder(qtbot, many, tmp_path)
    many.workspace.actions["generate"].trigger()
    qtbot.waitUntil(lambda: told(many) == many.said("plan.done_lost", made=2, before=0, lost=1))


def test_what_cannot_be_done_is_one_sentence(qtbot: QtBot, many: Stage, tmp_path: Path) -> None:
    many.generator.error = WrongUse(Message.of("synthesis.folder_not_ours", path="there"))
    choose_folder(qtbot, many, tmp_path)
    many.workspace.actions["generate"].trigger()
    qtbot.waitUntil(lambda: told(many) == many.said("synthesis.folder_not_ours", path="there"))
    assert many.workspace.actions["generate"].isEnabled()


# --- Between two runs ---


def test_choices_plan_and_folder_are_kept(
    qtbot: QtBot, stage: Stage, closed_again: Stage, tmp_path: Path
) -> None:
    page = stage.workspace.page
    page.one.alteration.setCurrentIndex(2)
    page.one.seed.set_seed(41)
    page.many.percent.setValue(12.5)
    choose_folder(qtbot, stage, tmp_path)
    page.show_part(MANY)
    closed_again.workspace.restore(stage.workspace.state())
    closed_again.workspace.focus_first()
    qtbot.waitUntil(lambda: bool(closed_again.previewer.queue))
    ((_, order),) = closed_again.previewer.queue
    assert (order.alteration, order.seed) == ("digital_retyping", 41)
    assert plan_of(closed_again) == plan_of(stage)
    assert closed_again.workspace.planning.folder == tmp_path
    assert closed_again.workspace.page.part == MANY


@pytest.mark.parametrize(
    "untrusted",
    [
        {"part": [], "choices": [], "seed": -1, "folder": 7, "plan": 7},
        {"part": "1", "choices": {"model": "\0", "device": 3}, "seed": True, "folder": "\0", "plan": {}},
        {"choices": {"model": "gone"}, "seed": 2**60, "plan": {"on": "today", "seed": 1}},
    ],
)
def test_a_state_that_does_not_fit_is_ignored(
    qtbot: QtBot, closed_stage: Stage, untrusted: dict[str, object]
) -> None:
    closed_stage.workspace.restore(untrusted)
    closed_stage.workspace.focus_first()
    qtbot.waitUntil(lambda: bool(closed_stage.previewer.queue))
    ((_, order),) = closed_stage.previewer.queue
    assert (order.model, order.seed) == ("small", 1)
    assert plan_of(closed_stage).count == 100
    assert closed_stage.workspace.planning.folder is None


def test_a_page_that_was_never_opened_keeps_what_it_was_given(stage: Stage, closed_again: Stage) -> None:
    state = stage.workspace.state()
    closed_again.workspace.restore(state)
    assert closed_again.workspace.state() == state
