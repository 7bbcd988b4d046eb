"""The workspace Inspect as the shell sees it: its parts put together, its state, what it would lose."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Progress
from docdesk.imaging.filters.stack import Stack
from docdesk.jobs.hands import Told
from docdesk.ui.inspecting.actions import BESIDE_STRIP, Actions
from docdesk.ui.inspecting.document import UNFINISHED
from docdesk.ui.inspecting.doing import Doing
from docdesk.ui.inspecting.expert_panel import ExpertPanel
from docdesk.ui.inspecting.intake import Intake
from docdesk.ui.inspecting.kept import Kept, understood
from docdesk.ui.inspecting.marks import MRZ_KEY
from docdesk.ui.inspecting.page import InspectPage
from docdesk.ui.inspecting.pictures import Pictures
from docdesk.ui.inspecting.presenter import InspectPresenter
from docdesk.ui.inspecting.services import Services
from docdesk.ui.inspecting.showing import Showing
from docdesk.ui.inspecting.shown_picture import key_of
from docdesk.ui.inspecting.strip_model import StripModel
from docdesk.ui.inspecting.watching import Watching
from docdesk.ui.shell.workspace import News
from docdesk.ui.undo import UndoStack
from docdesk.ui.viewing.desk import ViewingDesk
from docdesk.ui.viewing.filters_panel import FiltersPanel
from docdesk.ui.viewing.filters_words import badge
from docdesk.ui.viewing.marking.commands import TOOLS
from docdesk.ui.viewing.marking.desk import MarkingDesk

FOR_ONE = ("anew", "put_away", "join", "split", "compare", "digest", "previous", "next")
"""What needs a document to be looked at."""
FOR_FINISHED = ("report", "previous_finding", "next_finding")
"""What needs its report too."""


class InspectWorkspace(QObject):
    """Implements the shell's `Workspace`."""

    name = "inspect"
    icon_name = "inspect"

    verdict_shown = Signal(int)
    """A verdict is shown for the first time."""
    watch_wanted = Signal(str)
    """The folder that shall be watched, "" for none: a setting, so that the next start watches it too."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wording = wording = services.wording
        self._paths: dict[str, None] = {}
        self._news = News(self)
        self.undo = UndoStack(self)
        self._model = StripModel(wording, self)
        self.desk = ViewingDesk(services.look, wording, services.background)
        self.page = InspectPage(self._model, self.desk, wording, services.look)
        self.intake = Intake(services.background, services.naming, services.sniff, wording, self)
        self.watching = Watching(services.background, services.naming, services.sniff, services.seconds, self)
        pictures = Pictures(services.decoder, services.background)
        self._showing = Showing(self.page, pictures, services.background, wording, self)
        self.presenter = InspectPresenter(
            self.page,
            self._model,
            self._showing,
            services.inspector,
            services.issuers,
            services.clock,
            self.undo,
            wording,
            self,
        )
        self.doing = Doing(
            self.page, self.presenter, self._showing, self.intake, self.watching, services, self
        )
        self.actions = Actions(
            self.page,
            wording,
            {
                **self.doing.runs(),
                "expert": self._show_expert,
                "undo": self.undo.undo,
                "redo": self.undo.redo,
            },
        )
        self._add_panels(services)
        self._connect()
        self._choice_changed()

    def _add_panels(self, services: Services) -> None:
        """Put the kit's panels beside the pictures, and the actions where they are looked for."""
        wording = self._wording
        self.filters = FiltersPanel(wording, self.undo, services.background, services.presets, self.desk)
        self.filters.stack_changed.connect(self._show_filtered)
        self.desk.picture_shown.connect(self._picture_shown)
        self.desk.add_side(wording.term("inspect.side.filters"), self.filters)
        self.marking = MarkingDesk(self.desk, wording, self.undo)
        self.desk.add_side(wording.term("inspect.side.marks"), self.marking.panel)
        self.desk.add_tools(self.marking.actions[: len(TOOLS) + 1])
        self.desk.view_added.connect(self.marking.attach)
        for view in self.desk.views():
            self.marking.attach(view)
        self.marking.told.connect(self._news.said)
        self.expert = ExpertPanel(wording, self.page)
        self.expert.closed.connect(self._expert_closed)
        self.desk.set_empty_text(wording.term("inspect.drop_here"))
        self.page.tools.set_actions(self.actions["open"], tuple(self.actions[name] for name in BESIDE_STRIP))
        self.page.empty.set_begin(self.actions["open"])
        self.page.empty.sample.setVisible(bool(services.samples))
        self.actions["sample"].setVisible(bool(services.samples))

    def _connect(self) -> None:
        page, news = self.page, self._news
        page.dropped.connect(self.doing.take)
        page.said.connect(news.said)
        page.full_view_changed.connect(news.full_view)
        page.empty.sample_wanted.connect(self.doing.open_samples)
        page.empty.again_wanted.connect(self._open_again)
        page.findings.finding_chosen.connect(self._fly_to_finding)
        page.mrz.character_chosen.connect(self._fly_to_character)
        page.fields.spans_chosen.connect(page.mrz.highlight)
        self.desk.mark_chosen.connect(self._choose_mark)
        self.desk.cursor_told.connect(news.values_told)
        self.desk.full_view_wanted.connect(self._toggle_full_view)
        self.intake.handed_in.connect(self.presenter.add)
        self.intake.said.connect(news.said)
        self.intake.looking.connect(self._tell_looking)
        self.intake.looked.connect(self.presenter.tell_progress)
        self.intake.came_in.connect(self.presenter.add_arrived)
        self.watching.arrived.connect(self.intake.open_arrived)
        self.watching.troubled.connect(self._tell_trouble)
        self.watching.recovered.connect(self.doing.say_watched)
        self.doing.watch_wanted.connect(self.watch_wanted)
        self.doing.opened.connect(self._note_paths)
        self.presenter.progressed.connect(news.progressed)
        self.presenter.rested.connect(news.rested)
        self.presenter.verdict_shown.connect(self.verdict_shown)
        self.presenter.verdict_shown.connect(self._choice_changed)
        self.presenter.choice_changed.connect(self._choice_changed)
        self.presenter.changed.connect(self._show_expert_data)
        self._showing.compared.connect(self.actions["compare"].setChecked)
        self.undo.can_undo_changed.connect(self.actions["undo"].setEnabled)
        self.undo.can_redo_changed.connect(self.actions["redo"].setEnabled)
        self.actions.enable(("undo", "redo"), on=False)

    # --- The shell's protocol ---

    @property
    def news(self) -> News:
        """What the shell listens to."""
        return self._news

    def widget(self) -> QWidget:
        """Return the page."""
        return self.page

    def focus_first(self) -> None:
        """Give the focus to the strip, or to the button that begins."""
        (self.page.strip if self._model.rowCount() else self.page.empty.begin).setFocus()

    def stop(self) -> None:
        """Stop what is under way."""
        self.intake.stop()
        self.presenter.stop()

    def busy(self) -> str | None:
        """Return how many documents are still being inspected, in words."""
        open_now = sum(document.state in UNFINISHED for document in self._model.documents)
        return self._wording.say(Message.of("inspect.busy", count=open_now)) if open_now else None

    def may_close(self) -> str | None:
        """Return what would be lost: characters entered by hand, until there is a place that keeps them."""
        count = sum(document.entries > 0 for document in self._model.documents)
        return self._wording.say(Message.of("inspect.entries_lost", count=count)) if count else None

    def state(self) -> Mapping[str, object]:
        """Return where the borders stand and which paths are open."""
        return Kept(self.page.widths(), str(self.doing.folder.absolute()), tuple(self._paths)).as_json()

    def restore(self, untrusted: Mapping[str, object]) -> None:
        """Arrange the page as it was, and offer what was open."""
        kept = understood(untrusted)
        self.page.set_widths(kept.widths)
        if kept.folder:
            self.doing.folder = Path(kept.folder)
        self._paths = dict.fromkeys(kept.paths)
        self.page.empty.offer_again(len(kept.paths))

    # --- From outside ---

    @property
    def finished(self) -> int:
        """How many documents have a report."""
        return sum(document.report is not None for document in self._model.documents)

    def hear(self, told: Told) -> None:
        """Take in what the inspector tells; on the UI thread."""
        self.presenter.hear(told)

    def watch(self, folder: str) -> None:
        """Watch this folder from now on, "" for none."""
        before = "" if self.watching.folder is None else str(self.watching.folder)
        if folder != before:
            self.watching.watch(Path(folder) if folder else None)
            self.doing.say_watched(folder)
        self.actions["watch"].setChecked(bool(folder))

    def tell_lacking(self, sentence: str) -> None:
        """Say what this computer lacks to read or to be certain."""
        self.page.empty.tell_lacking(sentence)
        self._news.said.emit(sentence)

    # --- Within the page ---

    @Slot()
    def _choice_changed(self) -> None:
        document = self.presenter.current
        self.actions.enable(FOR_ONE, on=document is not None)
        self.actions.enable(FOR_FINISHED, on=document is not None and document.report is not None)
        self._show_expert_data()

    @Slot(object)
    def _show_filtered(self, stack: Stack) -> None:
        self.desk.set_filters(stack if stack.at_work else None, badge(stack, self._wording))

    @Slot(str)
    def _picture_shown(self, _key: str) -> None:
        self.filters.set_picture(self.desk.current())

    @Slot()
    def _show_expert_data(self) -> None:
        if self.expert.isVisible():
            self.expert.show_document(self.presenter.current)

    def _show_expert(self) -> None:
        """Show the expert's panel and the names of checks, or hide them again."""
        on = self.actions["expert"].isChecked()
        self.page.findings.set_expert(on)
        if on:
            self.expert.open_over(self.desk)
        else:
            self.expert.hide()
        self._show_expert_data()

    @Slot()
    def _expert_closed(self) -> None:
        self.actions["expert"].setChecked(False)
        self.page.findings.set_expert(False)

    @Slot(int)
    def _fly_to_finding(self, index: int) -> None:
        document = self.presenter.current
        if document is None or document.report is None:
            return
        finding = document.report.findings[index]
        if finding.capture is not None and finding.region is not None:
            self.desk.fly_to(key_of(document, finding.capture), finding.region)

    @Slot(int, int)
    def _fly_to_character(self, line: int, index: int) -> None:
        document = self.presenter.current
        seen = None if document is None or document.evidence is None else document.evidence.mrz
        if document is not None and seen is not None:
            self.desk.fly_to(key_of(document, seen.capture), seen.reading.characters[line][index])

    @Slot(str)
    def _choose_mark(self, key: str) -> None:
        if key != MRZ_KEY:
            self.page.findings.choose(int(key))

    @Slot()
    def _toggle_full_view(self) -> None:
        self.page.set_full_view(not self.page.full_view)

    @Slot()
    def _tell_looking(self) -> None:
        self._news.progressed.emit(Progress(0, 0, Message("inspect.looking")))

    @Slot(object)
    def _tell_trouble(self, trouble: Message) -> None:
        self._news.said.emit(self._wording.say(trouble))

    @Slot(tuple)
    def _note_paths(self, paths: tuple[str, ...]) -> None:
        if not self._model.rowCount():
            self._paths.clear()
        # The next start may be from another folder.
        self._paths.update(dict.fromkeys(str(Path(path).absolute()) for path in paths))

    @Slot()
    def _open_again(self) -> None:
        self.doing.open(tuple(self._paths))
