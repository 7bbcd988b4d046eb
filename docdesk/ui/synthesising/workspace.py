"""The page of fictitious documents as the shell sees it: its parts put together, its state, its news."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from docdesk.foundation.errors import DocdeskError
from docdesk.foundation.messages import Message
from docdesk.foundation.progress import Cancellation, Progress
from docdesk.jobs.hands import Told
from docdesk.synthesis.plans.plan import Plan, told
from docdesk.synthesis.plans.spelling import plan_told
from docdesk.ui.actions import action
from docdesk.ui.look.icons import icon
from docdesk.ui.shell.workspace import News
from docdesk.ui.synthesising.generating import Generating
from docdesk.ui.synthesising.kept import Kept, understood
from docdesk.ui.synthesising.looking import Looking
from docdesk.ui.synthesising.page import MANY, ONE, SynthesisPage
from docdesk.ui.synthesising.planning import Planning
from docdesk.ui.synthesising.previewing import Previewing
from docdesk.ui.synthesising.services import Found, Services
from docdesk.ui.viewing.desk import ViewingDesk

_ONE = {
    "another": (("Ctrl+N",), "next"),
    "truth": (("Ctrl+T",), "eye"),
    "next_clue": (("]",), ""),
    "previous_clue": (("[",), ""),
}
_MANY = {
    "open_plan": (("Ctrl+O",), "open"),
    "save_plan": (("Ctrl+S",), ""),
    "folder": (("Ctrl+Shift+O",), "folder"),
    "take_plan": ((), ""),
    "generate": (("Ctrl+Return",), ""),
    "stop": ((), "cancel"),
    "inspect": ((), "inspect"),
}
"""What can be done in each part: its keys and its icon. The key that stops work is the window's: Ctrl+."""


class SynthesisWorkspace(QObject):
    """Implements the shell's `Workspace`."""

    name = "synthesis"
    icon_name = "report"

    inspect_wanted = Signal(str)
    """The folder whose pictures shall be inspected."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._wording = services.wording
        self._news = News(self)
        self._kept = Kept()
        self._found: Found | None = None
        self._asked = False
        desk = ViewingDesk(services.look, services.wording, services.background)
        self.page = SynthesisPage(desk, services.look, services.wording)
        self.previewing = Previewing(services.previewer, self)
        self.generating = Generating(services.generate, services.long_work, services.seconds, self)
        self.looking = Looking(self.page.one, self.previewing, services, self)
        self.planning = Planning(self.page.many, self.generating, services, self)
        self._add_actions()
        self._connect(desk)

    def _add_actions(self) -> None:
        page, wording = self.page, self._wording
        one = self._made(page.one, _ONE, self.looking.runs())
        many = self._made(page.many, _MANY, self.planning.runs())
        leave = action(page, wording, "synthesise.leave", self._leave, icon=icon("previous"))
        leave.setToolTip(f"{leave.text()} (Esc)")
        for name, part in (("one", ONE), ("many", MANY)):
            action(page, wording, f"synthesise.{name}", partial(page.show_part, part))
        self.actions = {**one, **many, "leave": leave}
        page.set_leave(leave)
        page.one.set_actions(one["another"], one["truth"])
        page.many.set_actions(
            (many["open_plan"], many["save_plan"]),
            (many["folder"], many["take_plan"]),
            (many["generate"], many["stop"], many["inspect"]),
        )
        self.looking.set_actions(one)
        self.planning.set_actions(many)

    def _made(
        self,
        owner: QWidget,
        named: Mapping[str, tuple[tuple[str, ...], str]],
        runs: Mapping[str, Callable[[], object]],
    ) -> dict[str, QAction]:
        return {
            name: action(
                owner,
                self._wording,
                f"synthesise.{name}",
                runs[name],
                keys=keys,
                icon=icon(drawn) if drawn else None,
                checkable=name == "truth",
                everywhere=True,
            )
            for name, (keys, drawn) in named.items()
        }

    def _connect(self, desk: ViewingDesk) -> None:
        page, news = self.page, self._news
        page.left.connect(news.left)
        page.full_view_changed.connect(news.full_view)
        desk.cursor_told.connect(news.values_told)
        desk.full_view_wanted.connect(self._toggle_full_view)
        self.planning.inspect_wanted.connect(self.inspect_wanted)
        for changed in (
            self.previewing.began,
            self.previewing.came,
            self.previewing.refused,
            self.generating.ended,
        ):
            changed.connect(self._tell_progress)
        self.previewing.stopped.connect(self._rest)
        self.generating.began.connect(self._preparing)
        self.generating.progressed.connect(news.progressed)

    # --- The shell's protocol ---

    @property
    def news(self) -> News:
        """What the shell listens to."""
        return self._news

    def widget(self) -> QWidget:
        """Return the page."""
        return self.page

    def focus_first(self) -> None:
        """Give the focus to the first choice; the first time, look what documents can be made of."""
        self.page.show_part(self._kept.part if self._found is None else self.page.part)
        if not self._asked:
            self._asked = True
            self.page.one.say(self._wording.term("synthesise.looking"), busy=True)
            self._services.background.run(self._find, done=self._begin)

    def stop(self) -> None:
        """Stop what is under way; what was made stays."""
        self.previewing.stop()
        self.planning.stop()

    def busy(self) -> str | None:
        """Return that documents are being made, None if none are."""
        return self._wording.term("plan.busy") if self.generating.running else None

    def may_close(self) -> str | None:
        """Return None: what was made is kept, and so is the plan."""
        return None

    def state(self) -> Mapping[str, object]:
        """Return choices, folder and plan."""
        if self._found is None:
            return self._kept.as_json()
        plan = self.planning.plan
        return Kept(
            part=self.page.part,
            choices=self.looking.chosen(),
            seed=self.page.one.seed.seed,
            folder="" if self.planning.folder is None else str(self.planning.folder),
            plan=None if plan is None else told(plan),
        ).as_json()

    def restore(self, untrusted: Mapping[str, object]) -> None:
        """Take what was kept; it is shown when it is known what documents can be made of."""
        self._kept = understood(untrusted)

    # --- From outside ---

    def hear(self, told: Told) -> None:
        """Take in what the previewer tells; on the UI thread."""
        self.previewing.hear(told)

    # --- Within ---

    def _find(self, _cancellation: Cancellation) -> Found | Message:
        try:
            return self._services.find()
        except DocdeskError as error:
            return error.message

    def _begin(self, found: Found | Message) -> None:
        if isinstance(found, Message):
            found = Found({}, (found,), (), {})
        self._found = found
        self.planning.set_folder(self._kept.folder)
        self.planning.begin(found, self._plan_kept(found))
        self.looking.begin(found, self._kept.choices, self._kept.seed)
        if self.page.isVisible() and not self.page.isAncestorOf(self.page.window().focusWidget()):
            self.page.show_part(self.page.part)  # what could not have the focus before can now

    def _plan_kept(self, found: Found) -> Plan | None:
        if self._kept.plan is None:
            return None
        try:
            return plan_told(self._kept.plan, self.name, found.known)
        except DocdeskError:
            return None  # a model is gone, or it never was one: nobody is asked about it

    @Slot()
    def _leave(self) -> None:
        self._news.left.emit()

    @Slot()
    def _toggle_full_view(self) -> None:
        self.page.set_full_view(full=not self.page.full_view)

    @Slot()
    def _preparing(self) -> None:
        self._news.progressed.emit(Progress(0, 0, Message("plan.preparing")))

    @Slot(object)
    def _tell_progress(self, _what: object) -> None:
        """Tell of the document that is made, unless many are: those tell of themselves."""
        if self.generating.running:
            return
        if self.previewing.waiting is None:
            self._news.rested.emit()
        else:
            self._news.progressed.emit(Progress(0, 0, Message("synthesise.previewing")))

    @Slot()
    def _rest(self) -> None:
        self._tell_progress(None)
