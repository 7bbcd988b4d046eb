"""Decides for the part that makes many documents: which plan, which folder, and what can be done now."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from docdesk.foundation.errors import DocdeskError
from docdesk.foundation.files import write_whole
from docdesk.foundation.messages import Message, Value
from docdesk.foundation.progress import Cancellation, Progress
from docdesk.synthesis.plans.plan import Plan
from docdesk.synthesis.plans.reading import Known, read_plan
from docdesk.synthesis.plans.spelling import plan_in, spelled
from docdesk.synthesis.plans.writing import CAPTURES
from docdesk.ui.actions import allow, refuse
from docdesk.ui.background import Job
from docdesk.ui.synthesising.generating import Generating
from docdesk.ui.synthesising.many_page import ManyPage
from docdesk.ui.synthesising.plan_form import chosen_in, lacking, said_of, usual_plan, with_chosen
from docdesk.ui.synthesising.services import Found, Services

SUFFIX = "toml"


class Planning(QObject):
    """Holds the plan and the folder; `actions` are named as in `synthesise.NAME`."""

    inspect_wanted = Signal(str)
    """The folder of captures that shall be inspected."""

    def __init__(
        self, page: ManyPage, generating: Generating, services: Services, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._generating = generating
        self._services = services
        self._wording = services.wording
        self._found: Found | None = None
        self._plan: Plan | None = None
        self._of_folder: Plan | Message | None = None
        self._looking: Job | None = None
        self._actions: Mapping[str, QAction] = {}
        self.folder: Path | None = None
        page.changed.connect(self.refresh)
        generating.began.connect(self._began)
        generating.progressed.connect(self._progressed)
        generating.ended.connect(self._ended)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Take the actions that are allowed and refused here."""
        self._actions = actions
        self.refresh()

    # --- The plan ---

    @property
    def plan(self) -> Plan | None:
        """The plan as the page shows it; None until it is known what documents can be made of."""
        if self._plan is None or self._found is None:
            return None
        return with_chosen(self._plan, self._page.chosen(), self._found.devices)

    def begin(self, found: Found, plan: Plan | None) -> None:
        """Offer what was found, with a plan that was kept or the usual one."""
        self._found = found
        self._page.offer(found)
        self._show(plan or usual_plan(found, self._services.clock.today()))
        self._look_at_folder()

    def take_plan(self) -> None:
        """Show the plan that the folder was begun with."""
        if isinstance(self._of_folder, Plan):
            self._show(self._of_folder)

    def open_plan(self) -> QFileDialog:
        """Ask which plan to read."""
        dialog = self._ask("command.synthesise.open_plan", QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.read)
        return dialog

    @Slot(str)
    def read(self, path: str) -> None:
        """Read a plan from its file and show it, or say in one sentence why not."""
        known = self._known()

        def work(_cancellation: Cancellation) -> Plan:
            return read_plan(Path(path), known)

        def done(plan: Plan) -> None:
            self._show(plan)
            self._page.tell(self._wording.say(Message.of("plan.opened", path=path)))

        self._services.background.run(work, done=done, failed=self._refused)

    def save_plan(self) -> QFileDialog:
        """Ask where to save the plan."""
        dialog = self._ask("command.synthesise.save_plan", QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.fileSelected.connect(self.write)
        return dialog

    @Slot(str)
    def write(self, path: str) -> None:
        """Write the plan to a file, as the command line takes it."""
        plan = self.plan
        if plan is None:
            return
        text = spelled(plan)

        def work(_cancellation: Cancellation) -> Message:
            try:
                write_whole(Path(path), text.encode())
            except OSError as error:
                return Message.of("plan.not_saved", path=path, reason=error.strerror or type(error).__name__)
            return Message.of("plan.saved", path=path)

        def done(message: Message) -> None:
            self._page.tell(self._wording.say(message))

        self._services.background.run(work, done=done, to_the_end=True)

    def _show(self, plan: Plan) -> None:
        self._plan = plan
        self._page.choose(chosen_in(plan))
        self.refresh()

    # --- The folder ---

    def choose_folder(self) -> QFileDialog:
        """Ask for the folder."""
        dialog = self._ask("command.synthesise.folder", QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.set_folder)
        return dialog

    @Slot(str)
    def set_folder(self, path: str) -> None:
        """Take a folder, and look whether it was begun with a plan."""
        self.folder = Path(path) if path else None
        self._page.tell("")
        self._look_at_folder()

    def _look_at_folder(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        folder, found = self.folder, self._found
        self._of_folder = None
        if folder is not None and found is not None:

            def work(_cancellation: Cancellation) -> Plan | Message | None:
                try:
                    return plan_in(folder, found.known)
                except DocdeskError as error:
                    return error.message

            self._looking = self._services.background.run(work, done=self._looked)
        self.refresh()

    def _looked(self, found: Plan | Message | None) -> None:
        self._looking = None
        self._of_folder = found
        self.refresh()

    # --- The work ---

    def start(self) -> None:
        """Carry the plan out."""
        plan = self.plan
        if plan is not None and self.folder is not None and self._why_not() is None:
            self._generating.start(plan, self.folder)

    def inspect(self) -> None:
        """Hand what was made last to Inspect."""
        if self._generating.finished is not None:
            self.inspect_wanted.emit(str(self._generating.finished / CAPTURES))

    def stop(self) -> None:
        """Stop the work; what was made stays."""
        self._generating.stop()
        if self._generating.running:
            self._page.far.setText(self._wording.term("plan.stopping"))

    @Slot()
    def _began(self) -> None:
        self._page.tell("")
        self._page.tell_far(Progress(0, 0), self._wording.term("plan.preparing"))
        self.refresh()

    @Slot(object)
    def _progressed(self, progress: Progress) -> None:
        say = self._wording.say
        doing = say(progress.doing or Message("plan.making"))
        values: dict[str, Value] = {"doing": doing, "done": progress.done, "total": progress.total}
        left = self._generating.left(progress)
        if left is None:
            words = say(Message.of("plan.far", **values))
        else:
            words = say(Message.of("plan.far_left", left=say(left), **values))
        self._page.tell_far(progress, words)

    @Slot(object)
    def _ended(self, how: Message) -> None:
        self._page.rest()
        self._page.tell(self._wording.say(how))
        self._look_at_folder()

    # --- What can be done ---

    @Slot()
    def refresh(self) -> None:
        """Show what the plan says, what is known of the folder, and what can be done now."""
        plan, say = self.plan, self._wording.say
        if plan is None:
            self._page.says.setText(self._wording.term("synthesise.looking"))
        else:
            self._page.says.setText(say(lacking(plan) or said_of(plan)))
        folder = self._wording.term("plan.no_folder") if self.folder is None else str(self.folder)
        self._page.tell_folder(folder, self._said_of_folder())
        running = self._generating.running
        self._page.let_choose(may=plan is not None and not running)
        self._actions["stop"].setEnabled(running)
        self._actions["inspect"].setVisible(self._generating.finished is not None)
        self._actions["take_plan"].setVisible(self._begun_otherwise and not running)
        for name in ("open_plan", "save_plan", "folder"):
            self._actions[name].setEnabled(plan is not None and not running)
        why = self._why_not()
        if why is None:
            allow(self._actions["generate"])
        else:
            refuse(self._actions["generate"], say(why))

    @property
    def _begun_otherwise(self) -> bool:
        return isinstance(self._of_folder, Plan) and self._of_folder != self.plan

    def _said_of_folder(self) -> str:
        if self._looking is not None:
            return self._wording.term("plan.looking_at_folder")
        if isinstance(self._of_folder, Message):
            return self._wording.say(self._of_folder)
        if self._of_folder is None:
            return ""
        return self._wording.term("plan.folder_of_another" if self._begun_otherwise else "plan.folder_begun")

    def _why_not(self) -> Message | None:
        """Return why the plan cannot be carried out now."""
        plan = self.plan
        if plan is None:
            return Message("synthesise.looking")
        if self._generating.running:
            return Message("plan.making")
        if self.folder is None:
            return lacking(plan) or Message("plan.choose_folder")
        if isinstance(self._of_folder, Message):
            return self._of_folder
        return lacking(plan) or (Message("plan.folder_of_another") if self._begun_otherwise else None)

    # --- Within ---

    def runs(self) -> dict[str, Callable[[], object]]:
        """Return what each action does, by its name."""
        return {
            "open_plan": self.open_plan,
            "save_plan": self.save_plan,
            "folder": self.choose_folder,
            "take_plan": self.take_plan,
            "generate": self.start,
            "stop": self.stop,
            "inspect": self.inspect,
        }

    def _known(self) -> Known:
        return Known((), (), {}) if self._found is None else self._found.known

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, DocdeskError):
            raise error
        self._page.tell(self._wording.say(error.message))

    def _ask(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        say = self._wording.term
        start = Path.home() if self.folder is None else self.folder.parent
        dialog = QFileDialog(self._page, say(title).removesuffix("…"), str(start))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        if mode is not QFileDialog.FileMode.Directory:
            dialog.setNameFilters([f"{say('plan.files')} (*.{SUFFIX})", f"{say('plan.every_file')} (*)"])
        dialog.open()
        return dialog
